"""The page of the built-in case on a port of this machine, and Chromium to open it with."""

import warnings
from collections.abc import Callable, Iterator

import pytest
from fastapi import FastAPI

with warnings.catch_warnings():
    # Playwright's own imports use what newer Pythons warn of.
    warnings.simplefilter("ignore", DeprecationWarning)
    from playwright.sync_api import Browser, BrowserContext, Page, expect

from dashboard.app import make_app
from dashboard.free_port import served

expect.set_options(timeout=20_000)  # as long as other waits: a busy machine draws slowly, and is not wrong

SIZES = {"desktop": (1200, 780), "phone": (390, 844)}


@pytest.fixture(scope="session")
def case_server() -> FastAPI:
    """The application of the built-in case."""
    return make_app("case").server


@pytest.fixture(scope="session")
def address(case_server: FastAPI) -> Iterator[str]:
    """The address at which the built-in case is served while the tests run."""
    with served(case_server) as found:
        yield found


@pytest.fixture(scope="session")
def browser(chromium: Browser) -> Browser:
    """Chromium, with software GL for the map."""
    return chromium


SEEN = "localStorage.getItem('leadline.welcome') || localStorage.setItem('leadline.welcome', 'seen')"
"""A reader who was here before: the card of a first visit stays closed."""


class Visit:
    """One visit of the page: what went wrong and which requests left the machine are kept."""

    def __init__(self, context: BrowserContext, address: str) -> None:
        self.address = address
        self.page: Page = context.new_page()
        self.errors: list[str] = []
        self.outside: list[str] = []
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on("console", lambda said: said.type == "error" and self.errors.append(said.text))
        self.page.on("request", lambda request: self._note(request.url))

    def _note(self, url: str) -> None:
        if not url.startswith((self.address, "data:", "blob:")):
            self.outside.append(url)

    def open(self, query: str = "") -> Page:
        """Open the page and wait until its map is drawn."""
        self.page.goto(f"{self.address}/{query}")
        self.page.wait_for_selector("body[data-ready=true]", timeout=45_000)
        return self.page


@pytest.fixture(scope="session")
def contexts(browser: Browser) -> Iterator[Callable[[str, str], BrowserContext]]:
    """A reader's browser by size and theme, kept with its cache: the second visit is quick, as it is for people."""
    kept: dict[tuple[str, str], BrowserContext] = {}

    def context(size: str, theme: str) -> BrowserContext:
        if (size, theme) not in kept:
            width, height = SIZES[size]
            made = browser.new_context(
                viewport={"width": width, "height": height},
                color_scheme=theme,  # type: ignore[arg-type]
                has_touch=size == "phone",
                is_mobile=size == "phone",
                accept_downloads=True,
            )
            made.set_default_timeout(20_000)
            made.add_init_script(SEEN)
            kept[size, theme] = made
        return kept[size, theme]

    yield context
    for made in kept.values():
        made.close()


@pytest.fixture
def visit(
    contexts: Callable[[str, str], BrowserContext], address: str, request: pytest.FixtureRequest
) -> Iterator[Visit]:
    """A visit on a desktop in light; ``@pytest.mark.parametrize("visit", [("phone", "dark")], indirect=True)``."""
    made = Visit(contexts(*getattr(request, "param", ("desktop", "light"))), address)
    yield made
    made.page.close()
    assert made.errors == []
    assert made.outside == []

"""Take the pictures of the docs: ``python -m tests.page.pictures`` writes ``docs/pictures/*.png``.

Names after it take these alone.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass, replace
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from dashboard.app import make_app
from dashboard.chromium import CHROMIUM_ARGUMENTS, chromium_path
from dashboard.free_port import served
from layers.beside import Beside, BesideTracks
from layers.overlay_file import read_overlay
from records.readers.ais import read_tracks
from tests.page.conftest import SEEN
from tests.page.palette import with_palette
from tests.page.until import until

FOLDER = Path(__file__).resolve().parents[2] / "docs" / "pictures"
LARGEST_BYTES = 300_000
TABLES = FOLDER.parent / "examples"
EXAMPLES = Beside(
    tracks=BesideTracks.of(read_tracks([TABLES / "tracks.csv"])), overlays=(read_overlay(TABLES / "areas.geojson"),)
)
DESKTOP, PHONE = (1440, 900), (390, 844)


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture: its file's name, the address's query, the size, the theme, and whether the examples lie beside.

    ``brought``: the examples that are added in the page, as a person would; of several, the
    list. ``opens``: what is clicked before the
    picture is taken, one selector after the other.
    """

    name: str
    query: str = ""
    size: tuple[int, int] = DESKTOP
    theme: str = "light"
    beside: bool = False
    brought: str = ""
    opens: str = ""


VIEWS = (
    Picture("welcome"),
    Picture("overview"),
    Picture("overview-dark", theme="dark"),
    Picture("selected", "?sel=2025-09-02-strike-1"),
    Picture("window-and-table", "?since=2025-09-01&until=2025-12-31&table=shown"),
    Picture("story", "?story=case&step=4"),
    Picture("phone-story", "?story=case&step=4&lang=es", PHONE, "dark"),
    Picture("export", opens="#export"),
    Picture("picture", "?type=strike", opens="#export, #take-tab-picture"),
    Picture("embed", "?embed=true&type=strike", (800, 560)),
    Picture("totals", "?panel=totals"),
    Picture("toll", "?panel=toll"),
    Picture("asof", "?panel=asof&day=2025-11-01"),
    Picture("totals-dark", "?panel=totals&figure=strikes", theme="dark"),
    Picture("density", "?layers=density,regions"),
    Picture("heat", "?layers=routes,heat", theme="dark"),
    Picture("killed", "?layers=killed&type=strike"),
    Picture("pins", "?layers=pins"),
    Picture("routes", "?layers=routes,migration&sel=route:cb-venezuela-dominican"),
    Picture("compare", "?panel=compare&compare=area"),
    Picture("zones", "?layers=zones&at=-62.5,11.5,6.3"),
    Picture("beside", "?layers=tracks,encounters,overlay&at=-72.3,13.3,6.2", beside=True),
    Picture("review", brought="report.txt"),
    Picture("review-dark", brought="report.txt", theme="dark"),
    Picture("import", brought="incidents.csv"),
    Picture("begun", brought="report.txt, incidents.csv"),
    Picture("phone-begun", "?lang=es", PHONE, "dark", brought="report.txt, incidents.csv"),
    Picture("phone-review", "?lang=es", PHONE, brought="report.txt"),
    Picture("phone", size=PHONE),
    Picture("phone-density", "?layers=density", PHONE),
    Picture("phone-totals", "?panel=totals", PHONE),
    Picture("phone-selected", "?sel=2025-09-02-strike-1", PHONE),
    Picture("keys", opens="#keys-open"),
    Picture("spanish", "?lang=es&sel=2025-10-17-strike-1"),
)


def _spanish_and_dark(view: Picture) -> Picture:
    query = f"{view.query}&lang=es" if view.query else "?lang=es"
    return replace(view, name=f"es-dark-{view.name}", query=query, theme="dark")


PICTURES = (
    *VIEWS,
    *(_spanish_and_dark(view) for view in VIEWS if view.theme == "light" and "lang=es" not in view.query),
)
"""Every view in English and light, and again in Spanish and dark: ``docs/gallery.md`` shows them side by side."""


STANDS = """async () => {
    const { chart } = await import('/assets/js/map.js');
    let changed = false;
    const watch = new MutationObserver(() => (changed = true));
    watch.observe(document.documentElement, { subtree: true, childList: true, attributes: true, characterData: true });
    await new Promise((rested) => setTimeout(rested, 1000));
    watch.disconnect();
    const still = document.getAnimations().every(({ playState }) => playState !== 'running');
    return still && !changed && chart.map.loaded() && !chart.map.isMoving();
}"""
"""Whether nothing changed for a second: no element, no card that fades, and the map has drawn all it was given."""


def main() -> None:
    """Serve the built-in case, take all pictures, and say how large they are."""
    path = chromium_path()
    if path is None:
        sys.exit("pictures need Chromium: install the package chromium")
    FOLDER.mkdir(parents=True, exist_ok=True)
    wanted = [each for each in PICTURES if not sys.argv[1:] or each.name in sys.argv[1:]]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(CHROMIUM_ARGUMENTS))
        for beside in (False, True):
            pictures = [each for each in wanted if each.beside == beside]
            if pictures:
                with served(make_app("case", EXAMPLES if beside else Beside()).server) as address:
                    for picture in pictures:
                        take(browser, f"{address}/", picture)
        browser.close()


def take(browser: Browser, address: str, picture: Picture) -> None:
    """Open one view, wait until it is drawn, and keep it."""
    width, height = picture.size
    context = browser.new_context(
        viewport={"width": width, "height": height},
        color_scheme=picture.theme,  # type: ignore[arg-type]
        is_mobile=picture.size == PHONE,
        has_touch=picture.size == PHONE,
    )
    if "welcome" not in picture.name:
        context.add_init_script(SEEN)
    page = context.new_page()
    page.goto(address + picture.query)
    page.wait_for_selector("body[data-ready=true]", timeout=60_000)
    for selector in filter(None, picture.opens.split(", ")):
        page.click(selector)
        until(page, STANDS)
    until(page, STANDS, longest_ms=60_000)
    for example in filter(None, picture.brought.split(", ")):
        bring(page, TABLES / example)
    if ", " in picture.brought:
        page.click("#intake-new")
        until(page, STANDS)
    file = FOLDER / f"{picture.name}.png"
    file.write_bytes(with_palette(page, page.screenshot()))
    size = file.stat().st_size
    print(f"{file.name}\t{size // 1000} kB{' – too large' if size > LARGEST_BYTES else ''}")
    context.close()


def bring(page: Page, example: Path) -> None:
    """Add a file in the page: a report is read into drafts, of which the first is accepted; a table is checked."""
    if page.locator("#intake-new").is_visible():
        page.click("#intake-new")
    else:
        if not page.locator("#add-open").is_visible():
            page.click("#more-open")
        page.click("#add-open")
    page.set_input_files("#intake-file", example)
    if example.suffix == ".csv":
        page.wait_for_selector("#mapping-result .numbers")
        return
    page.fill("#about-published", "2025-09-05")
    page.fill("#about-publisher", "Example Gazette")
    page.click("#about-read")
    page.locator("#drafts .on [data-act=accept]").click()
    page.wait_for_selector("[data-draft='1'].on")
    until(page, STANDS)


if __name__ == "__main__":
    main()

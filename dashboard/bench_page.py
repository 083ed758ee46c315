"""``leadline bench page``: how soon the page answers a person's hand, measured in Chromium."""

from __future__ import annotations

import json
import random
import statistics
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from dashboard.chromium import CHROMIUM_ARGUMENTS, alone, chromium_path, open_tab
from dashboard.errors import DashboardError
from geo.place import Place
from records.incident import Incident
from records.store import open_store
from records.vocabulary import EventType

if TYPE_CHECKING:
    from playwright.sync_api import Browser, CDPSession, Page, Playwright

RECORDS = 10_000
VISITS = 5
WIDTH_PX, HEIGHT_PX = 1440, 900
BEFORE_S, UNWATCHED_S = 1.5, 6.0
"""How long a new browser rests before a visit, and how long a visit goes on before anybody looks into its page."""

AIMS = {"first_map_ms": 2_500.0, "step_ms": 100.0, "longest_block_ms": 200.0}
"""What is aimed at, at the most."""

TYPES: tuple[EventType, ...] = ("attack", "boarding", "hijack", "seizure", "strike", "suspicious_approach")
SEAS = (("caribbean_sea", -75.0, 14.5), ("gulf_of_mexico", -90.0, 25.0))

PROBE = """async (name) => {
    const { chart } = await import('/assets/js/map.js');
    const { change } = await import('/assets/js/state.js');
    const { setWindow, axis } = await import('/assets/js/timeline.js');
    const { view } = await import('/assets/js/view.js');
    const { map } = chart;
    const frame = () => new Promise((done) => requestAnimationFrame(done));
    const wait = (ms) => new Promise((done) => setTimeout(done, ms));
    const rendered = () => new Promise((done) => {
        map.once('render', done);
        map.triggerRepaint();
    });
    const rest = async () => {
        while (map.isMoving() || !map.loaded()) await wait(50);
        await wait(350);
    };
    const loaded = () => ['regions', 'tally-counts', 'focus'].every((source) => map.isSourceLoaded(source));
    const entries = (since) =>
        performance.getEntriesByType('measure').filter((entry) => entry.startTime >= since);
    const pictures = [];
    map.on('render', () => pictures.push(performance.now()));
    // Bins lie over the map, which a step leaves as it is.
    const ofBins = () => view.frame.bins.count.length > 0;
    const blocks = [];
    const observer = new PerformanceObserver((list) => {
        blocks.push(...list.getEntries().map(({ duration }) => duration));
    });
    observer.observe({ type: 'longtask' });
    const times = [];
    async function timed(act, mark) {
        await rest();
        const since = performance.now();
        act();
        if (mark === 'step') {
            // No picture is asked for here: it would stand in the way of that of the step. The frame after the one in
            // which the map drew begins when the picture is there.
            const drawn = (at) => ofBins() || pictures.some((moment) => moment >= at);
            const written = () => entries(since).find((entry) => entry.name === mark);
            while (!written() || !drawn(written().startTime)) await frame();
            await frame();
            if (ofBins()) await frame();
        } else {
            while (mark && !entries(since).some((entry) => entry.name === mark)) await frame();
            if (mark === 'repaint') await chart.drawn;
            do await rendered();
            while (mark && !loaded());
            await frame();
        }
        times.push(performance.now() - since);
    }
    const press = (selector) => document.querySelector(selector).click();
    const length = axis.whole.last - axis.whole.first;
    if (name === 'brush') {
        for (let step = 0; step < 12; step += 1) {
            const at = axis.whole.first + length * (0.35 + step / 60);
            await timed(() => setWindow(at, at + length / 3), 'step');
        }
    } else if (name === 'play') {
        press('#play');
        const since = performance.now();
        await wait(4000);
        const steps = entries(since).filter((entry) => entry.name === 'step');
        times.push(...steps.slice(1).map((entry, index) => entry.startTime - steps[index].startTime));
        press('#play');
    } else if (name === 'select') {
        const { id, on_map: shown } = view.frame.marks;
        const ids = id.filter((_, index) => shown[index] && index % Math.ceil(id.length / 6) === 0);
        const answer = ids.length ? { rows: [] } : await (await fetch('/page/rows?start=0&end=6')).json();
        for (const one of [...ids, ...answer.rows.map((row) => row.id)]) await timed(() => change({ selected: one }));
        change({ selected: '' });
    } else if (name === 'filter') {
        for (let turn = 0; turn < 6; turn += 1) await timed(() => press('.row[data-facet=type]'), 'repaint');
    } else if (name === 'zoom') {
        for (const by of [1, -1, 1, -1]) await timed(() => map.jumpTo({ zoom: map.getZoom() + by }));
    } else if (name === 'layer') {
        for (let turn = 0; turn < 4; turn += 1) await timed(() => press('.row[data-value=routes]'));
    }
    change({ since: null, until: null });
    await rest();
    observer.disconnect();
    return { times, longest_block: Math.max(0, ...blocks) };
}"""
WARMED = """() => new Promise((done) => {
    const look = () => (performance.getEntriesByName('warmed').length ? done() : setTimeout(look, 50));
    look();
})"""
"""All scripts are there, and what a selection draws was drawn once."""
INTERACTIONS = ("brush", "play", "select", "filter", "zoom", "layer")


@dataclass(frozen=True, slots=True)
class Interaction:
    """One kind of gesture: from the hand to the next painted frame, and the longest block of the page meanwhile.

    For ``play`` the times lie between one step and the next. ``main_cpu_ms``: what the page's own thread works for one
    gesture, with all that follows it; ``block_cpu_ms``: the same of the longest block. Unlike the others these two
    do not depend on what else the machine does.
    """

    name: str
    median_ms: float
    worst_ms: float
    longest_block_ms: float
    block_cpu_ms: float
    main_cpu_ms: float


@dataclass(frozen=True, slots=True)
class PageMeasured:
    """A store as the page shows it, with a warm server.

    ``first_picture_ms``: from the address to the map as a picture; ``first_map_ms``: to the map that can be moved; each
    the median of visits that nobody looked into, each with a new browser and an empty profile.
    """

    store: str
    records: int
    first_picture_ms: float
    first_map_ms: float
    interactions: tuple[Interaction, ...]


@click.command("page", epilog="Example: leadline bench page --json")
@click.argument("store", required=False)
@click.option("--records", default=RECORDS, show_default=True, help="Size of the generated store, 0 for none.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def command(store: str | None, records: int, as_json: bool) -> None:
    """Open the page of STORE, by default of the built-in case and of generated records, and measure its answers."""
    measured = []
    with tempfile.TemporaryDirectory() as folder, _playwright() as playwright:
        stores = [(store or "case", store or "case")]
        if store is None and records:
            stores.append((f"{records:,} generated", str(generated(Path(folder) / "generated.gpkg", records))))
        for name, address in stores:
            click.echo(f"measuring {name} …", err=True)
            measured.append(measure(playwright, name, address))
    if as_json:
        click.echo(json.dumps({"stores": [asdict(each) for each in measured], "aims": AIMS}))
        return
    for each in measured:
        click.echo(
            f"{each.store}: {each.records:,} records, first picture after {each.first_picture_ms:,.0f} ms, "
            f"first map after {each.first_map_ms:,.0f} ms"
        )
        heads = ("median ms", "worst ms", "block ms", "its CPU ms", "all CPU ms")
        click.echo(f"  {'gesture':10}" + "".join(f"{head:>12}" for head in heads))
        for one in each.interactions:
            told = (one.median_ms, one.worst_ms, one.longest_block_ms, one.block_cpu_ms, one.main_cpu_ms)
            click.echo(f"  {one.name:10}" + "".join(f"{ms:>12,.0f}" for ms in told))


def measure(playwright: Playwright, name: str, address: str) -> PageMeasured:
    """Serve a store, open its page a few times, and make each gesture on a visit of its own."""
    with _serving(address) as (url, count):
        visits = list(_visits(playwright, url))
        with _browser(playwright) as browser:
            page = browser.new_page(viewport={"width": WIDTH_PX, "height": HEIGHT_PX})
            _opened(page, url)
            page.evaluate(WARMED)
            interactions = tuple(_gesture(browser, page, gesture) for gesture in INTERACTIONS)
    pictures, maps = zip(*visits, strict=True)
    return PageMeasured(name, count, statistics.median(pictures), statistics.median(maps), interactions)


def _visits(playwright: Playwright, url: str) -> Iterator[tuple[float, float]]:
    """When the picture of the map was painted and when the map was drawn, in milliseconds.

    The first visit is not told: it warms the server, and says how high the frame of a window is.
    """
    path, frame_px = _chromium(), 0
    for visit in range(VISITS + 1):
        with alone(path, WIDTH_PX, HEIGHT_PX + frame_px) as debugging:
            time.sleep(BEFORE_S)
            open_tab(debugging, url)
            time.sleep(UNWATCHED_S)
            browser = playwright.chromium.connect_over_cdp(debugging)
            page = next(page for context in browser.contexts for page in context.pages if page.url.startswith(url))
            times = _opened(page)
            frame_px = page.evaluate("outerHeight - innerHeight")
            browser.close()
        if visit:
            yield times


def generated(path: Path, count: int) -> Path:
    """A store of ``count`` records about the Caribbean over ten years, the same each time."""
    chance = random.Random(14)
    open_store(path, create=True).put(_record(number, chance) for number in range(count))
    return path


def _record(number: int, chance: random.Random) -> Incident:
    day = date(2015, 1, 1) + timedelta(days=chance.randrange(3_650))
    lon, lat = chance.uniform(-88, -60), chance.uniform(8, 24)
    kind = chance.random()
    if kind < 0.5:
        place = Place(round(lon, 3), round(lat, 3), 100.0, "exact", "coordinates")
    elif kind < 0.9:
        place = Place(round(lon, 1), round(lat, 1), 20_000.0, "near", "name")
    else:
        region, lon, lat = chance.choice(SEAS)
        place = Place(lon, lat, 900_000.0, "region", "sea", region_id=region)
    return Incident(
        id=f"generated:{number}",
        event_type=chance.choice(TYPES),
        title=f"Generated record {number}",
        date_start=day,
        date_end=day,
        date_precision="day",
        place=place,
        claim_status=chance.choice(("claimed", "confirmed")),
    )


def _opened(page: Page, url: str = "") -> tuple[float, float]:
    """Open the page, if it is not, and say when the picture of its map was painted and when the map was drawn."""
    if url:
        page.goto(url)
    page.wait_for_selector("body[data-ready=true]", timeout=60_000)
    read = "(name) => performance.getEntriesByName(name)[0]?.startTime ?? performance.now()"
    return float(page.evaluate(read, "first-picture")), float(page.evaluate(read, "first-map"))


def _gesture(browser: Browser, page: Page, name: str) -> Interaction:
    page.wait_for_timeout(1_000)
    inside = page.context.new_cdp_session(page)
    inside.send("Performance.enable", {"timeDomain": "threadTicks"})
    before = _worked_ms(inside)
    browser.start_tracing(page=page, categories=["toplevel", "disabled-by-default-devtools.timeline"])
    told: dict[str, Any] = page.evaluate(PROBE, name)
    block = _longest_task_ms(json.loads(browser.stop_tracing())["traceEvents"])
    worked = _worked_ms(inside) - before
    inside.detach()
    times = [float(ms) for ms in told["times"]] or [0.0]
    return Interaction(
        name, statistics.median(times), max(times), float(told["longest_block"]), block, worked / len(times)
    )


def _longest_task_ms(events: list[dict[str, Any]]) -> float:
    """The CPU time of the longest task of a page's own thread in a trace."""
    mains = {
        (event["pid"], event["tid"])
        for event in events
        if event["name"] == "thread_name" and event["args"].get("name") == "CrRendererMain"
    }
    tasks = [event for event in events if "tdur" in event and (event["pid"], event["tid"]) in mains]
    return max((float(event["tdur"]) / 1000 for event in tasks), default=0.0)


def _worked_ms(inside: CDPSession) -> float:
    metrics = {each["name"]: each["value"] for each in inside.send("Performance.getMetrics")["metrics"]}
    return float(metrics["TaskDuration"]) * 1000


@contextmanager
def _serving(address: str) -> Iterator[tuple[str, int]]:
    """The page of a store on a free port, and how many records it has; its first view is computed before."""
    from dashboard.app import make_app, warm
    from dashboard.free_port import served

    app = make_app(address)
    warm(app)
    with served(app.server) as found:
        yield f"{found}/", len(app.server.state.served.snapshot)


@contextmanager
def _playwright() -> Iterator[Playwright]:
    try:
        from playwright.sync_api import sync_playwright
    except ImportError as reason:
        raise DashboardError("playwright is not installed", where="bench page", next="run 'make setup'") from reason
    with sync_playwright() as playwright:
        yield playwright


@contextmanager
def _browser(playwright: Playwright) -> Iterator[Browser]:
    browser = playwright.chromium.launch(executable_path=_chromium(), args=list(CHROMIUM_ARGUMENTS))
    yield browser
    browser.close()


def _chromium() -> str:
    path = chromium_path()
    if path is None:
        raise DashboardError(
            "there is no Chromium here", where="bench page", next="install it, or set LEADLINE_CHROMIUM to where it is"
        )
    return path

"""The filter over one's own, in the browser, against the filter over all records."""

import random

import pytest

from dashboard.page.review import own_items
from dashboard.words import words_of
from layers.region import named_seas
from layers.selection import Selection
from records.filter import Filter
from records.store import open_store

pytestmark = pytest.mark.browser

FACTS = [
    {"text": "venezuela boat"},
    {"text": "NAVY"},
    {"text": '"venezuela boat"'},
    {"text": '"boat strike" us'},
    {"text": '« us » "'},
    {"claim": "claimed"},
    {"claim": "corroborated,confirmed", "type": "seizure"},
    {"disputed": "facts"},
    {"disputed": "any"},
    {"disputed": "none"},
    {"precision": "region,unknown"},
    {"at_sea": "true"},
    {"since": "2025-09-01", "until": "2025-10-15"},
    {"type": "strike,seizure", "since": "2025-11-01T10:00:00Z"},
    {"flag": "position_coarse"},
]
ACROSS = [{"bbox": "150,-40,-100,40"}, {"within": "170,-10,-100,-10,-100,30,170,30"}]
PASSING = """async ({ items, outlines, questions }) => {
    const { filtered } = await import("/assets/js/own_filter.js");
    const { state } = await import("/assets/js/state.js");
    const point = ({ lon, lat }) => ({ type: "Point", coordinates: [lon, lat] });
    const shape = (item) => (item.outline ? outlines[item.outline] : item.region ?? point(item));
    const list = (text) => text?.split(",") ?? null;
    return questions.map((asked) => {
        const { type, claim, precision, flag, at_sea: atSea } = asked;
        const lists = { type: list(type), claim: list(claim), precision: list(precision), flag: list(flag) };
        const open = { disputed: null, bbox: null, within: null, since: null, until: null, text: "" };
        Object.assign(state, { ...open, ...asked, ...lists, atSea: atSea === "true" });
        return [...filtered(items, shape).passing];
    });
}"""


def areas(rng: random.Random) -> list[dict[str, str]]:
    """Boxes and rings about the sea of the case, some of them together; rings do not cross themselves."""
    found = []
    for _ in range(30):
        west, south = rng.uniform(-125, -55), rng.uniform(-8, 28)
        box = {"bbox": f"{west:.2f},{south:.2f},{west + rng.uniform(1, 25):.2f},{south + rng.uniform(1, 15):.2f}"}
        lon, lat = rng.uniform(-120, -60), rng.uniform(0, 25)
        high, wide = rng.uniform(1, 9), rng.uniform(1, 14)
        corners = [(lon - wide, lat), (lon, lat - high), (lon + wide, lat), (lon, lat + rng.uniform(-0.8, 0.9) * high)]
        ring = {"within": ",".join(f"{x:.3f},{y:.3f}" for x, y in corners)}
        found += [box, ring, {**box, **ring}]
    return found


def test_the_browser_and_the_records_answer_alike(visit):
    store = open_store("case")
    questions = [*FACTS, *ACROSS, *areas(random.Random(4))]
    expected = [{each.id for each in Selection(store, Filter.from_query(asked)).incidents()} for asked in questions]
    told = own_items([*store.incidents()], named_seas(), words_of("en"))
    page = visit.open()
    answers = page.evaluate(PASSING, {**told, "questions": questions})
    differing = [
        (asked, wanted ^ set(passing))
        for asked, wanted, passing in zip(questions, expected, answers, strict=True)
        if wanted != set(passing)
    ]
    assert differing == []
    assert sum(0 < len(wanted) < 167 for wanted in expected) > 60

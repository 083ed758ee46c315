"""The sheet and the table of records, as data: what comes from a report stays text."""

import json

import pytest
from dash import html

from dashboard.page.callbacks import sheet_body
from dashboard.page.details import details
from dashboard.page.table import SORTED, Part, rows_of
from dashboard.served import Served
from dashboard.words import words_of
from geo.message import Message
from geo.place import Place
from layers.region import named_seas
from records.case.words import own_words
from records.filter import Filter
from records.incident import Actor, Claim, Incident, Quote, Source, WaterShare
from records.store import open_store

WORDS = words_of("en")
SPITE = "<img src=x onerror=alert(1)>[a](javascript:alert(1))"


@pytest.fixture(scope="module")
def served():
    return Served.of(open_store("case"))


def text_of(children):
    """All text of components, in order."""
    if isinstance(children, str):
        return children
    if isinstance(children, list | tuple):
        return " ".join(map(text_of, children))
    return text_of(getattr(children, "children", None) or "")


def all_of(children):
    if isinstance(children, list | tuple):
        for child in children:
            yield from all_of(child)
    elif not isinstance(children, str) and children is not None:
        yield children
        yield from all_of(getattr(children, "children", None))


def record(**facts):
    return Incident(**{"id": "a:1", "event_type": "strike", "title": "A strike", **facts})


def test_every_record_of_the_case_has_a_sheet(served):
    for incident in served.store.incidents():
        said = text_of(sheet_body(served, incident.id, WORDS))
        assert incident.title in said
        assert incident.location_text in said


def test_every_route_of_the_case_has_a_sheet(served):
    for route in served.store.routes():
        assert route.name in text_of(sheet_body(served, f"route:{route.id}", WORDS))


def test_a_route_tells_how_wide_it_is_and_what_may_lie_in_it(served):
    said = text_of(sheet_body(served, "route:ep-tumaco-mexico-sub", WORDS))
    assert "Tumaco, Nariño, Colombia ± 10 nmi (19 km)" in said
    assert WORDS("route.incidents") in said
    assert "First announced strike in the eastern Pacific" in said


def test_a_record_names_the_routes_that_its_place_fits_with_the_same_number(served):
    body = list(all_of(sheet_body(served, "route:ep-tumaco-mexico-sub", WORDS)))
    row = next(item for item in body if isinstance(item, html.Li) and "First announced strike" in text_of(item))
    (button,) = [item for item in all_of(row) if isinstance(item, html.Button)]
    back = text_of(sheet_body(served, getattr(button, "data-select"), WORDS))
    assert WORDS("sheet.routes") in back
    share = text_of(row).split("%")[0].split()[-1]
    assert f"Tumaco to Mexico by semi-submersible {share}%" in back


def test_what_is_not_drawn_is_listed_with_its_reason(served):
    said = text_of(sheet_body(served, "route:", WORDS))
    assert "Fast boats near the Colombia-Venezuela line not stated:" in said
    assert "Ecuador: small craft do not pass the canals between oceans" in said


def test_a_link_to_a_record_that_is_not_here_says_so(served):
    assert "no record nowhere" in text_of(sheet_body(served, "nowhere", WORDS))


def test_words_of_reports_are_text_and_links_are_web_addresses():
    spiteful = record(
        title=SPITE,
        summary=SPITE,
        location_text=SPITE,
        dispute=SPITE,
        actors=(Actor(name=SPITE, role="actor"),),
        sources=(Source(publisher=SPITE, title=SPITE, url="javascript:alert(1)"), Source(url="file:///etc/passwd")),
    )
    body = details(spiteful, lambda _: None, WORDS)
    assert text_of(body).count(SPITE) >= 5
    assert not [part for part in all_of(body) if hasattr(part, "dangerously_allow_html")]
    hrefs = [part.href for part in all_of(body) if getattr(part, "href", None)]
    assert [href for href in hrefs if not href.startswith("?sel=")] == []


def test_place_first_as_reported_then_as_drawn_with_its_steps():
    place = Place(-70, 12, 130_000, "area", "offset", (Message("a", "about Aruba"), Message("b", "nothing stated")))
    said = text_of(details(record(location_text="off Aruba", place=place), lambda _: None, WORDS))
    parts = ["“off Aruba”", "70 nmi (130 km)", "about Aruba", "nothing stated", "Killed"]
    assert [said.index(part) for part in parts] == sorted(said.index(part) for part in parts)


def test_a_stated_position_is_told_as_a_point():
    place = Place(-70.5, -12.25, 200, "exact", "coordinates")
    said = text_of(details(record(place=place), lambda _: None, WORDS))
    assert "12.250° S, 70.500° W" in said


def test_tolls_are_ranges_with_their_claimants():
    facts = record(
        killed_min=3,
        killed_max=11,
        killed_max_reason="presumed",
        claims=(
            Claim(claimant="The command", field="killed", value_min=3, value_max=3),
            Claim(claimant="The families", field="killed", value_min=11),
        ),
    )
    said = text_of(details(facts, lambda _: None, WORDS))
    for part in ("3–11", "3 The command", "≥ 11 The families", "presumed dead"):
        assert part in said


def test_one_claim_names_its_claimant_and_the_source_that_carries_it():
    facts = record(
        killed_min=3,
        killed_max=3,
        sources=(Source(publisher="The Paper", published="2025-09-03"),),
        claims=(Claim(claimant="The command", field="killed", value_min=3, value_max=3, source=0),),
    )
    said = text_of(details(facts, lambda _: None, WORDS))
    assert "3  as claimed by The command in The Paper, 3 Sep 2025" in said


@pytest.mark.parametrize(
    ("objects_to", "head"),
    [
        ("facts", "Objects on the facts"),
        ("legality", "Objects on the law"),
        ("both", "Objects on facts and law"),
        (None, "Reports differ"),
    ],
)
def test_claim_and_objection_stand_side_by_side(objects_to, head):
    facts = record(
        dispute="It was a fishing boat.",
        disputed_on=objects_to,
        actors=(Actor(name="The command", role="announced_by"), Actor(name="The families", role="disputed_by")),
        claims=(Claim(claimant="The command", field="killed", value_min=3, value_max=3),),
    )
    body = list(all_of(details(facts, lambda _: None, WORDS)))
    says, objects = [part for part in body if "side " in f"{getattr(part, 'className', '')} "]
    assert text_of(says) == "Says The command killed: 3"
    assert text_of(objects).startswith(f"{head} It was a fishing boat. named as objecting: The families")


def test_nobody_is_named_twice_nor_left_out_where_sides_are_shown(served):
    for incident in served.store.incidents():
        said = text_of(sheet_body(served, incident.id, WORDS))
        for actor in incident.actors:
            assert actor.name in said, incident.id


def test_a_strike_without_a_toll_says_not_stated():
    assert "not stated" in text_of(details(record(), lambda _: None, WORDS))


def test_quotes_are_shown_where_a_report_is_held():
    quoted = Source(publisher="The Paper", published="2025-09", quotes=(Quote(start=0, end=4, text="four"),))
    said = text_of(details(record(summary="x", sources=(quoted,)), lambda _: None, WORDS))
    assert "“four” The Paper, Sep 2025" in said
    assert "Our own summary" not in said


def test_a_source_that_may_not_be_linked_is_not():
    body = details(record(sources=(Source(title="T", url="https://a.test/", link=False),)), lambda _: None, WORDS)
    assert "source could not be linked" in text_of(body)
    assert not [part for part in all_of(body) if getattr(part, "href", "").startswith("https")]


SOURCES_ONCE = {
    "title and publisher agree": (Source(title="The Paper", publisher="the paper", published="2025-09"), "Sep 2025"),
    "publisher alone": (Source(publisher="The Paper"), ""),
    "an address that is none": (Source(title="The Paper", publisher="The Paper", url="local.pdf"), "no link"),
    "flagged": (Source(title="The Paper", publisher="The Paper", link=False), "no link"),
}


@pytest.mark.parametrize(("source", "beside"), SOURCES_ONCE.values(), ids=SOURCES_ONCE.keys())
def test_a_source_is_named_once(source, beside):
    said = text_of(details(record(sources=(source,)), lambda _: None, WORDS)).partition("Sources")[2]
    assert said.lower().count("the paper") == 1
    assert ("could not be linked" in said) is (beside == "no link")
    assert beside in said or beside == "no link"


@pytest.mark.parametrize("scope", ["shown", "unplaced", "aside"])
def test_the_table_holds_the_records_of_its_tab(served, scope):
    part = rows_of(served, Filter(at_sea=True), Part(scope), WORDS)
    rows = part.rows
    assert part.count == len(rows)
    assert json.loads(json.dumps(rows)) == rows
    unplaced = {row["id"] for row in rows if row["sure"] == "not placed"}
    if scope == "shown":
        assert unplaced == set()
    if scope == "unplaced":
        assert unplaced == {row["id"] for row in rows}
    if scope == "aside":
        assert {row["what"] for row in rows} == {"Statement", "Designation", "Aid"}


@pytest.mark.parametrize("column", SORTED)
def test_the_parts_of_a_table_join_to_the_whole(served, column):
    whole = rows_of(served, Filter(at_sea=True), Part(sort=column), WORDS)
    parts = [
        rows_of(served, Filter(at_sea=True), Part(start=at, end=at + 50, sort=column), WORDS) for at in (0, 50, 100)
    ]
    assert [row["id"] for part in parts for row in part.rows] == [row["id"] for row in whole.rows]
    assert {part.count for part in parts} == {whole.count}
    sought = rows_of(served, Filter(at_sea=True), Part(end=0, sort=column, seek=str(whole.rows[7]["id"])), WORDS)
    assert (sought.rows, sought.found) == ([], 7)


def test_the_table_is_in_order_of_what_it_is_sorted_by(served):
    dates = [row["date"] for row in rows_of(served, Filter(at_sea=True), Part(descending=True), WORDS).rows]
    killed = [row["killed"] for row in rows_of(served, Filter(), Part(sort="killed", descending=True), WORDS).rows]
    known = [toll for toll in killed if toll is not None]
    assert dates[0] > dates[-1]
    assert known == sorted(known, reverse=True)
    assert killed[: len(known)] == known


def test_summaries_of_other_stores_are_not_called_our_own():
    said = text_of(details(record(summary="As it came."), lambda _: None, WORDS, own=False))
    assert "As it came." in said
    assert "Our own summary" not in said


def test_the_sheet_says_whose_waters_with_the_rule_and_the_coast():
    place = Place(-62.0, 11.6, 60_000.0, "area", "offset")
    said = text_of(details(record(place=place), named_seas(), WORDS))
    assert "Trinidad and Tobago EEZ" in said
    assert "from 0 nmi (0 km) to" in said
    assert "article 3" in said
    assert WORDS("waters.limits") in said
    spanish = text_of(details(record(place=place), named_seas(), words_of("es")))
    assert "ZEE de Trinidad y Tobago" in spanish
    assert "artículo 3" in spanish


def test_contested_waters_are_told_with_their_parties():
    place = Place(-58.0, 8.5, 30_000.0, "area", "offset")
    said = text_of(details(record(place=place), named_seas(), WORDS))
    assert "Contested: Waters off the Essequibo region, between Guyana, Venezuela (100% of the region)" in said


def test_a_statement_ashore_has_no_waters_unless_it_says_so():
    place = Place(-77.0, 38.9, 5_000.0, "near", "name")
    statement = record(event_type="statement", place=place)
    assert WORDS("sheet.waters") not in text_of(details(statement, named_seas(), WORDS))
    said = statement.model_copy(update={"waters": (WaterShare(country="USA", zone="eez", probability=1.0),)})
    assert WORDS("waters.by_record") in text_of(details(said, named_seas(), WORDS))


def test_many_small_waters_are_told_together(served):
    place = Place(-70.0, 14.0, 900_000.0, "region", "sea", region_id="caribbean_sea")
    said = text_of(details(record(place=place), named_seas(), WORDS))
    assert "others" in said


def written(body):
    """Texts of components that carry a language of their own, with it."""
    return {text_of(each): each.lang for each in all_of(body) if getattr(each, "lang", None)}


def test_in_spanish_the_case_says_its_own_words_in_spanish_and_marks_what_stays_english(served):
    spanish = words_of("es")
    body = sheet_body(served, "2025-09-02-strike-1", spanish)
    said = text_of(body)
    assert "Legisladores y juristas cuestionan como ilícito el segundo impacto" in said
    record = served.store.incident("2025-09-02-strike-1")
    marked = written(body)
    assert marked[record.title] == marked[record.sources[0].title] == "en"
    assert record.dispute not in said


def test_no_sheet_of_the_case_has_english_words_that_are_told_in_spanish(served):
    spanish = words_of("es")
    told = own_words("es")
    for record in served.store.incidents():
        said = text_of(sheet_body(served, record.id, spanish))
        for text in (record.dispute, record.notes):
            assert not text or (text not in said and told[text] in said)


def test_in_english_only_what_is_foreign_is_marked(served):
    body = sheet_body(served, "2025-09-18-total-1", WORDS)
    assert written(body) == {"Ecuador decomisa 44 bultos con droga al sureste de las Islas Galápagos": "es"}


def test_flags_are_said_in_the_language(served):
    said = text_of(details(record(flags=("position_coarse",)), lambda _: None, words_of("es")))
    assert words_of("es")("flag.position_coarse") in said


def test_why_routes_are_not_drawn_is_said_in_the_language(served):
    said = text_of(sheet_body(served, "route:", words_of("es")))
    assert "sin indicar: las palabras no nombran ningún lugar conocido" in said
    assert "1,8 veces más largo" in said
    assert "not stated" not in said

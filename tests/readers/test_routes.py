"""A user's routes: recognised by their columns, joined, kept; what cannot be a route is refused, never guessed."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from dashboard.commands.import_ import command
from dashboard.errors import WrongUseError
from layers.registry import layer_named
from layers.selection import Selection
from layers.writers import writer_of
from layers.writers.export import Export
from records.case import facts
from records.errors import RecordsError
from records.readers.routes import mode_of, open_routes
from records.readers.row import NotOfKindError, Options, Reject
from records.route import Route
from records.store import open_store


def written(tmp_path, text, name="routes.csv"):
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return path


def outcomes(tmp_path, text):
    return list(open_routes(written(tmp_path, text)).outcomes())


def take(*arguments):
    done = CliRunner().invoke(command, [str(each) for each in arguments], catch_exceptions=False)
    assert done.exit_code == 0
    return done


def test_the_cases_own_table_is_read_as_the_case_reads_it():
    languages = {"sources": {"__all__": {"language"}}}  # which stand in a table of their own
    read, known = open_routes(facts.FOLDER / "routes.csv").outcomes(), facts.routes()
    assert [each.model_dump(exclude=languages) for each in read] == [
        each.model_dump(exclude=languages) for each in known
    ]


@pytest.mark.parametrize(
    "header",
    [
        "from,to",
        "From,Via,To",
        "origin,destination,mode",
        "Desde,Hasta",
        "origen,por,destino",
        "départ,arrivée",
        "start,end",
    ],
)
def test_headers_that_tell_routes(tmp_path, header):
    (route,) = outcomes(tmp_path, f"{header}\nCartagena,{'x,' * (header.count(',') - 1)}Barahona\n")
    assert isinstance(route, Route)
    assert (route.from_text, route.kind) == ("Cartagena", "trafficking")


@pytest.mark.parametrize(
    "text",
    [
        "date,lat,lon,from,to\n2024-05-01,1,2,a,b\n",
        "from,to,location\na,b,off Grenada\n",
        "title,summary\na,b\n",
        '{"type": "FeatureCollection", "features": []}',
    ],
)
def test_other_tables_are_none_of_routes(tmp_path, text):
    assert open_routes(written(tmp_path, text)) is None


def test_another_table_is_refused_where_routes_were_asked_for(tmp_path):
    path = written(tmp_path, "title,summary\na,b\n")
    with pytest.raises(NotOfKindError, match="name them from and to"):
        open_routes(path, Options(format="routes"))
    with pytest.raises(WrongUseError):
        take(path, "--format", "routes", "--into", tmp_path / "x.gpkg")


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (",Miami,,", "does not say where the route begins"),
        ("Cartagena,,,", "does not say where the route ends"),
        ("Cartagena,Miami,picnic,", "no kind of route 'picnic'"),
        ("Cartagena,Miami,,0000", "year 0"),
    ],
)
def test_what_is_no_route_is_refused_with_its_line(tmp_path, row, said):
    good, bad = outcomes(tmp_path, f"from,to,kind,period\nA,B,migration,2024\n,,,\n{row}\n")
    assert good.kind == "migration"
    assert isinstance(bad, Reject)
    assert bad.line == 4
    assert said in bad.reason


def test_an_id_stands_once(tmp_path):
    first, second = outcomes(tmp_path, "id,from,to\n1,A,B\n1,C,D\n")
    assert first.id == "1"
    assert "in line 2 already" in second.reason


def test_a_route_without_an_id_has_the_same_one_again(tmp_path):
    one, other = (outcomes(tmp_path, "from,to\nA,B\n")[0] for _ in range(2))
    assert one.id == other.id
    assert one.id.startswith("routes:")


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("Plane", "air"),
        ("by land", "land_leg"),
        ("avioneta", "air"),
        ("Sea", "vessel"),
        ("marítimo", "vessel"),
        ("Go-Fast", "go_fast"),
        ("balloon", "balloon"),
        ("", ""),
    ],
)
def test_modes_in_other_words(text, mode):
    assert mode_of(text) == mode


@pytest.fixture(scope="module")
def imported(tmp_path_factory, root: Path):
    """The example's store, and what the command said."""
    address = tmp_path_factory.mktemp("routes") / "store.gpkg"
    done = take(root / "docs/examples/routes.csv", "--into", address, "--json")
    return address, json.loads(done.stdout), done.stderr


def test_routes_are_kept_beside_the_records_and_counted(imported):
    address, answer, said = imported
    told = answer["routes"]
    assert told["read"] == told["stored"] + told["duplicates"] + told["rejected"] == 6
    assert (told["stored"], told["rejected"]) == (5, 1)
    assert [one["id"] for one in told["not_drawn"]] == ["invented-5"]
    assert "no place was found for where it begins: 'Nowhereville Harbour'" in said
    assert answer["read"] == 0
    kept = {route.id: route for route in open_store(address).routes()}
    assert [leg.medium for leg in kept["invented-2"].legs] == ["land", "sea"]
    assert [leg.medium for leg in kept["invented-4"].legs] == ["air"]
    assert kept["invented-1"].legs[0].line.geom_type == "MultiLineString"
    assert kept["invented-5"].legs == ()


def test_rejects_stand_in_the_file_of_rejects(imported):
    _, answer, _ = imported
    (line,) = Path(answer["routes"]["rejects_file"]).read_text(encoding="utf-8").splitlines()
    assert json.loads(line)["line"] == 7


def test_known_routes_are_not_stored_again_and_other_words_take_their_place(imported, tmp_path):
    address, _, _ = imported
    text = "id,from,to,mode\ninvented-3,Barranquilla,Kingston,go_fast\n"
    again = json.loads(take(written(tmp_path, text), "--into", address, "--json", "--dry-run").stdout)["routes"]
    assert (again["stored"], again["replaced"], again["dry_run"]) == (1, 1, True)
    kept = {route.id: route for route in open_store(address).routes()}
    assert kept["invented-3"].from_text == "Santa Marta, Colombia"


def test_our_own_export_comes_back(imported, tmp_path):
    address, _, _ = imported
    path = tmp_path / "routes.csv"
    store = open_store(address)
    path.write_bytes(b"".join(writer_of("csv").chunks(Export(layer_named("routes"), Selection(store)))))
    answer = json.loads(take(path, "--into", address, "--json").stdout)
    assert (answer["routes"]["duplicates"], answer["routes"]["stored"]) == (5, 0)


def test_routes_and_records_go_in_together(tmp_path, root):
    files = (root / "docs/examples/incidents.csv", written(tmp_path, "from,to,mode\nMoscow,Vladivostok,plane\nA,,\n"))
    answer = json.loads(take(*files, "--into", tmp_path / "x.gpkg", "--json").stdout)
    assert answer["stored"] == 4
    assert answer["routes"]["stored"] == 1
    rejects = Path(answer["routes"]["rejects_file"]).read_text(encoding="utf-8").splitlines()
    assert len(rejects) == answer["rejected"] + answer["routes"]["rejected"] == 3


def test_nothing_but_refused_rows_is_a_failure(tmp_path):
    with pytest.raises(RecordsError, match="no row could be read"):
        take(written(tmp_path, "from,to\nA,\n"), "--into", tmp_path / "x.gpkg")

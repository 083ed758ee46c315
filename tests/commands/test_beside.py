"""Files laid beside a store: read, said how, exported and refused, the same for every command."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from dashboard.app import make_app
from dashboard.commands.beside import OPTION_NAMES, beside_options, read_beside
from dashboard.commands.export import command as export
from dashboard.commands.serve import command as serve
from dashboard.errors import WrongUseError
from dashboard.export import stream
from layers.errors import LayersError
from records.errors import RecordsError
from records.filter import Filter

EXAMPLES = Path(__file__).resolve().parents[2] / "docs" / "examples"
TRACKS, AREAS = str(EXAMPLES / "tracks.csv"), str(EXAMPLES / "areas.geojson")
NOTHING = {
    "tracks": (), "encounter_nmi": 0.27, "encounter_minutes": 120.0, "overlay": (), "overlay_crs": "", "zones": None,
    "polygons_field": "",
}  # fmt: skip


def run(*arguments):
    done = CliRunner().invoke(export, ["case", *arguments], catch_exceptions=False)
    assert done.exit_code == 0
    return done


def test_the_options_are_those_that_are_read():
    assert set(OPTION_NAMES) == set(NOTHING)
    for command in (export, serve):
        assert set(OPTION_NAMES) <= {parameter.name for parameter in command.params}
    assert beside_options is not None


def test_tracks_are_exported_and_said_how_they_were_read():
    done = run("--layer", "tracks", "--tracks", TRACKS)
    features = json.loads(done.stdout)["features"]
    assert [each["id"] for each in features] == ["200000001", "200000002", "200000003"]
    assert "positions off the way, left out: 1" in done.stderr


def test_the_rule_of_encounters_is_an_option():
    (met,) = json.loads(run("--layer", "encounters", "--tracks", TRACKS).stdout)["features"]
    assert met["properties"]["minutes"] == 180
    few = run("--layer", "encounters", "--tracks", TRACKS, "--encounter-minutes", "240")
    assert json.loads(few.stdout)["features"] == []


def test_overlays_are_exported_with_their_properties():
    features = json.loads(run("--layer", "overlay", "--overlay", AREAS).stdout)["features"]
    assert [each["geometry"]["type"] for each in features] == ["Polygon", "LineString", "Point"]
    assert features[0]["properties"]["properties"]["since"] == "2025-08-14"


@pytest.mark.parametrize("layer", ["tracks", "encounters", "overlay"])
def test_a_layer_of_own_files_needs_them(layer):
    with pytest.raises(WrongUseError, match="files of your own"):
        run("--layer", layer)


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        (("--tracks", "no such file.csv"), RecordsError),
        (("--tracks", AREAS), RecordsError),
        (("--overlay", TRACKS), RecordsError),
        (("--overlay", AREAS, "--overlay-crs", "EPSG:4326"), None),
    ],
)
def test_wrong_files_are_told_in_one_line(arguments, error):
    if error is None:
        assert "was not needed" in run("--layer", "overlay", *arguments).stderr
        return
    with pytest.raises((error, LayersError)) as raised:
        run(*arguments)
    assert "\n" not in str(raised.value)


def test_what_is_served_is_what_is_exported():
    beside = read_beside(**NOTHING | {"tracks": (TRACKS,), "overlay": (AREAS,)})
    served = make_app("case", beside).server.state.served
    assert served.selection(Filter()).beside is beside
    file = b"".join(stream(served.store, Filter(), layer="tracks", beside=served.beside).chunks)
    assert file.decode() == run("--layer", "tracks", "--tracks", TRACKS).stdout

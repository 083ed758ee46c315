"""Headers are known in three languages, as whole words only."""

import pytest

from records.readers.headers import named, recognise


@pytest.mark.parametrize(
    ("headers", "columns"),
    [
        ("date,lat,lon,title", {"date": "date", "lat": "lat", "lon": "lon", "title": "title"}),
        ("Fecha,Latitud,Longitud,Lugar,Descripción,Muertos", "date lat lon location_text summary killed"),
        ("Fecha del incidente,Ubicación,Fallecidos,Heridos,Fuente", "date location_text killed injured source"),
        ("Date de l'incident,Latitude (°),Longitude (°),Lieu,Tués", "date lat lon location_text killed"),
        ("decimalLatitude,decimalLongitude,eventDate,verbatimLocality", "lat lon date location_text"),
        ("EVENT_ID,EVENT_DATE,Y,X", "event_id date lat lon"),
        ("Incident Date,Location Coordinates,Web ID", "date position id"),
        ("plate,flat,slat,along,belongs", {}),
        ("lat,name", {"title": "name"}),
        ("vessel lat,vessel long,long name", {"lat": "vessel lat", "lon": "vessel long"}),
        ("x,date", {"date": "date"}),
        ("date created,shore longitude,shore latitude,date of birth", {}),
        ("longitude,latitude,shore_longitude,shore_latitude", {"lon": "longitude", "lat": "latitude"}),
        ("latitude text,longitude text,date", {"date": "date"}),
    ],
)
def test_columns_are_recognised(headers, columns):
    found = recognise(headers.split(","))
    if isinstance(columns, str):
        columns = dict(zip(columns.split(), headers.split(","), strict=True))
    found.pop("id", None) if "id" not in columns else None
    assert found == columns


def test_the_surest_header_wins():
    assert recognise(["region", "location", "place"])["location_text"] == "location"
    assert recognise(["timestamp", "event_date"])["date"] == "event_date"


def test_an_event_id_alone_is_the_id():
    assert recognise(["event_id", "date"])["id"] == "event_id"
    assert recognise(["event_id", "id", "date"])["id"] == "id"


def test_headers_become_different_names():
    assert named(["date", "", "date", "  a\n b "]) == ("date", "column 2", "date (2)", "a b")
    assert named(["a", "", ""]) == ("a",)

"""Real files of many sources, where they are at hand: how many rows each holds and how many are refused."""

import pytest

from records.readers import Reject, open_reading

COUNTS = [
    ("samples/asam/asam_nga_export_2022.csv", "asam", 37, 0),
    ("samples/asam/asam_nga_export_2022_bom.csv", "asam", 12, 0),
    ("samples/asam/asam_msi_api.json", "asam", 2, 0),
    ("samples/asam/asam_msi_api_trailing_comma.json", "asam", 2, 0),
    ("samples/ukmto/ukmto_recent_incidents_scraped.csv", "ukmto", 6, 0),
    ("samples/ukmto/ukmto_geocoded_from_text.csv", "ukmto", 3, 0),
    ("samples/ukmto/ukmto_api_shape_invented.json", "ukmto", 2, 0),
    ("samples/imb/imb_live_report_page.md", "imb", 10, 0),
    ("samples/imb/imb_scraped_details.json", "imb", 21, 0),
    ("samples/imb/piracy_positions_degmin_text.csv", "imb", 40, 0),
    ("samples/pirate_attacks/pirate_attacks_every190.csv", "benden", 40, 0),
    ("samples/gisis/gisis_marine_casualties_export.csv", "imo", 27, 0),
    ("samples/acled/acled_current_header_invented_rows.csv", "acled", 30, 0),
    ("samples/acled/acled_old_header_semicolon_invented_rows.csv", "acled", 12, 0),
    ("samples/events/ucdp_ged_v23_crs84.geojson", "geojson", 24, 0),
    ("samples/events/ucdp_ged_v23_rows.csv", "csv", 24, 0),
    ("samples/events/iom_missing_migrants_2021_export.csv", "csv", 32, 0),
    ("samples/gis/geojson/asam_subregions_nga.geojson", "geojson", 58, 0),
    ("samples/gis/geojson/json_string_properties.geojson", "geojson", 61, 0),
    ("samples/msi/navwarn_from_kml_3d_html.geojson", "geojson", 55, 0),
    ("samples/gis/shp_lambert93_latin1/sous_quartiers.shp", "shp", 31, 0),
    ("samples/gis/shp_latin1_no_shx_no_prj/latin1.shp", "shp", 1, 0),
    ("samples/gis/gpkg_layer_styles_three_crs.gpkg", "gpkg", 15, 0),
    ("samples/gis/kml/ogc_document_clean.kml", "kml", 12, 1),
    ("samples/xlsx/merged_header_serial_dates_invented.xlsx", "xlsx", 20, 0),
    ("samples/ais/dma_danish_ais_2026_26col.csv", "csv", 226, 4),
    ("bench/asam_dev.jsonl", "jsonl", 3383, 0),
]


@pytest.mark.parametrize(("name", "format", "rows", "refused"), COUNTS, ids=[name for name, *_ in COUNTS])
def test_rows(shared_data, gazetteer, name, format, rows, refused):
    path = shared_data / name
    if not path.exists():
        pytest.skip(f"{name} is not there")
    reading = open_reading(path)
    outcomes = list(reading.outcomes(gazetteer))
    assert reading.format == format
    assert len(outcomes) == rows
    assert sum(isinstance(each, Reject) for each in outcomes) == refused

"""How a table is read: notes for the person who brought it."""

from geo.message import Wording

NOTE_NOT_COMPARED = Wording("note_not_compared", "words and position were not compared in {rows} {rows|row|rows}")
NOTE_STORE = Wording("note_store", "a Leadline store")
NOTE_NO_COLUMN = Wording("note_no_column", "no column is known")
NOTE_COLUMNS = Wording("note_columns", "{columns}")
NOTE_NOT_USED = Wording("note_not_used", "not used: {columns}")
NOTE_DELIMITED = Wording("note_delimited", "{encoding}, delimiter {delimiter}")
NOTE_KIND = Wording("note_kind", "{kind}, {encoding}")
NOTE_JSON_LINES = Wording("note_json_lines", "JSON lines, {encoding}")
NOTE_COMMA = Wording("note_comma", "a comma too many in line {line} was passed over")
NOTE_ROWS = Wording("note_rows", "{kind}, {rows} {rows|row|rows}")
NOTE_TURNED = Wording("note_turned", "coordinates were turned from {system} into longitude and latitude (WGS 84)")
NOTE_LAYERS = Wording("note_layers", "{kind}, {layers}")
NOTE_INDEX = Wording("note_index", "its .shx is missing and was made anew")
NOTE_NO_CRS = Wording(
    "note_no_crs", "layer '{layer}' names no coordinate system: taken as longitude, latitude (WGS 84)"
)
NOTE_SHEETS = Wording("note_sheets", "Excel, sheets {sheets}")
NOTE_SHEETS_LEFT = Wording("note_sheets_left", "sheets not read: {sheets}")
NOTE_TOTALS = Wording("note_totals", "row {row} of sheet '{sheet}' holds totals and was left out")
NOTE_DAY_FIRST = Wording("note_day_first", "day first in column '{column}'")
NOTE_MONTH_FIRST = Wording("note_month_first", "month first in column '{column}'")
NOTE_DAY_OR_MONTH = Wording(
    "note_day_or_month",
    "day and month in column '{column}' cannot be told apart in {rows} {rows|row|rows}, "
    "kept without a date: say --day-first or --month-first",
)
NOTE_SWAPPED = Wording("note_swapped", "longitudes stand in the column of latitudes and the other way round: swapped")
NOTE_EASTWARD = Wording("note_eastward", "longitudes are counted from 0 to 360")

WORDINGS: tuple[Wording, ...] = (
    *(NOTE_NOT_COMPARED, NOTE_STORE, NOTE_NO_COLUMN, NOTE_COLUMNS, NOTE_NOT_USED, NOTE_DELIMITED, NOTE_KIND),
    *(NOTE_JSON_LINES, NOTE_COMMA, NOTE_ROWS, NOTE_TURNED, NOTE_LAYERS, NOTE_INDEX, NOTE_NO_CRS, NOTE_SHEETS),
    *(NOTE_SHEETS_LEFT, NOTE_TOTALS, NOTE_DAY_FIRST, NOTE_MONTH_FIRST, NOTE_DAY_OR_MONTH, NOTE_SWAPPED),
    *(NOTE_EASTWARD,),
)
"""All of them, so that translations can be checked for completeness."""

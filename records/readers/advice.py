"""What a person does next about a file or a row that was refused."""

from geo.message import Wording

LEAVE_FORMAT_OUT = Wording("leave_format_out", "leave --format out")
LEAVE_FORMAT_OR_SAY = Wording("leave_format_or_say", "leave --format out, or say --format {found}")
LEAVE_FORMAT_OR_MAP = Wording("leave_format_or_map", "leave --format out, or name the columns with --mapping FILE")
NAME_COLUMNS_OR_DELIMITER = Wording(
    "name_columns_or_delimiter", "name the columns with --mapping FILE.toml, or check the delimiter"
)
NAME_COLUMNS = Wording("name_columns", "name the columns with --mapping FILE")
COLUMNS_ARE = Wording("columns_are", "its columns are {known}")
CORRECT_DATE = Wording("correct_date", "correct the date")
CORRECT_TIME = Wording("correct_time", "correct the time")
NAME_DELIMITER = Wording("name_delimiter", "name one character, or the word tab")
CHECK_DELIMITER = Wording("check_delimiter", "check its delimiter and quotes")
CLOSE_QUOTE = Wording("close_quote", "close or double it")
LEAVE_IT_OUT = Wording("leave_it_out", "leave it out")
QUOTE_CELLS = Wording("quote_cells", "quote cells that hold the delimiter")
WRITE_BAR = Wording("write_bar", "write \\| for a bar inside a cell")
PART_WITH_BARS = Wording("part_with_bars", "part them with bars")
SAVE_AS_UTF8_OR_ENCODING = Wording("save_as_utf8_or_encoding", "save the file as UTF-8, or name its --encoding")
SAVE_FILE_AS_UTF8 = Wording("save_file_as_utf8", "save the file as UTF-8")
NAME_ONE_OF = Wording("name_one_of", "name one of {known}")
UNPACK_AND_NAME = Wording("unpack_and_name", "unpack it and name its files")
SAVE_AS_PDF = Wording("save_as_pdf", "save it as PDF or plain text, or paste its words")
SAVE_TABLE_AS_CSV = Wording("save_table_as_csv", "save its table as CSV")
FETCH_ANEW = Wording("fetch_anew", "fetch it anew")
GIVE_OBJECTS = Wording("give_objects", "give a list of objects")
GIVE_OBJECT = Wording("give_object", "give an object of names and values")
GIVE_AN_OBJECT = Wording("give_an_object", "give an object")
CORRECT_LINE = Wording("correct_line", "correct the line")
CORRECT_LINE_OR_FILE = Wording("correct_line_or_file", "correct the line, or write the file anew")
FILL_OR_LEAVE_OUT = Wording("fill_or_leave_out", "fill it or leave it out")
CORRECT_ROW = Wording("correct_row", "correct the row")
CORRECT_CELL = Wording("correct_cell", "correct the cell")
PUT_HEADER = Wording("put_header", "put one above its rule of dashes")
GIVE_RING = Wording("give_ring", "give a ring of at least four positions")
GIVE_LON_LAT = Wording("give_lon_lat", "give [longitude, latitude]")
CORRECT_COORDINATES = Wording("correct_coordinates", "correct its coordinates")
ONE_OF = Wording("one_of", "one of {known}")
GIVE_DEGREES = Wording("give_degrees", "give numbers in degrees")
GIVE_RINGS = Wording("give_rings", "give a list of rings")
CORRECT_RING = Wording("correct_ring", "correct it; a ring ends where it begins")
GIVE_GEOMETRIES = Wording("give_geometries", "give 'geometries'")
RING_ENDS_AT_START = Wording("ring_ends_at_start", "a ring ends where it begins")
CLOSE_RING = Wording("close_ring", "end it with its first position")
RING_AND_LINE = Wording("ring_and_line", "a ring ends where it begins, a line has two ends")
CORRECT_LON_LAT = Wording("correct_lon_lat", "correct lon and lat, or the point")
SAVE_WITH_WKB = Wording("save_with_wkb", "save it with WKB")
CHECK_WHOLE = Wording("check_whole", "check that it is whole")
CHECK_WHOLE_OR_SAVE = Wording("check_whole_or_save", "check that it is whole, or save it as GeoJSON or CSV")
WRITE_ANEW = Wording("write_anew", "write it anew")
SAVE_IN_WGS84 = Wording("save_in_wgs84", "save it in WGS 84")
GIVE_DEGREES_OR_EMPTY = Wording("give_degrees_or_empty", "give degrees, or leave the cell empty")
GIVE_DEGREES_OR_EMPTY_CELLS = Wording("give_degrees_or_empty_cells", "give degrees, or leave the cells empty")
CORRECT_DEGREES = Wording("correct_degrees", "correct its degrees")
CORRECT_IT = Wording("correct_it", "correct it")
CORRECT_OR_SWAP = Wording("correct_or_swap", "correct it, or swap it with the longitude")
NAME_ROUTE_COLUMNS = Wording(
    "name_route_columns", "name them from and to (via, mode, commodity, period … where there are any)"
)
FILL_FROM = Wording("fill_from", "fill in from")
FILL_TO = Wording("fill_to", "fill in to")
TRAFFICKING_OR_MIGRATION = Wording("trafficking_or_migration", "trafficking or migration")
GIVE_OWN_ID = Wording("give_own_id", "give each route an id of its own")
SAVE_AS_TABLE = Wording("save_as_table", "save it as CSV, GeoJSON or .xlsx")
NAME_FILES_IN_IT = Wording("name_files_in_it", "name the files in it")
CHECK_SAVED = Wording("check_saved", "check that it was saved or downloaded in full")
NAME_ENCODING_SUCH_AS = Wording("name_encoding_such_as", "name one such as utf-8, cp1252 or utf-16")
CHECK_NAME = Wording("check_name", "check the name")
CHECK_PERMISSIONS = Wording("check_permissions", "check its permissions")
READ_OR_CSV = Wording("read_or_csv", "give a report in prose to 'leadline read', or a table as CSV")
GIVE_TABLE_SHOWN = Wording("give_table_shown", "give the table that the picture shows")
SAVE_AS_XLSX = Wording("save_as_xlsx", "save it as .xlsx or CSV")
UNPACK_FIRST = Wording("unpack_first", "unpack it first")
NAME_ENCODING = Wording("name_encoding", "name its --encoding")
KEEP_TOGETHER = Wording("keep_together", "keep its files in one folder")
SAVE_WORKBOOK = Wording("save_workbook", "save it anew as .xlsx, or as CSV")

WORDINGS: tuple[Wording, ...] = (
    *(LEAVE_FORMAT_OUT, LEAVE_FORMAT_OR_SAY, LEAVE_FORMAT_OR_MAP, NAME_COLUMNS_OR_DELIMITER, NAME_COLUMNS),
    *(COLUMNS_ARE, CORRECT_DATE, CORRECT_TIME, NAME_DELIMITER, CHECK_DELIMITER, CLOSE_QUOTE, LEAVE_IT_OUT),
    *(QUOTE_CELLS, WRITE_BAR, PART_WITH_BARS, SAVE_AS_UTF8_OR_ENCODING, SAVE_FILE_AS_UTF8, NAME_ONE_OF),
    *(
        UNPACK_AND_NAME,
        SAVE_AS_PDF,
        SAVE_TABLE_AS_CSV,
        FETCH_ANEW,
        GIVE_OBJECTS,
        GIVE_OBJECT,
        GIVE_AN_OBJECT,
        CORRECT_LINE,
    ),
    *(CORRECT_LINE_OR_FILE, FILL_OR_LEAVE_OUT, CORRECT_ROW, CORRECT_CELL, PUT_HEADER, GIVE_RING, GIVE_LON_LAT),
    *(CORRECT_COORDINATES, ONE_OF, GIVE_DEGREES, GIVE_RINGS, CORRECT_RING, GIVE_GEOMETRIES, RING_ENDS_AT_START),
    *(CLOSE_RING, RING_AND_LINE, CORRECT_LON_LAT, SAVE_WITH_WKB, CHECK_WHOLE, CHECK_WHOLE_OR_SAVE, WRITE_ANEW),
    *(SAVE_IN_WGS84, GIVE_DEGREES_OR_EMPTY, GIVE_DEGREES_OR_EMPTY_CELLS, CORRECT_DEGREES, CORRECT_IT),
    *(CORRECT_OR_SWAP, NAME_ROUTE_COLUMNS, FILL_FROM, FILL_TO, TRAFFICKING_OR_MIGRATION, GIVE_OWN_ID),
    *(SAVE_AS_TABLE, NAME_FILES_IN_IT, CHECK_SAVED, NAME_ENCODING_SUCH_AS, CHECK_NAME, CHECK_PERMISSIONS),
    *(READ_OR_CSV, GIVE_TABLE_SHOWN, SAVE_AS_XLSX, UNPACK_FIRST, NAME_ENCODING, KEEP_TOGETHER, SAVE_WORKBOOK),
)
"""All of them, so that translations can be checked for completeness."""

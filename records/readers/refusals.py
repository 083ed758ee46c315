"""Why a file is no table that can be read, or a row of it no record."""

from collections.abc import Mapping

from geo.message import Wording

FILE_IS_NOT = Wording("file_is_not", "the file is {found}, not {wanted}")
FILE_IS_NO = Wording("file_is_no", "the file is no {format}")
FILE_IS_NO_MARKS = Wording("file_is_no_marks", "the file is no {format}: {help} has columns {marks}")
NO_COLUMN_KNOWN = Wording("no_column_known", "no column of a date, a place or a text is known among: {shown}")
NO_SUCH_COLUMN = Wording("no_such_column", "there is no column '{header}'")
NO_DATE = Wording("no_date", "'{text}' is no date")
NO_TIME_OF_DAY = Wording("no_time_of_day", "'{text}' is no time of day")
DATE_CANNOT_BE = Wording("date_cannot_be", "date '{text}' cannot be: {reason}")
TIME_CANNOT_BE = Wording("time_cannot_be", "time '{text}' cannot be")
DAY_OR_MONTH = Wording("day_or_month", "day and month of '{text}' cannot be told apart")
NO_NUMBER_OF_PEOPLE = Wording("no_number_of_people", "'{text}' is no number of people")
MORE_THAN_CAN_BE = Wording("more_than_can_be", "'{text}' is more than can be")
NO_NUMBER = Wording("no_number", "'{text}' is no number")
NO_DELIMITER = Wording("no_delimiter", "'{text}' is no delimiter")
NO_ROW = Wording("no_row", "no row can be read")
OPEN_QUOTE = Wording("open_quote", 'a quote (") is opened and never closed')
HEADER_AGAIN = Wording("header_again", "the header again")
TOO_MANY_CELLS = Wording("too_many_cells", "{count} {count|cell|cells} where the header has {width}")
TOO_FEW_CELLS = Wording("too_few_cells", "the row has less than {width} cells")
NOT_IN_ENCODING = Wording("not_in_encoding", "bytes that are no {encoding} text")
NO_SUCH_FORMAT = Wording("no_such_format", "there is no format '{name}'")
ARCHIVE_WITHOUT_TABLE = Wording("archive_without_table", "the archive holds no table that is known")
OFFICE_PROSE = Wording("office_prose", "the file is a text or slides of an office program, no table")
WEB_PAGE = Wording("web_page", "the file is a web page, no table")
ARCHIVE_DAMAGED = Wording("archive_damaged", "the archive is damaged")
FILE_DAMAGED = Wording("file_damaged", "the file is damaged ({reason})")
NO_RECORD = Wording("no_record", "no record can be read: {reason}")
HOLDS_NO_OBJECT = Wording("holds_no_object", "it holds no object")
OBJECT_EXPECTED = Wording("object_expected", "an object or a list was expected")
NO_OBJECT = Wording("no_object", "no object")
PROPERTIES_NO_OBJECT = Wording("properties_no_object", "the feature's properties are no object")
NO_JSON = Wording("no_json", "no valid JSON ({reason})")
CANNOT_BE_READ = Wording("cannot_be_read", "it cannot be read")
REST_NOT_READ = Wording("rest_not_read", "what follows was not read")
CHARACTER_EXPECTED = Wording("character_expected", "'{expected}' was expected, not '{found}'")
FILE_ENDS = Wording("file_ends", "'{expected}' was expected, not the end of the file")
KEY_NO_TEXT = Wording("key_no_text", "a key of an object is no text")
JSON_TOO_DEEP = Wording("json_too_deep", "the JSON is nested too deeply")
ROW_EMPTY = Wording("row_empty", "the row holds nothing")
VALUE_WRONG = Wording("value_wrong", "{field} '{given}'")
FIELD_WRONG = Wording("field_wrong", "{field}")
AT_LEAST = Wording("at_least", "Input should be greater than or equal to {ge}")
AT_MOST = Wording("at_most", "Input should be less than or equal to {le}")
ONE_OF_WORDS = Wording("one_of_words", "Input should be {expected}")
NO_WHOLE_NUMBER = Wording("no_whole_number", "Input should be a valid integer, unable to parse string as an integer")
NO_DECIMAL_NUMBER = Wording("no_decimal_number", "Input should be a valid number, unable to parse string as a number")
MIN_OVER_MAX = Wording("min_over_max", "{field}_min {low} is larger than {field}_max {high}")
ENDS_BEFORE_IT_BEGINS = Wording("ends_before_it_begins", "date_end lies before date_start")
NO_HEADER = Wording("no_header", "the table has no header")
NO_AREA = Wording("no_area", "the polygon has no area")
POINT_WITHOUT_COORDINATES = Wording("point_without_coordinates", "the point has no list of coordinates")
POINT_TOO_SHORT = Wording("point_too_short", "the point has less than two coordinates")
LEAVES_WORLD = Wording("leaves_world", "the shape leaves the world (longitude, latitude in degrees)")
NO_KNOWN_GEOMETRY = Wording("no_known_geometry", "the geometry is of no known type ({kind})")
NO_GEOMETRY_TYPE = Wording("no_geometry_type", "the geometry is of no known type (none is given)")
COORDINATE_NO_NUMBER = Wording("coordinate_no_number", "a coordinate is no number ({value})")
COORDINATE_NOT_FINITE = Wording("coordinate_not_finite", "a coordinate is no finite number")
NO_RINGS = Wording("no_rings", "the polygon has no rings")
NO_WKT = Wording("no_wkt", "the geometry is no valid WKT ({reason})")
NO_GEOMETRIES = Wording("no_geometries", "the geometry collection has no list of geometries")
GEOMETRY_NOT_MADE = Wording("geometry_not_made", "the geometry cannot be made ({reason})")
RING_TOO_SHORT = Wording("ring_too_short", "ring {number} of the polygon has less than four positions")
RING_OPEN = Wording("ring_open", "a ring of its geometry is not closed")
RING_NOT_CLOSED = Wording("ring_not_closed", "ring {number} of the polygon is not closed")
POINT_ELSEWHERE = Wording("point_elsewhere", "its point is not where lon and lat say")
GEOMETRY_ENCODING = Wording("geometry_encoding", "its geometry is written as {encoding}")
NO_PARQUET = Wording("no_parquet", "the file cannot be read as Parquet")
GEOMETRY_NOT_READ = Wording("geometry_not_read", "the geometry cannot be read ({reason})")
GEO_METADATA = Wording("geo_metadata", "its 'geo' metadata is no JSON")
CRS_UNKNOWN = Wording("crs_unknown", "its coordinate system is not known")
LAYER_CRS_UNKNOWN = Wording("layer_crs_unknown", "layer '{layer}' has an unknown coordinate system")
NO_POSITION = Wording("no_position", "'{text}' is no position")
HALF_A_POSITION = Wording("half_a_position", "one of latitude and longitude is missing")
POSITION_NO_NUMBER = Wording("position_no_number", "position '{text}' is no number")
POSITION_OUTSIDE = Wording("position_outside", "position '{text}' lies outside the world")
ANGLE_NO_NUMBER = Wording("angle_no_number", "{axis} '{text}' is no number")
ANGLE_UNREADABLE = Wording("angle_unreadable", "{axis} '{text}' cannot be read")
ANGLE_SIXTY = Wording("angle_sixty", "{axis} '{text}' has 60 or more minutes or seconds")
NO_NUMBERS = Wording("no_numbers", "the position is no number")
LATITUDE_OUTSIDE = Wording("latitude_outside", "latitude {degrees:g} lies outside -90 to 90")
LONGITUDE_OUTSIDE = Wording("longitude_outside", "longitude {degrees:g} lies outside -180 to 180")
NO_ROUTE_COLUMNS = Wording("no_route_columns", "no columns of where a route begins and ends among: {shown}")
NO_ROUTE_START = Wording("no_route_start", "it does not say where the route begins")
NO_ROUTE_END = Wording("no_route_end", "it does not say where the route ends")
NO_KIND_OF_ROUTE = Wording("no_kind_of_route", "there is no kind of route '{kind}'")
ID_STANDS_ALREADY = Wording("id_stands_already", "the id '{id}' stands in {unit} {line} already")
BINARY = Wording("binary", "the file is binary, no table")
FOLDER = Wording("folder", "this is a folder")
EMPTY_FILE = Wording("empty_file", "the file is empty")
NO_ENCODING = Wording("no_encoding", "there is no encoding '{encoding}'")
NO_SUCH_FILE = Wording("no_such_file", "there is no such file")
FILE_NOT_READ = Wording("file_not_read", "the file cannot be read ({reason})")
IS_PDF = Wording("is_pdf", "the file is a PDF, no table")
IS_PICTURE = Wording("is_picture", "the file is a picture ({kind}), no table")
IS_OLD_WORKBOOK = Wording("is_old_workbook", "the file is an old Excel workbook (.xls), no table")
IS_COMPRESSED = Wording("is_compressed", "the file is compressed ({kind}), no table")
TEXT_NOT_IN = Wording("text_not_in", "the text is not in {encoding} ({reason})")
SHAPEFILE_PARTS = Wording("shapefile_parts", "the Shapefile's .dbf and .shx are missing")
NO_LAYER = Wording("no_layer", "the file holds no layer")
NOT_READ_AS = Wording("not_read_as", "the file cannot be read as {kind}")
LAYER_NOT_READ = Wording("layer_not_read", "layer '{layer}' cannot be read ({reason})")
NO_SHEET = Wording("no_sheet", "no sheet has a row of headers that are known")
WORKBOOK_NOT_READ = Wording("workbook_not_read", "the workbook cannot be read ({reason})")

WORDINGS: tuple[Wording, ...] = (
    *(FILE_IS_NOT, FILE_IS_NO, FILE_IS_NO_MARKS, NO_COLUMN_KNOWN, NO_SUCH_COLUMN, NO_DATE, NO_TIME_OF_DAY),
    *(DATE_CANNOT_BE, TIME_CANNOT_BE, DAY_OR_MONTH, NO_NUMBER_OF_PEOPLE, MORE_THAN_CAN_BE, NO_NUMBER, NO_DELIMITER),
    *(NO_ROW, OPEN_QUOTE, HEADER_AGAIN, TOO_MANY_CELLS, TOO_FEW_CELLS, NOT_IN_ENCODING, NO_SUCH_FORMAT),
    *(
        ARCHIVE_WITHOUT_TABLE,
        OFFICE_PROSE,
        WEB_PAGE,
        ARCHIVE_DAMAGED,
        FILE_DAMAGED,
        NO_RECORD,
        HOLDS_NO_OBJECT,
        OBJECT_EXPECTED,
    ),
    *(NO_OBJECT, PROPERTIES_NO_OBJECT, NO_JSON, CANNOT_BE_READ, REST_NOT_READ, CHARACTER_EXPECTED, FILE_ENDS),
    *(KEY_NO_TEXT, JSON_TOO_DEEP, ROW_EMPTY, VALUE_WRONG, FIELD_WRONG, AT_LEAST, AT_MOST, ONE_OF_WORDS),
    *(NO_WHOLE_NUMBER, NO_DECIMAL_NUMBER, MIN_OVER_MAX, ENDS_BEFORE_IT_BEGINS, NO_HEADER, NO_AREA),
    *(POINT_WITHOUT_COORDINATES, POINT_TOO_SHORT, LEAVES_WORLD, NO_KNOWN_GEOMETRY, NO_GEOMETRY_TYPE),
    *(COORDINATE_NO_NUMBER, COORDINATE_NOT_FINITE, NO_RINGS, NO_WKT, NO_GEOMETRIES, GEOMETRY_NOT_MADE),
    *(RING_TOO_SHORT, RING_OPEN, RING_NOT_CLOSED, POINT_ELSEWHERE, GEOMETRY_ENCODING, NO_PARQUET, GEOMETRY_NOT_READ),
    *(GEO_METADATA, CRS_UNKNOWN, LAYER_CRS_UNKNOWN, NO_POSITION, HALF_A_POSITION, POSITION_NO_NUMBER),
    *(POSITION_OUTSIDE, ANGLE_NO_NUMBER, ANGLE_UNREADABLE, ANGLE_SIXTY, NO_NUMBERS, LATITUDE_OUTSIDE),
    *(LONGITUDE_OUTSIDE, NO_ROUTE_COLUMNS, NO_ROUTE_START, NO_ROUTE_END, NO_KIND_OF_ROUTE, ID_STANDS_ALREADY),
    *(BINARY, FOLDER, EMPTY_FILE, NO_ENCODING, NO_SUCH_FILE, FILE_NOT_READ, IS_PDF, IS_PICTURE, IS_OLD_WORKBOOK),
    *(IS_COMPRESSED, TEXT_NOT_IN, SHAPEFILE_PARTS, NO_LAYER, NOT_READ_AS, LAYER_NOT_READ, NO_SHEET),
    *(WORKBOOK_NOT_READ,),
)
"""All of them, so that translations can be checked for completeness."""

OF_VALUES: Mapping[str, Wording] = {
    "greater_than_equal": AT_LEAST,
    "less_than_equal": AT_MOST,
    "literal_error": ONE_OF_WORDS,
    "int_parsing": NO_WHOLE_NUMBER,
    "float_parsing": NO_DECIMAL_NUMBER,
}
"""What pydantic finds wrong with a value, by the type of its error: the same English words."""

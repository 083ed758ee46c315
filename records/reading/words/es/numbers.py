"""Spanish numbers."""

from records.reading.numbers import NumberWords

_SMALL = (
    "cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete "
    "dieciocho diecinueve veinte veintiuno veintidós veintitrés veinticuatro veinticinco veintiséis veintisiete "
    "veintiocho veintinueve"
)
_TENS = "treinta cuarenta cincuenta sesenta setenta ochenta noventa"

NUMBERS = NumberWords(
    small={word: value for value, word in enumerate(_SMALL.split())},
    tens={word: 10 * value for value, word in enumerate(_TENS.split(), 3)},
    scales={"mil": 1000, "cientos": 100},
    whole={
        "una docena de": 12,
        "una docena": 12,
        "media docena": 6,
        "dos docenas": 24,
        "un par de": 2,
        "ambos": 2,
        "ambas": 2,
        "cien": 100,
        "ciento": 100,
        "doscientos": 200,
        "trescientos": 300,
        "quinientos": 500,
        "un centenar": 100,
    },
    open_above=r"al menos|por lo menos|cuando menos|más de|no menos de|un mínimo de|como mínimo",
    open_below=r"hasta|a lo sumo|como máximo|no más de|menos de",
    filler=(
        r"unos|unas|cerca de|alrededor de|aproximadamente|casi|los|las|otros|otras|sus|todos|todas|"
        r"un total de|solo|estos|estas"
    ),
    between="entre",
    joiner="a|o",
    joint=r" y ",
    thousands=".",
    decimal=",",
)

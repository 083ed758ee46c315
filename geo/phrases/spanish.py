"""Spanish words of position."""

from __future__ import annotations

from geo.phrases.words import PositionWords, meanings, sizes, words

_COMPASS = {
    "n": "norte septentrional",
    "s": "sur meridional",
    "e": "este oriental",
    "w": "oeste occidental",
    "ne": "noreste nordeste nororiental",
    "nw": "noroeste noroccidental",
    "se": "sureste sudeste suroriental",
    "sw": "suroeste sudoeste suroccidental",
    "nne": "nornoreste nornordeste",
    "ene": "estenoreste",
    "ese": "estesureste estesudeste",
    "sse": "sursureste sudsudeste",
    "ssw": "sursuroeste sudsudoeste",
    "wsw": "oestesuroeste",
    "wnw": "oestenoroeste",
    "nnw": "nornoroeste",
}
_NUMBERS = {
    "media": 0.5, "medio": 0.5, "una": 1, "un": 1, "dos": 2, "tres": 3, "cuatro": 4, "cinco": 5, "seis": 6,
    "siete": 7, "ocho": 8, "nueve": 9, "diez": 10, "once": 11, "doce": 12, "quince": 15, "veinte": 20, "treinta": 30,
    "cuarenta": 40, "cincuenta": 50, "sesenta": 60, "setenta": 70, "ochenta": 80, "noventa": 90, "cien": 100,
    "ciento": 100, "unas": 5, "decena": 10, "docena": 12, "pocas": 4, "varias": 6,
}  # fmt: skip

SPANISH = PositionWords(
    compass=meanings(_COMPASS),
    compass_letters={"o": "w", "so": "sw", "no": "nw", "sso": "ssw", "oso": "wsw", "ono": "wnw", "nno": "nnw"},
    units=sizes(
        {
            1852.0: "millas nauticas, milla nautica, millas, milla, mn, millas marinas, mmnn",
            1000.0: "kilometros, kilometro",
            1.0: "metros, metro",
            5556.0: "leguas, legua",
        }
    ),
    numbers=_NUMBERS,
    articles=words("el la los las lo su"),
    of=words("de del desde a al"),
    off=words("frente"),
    near=words(
        "cerca cercanias proximidades inmediaciones junto alrededores proximo proxima cercano cercana proximos proximas"
    ),
    at=frozenset(),
    within=words("en dentro"),
    outside=words("fuera"),
    between=words("entre medio"),
    joined=words("y e"),
    toward=words("hacia hasta rumbo destino"),
    leaving=words("desde via zarpo zarpado salio procedente proveniente partio"),
    motion=words(
        "rumbo destino zarpo zarpado zarpar zarparon salir salieron salio procedente proveniente partio dirigia ruta "
        "trasladado trasladados trasladada llevado llevados regreso navegaba iba"
    ),
    features=meanings(
        {
            "coast": "costa costas litoral orilla playa costera costero",
            "waters": "aguas mar altamar",
            "anchorage": "anclaje fondeadero rada",
            "port": "puerto muelle darsena",
            "terminal": "plataforma",
            "river": "rio",
            "mouth": "desembocadura boca entrada bocana",
            "channel": "canal",
            "strait": "estrecho",
            "island": "isla islas archipielago islote",
            "town": "ciudad pueblo localidad municipio poblacion",
            "region": "provincia estado departamento peninsula",
            "area": "zona",
            "near": "altura inmediaciones cercanias proximidades",
            "part": "parte",
            "end": "extremo",
            "border": "frontera",
            "bay": "bahia golfo",
            "cape": "punta cabo",
            "country": "republica",
        }
    ),
    flag_after=words("bandera cartel tren clan banda mara"),
    ship_after=frozenset(),
    people_after=words("armada guardia policia gobierno autoridades"),
    said=words("dijo afirmo declaro informo anuncio"),
    ships=words(
        "buque barco lancha petrolero carguero pesquero motonave embarcacion remolcador velero nave llamado llamada"
    ),
)

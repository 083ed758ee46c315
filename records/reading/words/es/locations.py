"""Spanish words of places."""

from records.reading.nations import SPANISH_ADJECTIVES
from records.reading.patterns.es.nouns import VESSEL
from records.reading.where import LocationWords

LOCATIONS = LocationWords(
    start=r"en|frente|cerca|ante|junto|sobre|entre|alrededor|dentro|fuera|al|a",
    to=r"hacia|hasta|para",
    inner=r"de|del|desde",
    quiet=(
        r"el|la|los|las|internacionales|territoriales|aguas_|unas|unos|aproximadamente|alrededor|plena|"
        r"pleno|alta|abierta|exclusiva|económica|"
        r"posición|área|oriental|occidental|central|lado|las_inmediaciones|inmediaciones|altura|jurisdiccionales"
    ),
    unit=r"millas|milla|náuticas|náutica|nm|km|kilómetros?|metros|mn",
    direction=r"norte|sur|este|oeste|noreste|nordeste|noroeste|sureste|sudeste|suroeste|sudoeste",
    water=r"aguas|costas?|litoral|mar|océano|golfo|estrecho|bahía|canal|ensenada|caribe_|zona|archipiélago_",
    feature=(
        r"puertos?|isla|islas|archipiélago|cabo|península|provincia|estado|departamento|región|"
        r"fondeadero|muelle|desembocadura|río|ciudad|localidad|municipio|punta"
    ),
    sea=(
        r"\b(?:[Mm]ar|[Oo]céano|[Gg]olfo|[Ee]strecho|[Bb]ahía|Caribe|Pacífico|Atlántico|Mediterráneo|"
        r"[Cc]anal|Ormuz|Adén)\b"
    ),
    bare_seas=(
        r"\b(?:(?:[Mm]ar|[Oo]céano) (?:[A-ZÀ-Þ]\w+ ?){1,2}|(?:[Gg]olfo|[Ee]strecho|[Bb]ahía|"
        r"[Mm]ar) (?:de|del) (?:la )?[A-ZÀ-Þ]\w+(?: [A-ZÀ-Þ]\w+)?|"
        r"Caribe(?: (?:sur|oriental))?|Pacífico(?: (?:oriental|sur))?|Atlántico|Mediterráneo)\b"
    ),
    not_names=(
        r"(?:lunes|martes|miércoles|jueves|viernes|sábado|domingo|enero|febrero|marzo|abril|mayo|junio|"
        r"julio|agosto|septiembre|octubre|noviembre|diciembre|"
        r"el|la|los|las|un|una|en|según|tras|durante|él|se|su|este|esta|ee|uu|ee\.uu|armada|marina|"
        r"ejército|guardia|policía|operación|presidente|ministro|x|"
        r"dea|onu|ue|efe|afp|ap|reuters|congreso|dos|tres|cuatro|cinco)"
    ),
    speech=(
        r"(?:dijo|declaró|visita|visitó|rueda de prensa|conferencia|reunión|entrevista|comunicado|"
        r"discurso|habló|anunció|informó)(?: [\w'-]+){0,3}\s*$"
    ),
    adjectives=SPANISH_ADJECTIVES,
    joins="y|e",
    trailing=r"oriental|occidental|meridional|septentrional|sur|norte",
    beside=(
        rf"\b(?P<words>(?:cerca de|junto a|sobre|próximo a) (?:un|una|el|la|"
        rf"dos) (?:[\w'-]+ ){{0,3}}?{VESSEL}(?: (?:{SPANISH_ADJECTIVES})\b)?)"
    ),
)

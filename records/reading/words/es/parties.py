"""Spanish parties: forces, offices, persons, gangs, ships."""

from records.reading.nations import SPANISH_ADJECTIVES, SPANISH_COUNTRIES
from records.reading.patterns.es.nouns import AIRCRAFT, PIRATES, VESSEL, WARSHIP_KIND
from records.reading.who import PartyWords

_ADJ = rf"(?:{SPANISH_ADJECTIVES})"
_OF_A_STATE = rf"(?: (?:{_ADJ}\b|(?:de|del) (?:{SPANISH_COUNTRIES})\b))?"
_NAME = r"[A-ZÀ-Þ][\w'-]+"
_FULL = rf"{_NAME}(?: (?:(?:de|del|la|los) )?{_NAME}){{0,3}}"
_TITLE = (
    r"(?:(?:[Pp]residente|[Pp]residenta|[Vv]icepresident[ea]|[Mm]inistr[oa](?: de [A-ZÀ-Þ]\w+)?|"
    r"[Ss]ecretari[oa] de (?:Estado|Defensa|Guerra)|"
    r"[Cc]anciller|[Gg]eneral|[Aa]lmirante|[Cc]apitán|[Cc]omandante|[Ss]enador[a]?|[Gg]obernador[a]?|"
    r"[Pp]ortavoz|[Vv]ocer[oa]|[Ff]iscal) )"
)
_SHIP_NAME = r"[A-ZÀ-Þ][\w'-]*(?: (?:(?:de|del|la|el) )?[A-ZÀ-Þ0-9][\w'-]*){0,3}"
_NUMBERED = (
    r"(?:(?:un|una|unos?|unas?|el|la|los|las|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|"
    r"varios|varias|\d{1,3}) )?"
)

PARTIES = PartyWords(
    kinds=(
        (
            "force",
            r"\b(?:la |el |las |los )?(?:guardia costera|servicio de guardacostas|armada|marina(?: de guerra|"
            r" nacional)?|fuerza aérea|ejército|"
            r"fuerzas armadas|fuerzas(?: militares| navales)?|infantería de marina|policía(?: nacional|"
            r" marítima)?|guardia civil|"
            r"vigilancia aduanera|guardia nacional|guardia revolucionaria|comando sur|comando central|"
            r"militares|aduanas|"
            r"eunavfor|agencia tributaria)\b" + _OF_A_STATE,
        ),
        (
            "office",
            r"\b(?:la |el |las |los |un |una )?(?:casa blanca|pentágono|kremlin|departamento de (?:estado|"
            r"defensa|guerra|justicia|el tesoro)|"
            r"ministerio de (?:defensa|relaciones exteriores|el interior|exteriores|interior)|cancillería|"
            r"fiscalía(?: general)?|gobierno|autoridades|"
            r"presidencia|portavoz|vocer[oa]|fuentes oficiales|funcionarios?|unión europea|naciones unidas|"
            r"onu|otan|dea|ukmto|salvamento marítimo|"
            r"secretari[oa] de (?:defensa|estado|guerra|marina|seguridad)|fiscal general|ministr[oa](?: de(?:l)? \w+)?|"
            r"president[ea]|canciller|gobernador[a]?|dirección (?:general|nacional)[\w ]{0,20}|"
            r"parlamento|congreso|senado|embajada|capitanía(?: de puerto)?)\b" + _OF_A_STATE,
        ),
        ("state", rf"(?:(?<=\bataques\sde\s)|(?<=\bataque\sde\s)|(?<=\bbombardeos\sde\s))(?:{SPANISH_COUNTRIES})\b"),
        ("group", r"\b(?:los )?(?:hutíe?s|huthíe?s|rebeldes hutíe?s)\b|\bhezbolá\b"),
        (
            "pirates",
            rf"\b{_NUMBERED}(?:(?:presuntos|supuestos) )?{PIRATES}(?: (?:somalíe?s|armados))?\b",
        ),
        (
            "suspects",
            rf"\b{_NUMBERED}(?:(?:presuntos?|supuestos?|presuntas?) )?(?:narcotraficantes?|traficantes?|"
            rf"contrabandistas?|narcoterroristas?|"
            rf"terroristas?|sospechosos?|delincuentes?)\b",
        ),
        (
            "crew",
            rf"\b{_NUMBERED}(?:tripulantes?|marineros?|pescadores|migrantes?|pasajeros|marinos)\b(?: {_ADJ}\b)?",
        ),
        (
            "critics",
            (
                r"\b(?:expertos|juristas|abogados|críticos|analistas|legisladores|senadores|ong|"
                r"organizaciones de derechos humanos|familiares)\b"
            ),
        ),
        ("warship", rf"\b{_NUMBERED}{WARSHIP_KIND}(?: {_ADJ}\b)?"),
        (
            "vessel",
            (
                rf"\b{_NUMBERED}(?:(?:presunta|supuesta|presunto|supuesto) )?{VESSEL}(?: {_ADJ}\b|"
                rf" sospechos[oa]s?)?"
            ),
        ),
        ("aircraft", rf"\b{_NUMBERED}{AIRCRAFT}(?: (?:militares|de combate|f-?\d\d))?(?: {_ADJ}\b)?"),
        (
            "state",
            (
                rf"(?<!\ben\s)(?<!\bde\s)(?<!\bdel\s)(?<!\ba\s)(?<!\bdesde\s)\b(?:{SPANISH_COUNTRIES}|washington|"
                rf"caracas|teherán|pekín|moscú|bogotá|quito|la habana|manila|ankara|kiev|londres|atenas)(?=[ ,.;:]|$)"
            ),
        ),
    ),
    names=(
        (
            "warship",
            (
                rf"\b(?:(?:destructor|fragata|patrullera|buque|portaaviones|corbeta) )?(?P<name>(?:USS|HMS|ARC|"
                rf"ARM|BAP|BAE|ARA|INS) {_SHIP_NAME})"
            ),
        ),
        (
            "warship",
            (
                rf"\b(?:destructor|fragata|patrullera|patrullero|corbeta|"
                rf"guardacostas) [\"']?(?P<name>{_SHIP_NAME})[\"']?"
            ),
        ),
        (
            "ship",
            rf"\b(?:petrolero|granelero|carguero|buque|barco|pesquero|atunero|portacontenedores|mercante|"
            rf"motonave|velero|yate|tanquero|lancha|ferry)"
            rf",? (?:el |la |llamad[oa] )?[\"']?(?P<name>{_SHIP_NAME})[\"']?",
        ),
        ("person", rf"{_TITLE}(?P<name>{_FULL})"),
        (
            "group",
            (
                rf"\b(?:banda|cartel|cártel|grupo|organización|guerrilla|pandilla)(?: criminal| venezolana?|"
                rf" narco\w*)?,? (?P<name>{_FULL})"
            ),
        ),
        ("group", r"\b(?P<name>Tren de Aragua|Clan del Golfo|Cártel de los Soles|Cartel de los Soles|ELN|FARC)\b"),
        ("group", r"\b(?P<name>Los (?!Ángeles|Roques|Cabos|Monjes|Testigos|Ríos)[A-ZÀ-Þ]\w+)"),
    ),
    article=r"el|la|los|las|un|una|unos|unas",
    alleged=r"\b(?:presunt[oa]s?|supuest[oa]s?|presuntamente|supuestamente|sospechos[oa]s?|acusad[oa]s?)\b",
    not_names=r"(?:el|la|los|las|un|una|buque|barco)",
    none_of=r"ningún|ninguna",
    he=r"él|ella|quien",
)

"""Spanish parties, speech, places and hedges."""

from records.reading.hedges import HedgeWords
from records.reading.nations import SPANISH_ADJECTIVES, SPANISH_COUNTRIES
from records.reading.patterns.es.nouns import AIRCRAFT, PIRATES, VESSEL, WARSHIP_KIND
from records.reading.sayings import SayingWords
from records.reading.where import LocationWords
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
            r"parlamento|congreso|senado|embajada|capitanía(?: de puerto)?)\b" + _OF_A_STATE,
        ),
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
                rf"caracas|teherán|pekín|moscú)(?=[ ,.;:]|$)"
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
    he=r"él|ella|quien",
)

SAYINGS = SayingWords(
    verbs=(
        ("accuse", r"acus(?:ó|aron|a|an)|denunci(?:ó|aron|a)|culp(?:ó|aron)|responsabiliz(?:ó|aron)"),
        ("confirm", r"confirm(?:ó|aron|a)"),
        ("deny", r"neg(?:ó|aron)|nieg(?:a|an)|desmint(?:ió|ieron)|rechaz(?:ó|aron|a)|desmentido"),
        (
            "object",
            (
                r"cuestion(?:ó|aron|a|an)|critic(?:ó|aron|a|an)|conden(?:ó|aron|a)|denunci(?:ó|aron|a)|"
                r"calific(?:ó|aron)"
            ),
        ),
        (
            "urge",
            (
                r"advirti(?:ó|eron)|amenaz(?:ó|aron)|exig(?:ió|ieron)|prometi(?:ó|eron)|inst(?:ó|aron)|pid(?:ió|"
                r"ieron)|reclam(?:ó|aron)|defend(?:ió|ieron)"
            ),
        ),
        (
            "tell",
            (
                r"dij(?:o|eron)|inform(?:ó|aron|a)|anunci(?:ó|aron|a)|afirm(?:ó|aron|a)|asegur(?:ó|aron) que|"
                r"declar(?:ó|aron)|señal(?:ó|aron)|indic(?:ó|aron)|report(?:ó|aron)|explic(?:ó|aron)|precis(?:ó|"
                r"aron)|coment(?:ó|aron)|revel(?:ó|aron)|comunic(?:ó|aron)|escrib(?:ió|ieron)"
            ),
        ),
    ),
    according=r"\b(?:según|de acuerdo con|conforme a)\b",
    between=(
        r",[^,]{2,80},|[,()\"]| |también|ha|han|hab[ií]a|este|el|los|la|más tarde|posteriormente|lunes|martes|"
        r"miércoles|jueves|viernes|sábado|domingo|"
        r"en un comunicado|en un mensaje|en la red social x|en x|en una rueda de prensa|le|les|se"
    ),
    policy=(
        r"\b(?:debe|deben|deberá|será|serán|hará|harán|continuará|seguirá|soberanía|"
        r"derecho internacional|ilegal|inaceptable|si|nunca|guerra|agresión|respetar|responderá|"
        r"defender\w*|no)\b"
    ),
    detail=(
        r"\b(?:tripulaci\w+|tripulantes?|buque|barco|lancha|embarcación|cargamento|coca[ií]na|detenidos|"
        r"capturados|investigaci\w+|búsqueda|heridos|kilos|toneladas)\b"
    ),
    legality_said=(
        r"\b(?:violaci(?:ón|ones) (?:de(?:l)? )?(?:derecho|soberanía|derechos)|extrajudicial\w*|"
        r"crimen(?:es)? de guerra|(?:fue|es|son|fueron) ilegal(?:es)?|asesinatos?|sin base legal)\b"
    ),
    legality=(
        r"\b(?:legalidad|ilegal\w*|derecho internacional|derechos humanos|extrajudicial\w*|asesinatos?|"
        r"ejecuci\w+|soberanía|crímenes|sin juicio)\b"
    ),
    facts=(
        r"\b(?:neg(?:ó|aron)|nieg(?:a|an)|desmint\w+|rechaz\w+|fals[oa]s?|falsedad|montaje|"
        r"inteligencia artificial|mentira|eran pescadores)\b"
    ),
    open_points=(
        r"(?:(?:se desconoce|no se conoce|no ha sido revelada|no (?:precisó|reveló|detalló|ofreció|"
        r"presentó|aportó))[^.;]{0,80})|"
        r"(?:(?:[\w']+ ){0,3}(?:aún|todavía) no (?:ha|han) (?:respondido|comentado|confirmado)[^.;]{0,60})|"
        r"(?:sin (?:aportar|presentar|ofrecer) pruebas[^.;]{0,40})"
    ),
    retracted=r"\bse retract(?:ó|aron)\b|\bfalsa alarma\b",
    dated=(
        r"(?:dijo|dijeron|informó|informaron|anunció|anunciaron|afirmó|confirmó|comunicado|declaró|"
        r"señaló|advirtió|rueda de prensa|negó|denunció|condenó)"
        r"(?: (?:el|este|en|un|la|de))*[\s,]*\x00|\x00,? (?:dijo|informó|anunció|confirmó|que|"
        r"el ministerio|la armada informó)"
    ),
)

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
        rf"dos) (?:[\w'-]+ ){{0,3}}?{VESSEL}(?: {_ADJ}\b)?)"
    ),
)

HEDGES = HedgeWords(
    clause=r"[;:]|,? (?:pero|mientras|aunque|cuando|donde|quien|que) |, (?:y|tras|después) |, |\. | – | — ",
    negated=(
        r"\bno\b|\bnunca\b|\bsin\b|\bni\b|\bneg(?:ó|aron)\b(?: [\w'-]+){0,9}?|\bnieg(?:a|"
        r"an)\b(?: [\w'-]+){0,9}?|\bdesmint\w+(?: [\w'-]+){0,9}?|\bningun[ao]?\b|\btampoco\b"
    ),
    imagined=(
        r"\bsi\b|\bpodrían?\b|\bpuede[n]?\b|\bdebería[n]?\b|\bposib\w+|\bpotencial\w*|\bamenaz\w+|"
        r"\bdispuest\w+|\bquier\w+|\bevitar\b|\bimpedir\b|\briesgo\b|\btem\w+|"
        r"\bcapaz\b|\bpretend\w+|\bexig\w+|\bcualquier\b|\bintent\w+|\btrat(?:ó|aron|an) de\b|"
        r"\bsimulacro\w*|\bejercicios?\b"
    ),
    announced=r"\bva(?:n)? a\b|\bserán?\b|\bharán?\b|\bplanea[n]?\b|\bprevé[n]?\b|\banunci\w+ que\b|\bhabrá[n]?\b",
    general=(
        r"\b(?:anteriores|previos|similares|otros|otras|estos|esos|tales|más|futuros|numerosos|muchos|"
        r"decenas|serie|ola|los|las)\b"
    ),
    general_sentence=(
        r"\b(?:regularmente|frecuentemente|habitualmente|cada (?:semana|mes|año)|"
        r"en los últimos (?:\w+ )?(?:meses|años)|decenas de ataques|durante años)\b"
    ),
    plural=r"ataques|bombardeos|incautaciones|decomisos|abordajes|secuestros|sobrevuelos",
    counted=r"\b(?:dos|tres|cuatro|cinco|seis|\d{1,2}|nuevos|ambos)\b(?: [\w'-]+){0,3}\W*$",
    other=(
        r"\b(?:otro|otra|segundo|segunda|tercer|tercero|tercera|cuarto|cuarta|anterior|previo|distinto|"
        r"nuevo)\b(?: [\w'-]+){0,2}\W*$"
    ),
    after_negated=r" (?:[\w-]+ )?(?:podría|podrían)\b| frustrad[oa]",
)
CONTINUES = (
    r"^\W*(?:el|la|los|las|un|una|no|nadie|ningún|todos|ambos|dos|tres|cuatro|cinco|\d+|su|sus|en el|"
    r"entre|tres|otro|se)\b"
)
SEPARATE = r"\b(?:por separado|en otro|en otra|por otra parte|mientras tanto|otro incidente|segundo incidente)\b"
PARTNER = (
    r"\b(?:con (?:el )?apoyo de|con (?:la )?colaboración de|en cooperación con|en coordinación con|"
    r"junto con|junto a|con ayuda de|conjunta con) (?:[\w'-]+ ){0,3}?$"
)
BY = r"\bpor (?:[\w'-]+ ){0,3}?$"
HAPPENED = r"\b(?:ocurri(?:ó|eron)|sucedi(?:ó|eron)|tuvo lugar|se produjo|se realizó|fue interceptad[oa])\b"
PRONOUN = r"\b(?:que|su|sus|haber)\b"
STRIKES = r"(?P<n>AMOUNT) (?:[\w'-]+ ){0,2}?(?:ataques|bombardeos)\b"

"""Spanish numbers, dates, tolls and quantities."""

from records.reading.numbers import NumberWords
from records.reading.quantities import QuantityWords
from records.reading.tolls import TollWords
from records.reading.when import CalendarWords

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

_MONTH = (
    r"(?P<month>ene(?:ro)?|feb(?:rero)?|mar(?:zo)?|abr(?:il)?|mayo|jun(?:io)?|jul(?:io)?|ago(?:sto)?|sep(?:tiembre)?|"
    r"set(?:iembre)?|oct(?:ubre)?|nov(?:iembre)?|dic(?:iembre)?)\b\.?"
)
_DAY = r"(?P<day>[0-3]?\d|primero)(?:º|°)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_WEEKDAY = r"(?P<weekday>lunes|martes|miércoles|miercoles|jueves|viernes|sábado|sabado|domingo)\b"

CALENDAR = CalendarWords(
    rules=(
        ("iso", r"\b(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)"),
        (
            "day_month",
            (
                rf"\b(?:entre )?(?:el )?(?P<day>[0-3]?\d) (?:(?P<lasted>al?)|"
                rf"y) (?:el )?(?P<day_2>[0-3]?\d) de {_MONTH}(?:,? (?:de(?:l)? )?{_YEAR})?"
            ),
        ),
        ("day_month", rf"\b(?:el )?(?P<day>[0-3]?\d)(?:º|°)? de {_MONTH}(?:,? (?:de(?:l)? )?{_YEAR})?"),
        ("slashes", r"(?<![\d/])(?P<first>\d{1,2})/(?P<second>\d{1,2})/(?P<year>(?:19|20)\d\d)(?![\d/])"),
        (
            "month_only",
            (
                rf"\b(?:en |desde |de )?(?:(?:(?P<part>principios|mediados|finales|"
                rf"fines) de) )?{_MONTH} (?:de(?:l)? )?{_YEAR}"
            ),
        ),
        ("month_only", rf"\b(?:en|desde|durante) (?:(?:(?P<part>principios|mediados|finales|fines) de) )?{_MONTH}"),
        ("weekday", rf"\b(?:el )?(?P<next>próximo) {_WEEKDAY}"),
        (
            "weekday",
            (
                rf"\b(?:(?:en la )?(?:noche|tarde|madrugada|mañana) del? )?(?:el |este |"
                rf"del )?(?P<last>pasado )?{_WEEKDAY}(?P<last_2> pasado)?(?: (?:por|en) la (?:noche|tarde|mañana|"
                rf"madrugada))?"
            ),
        ),
        (
            "words",
            (
                r"\b(?P<word>anteayer|antier|ayer|hoy|anoche|esta mañana|esta tarde|esta noche|esta madrugada|"
                r"la víspera)\b"
            ),
        ),
        ("ago", r"\bhace (?P<n>NUMBER|una?) (?P<unit>hora|día|dia|semana|mes|año)(?:e?s)?\b"),
        ("ago", r"\bhace (?:unos |unas |varios |varias |pocos |pocas )?(?P<unit>hora|día|dia|semana|mes|año)e?s\b"),
        ("last_week", r"\b(?:en )?la semana pasada\b"),
        ("this_week", r"\besta semana\b"),
        ("weekend", r"\b(?:el|este) (?:pasado )?fin de semana(?: pasado)?\b"),
        ("last_month", r"\bel mes pasado\b"),
        ("this_month", r"\beste mes\b"),
        ("last_year", r"\bel año pasado\b"),
        ("this_year", r"\beste año\b"),
        ("after", r"\b(?P<n>NUMBER|una?) (?P<unit>hora|día|dia|semana|mes)(?:e?s)? después de\b"),
        ("after", r"\b(?P<unit>hora|día|dia|semana|mes)e?s después de\b"),
        ("before", r"\b(?P<n>NUMBER|una?) (?P<unit>hora|día|dia|semana|mes)(?:e?s)? antes de\b"),
        ("before", r"\b(?P<unit>hora|día|dia|semana|mes)e?s antes de\b"),
        ("later", r"\b(?P<n>NUMBER|una?) (?P<unit>hora|día|dia|semana)s? (?:después|más tarde)\b"),
        ("later", r"\b(?:el )?mismo día\b|\besa (?:misma )?(?:noche|tarde|mañana)\b"),
        ("next_day", r"\b(?:al|el) día siguiente\b"),
        ("year", rf"\ben {_YEAR}\b"),
        ("vague", r"\brecient(?:e|emente|es)\b"),
    ),
    months={
        name: number
        for number, name in enumerate("ene feb mar abr may jun jul ago sep oct nov dic".split(), 1)  # noqa: SIM905
    }
    | {"set": 9},
    weekdays={"lun": 0, "mar": 1, "mié": 2, "mie": 2, "jue": 3, "vie": 4, "sáb": 5, "sab": 5, "dom": 6},
    units={"hora": 0, "día": 1, "dia": 1, "semana": 7, "mes": 30, "año": 365},
    words={
        "anteayer": (-2, -2),
        "antier": (-2, -2),
        "ayer": (-1, -1),
        "la víspera": (-1, -1),
        "anoche": (-1, -1),
        "hoy": (0, 0),
        "esta mañana": (0, 0),
        "esta tarde": (0, 0),
        "esta noche": (0, 0),
        "esta madrugada": (0, 0),
    },
    parts={"principios": 0, "mediados": 1, "finales": 2, "fines": 2},
    background=r"desde|hasta",
    clock=r"\b(?:a las )?(?P<hour>[0-2]?\d)[:.h]?(?P<minute>[0-5]\d) ?(?:horas )?(?:utc|gmt|z)\b",
)

_NOUNS = (
    r"(?:personas?|hombres?|mujer(?:es)?|niñ[oa]s?|menor(?:es)?|tripulantes?|marineros?|marinos?|"
    r"pescador(?:es)?|migrantes?|pasajer[oa]s?|"
    r"soldados?|agentes?|militares?|civil(?:es)?|sospechosos?|(?:narco)?traficantes?|"
    r"narcoterroristas?|contrabandistas?|terroristas?|"
    r"piratas?|rehenes?|cuerpos?|cadáver(?:es)?|ocupantes?|náufragos?|efectivos?|colombian[oa]s?|"
    r"venezolan[oa]s?|ecuatorian[oa]s?|ellos|más)"
)
_NO_MODIFIER = (
    r"(?:y|o|pero|murieron|murió|muertos|heridos|fue|fueron|está|están|que|en|de|del|el|la|los|las|un|una|a|al|con|por|"
    r"mientras|tras|\d+|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez)"
)
_PEOPLE = rf"(?:(?:(?!{_NO_MODIFIER}\b)[\w'-]+ ){{0,2}}?{_NOUNS}(?: (?!{_NO_MODIFIER}\b)[\w-]+){{0,2}}?)"
_UNIT = (
    r"(?! ?(?:%|por ciento|km\b|kilómetr|millas?\b|toneladas?\b|kilos?\b|kg\b|kilogramos?\b|"
    r"libras?\b|dólares|millones|días?\b|horas?\b|"
    r"semanas?\b|meses\b|mes\b|años?\b|minutos?\b|metros?\b|nudos?\b|bultos?\b|paquetes?\b|"
    r"lanchas?\b|embarcacion|botes?\b|barcos?\b|"
    r"buques?\b|misiles?\b|drones?\b|disparos?\b))"
)
_WERE = (
    r"(?: (?:fue|fueron|resultó|resultaron|quedó|quedaron|está|están|han|ha|habían|sido|siguen|sigue|"
    r"continúan|permanecen|también|presuntamente|todos))"
)

TOLLS = TollWords(
    people=_PEOPLE,
    single=r"una?|el único|la única",
    again=rf"\by (?:a )?(?P<n>AMOUNT){_UNIT}(?: {_PEOPLE})?(?= (?:más )?(?:en|frente|cerca)\b)",
    counted=(
        (
            "killed",
            (
                rf"\b(?:mat(?:ó|aron|ando|ar) a|dej(?:ó|aron|ando)(?: un saldo de)?|murieron|murió|fallecieron|"
                rf"falleció|perecieron|ahogaron) (?:a )?(?P<n>AMOUNT|una?\b){_UNIT}(?: {_PEOPLE})?(?: (?:muertos?|"
                rf"fallecidos?|sin vida))?(?! (?:[\w-]+ ){{0,2}}?(?:heridos?|desaparecid))"
            ),
        ),
        (
            "killed",
            (
                rf"(?P<n>AMOUNT|\buna?\b){_UNIT}(?: {_PEOPLE}){{0,2}}(?: a bordo)?{_WERE}{{0,4}} (?:murieron|"
                rf"murió|muert[oa]s?|fallecid[oa]s?|fallecieron|falleció|abatid[oa]s?|ahogad[oa]s?|perecieron|"
                rf"asesinad[oa]s?)\b"
            ),
        ),
        ("killed", r"(?P<n>AMOUNT) (?:muertos|fallecidos|víctimas mortales)"),
        (
            "injured",
            (
                rf"(?P<n>AMOUNT|\buna?\b){_UNIT}(?: {_PEOPLE}){{0,2}}{_WERE}{{0,4}} (?:herid[oa]s?|"
                rf"lesionad[oa]s?)\b"
            ),
        ),
        ("injured", rf"\b(?:hiriendo|hirió|hirieron|lesionando) a (?P<n>AMOUNT|una?\b){_UNIT}(?: {_PEOPLE})?"),
        (
            "missing",
            (
                rf"(?P<n>AMOUNT|\buna?\b){_UNIT}(?: {_PEOPLE}){{0,2}}{_WERE}{{0,4}} (?:desaparecid[oa]s?|"
                rf"desaparecieron)\b"
            ),
        ),
        (
            "survivors",
            (
                rf"(?P<n>AMOUNT|\buna?\b){_UNIT}(?: {_PEOPLE}){{0,2}}{_WERE}{{0,4}} (?:sobrevivieron|sobrevivió|"
                rf"rescatad[oa]s?)\b"
            ),
        ),
        ("survivors", rf"\b(?:rescat(?:ó|aron|ado|ando)) (?:a |con vida a )?(?P<n>AMOUNT|una?\b){_UNIT} {_PEOPLE}"),
        ("survivors", r"(?P<n>AMOUNT|\bun\b|\buna\b) (?:único )?(?:supervivientes?|sobrevivientes?)\b"),
    ),
    none=(
        (
            ("killed", "injured"),
            (
                r"\bsin (?:que se (?:registraran|reportaran|produjeran) )?víctimas\b|\bno (?:hubo|"
                r"se (?:reportaron|registraron)) (?:víctimas|bajas)\b"
            ),
        ),
        (
            ("killed", "injured"),
            r"\b(?:no hubo|sin|no se (?:reportaron|registraron)) (?:muertos ni heridos|heridos ni muertos)\b",
        ),
        (
            ("injured",),
            (
                r"\b(?:no hubo|sin|no se (?:reportaron|registraron)) heridos\b|\bilesos?\b|"
                r"\bnadie resultó herido\b"
            ),
        ),
        (("killed",), r"\b(?:no hubo|sin|no se (?:reportaron|registraron)) (?:muertos|fallecidos)\b"),
        (("survivors",), r"\b(?:no hubo|sin) (?:supervivientes|sobrevivientes)\b"),
    ),
    presumed=r"presuntamente muert|se teme|se cree|dad[oa]s? por muert",
    unless=(
        r"si\b|niega|negó|negaron|negar|podría|podrían|habría podido|amenaz\w+|se desconoce|"
        r"no (?:confirmó|precisó|dijo)"
    ),
    revised=r"\b(?:ascendió|subió|aumentó|elevó|actualiz\w+)\b",
    totals=(
        r"\b(?:ha|han|había|habían) (?:\w+ )?(?:matado|muerto|llevado a cabo|realizado|incautado|"
        r"decomisado|dejado|atacado|destruido)\b[^;]{0,120}\b"
        r"(?:desde (?:principios de |el )?(?:ene|feb|mar|abr|may|jun|jul|ago|sep|set|oct|nov|dic|(?:19|"
        r"20)\d\d)\w*|en lo que va de(?:l)? año|este año)|"
        r"\ben lo que va de(?:l)? año\b|\bhasta (?:la fecha|ahora)\b|\ben total\b|"
        r"\bla campaña\b[^;]{0,60}\b(?:ha|han) (?:matado|dejado)\b|"
        r"\bdesde (?:ene|feb|mar|abr|may|jun|jul|ago|sep|oct|nov|dic)\w*[^;]{0,80}\b(?:ha|"
        r"han) (?:\w+ )?(?:matado|muerto|incautado|dejado)\b"
    ),
    bringing=(
        r"\b(?:,? ?(?:y )?(?:elev(?:a|ando|ó)|llev(?:a|ando|ó)|sub(?:e|iendo)|aument(?:a|ando)))\b[^.;]{0,80}?"
        r"\b(?:total|número|cifra|balance|saldo|muertos)\b[^.;]{0,80}?\ba (?:al menos |más de |unos )?\w"
    ),
    total=(
        rf"\b(?:total|número|cifra|balance|saldo|muertos)\b[^.;]{{0,100}}? a (?P<n>AMOUNT){_UNIT}",
        rf"\b(?:ha|han) (?:matado a|muerto|dejado) (?:a )?(?P<n>AMOUNT){_UNIT}",
        rf"\b(?:muertos|matado|fallecidos|murieron) (?:a )?(?P<n>AMOUNT){_UNIT}",
        rf"(?P<n>AMOUNT){_UNIT} {_PEOPLE}?{_WERE}{{0,3}} (?:muert[oa]s?|murieron|fallecid[oa]s?)",
    ),
    strikes=(r"(?P<n>AMOUNT) (?:[\w'-]+ ){0,2}?(?:ataques|bombardeos)\b",),
)

QUANTITIES = QuantityWords(
    units={
        r"kgs?|kilos?|kilogramos?": "kg",
        r"toneladas?(?: métricas)?|tm": "tonnes",
        r"libras?": "lb",
        r"gramos?": "g",
        r"barriles?": "barrels",
        r"litros?": "litres",
        r"galones?": "gallons",
        r"paquetes?|bloques?|panelas?": "packages",
        r"bultos?|fardos?|pacas?": "bales",
        r"sacos?": "bags",
    },
    goods={
        r"(?:clorhidrato de )?coca[ií]na": "cocaine",
        r"hero[ií]na": "heroin",
        r"hach[ií]s": "hashish",
        r"cannabis": "cannabis",
        r"marihuana": "marijuana",
        r"metanfetaminas?": "methamphetamine",
        r"fentanilo": "fentanyl",
        r"drogas?|estupefacientes|narcóticos|alcaloide|sustancias? (?:ilícitas?|estupefacientes?)": "drugs",
        r"combustible|gasolina|diésel": "fuel",
        r"crudo|petróleo": "crude oil",
        r"cigarrillos|tabaco": "tobacco",
    },
    of="de|con",
    things=r"fusiles|ametralladoras|misiles|armas|municiones",
    things_name="weapons",
    money=(
        r"(?P<unit>us\$|[$€]) ?(?P<n>\d[\d.,]*(?: (?:millones|mil millones|mil))?)",
        r"(?P<n>AMOUNT(?: millones)?) (?:de )?(?P<unit>dólares|euros)",
    ),
    currencies={"$": "USD", "us$": "USD", "€": "EUR", "dólares": "USD", "euros": "EUR"},
)

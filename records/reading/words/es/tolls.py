"""Spanish tolls and running totals."""

from records.reading.tolls import TollWords

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
    r"(?: (?:fue|fueron|había|resultó|resultaron|quedó|quedaron|está|están|han|ha|habían|sido|siguen|sigue|"
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
        (
            "injured",
            r"\b(?P<n>una?) (?:agente|guardia|policía|militar|marinero|marino|tripulante|pescador)[\w ]{0,30}? "
            r"(?:resultó|quedó) (?:\w+ )?herid[oa]\b",
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
        (
            "survivors",
            (
                rf"\b(?:(?:rescat|auxili)(?:ó|aron|ado|ando)) (?:(?:(?!\d)[\w'-]+ ){{0,7}}?a |con vida a "
                rf")?(?P<n>AMOUNT|una?\b){_UNIT} {_PEOPLE}"
            ),
        ),
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
        r"\b(?:ya )?suman (?:ya )?(?:al menos |más de )?AMOUNT (?:los )?(?:muertos|fallecidos|víctimas)|"
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
        rf"\bsuman (?:ya )?(?P<n>AMOUNT){_UNIT}",
        rf"\b(?:ha|han) (?:matado a|muerto|dejado) (?:a )?(?P<n>AMOUNT){_UNIT}",
        rf"\b(?:muertos|matado|fallecidos|murieron) (?:a )?(?P<n>AMOUNT){_UNIT}",
        rf"(?P<n>AMOUNT){_UNIT} {_PEOPLE}?{_WERE}{{0,3}} (?:muert[oa]s?|murieron|fallecid[oa]s?)",
    ),
    strikes=(r"(?P<n>AMOUNT) (?:(?!\d|en\b|de\b|a\b)[\w'-]+ ){0,2}?(?:ataques|bombardeos)\b",),
)

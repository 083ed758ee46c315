"""Spanish words that take a told event its force, and words that join or part what is told."""

from records.reading.hedges import HedgeWords

HEDGES = HedgeWords(
    clause=r"[;:]|,? (?:pero|mientras|aunque|cuando|donde|quien|que) |, (?:y|tras|después) |, | – | — ",
    negated=(
        r"\bno\b(?! (?:está de acuerdo|comparte|apoya|comentó))|\bnunca\b|\bsin\b|\bni\b|\bneg(?:ó|"
        r"aron)\b(?: [\w'-]+){0,9}?|\bnieg(?:a|"
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
    dated=(
        r"[^;]{0,100}?\b(?:(?:el|este|del) (?:lunes|martes|miércoles|jueves|viernes|sábado|domingo)|anoche|ayer|"
        r"el \d{1,2} de)\b"
    ),
    again=r"\b(?:el|la|ese|esa|este|esta|del) (?:segund|tercer|otr)[oa]?\b[^;,]{0,25}$",
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
BY = r"\b(?:por|(?:ataques?|bombardeos?) de) (?:[\w'-]+ ){0,3}?$"
HAPPENED = r"\b(?:ocurri(?:ó|eron)|sucedi(?:ó|eron)|tuvo lugar|se produjo|se realizó|fue interceptad[oa])\b"
PRONOUN = r"\b(?:que|su|sus|haber)\b"
STRIKES = r"(?P<n>AMOUNT) (?:[\w'-]+ ){0,2}?(?:ataques|bombardeos)\b"
CLAIMED = (
    r"\b(?:reivindic(?:ó|aron)|se (?:atribuy(?:ó|eron)|adjudic(?:ó|aron))|asumi(?:ó|eron) la (?:autoría|"
    r"responsabilidad))"
)
NEXT_VERB = r"\b(?:y|pero|luego|antes de|tras|mientras) (?:\w+ ){0,2}?(?:fue|fueron|ha|han|\w+(?:ó|aron|ieron))\b"
ASIDE = r"\b(?:en (?:respuesta|represalia) (?:a|por)|para (?:proteger|disuadir)) [^,;]{1,160}"

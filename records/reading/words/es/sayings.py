"""Spanish words of speech, dispute and doubt."""

from records.reading.sayings import SayingWords

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
                r"dij(?:o|eron)|inform(?:ó|aron|a)|anunci(?:ó|aron|a)|afirm(?:ó|aron|a)|asegur(?:ó|aron|a|an) que|"
                r"declar(?:ó|aron)|señal(?:ó|aron)|indic(?:ó|aron)|report(?:ó|aron)|explic(?:ó|aron)|precis(?:ó|"
                r"aron)|coment(?:ó|aron)|revel(?:ó|aron)|comunic(?:ó|aron)|escrib(?:ió|ieron)"
            ),
        ),
    ),
    according=(
        r"\b(?:según|(?<!está\s)(?<!están\s)(?<!estar\s)(?<!estoy\s)(?<!estamos\s)de acuerdo con|"
        r"conforme a|comunicado de)\b"
    ),
    between=(
        r",[^,]{2,80},|[,()\"]| |también|ha|han|hab[ií]a|este|el|los|la|más tarde|posteriormente|lunes|martes|"
        r"miércoles|jueves|viernes|sábado|domingo|"
        r"de (?:los |las |sus )?(?:fallecid|muert|víctima|desaparecid|tripulante|pescador)\w+|en un "
        r"comunicado|en un mensaje|en la red social x|en x|en una rueda de prensa|le|les|se"
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
    facts_said=(
        r"\b(?<!\bno\s)(?:(?:era|eran|es|son|fue|fueron) (?:\w+ ){0,2}?(?:inocentes?|pescador(?:es)?|"
        r"civiles)|no (?:eran?|son|es) (?:\w+ ){0,2}?"
        r"(?:narco\w*|traficantes?|contrabandistas?|delincuentes?)|no (?:llevaban?|transportaban?|había) "
        r"(?:\w+ ){0,2}?drogas?)\b"
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

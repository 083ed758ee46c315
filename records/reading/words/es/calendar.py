"""Spanish dates."""

from records.reading.when import CalendarWords

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

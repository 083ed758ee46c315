"""English dates."""

from records.reading.when import CalendarWords

_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
_DAY_2 = r"(?P<day_2>[0-3]?\d)(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_WEEKDAY = (
    r"(?P<weekday>mon(?:day)?|tue(?:s|sday)?|wed(?:nesday)?|thu(?:rs|rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)\b"
)
_FULL_WEEKDAY = r"(?P<weekday>monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b"
_TIME_OF_DAY = r"(?:morning|afternoon|evening|night|noon|midnight|dawn|dusk)"

CALENDAR = CalendarWords(
    rules=(
        ("iso", r"\b(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)"),
        ("day_month", rf"\b(?:between )?{_DAY} ?(?:(?P<lasted>-|–|to)|and) ?{_DAY_2} {_MONTH}(?:,? {_YEAR})?"),
        ("day_month", rf"\b(?:between )?{_MONTH} {_DAY} ?(?:(?P<lasted>-|–|to)|and) ?{_DAY_2}(?!\d)(?:,? {_YEAR})?"),
        ("day_month", rf"\b(?<![\d:]){_DAY}-{_MONTH}-{_YEAR}"),
        (
            "day_month",
            rf"\b(?<![\d:]){_DAY} {_MONTH} '?(?P<short>\d\d)(?= (?:at|in|while|near|off|to|by|from)\b|[,;)]|\.$)",
        ),
        ("day_month", rf"\b(?<![\d:]){_DAY}(?: of)? {_MONTH}(?:,? {_YEAR})?"),
        ("day_month", rf"\b{_MONTH} {_DAY}(?![\d:]|,\d)(?:,? {_YEAR})?"),
        ("slashes", r"(?<![\d/])(?P<first>\d{1,2})/(?P<second>\d{1,2})/(?P<year>(?:19|20)\d\d)(?![\d/])"),
        (
            "month_only",
            rf"\b(?:in |during |since |of )?(?:the )?(?:(?P<part>early|mid|late)[- ](?:in )?)?{_MONTH},? {_YEAR}",
        ),
        ("month_only", rf"\b(?:in|during|of|since|last) (?:the )?(?:(?P<part>early|mid|late)[- ])?{_MONTH}(?! ?\d)"),
        ("month_only", rf"\b(?P<part>early|mid|late)[- ](?:in )?{_MONTH}(?! ?\d)"),
        ("weekday", rf"\b(?P<next>next|coming|by|until) {_FULL_WEEKDAY}"),
        (
            "weekday",
            (
                rf"\b(?:(?:late|early) )?(?:on )?(?:the )?(?:(?P<last>last|past) |this |(?:late|early) "
                rf")?{_FULL_WEEKDAY}(?: {_TIME_OF_DAY})?(?! group)"
            ),
        ),
        ("words", r"\b(?:on )?the (?P<word>day before yesterday)\b"),
        (
            "words",
            (
                rf"\b(?:earlier |late |early )?(?P<word>yesterday|today|tonight|last night|overnight|this "
                rf"(?:morning|afternoon|evening))\b(?: {_TIME_OF_DAY})?"
            ),
        ),
        ("ago", r"\b(?P<n>NUMBER|an?) (?P<unit>hour|day|week|month|year)s? ago\b"),
        ("ago", r"\b(?:just |only |several |a few |some |a couple of )?(?P<unit>hour|day|week|month|year)s ago\b"),
        ("ago", r"\bin recent (?P<unit>day|week|month|year)s\b"),
        ("last_week", r"\b(?:earlier |late |early )?last week\b"),
        ("this_week", r"\b(?:earlier |later )?(?:this|the past|in the past) week\b"),
        ("weekend", r"\b(?:over|during|at|on) (?:the|this|last|this past|the past) weekend\b"),
        ("last_month", r"\b(?:earlier |late |early )?last month\b"),
        ("this_month", r"\b(?:earlier )?this month\b"),
        ("last_year", r"\blast year\b"),
        ("this_year", r"\b(?:earlier )?this year\b"),
        ("after", r"\b(?P<n>NUMBER|an?) (?P<unit>hour|day|week|month|year)s? after\b"),
        ("after", r"\b(?:just |only |several |a few |some )?(?P<unit>hour|day|week|month|year)s after\b"),
        ("before", r"\b(?P<n>NUMBER|an?) (?P<unit>hour|day|week|month)s? (?:before|ahead of)\b"),
        ("before", r"\b(?:just |only |several |a few |some )?(?P<unit>hour|day|week|month)s (?:before|ahead of)\b"),
        ("earlier", r"\b(?P<n>NUMBER|an?) (?P<unit>day|week)s? (?:earlier|prior)\b"),
        ("earlier", r"\b(?:on )?the previous day\b"),
        ("later", r"\b(?P<n>NUMBER|an?) (?P<unit>hour|day|week)s? later\b"),
        ("later", r"\b(?:several |a few |some )?(?P<unit>hour|day|week)s later\b"),
        ("later", r"\b(?:on )?the same (?:day|night|morning|evening)\b"),
        ("later", r"\bthat (?:day|night|morning|evening|afternoon)\b"),
        ("next_day", r"\b(?:on )?the (?:next|following) (?:day|morning)\b"),
        ("year", rf"\b(?<!\bthan\s)(?:in|of|since|during) {_YEAR}\b"),
        ("vague", r"\b(?:the )?(?:recent|recently)\b"),
    ),
    months={
        name: number
        for number, name in enumerate(
            ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"], 1
        )
    },
    weekdays={name: number for number, name in enumerate(["mon", "tue", "wed", "thu", "fri", "sat", "sun"])},
    units={"hour": 0, "day": 1, "week": 7, "month": 30, "year": 365},
    words={
        "day before yesterday": (-2, -2),
        "yesterday": (-1, -1),
        "today": (0, 0),
        "tonight": (0, 0),
        "this morning": (0, 0),
        "this afternoon": (0, 0),
        "this evening": (0, 0),
        "last night": (-1, -1),
        "overnight": (-1, 0),
    },
    background=r"since|until|till|by|through",
    parts={"early": 0, "mid": 1, "late": 2},
    clock=(
        r"\b(?:at )?(?:about |around |approximately )?(?P<hour>[0-2]?\d)[:.h]?(?P<minute>[0-5]\d) "
        r"?(?:hrs?|hours)? ?(?:utc|gmt|z|zulu)\b"
    ),
)

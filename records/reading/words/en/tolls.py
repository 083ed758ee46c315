"""English tolls and running totals."""

from records.reading.tolls import TollWords

_NOUNS = (
    r"(?:people|persons?|m[ae]n|wom[ae]n|child(?:ren)?|crew(?:[- ]?members?|m[ae]n)?|sailors?|"
    r"seafarers?|seam[ae]n|mariners?|fisherm[ae]n|"
    r"fishers?|migrants?|refugees?|passengers?|soldiers?|marines?|guards?|guardsm[ae]n|officers?|civilians?|suspects?|"
    r"(?:drug[- ]?|human )?(?:traffickers?|smugglers?)|narco-?(?:terrorists?|traffickers?)|"
    r"terrorists?|pirates?|militants?|fighters?|others?|hostages?|"
    r"bodies|body|nationals?|citizens?|members?|personnel|troops|robbers?|captains?|masters?|"
    r"engineers?|cooks?|victims?|operatives?|"
    r"occupants?|castaways?|filipinos?|indians?|venezuelans?|colombians?|ecuadorians?|individuals?|"
    r"survivors?|gang members?|cartel members?|of them|them|of those)"
)
_NO_MODIFIER = (
    r"(?:and|or|but|died|killed|killing|injured|wounded|missing|rescued|survived|drowned|was|were|"
    r"are|is|has|had|have|been|"
    r"while|with|in|on|at|after|when|of|the|a|an|to|from|by|near|off|that|who|which|as|said|leaving|\d+|two|three|four|"
    r"five|six|seven|eight|nine|ten|eleven|twelve)"
)
_PEOPLE = rf"(?:(?:of (?:the|its|their|those) (?:\w+ )?)?(?:(?!{_NO_MODIFIER}\b)[\w'./-]+ ){{0,4}}?{_NOUNS})"
_ABOARD = (
    r"(?:(?:,| [—–-])? (?:who were )?(?:on ?board|aboard|on the \w+|in the \w+|inside|from the \w+|from "
    r"(?!the\b)\w+(?: \w+){0,2}?)(?: (?:the|"
    r"both|each) (?:\w+ )?(?:boats?|vessels?|ships?|crafts?))?(?: [—–-](?= ))?)?"
)
_UNIT = (
    r"(?! ?(?:%|percent|per cent|km\b|kms\b|kilom|nautical|nm\b|miles?\b|tons?\b|tonnes?\b|kilos?\b|"
    r"kg\b|kilog|pounds?\b|lbs?\b|dollars?\b|"
    r"million|billion|days?\b|hours?\b|weeks?\b|months?\b|years?\b|minutes?\b|a\.?m\b|p\.?m\b|feet|"
    r"foot\b|met(?:er|re)s?\b|knots?\b|"
    r"bales?\b|packages?\b|boats?\b|vessels?\b|ships?\b|missiles?\b|drones?\b|rounds?\b|shots?\b|skiffs?\b|"
    r"(?:\w+ ){0,2}(?:boats?|vessels?|ships?|drones?|missiles?|skiffs?|speedboats?|miles)\b))"
)
_WERE = (
    r"(?:,? (?:were|was|are|is|have been|had been|has been|being|be|to have been)| reportedly| also| "
    r"all| believed| confirmed| initially| now| feared| presumed| either| still| thought| to be| "
    r"reported| listed as| declared| found| have| had| has| went| go| gone| remain(?:s|ed)?| later| "
    r"subsequently| severely| seriously| slightly| lightly| badly| critically)"
)

_SINCE = (
    r"(?:since (?:last |early |late |mid-?|the (?:start|beginning|campaign|operation|strikes)\w* ?|it began|then|they "
    r"began)?(?:of )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|(?:19|20)\d\d|began|year|spring|summer|"
    r"autumn|fall|winter|)\w*|(?:so far )?this year|over the (?:past|last) (?:year|\w+ months|months))"
)

TOLLS = TollWords(
    people=_PEOPLE,
    single=r"an?|the only|lone|sole",
    again=rf"\band (?P<n>AMOUNT){_UNIT}(?: {_PEOPLE})?(?= (?:more )?(?:in|off|on|near|aboard|the next|a day)\b)",
    counted=(
        (
            "killed",
            (
                rf"\b(?:killing|killed|kills|kill|claim(?:ed|ing|s) the lives of) (?:also "
                rf")?(?P<n>AMOUNT){_UNIT}(?: of the \w+)?(?: {_PEOPLE})?{_ABOARD}"
            ),
        ),
        ("killed", rf"\b(?:killing|killed|kills) (?P<n>an?|one)(?= (?:[\w'-]+ ){{0,3}}?{_NOUNS}) {_PEOPLE}"),
        ("killed", rf"\bshot (?:dead|and killed) (?P<n>AMOUNT){_UNIT}(?: {_PEOPLE})?"),
        ("killed", rf"\b(?:leaving|left|leaves) (?P<n>AMOUNT){_UNIT}(?: {_PEOPLE})? dead"),
        (
            "killed",
            (
                rf"(?P<n>AMOUNT|\ban?\b){_UNIT}(?: {_PEOPLE}){{0,2}}(?: and an? "
                rf"{_PEOPLE})?{_ABOARD}{_WERE}{{0,4}} (?:killed|dead|died|"
                rf"drowned|slain|perished|lost (?:their|his|her) (?:lives|life))\b(?! in (?:19|20)\d\d)"
            ),
        ),
        ("killed", r"(?P<n>AMOUNT) (?:\w+ )?(?:deaths|fatalities|dead\b)"),
        (
            "killed",
            (
                r"\bdeath toll (?:of|to|at|stands at|rose to|rises to|has risen to|reached|was put at|climbed "
                r"to) (?P<n>AMOUNT)"
            ),
        ),
        ("killed", r"\b(?:recover(?:ed|ing)|found|retrieved|pulled) (?:the )?(?P<n>AMOUNT) (?:bodies|corpses)"),
        ("killed", rf"\bbod(?:ies|y) of (?P<n>AMOUNT){_UNIT}"),
        (
            "injured",
            (
                rf"\b(?:injuring|injured|wounding|wounded|wounds|injures|hurting) (?P<n>AMOUNT|an?\b){_UNIT}(?: "
                rf"{_PEOPLE})?"
            ),
        ),
        ("injured", rf"\b(?:leaving|left) (?P<n>AMOUNT){_UNIT}(?: {_PEOPLE})? (?:injured|wounded|hurt)"),
        (
            "injured",
            (
                rf"\b(?:leaving|left) (?:[\w-]+ ){{1,5}}?dead and (?P<n>AMOUNT){_UNIT}(?: {_PEOPLE})? (?:injured|"
                rf"wounded|hurt)"
            ),
        ),
        (
            "injured",
            (
                rf"(?P<n>AMOUNT|\ban?\b){_UNIT}(?: {_PEOPLE}){{0,2}}(?: and an? "
                rf"{_PEOPLE})?{_ABOARD}{_WERE}{{0,4}} (?:injured|wounded|"
                rf"hurt|burned|suffered (?:\w+ ){{0,2}}?(?:injur\w+|wounds|burns)|sustained (?:\w+ ){{0,2}}?"
                rf"(?:injur\w+|wounds))\b"
            ),
        ),
        (
            "missing",
            (
                rf"(?P<n>AMOUNT|\ban?\b){_UNIT}(?: {_PEOPLE}){{0,2}}(?: and an? "
                rf"{_PEOPLE})?{_ABOARD}{_WERE}{{0,4}} (?:missing|"
                rf"unaccounted for|disappeared|vanished|overboard)\b"
            ),
        ),
        ("missing", rf"\b(?:leaving|left) (?:[\w-]+ ){{1,6}}?and (?P<n>AMOUNT){_UNIT}(?: {_PEOPLE})? missing"),
        (
            "missing",
            (
                rf"\bsearch(?:ing|ed|es)? (?:was |is |continues |continued |resumed |under ?way )?for (?:the "
                rf")?(?:missing )?(?P<n>AMOUNT|an?\b){_UNIT} (?:[\w'-]+ ){{0,2}}?(?:missing|m[ae]n|people|"
                rf"persons?|crew\w*|migrants|sailors?|fisherm[ae]n|others)"
            ),
        ),
        (
            "survivors",
            (
                rf"(?P<n>AMOUNT|\ban?\b|\bthe only\b|\blone\b|\bsole\b){_UNIT}(?: {_PEOPLE}){{0,2}}"
                rf"{_ABOARD}{_WERE}{{0,4}} (?:survived|rescued(?! (?:migrants|people|refugees|men)\b)|"
                rf"saved|pulled (?:alive )?from|"
                rf"plucked from|picked up|evacuated|brought (?:safely )?(?:ashore|to safety))\b"
            ),
        ),
        (
            "survivors",
            (
                rf"\b(?:rescu(?:ed|ing|es)|saved|saving|plucked|evacuated|repatriated) (?:the )?(?P<n>AMOUNT|"
                rf"an?\b){_UNIT}(?: {_PEOPLE})"
            ),
        ),
        ("survivors", r"(?P<n>AMOUNT) survivors?\b"),
        (
            "survivors",
            (
                r"\b(?P<n>an?) (?:lone |single |sole )?survivor\b(?!,? (?:\d\d,? )?(?:told|said|recalled|"
                r"described))"
            ),
        ),
    ),
    none=(
        (("killed", "injured"), r"\b(?:no|without(?: any)?) (?:reported )?(?:casualties|casualty)\b"),
        (
            ("killed", "injured"),
            r"\bno (?:deaths?|fatalit(?:y|ies)|loss of life) (?:or|and|nor) (?:serious )?injur(?:y|ies)\b",
        ),
        (("killed", "injured"), r"\bno injur(?:y|ies) (?:or|and|nor) (?:deaths?|fatalit(?:y|ies)|loss of life)\b"),
        (
            ("killed", "injured"),
            (
                r"\b(?:no ?one|nobody|none of (?:the|its|those) [\w ]{2,30}?|no (?:crew(?: members?)?|people|"
                r"persons?|sailors|seafarers)) (?:on ?board |aboard )?(?:was|were|had been|has been) (?:killed "
                r"or (?:injured|wounded|hurt)|(?:injured|hurt) or killed)\b"
            ),
        ),
        (("killed",), r"\b(?:no|without(?: any)?) (?:deaths?|fatalit(?:y|ies)|loss of life)\b"),
        (
            ("killed",),
            (
                r"\b(?:no ?one|nobody|none of (?:the|its|those) [\w ]{2,30}?|no (?:crew(?: members?)?|people|"
                r"persons?|sailors|seafarers)) (?:on ?board |aboard )?(?:was|were|had been|has been|had) "
                r"(?:killed|died|dead)\b"
            ),
        ),
        (("injured",), r"\b(?:no|without(?: any)?) (?:reported |serious )?injur(?:y|ies)\b"),
        (
            ("injured",),
            (
                r"\b(?:no ?one|nobody|none of (?:the|its|those) [\w ]{2,30}?|no (?:crew(?: members?)?|people|"
                r"persons?|sailors|seafarers)) (?:on ?board |aboard )?(?:was|were|had been|has been|is) "
                r"(?:reported )?(?:injured|hurt|wounded|harmed)\b"
            ),
        ),
        (
            ("injured",),
            r"\b(?:crew(?: members?)?|master|captain|sailors?|guards?) (?:was|were) not (?:injured|hurt|harmed)\b",
        ),
        (("injured",), r"\b(?:unharmed|uninjured|unhurt|unscathed)\b"),
        (("survivors",), r"\b(?:no|without(?: any)?) survivors\b"),
        (("survivors",), r"\bno ?one survived\b"),
    ),
    presumed=r"presumed|feared|believed|thought",
    unless=(
        r"whether|\bif\b|den(?:y|ies|ied|ying)|could have|may have|might have|would have|could|would|"
        r"(?<!\d\s)(?<!\bin\s)\bmay\b(?! \d)|might|"
        r"threat\w*|vow\w*|no (?:immediate )?(?:reports?|word|information|details|evidence|indication)s?|"
        r"not known|unclear|unknown|"
        r"not (?:confirm|say|said|know)\w*|capable|capacity|disput\w+|will|in order to|designed to|"
        r"intended to|rather than"
    ),
    revised=r"\b(?:rose|risen|rises|revised|updated|climbed|now stands|raised|lowered)\b",
    totals=(
        rf"\b(?:have|has|had)(?: [\w'-]+){{0,3}}? (?:killed|died|carried out|conducted|struck|seized|destroyed|"
        rf"launched|attacked|intercepted|stopped|hit|given|provided|donated)\b[^;]{{0,120}}\b{_SINCE}|"
        rf"{_SINCE}[^;]{{0,90}}\b(?:have|has|had)"
        rf"(?: [\w'-]+){{0,3}}? (?:killed|died|carried out|conducted|struck|seized|destroyed|launched|attacked|"
        rf"intercepted|stopped|hit|given|provided|donated)\b|"
        r"\bso far (?:this year|in (?:19|20)\d\d)\b|\b(?:killed|dead|died|"
        r"seized) (?:[\w'-]+ ){0,4}?so far\b|\bto date\b|"
        r"\bin (?:19|20)\d\d,? (?:[\w'-]+ ){0,6}?(?:seized|intercepted|confiscated)\b|\bin total\b|"
        r"\ball told\b|\bcampaign (?:has|had|have) (?:now )?killed\b|"
        r"\b(?:strikes|attacks|operations) (?:have|had) (?:now )?(?:reportedly )?killed\b|\bthis year alone\b|"
        r"\b(?:overall|total) (?:death )?toll\b|^\W*(?:[\w-]+ ){1,4}(?:people|men|"
        r"persons) have (?:now )?been killed(?: in the (?:strikes|attacks|campaign)[^.]{0,40})?\W*$|"
        r"\bin the (?:first|past|last) (?:AMOUNT )?(?:months|quarter|half)\b"
    ),
    bringing=(
        r"\bbring(?:s|ing)? to (?:at least |more than |about )?[\w,-]+ the (?:number|total)\b|"
        r"\b(?:,? ?(?:and )?(?:bring(?:s|ing)?|brought|rais(?:es|ing|ed)|tak(?:es|ing)|took|push(?:es|"
        r"ing|ed)|lift(?:s|ing|ed)))\b[^.;]{0,90}?"
        r"\b(?:total|number|toll|count|death toll|tally|killed)\b[^.;]{0,90}?\bto (?:at least |more than "
        r"|about |nearly |over )?\w"
    ),
    total=(
        r"\bto (?P<n>AMOUNT) the (?:number|total)",
        rf"\b(?:number|total|toll|count|tally|killed)\b[^.;]{{0,120}}? to (?P<n>AMOUNT){_UNIT}",
        rf"\b(?:have|has|had) (?:now )?(?:also )?(?:reportedly )?killed (?P<n>AMOUNT){_UNIT}",
        rf"\b(?:killed|dead|deaths|killing) (?:a total of )?(?P<n>AMOUNT){_UNIT}",
        rf"(?P<n>AMOUNT){_UNIT} {_PEOPLE}{_WERE}{{0,4}} (?:killed|dead|died)",
        r"\b(?:death )?toll (?:of|at|stands at|to) (?P<n>AMOUNT)",
    ),
    strikes=(r"(?P<n>AMOUNT) (?:(?!\d|in\b|of\b|to\b|from\b)[\w'.-]+ ){0,4}?strikes\b",),
)

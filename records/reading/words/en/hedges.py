"""English words that take a told event its force, and words that join or part what is told."""

from records.reading.hedges import HedgeWords

HEDGES = HedgeWords(
    clause=(
        r"[;:]|,? (?:but|while|whereas|although|though|which|who|where|whether) |, (?:and|as|after|before|when|"
        r"prompting|following|in which) | (?:after|before|as|when|because|since|"
        r"(?<!denied\s)(?<!denies\s)(?<!denying\s)(?<!deny\s)(?<!claims\s)(?<!reports\s)"
        r"(?<!allegations\s)(?<!rumours\s)(?<!rumors\s)(?<!evidence\s)that) (?=(?:the|a|an|it|"
        r"they|he|u\.s\.|us|\w+ed|\w+s) )|, | - | – | — "
    ),
    negated=(
        r"\bno\b|\bnot\b(?! (?:only|agree|comment|respond)\b)|n't\b|\bnever\b|\bwithout\b|\bneither\b|\bnor\b|"
        r"\bden(?:y|ies|ied|ying)\b(?: [\w'-]+){0,9}?|\bfailed to\b|\bfailing to\b|\bunable to\b|"
        r"\b(?:reject|dismiss|refut)\w* (?:\w+ ){0,3}?(?:claims?|reports?|allegations?|accusations?|"
        r"suggestions?|rumou?rs)\b(?: [\w'-]+){0,9}?|"
        r"\brefus\w+ to\b|\bcancel\w+\b|\bfalse\b"
    ),
    imagined=(
        r"\bif\b|\bunless\b|\bcould\b|\bmight\b|(?<!\d\s)(?<!\bin\s)(?<!\bof\s)(?<!\bon\s)\bmay\b(?! \d)|"
        r"\bshould\b|\bmust\b|\bcan\b|\bpossib\w+|\bpotential\w*|\bthreat(?:s|en\w*)?\b|\bready\b|"
        r"\breadiness\b|"
        r"\bwilling\w*|\bwant(?:s|ed)? to\b|\bwish\w*|\bdesires?\b|\bhop(?:e|es|ed|ing)\b|\bavoid\w*|"
        r"\bprevent\w*|\bdeter\b|\brisk\w*|\bfear\w*|\bable to\b|\bpower to\b|\bauthority to\b|"
        r"\bintend\w*|\baim(?:s|ed)? (?:to|at)\b|\bcall(?:ed|s)? for\b|\burg\w+|\bdemand\w*(?! (?:answers|"
        r"information|explanations?))|\bprepar\w+ "
        r"(?:to|for)\b|\bconsider\w*|\bwhether\b|\bcapable of\b|\battempt\w*\b|\btr(?:ied|ying) to\b|"
        r"\bcommitted to\b|\bright to\b|\bplan(?:s|ned|ning)? (?:a|for|on)\b|\bprior to\b|\bin case of\b|"
        r"\bcall(?:ed|ing|s)? (?:it|this|them|that)\b|\bdescrib\w+ (?:it|this|them|that) as\b|"
        r"\bdrills?\b|\bexercises?\b|\bsimulat\w+|\bthwart\w*|\bfoil\w*|\brepel\w*|\bfacing\b|"
        r"\bany\b(?=(?: [\w'-]+)?\W*$)"
    ),
    announced=(
        r"\bwill\b|\bshall\b|'ll\b|\bgoing to\b|\bgonna\b|\b(?:is|are) to\b|\bset to\b|\bdue to\b(?= "
        r"(?:\w+ )?$)|\bwould\b|\bplan(?:s|ned|ning)? to\b|\bexpected to\b|\babout to\b|\bscheduled to\b|"
        r"\bto be\b|\bagreed to\b|\bpromis\w+ to\b|\bpledg\w+ to\b"
    ),
    general=(
        r"\b(?:previous|earlier|past|prior|similar|such|other|these|those|any|more|further|future|"
        r"repeated|multiple|many|frequent|dozens|scores|series|spate|string|wave|surge|rise|increase|"
        r"hundreds|campaign|number|alleged)\b"
    ),
    general_sentence=(
        r"\b(?:an?|joint|naval|military|the|its|annual) (?:\w+ )?(?:exercises?|drills?)\b(?! caution)|"
        r"\bmock\b|\bsimulat\w+|"
        r"\b(?:regularly|routinely|frequently|often|usually|typically|every (?:day|week|month|year)|each "
        r"(?:week|month|year)|in recent (?:months|years)|over the (?:past|last) (?:\w+ )?(?:months|years|"
        r"decade)|"
        r"for (?:years|decades|months)|(?:dozens|scores|hundreds|spate|wave|string|series) of (?:\w+ "
        r")?(?:attacks|strikes|seizures|incidents|hijackings|boardings)|reporting period|\btotal attack "
        r"reports)\b"
    ),
    plural=(
        r"strikes|airstrikes|air strikes|attacks|seizures|interdictions|interceptions|hijackings|"
        r"boardings|deployments|flights|sanctions|designations"
    ),
    counted=(
        r"\b(?:two|three|four|five|six|seven|eight|nine|ten|\d{1,2}|a pair of|both|twin|double|new|fresh|"
        r"imposed|imposes|announced|these|the latest)\b(?: [\w'.-]+){0,4}\W*$"
    ),
    dated=(
        r"[^;]{0,100}?\b(?:(?:on|late|early|last) (?:mon|tues|wednes|thurs|fri|satur|sun)day|overnight|yesterday|"
        r"last night|this morning|on \d{1,2} [a-z]{3}|on (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|"
        r"dec)\w*\.? \d)\b"
    ),
    again=(
        r"\b(?:the|that|this) (?:[\w'-]+ ){0,2}?(?:second|third|fourth|other|further|additional|"
        r"earlier)\b[^;,]{0,25}$"
    ),
    other=(
        r"\b(?:another|second|third|fourth|separate|separately|different|further|additional|previous|"
        r"earlier|other)\b(?: [\w'-]+){0,3}\W*$"
    ),
    after_negated=(
        r" (?:was|were) (?:thwarted|foiled|averted|prevented)|(?:ed)? by mistake| drills?| exercises?| "
        r"capabilit\w+| attempt\b"
    ),
)
CONTINUES = (
    r"^\W*(?:the|all|no|none|nobody|it|its|they|their|he|she|both|one|two|three|four|five|six|\d+|"
    r"another|there|of|crew|officers?|officials?|authorities|police|investigat\w+|a fire|vessels?|"
    r"ukmto|nothing|everyone|some)\b"
)
SEPARATE = (
    r"\b(?:separately|in a separate|in another|elsewhere|meanwhile|in other (?:news|incidents)|in a "
    r"different|another incident|second incident|also on|a second|in a second|earlier in|"
    r"unrelated)\b"
)
PARTNER = (
    r"\b(?:assisted by|assistance (?:of|from)|(?:with )?support (?:of|from)|cooperat\w+ (?:with|of)|"
    r"coordinat\w+ with|together with|working with|alongside|joint(?:ly)?(?: \w+)? with|help (?:of|"
    r"from)|intelligence (?:from|provided by|shared by)|tip(?:-off)? (?:from|by)|backed by|along "
    r"with|supported by) (?:[\w'.-]+ ){0,4}?$"
)
BY = r"\b(?:by|(?:fire|gunfire|attack) from) (?:[\w'.-]+ ){0,4}?$"
HAPPENED = (
    r"\b(?:happened|occurred|took place|was carried out|were carried out|was intercepted|was seized|"
    r"came under|began|unfolded)\b"
)
PRONOUN = r"\b(?:it|they|we|its|their|our)\b"
STRIKES = r"(?P<n>AMOUNT)(?: (?!\d|in\b|of\b|to\b|from\b)[\w'.-]+){0,3}? (?:air ?)?strikes\b"
CLAIMED = (
    r"\b(?:claim(?:ed|s|ing) (?:the )?(?:responsibility|attack)|took responsibility|said (?:it|they) (?:was|"
    r"were) behind)\b"
)
NEXT_VERB = r"\b(?:and|but|then|before|after|while) (?:\w+ ){0,2}?(?:was|were|been|had|has|\w+ed)\b"
ASIDE = r"\b(?:in (?:response|reply|retaliation|revenge) (?:to|for)|in order to|to (?:protect|deter)) [^,;]{1,160}"

"""English words of speech, dispute and doubt."""

from records.reading.sayings import SayingWords

SAYINGS = SayingWords(
    verbs=(
        ("accuse", r"accus(?:ed|es)|blam(?:ed|es)|alleg(?:ed|es)(?= (?:that|the|it|they|he|she)\b)"),
        ("confirm", r"confirm(?:ed|s)"),
        (
            "deny",
            (
                r"den(?:ied|ies)|reject(?:ed|s)|dismiss(?:ed|es)|disput(?:ed|es)|contest(?:ed|s)|refut(?:ed|es)|"
                r"cast doubt|called (?:the |it |this |that )?(?:[\w-]+ ){0,4}?(?:fake|false|lies?|"
                r"fabricat\w+|baseless|groundless|unfounded|untrue|absurd|nonsense|"
                r"propaganda|\w+ invention)"
            ),
        ),
        (
            "object",
            (
                r"rais(?:ed|es) (?:\w+ )?(?:questions|concerns|doubts)|question(?:ed|s)|criticiz(?:ed|es)|"
                r"criticis(?:ed|es)|condemn(?:ed|s)|denounc(?:ed|es)|protest(?:ed|s)|call(?:ed|s) (?:the |it |"
                r"them |this )?(?:[\w\"-]+ ){0,8}?\"?(?:illegal|unlawful|murder|extrajudicial|execution\w*|"
                r"violation\w*|piracy|war crimes?|theft|robbery|hijacking|kidnapping)"
            ),
        ),
        (
            "urge",
            (
                r"warn(?:ed|s)|vow(?:ed|s)|pledg(?:ed|es)|urg(?:ed|es)|threaten(?:ed|s)|demand(?:ed|s)|"
                r"promis(?:ed|es)|call(?:ed|s) (?:for|on)|insist(?:ed|s)|desires|wants|express(?:ed|es)|"
                r"defend(?:ed|s)|prais(?:ed|es)|welcom(?:ed|es)|appeal(?:ed|s)"
            ),
        ),
        (
            "tell",
            (
                r"said|says|say|(?<!united\s)stat(?:ed|es)|announc(?:ed|es)|claim(?:ed|s)|report(?:ed|s)|"
                r"told|add(?:ed|s)|"
                r"not(?:ed|es)|mention(?:ed|s)|reveal(?:ed|s)|disclos(?:ed|es)|post(?:ed|s)|wrote|declar(?:ed|"
                r"es)|argu(?:ed|es)|acknowledg(?:ed|es)|explain(?:ed|s)|describ(?:ed|es)|tweeted|identified|"
                r"(?:has |have |had )?received (?:an? )?reports?"
            ),
        ),
    ),
    according=(
        r"\b(?:according to|as reported by|cited by|quoted by|(?:statement|release|notice|advisory|"
        r"communiqu[eé]) (?:by|from|of))\b"
    ),
    between=(
        r",[^,]{2,80},|'s?| |,|[()]|\"|also|has|have|had|later|initially|earlier|late|early|again|further|previously|"
        r"repeatedly|separately|on \w+(?: \w+)?(?: \d+)?|"
        r"in an? (?:[\w-]+ ){1,4}|during (?:[\w-]+ ){1,4}|spokes(?:man|woman|person)(?: [\w .-]{2,40})?|"
        r"chief|officials?|sources?|(?:that|which) (?:runs?|owns?|operates?|manages?) (?:it|"
        r"the (?:ship|vessel|boat))|has not|who|which|of (?:[\w'-]+ ){0,4}?(?:dead|killed|victims|men|"
        r"crew|sailors|fishermen|"
        r"missing|detained|detainees)|"
        r"via \w+|(?:and|for) [\w .'-]{2,50}|monday|tuesday|wednesday|thursday|friday|saturday|sunday"
    ),
    policy=(
        r"\b(?:will|would|won't|must|should|shall|can|could|need(?:s|ed)?|ready|readiness|committed|"
        r"continue|never|if|going to|gonna|plan(?:s|ned)?|right to|"
        r"international law|sovereignty|illegal|unlawful|unacceptable|respect|wage|waging|war|"
        r"provocat\w+|validation|wish|support|aggression|threat\w*)\b"
    ),
    detail=(
        r"\b(?:crew\w*|vessels?|tankers?|the ships?|the boats?|suspects?|cargo|cocaine|seafarers?|"
        r"sailors?|aboard|on board|onboard|captain|master|"
        r"investigat\w+|search|toll|hospital|detained|arrested|bodies|skiffs?|kilograms?|tonnes?)\b"
    ),
    legality_said=(
        r"\b(?:violat\w+ (?:of )?(?:\w+ ){0,3}(?:law|sovereignty|rights)|extrajudicial|unlawful(?! combatants?)|war "
        r"crimes?|(?:was|were|is|are) illegal|"
        r"amount(?:s|ed)? to (?:\w+ ){0,2}(?:murder|execution\w*|piracy)|(?:as|was|were) murders?|no "
        r"legal (?:basis|authority|justification)|breach of international law)\b"
    ),
    legality=(
        r"\b(?:legality|legal|lawful|illegal\w*|unlawful\w*|lawful\w*|legal basis|legal justification|extrajudicial|"
        r"international (?:human rights |maritime |humanitarian )?law|"
        r"law of (?:the sea|war)|murders?|executions?|war crimes?|due process|summary|violat\w+ (?:of "
        r")?(?:\w+ ){0,3}(?:law|sovereignty|rights)|human rights|legal questions|without (?:trial|"
        r"authori[sz]ation)|"
        r"acts? of (?:international )?piracy|piracy|theft|kidnapping)\b"
    ),
    facts=(
        r"\b(?:den(?:ied|ies|y|ying)|reject(?:ed|s|ing)|dismiss(?:ed|es)|disput(?:ed|es)|contest(?:ed|s)|"
        r"refut(?:ed|es)|fabricat\w+|fake|false(?:ly)?|ai-generated|artificial intelligence|"
        r"untrue|lies?|no evidence|cast doubt|innocent|were fishermen|not traffickers)\b"
    ),
    facts_said=(
        r"\b(?:(?:was|were|is|are) (?:(?!not\b)\w+ ){0,2}?(?:innocent|fisherm[ae]n|civilians)|(?:was|"
        r"were) not (?:\w+ ){0,2}?(?:smugglers?|"
        r"traffickers?|carrying|transporting|involved)|had (?:no|nothing to do with) (?:\w+ "
        r"){0,2}?(?:drugs?|trafficking|"
        r"smuggling|narcotics|cocaine)|no drugs (?:on board|aboard)|never happened|(?:was|were|"
        r"been) (?:doctored|staged|manipulated|fabricated|faked)|did not (?:happen|take "
        r"place|occur))\b"
    ),
    open_points=(
        r"(?:(?:the |their |his |her )?(?:[\w']+ )?names? (?:was|were|have|"
        r"has) not (?:been )?(?:released|disclosed|given|published))|"
        r"(?:(?:the )?(?:[\w' ]{0,40}\b)?identit(?:y|ies) (?:\w+ ){0,4}?(?:undisclosed|unknown|not "
        r"(?:been )?(?:released|disclosed|known)|unclear|unconfirmed))|"
        r"(?:(?:[\w']+ ){1,3}(?:has|have) (?:yet to|not yet|not) (?:respond\w*|comment\w*|confirm\w*)[^.;]{0,60})|"
        r"(?:did not (?:immediately )?(?:provide|offer|present|give|respond|reply|comment|identify|say|"
        r"name)[^.;]{0,80})|"
        r"(?:(?:could|can) not (?:immediately )?(?:be )?(?:independently )?(?:verif\w+|confirm\w*)[^.;]{0,60})|"
        r"(?:(?:could|can)not (?:immediately )?(?:be )?(?:independently )?(?:verif\w+|confirm\w*)[^.;]{0,60})|"
        r"(?:(?:has|have|had)? ?(?:not provided|provided no|offered no|presented no|released no|gave no|"
        r"without providing|no) (?:\w+ )?(?:evidence|proof)[^.;]{0,60})|"
        r"(?:(?:no group|nobody|no one) (?:has )?(?:immediately )?claimed responsibility)|"
        r"(?:it (?:was|is) (?:not (?:immediately )?(?:clear|known)|unclear)[^.;]{0,80})"
    ),
    retracted=(
        r"\b(?:retract(?:ed|s)|withdrew (?:the|its) (?:claim|report|statement)|later (?:said|admitted) "
        r"(?:that )?(?:the|its) (?:\w+ )?(?:report|claim) was (?:false|wrong|mistaken)|was a false "
        r"alarm)\b"
    ),
    dated=(
        r"(?:said|says|told|announc\w+|report(?:ed|s)|confirmed|statement|speaking|posted|reporters|"
        r"wrote|warned|condemned|denied|briefing|conference|declared|revealed|added|interview|court)"
        r"(?: (?:on|in|to|the|a|an|reporters|late|early|by|it|statement|x|social|media|post|that))*[\s,]*\x00|"
        r"\x00,? (?:said|that it|announced|confirmed|told|statement|accused|warned|condemned|denied)"
    ),
)

"""English parties, speech, places and hedges."""

from records.reading.hedges import HedgeWords
from records.reading.nations import ADJECTIVES, COUNTRIES
from records.reading.patterns.en.nouns import AIRCRAFT, PIRATES, VESSEL, WARSHIP_KIND
from records.reading.sayings import SayingWords
from records.reading.where import LocationWords
from records.reading.who import PartyWords

_ADJ = rf"(?:{ADJECTIVES})"
_OF_A_STATE = rf"(?:(?:{_ADJ}|(?:{COUNTRIES}|united states)(?:'s?)?) )?"
_NAME = r"[A-ZÀ-Þ][\w'-]+"
_FULL = rf"{_NAME}(?: (?:(?:de|del|la|al|bin|van|von) )?(?:{_NAME}|[A-Z]\.(?= ))){{0,3}}"
_TITLE = (
    r"(?:(?:Secretary of (?:State|Defense|War)|(?:Vice[- ])?President|(?:Deputy )?Prime Minister|"
    r"(?:[A-Z]\w+ )?(?:Minister|Secretary)(?: of [A-Z]\w+)?|"
    r"[Ff]oreign [Mm]inister|[Dd]efen[cs]e [Mm]inister|[Ii]nterior [Mm]inister|Attorney General|"
    r"Senator|Sen\.|Congress(?:wo)?man|Rep\.|Governor|Gov\.|"
    r"General|Gen\.|Admiral|Adm\.|Rear Adm\.|Vice Adm\.|Captain|Capt\.|Commander|Cmdr\.|Cdr\.|"
    r"Colonel|Col\.|Lt\.|Commodore|Commissioner|"
    r"Ambassador|King|Prince|[Ss]pokes(?:man|woman|person)|Chancellor|Director) )"
)
_SHIP_NAME = r"[A-ZÀ-Þ][\w'-]*(?: (?:(?:of|the|de|al|el) )?(?:[A-Z]\.(?= [A-Z])|[A-ZÀ-Þ0-9][\w'-]*)){0,3}"
_SMALL_WORD = (
    r"(?:and|the|in|on|of|to|by|from|with|for|at|a|an|was|were|is|are|near|off|that|as|their|its|his|said|after|"
    r"two|three|four|five|six|accused|when|while|into|onto|had|has|have|against|over|within|boarded|seized|"
    r"intercepted|attacked|struck|hit|approached|hijacked|sent|fired|destroyed|between|aboard|under|"
    r"been|being|target|targeting|using|like|such|no|into)"
)
_NUMBERED = (
    r"(?:(?:an?|the|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|a dozen|several|some|"
    r"all|both|\d{1,3}) )?"
)

PARTIES = PartyWords(
    kinds=(
        (
            "force",
            rf"\b(?:the )?{_OF_A_STATE}(?:(?:royal|federal|national|us|u\.s\.|regional|people's liberation army) )?"
            r"(?:coast ?guards?(?: sector \w+)?|nav(?:y|ies)|naval forces?|air force|marine corps|army|"
            r"military|armed forces|special (?:operations )?forces|"
            r"(?:security |government |maritime |defen[cs]e )?forces|border (?:guards?|force|protection)|"
            r"revolutionary guards?(?: corps)?|irgc(?: navy)?|"
            r"customs(?: service| and border protection| officers)?|marine police|maritime police|police(?: "
            r"service| force)?|maritime security agency|"
            r"guardia civil|southern command|central command|southcom|centcom|eu navfor|naval force|combined "
            r"(?:maritime|task) forces?(?: \d+)?|"
            rf"joint task force[\w -]{{0,20}}|pla navy|navy seals|commandos|marines|troops|maritime safety "
            r"administration)\b"
            rf"(?! (?:{VESSEL}|{AIRCRAFT}|chief|minister|ministry|official|officer|spokes|secretary|destroyer))",
        ),
        (
            "office",
            rf"\b(?:the )?{_OF_A_STATE}(?:white house|pentagon|kremlin|defen[cs]e department|department of "
            rf"(?:defen[cs]e|war|state|homeland security|justice|the treasury)|"
            r"state department|treasury(?: department)?|war department|justice department|"
            r"(?:foreign|defen[cs]e|interior|transport|maritime|oil|energy) ministry|ministry of (?:foreign "
            r"affairs|(?:national )?defen[cs]e|the interior|transport\w*)|"
            r"ministry|government|authorities|(?:senior |security |defen[cs]e |military |government |"
            r"intelligence |naval )*officials?|drug enforcement administration|dea|fbi|national "
            r"crime agency|europol|interpol|"
            r"united kingdom maritime trade operations|uk maritime trade operations|ukmto|ambrey|"
            r"international maritime bureau|imb|recaap|"
            r"european union|\beu\b(?! )|united nations|nato|african union|office of foreign assets control|ofac|"
            r"international organization for migration|iom|unhcr|alarm phone|maritime rescue coordination "
            r"cent(?:er|re)|mrcc|maritime rescue service|rescue service|sea rescue|"
            r"prosecutors?|congress|senate|parliament|a spokes(?:man|woman|person)|spokes(?:man|woman|"
            r"person)|presidency|cabinet|embassy|administration)\b",
        ),
        (
            "group",
            (
                r"\bhouthi(?:s| (?:rebels|fighters|militants|movement|forces|group))\b|\bhezbollah\b|\bhamas\b|"
                r"\bal-?shabaab\b|\bisis\b|\bislamic state\b"
            ),
        ),
        (
            "pirates",
            (
                rf"\b{_NUMBERED}(?:(?:suspected|somali|armed|masked|unidentified|unknown|alleged|number|group|of|"
                rf"heavily|more|other|unauthori[sz]ed) ){{0,4}}{PIRATES}\b"
            ),
        ),
        (
            "suspects",
            rf"\b{_NUMBERED}(?:(?:suspected|alleged|accused|male|other|{_ADJ}) ){{0,3}}(?:drug[- ]?|human |people )?"
            r"(?:traffickers?|smugglers?|narco-?(?:terrorists?|traffickers?)|terrorists?|suspects|gang "
            r"members?|cartel members?|poachers)\b",
        ),
        (
            "crew",
            rf"\b{_NUMBERED}(?:(?:{_ADJ}|all|missing|other|surviving|male|undocumented) ){{0,3}}"
            r"(?:crew(?:[- ]?members?|m[ae]n)?|sailors?|seafarers?|fisherm[ae]n|migrants?|refugees?|"
            r"passengers?|mariners?)\b(?! (?:boat|vessel|ship))",
        ),
        (
            "critics",
            (
                r"\b(?:(?:legal|human rights|rights|international law|un|u\.n\.|independent|some|several|"
                r"maritime|law|democratic|opposition|civil) ){0,3}"
                r"(?:experts?|lawyers?|critics|analysts?|scholars?|lawmakers?|senators?|legislators|democrats|"
                r"rights groups?|campaigners|activists|families|relatives|jurists)\b"
            ),
        ),
        (
            "warship",
            (
                rf"\b{_NUMBERED}(?:{_ADJ} and )?(?:(?!{_SMALL_WORD}\b)[\w'.-]+ ){{0,4}}?(?:{WARSHIP_KIND}|"
                rf"coast ?guard (?:ships?|vessels?))\b"
            ),
        ),
        (
            "vessel",
            (rf"\b{_NUMBERED}(?:(?!{_SMALL_WORD}\b)[\w'.-]+ ){{0,4}}?{VESSEL}\b"),
        ),
        (
            "aircraft",
            (
                rf"\b{_NUMBERED}(?:(?!{_SMALL_WORD}\b)[\w'.-]+ ){{0,4}}?{AIRCRAFT}(?: (?:fighter "
                rf")?jets?| bombers?)?\b"
            ),
        ),
        (
            "state",
            (
                rf"(?<!\bin\s)(?<!\boff\s)(?<!\bof\s)(?<!\bnear\s)(?<!\bfrom\s)(?<!\bto\s)\b(?:{COUNTRIES}|the "
                rf"united states|the u\.?s\.?|the uk|washington|beijing|tehran|caracas|moscow|manila|"
                rf"bogot[áa])(?=[ ,.;:]|$)(?!'s)"
            ),
        ),
    ),
    names=(
        (
            "warship",
            (
                rf"\b(?:(?:[Dd]estroyer|[Ss]ubmarine|[Ff]rigate|[Cc]utter|[Cc]arrier|[Ww]arship|[Ss]hip|[Cc]orvette) )?"
                rf"(?P<name>(?:USS|USNS|USCGC|HMS|HMAS|HMCS|HMNZS|INS|BRP|JS|FS|ITS|KRI|ESPS|HNLMS|HDMS|RFA|BAP|"
                rf"ARC|ARM|CCGS|PNS|FGS|SLNS|KD|RSS|TCG|CCG) {_SHIP_NAME})"
            ),
        ),
        ("ship", rf"\b(?P<name>(?:MV|M/V|MT|M/T|FV|F/V|SS|MSC|LPG/C|F/B|MY|S/Y) {_SHIP_NAME})"),
        (
            "ship",
            rf"\b(?:[Tt]ankers|[Vv]essels|[Ss]hips|"
            rf"[Cc]arriers),? (?:the )?(?P<name_2>{_NAME}(?: [A-Z0-9][\w'-]*)?) and (?:the )?"
            rf"(?P<name>{_SHIP_NAME})",
        ),
        (
            "ship",
            (
                r"\b(?:[Tt]ankers?|[Cc]arriers?|[Bb]ulker|[Vv]essels?|[Ss]hips?|[Ff]reighter|[Tt]rawler|[Dd]how|"
                r"[Bb]oat|"
                r"[Yy]acht|[Ff]erry|[Tt]ug|[Bb]arge|[Mm]erchantman)"
                rf",? (?:the |named |called |identified as (?:the )?)?[\"']?(?P<name>(?!(?:USS|HMS|INS|BRP|USCGC|"
                rf"On|In|The|At|And|But|"
                rf"After|A|An|It|He|She|They|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|"
                rf"Sunday)\b){_SHIP_NAME})[\"']?"
            ),
        ),
        (
            "ship",
            (
                rf"\b[Tt]he (?P<name>{_SHIP_NAME}),? (?:an?|which is an?|a [A-Z][\w-]+) (?:[\w,'-]+ ){{0,7}}?"
                rf"(?:tanker|carrier|bulker|vessel|ship|freighter|trawler|dhow|boat|yacht|ferry)\b"
            ),
        ),
        (
            "warship",
            r"\b(?P<name>(?:(?!The\b)[A-Z][\w.-]* ){0,4}(?:destroyer|frigate|cutter|corvette|aircraft carrier|"
            rf"patrol (?:ship|vessel|boat)) (?!USS|HMS|INS|BRP)[\"']?{_SHIP_NAME})[\"']?",
        ),
        ("person", rf"{_TITLE}(?P<name>{_FULL})"),
        (
            "group",
            (
                rf"\b(?:gang|cartel|group|militia|guerrilla|organi[sz]ation|crime syndicate|rebels|faction)s?,? "
                rf"(?P<name>(?:the )?{_FULL})"
            ),
        ),
        ("group", rf"\b(?P<name>{_NAME}(?: {_NAME})? (?:[Cc]artel|gang))\b"),
        (
            "group",
            r"\b(?P<name>(?:Los|Las) (?!Angeles|Roques|Cabos|Testigos|Monjes|Vegas|Palmas|Aves|Ríos)[A-ZÀ-Þ]\w+)",
        ),
        (
            "group",
            (
                r"\b(?P<name>Tren de Aragua|Cartel de los Soles|Cártel de los Soles|MS-13|ELN|FARC|National "
                r"Liberation Army|Sinaloa Cartel|Gulf Clan|Clan del Golfo|Hezbollah|Hamas)\b"
            ),
        ),
        (
            "group",
            (
                rf"\b(?P<name>{_NAME}(?: (?:{_NAME}|&|and)){{0,4}} (?:Ltd|LLC|Inc|Co|Corp|Company|Limited|"
                rf"Shipping|FZE|FZCO|S\.A|Trading|Management|Holding))\b"
            ),
        ),
    ),
    article=r"the|an|a",
    alleged=r"\b(?:alleged(?:ly)?|suspected|accused|purported|reportedly|so-called|suspicious|believed)\b",
    not_names=r"(?:the|a|an|it|he|vessels?|ships?|boats?|terrorist|terrorists group|organi[sz]ations?)",
    he=r"he|she|they|it|we",
)

SAYINGS = SayingWords(
    verbs=(
        ("accuse", r"accus(?:ed|es)|blam(?:ed|es)|alleg(?:ed|es)"),
        ("confirm", r"confirm(?:ed|s)"),
        (
            "deny",
            (
                r"den(?:ied|ies)|reject(?:ed|s)|dismiss(?:ed|es)|disput(?:ed|es)|contest(?:ed|s)|refut(?:ed|es)|"
                r"cast doubt|called (?:the )?(?:[\w-]+ ){0,4}?(?:fake|false|lies?|fabricat\w+)"
            ),
        ),
        (
            "object",
            (
                r"rais(?:ed|es) (?:\w+ )?(?:questions|concerns|doubts)|question(?:ed|s)|criticiz(?:ed|es)|"
                r"criticis(?:ed|es)|condemn(?:ed|s)|denounc(?:ed|es)|protest(?:ed|s)|call(?:ed|s) (?:the |it |"
                r"them |this )?(?:[\w-]+ ){0,4}?(?:illegal|unlawful|murder|extrajudicial|execution\w*|"
                r"violation\w*|piracy)"
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
                r"said|says|say|stat(?:ed|es)|announc(?:ed|es)|claim(?:ed|s)|report(?:ed|s)|told|add(?:ed|s)|"
                r"not(?:ed|es)|mention(?:ed|s)|reveal(?:ed|s)|disclos(?:ed|es)|post(?:ed|s)|wrote|declar(?:ed|"
                r"es)|argu(?:ed|es)|acknowledg(?:ed|es)|explain(?:ed|s)|describ(?:ed|es)|tweeted|identified|"
                r"(?:has |have |had )?received (?:an? )?reports?"
            ),
        ),
    ),
    according=r"\b(?:according to|as reported by|cited by|quoted by)\b",
    between=(
        r",[^,]{2,80},|'s?| |,|[()]|\"|also|has|have|had|later|initially|earlier|late|early|again|further|previously|"
        r"repeatedly|separately|on \w+(?: \w+)?(?: \d+)?|"
        r"in an? (?:[\w-]+ ){1,4}|during (?:[\w-]+ ){1,4}|spokes(?:man|woman|person)(?: [\w .-]{2,40})?|"
        r"chief|officials?|sources?|has not|who|which|"
        r"via \w+|(?:and|for) [\w .'-]{2,50}|monday|tuesday|wednesday|thursday|friday|saturday|sunday"
    ),
    policy=(
        r"\b(?:will|would|won't|must|should|shall|can|could|need(?:s|ed)?|ready|readiness|committed|"
        r"continue|never|not|if|going to|gonna|plan(?:s|ned)?|right to|"
        r"international law|sovereignty|illegal|unlawful|unacceptable|respect|wage|waging|war|"
        r"provocat\w+|validation|wish|support|aggression|threat\w*)\b"
    ),
    detail=(
        r"\b(?:crew\w*|vessels?|tankers?|the ships?|the boats?|suspects?|cargo|cocaine|seafarers?|"
        r"sailors?|aboard|on board|onboard|captain|master|"
        r"investigat\w+|search|toll|hospital|detained|arrested|bodies|skiffs?|kilograms?|tonnes?)\b"
    ),
    legality_said=(
        r"\b(?:violat\w+ (?:of )?(?:\w+ ){0,3}(?:law|sovereignty|rights)|extrajudicial|unlawful|war "
        r"crimes?|(?:was|were|is|are) illegal|"
        r"amount(?:s|ed)? to (?:\w+ ){0,2}(?:murder|execution\w*|piracy)|(?:as|was|were) murders?|no "
        r"legal (?:basis|authority|justification)|breach of international law)\b"
    ),
    legality=(
        r"\b(?:legality|illegal\w*|unlawful\w*|lawful\w*|legal basis|legal justification|extrajudicial|"
        r"international (?:human rights |maritime |humanitarian )?law|"
        r"law of (?:the sea|war)|murders?|executions?|war crimes?|due process|summary|violat\w+ (?:of "
        r")?(?:\w+ ){0,3}(?:law|sovereignty|rights)|human rights|legal questions|without (?:trial|"
        r"authori[sz]ation)|"
        r"act of piracy|an? piracy)\b"
    ),
    facts=(
        r"\b(?:den(?:ied|ies|y|ying)|reject(?:ed|s|ing)|dismiss(?:ed|es)|disput(?:ed|es)|contest(?:ed|s)|"
        r"refut(?:ed|es)|fabricat\w+|fake|false(?:ly)?|ai-generated|artificial intelligence|"
        r"untrue|lies?|no evidence|cast doubt|innocent|were fishermen|not traffickers)\b"
    ),
    open_points=(
        r"(?:(?:the )?(?:[\w' ]{0,40}\b)?identit(?:y|ies) (?:\w+ ){0,4}?(?:undisclosed|unknown|not "
        r"(?:been )?(?:released|disclosed|known)|unclear|unconfirmed))|"
        r"(?:\w+ (?:has|have) (?:yet to|not yet) (?:respond\w*|comment\w*|confirm\w*)[^.;]{0,60})|"
        r"(?:did not (?:immediately )?(?:respond|reply|comment|identify|say|name)[^.;]{0,80})|"
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

_COMPASS = r"(?:north|south|east|west)"
LOCATIONS = LocationWords(
    start=(
        r"in|off|near|at|around|along|outside|inside|within|over|across|through|between|on|close|beyond|"
        r"transiting|crossing|opposite"
    ),
    to=r"to|towards?|into|for",
    inner=r"of|from|and the",
    quiet=(
        r"the|international|territorial|disputed|neutral|coastal|inner|outer|open|high|deep|upper|lower|"
        r"about|approximately|some|roughly|around|just|nearly|"
        r"position|pos|vicinity|area|exclusive|economic|maritime|self|same|general|internationally|"
        r"recommended|contested|shared|former|its|their|less|more|than|southern|northern|"
        r"eastern|western|central|southeastern|southwestern|northeastern|northwestern|mid|busy|strategic|"
        r"narrow|offshore|here|joint|claimed|straight|lat|long|latitude|longitude|number|no"
    ),
    unit=r"nautical|miles?|nm|nmi|n\.m|nms|km|kms|kilomet(?:er|re)s?|met(?:er|re)s|mi",
    direction=(
        rf"{_COMPASS}(?:-?{_COMPASS})?(?:-?{_COMPASS})?(?:ern|wards?)?|nne|ne|ene|ese|se|sse|ssw|sw|wsw|"
        rf"wnw|nw|nnw|[nsew]"
    ),
    water=(
        r"waters?|coasts?|coastline|shores?|seas?|ocean|eez|zone|strait|straits|gulf|bay|bight|shoal|"
        r"reef|anchorage|channel|atoll|seaboard|basin|canal|lane"
    ),
    feature=(
        r"ports?|harbou?r|island|islands|islets?|town|city|entrance|mouth|approaches|tip|peninsula|"
        r"province|state|region|cape|archipelago|village|"
        r"terminal|river|berth|roads|roadstead|corridor|tss|lagoon|delta|estuary|district|point|end|edge|"
        r"base|airport|capital|lighthouse|buoy"
    ),
    sea=(
        r"\b(?:Sea|Ocean|Gulf|Straits?|Channel|Bay|Bight|Shoal|Reef|Basin|Passage|Caribbean|Pacific|"
        r"Atlantic|Mediterranean|Aegean|Adriatic|Baltic|Bab|Hormuz|Malacca|Anchorage|Banks?|Sound)\b"
    ),
    bare_seas=(
        r"\b(?:(?:[Ss]outhern|[Nn]orthern|[Ee]astern|[Ww]estern|[Cc]entral|[Ss]outh|[Nn]orth|[Ee]ast|"
        r"[Ww]est|[Ss]outheastern|[Ss]outhwestern) )?"
        r"(?:(?:[A-Z][a-z]+ ){1,2}(?:Sea|Ocean|Strait|Channel|Shoal|Reef|Passage)|(?:Gulf|Straits?|Bay|"
        r"Sea) of (?:[A-Z][a-z]+ ?){1,2}|Caribbean|Pacific|Atlantic|Mediterranean|Aegean|Adriatic|Baltic|"
        r"Bab (?:el|al)-Mande[bp])\b"
    ),
    not_names=(
        r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)\w*|(?:mon|tues|wednes|thurs|fri|"
        r"satur|sun)day|i|he|she|it|we|they|the|this|that|these|those|his|her|our|but|when|while|"
        r"according|operation|task|force|congress|parliament|facebook|telegram|twitter|x|truth|social|"
        r"english|spanish|president|secretary|minister|ministry|department|"
        r"navy|coast guard|guard|military|army|god|christmas|utc|gmt|lt|houthi|houthis|ukmto|imo|un|eu|"
        r"nato|u\.s|us|uk|u\.k|dea|fbi|one|no|all|two|three|four|"
        r"reuters|afp|ap|cnn|bbc|master|captain|crew|vessel|vessels|tanker|bulk|mv|m/v|defen[cs]e|state|"
        r"treasury|white|house|following|after|before|during|late|early|since|both"
    ),
    speech=(
        r"(?:said|told|visit(?:ing|ed)?|speech|conference|reporters|statement|meeting|interview|briefing|"
        r"spoke|speaking|court|embassy|trip|talks|summit|announced|based|born|hearing|ceremony)(?: "
        r"[\w'-]+){0,3}\s*$"
    ),
    adjectives=rf"{ADJECTIVES}|houthi|moroccan|u\.s",
    joins="and|&",
    beside=(
        rf"\b(?P<words>(?:near|close to|alongside|over|above|within \w+ (?:nautical miles|miles|met(?:er|"
        rf"re)s|feet) of|next to) (?:an?|the|its|two|three) (?:[\w'.-]+ ){{0,4}}?{VESSEL})\b"
    ),
)

HEDGES = HedgeWords(
    clause=(
        r"[;:]|,? (?:but|while|whereas|although|though|which|who|where) |, (?:and|as|after|before|when|"
        r"prompting|following|in which) | (?:after|before|as|when|that|because|since) (?=(?:the|a|an|it|"
        r"they|he|u\.s\.|us|\w+ed|\w+s) )|, |\. | - | – | — "
    ),
    negated=(
        r"\bno\b|\bnot\b(?! only)|n't\b|\bnever\b|\bwithout\b|\bneither\b|\bnor\b|"
        r"\bden(?:y|ies|ied|ying)\b(?: [\w'-]+){0,9}?|\bfailed to\b|\bfailing to\b|\bunable to\b|"
        r"\brefus\w+ to\b|\bcancel\w+\b|\bfalse\b"
    ),
    imagined=(
        r"\bif\b|\bunless\b|\bcould\b|\bmight\b|(?<!\d\s)(?<!\bin\s)(?<!\bof\s)(?<!\bon\s)\bmay\b(?! \d)|"
        r"\bshould\b|\bmust\b|\bcan\b|\bpossib\w+|\bpotential\w*|\bthreat(?:s|en\w*)?\b|\bready\b|"
        r"\breadiness\b|"
        r"\bwilling\w*|\bwant(?:s|ed)? to\b|\bwish\w*|\bdesires?\b|\bhop(?:e|es|ed|ing)\b|\bavoid\w*|"
        r"\bprevent\w*|\bdeter\b|\brisk\w*|\bfear\w*|\bable to\b|\bpower to\b|\bauthority to\b|"
        r"\bintend\w*|\baim(?:s|ed)? (?:to|at)\b|\bcall(?:ed|s)? for\b|\burg\w+|\bdemand\w*|\bprepar\w+ "
        r"(?:to|for)\b|\bconsider\w*|\bwhether\b|\bcapable of\b|\battempt\w*\b|\btr(?:ied|ying) to\b|"
        r"\bcommitted to\b|\bright to\b|\bplan(?:s|ned|ning)? (?:a|for|on)\b|\bprior to\b|\bin case of\b|"
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
        r"imposed|imposes|announced|these|the latest)\b(?: [\w'-]+){0,4}\W*$"
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
BY = r"\bby (?:[\w'.-]+ ){0,4}?$"
HAPPENED = (
    r"\b(?:happened|occurred|took place|was carried out|were carried out|was intercepted|was seized|"
    r"came under|began|unfolded)\b"
)
PRONOUN = r"\b(?:it|they|we|its|their|our)\b"
STRIKES = r"(?P<n>AMOUNT)(?: [\w'.-]+){0,3}? (?:air ?)?strikes\b"

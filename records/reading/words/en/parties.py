"""English parties: forces, offices, persons, gangs, ships."""

from records.reading.nations import ADJECTIVES, COUNTRIES
from records.reading.patterns.en.nouns import AIRCRAFT, PIRATES, VESSEL, WARSHIP_KIND
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
_SHIP_NAME = (
    r"[A-ZÀ-Þ][\w'-]*(?: (?:(?:of|the|de|al|el) )?(?:[A-Z]\.(?= [A-Z])|"
    r"(?!\d+ (?:nautical|nm|NM|miles|km|kilom))[A-ZÀ-Þ0-9][\w'-]*)){0,3}"
)
_SMALL_WORD = (
    r"(?:and|the|in|on|of|to|by|from|with|for|at|a|an|was|were|is|are|near|off|that|as|their|its|his|said|after|"
    r"two|three|four|five|six|accused|when|while|into|onto|had|has|have|against|over|within|boarded|seized|"
    r"intercepted|attacked|struck|hit|approached|hijacked|sent|fired|destroyed|between|aboard|under|"
    r"been|being|target|targeting|using|like|such|no|into)"
)
_NO_ADJECTIVE = (
    rf"(?:{_SMALL_WORD}\b|(?!(?:armed|suspected|alleged|unidentified|loaded|sanctioned|anchored|"
    rf"berthed|hijacked|seized|"
    rf"stranded|damaged|moored|unflagged|flagged|abandoned|accused|masked|red)\b)\w+ed\b(?!-))"
)
_BODY = (
    r"(?:(?:(?:naval|maritime|military|border|training|rescue|monitoring|peacekeeping) )+mission|"
    r"(?:(?:un|u\.n\.|united nations|national|federal|international|maritime|border) )*"
    r"(?:(?:migration|refugee|drug(?: enforcement| control)?|shipping|maritime(?: safety| security)?|security|coastal|"
    r"customs|anti-?narcotics|counter-?narcotics|news|intelligence) (?:agency|directorate|authority|commission|board|"
    r"cent(?:er|re))|agency|directorate)|"
    r"(?:defen[cs]e|joint(?: operations)?|naval|operational|armed forces|regional|home) command|"
    r"state (?:television|tv|media|radio|broadcaster|news agency)|"
    r"(?:maritime )?(?:security|risk|intelligence|salvage) (?:firm|company|consultancy)|"
    r"(?:shipping|security|industry|naval|military|diplomatic|maritime|police|intelligence) sources?)"
)
_NUMBERED = (
    r"(?:(?:an?|the|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|a dozen|several|some|"
    r"all|both|\d{1,3}) )?"
)

PARTIES = PartyWords(
    kinds=(
        ("group", r"\bdesignated (?:foreign )?terrorist organi[sz]ations?\b"),
        (
            "force",
            rf"\b(?:the )?{_OF_A_STATE}(?:(?:royal|federal|national|us|u\.s\.|regional|people's liberation army) )?"
            r"(?:coast ?guards?(?: sector \w+)?|nav(?:y|ies)(?: forces)?|naval forces?|air force|marine corps|army|"
            r"military(?!-)|armed forces|special (?:operations )?forces|"
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
            rf"\b(?:the )?{_OF_A_STATE}(?:white house|pentagon|kremlin|defen[cs]e department(?: officials?)?|"
            rf"{_BODY}|"
            rf"department of "
            rf"(?:defen[cs]e|war|state|homeland security|justice|the treasury)|"
            rf"(?:{_ADJ}|(?:{COUNTRIES})'s) (?:president|prime minister|(?:foreign|defen[cs]e|"
            rf"interior) minister|leader)|"
            r"state department|treasury(?: department)?|war department|justice department|"
            r"maritime prefecture(?: for the \w+)?|"
            r"(?:[\w-]+-run )?(?:foreign|defen[cs]e|interior|transport|maritime|oil|energy|health|"
            r"fisheries|fishery|information|"
            r"public security|security|justice|environment) ministry|ministry of (?:foreign "
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
            r"person)|presidency|(?:prime |foreign |defen[cs]e |interior )?minister|president|ambassador|"
            r"(?:state|defen[cs]e|war|interior|foreign|homeland security|navy) secretary|attorney general|"
            r"(?:un |u\.n\. )?(?:human rights|refugee|aid|migration|foreign policy) chief|"
            r"cabinet|embassy|administration)\b",
        ),
        (
            "group",
            (
                r"\bhouthi(?:s| (?:rebels|fighters|militants|movement|forces|group))?\b(?!-| (?:campaign|areas?|"
                r"target))|\bhezbollah\b|\bhamas\b|"
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
                r"\b(?:(?:former|retired|military|constitutional|senior|two|three|legal|human rights|"
                r"rights|international law|un|u\.n\.|independent|some|several|"
                r"maritime|law|democratic|opposition|civil) ){0,3}"
                r"(?:experts?|lawyers?|critics|analysts?|scholars?|lawmakers?|senators?|legislators|democrats|"
                r"(?:rights|aid|humanitarian|charity|advocacy) groups?|unions?|cooperatives?|"
                r"charit(?:y|ies)|ngos?|campaigners|activists|famil(?:y members|ies)|relatives|"
                r"widows?|jurists)\b"
            ),
        ),
        (
            "warship",
            (
                rf"\b{_NUMBERED}(?:{_ADJ} and )?(?:(?!{_NO_ADJECTIVE})[\w'.-]+ ){{0,4}}?(?:{WARSHIP_KIND}|"
                rf"coast ?guard (?:ships?|vessels?))\b"
            ),
        ),
        (
            "vessel",
            (rf"\b{_NUMBERED}(?:(?!{_NO_ADJECTIVE})[\w'.-]+ ){{0,4}}?{VESSEL}\b"),
        ),
        (
            "aircraft",
            (
                rf"\b{_NUMBERED}(?:(?!{_NO_ADJECTIVE})[\w'.-]+ ){{0,4}}?{AIRCRAFT}(?: (?:fighter "
                rf")?jets?| bombers?)?\b"
            ),
        ),
        (
            "state",
            (
                rf"(?<!\bin\s)(?<!\boff\s)(?<!\bof\s)(?<!\bnear\s)(?<!\bfrom\s)(?<!\bto\s)\b(?:{COUNTRIES}|the "
                rf"united states|the u\.?s\.?|the uk|washington|beijing|tehran|caracas|moscow|manila|"
                rf"bogot[áa]|havana|ankara|seoul|tokyo|hanoi|new delhi|islamabad|riyadh|kyiv|quito|london|"
                rf"athens)(?=[ ,.;:]|$)(?!'s)"
            ),
        ),
        (
            "state",
            rf"\b(?!foreign|allied|european){_ADJ}(?= (?:(?:air ?|drone|military|naval|missile|army|navy|"
            rf"lethal|kinetic) )*"
            r"(?:strikes?|airstrikes?|attacks?|raids?|bombings?|bombardments?)\b)",
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
            rf"[Cc]arriers),? (?:the )?(?:(?P<name_3>{_NAME}(?: [A-Z0-9][\w'-]*)?), (?:the )?)"
            rf"?(?P<name_2>{_NAME}(?: [A-Z0-9][\w'-]*)?),? and (?:the )?"
            rf"(?P<name>{_SHIP_NAME})",
        ),
        (
            "ship",
            (
                r"\b(?:[Tt]ankers?|[Cc]arriers?|[Bb]ulker|[Ss]uezmax|[Aa]framax|[Pp]anamax|[Vv]essels?|"
                r"[Ss]hips?|[Ff]reighter|[Tt]rawler|[Dd]how|"
                r"[Bb]oat|"
                r"[Yy]acht|[Ff]erry|[Tt]ug|[Bb]arge|[Mm]erchantman)"
                rf",? (?:the |named |called |identified as (?:the )?)?[\"']?(?P<name>(?!(?:USS|HMS|INS|BRP|USCGC|"
                rf"On|In|The|At|And|But|"
                rf"After|A|An|It|He|She|They|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|"
                rf"Sunday)\b|[A-ZÀ-Þ][\w-]*'s [a-z]){_SHIP_NAME})[\"']?"
            ),
        ),
        (
            "ship",
            (
                rf"\b[Tt]he (?P<name>{_SHIP_NAME}),? (?:an?|which is an?|with (?:a crew of )?[\w-]+(?: crew)?|"
                rf"a [A-Z][\w-]+) (?:[\w,'-]+ ){{0,7}}?"
                rf"(?:tanker|carrier|bulker|vessel|ship|freighter|trawler|dhow|boat|yacht|ferry)\b"
            ),
        ),
        (
            "warship",
            r"\b(?P<name>(?:(?!The\b)[A-Z][\w.-]* ){0,4}(?:[Dd]estroyer|[Ff]rigate|[Cc]utter|[Cc]orvette|"
            r"[Aa]ircraft [Cc]arrier|"
            rf"[Pp]atrol (?:[Ss]hip|[Vv]essel|[Bb]oat)) (?!USS|HMS|INS|BRP)[\"']?{_SHIP_NAME})[\"']?",
        ),
        ("ship", rf"-(?:flagged|registered) (?P<name>{_SHIP_NAME})"),
        ("warship", rf"\b(?:[Nn]aval|[Nn]avy|[Cc]oast [Gg]uard) (?:vessel|ship) (?P<name>{_SHIP_NAME})"),
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
    article=r"the|an|a|some|several",
    alleged=r"\b(?:alleged(?:ly)?|suspected|accused|purported|reportedly|so-called|suspicious|believed)\b",
    not_names=rf"(?:{ADJECTIVES}|the|a|an|it|he|vessels?|ships?|boats?|terrorist|terrorists group|organi[sz]ations?)",
    none_of=r"no",
    he=r"he|she|they|it|we",
)

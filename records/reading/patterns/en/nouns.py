"""Kinds of things at sea in English, as expressions over small letters; the patterns are made of them."""

MERCHANT = (
    r"(?:tankers?|bulk carriers?|bulkers?|container ?ships?|container vessels?|cargo (?:ships?|vessels?)|freighters?|"
    r"merchant (?:ships?|vessels?|m[ae]n)|merchantm[ae]n|commercial (?:ships?|vessels?|shipping)|"
    r"(?:vehicle|car|gas|lng|lpg|ore) carriers?|"
    r"ro-ro|supply (?:ships?|vessels?)|ferr(?:y|ies)|cruise (?:ships?|liners?)|livestock carriers?|"
    r"m/?v\b|m/t\b|tug(?:boat)?s?|"
    r"suezmax(?:es)?|aframax(?:es)?|panamax(?:es)?|handy(?:size|max)|capesize|ultramax|supramax|kamsarmax|"
    r"vlccs?|reefers?|boxships?|"
    r"refrigerated (?:ships?|vessels?)|special purpose ships?|chemical/products? tankers?)"
)
WARSHIP_KIND = (
    r"(?:warships?|destroyers?|frigates?|corvettes?|cruisers?|aircraft carriers?|naval (?:ships?|vessels?)|"
    r"navy (?:ships?|vessels?)|patrol (?:ships?|boats?|vessels?)|coast ?guard (?:ships?|vessels?|boats?|cutters?)|"
    r"cutters?|amphibious (?:assault )?ships?|submarines?|minehunters?|gunboats?)"
)
WARSHIP = rf"(?:{WARSHIP_KIND}|(?:uss|hms|ins|brp|usns|hmas|kri|fs) )"
SMALL_CRAFT = (
    r"(?:boats?|speed ?boats?|skiffs?|small craft|crafts?|dhows?|go-fasts?|go-fast vessels?|pangas?|"
    r"dinghy|dinghies|canoes?|rafts?|"
    r"(?:narco-?|semi-?|self-propelled semi-?)subs?(?:mersibles?)?(?: vessels?)?|"
    r"lanchas?|sampans?|launches|catamarans?)"
)
FISHING = r"(?:(?:fishing|tuna) (?:boats?|vessels?|trawlers?|dhows?)|trawlers?|longliners?)"
VESSEL = (
    rf"(?:{MERCHANT}|{WARSHIP}|{SMALL_CRAFT}|{FISHING}|vessels?|ships?|yachts?|sailing (?:boats?|vessels?)|barges?)"
)
SUSPECT_BOAT = (
    rf"(?:(?:drugs?|narco|smuggl\w+|traffick\w+|pirate|suspected|suspicious|alleged|narcotics?|"
    rf"cocaine|cartel|gang|contraband|unflagged|stateless)"
    rf"[\w-]*(?: [\w'-]+){{0,4}} (?:{SMALL_CRAFT}|{FISHING}|vessels?|ships?)|{SMALL_CRAFT}|"
    rf"(?:vessels?|ships?) (?:\w+ )?(?:carrying|transporting|smuggling|"
    rf"trafficking|suspected|allegedly|accused|believed|loaded|operated by))"
)
AIRCRAFT = (
    r"(?:aircrafts?(?! carriers?)|air ?planes?|planes?|(?:fighter |combat |war)?jets?|warplanes?|fighters|"
    r"helicopters?|choppers?|bombers?|drones?|uavs?|"
    r"f-?\d{1,2}s?|b-\d{1,2}s?|su-?\d{2}s?|mig-?\d{2}s?|p-8\w*|unmanned aerial vehicles?)"
)
PIRATES = (
    r"(?:pirates?|robbers?|gunm[ae]n|hijackers?|armed (?:men|persons|individuals|assailants|"
    r"attackers|perpetrators|gang)|attackers?|assailants?|"
    r"perpetrators?|unauthori[sz]ed (?:persons?|personnel|individuals)|thieves|intruders?|boarders|"
    r"persons? armed|men armed|"
    r"(?:men|persons|individuals|people) (?:in|on|aboard) (?:\w+ ){0,3}(?:boats?|skiffs?|speedboats?|"
    r"craft|sampans?|canoes?|pirogues?))"
)
MILITANTS = (
    r"(?:houthis?|militants?|insurgents?|rebels?|terrorists|hezbollah|al-?shabaab|militiam[ae]n|militia|"
    r"unknown (?:attackers?|assailants?))"
)
STATE_FORCE = (
    r"(?:(?:u\.?s\.?|us|american|british|french|israeli|turkish|russian|ukrainian|mexican|colombian|"
    r"ecuador(?:ian|ean)|indian|"
    r"sri lankan|saudi|iranian|chinese|spanish|emirati|egyptian) (?:\w+ )?(?:forces?|military|navy|"
    r"air force|troops|aircraft|warplanes?|"
    r"jets?|strikes?|drones?|army|helicopters?|missiles?|marines)|the (?:u\.?s\.?|united states)|"
    r"united states|washington|\bu\.s\.|"
    r"\bmilitary\b|pentagon|southern command|southcom|centcom|central command|air force|\bnavy\b|"
    r"armed forces|\bforces\b|coalition|defen[cs]e secretary)"
)
LAW = (
    r"(?:coast ?guards?|nav(?:y|ies)|naval|marine police|police|customs|border (?:force|guard|"
    r"protection)\w*|authorities|forces|"
    r"revolutionary guards?\w*|irgc|marines?|commandos?|law enforcement|patrol|officers|officials|"
    r"agents|military|task force|"
    r"gendarmerie|guardia civil|defen[cs]e forces?|frigate|destroyer|cutter|warship|troops|boarding team|government|"
    r"uss |hms |ins |uscgc )"
)
DRUGS = (
    r"(?:cocaine|heroin|hashish|hash|cannabis|marijuana|meth(?:amphetamines?)?|crystal meth|"
    r"amphetamines?|captagon|fentanyl|opium|"
    r"ketamine|narcotics?|(?:illegal |illicit )?drugs?|contraband)"
)
WEAPONS = (
    r"(?:weapons?|rifles?|machine guns?|arms (?:cache|shipment)|arms|missiles?|missile components?|"
    r"ammunition|munitions|ak-47s?|"
    r"rpgs?|rocket launchers?|explosives?|firearms)"
)
GOODS = (
    rf"(?:{DRUGS}|{WEAPONS}|(?:food )?supplies|fuel|diesel|crude(?: oil)?|oil|cigarettes|tobacco|"
    rf"cargo|ivory|charcoal|catch|fish)"
)
PROJECTILE = (
    r"(?:missiles?|projectiles?|rockets?|drones?|uavs?|usvs?|uncrewed|unmanned|limpet mines?|mines?|"
    r"rpgs?|explosi\w+|torpedo\w*|shells?|gunfire|bullets)"
)
MIGRANTS = r"(?:migrants?|refugees?|asylum[- ]seekers?|passengers?|stowaways?|people on board|castaways?|rafters?)"
WORDS_UP_TO = r"(?:[\w'./$%,()-]+ )"
"""One word and its blank, to be repeated: ``{0,7}?``."""

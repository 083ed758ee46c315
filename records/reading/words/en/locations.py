"""English words of places."""

from records.reading.nations import ADJECTIVES
from records.reading.patterns.en.nouns import VESSEL
from records.reading.where import LocationWords

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

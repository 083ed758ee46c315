"""English words of position."""

from __future__ import annotations

from geo.phrases.words import PositionWords, meanings, sizes, words

_ENDINGS = ("", "ern", "ernmost", "erly", "ward", "wards", "bound")
_NUMBERS = {
    "half": 0.5, "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30,
    "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "hundred": 100, "dozen": 12,
    "few": 4, "several": 6,
}  # fmt: skip


def _compass() -> dict[str, str]:
    points = {"north": "n", "south": "s", "east": "e", "west": "w"}
    for first in ("north", "south"):
        for second in ("east", "west"):
            points[first + second] = points[first] + points[second]
    return {word + ending: letters for word, letters in points.items() for ending in _ENDINGS}


ENGLISH = PositionWords(
    compass=_compass(),
    compass_letters={letters: letters for letters in words("n s e w ne nw se sw nne ene ese sse ssw wsw wnw nnw")},
    units=sizes(
        {
            1852.0: "nm, nms, nmi, nmiles, nautical miles, nautical mile, n miles, n mile, sea miles, naut miles, "
            "miles, mile, mi, mls",
            1609.344: "statute miles, statute mile",
            1000.0: "km, kms, kilometers, kilometres, kilometer, kilometre",
            185.2: "cables, cable",
            1.0: "meters, metres, meter, metre, mtrs",
            0.9144: "yards, yard, yds",
            5556.0: "leagues, league",
        }
    ),
    numbers=_NUMBERS,
    articles=words("the a an this its their"),
    of=words("of from off to"),
    off=words("off offshore"),
    near=words(
        "near nearby vicinity around close adjacent alongside approaches vic approach proximity "
        "neighbourhood neighborhood"
    ),
    at=words("at @"),
    within=words("in inside within into on upon through transiting along across"),
    outside=words("outside beyond"),
    between=words("between midway halfway"),
    joined=words("and &"),
    toward=words("to for toward towards"),
    leaving=words("from via departed left departing leaving"),
    motion=words(
        "bound route enroute destined destination heading headed proceeding proceeded sailing sailed "
        "sails departed departing departure left leaving voyage passage returned returning towed escorted "
        "diverted steaming delivered transported flown evacuated ordered trip travelling traveling going "
        "fled moved taken take takes took bring brings brought come came coming originating"
    ),
    features=meanings(
        {
            "coast": "coast coasts coastline shore shores shoreline coastal seaboard littoral beach",
            "waters": "waters sea seas eez territorial offshore maritime",
            "anchorage": "anchorage anchorages anch roads road roadstead roadsteads stream otb stb",
            "port": "port ports harbor harbour harbors berth pier wharf jetty dock docks quay marina shipyard dockyard",
            "terminal": "terminal terminals platform spm fpso oilfield field",
            "pilot": "pilot buoy breakwater fairway",
            "light": "lighthouse light",
            "river": "river rivers creek delta",
            "mouth": "estuary mouth entrance",
            "channel": "channel",
            "strait": "strait straits",
            "island": "island islands isle is archipelago islet",
            "town": "city town village capital community resort",
            "region": "province state region district department peninsula county",
            "area": "area areas",
            "near": "vicinity approaches limits limit",
            "end": "end",
            "tip": "tip",
            "side": "side",
            "part": "part parts portion middle center centre basin",
            "border": "border",
            "country": "republic",
            "bay": "bay gulf lagoon",
            "cape": "cape point",
        }
    ),
    flag_after=words(
        "flag flagged flags registered registry registration owned crewed manned operated chartered built "
        "backed linked born nationals national citizen citizens nationality gang gangs cartel cartels"
    ),
    ship_after=words(
        "crew crewmen crewmembers crewman ship vessel tanker cargo merchant cruise ferry container bulk "
        "trawler trawlers yacht mt mv dhow motor refrigerated tug barge seamen sailors sailor seafarers "
        "captain master chief second engineer officer hostages aircraft airlines airways lpg lng chemical "
        "product fv freighter supertanker fishing sailing"
    ),
    people_after=words(
        "navy naval police authorities government officials official coastguard warship frigate marines "
        "army forces troops military ministry embassy president bound fishermen pirates pirate insurgents "
        "rebels militia company shipping newspaper patrol based led minister soldiers gunmen personnel "
        "immigration customs vts vtis radio mrcc drug line lines"
    ),
    said=words("said says told added stated reported announced confirmed wrote warned"),
    ships=words(
        "mv mt ms ss mts fv sv my vessel ship tanker carrier tug trawler yacht ferry named barge dhow "
        "freighter lpg lng vlcc supertanker mother uss hms ins rfa boat schooner sloop ketch catamaran "
        "called mothership hss trlr vsl motor"
    ),
)

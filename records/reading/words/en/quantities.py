"""English goods, units and money."""

from records.reading.quantities import QuantityWords

QUANTITIES = QuantityWords(
    units={
        r"kgs?|kilos?|kilogram(?:me)?s?": "kg",
        r"metric tons?|tonnes?|metric tonnes?": "tonnes",
        r"short tons?|tons?": "tons",
        r"pounds?|lbs?\.?": "lb",
        r"grams?": "g",
        r"barrels?": "barrels",
        r"lit(?:er|re)s?": "litres",
        r"gallons?": "gallons",
        r"bales?": "bales",
        r"packages?|packets?|parcels?": "packages",
        r"bundles?": "bundles",
        r"bricks?": "bricks",
        r"sacks?|bags?": "bags",
    },
    goods={
        r"cocaine(?: hydrochloride| base)?": "cocaine",
        r"heroin": "heroin",
        r"hashish|hash": "hashish",
        r"cannabis(?: resin)?": "cannabis",
        r"marijuana": "marijuana",
        r"(?:crystal )?meth(?:amphetamines?)?": "methamphetamine",
        r"amphetamines?|captagon(?: pills| tablets)?": "amphetamine",
        r"fentanyl": "fentanyl",
        r"ketamine": "ketamine",
        r"opium": "opium",
        r"narcotics?|(?:illegal |illicit )?drugs?": "drugs",
        r"(?:diesel |smuggled |contraband )?fuel(?: oil)?|diesel": "fuel",
        (
            r"crude oil|crude(?! tankers?)|(?:iranian |venezuelan |russian )?oil(?! tankers?| products?|"
            r" compan| terminal| platform| rig)"
        ): "crude oil",
        r"cigarettes|tobacco": "tobacco",
    },
    of="of|worth of",
    things=(
        r"(?:assault )?rifles|ak-47s|machine guns|missiles|rocket launchers|rocket-propelled grenade "
        r"launchers|rpgs|firearms|weapons|rounds of ammunition"
    ),
    things_name="weapons",
    money=(
        r"(?P<unit>us\$|[$€£]) ?(?P<n>\d[\d,.]*(?: (?:million|billion|thousand))?)",
        r"(?P<n>AMOUNT) (?P<unit>(?:u\.?s\.? )?dollars|euros|pounds sterling)",
    ),
    currencies={
        "$": "USD",
        "us$": "USD",
        "€": "EUR",
        "£": "GBP",
        "dollars": "USD",
        "u.s. dollars": "USD",
        "us dollars": "USD",
        "u.s dollars": "USD",
        "euros": "EUR",
        "pounds sterling": "GBP",
    },
)

"""Spanish goods, units and money."""

from records.reading.quantities import QuantityWords

QUANTITIES = QuantityWords(
    units={
        r"kgs?|kilos?|kilogramos?": "kg",
        r"toneladas?(?: métricas)?|tm": "tonnes",
        r"libras?": "lb",
        r"gramos?": "g",
        r"barriles?": "barrels",
        r"litros?": "litres",
        r"galones?": "gallons",
        r"paquetes?|bloques?|panelas?": "packages",
        r"bultos?|fardos?|pacas?": "bales",
        r"sacos?": "bags",
    },
    goods={
        r"(?:clorhidrato de )?coca[ií]na": "cocaine",
        r"hero[ií]na": "heroin",
        r"hach[ií]s": "hashish",
        r"cannabis": "cannabis",
        r"marihuana": "marijuana",
        r"metanfetaminas?": "methamphetamine",
        r"fentanilo": "fentanyl",
        r"drogas?|estupefacientes|narcóticos|alcaloide|sustancias? (?:ilícitas?|estupefacientes?)": "drugs",
        r"combustible|gasolina|diésel": "fuel",
        r"crudo|petróleo": "crude oil",
        r"cigarrillos|tabaco": "tobacco",
    },
    of="de|con",
    things=r"fusiles|ametralladoras|misiles|armas|municiones",
    things_name="weapons",
    money=(
        r"(?P<unit>us\$|[$€]) ?(?P<n>\d[\d.,]*(?: (?:millones|mil millones|mil))?)",
        r"(?P<n>AMOUNT(?: millones)?) (?:de )?(?P<unit>dólares|euros)",
    ),
    currencies={"$": "USD", "us$": "USD", "€": "EUR", "dólares": "USD", "euros": "EUR"},
)

"""Kinds of things at sea in Spanish, as expressions over small letters; the patterns are made of them."""

MERCHANT = (
    r"(?:petroleros?|buques? (?:tanque|cisterna|mercantes?|de carga|portacontenedores|granelero)|"
    r"graneleros?|portacontenedores|"
    r"cargueros?|mercantes?|tanqueros?|ferr(?:y|is)|cruceros? turísticos?|quimiqueros?|gaseros?)"
)
WARSHIP_KIND = (
    r"(?:buques? de guerra|destructor(?:es)?|fragatas?|corbetas?|portaaviones|guardacostas|patruller[oa]s?|submarinos?|"
    r"navíos? de guerra|buques? de la armada|lanchas? patrulleras?)"
)
SMALL_CRAFT = (
    r"(?:lanchas?(?: rápidas?)?|botes?|barcas?|pateras?|cayucos?|esquifes?|embarcaci(?:ón|ones)(?: rápidas?)?|pangas?|"
    r"(?:semi)?sumergibles?|narcosubmarinos?|narcolanchas?|go-fast|balsas?|neumáticas?|yolas?)"
)
FISHING = r"(?:(?:barcos?|buques?|botes?) (?:pesqueros?|de pesca|atuneros?)|pesqueros?|atuneros?)"
VESSEL = (
    rf"(?:{MERCHANT}|{WARSHIP_KIND}|{FISHING}|{SMALL_CRAFT}|barcos?|buques?|naves?|navíos?|veleros?|"
    rf"yates?|motonaves?)"
)
AIRCRAFT = (
    r"(?:aviones? (?:de combate|de guerra|militar(?:es)?|caza)|aviones|avión|cazas?|aeronaves?|"
    r"helicópteros?|bombarderos?|drones?|"
    r"f-?\d{1,2}s?|b-\d{1,2}s?|su-?\d{2}s?)"
)
PIRATES = (
    r"(?:piratas?|asaltantes|ladrones|pistoleros|secuestradores|(?:hombres|personas|individuos|"
    r"sujetos) armad[oa]s|atacantes|delincuentes|"
    r"desconocidos)"
)
MILITANTS = r"(?:hutíe?s|huthíe?s|rebeldes|insurgentes|milicianos|terroristas|hezbolá)"
STATE_FORCE = (
    r"(?:(?:fuerzas|ejército|armada|marina|militares?|aviones|drones|aviación)\b|estados unidos|"
    r"ee\. ?uu\.?|\beeuu\b|pentágono|"
    r"comando sur|washington|estadounidenses?)"
)
LAW = (
    r"(?:guardia costera|guardacostas|armada|marina|policía|guardia civil|aduanas|agencia tributaria|"
    r"autoridades|ejército|fuerzas|"
    r"capitanía|fiscalía|gobierno|infantería|guardia nacional|patruller[oa]|fragata|destructor|"
    r"vigilancia aduanera|agentes|comandos|"
    r"guardia revolucionaria|ministerio|salvamento marítimo)"
)
DRUGS = (
    r"(?:coca[ií]na|hero[ií]na|hach[ií]s|marihuana|cannabis|metanfetaminas?|fentanilo|drogas?|"
    r"estupefacientes|narcóticos|droga|"
    r"alcaloide|sustancias? (?:ilícitas?|estupefacientes?))"
)
GOODS = rf"(?:{DRUGS}|armas|fusiles|municiones|combustible|gasolina|diésel|crudo|cigarrillos|tabaco|contrabando)"
PROJECTILE = r"(?:misil(?:es)?|proyectil(?:es)?|cohetes?|drones?|minas?|explosi(?:ón|ones)|disparos|torpedos?)"
MIGRANTS = r"(?:migrantes?|inmigrantes?|refugiad[oa]s|pasajer[oa]s|balseros|náufragos)"
WORDS_UP_TO = r"(?:[\w'./$%,()-]+ )"
"""One word and its blank, to be repeated: ``{0,7}?``."""

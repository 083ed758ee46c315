"""Countries and what their people and things are called, in English and Spanish, in small letters.

Enough for the actors of reports of the sea; places are found by the gazetteer, not by this list.
"""

import re
from functools import cache

_TABLE = """
venezuela|venezuelan|venezolan[oa]s?
colombia|colombian|colombian[oa]s?
ecuador|ecuadorian,ecuadorean|ecuatorian[oa]s?
peru|peruvian|peruan[oa]s?
brazil|brazilian|brasileñ[oa]s?
mexico|mexican|mexican[oa]s?
guatemala|guatemalan|guatemaltec[oa]s?
honduras|honduran|hondureñ[oa]s?
el salvador|salvadoran|salvadoreñ[oa]s?
nicaragua|nicaraguan|nicaragüenses?
costa rica|costa rican|costarricenses?
panama|panamanian|panameñ[oa]s?
cuba|cuban|cuban[oa]s?
haiti|haitian|haitian[oa]s?
dominican republic|dominican|dominican[oa]s?
jamaica|jamaican|jamaican[oa]s?
trinidad and tobago|trinidadian|trinitenses?
guyana|guyanese|guyanes[ae]?s?
suriname|surinamese|surinames[ae]?s?
argentina|argentine,argentinian|argentin[oa]s?
chile|chilean|chilen[oa]s?
uruguay|uruguayan|uruguay[oa]s?
bolivia|bolivian|bolivian[oa]s?
united states|american|estadounidenses?
canada|canadian|canadienses?
united kingdom|british|británic[oa]s?
ireland|irish|irland[eé]s[ae]?s?
france|french|frances[ae]?s?
spain|spanish|español[ae]?s?
portugal|portuguese|portugues[ae]?s?
italy|italian|italian[oa]s?
greece|greek|grieg[oa]s?
malta|maltese|maltes[ae]?s?
cyprus|cypriot|chipriotas?
germany|german|aleman[ae]?s?
netherlands|dutch|holandes[ae]?s?
belgium|belgian|belgas?
denmark|danish|danes[ae]?s?
norway|norwegian|norueg[oa]s?
sweden|swedish|suec[oa]s?
finland|finnish|finlandes[ae]?s?
estonia|estonian|estoni[oa]s?
latvia|latvian|leton[ae]?s?
lithuania|lithuanian|lituan[oa]s?
poland|polish|polac[oa]s?
romania|romanian|ruman[oa]s?
bulgaria|bulgarian|búlgar[oa]s?
russia|russian|rus[oa]s?
ukraine|ukrainian|ucranian[oa]s?
georgia|georgian|georgian[oa]s?
turkey|turkish|turc[oa]s?
syria|syrian|siri[oa]s?
lebanon|lebanese|libanes[ae]?s?
israel|israeli|israelíe?s?
egypt|egyptian|egipci[oa]s?
libya|libyan|libi[oa]s?
tunisia|tunisian|tunecin[oa]s?
algeria|algerian|argelin[oa]s?
morocco|moroccan|marroquíe?s?
mauritania|mauritanian|mauritan[oa]s?
senegal|senegalese|senegales[ae]?s?
guinea|guinean|guinean[oa]s?
ghana|ghanaian|ghanes[ae]?s?
nigeria|nigerian|nigerian[oa]s?
benin|beninese|benines[ae]?s?
togo|togolese|togoles[ae]?s?
cameroon|cameroonian|camerunes[ae]?s?
gabon|gabonese|gabones[ae]?s?
angola|angolan|angoleñ[oa]s?
south africa|south african|sudafrican[oa]s?
mozambique|mozambican|mozambiqueñ[oa]s?
tanzania|tanzanian|tanzan[oa]s?
kenya|kenyan|kenian[oa]s?
somalia|somali,somalian|somalíe?s?
djibouti|djiboutian|yibutian[oa]s?
eritrea|eritrean|eritre[oa]s?
ethiopia|ethiopian|etíopes?
seychelles|seychellois|seychellenses?
comoros|comorian|comorenses?
madagascar|malagasy|malgaches?
saudi arabia|saudi|saudíe?s?
yemen|yemeni|yemeníe?s?
oman|omani|omaníe?s?
united arab emirates|emirati|emiratíe?s?
qatar|qatari|cataríe?s?
bahrain|bahraini|bareiníe?s?
kuwait|kuwaiti|kuwaitíe?s?
iraq|iraqi|iraquíe?s?
iran|iranian|iraníe?s?
pakistan|pakistani|pakistaníe?s?
india|indian|indi[oa]s?
sri lanka|sri lankan|esrilanquesa?s?
bangladesh|bangladeshi|bangladesíe?s?
myanmar|burmese|birman[oa]s?
thailand|thai|tailandes[ae]?s?
malaysia|malaysian|malasi[oa]s?
singapore|singaporean|singapurenses?
indonesia|indonesian|indonesi[oa]s?
philippines|philippine,filipino|filipin[oa]s?
vietnam|vietnamese|vietnamitas?
cambodia|cambodian|camboyan[oa]s?
china|chinese|chin[oa]s?
taiwan|taiwanese|taiwanes[ae]?s?
japan|japanese|japones[ae]?s?
south korea|south korean|surcorean[oa]s?
north korea|north korean|norcorean[oa]s?
australia|australian|australian[oa]s?
new zealand|new zealand|neozelandes[ae]?s?
papua new guinea|papua new guinean|papúes?
fiji|fijian|fiyian[oa]s?
palau|palauan|palauan[oa]s?
bahamas|bahamian|bahameñ[oa]s?
barbados|barbadian|barbadenses?
belize|belizean|beliceñ[oa]s?
grenada|grenadian|granadin[oa]s?
maldives|maldivian|maldiv[oa]s?
croatia|croatian|croatas?
iceland|icelandic|island[eé]s[ae]?s?
liberia|liberian|liberian[oa]s?
marshall islands|marshallese|marshalles[ae]?s?
"""

_ROWS = tuple(line.split("|") for line in _TABLE.strip().splitlines())

COUNTRIES = "|".join(sorted((row[0] for row in _ROWS), key=len, reverse=True))
"""English names of countries, as alternatives."""

ADJECTIVES = (
    "|".join(sorted((word for row in _ROWS for word in row[1].split(",")), key=len, reverse=True))
    + r"|u\.s\.|us|uk|u\.k\.|eu|european|foreign|allied"
)
"""English adjectives of countries, as alternatives."""

SPANISH_ADJECTIVES = "|".join(row[2] for row in _ROWS)
"""Spanish adjectives of countries, as alternatives of expressions."""

SPANISH_COUNTRIES = (
    "estados unidos|ee\\.? ?uu\\.?|venezuela|colombia|ecuador|perú|brasil|méxico|guatemala|honduras|"
    "el salvador|nicaragua|"
    "costa rica|panamá|cuba|haití|república dominicana|jamaica|trinidad y tobago|guyana|surinam|"
    "argentina|chile|uruguay|"
    "españa|portugal|francia|italia|reino unido|marruecos|argelia|túnez|libia|mauritania|senegal|"
    "somalia|yemen|irán|china|"
    "filipinas|rusia|ucrania|israel|egipto|arabia saudí|omán|india|turquía|grecia"
)
"""Spanish names of countries, as alternatives of expressions."""

_METONYMS = {
    "washington": "united states",
    "pentagon": "united states",
    "white house": "united states",
    "u.s": "united states",
    "us": "united states",
    "estados unidos": "united states",
    "beijing": "china",
    "tehran": "iran",
    "teherán": "iran",
    "caracas": "venezuela",
    "moscow": "russia",
    "moscú": "russia",
    "manila": "philippines",
    "bogotá": "colombia",
    "london": "united kingdom",
    "londres": "united kingdom",
    "havana": "cuba",
    "la habana": "cuba",
    "ankara": "turkey",
    "seoul": "south korea",
    "tokyo": "japan",
    "hanoi": "vietnam",
    "new delhi": "india",
    "islamabad": "pakistan",
    "riyadh": "saudi arabia",
    "kyiv": "ukraine",
    "kiev": "ukraine",
    "quito": "ecuador",
    "athens": "greece",
    "atenas": "greece",
    "pekín": "china",
}
_NATION_WORDS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(rf"\b(?:{re.escape(row[0])}|{row[1].replace(',', '|')}|{row[2]})\b"), row[0]) for row in _ROWS
) + tuple((re.compile(rf"\b{re.escape(word)}\b"), nation) for word, nation in _METONYMS.items())


@cache
def nation_of(name: str) -> str | None:
    """The country that a name speaks of ("Iran's navy", "Chinese coast guard ships", "Tehran"), or None."""
    low = name.lower()
    return next((nation for words, nation in _NATION_WORDS if words.search(low)), None)

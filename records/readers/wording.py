"""What the readers of tables say about how a place was found."""

from geo.message import Wording

POSITION_STATED = Wording("position_stated", "the source states the position; its last digit means ± {radius_m:.0f} m")
POSITION_SWAPPED_HERE = Wording(
    "position_swapped_here", "longitude and latitude stood the other way round and were swapped"
)
PRECISION_STATED = Wording(
    "precision_stated", "the source gives the position of a place nearby (its precision {precision})"
)
OUTLINE_GIVEN = Wording("outline_given", "the source gives a shape ({kind}); the point is its middle")
POSITION_IN_TEXT = Wording("position_in_text", "the text states the position '{words}'")
NO_PLACE_IN_ROW = Wording("no_place_in_row", "the row holds neither a position nor words for a place")

WORDINGS: tuple[Wording, ...] = (
    POSITION_STATED,
    POSITION_SWAPPED_HERE,
    PRECISION_STATED,
    OUTLINE_GIVEN,
    POSITION_IN_TEXT,
    NO_PLACE_IN_ROW,
)
"""All of them, so that translations can be checked for completeness."""

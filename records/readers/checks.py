"""Second looks at stated positions: on land, or far from where the words of the row are. They flag, never change."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from geo.place import Place
from records.incident import Incident
from records.readers.locator import Locator
from records.readers.row import Reject

BATCH = 5_000
LOOKED_UP = 5_000
"""Different words of one file that are looked up for this: beyond them it would cost more than it tells."""
INLAND_RADIUS_M = 6_000.0
"""A position that is written less finely than to a tenth of a degree is not asked whether it lies on land."""
ROOM_M = 100_000.0
"""How far a position may lie beyond three radii of the words' place before it disagrees."""


class Checks:
    """Flags records of one file: ``position_on_land`` more than 5 km from all water, ``text_and_position_disagree``.

    ``passed_over`` counts rows whose words were not looked up any more.
    """

    def __init__(self, locator: Locator) -> None:
        self._locator = locator
        self._asked = 0
        self.passed_over = 0

    def checked(self, outcomes: Iterable[Incident | Reject]) -> Iterator[Incident | Reject]:
        """The same outcomes in the same order, with flags where a position is odd."""
        for batch in _batches(outcomes):
            on_land = _on_land([each for each in batch if isinstance(each, Incident)])
            for outcome in batch:
                yield outcome if isinstance(outcome, Reject) else self._flagged(outcome, on_land)

    def _flagged(self, incident: Incident, on_land: set[str]) -> Incident:
        place = incident.place
        if place is None or not place.stated or not incident.at_sea:
            return incident
        flags = list(incident.flags)
        if incident.id in on_land:
            flags.append("position_on_land")
        if "position_null_island" not in flags and self._disagree(incident.location_text, place):
            flags.append("text_and_position_disagree")
        return incident if len(flags) == len(incident.flags) else incident.model_copy(update={"flags": tuple(flags)})

    def _disagree(self, words: str, stated: Place) -> bool:
        if not any(character.isalpha() for character in words):
            return False
        if not self._locator.knows(words):
            if self._asked >= LOOKED_UP:
                self.passed_over += 1
                return False
            self._asked += 1
        found = self._locator(words)
        if not isinstance(found, Place):
            return False
        meant = [(found.lon, found.lat, found.radius_m), *((o.lon, o.lat, o.radius_m) for o in found.alternatives)]
        return not any(_near(stated, *each) for each in meant)


def _near(stated: Place, lon: float, lat: float, radius_m: float) -> bool:
    from geo.geodesy import distance_m

    return distance_m(stated.lon, stated.lat, lon, lat) <= 3 * radius_m + stated.radius_m + ROOM_M


def _batches(outcomes: Iterable[Incident | Reject]) -> Iterator[list[Incident | Reject]]:
    batch: list[Incident | Reject] = []
    for outcome in outcomes:
        batch.append(outcome)
        if len(batch) == BATCH:
            yield batch
            batch = []
    yield batch


def _on_land(incidents: list[Incident]) -> set[str]:
    """Ids of records whose stated position lies well inland, where it is written finely enough to tell."""
    stated = [
        (each.id, each.place)
        for each in incidents
        if each.place is not None and each.place.stated and each.place.radius_m <= INLAND_RADIUS_M
    ]
    if not stated:
        return set()
    from geo.coast import inland

    found = inland([place.lon for _, place in stated], [place.lat for _, place in stated])
    return {id for (id, _), lies in zip(stated, found, strict=True) if lies}

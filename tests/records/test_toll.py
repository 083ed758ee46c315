"""The toll by who claims it and how well it is vouched for; the sum follows what is counted."""

import pytest

from records.case import facts
from records.incident import Claim, Incident
from records.toll import UNATTRIBUTED, Choice, matrix


def claim(claimant, low, high=None):
    return Claim(claimant=claimant, field="killed", value_min=low, value_max=low if high is None else high)


def strike(number, low, high=None, *claims, **fields):
    given = {"event_type": "strike", "sub_event_type": "boat_strike", "date_start": "2024-03-01"}
    high = low if high is None else high
    return Incident(id=f"s{number}", killed_min=low, killed_max=high, claims=claims, **(given | fields))


RECORDS = (
    strike(1, 3, 11, claim("Navy", 3), claim("later", 11), killed_max_reason="presumed"),
    strike(2, 2, 2, claim("Navy", 2), claim_status="corroborated"),
    strike(3, 4, 4, claim("Palace", 4), disputed_on="facts"),
    strike(4, None, None),
    strike(5, 9, 9, claim("Navy", 9), claim_status="retracted"),
    strike(6, 80, 80, sub_event_type="campaign_total", event_type="other"),
)


@pytest.mark.parametrize(
    ("choice", "toll", "records", "left_out"),
    [
        (Choice(), (9, 17), 4, 1),
        (Choice(first_counts=True), (9, 9), 4, 1),
        (Choice(corroborated=True), (2, 2), 1, 4),
        (Choice(undisputed=True), (5, 13), 3, 2),
    ],
)
def test_the_sum_follows_the_choice(choice, toll, records, left_out):
    found = matrix(RECORDS, choice)
    assert (found.toll, found.records, found.left_out) == (toll, records, left_out)


def test_cells_say_who_claims_how_many_in_which_grade():
    found = matrix(RECORDS)
    said = {(cell.claimant, cell.claim_status): (cell.records, cell.toll) for cell in found.cells}
    assert said == {
        ("Navy", "claimed"): (1, (3, 3)),
        ("later", "claimed"): (1, (11, 11)),
        ("Palace", "claimed"): (1, (4, 4)),
        ("Navy", "corroborated"): (1, (2, 2)),
    }
    assert found.claimants == ("Navy", "Palace", "later")
    assert found.not_stated == 1


def test_without_those_presumed_dead_nobody_is_said_to_count_them():
    found = matrix(RECORDS, Choice(first_counts=True))
    assert "later" not in found.claimants


def test_a_toll_without_a_claim_is_not_given_to_anybody():
    (cell,) = matrix([strike(1, 2)]).cells
    assert (cell.claimant, cell.toll) == (UNATTRIBUTED, (2, 2))


def test_the_case_adds_up_whatever_is_counted():
    records = list(facts.incidents())
    assert matrix(records).toll == (195, 209)
    assert matrix(records, Choice.of(["first_counts"])).toll == (195, 197)
    assert matrix(records, Choice.of(["undisputed"])).toll == (168, 182)
    assert matrix(records).not_stated == 2
    corroborated = matrix(records, Choice(corroborated=True))
    assert corroborated.records + corroborated.left_out == 56
    assert corroborated.toll == (21, 23)
    assert set(corroborated.by_status) <= {"corroborated", "confirmed"}
    everything = matrix(records).by_status.values()
    assert (sum(low for low, _ in everything), sum(high for _, high in everything)) == (195, 209)

"""Every country's coast and waters: valid where there are any, None where there are none."""

import pytest

from geo.seas import countries, outline


@pytest.mark.parametrize("kind", ["coast", "waters_off", "international_waters_off"])
def test_all_outlines_of_countries_are_valid_and_not_empty(kind):
    found = {code: outline(f"{kind}.{code}") for code in countries()}
    assert not [
        code for code, shape in found.items() if shape and (shape.geometry.is_empty or not shape.geometry.is_valid)
    ]
    assert found["MDV"] is not None
    assert found["CHE"] is None

"""A route that is selected lies where no panel covers it."""

import pytest

from records.store import open_store

pytestmark = pytest.mark.browser
PROJECT = """points => {
  const map = document.querySelector("#map .js-plotly-plot")._fullLayout.map._subplot.map;
  return points.map((point) => { const { x, y } = map.project(point); return [x, y]; });
}"""


@pytest.mark.parametrize("id", ["cb-venezuela-dominican", "eu-guayaquil-rotterdam"])
def test_a_selected_route_is_in_view(visit, id):
    page = visit.open(f"?sel=route:{id}")
    route = next(route for route in open_store("case").routes() if route.id == id)
    ends = [leg.line.coords[end] for leg in route.legs for end in (0, -1)]
    rail, sheet = page.locator("#rail").bounding_box(), page.locator("#sheet").bounding_box()
    page.wait_for_function(
        "() => !document.querySelector('#map .js-plotly-plot')._fullLayout.map._subplot.map.isMoving()"
    )
    for x, y in page.evaluate(PROJECT, [list(end[:2]) for end in ends]):
        assert rail["x"] + rail["width"] < x < sheet["x"]
        assert 0 < y < 780

"""What the overview is drawn of agrees with itself."""

from __future__ import annotations

import pytest

from tests.desk.serving import asked


def test_disputed_of_the_weeks_are_those_of_the_list(desk: str) -> None:
    dated = "since=1900-01-01&disputed=yes"
    weeks = asked(f"{desk}/api/counts?by=week")["week"]
    assert sum(week[3] for week in weeks) == asked(f"{desk}/api/incidents?{dated}")["total"] > 0
    assert all(week[3] <= week[1] for week in weeks)


@pytest.mark.parametrize("zoom", [0, 3, 6, 14])
def test_the_box_of_a_cell_asks_for_what_the_cell_holds(desk: str, zoom: int) -> None:
    found = asked(f"{desk}/api/map?zoom={zoom}")
    assert sum(cell["n"] for cell in found["cells"]) == found["located"]
    for cell in found["cells"]:
        south, west, north, east = cell["box"]
        assert south <= cell["lat"] <= north
        assert west <= cell["lon"] <= east
        box = f"{south - 0.001},{west - 0.001},{north + 0.001},{east + 0.001}"
        assert asked(f"{desk}/api/incidents?box={box}")["total"] >= cell["n"]

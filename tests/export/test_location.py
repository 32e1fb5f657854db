"""How exactly a place is known, in rows of events and incidents and in GeoJSON."""

from __future__ import annotations

import pytest

from tests.export.build import DESERT, DOUMA, event, told, where
from waqai.export.cells import rows
from waqai.export.geojson import feature
from waqai.export.location import latin_name, precision
from waqai.export.occurrences import alone
from waqai.model.values import PlaceValue

MOSQUE = PlaceValue("مسجد الهدى", "SY", "Homs", 34.73, 36.72, "point", 2, 2, "Homs")
CASES = [
    (DOUMA, "exact"),
    (MOSQUE, "near"),
    (DESERT, None),
    (PlaceValue("Homs", "SY", "Homs", 34.7, 36.7, "province", 3, 4), "province"),
    (PlaceValue("Syria", "SY", None, 35.0, 38.0, "country", None, 6), "country"),
    (PlaceValue("Eastern Syria", "SY", None, 35.0, 40.0, "area", 2, 3, "Syria"), "province"),
    (PlaceValue("Syrian Desert", "SY", None, 34.0, 39.0, "area", 2, 3, "Syria"), "near"),
    (PlaceValue("Homs countryside", "SY", "Homs", 34.7, 36.7, "area", 2, 3, "Homs"), "near"),
    (PlaceValue("Texas", "US", "Texas", 31.5, -99.5, "point", 1, 1, "Texas"), "province"),
    (PlaceValue("Wolverhampton", "GB", None, 54.0, -2.0, "town", None, 6, "United Kingdom"),
     "country"),
    (PlaceValue("Homs", "SY", "Homs", 34.7, 36.7, "town", 1, 1, "Homs"), "exact"),
]  # fmt: skip


@pytest.mark.parametrize(("value", "expected"), CASES)
def test_precision(value: PlaceValue, expected: str | None) -> None:
    assert precision(value) == expected


def test_events_and_incidents_tell_it() -> None:
    item = told(event(where=(where(MOSQUE, "مسجد الهدى"),)))
    (row,) = rows([item], "events")
    assert (row["place_precision"], row["place_container"]) == ("near", "Homs")
    ((incident, _),) = alone(item)
    told_of = feature(incident)["properties"]
    assert isinstance(told_of, dict)
    assert (told_of["place_precision"], told_of["place_container"]) == ("near", "Homs")


def test_latin_name() -> None:
    assert latin_name(MOSQUE) == "Homs"
    assert latin_name(DOUMA) == "Douma"

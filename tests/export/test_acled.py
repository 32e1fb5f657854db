"""ACLED's table: columns in order, codes of its lists, losses told."""

from __future__ import annotations

import csv
import io
from typing import Any

import pytest

from tests.export.build import DESERT, HOMS, claim, event, side, told, when, where
from waqai.export.acled import COLUMNS, Losses, acled
from waqai.export.crosswalk import Class, classified, disorder
from waqai.export.spreadsheet import csv_lines
from waqai.export.told import Told
from waqai.model.codes import EVENT_TYPES
from waqai.model.event import Event
from waqai.model.values import DateValue

CLASSES = {
    "Battles": ("Armed clash", "Government regains territory",
                "Non-state actor overtakes territory"),
    "Explosions/Remote violence": ("Chemical weapon", "Air/drone strike", "Suicide bomb",
                                   "Shelling/artillery/missile attack",
                                   "Remote explosive/landmine/IED", "Grenade"),
    "Violence against civilians": ("Sexual violence", "Attack",
                                   "Abduction/forced disappearance"),
    "Protests": ("Peaceful protest", "Protest with intervention",
                 "Excessive force against protesters"),
    "Riots": ("Violent demonstration", "Mob violence"),
    "Strategic developments": ("Agreement", "Arrests", "Change to group/activity",
                               "Disrupted weapons use", "Headquarters or base established",
                               "Looting/property destruction",
                               "Non-violent transfer of territory", "Other"),
}  # fmt: skip
DISORDER = ("Political violence", "Demonstrations", "Strategic developments",
            "Political violence; Demonstrations")  # fmt: skip

ARMY = side("Syrian army", "state_forces", "الجيش السوري", "sy-army", "SY")
TURKEY = side("Turkish army", "state_forces", "الجيش التركي", "tr-army", "TR")
IS = side("Islamic State", "armed_group", "تنظيم الدولة", "is")
CIVILIANS = side("civilians", "civilians", "مدنيين")


def table(*items: Told) -> tuple[list[dict[str, str]], Losses]:
    losses = Losses()
    out = b"\r\n".join(csv_lines(COLUMNS, acled(items, losses))).decode()
    return list(csv.DictReader(io.StringIO(out, newline=""))), losses


def row(made: Event) -> dict[str, str]:
    found, _ = table(told(made))
    assert len(found) == 1
    return found[0]


def test_columns_in_order() -> None:
    found, _ = table(told(event()))
    assert tuple(found[0]) == COLUMNS
    assert len(COLUMNS) == 31


@pytest.mark.parametrize("kind", EVENT_TYPES)
@pytest.mark.parametrize("status", ["happened", "foiled"])
@pytest.mark.parametrize("to", [(), (IS,), (CIVILIANS,)])
@pytest.mark.parametrize("killed", [(), (claim("killed", 2, 2),)])
def test_codes_are_of_the_lists(kind: Any, status: Any, to: Any, killed: Any) -> None:
    found, losses = table(told(event(kind, status=status, by=(ARMY,), to=to, claims=killed)))
    assert len(found) + sum(losses.dropped.values()) >= 1
    for cells in found:
        assert cells["sub_event_type"] in CLASSES[cells["event_type"]]
        assert cells["disorder_type"] in DISORDER
        assert cells["inter1"] in set("12345678")
        assert cells["inter2"] in {"", *"12345678"}
        low, high = sorted((cells["inter1"], cells["inter2"] or "9"))
        assert cells["interaction"] == (low + high if cells["inter2"] else low + "0")
        assert cells["time_precision"] in set("123")
        assert cells["geo_precision"] in set("123")
        assert cells["event_date"] == "2025-05-17"
        assert cells["year"] == "2025"
        assert (cells["iso"], cells["country"], cells["region"]) == ("760", "Syria", "Middle East")
        assert cells["fatalities"] == ("2" if killed else "0")
        assert cells["event_id_cnty"].startswith("SYR")
        assert float(cells["latitude"]) == 33.5721
        assert cells["notes"].endswith(".")
        assert cells["timestamp"].isdigit()


CROSSWALK: list[tuple[Event, str | None]] = [
    (event("raid", to=(IS,)), "Arrests"),
    (event("raid", to=(IS,), claims=(claim("killed", 1, 1, "militant"),)), "Armed clash"),
    (event("attack", to=(IS,)), "Armed clash"),
    (event("attack", to=(CIVILIANS,)), "Attack"),
    (event("attack", claims=(claim("killed", 1, 1, "security"),)), "Armed clash"),
    (event("territory", by=(ARMY,)), "Government regains territory"),
    (event("territory", by=(IS,)), "Non-state actor overtakes territory"),
    (event("crackdown"), "Protest with intervention"),
    (event("crackdown", claims=(claim("killed", 4, 4, "protester"),)),
     "Excessive force against protesters"),
    (event("bombing", status="foiled"), "Disrupted weapons use"),
    (event("protest", status="foiled"), None),
    (event("meeting"), None),
    (event("trial"), None),
    (event("explosion"), None),
]  # fmt: skip


@pytest.mark.parametrize(("made", "sub"), CROSSWALK)
def test_crosswalk(made: Event, sub: str | None) -> None:
    found = classified(made)
    assert (found.sub_event_type if found else None) == sub


def test_excessive_force_is_both() -> None:
    both = Class("Protests", "Excessive force against protesters")
    assert disorder(both) == "Political violence; Demonstrations"


@pytest.mark.parametrize(
    ("claims", "fatalities"),
    [
        ((), "0"),
        ((claim("wounded", 3, 3),), "0"),
        ((claim("killed", 3, 3), claim("killed", 5, 5)), "3"),
        ((claim("killed", 3, 3), claim("killed", 2, 2, "militant")), "5"),
        ((claim("killed", 9, 9), claim("killed", 4, 4, age="child")), "9"),
        ((claim("killed", 30, None),), "30"),
        ((claim("killed", None, None, text="عشرات القتلى"),), "10"),
        ((claim("killed", None, None, text="مئات القتلى"),), "100"),
        ((claim("killed", None, None, text="عدد من القتلى"),), ""),
        ((claim("killed", 0, 0),), "0"),
    ],
)
def test_fatalities(claims: Any, fatalities: str) -> None:
    assert row(event(claims=claims))["fatalities"] == fatalities


@pytest.mark.parametrize(
    ("start", "end", "day", "precision"),
    [
        ("2025-05-17", "2025-05-17", "2025-05-17", "1"),
        ("2025-05-12", "2025-05-18", "2025-05-15", "2"),
        ("2025-05-01", "2025-05-31", "2025-05-16", "3"),
        ("2025-01-01", "2025-12-31", "2025-07-02", "3"),
    ],
)
def test_time_precision(start: str, end: str, day: str, precision: str) -> None:
    cells = row(event(when=when(DateValue(start, end, "span", "stated"))))
    assert (cells["event_date"], cells["time_precision"]) == (day, precision)


def test_actors() -> None:
    cells = row(event("shelling", by=(TURKEY, ARMY), to=(CIVILIANS,)))
    assert (cells["actor1"], cells["inter1"]) == ("Turkish army", "8")
    assert cells["assoc_actor_1"] == "Syrian army"
    assert (cells["actor2"], cells["inter2"]) == ("Civilians (Syria)", "7")
    assert (cells["interaction"], cells["civilian_targeting"]) == ("78", "Civilian targeting")
    alone = row(event("attack"))
    assert alone["actor1"] == "Unidentified Armed Group (Syria)"
    assert (alone["inter1"], alone["actor2"], alone["interaction"]) == ("3", "", "30")


def test_rioters() -> None:
    crowd = side("protesters", "protesters", "محتجين")
    for sides in ((crowd,), ()):
        cells = row(event("riot", by=sides))
        assert (cells["actor1"], cells["inter1"]) == ("Rioters (Syria)", "5")
    assert row(event("protest", by=(crowd,)))["actor1"] == "Protesters (Syria)"


LOSSES = """\
ACLED export: 2 rows
  dropped      1  claim: killed, ACLED keeps one total
  dropped      2  claim: wounded, ACLED counts deaths only
  dropped      1  event: background to the report
  dropped      1  event: no country
  dropped      1  event: no date
  dropped      1  event: place unresolved
  dropped      1  event: status planned
  dropped      1  event: type meeting has no ACLED class
  dropped      1  place: a row holds one
  forced       1  actor1: not named by the report
  forced       1  event_date: the middle of a longer time
  forced       1  fatalities: 10 for a vague word
  forced       1  time_precision 2: the day is assumed"""


def test_losses_are_told() -> None:
    month = DateValue("2025-05-01", "2025-05-31", "month", "stated")
    vague = claim("killed", None, None, text="عشرات القتلى")
    _, losses = table(told(
        event(by=(ARMY,), when=when(assumed="publication"), where=(where(), where(HOMS, "حمص")),
              claims=(claim("killed", 3, 3), claim("killed", 4, 4), claim("wounded", 2, 2))),
        event("attack", when=when(month), claims=(vague, claim("wounded", 2, 2))),
        event("meeting"), event(when=None), event(where=()), event(status="planned"),
        event(salience="background"), event(where=(where(DESERT, "البادية"),)),
    ))  # fmt: skip
    assert losses.text() == LOSSES

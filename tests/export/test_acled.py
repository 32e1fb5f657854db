"""ACLED's table: columns in order, codes of its lists, losses told."""

from __future__ import annotations

import csv
import io
from typing import Any

import msgspec
import pytest

from tests.export.build import AT, DESERT, HOMS, claim, event, side, told, when, where
from waqai.export.acled import COLUMNS, Losses, acled
from waqai.export.crosswalk import Class, classified, disorder
from waqai.export.occurrences import Occurrence, alone
from waqai.export.parties import acting, struck
from waqai.export.spreadsheet import csv_lines
from waqai.export.told import Told
from waqai.link.assemble import assemble
from waqai.link.piece import Piece
from waqai.link.tellings import tellings
from waqai.model.codes import EVENT_TYPES
from waqai.model.event import Event, Record, Thing
from waqai.model.report import Report
from waqai.model.values import DateValue, PlaceValue, WeaponValue

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

ARMY = side("Syrian army", "state_forces", "الجيش السوري", "SY-army", "SY")
TURKEY = side("Turkish army", "state_forces", "الجيش التركي", "TR-army", "TR")
IS = side("Islamic State", "armed_group", "تنظيم الدولة", "islamic-state")
CIVILIANS = side("civilians", "civilians", "مدنيين")


def table(*items: Told) -> tuple[list[dict[str, str]], Losses]:
    losses = Losses()
    out = b"\r\n".join(
        csv_lines(COLUMNS, acled((one for item in items for one in alone(item)), losses))
    ).decode()
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


TAKEN = claim("arrested", 2, 2, "militant")
GUNMEN = side("gunmen", "unknown", "مسلحين")
CROWD = side("protesters", "protesters", "محتجين")
SETTLERS = side("settlers", "civilians", "مستوطنين")
MOSQUE = side("mosque", "state_forces", "مسجد للجيش")
PLANE = side("airliner", "civilians", "طائرة ركاب")
CROSSWALK: list[tuple[Event, str | None]] = [
    (event("raid", to=(IS,)), "Arrests"),
    (event("raid", claims=(TAKEN,)), "Arrests"),
    (event("raid"), "Other"),
    (event("raid", to=(IS,), claims=(claim("killed", 1, 1, "militant"),)), "Armed clash"),
    (event("raid", by=(ARMY,), to=(CIVILIANS,), claims=(claim("killed", 1, 1),)), "Attack"),
    (event("arrest", by=(ARMY,), to=(PLANE,)), "Other"),
    (event("arrest", by=(ARMY,), to=(GUNMEN,)), "Arrests"),
    (event("attack", to=(IS,)), "Armed clash"),
    (event("attack", to=(CIVILIANS,)), "Attack"),
    (event("attack", claims=(claim("killed", 1, 1, "security"),)), "Armed clash"),
    (event("attack", by=(ARMY,), claims=(claim("killed", 9, 9, "militant"),)), "Armed clash"),
    (event("attack", by=(ARMY,), to=(CROWD,)), "Excessive force against protesters"),
    (event("attack", by=(SETTLERS,), to=(CIVILIANS,)), "Mob violence"),
    (event("attack", by=(CROWD,), to=(ARMY,)), "Violent demonstration"),
    (event("attack", by=(side("[name withheld]", "person", "فلان"),), to=(ARMY,)), "Armed clash"),
    (event("assassination", to=(ARMY,)), "Armed clash"),
    (event("clash", by=(CROWD,), to=(ARMY,)), "Violent demonstration"),
    (event("clash", by=(ARMY,), to=(IS,)), "Armed clash"),
    (event("clash", by=(ARMY,), claims=(claim("killed", 1, 1),)), "Armed clash"),
    (event("abduction", to=(ARMY,)), "Other"),
    (event("abduction", to=(CIVILIANS,)), "Abduction/forced disappearance"),
    (event("territory", by=(ARMY,)), "Government regains territory"),
    (event("territory", by=(IS,)), "Non-state actor overtakes territory"),
    (event("protest"), "Peaceful protest"),
    (event("protest", claims=(claim("wounded", 9, 9, "protester"),)), "Protest with intervention"),
    (event("crackdown"), "Protest with intervention"),
    (event("crackdown", claims=(claim("killed", 4, 4, "protester"),)),
     "Excessive force against protesters"),
    (event("deployment", by=(ARMY,)), "Change to group/activity"),
    (event("seizure"), "Other"),
    (event("seizure", weapons=(Thing(WeaponValue("rifle", "firearm"), AT, "بنادق", ()),)),
     "Disrupted weapons use"),
    (event("bombing", status="foiled"), "Disrupted weapons use"),
    (event("protest", status="foiled"), None),
    (event("meeting"), None),
    (event("trial"), None),
    (event("explosion"), None),
    (event("shelling", status="foiled"), "Shelling/artillery/missile attack"),
]  # fmt: skip


@pytest.mark.parametrize(("made", "sub"), CROSSWALK)
def test_crosswalk(made: Event, sub: str | None) -> None:
    ((incident, _),) = alone(told(made))
    found = classified(incident, acting(incident), struck(incident))
    assert (found.sub_event_type if found else None) == sub


def test_excessive_force_is_both() -> None:
    both = Class("Protests", "Excessive force against protesters")
    assert disorder(both) == "Political violence; Demonstrations"


@pytest.mark.parametrize(
    ("claims", "fatalities"),
    [
        ((), "0"),
        ((claim("wounded", 3, 3),), "0"),
        ((claim("killed", 3, 3), claim("killed", 5, 5)), "5"),
        ((claim("killed", 7, 7, "unknown"), claim("killed", 2, 2, "militant")), "7"),
        ((claim("killed", 3, 3), claim("killed", 2, 2, "militant")), "5"),
        ((claim("killed", 9, 9), claim("killed", 4, 4, age="child")), "9"),
        ((claim("killed", 30, None),), "30"),
        ((claim("killed", None, None, text="عشرات القتلى"),), "10"),
        ((claim("killed", None, None, text="مئات القتلى"),), "100"),
        ((claim("killed", None, None, text="عدد من القتلى"),), "10"),
        ((claim("killed", 0, 0),), "0"),
    ],
)
def test_fatalities(claims: Any, fatalities: str) -> None:
    assert row(event(claims=claims))["fatalities"] == fatalities


def test_deaths_without_a_figure_outside_of_fighting() -> None:
    some = claim("killed", None, None, text="عدد من القتلى")
    assert row(event("attack", to=(CIVILIANS,), claims=(some,)))["fatalities"] == "3"


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


ACTORS: list[tuple[Event, tuple[str, str, str, str, str, str, str]]] = [
    (event("shelling", by=(TURKEY,), to=(CIVILIANS,)),
     ("Turkish army", "", "8", "Civilians (Syria)", "", "7", "Civilian targeting")),
    (event("shelling", by=(ARMY, TURKEY, IS), to=(CIVILIANS,)),
     ("Syrian army", "Turkish army", "1", "Civilians (Syria)", "", "7", "Civilian targeting")),
    (event("shelling", by=(ARMY, TURKEY)),
     ("Syrian army", "Turkish army", "1", "", "", "", "")),
    (event("attack"),
     ("Unidentified Armed Group (Syria)", "", "3", "Civilians (Syria)", "", "7",
      "Civilian targeting")),
    (event("clash", by=(side("fighters", "armed_group", "مقاتلون"),), to=(ARMY,)),
     ("Unidentified Armed Group (Syria)", "", "3", "Syrian army", "", "1", "")),
    (event("clash", by=(ARMY,)),
     ("Syrian army", "", "1", "Unidentified Armed Group (Syria)", "", "3", "")),
    (event("bombing", by=(IS,), to=(MOSQUE,)),
     ("Islamic State", "", "2", "Military Forces of Syria", "", "1", "")),
    (event("bombing", to=(side("US embassy", "state", "السفارة الأمريكية", "US-embassy", "US"),)),
     ("Unidentified Armed Group (Syria)", "", "3", "Government of United States", "", "8", "")),
    (event("air_strike", by=(ARMY,), to=(side("vehicle", "civilians", "سيارة"),),
           claims=(claim("killed", 3, 3, "militant"),)),
     ("Syrian army", "", "1", "Unidentified Armed Group (Syria)", "", "3", "")),
    (event("bombing", to=(side("café", "civilians", "مقهى"),),
           claims=(claim("killed", 1, 1, "militant"), claim("killed", 6, 6, "unknown"))),
     ("Unidentified Armed Group (Syria)", "", "3", "Civilians (Syria)", "", "7",
      "Civilian targeting")),
    (event("clash", by=(TURKEY,), claims=(claim("killed", 4, 4, "security"),)),
     ("Turkish army", "", "8", "Unidentified Armed Group (Syria)", "", "3", "")),
    (event("bombing", claims=(claim("killed", 4, 4, "security"),)),
     ("Unidentified Armed Group (Syria)", "", "3", "Military Forces of Syria", "", "1", "")),
    (event("execution", by=(IS,), to=(ARMY,)),
     ("Islamic State", "", "2", "Civilians (Syria)", "Syrian army", "7", "Civilian targeting")),
    (event("attack", by=(CROWD,), to=(CIVILIANS,)),
     ("Rioters (Syria)", "", "5", "Civilians (Syria)", "", "7", "Civilian targeting")),
    (event("attack", by=(SETTLERS,), to=(CIVILIANS,)),
     ("Rioters (Syria)", "Settlers (Israel)", "5", "Civilians (Syria)", "", "7",
      "Civilian targeting")),
    (event("crackdown", by=(ARMY,), to=(CROWD,), claims=(claim("killed", 1, 1, "protester"),)),
     ("Protesters (Syria)", "", "6", "Syrian army", "", "1", "Civilian targeting")),
    (event("crackdown", by=(CROWD,)),
     ("Protesters (Syria)", "", "6", "Police Forces of Syria", "", "1", "")),
    (event("riot", by=(ARMY, CROWD), to=(CROWD,)),
     ("Rioters (Syria)", "", "5", "Syrian army", "", "1", "")),
    (event("arrest", to=(CIVILIANS,)),
     ("Police Forces of Syria", "", "1", "Civilians (Syria)", "", "7", "")),
    (event("release", by=(ARMY,), to=(CIVILIANS,)),
     ("Syrian army", "", "1", "Civilians (Syria)", "", "7", "")),
]  # fmt: skip


@pytest.mark.parametrize(("made", "expected"), ACTORS)
def test_actors(made: Event, expected: tuple[str, ...]) -> None:
    cells = row(made)
    names = ("actor1", "assoc_actor_1", "inter1", "actor2", "assoc_actor_2", "inter2",
             "civilian_targeting")  # fmt: skip
    assert tuple(cells[name] for name in names) == expected


def test_nobody_is_made_up_where_none_fights() -> None:
    found, losses = table(told(event("agreement"), event("release")))
    assert not found
    assert losses.dropped["event: nobody is named who acts"] == 2


PASSING = event(salience="background")
PLACES = [
    (PlaceValue("Texas", "US", "Texas", 31.5, -99.5, "point", 1, 1, "Texas"), "3"),
    (PlaceValue("Douma", "SY", "Rif Dimashq", 33.5, 36.4, "town", 1, 1, "Douma"), "1"),
    (PlaceValue("Douma", "SY", "Rif Dimashq", 33.5, 36.4, "point", 1, 1, "Douma"), "2"),
    (PlaceValue("Douma hospital", "SY", "Rif Dimashq", 33.5, 36.4, "point", 1, 1, "Douma"), "1"),
    (PlaceValue("Northern Syria", "SY", None, 36.5, 38.0, "area", 2, 3, "Syria"), "3"),
    (PlaceValue("Northern Hama", "SY", "Hama", 35.4, 36.7, "area", 2, 3, "Hama"), "2"),
]


@pytest.mark.parametrize(("value", "precise"), PLACES)
def test_geo_precision(value: PlaceValue, precise: str) -> None:
    assert row(event(where=(where(value),)))["geo_precision"] == precise


def test_a_country_is_no_place() -> None:
    value = PlaceValue("Syria", "SY", None, 35.0, 38.0, "country", None, 6)
    found, losses = table(told(event(where=(where(value, "سوريا"),))))
    assert not found
    assert losses.dropped["event: a country alone"] == 1
    assert row(event(where=(where(value, "سوريا"), where(HOMS, "حمص"))))["location"] == "Homs"


def test_a_place_of_no_table_is_told_by_what_is_around_it() -> None:
    value = PlaceValue("جامع النور", "SY", "Homs", 34.73, 36.72, "point", 2, 2, "Homs")
    cells = row(event(where=(where(value, "جامع النور"),)))
    assert (cells["location"], cells["geo_precision"]) == ("Homs", "2")
    assert cells["notes"] == "Shelling in Homs, Syria on 17 May 2025."


def test_a_day_of_publication_is_assumed() -> None:
    cells = row(event(when=None))
    assert (cells["event_date"], cells["time_precision"]) == ("2025-05-18", "2")


def test_what_is_told_in_passing_is_dropped_by_age() -> None:
    old = when(DateValue("2024-05-17", "2024-05-17", "day", "stated"))
    found, losses = table(told(PASSING, event(salience="background", when=old)))
    assert [cells["event_date"] for cells in found] == ["2025-05-17"]
    assert losses.dropped["event: told in passing, no news"] == 1


def test_crowds() -> None:
    many = claim("protesters", 300, 300, "protester")
    assert row(event("protest", claims=(many,)))["tags"] == "crowd size=300"
    assert row(event("protest"))["tags"] == "crowd size=no report"
    assert row(event("attack"))["tags"] == ""


def test_notes_name_each_once_in_latin_letters() -> None:
    odd = side("قوات الحراسه", "state_forces", "قوات الحراسة")
    claims = (claim("killed", 9, 9, "unknown"), claim("killed", 4, 4, "security"))
    cells = row(event("clash", by=(CROWD, CROWD, ARMY), to=(odd,), claims=claims))
    assert cells["notes"].startswith("Clash by Syrian army in Douma, Rif Dimashq, Syria on 17 May")
    assert cells["notes"].endswith(": 9 people killed (4 members of the security forces).")


def test_parts_that_do_not_fit_are_left_out() -> None:
    likely = msgspec.structs.replace(claim("killed", 6, 6, "militant"), rules=("whom.likely",))
    notes = row(event("air_strike", claims=(likely, claim("killed", 2, 2))))["notes"]
    assert "8 people killed" in notes
    assert "6 civilians" not in notes


def piece(report: Report, made: Event) -> Piece:
    record = Record(report.id, report.published, "ar", "0.1.0", (made,))
    return Piece(report, made, tellings(report, record)[0])


def test_linked_reports_are_one_row() -> None:
    first = told().report
    later = Report("r2", "قصف دوما ومقتل أربعة", None, "2025-05-19", "شبكة أخرى", language="ar")
    deaths = [event(claims=(claim("killed", n, n),)) for n in (3, 4)]
    second = msgspec.structs.replace(deaths[1], id="fedcba9876543210")
    incident = assemble((piece(first, deaths[0]), piece(later, second)))
    losses = Losses()
    (cells,) = acled([Occurrence(incident, told().made)], losses)
    assert cells["event_id_cnty"] == row(event())["event_id_cnty"]
    assert cells["source"] == "صوت الغوطة; شبكة أخرى"
    assert cells["fatalities"] == 4
    assert str(cells["notes"]).endswith(": 4 civilians killed.")


def test_rioters() -> None:
    crowd = side("protesters", "protesters", "محتجين")
    for sides in ((crowd,), ()):
        cells = row(event("riot", by=sides))
        assert (cells["actor1"], cells["inter1"]) == ("Rioters (Syria)", "5")
    assert row(event("protest", by=(crowd,)))["actor1"] == "Protesters (Syria)"


LOSSES = """\
ACLED export: 4 rows
  dropped      1  claim: killed, ACLED keeps one total
  dropped      2  claim: wounded, ACLED counts deaths only
  dropped      1  event: no country
  dropped      1  event: place unresolved
  dropped      1  event: status planned
  dropped      1  event: type meeting has no ACLED class
  dropped      1  place: a row holds one
  forced       3  actor1: not named by the report
  forced       1  event_date: the middle of a longer time
  forced       1  fatalities: 10 for a vague word
  forced       2  time_precision 2: the day is assumed"""


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

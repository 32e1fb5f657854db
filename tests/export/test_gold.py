"""The annotation format and the explanation, on a record made by hand."""

from __future__ import annotations

import msgspec
import pytest

from waqai.export.explanation import bounds, explain
from waqai.export.gold import gold
from waqai.model.canonical import dump
from waqai.model.codes import Basis, Grain
from waqai.model.event import (
    Claim,
    Event,
    Record,
    Responsibility,
    Side,
    Speaker,
    Thing,
    When,
    Where,
    Whom,
)
from waqai.model.report import Report
from waqai.model.span import Span
from waqai.model.values import DateValue, PlaceValue, TargetValue, WeaponValue

BODY = "قتل مدنيان بعبوة ناسفة في سوق حلب الشهر الماضي، وفق ناشطين، وتبنى داعش الهجوم."


def span(words: str) -> Span:
    """Where words stand in the body."""
    return Span(BODY.index(words), BODY.index(words) + len(words))


def record(when: When | None) -> Record:
    """A record with one value in each slot."""
    speaker = Speaker(span("ناشطين"), "ناشطين", "ناشطون", "activist")
    place = PlaceValue("Aleppo", "SY", "Aleppo", 36.2, 37.16, "town", 1, 1)
    event = Event(
        id="e",
        type="bombing",
        status="happened",
        salience="main",
        trigger=span("قتل"),
        evidence=Span(0, 40),
        when=when,
        where=(Where(place, span("حلب"), "حلب", ("place.town",)),),
        by=(
            Side("Islamic State", "is", "armed_group", None, span("داعش"), "داعش", ("actor.row",)),
        ),
        to=(),
        targets=(Thing(TargetValue("market", "market"), span("سوق"), "سوق", ("target.row",)),),
        weapons=(
            Thing(WeaponValue("IED", "explosive"), span("عبوة ناسفة"), "عبوة ناسفة", ("weapon",)),
        ),
        claims=(
            Claim(
                slot="killed",
                low=2,
                high=2,
                hedge="exact",
                whom=Whom("civilian", "to"),
                who="مدنيان",
                span=span("مدنيان"),
                text="مدنيان",
                speaker=speaker,
                rules=("claim.dual", "number.dual"),
            ),
        ),
        responsibility=(
            Responsibility(
                "Islamic State", "is", "claims", span("تبنى داعش"), "تبنى داعش", None, ("stance",)
            ),
        ),
        rules=("event.telling",),
        confidence=0.9,
    )
    return Record("r", "2024-05-07", "ar", "0.1.0", (event,))


def when(
    start: str | None,
    end: str | None,
    grain: Grain,
    basis: Basis = "stated",
    why: str | None = None,
) -> When:
    """A time told by الشهر الماضي."""
    return When(
        DateValue(start, end, grain, basis), span("الشهر الماضي"), "الشهر الماضي", ("date",), why
    )


REPORT = Report("r", body=BODY, published="2024-05-07")


@pytest.mark.parametrize(
    ("told", "dates"),
    [
        (when("2024-04-01", "2024-04-30", "month"), ("2024-04", "2024-04")),
        (when("2016-01-01", "2016-12-31", "year"), ("2016", "2016")),
        (when("2024-05-06", "2024-05-06", "day"), ("2024-05-06", "2024-05-06")),
        (when("2024-05-06", "2024-05-09", "span"), ("2024-05-06", "2024-05-09")),
        (when("2024-05-06T09:30", "2024-05-06T09:30", "minute"), ("2024-05-06", "2024-05-06")),
        (when("2024-04-29", "2024-05-05", "week", "relative"), ("2024-04-29", "2024-05-05")),
    ],
)
def test_a_time_as_precise_as_the_text(told: When, dates: tuple[str, str]) -> None:
    (event,) = gold(REPORT, record(told))["events"]
    assert event["when"] == {"start": dates[0], "end": dates[1], "text": "الشهر الماضي"}


@pytest.mark.parametrize(
    "told",
    [
        None,
        when("2024-05-07", "2024-05-07", "day", "relative", "publication day"),
        when(None, None, "month", "partial"),
    ],
)
def test_a_time_that_is_not_told_is_null(told: When | None) -> None:
    assert gold(REPORT, record(told))["events"][0]["when"] is None


def test_all_slots() -> None:
    row = gold(REPORT, record(None))
    (event,) = row["events"]
    assert (row["report"], row["published"]) == ("r", "2024-05-07")
    assert event["evidence"] == BODY[:40]
    assert event["where"] == [
        {
            "text": "حلب",
            "name": "Aleppo",
            "country": "SY",
            "kind": "town",
            "lat": 36.2,
            "lon": 37.16,
        }
    ]
    assert event["by"] == [{"text": "داعش", "name": "Islamic State", "kind": "armed_group"}]
    assert event["to"] == []
    assert event["counts"] == [
        {
            "what": "killed",
            "who": "مدنيان",
            "low": 2,
            "high": 2,
            "text": "مدنيان",
            "source": "ناشطين",
            "whom": "civilian",
        }
    ]
    assert event["weapons"] == ["عبوة ناسفة"]
    assert event["incident"] is None


def test_every_value_is_explained_by_its_words_and_rules() -> None:
    told = when("2024-04-01", "2024-04-30", "month", "relative")
    explanation = explain(REPORT, record(told))
    (event,) = explanation.events
    assert [(step.slot, step.value) for step in event.values] == [
        ("type", "bombing"),
        ("evidence", "happened"),
        ("when", "2024-04-01/2024-04-30 (month, relative)"),
        ("where", "Aleppo, SY (town) 36.20, 37.16"),
        ("by", "Islamic State (armed_group)"),
        ("target", "market (market)"),
        ("weapon", "IED (explosive)"),
        ("killed", "2 civilian"),
        ("responsibility", "claims: Islamic State"),
    ]
    for step in event.values:
        assert step.rules
        assert step.start is not None
        assert step.text == BODY[step.start : step.end]
    assert [step.speaker for step in event.values if step.slot == "killed"] == ["ناشطين"]


def test_an_assumed_time_says_so() -> None:
    told = when("2024-05-07", "2024-05-07", "day", "relative", "publication day")
    (event,) = explain(REPORT, record(told)).events
    assert event.values[2].value == "2024-05-07 (day, publication day)"


def test_a_record_is_read_back_from_its_json() -> None:
    made = record(when("2024-05-06", "2024-05-06", "day"))
    assert msgspec.json.decode(dump(made), type=Record) == made


@pytest.mark.parametrize(
    ("low", "high", "line"),
    [(5, 5, "5"), (30, None, "30+"), (None, 12, "..12"), (20, 30, "20-30"), (None, None, "some")],
)
def test_bounds(low: int | None, high: int | None, line: str) -> None:
    assert bounds(low, high) == line

"""Reports of our own: each record quotes its report, in the codes of the annotation."""

from collections.abc import Iterator
from typing import Any, get_args

import pytest

from bench.written import FOLDER, is_taught, written
from waqai.model.codes import (
    ActorKind,
    CountSlot,
    EventType,
    PlaceKind,
    Salience,
    Status,
    WhomClass,
)

TOLD = written()


def quoted(row: dict[str, Any]) -> Iterator[str]:
    """All words that a record takes from its report."""
    for event in row["events"]:
        yield event["evidence"]
        yield from event["weapons"]
        if event["when"]:
            yield event["when"]["text"]
        for slot in ("where", "by", "to", "counts"):
            for value in event[slot]:
                yield from (value[k] for k in ("text", "who", "source") if value.get(k))


def test_there_are_reports_of_every_region_and_year() -> None:
    assert len(TOLD) > 1600
    assert len({report.outlet for report, _ in TOLD}) == len(list(FOLDER.glob("*.jsonl"))) == 15
    years = {(report.published or "")[:4] for report, _ in TOLD}
    assert {str(year) for year in range(2003, 2027)} <= years


def test_ids_are_unique_and_more_than_half_is_kept_for_measuring() -> None:
    assert len({report.id for report, _ in TOLD}) == len(TOLD)
    kept = [report for report, _ in TOLD if not is_taught(report)]
    assert 0.5 < len(kept) / len(TOLD) < 0.6
    assert {report.outlet for report in kept} == {report.outlet for report, _ in TOLD}


@pytest.mark.parametrize("file", sorted(FOLDER.glob("*.jsonl")), ids=lambda file: file.stem)
def test_records_quote_their_reports(file: Any) -> None:
    for report, row in TOLD:
        if report.outlet == file.stem:
            missing = [words for words in quoted(row) if words not in report.text]
            assert not missing, (report.id, missing)


def test_records_use_the_codes() -> None:
    for report, row in TOLD:
        for event in row["events"]:
            assert event["type"] in get_args(EventType), report.id
            assert event["status"] in get_args(Status), report.id
            assert event["salience"] in get_args(Salience), report.id
            for place in event["where"]:
                assert place["kind"] in get_args(PlaceKind), report.id
                assert -90 <= place["lat"] <= 90, report.id
                assert -180 <= place["lon"] <= 180, report.id
            for party in (*event["by"], *event["to"]):
                assert party["kind"] in get_args(ActorKind), report.id
            for count in event["counts"]:
                assert count["what"] in get_args(CountSlot), report.id
                assert count["whom"] in get_args(WhomClass), report.id

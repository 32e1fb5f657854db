"""Cases of other projects: what counts as read, and what may be left out."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest

from bench import suites
from waqai.annotate.pipeline import Annotator
from waqai.model.mention import Mention
from waqai.model.values import DateValue, DurationValue, NumberValue, OrdinalValue


def mention(kind: Any, value: Any, start: int = 0, end: int = 4) -> Mention:
    return Mention(kind, start, end, "word", value, "rule", ())


def item(dim: str, **accepted: Any) -> dict[str, Any]:
    return {"dim": dim, "surface": None, "accept": [accepted]}


DAY = DateValue("2016-01-14", "2016-01-14", "day", "stated")
WEEK = DateValue("2016-01-11", "2016-01-17", "week", "relative")
DAYS = DurationValue(2, "day")
SPAN = DateValue("2016-03-01", "2016-03-10", "span", "stated")


@pytest.mark.parametrize(
    ("kind", "value", "wanted", "read"),
    [
        ("number", NumberValue(3, 3, "exact"), item("numeral", t="number", v=3.0), True),
        ("number", NumberValue(3, 3, "exact"), item("numeral", t="number", v=4), False),
        ("number", NumberValue(3, None, "at_least"), item("numeral", t="number", v=3), False),
        ("ordinal", OrdinalValue(3), item("ordinal", t="ordinal", v=3), True),
        ("ordinal", OrdinalValue(3), item("numeral", t="number", v=3), False),
        ("duration", DAYS, item("duration", t="duration", n=2, unit="day"), True),
        ("duration", DAYS, item("duration", t="duration", n=2, unit="hour"), False),
        ("date", DAY, item("date", t="point", at="2016-01-14T00:00:00", grain="day"), True),
        ("date", DAY, item("date", t="point", at="2016-01-15T00:00:00", grain="day"), False),
        ("date", DAY, item("date", t="point", at="2016-01-01T00:00:00", grain="month"), False),
        ("date", WEEK, item("time", t="point", at="2016-01-13T00:00:00", grain="week"), True),
        ("date", WEEK, item("time", t="point", at="2016-01-18T00:00:00", grain="week"), False),
        (
            "date", SPAN,
            item("time", t="interval", **{"from": "2016-03-01T00:00:00"}, to="2016-03-11T00:00:00"),
            True,
        ),
        (
            "date", SPAN,
            item("time", t="interval", **{"from": "2016-03-01T00:00:00"}, to="2016-03-12T00:00:00"),
            False,
        ),
    ],
)  # fmt: skip
def test_an_item_is_read_by_a_mention_of_its_kind_and_value(
    kind: str, value: Any, wanted: dict[str, Any], read: bool
) -> None:
    assert suites.is_read([mention(kind, value)], "word", wanted) is read


def test_a_mention_elsewhere_does_not_read_an_item() -> None:
    wanted = item("numeral", t="number", v=3) | {"surface": "three"}
    far = mention("number", NumberValue(3, 3, "exact"), 0, 4)
    assert not suites.is_read([far], "word three", wanted)
    assert suites.is_read([mention("number", far.value, 5, 10)], "word three", wanted)


def test_every_item_left_out_has_a_reason() -> None:
    for row in suites.table(suites.LEFT_OUT):
        assert len(row) == 2
        assert row[0].split("/")[0] in suites.SUITES
        assert row[1].strip()


def write_suite(folder: Path, texts: list[str]) -> None:
    (folder / "suites").mkdir()
    for suite in suites.SUITES:
        rows = [
            f'{{"id": "{suite}/{n}", "text": "{text}", "reference": null, "items": [{{"dim": '
            f'"number", "surface": null, "accept": [{{"t": "number", "v": 7}}]}}]}}'
            for n, text in enumerate(texts)
        ]
        (folder / "suites" / f"{suite}.jsonl").write_text("\n".join(rows), encoding="utf-8")


def run(monkeypatch: pytest.MonkeyPatch, folder: Path, *arguments: str) -> int:
    monkeypatch.setattr(sys, "argv", ["suites", "--shared", str(folder), *arguments])
    return suites.main()


def test_the_bench_ends_well_where_the_suites_are_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(SystemExit) as ended:
        run(monkeypatch, tmp_path)
    assert ended.value.code == 0


def test_the_bench_fails_below_a_floor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_suite(tmp_path, ["سبعة", "ثمانية"])
    assert run(monkeypatch, tmp_path) == 1


def test_the_bench_fails_where_too_much_is_left_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_suite(tmp_path, ["سبعة", "7"])
    left_out = tmp_path / "left-out.tsv"
    left_out.write_text("maha/0\tno reason at all\n", encoding="utf-8")
    monkeypatch.setattr(suites, "LEFT_OUT", left_out)
    assert run(monkeypatch, tmp_path, "--suite", "duckling") == 0
    assert run(monkeypatch, tmp_path, "--suite", "maha") == 1


def test_mentions_of_a_text_are_found_with_its_reference_day() -> None:
    row = {"text": "سبعة", "reference": "2016-11-07T00:00:00"}
    assert [m.text for m in suites.found(Annotator((suites.numbers,)), row)] == ["سبعة"]

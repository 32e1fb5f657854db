"""Verdicts on mentions: which are counted, and what is open."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench import judged
from waqai.model.report import Report

SAMPLE = [Report(id="r1", title="خبر", body="قتل ثلاثة جنود وأصيب 7 آخرون.")]


@pytest.fixture(autouse=True)
def verdicts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of verdicts of the test's own."""
    monkeypatch.setattr(judged, "VERDICTS", tmp_path)
    return tmp_path / "numbers.tsv"


def rows() -> list[str]:
    return ["\t".join(map(str, mention)) for mention, _ in judged.seen(SAMPLE, "numbers")]


def test_a_mention_without_a_verdict_is_open() -> None:
    told = judged.measure(SAMPLE, "numbers", show=False)
    assert told == {"numbers_precision": 0.0, "numbers_open_max": 1.0}


def test_precision_is_over_what_is_judged(verdicts: Path) -> None:
    three, seven = rows()
    verdicts.write_text(f"# judged\n{three}\tright\n{seven}\twrong\n", encoding="utf-8")
    told = judged.measure(SAMPLE, "numbers", show=False)
    assert told == {"numbers_precision": 0.5, "numbers_open_max": 0.0}


def test_a_verdict_is_on_the_value_too(verdicts: Path) -> None:
    three, _ = rows()
    verdicts.write_text(f"{three}\tright\n".replace('"low":3', '"low":4'), encoding="utf-8")
    assert judged.measure(SAMPLE, "numbers", show=False)["numbers_open_max"] == 1.0


def test_the_verdicts_kept_are_well_formed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(judged, "VERDICTS", Path(judged.__file__).with_name("verdicts"))
    for kind in judged.KINDS:
        assert set(judged.verdicts(kind).values()) <= {"right", "wrong"}
    assert judged.verdicts("numbers")

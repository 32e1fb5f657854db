"""docs/accuracy.md shows the floors that are pinned."""

from __future__ import annotations

import pytest

from bench import table


def test_the_page_shows_the_floors() -> None:
    _, shown, _ = table.parted(table.PAGE.read_text(encoding="utf-8"))
    assert shown == table.table(), "run: python -m bench.table --write"


def test_a_figure_of_one_set_stands_in_its_column(monkeypatch: pytest.MonkeyPatch) -> None:
    dev = {"main_slots": 0.25, "whom": 0.4}
    pinned = {"seed": {}, "train": {"whom": 0.5}, "dev": dev, "written": {"whom": 0.3}}
    monkeypatch.setattr(table, "floors", pinned.__getitem__)
    assert table.table().splitlines()[2:] == [
        "| main_slots | - | - | 0.25 | - |",
        "| whom | - | 0.5 | 0.4 | 0.3 |",
    ]


def test_a_page_without_marks_is_refused() -> None:
    with pytest.raises(ValueError, match="substring"):
        table.parted("no marks here")

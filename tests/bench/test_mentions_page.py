"""The page of mentions: figures between its marks, verdicts counted."""

from __future__ import annotations

import pytest

from bench.mentions import page


def test_a_table_has_a_row_a_set_and_counts_as_they_are() -> None:
    told = {
        f"places_{name}_{figure}": value
        for name in page.SETS
        for figure, value in (("count", 386), ("all", 0.85), ("known", 294), ("tables", 0.9251))
    }
    assert page.table("places", told).splitlines() == [
        "| set | places | all | in the tables | of them |",
        "|---|---|---|---|---|",
        "| train | 386 | .850 | 294 | .925 |",
        "| dev | 386 | .850 | 294 | .925 |",
    ]


def test_a_figure_that_was_not_measured_is_missed() -> None:
    with pytest.raises(KeyError, match="actors_train_count"):
        page.table("actors", {})


def test_only_what_stands_between_the_marks_is_written() -> None:
    told = "a\n<!-- x -->\nold\n<!-- end of x -->\nb\n"
    assert page.written(told, {"x": "new\n"}) == "a\n<!-- x -->\nnew\n<!-- end of x -->\nb\n"
    with pytest.raises(ValueError, match="not found"):
        page.written(told, {"y": "new\n"})


def test_countries_are_told_by_how_many_places_they_lack() -> None:
    told = {"places_train_unlisted_EG": 3.0, "places_train_unlisted_SY": 9.0, "places_dev_all": 1.0}
    assert page.unlisted(told) == "SY 9, EG 3.\n"


@pytest.mark.parametrize("part", page.COLUMNS)
def test_the_page_tells_the_verdicts_as_they_stand(part: str) -> None:
    assert page.judged(part) in page.PAGE.read_text(encoding="utf-8")

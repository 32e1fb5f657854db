"""Tables: a row that could never match, or has other columns, is refused with file and line."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from waqai.errors import TableError
from waqai.lexicon.table import Lazy, Row, by_first, read_table


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An importable package of the test's own, to put tables in."""
    folder = tmp_path / "tables_of_test"
    folder.mkdir()
    (folder / "__init__.py").write_text("", encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.delitem(sys.modules, "tables_of_test", raising=False)
    return folder


def rows(package: Path, text: str) -> list[tuple[tuple[str, ...], str]]:
    """Write a table and read it."""
    (package / "words.tsv").write_text(text, encoding="utf-8")
    found = read_table("tables_of_test", "words.tsv", ("kind", "key"), ("key",))
    return [(row.cells, row.where) for row in found]


def test_comments_and_blank_lines_are_skipped(package: Path) -> None:
    assert rows(package, "# kind, key\n\nx\tحلب\n-\tدمشق\n") == [
        (("x", "حلب"), "tables_of_test/words.tsv:3"),
        (("", "دمشق"), "tables_of_test/words.tsv:4"),
    ]


def test_another_number_of_columns_is_refused_with_its_line(package: Path) -> None:
    with pytest.raises(TableError) as caught:
        rows(package, "# kind, key\nx\tحلب\nx\tحلب\textra\n")
    assert caught.value.where == "tables_of_test/words.tsv:3"
    assert "3 columns, not 2" in str(caught.value)


@pytest.mark.parametrize(
    ("key", "folded"), [("غزة", "غزه"), ("أربيل", "اربيل"), ("حلب|إدلب", "ادلب"), ("ا  ب", "ا ب")]
)
def test_an_unfolded_key_is_refused_with_its_folded_form(
    package: Path, key: str, folded: str
) -> None:
    with pytest.raises(TableError) as caught:
        rows(package, f"x\t{key}\n")
    assert caught.value.where == "tables_of_test/words.tsv:1"
    assert caught.value.do == folded


def test_variants_are_divided_by_a_bar(package: Path) -> None:
    (package / "words.tsv").write_text("x\tا|ب\n-\t-\n", encoding="utf-8")
    found = read_table("tables_of_test", "words.tsv", ("kind", "key"), ("key",))
    assert [row.variants(1) for row in found] == [["ا", "ب"], []]


def test_a_lazy_table_is_read_once_and_refuses_what_it_lacks() -> None:
    asked: list[int] = []

    def read() -> dict[str, frozenset[str]]:
        asked.append(1)
        return by_first([Row(("x", "ا|ب"), ""), Row(("y", "ج"), "")])

    table = Lazy(read)
    assert not asked
    assert table["x"] == {"ا", "ب"}
    assert table["y"] == {"ج"}
    with pytest.raises(KeyError):
        table["z"]
    assert len(asked) == 1


def test_a_use_that_is_told_twice_is_refused_with_its_second_line() -> None:
    with pytest.raises(TableError) as caught:
        by_first([Row(("x", "ا|ب"), "words.tsv:1"), Row(("x", "د"), "words.tsv:2")])
    assert caught.value.where == "words.tsv:2"
    assert "'x' is told twice" in str(caught.value)

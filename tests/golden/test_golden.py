"""The examples yield what their golden records hold; `make golden` writes them anew."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.golden.regenerate import HERE, golden, rendered, sources
from waqai.events.extract import Extractor


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


@pytest.mark.parametrize("source", sources(), ids=lambda path: path.name)
def test_golden(source: Path, extractor: Extractor) -> None:
    wanted = golden(source).read_text(encoding="utf-8")
    assert rendered(source, extractor) == wanted, "read the difference, then `make golden`"


def test_no_golden_file_without_a_source() -> None:
    assert {path.name for path in HERE.glob("*.json")} == {golden(s).name for s in sources()}

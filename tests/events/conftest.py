"""One extractor for all tests of events: the tables are loaded once."""

from __future__ import annotations

import pytest

from waqai.annotate.pipeline import Annotator
from waqai.events.extract import Extractor


@pytest.fixture(scope="session")
def annotator() -> Annotator:
    return Annotator()


@pytest.fixture(scope="session")
def extractor(annotator: Annotator) -> Extractor:
    return Extractor(annotator)

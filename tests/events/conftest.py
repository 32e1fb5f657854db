"""One extractor for all tests of events: the tables are loaded once."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from waqai.annotate.pipeline import Annotator
from waqai.events.extract import Extractor
from waqai.events.scene import Scene
from waqai.events.scorer import Scorer
from waqai.model.report import Report
from waqai.text.document import Document


@pytest.fixture(scope="session")
def annotator() -> Annotator:
    return Annotator()


@pytest.fixture(scope="session")
def extractor(annotator: Annotator) -> Extractor:
    return Extractor(annotator)


SceneOf = Callable[..., Scene]


@pytest.fixture(scope="session")
def scene_of(annotator: Annotator) -> SceneOf:
    """The scene of a text: `scene_of(body, title=None, published="2024-03-19", weights=None)`."""

    def made(
        body: str,
        title: str | None = None,
        published: str | None = "2024-03-19",
        weights: Mapping[str, Scorer] | None = None,
    ) -> Scene:
        document = Document.of(Report("scene", body, title, published))
        return Scene(annotator.chart(document), weights)

    return made

"""Scope: sentences, a figure of each, and what the words around it say."""

from __future__ import annotations

from pathlib import Path

import pytest

from waqai.annotate.pipeline import Annotator
from waqai.events.scene import Scene
from waqai.events.scope import phrases, scope
from waqai.model.codes import SCOPES
from waqai.model.report import Report
from waqai.text.document import Document
from waqai.text.fold import fold_key

ROWS = [
    line.split("\t")
    for line in Path(__file__).with_name("scope.tsv").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]
ANNOTATOR = Annotator()


@pytest.mark.parametrize(("figure", "wanted", "text"), ROWS)
def test_what_is_said_of_a_figure(figure: str, wanted: str, text: str) -> None:
    scene = Scene(ANNOTATOR.chart(Document.of(Report("r", text, None, "2025-05-17"))))
    (node,) = (n for n in scene.counts if n.value.low == int(figure))
    found = scope(scene, node)
    assert set(wanted.split("+")) <= set(found) if wanted != "-" else not found


def test_every_phrase_is_folded_and_says_something_known() -> None:
    for first, ways in phrases().items():
        for way in ways:
            assert way.scope in SCOPES
            assert way.where in ("before", "near", "behind", "around")
            assert all(fold_key(word) == word for word in (first, *way.rest))

"""Protected: journalists and aid workers who are harmed are targets of their kind."""

from __future__ import annotations

import pytest

from tests.events.asked import rows
from waqai.events.extract import Extractor
from waqai.events.protected import RULE, table
from waqai.model.report import Report
from waqai.text.fold import fold_key

EXTRACTOR = Extractor()


@pytest.mark.parametrize(("wanted", "text"), rows("protected.tsv"))
def test_people_harmed_are_targets(wanted: str, text: str) -> None:
    report = Report("r", text, None, "2025-05-18")
    found = [
        (thing.value.kind, thing.text)
        for event in EXTRACTOR.record(report).events
        for thing in event.targets
        if RULE in thing.rules
    ]
    told = [tuple(one.split(" ", 1)) for one in wanted.split("; ")] if wanted != "-" else []
    assert found == told
    assert all(words in text for _, words in found)


def test_keys_are_folded() -> None:
    assert all(fold_key(noun) == noun for noun in table().nouns)
    assert all(fold_key(word) == word for word in table().links)

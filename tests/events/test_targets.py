"""Targets: what was struck, and journalists and aid workers who are harmed."""

from __future__ import annotations

from typing import get_args

import pytest

from tests.events.asked import rows
from waqai.events.extract import Extractor
from waqai.events.owners import rules
from waqai.events.protected import RULE, table
from waqai.model.codes import ActorKind, TargetKind
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


@pytest.mark.parametrize(("wanted", "text"), rows("targets.tsv"))
def test_what_is_struck_is_a_target(wanted: str, text: str) -> None:
    report = Report("r", text, None, "2025-05-18")
    found = [(t.value.kind, t.text) for e in EXTRACTOR.record(report).events for t in e.targets]
    told = [tuple(one.split(" ", 1)) for one in wanted.split("; ")] if wanted != "-" else []
    assert found == told


def test_kinds_of_owned_things_are_codes() -> None:
    kinds, owners = set(get_args(TargetKind)), set(get_args(ActorKind))
    for rule in rules():
        assert rule.kind in kinds
        assert rule.by in ("owner", "word")
        assert rule.keys <= owners if rule.by == "owner" else all(map(is_folded, rule.keys))


def is_folded(key: str) -> bool:
    """Whether a key is as texts are folded."""
    return fold_key(key) == key


def test_keys_are_folded() -> None:
    assert all(map(is_folded, table().nouns))
    assert all(map(is_folded, table().links))

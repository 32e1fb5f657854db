"""The mentions of a report as `waqai annotate` gives them: flat, without their derivation."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from waqai.model.codes import Kind
from waqai.model.mention import Mention
from waqai.model.report import Report
from waqai.model.values import Value


class FlatMention(msgspec.Struct, frozen=True):
    """A mention: code points [start, end) of the report's text, the words there, what they mean."""

    kind: Kind
    start: int
    end: int
    text: str
    value: Value
    rule: str


class Annotated(msgspec.Struct, frozen=True):
    """One report's mentions, ordered by start."""

    id: str
    mentions: tuple[FlatMention, ...]


def annotated(report: Report, mentions: Sequence[Mention]) -> Annotated:
    """The mentions of `report`, flat."""
    flat = (FlatMention(m.kind, m.start, m.end, m.text, m.value, m.rule) for m in mentions)
    return Annotated(report.id, tuple(flat))

"""Mention: a span of a report with its normalised value and its derivation."""

from __future__ import annotations

import msgspec

from waqai.model.codes import Kind
from waqai.model.values import Value


class Mention(msgspec.Struct, frozen=True):
    """What was read at [start, end), by which rule, from which parts.

    `text` equals `report.text[start:end]`. `parts` are the mentions and table rows that the rule
    combined, outermost first.
    """

    kind: Kind
    start: int
    end: int
    text: str
    value: Value
    rule: str
    parts: tuple[Part, ...] = ()


class Part(msgspec.Struct, frozen=True):
    """A step of a derivation: a rule or table row (`rule`) over the words `text`."""

    kind: str
    start: int
    end: int
    text: str
    rule: str
    parts: tuple[Part, ...] = ()

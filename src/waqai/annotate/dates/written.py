"""The day on which a report was written, where its text tells it from that of publication."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

import msgspec

from waqai.annotate.dates.calendar import weekday_near
from waqai.annotate.dates.cursor import Found
from waqai.annotate.dates.resolve import resolve
from waqai.annotate.dates.spec import Ago, Named, Recent, Spec
from waqai.model.values import DateValue
from waqai.text.document import Document

# Sentences, the title among them, in which اليوم is the day of writing; later ones may quote.
_LEAD: Final = 6
# A report is published this many days after it was written, or before by its clock, at most.
_FARTHEST: Final = 1


def day_of_writing(doc: Document, found: Sequence[Found]) -> date | None:
    """The day of publication, or the one that اليوم السبت and the like in the lead agree on."""
    if doc.published is None:
        return None
    apart = {
        days
        for reading in found
        if (days := _apart(reading.spec, doc.published)) is not None
        and doc.sentence_index(reading.i) < _LEAD
    }
    if len(apart) != 1:
        return doc.published
    days = apart.pop()
    return doc.published + timedelta(days=days) if abs(days) <= _FARTHEST else doc.published


def dateline_day(doc: Document, found: Sequence[Found]) -> date | None:
    """The day that the dateline, or a line of its own above the news, names in full (الخرطوم، 14
    يونيو 2024 -); None where none does, or two that differ.
    """
    days = {
        day
        for reading in found
        if _heads(doc, reading)
        if (day := _in_full(reading.spec)) is not None
    }
    return days.pop() if len(days) == 1 else None


def _heads(doc: Document, reading: Found) -> bool:
    """Whether a reading stands in the dateline, or is all of one of the first sentences."""
    order = doc.sentence_index(reading.i)
    sentence = doc.sentences[order]
    alone = (sentence.first, sentence.last) == (reading.i, reading.j)
    return sentence.kind == "dateline" or (alone and order < _LEAD and sentence.kind == "body")


def _in_full(spec: Spec) -> date | None:
    """The day of a reading that tells day, month and year."""
    if not isinstance(spec, Named) or None in (spec.year, spec.month, spec.day) or spec.assumed:
        return None
    value = resolve(spec, None)
    return date.fromisoformat(value.start[:10]) if value is not None and value.start else None


def _apart(spec: Spec, published: date) -> int | None:
    """Days from publication to the day from which اليوم or أمس beside a weekday is counted."""
    if not isinstance(spec, Named) or spec.weekday is None or spec.unit != "day":
        return None
    there = published + timedelta(days=spec.offset or 0)
    return (weekday_near(there, spec.weekday) - there).days


def counts_from_writing(spec: Spec) -> bool:
    """Whether a reading is اليوم, أمس, منذ يومين or the like without any other day beside it."""
    if isinstance(spec, Ago | Recent):
        return spec.n is not None and spec.unit in ("hour", "day")
    if not isinstance(spec, Named) or spec.unit != "day" or spec.offset is None:
        return False
    return spec.weekday is None and spec.day is None


def as_conflict(value: DateValue) -> DateValue:
    """The value, told to rest on another day than that of publication."""
    return msgspec.structs.replace(value, basis="conflict")

"""Extractor: a report to its record."""

from __future__ import annotations

from typing import Final

from waqai import __version__
from waqai.annotate.pipeline import Annotator
from waqai.events import claimed, figures, kinds, sides, sites, stances, things, times
from waqai.events.assemble import event
from waqai.events.compose import tellings
from waqai.events.drafts import draft
from waqai.events.scene import Scene
from waqai.events.telling import Draft
from waqai.events.tidy import tidy
from waqai.events.worth import weigh
from waqai.model.event import Event, Record
from waqai.model.report import Report
from waqai.text.document import Document

ARABIC: Final = "ar"


class Extractor:
    """Reads reports; holds the tables, loaded once, and nothing of any report."""

    def __init__(self, annotator: Annotator | None = None) -> None:
        self._annotator = annotator or Annotator()

    def record(self, report: Report) -> Record:
        """The events of a report. Raises RecordError for an impossible publication date.

        A report whose language is named and is not Arabic gives no events.
        """
        document = Document.of(report)
        language = report.language or ARABIC
        events: tuple[Event, ...] = ()
        if language == ARABIC:
            scene = Scene(self._annotator.chart(document))
            events = tuple(event(scene, report.id, one) for one in drafts(scene))
        return Record(report.id, report.published, language, __version__, events)


def drafts(scene: Scene) -> list[Draft]:
    """The drafts of a report with all their slots, in the order in which they are told."""
    kept = weigh(scene, draft(scene, tellings(scene)))
    for one in kept:
        sides.choose(scene, one)
        sites.choose(scene, one)
        things.choose(scene, one)
    times.choose(scene, kept)
    figures.choose(scene, kept)
    sides.spare(kept)
    stances.choose(scene, kept)
    claimed.take(kept)
    kinds.choose(scene, kept)
    return tidy(scene, kept)

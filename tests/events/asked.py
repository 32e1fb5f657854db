"""What a row of cases.tsv asks of the extractor, and where the answer differs."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

from waqai.events.extract import Extractor
from waqai.model.event import Claim, Event
from waqai.model.report import Report

HERE = Path(__file__).parent
TABLES = ("cases", "misses", "whom", "responsibility")
PUBLISHED = "2024-03-19"
# `?`: the row does not ask; `-`: the report gives none, and neither may the record.
UNASKED, NONE = "?", "-"
SLOTS = ("type", "status", "when", "where", "by", "to", "figures")
_FIGURE = re.compile(r"(?P<slot>[a-z]+) (?P<figure>~|\d+\+?|\d*-\d+)(?: @ (?P<speaker>.+))?")
Figure = tuple[str, int | None, int | None, str | None]


class Case(NamedTuple):
    """A report of one line and the main event that it must give; columns as in cases.tsv."""

    type: str
    status: str
    published: str
    when: str
    figures: str
    where: str
    by: str
    to: str
    title: str
    body: str

    @property
    def report(self) -> Report:
        """The report that the case tells; one and the same id for all."""
        title = None if self.title == NONE else self.title
        published = None if self.published == NONE else self.published
        return Report("case", self.body, title, published)


def rows(name: str) -> list[list[str]]:
    """The cells of a table beside this file, its comment lines left out."""
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


def main_event(extractor: Extractor, case: Case) -> Event | None:
    """The first main event of the case's report; None where it has none."""
    events = extractor.record(case.report).events
    return next((event for event in events if event.salience == "main"), None)


def wrong_of(extractor: Extractor, table: str, cells: list[str]) -> list[str]:
    """What is wrong with the record of a row of a table, nothing where it is as asked."""
    if table == "cases":
        return wrong(extractor, Case(*cells))
    title = cells[1] if table == "misses" and cells[1] != NONE else None
    events = extractor.record(Report("case", cells[-1], title, PUBLISHED)).events
    if table == "misses":
        spurious = [event.type for event in events if cells[0] in ("*", event.type)]
        return [f"spurious: {', '.join(spurious)}"] if spurious else []
    if table == "whom":
        wanted = (cells[0], *figures(cells[1])[0][:3])
        told = [(c.whom.cls, *_claimed(c)[:3]) for event in events for c in event.claims]
        return [] if wanted in told else [f"asked {wanted}, got {told}"]
    stances = [(one.stance, one.text) for event in events for one in event.responsibility]
    asked = [] if cells[0] == NONE else [(cells[0], cells[1])]
    told = [(stance, words) for stance, text in stances for _, words in asked if words in text]
    return [] if told == asked and len(stances) == len(asked) else [f"asked {asked}, got {stances}"]


def wrong(extractor: Extractor, case: Case) -> list[str]:
    """Each asked slot whose value differs: its name, what was asked and what came."""
    event = main_event(extractor, case)
    if event is None:
        return [f"event: no main event, asked {case.type}"]
    asked, got = _asked(case), _told(event)
    return [
        f"{slot}: asked {value}, got {got[slot]}"
        for slot, value in asked.items()
        if got[slot] != value
    ]


def _asked(case: Case) -> dict[str, object]:
    """The values of the slots that the case asks for."""
    found: dict[str, object] = {}
    for slot in SLOTS:
        cell = getattr(case, slot)
        if cell == UNASKED:
            continue
        if slot == "figures":
            found[slot] = sorted(figures(cell), key=repr)
        else:
            found[slot] = sorted(_listed(cell)) if slot in ("where", "by", "to") else cell
    return found


def _told(event: Event) -> dict[str, object]:
    """What an event says in the same slots."""
    return {
        "type": event.type,
        "status": event.status,
        "when": _when(event),
        "where": sorted(place.text for place in event.where),
        "by": sorted(side.text for side in event.by),
        "to": sorted(side.text for side in event.to),
        "figures": sorted(map(_claimed, event.claims), key=repr),
    }


def figures(cell: str) -> list[Figure]:
    """The figures of a cell: `killed 3; wounded 5+ @ speaker; arrested ~`."""
    found = []
    for part in _listed(cell, "; "):
        read = _FIGURE.fullmatch(part)
        if read is None:
            raise ValueError(f"no figure: {part!r}")
        found.append((read["slot"], *_bounds(read["figure"]), read["speaker"]))
    return found


def _bounds(figure: str) -> tuple[int | None, int | None]:
    """The bounds that a figure states."""
    if figure == "~":
        return None, None
    if figure.endswith("+"):
        return int(figure[:-1]), None
    low, _, high = figure.partition("-")
    return int(low) if low else None, int(high or low)


def _claimed(claim: Claim) -> Figure:
    return claim.slot, claim.low, claim.high, claim.speaker.text if claim.speaker else None


def _when(event: Event) -> str:
    """The day, or both ends of a span; `-` where no time is given."""
    if event.when is None or event.when.value.start is None:
        return NONE
    start, end = event.when.value.start[:10], (event.when.value.end or "")[:10]
    return start if end in ("", start) else f"{start}/{end}"


def _listed(cell: str, mark: str = " + ") -> list[str]:
    return [] if cell == NONE else cell.split(mark)

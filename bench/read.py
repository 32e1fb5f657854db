"""How many events and figures of unread reports are right, by verdicts of a reader.

Run: python -m bench.read. A verdict (a row of verdicts/events.tsv or figures.tsv) is on one
event or figure of one of 60 reports of corpus/; what no verdict is on is told apart (of stances and
targets, which were drawn one by one, most others of their reports). Where two
readers judged the same, the share on which they agree is shown. The kinds `again` are of 60 more
reports, drawn after the weights had been learned anew.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from bench.floors import check
from bench.shared import needed, parser, reports
from waqai.events.extract import Extractor
from waqai.model.event import Event

VERDICTS = Path(__file__).with_name("verdicts")
_AGAIN = "_again"
KINDS = ("events", "figures", f"events{_AGAIN}", f"figures{_AGAIN}", "stances", "targets")


class Seen(NamedTuple):
    """An event or figure as a verdict knows it: report, span in code points, label."""

    report: str
    start: int
    end: int
    label: str


class Verdict(NamedTuple):
    """What a reader said, why, and what a second one said ("-": nobody)."""

    verdict: str
    cause: str
    again: str


def verdicts(kind: str) -> dict[Seen, Verdict]:
    """The verdicts on events or on figures."""
    told = {}
    for row in (VERDICTS / f"{kind}.tsv").read_text(encoding="utf-8").splitlines():
        if row and not row.startswith("#"):
            report, start, end, label, *said = row.split("\t")
            told[Seen(report, int(start), int(end), label)] = Verdict(*said)
    return told


def seen(kind: str, report: str, event: Event) -> Iterator[Seen]:
    """What is judged of an event under a kind."""
    if kind.removesuffix(_AGAIN) == "events":
        yield Seen(report, event.evidence.start, event.evidence.end, event.type)
        return
    if kind == "stances":
        for one in event.responsibility:
            label = f"{one.stance}:{one.actor}:{event.type}"
            yield Seen(report, one.span.start, one.span.end, label)
        return
    if kind == "targets":
        for thing in event.targets:
            label = f"{thing.value.kind}:{event.type}"
            yield Seen(report, thing.span.start, thing.span.end, label)
        return
    for claim in event.claims:
        label = f"{claim.slot}:{claim.low}-{claim.high}"
        yield Seen(report, claim.span.start, claim.span.end, label)


def _of_events(kind: str) -> str:
    """The kind of the verdicts on the events of the same reports."""
    return kind.replace("figures", "events")


def agreement(told: dict[Seen, Verdict]) -> str:
    """On how many both readers agree, in words."""
    both = [one for one in told.values() if one.again != "-"]
    return f"{sum(one.verdict == one.again for one in both)} of {len(both)}"


def main() -> int:
    """Extract the reports again, count the verdicts, hold the floors."""
    args = parser("Measure the precision of events and figures by verdicts.").parse_args()
    corpus = needed(args.shared / "corpus" / "reports.jsonl.gz")
    told = {kind: verdicts(kind) for kind in KINDS}
    # Reports without figures have verdicts on events.
    named = {kind: {one.report for one in told[_of_events(kind)]} for kind in KINDS}
    extractor, tally = Extractor(), {kind: Counter[str]() for kind in KINDS}
    for report in reports(corpus):
        own = [kind for kind in KINDS if report.id in named[kind]]
        for event in extractor.record(report).events if own else ():
            for kind in own:
                held = [told[kind].get(one) for one in seen(kind, report.id, event)]
                tally[kind].update(one.verdict if one else "open" for one in held)
    found = {}
    for kind, counted in tally.items():
        right, wrong = counted["right"], counted["wrong"]
        print(f"{kind}: {right} right, {wrong} wrong, {counted['open']} open")
        print(f"  two readers agree on {agreement(told[kind])}")
        found[f"{kind}_precision"] = right / max(1, right + wrong)
        found[f"{kind}_open_max"] = counted["open"] / max(1, counted.total())
    return check("read", found, lift=args.lift)


if __name__ == "__main__":
    sys.exit(main())

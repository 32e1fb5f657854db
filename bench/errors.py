"""Every missed, spurious and wrong slot of TRAIN, with its sentence, derivation and cause.

Causes: `unread` no mention of the kind covers the words; `elsewhere` another event has the value;
`unattached` it was read, and no event has it; `merged` (events) the gold event's words are part of
an event that answers another; `untold` (events) no event was made there; `extra` nothing in the
gold event answers it. Dev is refused: its errors are not to be read.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from types import ModuleType
from typing import Any, NamedTuple

from bench.shared import SETS, lines, needed, parser, reports, scorer
from waqai.annotate.pipeline import Annotator, mentions
from waqai.events.extract import Extractor
from waqai.export.explanation import Explanation, explain
from waqai.export.gold import gold
from waqai.model.mention import Mention
from waqai.model.report import Report
from waqai.text.document import Document

Row = dict[str, Any]
KIND = {"where": "place", "by": "actor", "to": "actor", "when": "date", "counts": "number"}


class Fault(NamedTuple):
    """One slot value that is not as in gold."""

    report: str
    salience: str
    slot: str
    error: str
    cause: str
    gold: str
    got: str
    sentence: str
    rules: str


class Case(NamedTuple):
    """A report with its gold events, the extracted ones and what they were made of."""

    report: Report
    doc: Document
    want: Sequence[Row]
    have: Sequence[Row]
    explanation: Explanation
    mentions: Sequence[Mention]
    score: ModuleType


def faults(case: Case) -> Iterator[Fault]:
    """All faults of one report: events first missed, then spurious, then slots of aligned ones."""
    partner = dict(case.score.align(case.want, case.have))
    for i, event in enumerate(case.want):
        if i not in partner:
            cause = "merged" if _told_by(case, event) else "untold"
            yield _fault(
                case, event, "event", "missed", cause, event["type"], "", event["evidence"]
            )
    for j, event in enumerate(case.have):
        if j not in partner.values():
            words = event["evidence"]
            yield _fault(case, event, "event", "spurious", "extra", "", event["type"], words, j)
    for i, j in sorted(partner.items()):
        yield from _slots(case, case.want[i], case.have[j], j)


def _told_by(case: Case, event: Row) -> bool:
    """Whether some extracted event's evidence shares words with a gold event's."""
    return any(case.score.overlap(event["evidence"], e["evidence"]) >= 0.5 for e in case.have)


def _slots(case: Case, want: Row, have: Row, j: int) -> Iterator[Fault]:
    """The faults of an aligned pair of events."""
    words = want["evidence"]
    for slot in ("type", "status", "salience"):
        if want[slot] != have[slot]:
            yield _fault(case, want, slot, "wrong", "-", want[slot], have[slot], words, j)
    one, two = want["when"], have["when"]
    if case.score.days(one) != case.score.days(two) and not case.score.same_when(one, two):
        error = "wrong" if one and two else "missed" if one else "spurious"
        cause = _cause(case, "when", one) if one else "extra"
        yield _fault(case, want, "when", error, cause, _line(one), _line(two), words, j)
    same = case.score
    for slot, alike in (
        ("where", same.same_place),
        ("by", same.same_actor),
        ("to", same.same_actor),
        ("counts", same.count_likeness),
    ):
        yield from _values(case, want, have, slot, alike, j)


def _values(case: Case, want: Row, have: Row, slot: str, alike: Any, j: int) -> Iterator[Fault]:
    """Missed and spurious values of a slot with several; attribution of matched counts."""
    matched = case.score.pairs(want[slot], have[slot], alike)
    lefts, rights = {a for a, _ in matched}, {b for _, b in matched}
    for a, value in enumerate(want[slot]):
        if a not in lefts:
            cause = _cause(case, slot, value)
            yield _fault(case, want, slot, "missed", cause, _line(value), "", value["text"], j)
    for b, value in enumerate(have[slot]):
        if b not in rights:
            words = value["text"]
            yield _fault(case, want, slot, "spurious", "extra", "", _line(value), words, j)
    for a, b in matched if slot == "counts" else ():
        one, two = want[slot][a], have[slot][b]
        if one["whom"] != two["whom"]:
            told = (str(one["whom"]), str(two["whom"]), one["text"])
            yield _fault(case, want, "whom", "wrong", "-", *told, j)
        said, heard = one["source"], two["source"]
        if (said or heard) and case.score.overlap(said, heard) < 0.5:
            error = "wrong" if said and heard else "missed" if said else "spurious"
            told = (str(said), str(heard), one["text"])
            yield _fault(case, want, "source", error, "-", *told, j)


def _cause(case: Case, slot: str, value: Row) -> str:
    """Whether the words of a missed value were read, and whether another event has it."""
    words = value.get("text") or ""
    at = case.report.text.find(words)
    if at < 0 or not words:
        return "unquoted"
    end = at + len(words)
    kinds = (KIND[slot], "trigger") if slot == "counts" else (KIND[slot],)
    if not any(m.kind in kinds and m.start < end and at < m.end for m in case.mentions):
        return "unread"
    held = [v.get("text") for e in case.have for v in _held(e, slot)]
    return (
        "elsewhere" if any(case.score.overlap(words, text) > 0.5 for text in held) else "unattached"
    )


def _held(event: Row, slot: str) -> list[Row]:
    """The values that an event has in a slot, as a list."""
    value = event[slot]
    return value if isinstance(value, list) else [value] if value else []


def _line(value: Row | None) -> str:
    """A value of a slot on one line."""
    if not value:
        return ""
    keys = (
        "what",
        "low",
        "high",
        "whom",
        "who",
        "source",
        "name",
        "kind",
        "country",
        "start",
        "end",
    )
    told = " ".join(str(value[key]) for key in keys if value.get(key) is not None)
    return f"{told} [{value.get('text')}]"


def _fault(
    case: Case, event: Row, slot: str, error: str, cause: str, want: str, got: str, words: str,
    j: int | None = None,
) -> Fault:  # fmt: skip
    """A fault with the sentence of its words and the rules of the values it was given."""
    rules = ""
    if j is not None:
        steps = [s for s in case.explanation.events[j].values if s.slot == slot or slot == "event"]
        rules = " ; ".join(" < ".join(step.rules) for step in steps[:4])
    sentence = _sentence(case.doc, words)
    salience = event["salience"]
    return Fault(case.report.id, salience, slot, error, cause, want, got, sentence, rules)


def _sentence(doc: Document, words: str) -> str:
    """The sentence in which the words stand first, on one line."""
    at = doc.text.find(words or "\0")
    for sentence in doc.sentences:
        start, end = doc.span(sentence.first, sentence.last)
        if start <= at < end:
            return " ".join(doc.text[start:end].split())
    return words


def main() -> int:
    """Print the faults of train that are asked for, then how many there are of each kind."""
    arguments = parser("List the errors of TRAIN.")
    arguments.add_argument("--slot", help="only faults of this slot (event, where, source, ...)")
    arguments.add_argument("--cause", help="only faults of this cause")
    arguments.add_argument("--main", action="store_true", help="only main events")
    arguments.add_argument("--summary", action="store_true", help="only the counts")
    arguments.add_argument("--limit", type=int, default=sys.maxsize)
    args = arguments.parse_args()
    folder = needed(args.shared / "gold")
    source, truth = SETS["train"]
    wanted = {row["report"]: row["events"] for row in lines(folder / truth)}
    score, extractor, annotator = scorer(folder), Extractor(), Annotator()
    counts: Counter[tuple[str, str, str]] = Counter()
    for report in reports(folder / source):
        record, doc = extractor.record(report), Document.of(report)
        found = mentions(annotator.chart(doc))
        have = gold(report, record)["events"]
        case = Case(report, doc, wanted[report.id], have, explain(report, record), found, score)
        for fault in faults(case):
            if args.slot not in (None, fault.slot) or args.cause not in (None, fault.cause):
                continue
            if args.main and fault.salience != "main":
                continue
            counts[fault.slot, fault.error, fault.cause] += 1
            if not args.summary and counts.total() <= args.limit:
                print("\n".join(_shown(fault)))
    for (slot, error, cause), n in sorted(counts.items(), key=lambda item: -item[1]):
        print(f"{n:5} {slot:10} {error:10} {cause}")
    return 0


def _shown(fault: Fault) -> Iterator[str]:
    """A fault as lines: what, gold, got, rules, sentence."""
    yield f"{fault.report} {fault.salience} {fault.slot} {fault.error} {fault.cause}"
    for name in ("gold", "got", "rules", "sentence"):
        if value := getattr(fault, name):
            yield f"    {name:9} {value}"


if __name__ == "__main__":
    sys.exit(main())

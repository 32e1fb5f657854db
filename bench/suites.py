"""Other projects' time and number cases (suites/): what is read, beside what their readers read.

An item is read where a mention of its kind, on its words, has a value that the item accepts. Items
listed in suites-left-out.tsv are not scored: at most 15 % of a suite, each with its reason.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from bench.floors import check
from bench.shared import lines, needed, parser
from waqai.annotate import dates, numbers
from waqai.annotate.pipeline import Annotator, mentions
from waqai.model.mention import Mention
from waqai.text.document import Document

SUITES = ("cldr_months", "moment_ar", "duckling", "maha", "num2words_ar_joined")
KINDS = {
    "time": "date", "date": "date", "duration": "duration", "ordinal": "ordinal",
    "number": "number", "numeral": "number", "numeral_eg": "number",
}  # fmt: skip
LEFT_OUT = Path(__file__).with_name("suites-left-out.tsv")
PEERS = Path(__file__).with_name("suites-peers.tsv")
MOST_LEFT_OUT = 0.15
_UNITS = {
    "second": 1, "minute": 60, "hour": 3600, "day": 86400, "week": 604800,
    "month": 2592000, "year": 31536000,
}  # fmt: skip
# Seconds by which sums may differ: a third of an hour is expected as .333 of one.
_ROUNDING = 2
# How much of an ISO instant two values must share, by grain.
_SHARED_LENGTH = {"year": 4, "month": 7, "day": 10, "hour": 13, "minute": 16}


def table(path: Path) -> list[list[str]]:
    """The rows of a table beside this file."""
    text = path.read_text(encoding="utf-8")
    return [row.split("\t") for row in text.splitlines() if row and not row.startswith("#")]


def found(annotator: Annotator, row: dict[str, Any]) -> list[Mention]:
    """The mentions in an item's text."""
    return mentions(annotator.chart(Document(row["text"], row["reference"])))


def is_read(seen: Sequence[Mention], text: str, item: dict[str, Any]) -> bool:
    """Whether a mention of the item's kind has a value that it accepts."""
    kind = KINDS[item["dim"]]
    surface = item["surface"] or text
    first = text.find(surface)
    values = [
        m.value for m in seen if m.kind == kind and m.start < first + len(surface) and m.end > first
    ]
    return any(_accepts(accepted, values) for accepted in item["accept"])


def _accepts(accepted: dict[str, Any], values: Sequence[Any]) -> bool:
    """Whether one of the values (of a duration in parts: all of them) is what is accepted."""
    match accepted["t"]:
        case "number":
            return any(_is_number(v, accepted["v"]) for v in values)
        case "ordinal":
            return any(v.n == accepted["v"] for v in values)
        case "duration":
            return _is_duration(values, accepted)
        case "point":
            return any(_is_point(v, accepted) for v in values)
        case _:
            return any(_is_interval(v, accepted) for v in values)


def _is_number(value: Any, n: float) -> bool:
    if value.low is None or value.low != value.high:
        return False
    return bool(abs(value.low - n) <= 1e-9 * max(1, abs(n)))


def _is_duration(values: Sequence[Any], accepted: dict[str, Any]) -> bool:
    """One value of that length, or several that add up to the parts; a year is twelve months."""
    if "parts" not in accepted:
        return any((v.n, v.unit) == (accepted["n"], accepted["unit"]) for v in values)
    told = [(v.n or 0, v.unit) for v in values]
    same_months = _months(told) == _months(accepted["parts"]) is not None
    return same_months or abs(_seconds(told) - accepted["seconds"]) < _ROUNDING


def _seconds(parts: Sequence[tuple[float, str]]) -> float:
    return sum(n * _UNITS[unit] for n, unit in parts)


def _months(parts: Sequence[tuple[float, str]]) -> float | None:
    """Months of a length told in years and months alone."""
    if any(unit not in ("month", "year") for _, unit in parts):
        return None
    return sum(n * (12 if unit == "year" else 1) for n, unit in parts)


def _is_point(value: Any, accepted: dict[str, Any]) -> bool:
    """The same start and grain; of a week, one that holds the day."""
    grain = accepted["grain"]
    if value.start is None or value.grain != grain:
        return False
    if grain == "week":
        return bool(value.start <= accepted["at"][:10] <= value.end)
    length = _SHARED_LENGTH[grain]
    return bool(value.start[:length] == accepted["at"][:length])


def _is_interval(value: Any, accepted: dict[str, Any]) -> bool:
    """The same first and last day."""
    if value.start is None:
        return False
    last = datetime.fromisoformat(accepted["to"]) - timedelta(days=1)
    return bool(
        value.start[:10] == accepted["from"][:10] and value.end[:10] == last.date().isoformat()
    )


def scored(folder: Path, suite: str) -> Iterator[tuple[str, str, str, bool]]:
    """Each item of a suite: its id, its text, its kind, whether it is read."""
    annotator = Annotator((numbers, dates))
    for row in lines(folder / f"{suite}.jsonl"):
        seen = found(annotator, row)
        for item in row["items"]:
            yield row["id"], row["text"], KINDS[item["dim"]], is_read(seen, row["text"], item)


def measure(folder: Path, suite: str, left_out: set[str], *, show: bool) -> dict[str, float]:
    """Print a suite by kind beside the peers; its share read over what is scored, and left out."""
    items = list(scored(folder, suite))
    kept = [item for item in items if item[0] not in left_out]
    right, every = Counter(k for *_, k, ok in kept if ok), Counter(k for *_, k, _ in kept)
    for kind, number in sorted(every.items()):
        peers = [f"{p} {float(v):.1%}" for s, k, p, v in table(PEERS) if (s, k) == (suite, kind)]
        read = f"{right[kind] / number:6.1%} of {number}"
        print(f"{suite:20} {kind:9} {read:16} {'; '.join(peers)}".rstrip())
    missed = {name for name, *_, ok in items if not ok}
    for name, text, kind, ok in items:
        if show and not ok and name not in left_out:
            print(f"   not read: {name} {kind} {text}")
    for name in sorted({name for name, *_ in items} & left_out - missed):
        print(f"   left out, but read: {name}")
    share = (len(items) - len(kept)) / len(items)
    print(f"{suite:20} left out {share:.1%}")
    return {suite: right.total() / max(1, every.total()), f"{suite}_left_out_max": share}


def main() -> int:
    """Measure every suite; hold the floors and the limit on what is left out."""
    arguments = parser("Measure other projects' cases.")
    arguments.add_argument("--suite", choices=SUITES, action="append", help="only this suite")
    arguments.add_argument("--show", action="store_true", help="also what is not read")
    args = arguments.parse_args()
    folder = needed(args.shared / "suites")
    left_out = {row[0] for row in table(LEFT_OUT)}
    told: dict[str, float] = {}
    for suite in args.suite or SUITES:
        told |= measure(folder, suite, left_out, show=args.show)
    over = [name for name, v in told.items() if name.endswith("_max") and v > MOST_LEFT_OUT]
    for name in over:
        print(f"{name}: more than {MOST_LEFT_OUT:.0%} of the suite", file=sys.stderr)
    return int(bool(over)) if args.suite else check("suites", told, lift=args.lift) or bool(over)


if __name__ == "__main__":
    sys.exit(main())

"""The open cases with what comes instead: `python -m tests.events.shown`; nothing is asserted."""

from __future__ import annotations

from collections import Counter

from tests.events.asked import rows, wrong_of
from waqai.events.extract import Extractor


def main() -> None:
    """Print each open row with its cause, and how many of each cause hold by now."""
    extractor = Extractor()
    held: Counter[str] = Counter()
    every: Counter[str] = Counter()
    for cause, table, *cells in rows("open.tsv"):
        found = wrong_of(extractor, table, cells)
        every[cause] += 1
        held[cause] += not found
        print(f"{cause}\t{table}\t{'; '.join(found) or 'holds'}\t{cells[-1]}")
    for cause, count in every.most_common():
        print(f"{cause}: {count} open, {held[cause]} hold by now")


if __name__ == "__main__":
    main()

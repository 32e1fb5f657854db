"""The figures of docs/mentions.md: `python -m bench.mentions --write` puts them between its marks.

A part of the page that a script writes stands between `<!-- NAME -->` and `<!-- end of NAME -->`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from pathlib import Path

PAGE = Path(__file__).parents[2] / "docs" / "mentions.md"
VERDICTS = Path(__file__).parents[1] / "verdicts"
SETS = ("train", "dev")
# Part of the page -> its columns: heading, figure (a count where the heading is a plural noun).
COLUMNS = {
    "actors": (("actors", "count"), ("found", "found"), ("kind", "kind"), ("alone", "actors")),
    "places": (
        ("places", "count"), ("all", "all"), ("in the tables", "known"), ("of them", "tables"),
    ),
    "speakers": (
        ("figures", "count"), ("found", "found"), ("named", "named"), ("own", "own"),
        ("right", "right"),
    ),
}  # fmt: skip
_COUNTS = ("count", "known")


def table(part: str, told: Mapping[str, float]) -> str:
    """The Markdown table of one kind of mention: a row a set. Raises KeyError where a figure of
    it was not measured.
    """
    columns = COLUMNS[part]
    lines = [f"| set | {' | '.join(heading for heading, _ in columns)} |"]
    lines.append("|---" * (len(columns) + 1) + "|")
    for name in SETS:
        cells = [_cell(figure, told[f"{part}_{name}_{figure}"]) for _, figure in columns]
        lines.append(f"| {name} | {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"


def _cell(figure: str, value: float) -> str:
    """A count as it is, a share with three digits (.925)."""
    return f"{value:g}" if figure in _COUNTS else f"{value:.3f}".removeprefix("0")


def unlisted(told: Mapping[str, float]) -> str:
    """How many places of train no table holds, by country, most first."""
    mark = "places_train_unlisted_"
    found = {key.removeprefix(mark): int(n) for key, n in told.items() if key.startswith(mark)}
    ranked = sorted(found.items(), key=lambda item: (-item[1], item[0]))
    return ", ".join(f"{country} {n}" for country, n in ranked) + ".\n"


def judged(part: str) -> str:
    """What the verdicts on random sentences say: how many rows, how many right, what is wrong."""
    column = 3 if part == "actors" else 4
    rows = [
        line.split("\t")
        for line in (VERDICTS / f"{part}.tsv").read_text(encoding="utf-8").splitlines()
        if line and not line.startswith("#")
    ]
    labels = Counter(row[column] for row in rows)
    right = labels.pop("right", 0)
    wrong = ", ".join(f"{label} {n}" for label, n in sorted(labels.items(), key=_most))
    return f"{right} of {len(rows)} mentions right ({_cell('', right / len(rows))}); {wrong}.\n"


def _most(item: tuple[str, int]) -> tuple[int, str]:
    return -item[1], item[0]


def written(page: str, parts: Mapping[str, str]) -> str:
    """The page with each part between its marks. Raises ValueError where a mark is missing."""
    for name, text in parts.items():
        begin = page.index(f"<!-- {name} -->\n") + len(f"<!-- {name} -->\n")
        page = page[:begin] + text + page[page.index(f"<!-- end of {name} -->\n", begin) :]
    return page


def write(told: Mapping[str, float]) -> None:
    """Write the figures that were measured, and the verdicts, into the page."""
    parts = {part: table(part, told) for part in COLUMNS}
    parts |= {f"{part} judged": judged(part) for part in COLUMNS}
    parts["places in no table"] = unlisted(told)
    PAGE.write_text(written(PAGE.read_text(encoding="utf-8"), parts), encoding="utf-8")

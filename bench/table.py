"""The floors of the event benches as a Markdown table: `python -m bench.table [--write]`.

--write puts it into docs/accuracy.md between its two marks, so that the page says what is pinned.
"""

from __future__ import annotations

import sys
from pathlib import Path

from bench.floors import floors

PAGE = Path(__file__).parents[1] / "docs" / "accuracy.md"
BEGIN, END = "<!-- floors -->\n", "<!-- end of floors -->\n"
SETS = ("seed", "train", "dev", "written")


def table() -> str:
    """One row a figure, one column a set; `-` where nothing is pinned."""
    pinned = {name: floors(name) for name in SETS}
    figures = sorted({figure for own in pinned.values() for figure in own})
    lines = [f"| floor | {' | '.join(SETS)} |", f"|---|{'---|' * len(SETS)}"]
    for figure in figures:
        cells = (f"{pinned[name][figure]:g}" if figure in pinned[name] else "-" for name in SETS)
        lines.append(f"| {figure} | {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"


def parted(page: str) -> tuple[str, str, str]:
    """A page before, between and after the two marks. Raises ValueError where one is missing."""
    begin = page.index(BEGIN) + len(BEGIN)
    end = page.index(END, begin)
    return page[:begin], page[begin:end], page[end:]


def main() -> None:
    """Print the table, or write it into the page."""
    if "--write" not in sys.argv[1:]:
        sys.stdout.write(table())
        return
    before, _, after = parted(PAGE.read_text(encoding="utf-8"))
    PAGE.write_text(before + table() + after, encoding="utf-8")


if __name__ == "__main__":
    main()

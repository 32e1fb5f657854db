"""Places written down by hand: what the gazetteers lack or spell otherwise (public facts)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tools.gazetteer.place import Place
from waqai.text.fold import fold_key

COLUMNS = 9


def read(folder: Path, flags: dict[str, int]) -> Iterator[Place]:
    """Rows of every `known-*.tsv` in order of file name; flags that they state go
    into `flags` where it has none for the name.

    SystemExit naming file and line where a row is malformed.
    """
    for path in sorted(folder.glob("known-*.tsv")):
        for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
            if line.strip() and not line.startswith("#"):
                cells = line.split("\t")
                if len(cells) != COLUMNS:
                    raise SystemExit(f"{path}:{number}: {len(cells)} columns, not {COLUMNS}")
                yield _place(["" if cell == "-" else cell for cell in cells], flags)


def flags_table(path: Path) -> dict[str, int]:
    """Flags by folded name; an underscore stands for the space inside a name."""
    flags: dict[str, int] = {}
    for line in path.read_text(encoding="utf-8").split("\n"):
        if line and not line.startswith("#"):
            flag, names = line.split("\t")
            flags.update((name.replace("_", " "), int(flag)) for name in names.split(" "))
    return flags


def _place(cells: list[str], flags: dict[str, int]) -> Place:
    kind, country, region, lat, lon, importance, flag, english, arabic = cells
    names = arabic.split("|")
    if flag:
        for name in names:
            flags.setdefault(fold_key(name), int(flag))
    unit = english if kind == "province" else ""
    return Place(
        kind, country, float(lat), float(lon), english, names, int(importance), region=region,
        unit=unit,
    )  # fmt: skip

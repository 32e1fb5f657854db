"""Lists of persons: between the names of a list that commas part, nothing but names stands.

Names that are words too (هلال عنتر) and rare ones (كورلس ميلاد) are not found where they stand
alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from typing import Final

from waqai.annotate.actors.names import common, is_known, is_particle, may_be, names
from waqai.export.offices import is_told
from waqai.export.origins import is_origin

_COMMAS: Final = frozenset(("،", ",", "-", "–"))
_ENDS: Final = frozenset((".", "؛", "\n", "(", ")", ":", '"', "«", "»"))
# Words of a name of a list; names found of a list that is one, at least.
_FEWEST, _MOST, _LEAST = 2, 5, 3

# A family's name that is written like a preposition, which ends no part.
_IMAM: Final = "امام"

Part = tuple[int, int]


def listed(keys: Sequence[str], whole: Mapping[int, int], public: Set[int]) -> Iterator[Part]:
    """The names that are missed in lists; `whole` has the ends of private names found, by their
    starts, `public` the starts of others: a list with one of them is one of public figures.
    """
    if len(whole) < _LEAST:
        return
    for run in _runs(keys):
        parts = [part for part in run if part is not None]
        found = sum(whole.get(i) == end for i, end in parts)
        shown = any(k in public for i, end in parts for k in range(i, end))
        if found >= _LEAST and 2 * found >= len(run) and not shown:
            yield from (part for part in parts if whole.get(part[0]) != part[1])


def _runs(keys: Sequence[str]) -> Iterator[list[Part | None]]:
    """The parts of each sentence that commas part, None for one that can be no name."""
    run: list[Part | None] = []
    start = 0
    for k in range(len(keys) + 1):
        ended = k == len(keys) or keys[k] in _ENDS
        if not ended and keys[k] not in _COMMAS:
            continue
        run.append(_name(keys, start, k))
        if ended:
            yield run
            run = []
        start = k + 1


def _name(keys: Sequence[str], start: int, end: int) -> Part | None:
    """The name that ends before a comma: all since the one before, or known names behind words of
    another sense (والمتهمون هم علي أحمد).
    """
    if end - start in (_FEWEST, _FEWEST + 1) and keys[start] in names("given"):
        words = [key for key in keys[start:end] if key != _IMAM]
        return None if any(key in common() for key in words) else (start, end)
    i = end
    while i > start and end - i < _MOST and _may_name(keys, i - 1, start):
        i -= 1
    if i > start:
        while i < end and not is_known(keys[i]):
            i += 1
        return (i, end) if end - i >= _FEWEST and all(map(is_known, keys[i:end])) else None
    lone = end - i == 1 and not keys[i].startswith("ال")
    return (i, end) if end - i >= _FEWEST or lone else None


def _may_name(keys: Sequence[str], k: int, start: int) -> bool:
    """Whether token k can be a word of a name."""
    key = keys[k]
    if k == start and key[0] == "و" and is_known(key[1:]):
        return True
    if is_known(key) or is_particle(key):
        return True
    return may_be(key) and not is_told(key) and not is_origin(key)

"""Names in another spelling: a village behind a head noun, written as no table writes it."""

from __future__ import annotations

from functools import cache
from typing import Final

from waqai.annotate.places.gazetteer import Name, gazetteer

_SHORTEST: Final = 3
_LONG: Final = 8


def skeleton(key: str) -> str:
    """What spellings of a folded name share: no spaces, articles, hamza, long vowels after the
    first letter, final ta marbuta (تلتيتا = تل تيتة, القرقور = قرقور).
    """
    bare = _bare(key)
    if len(bare) <= _SHORTEST:
        return bare
    return bare[0] + bare[1:].translate(_VOWELS).rstrip("ه")


def _bare(key: str) -> str:
    """The letters alone, a final long a written as ta marbuta."""
    words = (w[2:] if w.startswith("ال") and len(w) > 3 else w for w in key.split(" "))
    bare = "".join(words).replace("ء", "")
    return f"{bare[:-1]}ه" if bare.endswith("ا") else bare


def _differ(a: str, b: str) -> int:
    """Edit distance of two short words."""
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        corner, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            corner, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, corner + (x != y))
    return row[-1]


_VOWELS: Final = str.maketrans("", "", "اوي")


@cache
def _index(letter: str) -> dict[str, list[Name]]:
    """Names by skeleton of which the first letter is one, made when first asked for: one report
    asks for few letters.
    """
    index: dict[str, list[Name]] = {}
    for name in gazetteer().all_names():
        if _may_open(name.key, letter):
            bones = skeleton(name.key)
            if bones[:1] == letter:
                index.setdefault(bones, []).append(name)
    return index


def _may_open(key: str, letter: str) -> bool:
    """Whether a skeleton can begin with a letter: it drops the article and hamza."""
    first = key[2:3] if key.startswith("ال") else key[:1]
    return letter in (key[:1], first) or "ء" in (key[:1], first)


def similar(key: str) -> list[Name]:
    """Names of the table that sound like a folded name: one letter apart, two in long ones."""
    bones, bare = skeleton(key), _bare(key)
    if len(bare) <= _SHORTEST or len(bones) < _SHORTEST:
        return []
    most = 1 if len(bare) < _LONG else 2
    return [
        name for name in _index(bones[0]).get(bones, []) if _differ(bare, _bare(name.key)) <= most
    ]

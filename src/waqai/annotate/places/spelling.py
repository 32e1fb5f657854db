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
    bones = bare[1:].replace("ا", "").replace("و", "").replace("ي", "")
    return bare[0] + bones.rstrip("ه")


def _bare(key: str) -> str:
    """The letters alone, a final long a written as ta marbuta."""
    bare = "".join([_plain(word) for word in key.split(" ")]).replace("ء", "")
    return f"{bare[:-1]}ه" if bare.endswith("ا") else bare


def _plain(word: str) -> str:
    """A word without article."""
    return word[2:] if word.startswith("ال") and len(word) > 3 else word


def _differ(a: str, b: str) -> int:
    """Edit distance of two short words."""
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        corner, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            corner, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, corner + (x != y))
    return row[-1]


@cache
def _index(letter: str) -> dict[str, list[str]]:
    """Names by skeleton of which the first letter is one, made when first asked for: one report
    asks for few letters.
    """
    index: dict[str, list[str]] = {}
    for word in _words().get(letter, ()):
        for name in gazetteer().begun(word):
            index.setdefault(skeleton(name), []).append(name)
    return index


@cache
def _words() -> dict[str, list[str]]:
    """First words of names by the letter that their skeletons begin with."""
    words: dict[str, list[str]] = {}
    for word in gazetteer().words():
        words.setdefault(_plain(word).replace("ء", "")[:1], []).append(word)
    return words


def similar(key: str) -> list[Name]:
    """Names of the table that sound like a folded name: one letter apart, two in long ones."""
    bones, bare = skeleton(key), _bare(key)
    if len(bare) <= _SHORTEST or len(bones) < _SHORTEST:
        return []
    most = 1 if len(bare) < _LONG else 2
    alike = [name for name in _index(bones[0]).get(bones, ()) if _differ(bare, _bare(name)) <= most]
    named = map(gazetteer().named, alike)
    return [name for name in named if name is not None]

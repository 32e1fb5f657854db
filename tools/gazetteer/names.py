"""The folded keys under which a place is looked up."""

from __future__ import annotations

import re
from collections.abc import Iterator

from waqai.text.fold import fold_key

# Words before a unit's or village's name in gazetteers that reports leave out.
_HEADS = (
    "محافظه", "منطقه", "مدينه", "قضاء", "مركز", "مديريه", "ناحيه", "قريه", "بلده", "ولايه",
    "اقليم", "دايره", "عماله", "جهه", "قسم", "شعبيه", "مقاطعه", "امانه", "حي", "اماره",
)  # fmt: skip
# First words after which reports write or leave out the article, and that they join to the next.
_LOOSE = frozenset(
    [
        "تل",
        "خربه",
        "عين",
        "دير",
        "بير",
        "جب",
        "رسم",
        "بيت",
        "ام",
        "قصر",
        "جبل",
        "وادي",
        "حي",
        "مخيم",
        "شيخ",
        "نبع",
        "كفر",
    ]
)
_JOINED = {
    "كفر": "كفر",
    "معره": "معرت",
    "بيت": "بيت",
    "تل": "تل",
    "عين": "عين",
    "بير": "بير",
    "دير": "دير",
}
_WORD = re.compile("[\u0621-\u064aa-z0-9]+(?: [\u0621-\u064aa-z0-9]+)*")
_ABU = re.compile("^(ال?بو|ابو) ?(?=.{3})")
_LONGEST = 5


def keys(name: str) -> Iterator[str]:
    """Folded spellings of one name as reports write it; none for junk."""
    base = fold_key(re.split("[،,(/\\\\]", name)[0].replace("-", " ").replace("'", ""))
    if not _usable(base):
        return
    yield base
    bare = _without_head(base)
    if bare != base and _usable(bare):
        yield bare
    for form in {base: None, bare: None}:
        yield from filter(_usable, _respelt(form))


def _usable(key: str) -> bool:
    """Two letters or more, not the article or a head noun alone."""
    if not _WORD.fullmatch(key) or len(key) < 2 or key in ("ال", "تل", "بن", "ابو", "ام"):
        return False
    return key not in _HEADS and not key[0].isdigit() and key.count(" ") < _LONGEST


def _without_head(key: str) -> str:
    first, _, rest = key.partition(" ")
    return rest if first in _HEADS and rest else key


def _respelt(key: str) -> Iterator[str]:
    """أبو كمال = البو كمال = البوكمال = ابوكمال; عبد الله = عبدالله."""
    abu = _ABU.match(key)
    if abu:
        rest = key[abu.end() :]
        yield f"ابو {rest}"
        yield f"ابو{rest}"
        if key.startswith("البو"):
            yield f"البو{rest}"
            yield f"البو {rest}"
    first, _, rest = key.partition(" ")
    if first in _LOOSE and rest:
        yield f"{first} {rest[2:] if rest.startswith('ال') else 'ال' + rest}"
    if first in _JOINED and rest and not rest.startswith("ال"):
        yield _JOINED[first] + rest
    for word, start in _JOINED.items():
        if not rest and key.startswith(start) and len(key) > len(start) + 2:
            yield f"{word} {key[len(start) :]}"
    if "عبد ال" in key:
        yield key.replace("عبد ال", "عبدال")
    if "عبدال" in key:
        yield key.replace("عبدال", "عبد ال")

"""Whether the words before a name say who its bearer is to the story: victim, suspect, witness."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Final

from waqai.annotate.actors.names import is_known, is_particle, may_be, names
from waqai.export.offices import is_led, is_told
from waqai.export.offices import words as roles
from waqai.export.origins import is_origin, origins

_FATHERS: Final = frozenset(("عبد", "ابو", "ابي", "ابا"))
_MARKS: Final = frozenset(('"', "”", "“", "«", "»", "(", "[", ",", "،", ":", "-"))
_QUOTES: Final = frozenset(('"', "”", "“", "«"))
_PROCLITICS: Final = frozenset("وبلف")
_ALI: Final = "علي"
# Adjectives between a role and a name, at most.
_NEAR: Final = 4


def led_to(keys: Sequence[str], i: int) -> bool:
    """Whether the word before says who the person is to the story, marks apart."""
    if i == 0 or keys[i - 1] not in _before() or is_led(keys, i) or _is_whence(keys, i):
        return False
    at = i
    while at and i - at < 2 and keys[at - 1] in _MARKS:
        at -= 1
    role = _over_adjectives(keys, at) - 1
    if role < 0 or not is_led(keys, role) or _is_family(keys, role):
        return False
    quoted = at == i - 1 and _is_quoted(keys, i)
    named = at == i or keys[i] in names("given") or quoted
    strict = role < at - 1 or keys[role] in roles("soldier")
    return named and not (strict and not _looks_named(keys, i))


@cache
def _before() -> frozenset[str]:
    """What may stand right before such a name: few words do."""
    origin = frozenset(f"ال{form}" for form in origins())
    return roles("private") | roles("surely") | roles("quality") | _MARKS | origin


def _over_adjectives(keys: Sequence[str], at: int) -> int:
    """Token after the role that adjectives behind it end before token `at`: الناشط السياسي."""
    first = at
    while first > 1 and at - first < _NEAR and _qualifies(keys[first - 1]):
        first -= 1
    return first if keys[first - 1 : first] and _is_sure(keys[first - 1]) else at


def _is_whence(keys: Sequence[str], i: int) -> bool:
    """Whether token i tells whence the person is whose name follows: المواطن العماني سلطان."""
    known = i + 1 < len(keys) and keys[i + 1] in names("given")
    return known and keys[i].startswith("ال") and is_origin(keys[i])


def _qualifies(key: str) -> bool:
    return key in roles("quality") or (key.startswith("ال") and is_origin(key))


def _is_sure(key: str) -> bool:
    """Whether a role is that of one who is told: the article, or a martyr of duty."""
    return key.startswith(("ال", "لل", "شهيد"))


def _looks_named(keys: Sequence[str], i: int) -> bool:
    """Whether tokens are a name by one that is known, or two that no word of the language is."""
    if is_known(keys[i]) or keys[i] in _FATHERS:
        return True
    behind = keys[i + 1] if i + 1 < len(keys) else ""
    known_behind = is_known(behind) and behind != _ALI
    if known_behind or (behind.startswith("ال") and is_origin(behind)) or is_particle(behind):
        return True
    unknown = may_be(keys[i]) and may_be(behind) and behind != _ALI
    return unknown and not keys[i].startswith("ال") and behind[0] not in _PROCLITICS


def _is_family(keys: Sequence[str], k: int) -> bool:
    """Whether a rank is the family's name of the word before it: اللواء محسن الجندي."""
    return k > 0 and keys[k - 1] in names("given")


def _is_quoted(keys: Sequence[str], i: int) -> bool:
    """Whether marks of a quotation hold a word and a known name: «عوض المالكي»."""
    behind = keys[i + 1] if i + 1 < len(keys) else ""
    family = is_known(behind) and behind != _ALI and not is_told(behind)
    return keys[i - 1] in _QUOTES and family

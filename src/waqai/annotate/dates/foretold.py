"""Whether words tell of what is still to come: سيعقد, المقرر, دعا إلى, الذي يبدأ."""

from __future__ import annotations

from functools import cache
from typing import Final

from waqai.annotate.dates.beside import beside, is_among

# Tokens before a verb of what is set for a day that may put it aside.
SET: Final = 4
# The shortest verb with س: سيصل.
_VERB: Final = 4
# What a verb of the future ends in where its last letter is ا: a pronoun (سيزورها).
_PRONOUNS: Final = ("ها", "نا", "هما", "كما")


def foretells(keys: list[str]) -> bool:
    """Whether words tell of what is to come: سيعقد, المقرر, دعا إلى with what is called for."""
    return any(tells_future(key) for key in keys) or _calls_to(keys)


def is_set(keys: list[str]) -> bool:
    """Whether something is set for a day (الذي يبدأ الجمعة), not denied (لم يبدأ) nor of the past
    (كان مقررا أن تنتهي).
    """
    aside = beside("was") | beside("not")
    return any(
        is_among(beside("set"), key) and aside.isdisjoint(keys[max(0, k - SET) : k])
        for k, key in enumerate(keys)
    )


def _calls_to(keys: list[str]) -> bool:
    """دعا إلى مظاهرات, دعت للتظاهر: what is called for stands before the day; not دعا الأحد إلى."""
    for k, key in enumerate(keys):
        if is_among(beside("caller"), key):
            return any(to == "الي" or to in beside("call") for to in keys[k + 1 :])
    return False


def calls(keys: list[str]) -> bool:
    """دعت المنظمة المواطنين للتجمع ... السبت: a call to come together, which is still to come."""
    return all(any(is_among(beside(use), key) for key in keys) for use in ("caller", "call"))


@cache
def _stems() -> tuple[str, ...]:
    return tuple(sorted(beside("stem")))


def tells_future(key: str) -> bool:
    """Whether a word is in the future tense (سيعقد) or speaks of what is planned."""
    if is_among(beside("soon"), key):
        return True
    if key in beside("present"):
        return False
    key = key.removeprefix("و")
    if len(key) < _VERB or not key.startswith(("سي", "ست")) or key in beside("present"):
        return False
    if key.endswith("ا") and not key.endswith(_PRONOUNS):
        return False
    return not key.startswith(("سيا", "ستا", "سيو", *_stems()))

"""Crowds that protest: people of any sort (students, residents) where their words say so.

تظاهر العشرات من طلاب الجامعة، نظم الأهالي وقفة احتجاجية، سكان القرية قطعوا الطريق.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from waqai.annotate.actors.mobs import (
    clashes,
    driven_off,
    for_protest,
    in_masses,
    joined,
    marching,
)
from waqai.annotate.actors.rows import Head
from waqai.annotate.actors.stance import proclitics
from waqai.annotate.actors.words import endings, words
from waqai.annotate.chart import Chart, Node
from waqai.model.values import ActorValue

# Words between the protest and its people at most: المئات من أهالي.
_BEFORE: Final = 8
_AFTER: Final = 6
# How far behind the people the protest that they hold may stand, and before its relative.
_OBJECT: Final = 12
# How far behind those who are hurt the protest may be told.
_AFTER_HARM: Final = 10
_NEAR: Final = 5
_FAR: Final = 12
_CROWDS: Final = frozenset(("civilians", "media", "unknown"))
_BODIES: Final = frozenset(("armed_group", "state_forces"))
# Heads of people under arms, who storm and protest nowhere.
_FIGHTERS: Final = frozenset(("gunmen", "fighters", "bombers"))
_ENDS: Final = frozenset((".", ":", "\n", "؟", "!", "ان", "فيما", "بينما"))
# Endings of verbs of many.
_MANY: Final = ("وا", "ون", "ن")
_PAUSES: Final = frozenset(("،", ","))
# How others begin who are told of beside the people: الركاب ومتظاهرين.
_OTHERS: Final = ("وال", "ومت", "ومح", "ومع")
_WHO: Final = frozenset(("والذين", "واللذين", "واللاتي"))
# Words from a throw to what is thrown.
_THROWN: Final = 2
# Words from a harm to those whom it befalls.
_FIGURE: Final = 3
# Words of a place of work at most.
_WORKPLACE: Final = 2
# A crowd that bears the name of a movement: شباب الثورة.
_YOUTH: Final = "revolutionary-youth"
# Words that are held at the most.
_WORDS: Final = 1 << 12
# What verbs take, and how far off.
Takes = tuple[tuple[str, int], ...]
# Uses of words: a verb -> the words of what is done with it.
_DOES: Final = (
    ("holds", "protest_noun", _OBJECT),
    ("begins", "protest_noun", _NEAR),
    ("blocks", "road", _FAR),
    ("does", "cut", _NEAR),
    ("does", "cry", _NEAR),
    ("does", "protest_noun", _NEAR),
    ("cries", "cry", _NEAR),
    ("pelts", "cry", _FAR),
)


def protesting(chart: Chart, nodes: Sequence[Node]) -> None:
    """Make protesters of the crowds among `nodes` that protest, and of their second mentions."""
    keys = chart.doc.keys
    names: set[str] = set()
    for node in nodes:
        value: ActorValue = node.value
        if not _can_protest(keys, node):
            continue
        name = " ".join((keys[node.i][node.skip :], *keys[node.i + 1 : node.j]))
        men = value.kind in _BODIES and not (value.kind == "armed_group" and _are_many(keys, node))
        told = _strikes(keys, node) if men else protests(chart, node.i, node.j, node.skip)
        whom = node.rule in ("actor.nationals", "actor.country") and keys[node.i][: node.skip] in (
            "",
            "و",
        )
        told = told or (whom and not men and _hurt_at_protest(keys, node.i, node.j))
        told = told or (whom and not men and _shot_at(chart, node) and marching(keys))
        if told or (name in names and not men):
            node.value = ActorValue(value.name, value.id, "protesters", value.country)
        if told and node.rule == "actor.head" and not _held(name):
            names |= {name, "ال" + name.partition(" ")[0].removeprefix("ال")}
    _as_told(keys, nodes, names)


def _as_told(keys: list[str], nodes: Sequence[Node], names: set[str]) -> None:
    """Make protesters of crowds whose `names` of several words tell it elsewhere."""
    for node in nodes:
        value: ActorValue = node.value
        if value.kind != "civilians" or value.id is not None:
            continue
        name = " ".join((keys[node.i][node.skip :], *keys[node.i + 1 : node.j]))
        if " " in name and name in names:
            node.value = ActorValue(value.name, None, "protesters", value.country)


def _can_protest(keys: list[str], node: Node) -> bool:
    """Whether an actor is people, men of a body, or dozens and more of a party."""
    value: ActorValue = node.value
    head = node.parts[0].value if node.parts else None
    if isinstance(head, Head) and head.suffix in _FIGHTERS:
        return False
    backers = isinstance(head, Head) and head.suffix in ("supporters", "members")
    backers = backers and value.kind not in ("state", "international")
    backers = backers or (isinstance(head, Head) and head.suffix == _YOUTH)
    backers = backers or (value.kind == "political" and _are_many(keys, node))
    crowd = value.kind in _CROWDS and (value.kind != "media" or value.id is None)
    return crowd or backers or value.kind in _BODIES


def _are_many(keys: list[str], node: Node) -> bool:
    """Whether dozens or more of a body are told of: العشرات من أنصار الحزب."""
    return node.i > 1 and keys[node.i - 1] == "من" and keys[node.i - 2] in words("dozens")


def _held(name: str) -> bool:
    """Whether the people are prisoners, whose strike makes no protesters of all of them."""
    return name.partition(" ")[0].removeprefix("ال") in words("held")


def _strikes(keys: list[str], node: Node) -> bool:
    """Whether men of a body strike or protest against their own: إضراب أفراد الشرطة، واصل أمناء
    الشرطة إضرابهم، مسيرة للعسكريين المتقاعدين.
    """
    at = node.i - 1
    while at > 0 and keys[at] in words("protest_between"):
        at -= 1
    if at < 0:
        return False
    key = keys[node.i]
    if node.skip:
        men = key.removeprefix("لل").removeprefix("ل") in words("strikers")
        return men and keys[at] in words("protest_of")
    if keys[at] in words("strikes"):
        return True
    holds = not words("holds").isdisjoint((keys[at], keys[at].removeprefix("و")))
    men = key.removeprefix("ال") in words("strikers")
    return men and holds and _is_taken(keys, node.j, "protest_noun", _OBJECT)


def protests(chart: Chart, i: int, j: int, skip: int) -> bool:
    """Whether the people named by the tokens [i, j), less `skip` letters, are told to protest."""
    if _behind(chart, i, j, skip) or _ahead(chart.doc.keys, j):
        return True
    keys = chart.doc.keys
    if any(key.endswith(endings("apart")) for key in keys[i:j]):
        return False
    if joined(keys, i, skip) or driven_off(keys, i, skip) or in_masses(keys, i, j, skip):
        return True
    return for_protest(chart, i, j, skip) or clashes(chart, i, j)


def _behind(chart: Chart, i: int, j: int, skip: int) -> bool:
    """Whether a verb or noun of protest governs the crowd: only quantities stand between."""
    keys = chart.doc.keys
    prep = keys[i][:skip].removeprefix("و")
    for at in range(i - 1, max(-1, i - 1 - _BEFORE), -1):
        key = keys[at]
        if key in words("protests"):
            return not prep
        if at > 1 and keys[at - 1] == "في" and _takes(keys[at - 2]) and _of_protest(key):
            return not prep
        if key in words("protest_of") or (prep and key.removeprefix("ال") in words("protest_of")):
            return prep in ("", "ل")
        if key in words("protest_by") or (key in words("in_it") and at and _takes(keys[at - 1])):
            told = (k.removeprefix("ال") for k in keys[max(0, at - 8) : at])
            return not prep and any(k in words("protest_noun") for k in told)
        if not prep and (does := _does(key)):
            return any(_is_taken(keys, j, *one) for one in does)
        if key.startswith("ل") and key[1:] in words("protest_between"):
            prep = prep or "ل"
        elif not (key.isdigit() or _between(key) or any(chart.at(at, "place"))):
            return False
    return False


def _of_protest(key: str) -> bool:
    """Whether a word is a protest, with or without the article."""
    return key.removeprefix("ال") in words("protest_noun")


def _between(key: str) -> bool:
    """Whether a word may stand between a protest and its people."""
    return key in words("protest_between") or key.removeprefix("ال") in words("protest_between")


def _takes(key: str) -> bool:
    """Whether a verb of taking part stands before فيها."""
    return key.lstrip("و").startswith(("شارك", "يشارك", "خرج", "تشارك", "دعا", "دعت"))


def _ahead(keys: list[str], j: int) -> bool:
    """Whether the crowd is the subject of a verb of many behind it, or told to be in a protest."""
    for at in range(j, min(len(keys), j + _AFTER)):
        if at == j and keys[at] in words("throws") and _follows(keys, at + 1, "cry", _THROWN):
            return True
        told = _told(keys[at])
        if told is None:
            continue
        use, does = told
        if use == "protest_many" or (use == "protesting" and _is_called(keys, j, at)):
            return True
        if use == "amid":
            return at - j < 2 and _follows(keys, at + 1, "protest_noun", 1 + (keys[at] != "في"))
        if any(_is_taken(keys, at + 1, *one) for one in does):
            return True
        if use == "end" and not (keys[at] in _PAUSES and _goes_on(keys, at + 1)):
            return False
    return False


def _is_called(keys: list[str], j: int, at: int) -> bool:
    """Whether a participle at token `at` is of the people who end before token j: where they work
    may stand between (عمال مصنع السكر المعتصمون).
    """
    return at == j or (at <= j + _WORKPLACE and keys[j] in words("work"))


def _goes_on(keys: list[str], i: int) -> bool:
    """Whether a verb of many stands at token i, whose subject is told before: الموظفون، يعتزمون."""
    told = _told(keys[i]) if i < len(keys) and not keys[i].startswith("و") else None
    return told is not None and (told[0] == "protest_many" or told[1] != ())


@lru_cache(_WORDS)
def _told(key: str) -> tuple[str, Takes] | None:
    """What a word behind a crowd tells of it: its use, and what a verb of many takes; None where
    it tells nothing.
    """
    verb = _of_many(key)
    does = _does(verb) if verb != key else ()
    use = next((use for use in ("protest_many", "protesting", "amid") if key in words(use)), "")
    others = key.startswith(_OTHERS) and key not in _WHO
    if not use and (key in _ENDS or key in _PAUSES or others):
        use = "end"
    return (use, does) if use or does else None


def _hurt_at_protest(keys: list[str], i: int, j: int) -> bool:
    """Whether people are told to be hurt during a protest, or in clashes at a border fence."""
    harmed = not words("harmed").isdisjoint(keys[max(0, i - _FIGURE) : i])
    for at in range(j - 1, max(-1, j - 1 - _AFTER_HARM), -1):
        if keys[at] in _ENDS:
            break
        if keys[at] in words("protest_noun") and _in_time(keys[at - 1]):
            return True
    for at in range(j, min(len(keys), j + _AFTER_HARM)):
        if keys[at] in _ENDS:
            return False
        if keys[at] in ("خلال", "اثناء") and _follows(keys, at + 1, "protest_noun", _NEAR):
            return True
        if keys[at] == "في" and harmed and _follows(keys, at + 1, "protest_noun", 1):
            return True
        if keys[at] == "مواجهات":
            return any("حدود" in key or "سياج" in key for key in keys[at : at + _AFTER_HARM])
    return False


def _shot_at(chart: Chart, node: Node) -> bool:
    """Whether several of a nation are told to be killed, hurt or fired at: قتل ستة فلسطينيين."""
    keys = chart.doc.keys
    at = min((number.i for number in chart.until(node.i, "number")), default=node.i) - 1
    figure = at < node.i - 1
    while at > 0 and (keys[at] in words("dozens") or keys[at] in words("counting")):
        at, figure = at - 1, True
    ends = (keys[node.i], keys[node.j - 1])
    many = figure or ends[0] in words("dozens") or any(key.endswith(("ين", "ون")) for key in ends)
    if at < 0 or not many or _blown_up(keys, node) or _held(keys[node.i]):
        return False
    fired = at > 0 and keys[at] in words("at") and keys[at - 1] in words("fire")
    return fired or keys[at] in words("harmed") or keys[at] in words("put_down")


def _blown_up(keys: list[str], node: Node) -> bool:
    """Whether what befell people was no bullet of those who guard against a protest."""
    near = keys[max(0, node.i - _AFTER_HARM) : node.j + _AFTER_HARM]
    return any(key[proclitics(key) :].removeprefix("ال") in words("other_blow") for key in near)


def _in_time(key: str) -> bool:
    """Whether a word says that something goes on: خلال, لدى."""
    return key in ("خلال", "اثناء", "لدي", "وسط", "في", "قمع")


def _of_many(key: str) -> str:
    """The singular of a verb of many: نظموا, ينظمون, نظمن."""
    end = next((end for end in _MANY if key.endswith(end)), "")
    return key.removesuffix(end)


def _does(key: str) -> Takes:
    """What a verb takes that is a protest with it, and how far off; nothing for other words."""
    bare = key.removeprefix("و").removeprefix("ف")
    bare = bare.removeprefix("س") if bare.startswith(("سي", "ست")) else bare
    return tuple(
        (noun, reach) for use, noun, reach in _DOES if bare in words(use) or key in words(use)
    )


def _is_taken(keys: list[str], i: int, use: str, reach: int) -> bool:
    """Whether what makes a verb one of protest follows; a protest with nothing said against it."""
    if use != "protest_noun":
        return _follows(keys, i, use, reach)
    against = (k for k, key in enumerate(keys[i : i + reach]) if key in words("against"))
    return _follows(keys, i, use, next(against, reach))


def _follows(keys: list[str], i: int, use: str, reach: int) -> bool:
    """Whether a word of a use stands within reach, in the same sentence."""
    for key in keys[i : i + reach]:
        if key in _ENDS:
            return False
        bare = key.removeprefix("ب").removeprefix("ل").removeprefix("ال")
        if key in words(use) or bare in words(use):
            return True
    return False

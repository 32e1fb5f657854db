"""Who accuses and who is accused, by the order of the words.

A body at the head of its clause right before the verb is its subject (إيران تتهم إسرائيل بالقصف);
else the one behind the verb is, and the last before the charge its object (اتهمت الحكومة الحركة
بقصف القرية). One body alone is the object, unless other people stand between it and the charge
(اتهمت الشرطة شقيقين بالقتل).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Final, NamedTuple

from waqai.events.party import Party
from waqai.events.scene import Scene
from waqai.lexicon.table import read_table

# What may stand before a clause, and between its subject and the verb.
_BEFORE: Final = frozenset((".", "؛", ":", "؟", "!", "،", ",", '"', "\n", "-", "ان", "بان", "لكن"))
_LEAD: Final = frozenset(("قد", "كان", "كانت", "لا", "تزال", "ايضا"))
# Before a body that only tells of another: المتحدث باسم الجيش.
_GOVERN: Final = frozenset(("في", "من", "باسم", "الي", "علي", "مع", "عن", "لدي", "ضد", "داخل"))
_JOINED: Final = frozenset("لبك")
# A verb so ending has its subject in itself; a noun so ending is one.
_PLURAL: Final = ("وا", "ون")
_NOMINATIVE: Final = "ون"
# Of whose body it is that is joined: ومضيفتها سوريا.
_ITS: Final = ("ها", "ه", "هم")
_RELATIVE: Final = frozenset(("الذي", "التي", "الذين"))


class Sides(NamedTuple):
    """Who accuses, where he is named, and those who are accused."""

    accuser: Party | None
    accused: Sequence[Party]


def objects(
    scene: Scene, verb: int, end: int, behind: Sequence[Party], before: Party | None
) -> Sides:
    """Who accuses whom, of the bodies `behind` the verb and before the charge at token `end`.

    `before`: the body named last before the verb.
    """
    named = [party for party in behind if not _governed(scene, party)] or list(behind)
    groups = _groups(scene, named)
    if not groups:
        return Sides(None, ())
    subject = _subject(scene, before, verb)
    if subject is not None and groups[0][0].first == verb + 1:
        return Sides(subject, groups[0])
    if len(groups) > 1 and not scene.keys[verb].endswith(_PLURAL):
        return Sides(groups[0][0], groups[-1])
    if _has_subject(scene, verb, groups[0][0].first):
        before = None
    return _alone(scene, groups[0], end, before)


def _has_subject(scene: Scene, verb: int, first: int) -> bool:
    """Whether one whom no table holds stands behind the verb as its subject, right before the body:
    (هاجمت الحركة القرية) وحملت النقابة الحركة المسؤولية.
    """
    words = scene.keys[verb + 1 : first]
    return bool(words) and words[0].startswith("ال") and words[0] not in asides()


def _alone(scene: Scene, group: list[Party], end: int, before: Party | None) -> Sides:
    """The sides where one body, or several joined, stand behind the verb."""
    if scene.keys[group[0].first].endswith(_NOMINATIVE):
        return Sides(group[0], group[1:])
    return Sides(None, ()) if _other_object(scene, group[-1].last, end) else Sides(before, group)


def _groups(scene: Scene, named: Sequence[Party]) -> list[list[Party]]:
    """The bodies, those joined by و together (إيران وسوريا)."""
    groups: list[list[Party]] = []
    for party in named:
        joined = groups and _is_joined(scene, groups[-1][-1].last, party)
        if joined:
            groups[-1].append(party)
        else:
            groups.append([party])
    return groups


def _is_joined(scene: Scene, last: int, party: Party) -> bool:
    """Whether a body goes on those before it: وسوريا، ومضيفتها سوريا."""
    words = scene.keys[last : party.first + 1]
    if not words[0].startswith("و"):
        return False
    return party.skip > 0 if len(words) == 1 else len(words) == 2 and words[0].endswith(_ITS)


def _governed(scene: Scene, party: Party) -> bool:
    """Whether a preposition stands before a body: it only tells of another."""
    before = scene.keys[party.first - 1] if party.first else ""
    joined = scene.keys[party.first][: party.skip].removeprefix("و")
    return before in _GOVERN or joined[:1] in _JOINED


def _subject(scene: Scene, before: Party | None, verb: int) -> Party | None:
    """The body before the verb, where it begins the clause that goes on with the verb."""
    if before is None:
        return None
    between = scene.keys[before.last : verb]
    if between and between[-1] in _RELATIVE:
        return before
    if not _LEAD.issuperset(between):
        return None
    if scene.keys[verb][:1] in ("و", "ف"):
        return None
    first = scene.doc.sentences[scene.sentence(verb)].first
    opens = before.first == first or scene.keys[before.first - 1] in _BEFORE
    joined = scene.keys[before.first][: before.skip] in ("و", "ف")
    return before if opens or joined or scene.keys[before.first - 1] in _LEAD else None


def _other_object(scene: Scene, i: int, end: int) -> bool:
    """Whether another is the object: people, or a country, that stands between body and charge."""
    places = scene.places_in.get(scene.sentence(i), ())
    if any(i <= n.i < end and not n.skip and scene.keys[n.i - 1] not in _GOVERN for n in places):
        return True
    if i >= end or not scene.keys[i].isalpha() or scene.keys[i] in asides():
        return False
    if scene.keys[i].startswith("ب"):
        return False
    if any(node.i <= i < node.j for node in scene.dates_in.get(scene.sentence(i), ())):
        return False
    return not (scene.keys[i].startswith("ال") and scene.keys[i].endswith(("ي", "يه", "ين")))


@cache
def asides() -> frozenset[str]:
    """Words that may stand between a body and what it is accused of."""
    rows = read_table("waqai.events", "stances.tsv", ("set", "keys"), ("keys",))
    return frozenset(key for row in rows if row.cells[0] == "aside" for key in row.variants(1))

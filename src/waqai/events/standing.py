"""Standing: the kind that people have by what the words around them tell.

One who is not named and attacks is unknown (شابا طعن جنديا), but a person where his country is told
(شاب تونسي); one who is named behind his noun is a person (القس أندرو). Gunmen whom forces fight
are an armed group, and so is an opposition at war. Crews and settlers are civilians, whosever
they are.
"""

from __future__ import annotations

from typing import Final, cast

from waqai.annotate.actors.rows import Head, Nisba
from waqai.annotate.actors.words import words
from waqai.annotate.chart import Chart, Node
from waqai.annotate.people.tables import NOUN_TAG
from waqai.annotate.triggers.sense import Sense
from waqai.events.attackers import attacks_apart
from waqai.model.codes import ActorKind

# What one does who attacks.
_VIOLENT: Final = frozenset(("attack", "bombing", "suicide_attack", "assassination", "abduction"))
# Adjectives and marks between a noun and the name of who is meant.
_TO_NAME: Final = 3
_MARKS: Final = frozenset(("،", ",", "(", '"'))
_NAMING: Final = frozenset(("actor.name", "actor.person", "actor.row"))
_BY: Final = (("علي", "يد"), ("من", "قبل"))
# Words between one and what he did at most: (شاب) كان قد طعن.
_TO_DEED: Final = 3
# Nouns that tell whose office or body one is of.
_OF_BODY: Final = frozenset(("title", "office", "press", "doer", "faction", "member"))
# A people whose forces are called by its name.
_KURDS: Final = "Kurds"
_WAR: Final = frozenset(("territory", "clash", "shelling", "air_strike"))
_FORCE: Final = frozenset(("attack", "crackdown", "clash"))
_PROSECUTORS: Final = ("Public Prosecution", "chief prosecutor")
_LAW: Final = frozenset(("trial", "arrest", "release"))
_INTERIOR: Final = "Interior Ministry"
_DEFENCE: Final = ("Defence Ministry", "Pentagon")
# What a ministry of defence does by its forces.
_STRIKES: Final = frozenset(("air_strike", "shelling"))
_STRIKERS: Final = frozenset(("state", "state_forces", "international"))
_BESIDE: Final = 4
# Endings of the forms that a subject does not have, where it is not told to be unknown.
_OBJECTS: Final = ("مسلحين", "مسلحا", "مهاجمين", "معارضه")
# Ends of names of those who are no party where there is war.
_SIDES: Final = ("opposition", "Islamists")
# Rules of those who are told by a people or a country alone, or by a noun with it.
_OF_NATION: Final = frozenset(("actor.nationals", "actor.country"))
_OF_OTHERS: Final = frozenset(("international", "state", "armed_group", "unknown"))
# Tokens back from those who are attacked to what leads the word before them.
_BACK: Final = 2
_RELATIVES: Final = frozenset(("الذي", "التي"))
# Endings of an object.
_ACCUSATIVE: Final = ("ا", "ين")
# Words from a verb to those whom one wounds at most, and what parts them.
_TO_VICTIM: Final = 8
_PAUSES: Final = frozenset(("،", ",", ".", ":", "\n", "و", "ان", "بعد"))
_SETTLERS: Final = "مستوطن"
_GUNMEN: Final = frozenset(("gunmen", "opposition"))


def of_one(chart: Chart, node: Node, first: int, last: int, kind: ActorKind) -> ActorKind:
    """The kind of one who is not named, by what he is told to do or how he is called after."""
    if kind not in ("person", "civilians", "unknown") or not _is_one(chart, node, first, last):
        return kind
    if _named(chart, last):
        return "person"
    if kind == "unknown" or not _attacks(chart, first, last):
        return kind
    nation = any(chart.at(k, "actor.nisba") for k in range(first + 1, last))
    return "person" if nation or node.rule in _OF_NATION else "unknown"


def by_noun(chart: Chart, node: Node, kind: ActorKind) -> ActorKind:
    """The kind of those whose noun alone tells it: طواقم الدفاع المدني، مستوطنون مسلحون."""
    if kind not in _OF_OTHERS:
        return kind
    noun = chart.doc.keys[node.i][node.skip :].removeprefix("ال")
    crew = kind != "armed_group" and noun in words("crew")
    return "civilians" if crew or noun.startswith(_SETTLERS) else kind


def held(keys: list[str], i: int, first: int, skip: int, kind: ActorKind) -> ActorKind:
    """The kind of people by a noun that tells that they are held: المحتجزين، سجينا، أسيرتين.

    `i`: the token of their figure, `first` where there is none; a participle of others is no noun.
    """
    noun = keys[first][skip:].removeprefix("ال")
    if kind != "unknown":
        return kind
    alone = i < first or (first > 0 and keys[first - 1] in words("of_captives"))
    told = noun in words("captive_women") or (noun in words("captive") and alone)
    return "civilians" if told else kind


def aimed_at(chart: Chart, i: int, noun: int, j: int) -> bool:
    """Whether people of the tokens [i, j) are those whom an attack befalls: النار على زملائه.

    `noun`: the token that names them, behind a figure where there is one.
    Those who are masked, armed or suspected may as well be attackers.
    """
    keys = chart.doc.keys
    bare = [key.removeprefix("ال") for key in keys[i:j]]
    if i < _BACK or not (words("no_victim") | words("gunmen")).isdisjoint(bare):
        return False
    before, led = keys[i - 1], keys[i - _BACK]
    if before in words("at") and led in words("fire"):
        return True
    if before in words("struck") or (before in words("aims") and led in _RELATIVES):
        return True
    return _wounded(chart, i, before, figure=i < noun)


def _wounded(chart: Chart, i: int, before: str, *, figure: bool) -> bool:
    """Whether those of token i are told to be stabbed, run over or murdered, by whomever: طعن رجل
    أربعة أشخاص، اعتدى بسكين على خمسة. `figure`: whether they are counted.
    """
    keys = chart.doc.keys
    if before in words("wounds"):
        return figure or keys[i].endswith(_ACCUSATIVE)
    verb = next((k for k in range(i - 2, max(-1, i - _TO_VICTIM), -1) if _wounds(keys[k])), None)
    if verb is None or keys[i].startswith("و"):
        return False
    between = keys[verb + 1 : i]
    if not _PAUSES.isdisjoint(between):
        return False
    if keys[verb].removeprefix("و") in words("assaults"):
        return before == "علي"
    return any(chart.at(k, kind) for k in range(verb + 1, i) for kind in ("actor", "count"))


def _wounds(key: str) -> bool:
    """Whether a word is a verb of what one does to people by hand, or one of an assault on them."""
    verbs = (key, key.removeprefix("و"))
    return any(verb in words(use) for verb in verbs for use in ("wounds", "assaults"))


def fought(chart: Chart, node: Node, first: int, kind: ActorKind) -> ActorKind:
    """The kind of gunmen, or an opposition: an armed group where forces fight them."""
    named = node.value.name
    side = kind == "political" and named.endswith(_SIDES)
    if (side or (kind == "civilians" and named == _KURDS)) and _at_war(chart, first):
        return "armed_group"
    head = node.parts[0].value if node.parts else None
    if not isinstance(head, Head) or head.suffix not in _GUNMEN:
        return kind
    keys = chart.doc.keys
    if kind not in ("unknown", "political") or not keys[first].endswith(_OBJECTS):
        return kind
    at = min((number.i for number in chart.until(first, "number")), default=first) - 1
    while at > 0 and keys[at] in words("one_of"):
        at -= 1
    return "armed_group" if at >= 0 and keys[at] in words("fought") else kind


def prosecuting(chart: Chart, node: Node, kind: ActorKind) -> ActorKind:
    """The kind of a prosecutor who is not named: his state where he holds or tries people."""
    if kind != "person" or node.rule != "actor.office":
        return kind
    if not any(told in node.value.name for told in _PROSECUTORS):
        return kind
    sentence = chart.doc.sentences[chart.doc.sentence_index(node.i)]
    around = (*range(sentence.first, node.i), *range(node.j, sentence.last))
    told = (n for k in around for n in chart.at(k, "trigger"))
    return "state" if any(_sense(n).type in _LAW for n in told) else kind


def policing(chart: Chart, node: Node, kind: ActorKind) -> ActorKind:
    """The kind of a ministry of police or defence: its forces where they strike.

    اشتباكات الداخلية, أعلنت وزارة الدفاع أنها نفذت غارة.
    """
    if kind != "state" or not node.value.name.endswith((_INTERIOR, *_DEFENCE)):
        return kind
    head = node.parts[0].value if node.parts else None
    if isinstance(head, Head) and head.suffix == "seat":
        return kind
    if node.value.name.endswith(_DEFENCE):
        return "state_forces" if _tells_of_strike(chart, node) else kind
    keys = chart.doc.keys
    before = keys[node.i - 1] if node.i and not node.skip else ""
    blow = any(_sense(n).type in _FORCE for n in chart.until(node.i, "trigger") if not node.skip)
    hand = before == "يد" and keys[node.i - 2] == "علي"
    return "state_forces" if blow or hand or before in words("by_force") else kind


def _tells_of_strike(chart: Chart, node: Node) -> bool:
    """Whether the sentence goes on behind an actor to tell of a strike, and of no other's."""
    before = chart.doc.keys[node.i - 1] if node.i else ""
    if node.skip or before == "في" or before in words("hit_at") | words("aims"):
        return False
    behind = range(node.j, chart.doc.sentences[chart.doc.sentence_index(node.i)].last)
    others = (a.value for k in behind for a in chart.at(k, "actor") if a.value.kind in _STRIKERS)
    if any(other.country != node.value.country for other in others):
        return False
    told = (_sense(trigger) for k in behind for trigger in chart.at(k, "trigger"))
    return any(said.type in _STRIKES and said.strength == "strong" for said in told)


def _at_war(chart: Chart, first: int) -> bool:
    """Whether a word of war stands beside an opposition: قصف المعارضة، المعارضة تسيطر على."""
    if not words("held_by").isdisjoint(chart.doc.keys[max(0, first - 2) : first]):
        return True
    near = range(max(0, first - _BESIDE), first + _BESIDE)
    return any(_sense(node).type in _WAR for k in near for node in chart.at(k, "trigger"))


def _is_one(chart: Chart, node: Node, first: int, last: int) -> bool:
    """Whether one or two people are told of by no name, office or body."""
    if node.kind == "count":
        if node.value.low != node.value.high or node.value.high not in (1, 2):
            return False
        nouns = [n for k in range(first, last) for n in chart.at(k, NOUN_TAG)]
        return bool(nouns) and not any(n.value.traits & _OF_BODY for n in nouns)
    if node.value.id is not None or not node.parts:
        return False
    head = node.parts[0].value
    if isinstance(head, Nisba):
        counted = any(chart.until(first, "number"))
        return node.rule == "actor.nationals" and not counted and head.form in "md"
    if not isinstance(head, Head):
        return False
    young = head.suffix in ("individual", "people") and node.rule == "actor.country"
    return young or (head.suffix == "suspect" and node.rule == "actor.head")


def _named(chart: Chart, j: int) -> bool:
    """Whether a person's name stands behind a noun and its adjectives: القس الأميركي، أندرو."""
    keys = chart.doc.keys
    for at in range(j, min(len(keys), j + _TO_NAME)):
        for actor in chart.at(at, "actor"):
            return actor.value.kind == "person" and actor.rule in _NAMING and not actor.skip
        if keys[at] not in _MARKS and not keys[at].startswith("ال"):
            return False
    return False


def _attacks(chart: Chart, i: int, j: int) -> bool:
    """Whether one told of by the tokens [i, j) is told to attack: هاجم رجل، شاب طعن جنديا."""
    keys = chart.doc.keys
    before = keys[i - 1] if i else ""
    if before in words("done_by") or (i > 1 and (keys[i - 2], before) in _BY):
        return True
    if attacks_apart(chart, i, j):
        return True
    if any(_told(node) and _sense(node).voice == "active" for node in chart.until(i, "trigger")):
        return True
    at = j
    at += (
        keys[at : at + 1] != []
        and keys[at].startswith("ال")
        and keys[at] not in words("on_the_way")
    )
    start = at
    while at < min(len(keys) - 1, start + _TO_DEED) and keys[at] in words("on_the_way"):
        at += 1
    led = at > start
    return any(
        _told(node) and (led or _sense(node).pos == "verb") for node in chart.at(at, "trigger")
    )


def _told(node: Node) -> bool:
    """Whether a trigger tells of what an attacker does, not of what befalls one."""
    sense = _sense(node)
    return sense.type in _VIOLENT and sense.voice != "passive" and sense.slot is None


def _sense(node: Node) -> Sense:
    """What a trigger says."""
    return cast(Sense, node.parts[0].value)

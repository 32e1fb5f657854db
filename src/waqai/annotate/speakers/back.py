"""Second mentions: المصدر, البيان, المتحدث and a bare verb (وأضاف) mean one who spoke before."""

from __future__ import annotations

import itertools
from typing import Final

from waqai.annotate.chart import Chart, Node
from waqai.annotate.speakers.phrase import Phrases
from waqai.annotate.speakers.reader import definite
from waqai.annotate.speakers.tables import HEAD_TAG, Said, SpeakerHead, words
from waqai.model.values import SpeakerValue

_PLURAL: Final = frozenset(("مصادر", "جهات", "دواءر", "اوساط", "معلومات", "انباء", "تقارير"))
# Whom a verb without a subject can mean is looked for among so many.
_RECENT: Final = 4
# So many namings of one name are looked through for an office.
_NAMINGS: Final = 8
# Kinds that tell nothing of somebody, or less than another does.
_UNTOLD: Final = frozenset(("unnamed", "official"))
# Kinds of those who are told of without an office, or as kin of somebody of the same name.
_NO_OFFICE: Final = frozenset(("unnamed", "witness"))
# Media and witnesses quote statements and make none.
_NO_STATEMENT: Final = frozenset(("media", "witness"))
# An outlet has no office: who is then named by one alone is another.
_UNQUOTING: Final = frozenset(("media",))


class Memory:
    """Those who have spoken so far in a report, the last one last."""

    def __init__(self, chart: Chart, phrases: Phrases) -> None:
        self.chart = chart
        self.phrases = phrases
        self.keys = chart.doc.keys
        self._told: list[Node] = []
        # The last one whose name begins with a noun (المنظمة after منظمة س) or ends with a word.
        self._by_noun: dict[str, Node] = {}
        self._by_name: dict[str, Node] = {}
        self._by_id: dict[str, Node] = {}
        self._quoted: set[int] = set()
        self._by_last: dict[str, list[Node]] | None = None

    def resolve(self, node: Node, behind: bool) -> Node:
        """The speaker that a phrase means: itself, or for a bare second mention the one before.

        One named behind what is said only to tell where it was read goes on saying nothing.
        """
        earlier = self._earlier(node) or self._grouped(node)
        if earlier is not None:
            if earlier is not self._told[-1]:
                self._told.append(earlier)
            return earlier
        known = self._known(node)
        if known is not None:
            name = node.value.name if _identity(node) else known.value.name
            node.value = SpeakerValue(name, known.value.kind)
        self._told.append(node)
        if behind and node.value.kind == "media":
            self._quoted.add(id(node))
        self._by_noun[self._noun(node)] = node
        held = self._by_name.setdefault(self.keys[node.j - 1], node)
        if held.value.kind == "unnamed" and node.value.kind != "unnamed":
            self._by_name[self.keys[node.j - 1]] = node  # (the headline's الغانم:) الرئيس س الغانم
        return self._fullest(node)

    def _known(self, node: Node) -> Node | None:
        """The fuller naming before of one who is now named by a last name or a bare noun."""
        if node.rule == "speaker.unknown" or is_person(node):
            known = self._by_name.get(self.keys[node.j - 1])
            if known is None and node.value.kind == "unnamed":
                known = self._introduced(node)
            told = known is not None and known.value.kind not in _UNTOLD
            return known if told or node.value.kind == "unnamed" else None
        return self._by_noun.get(self._noun(node)) if self._bare(node) else None

    def _introduced(self, node: Node) -> Node | None:
        """The fuller naming before, with an office, of one who has not spoken yet."""
        for actor in self._people().get(self.keys[node.j - 1], [])[:_NAMINGS]:
            if actor.j > node.i:
                break
            for named in (self.phrases.until(actor.j), self.phrases.at(actor.i)):
                if named and not named.skip and named.value.kind not in _NO_OFFICE:
                    return named
        return None

    def _people(self) -> dict[str, list[Node]]:
        """The persons named in the report, by the last word of the name."""
        if self._by_last is None:
            self._by_last = {}
            for actor in self.chart.of("actor"):
                if actor.value.kind == "person":
                    self._by_last.setdefault(self.keys[actor.j - 1], []).append(actor)
        return self._by_last

    def _fullest(self, node: Node) -> Node:
        """The longest naming so far of the same body (قسد after قوات سوريا الديمقراطية)."""
        identity = _identity(node)
        if identity is None:
            return node
        held = self._by_id.get(identity)
        if held is None or node.j - node.i > held.j - held.i:
            self._by_id[identity] = held = node
        return held

    def last(self, said: Said | None) -> Node | None:
        """The one whom a verb without a subject means: the last that agrees with it."""
        recent = self._told[-_RECENT:][::-1]
        speaking = [node for node in recent if id(node) not in self._quoted]
        for node in speaking:
            if said is None or self.agrees(node, said):
                return node
        found = speaking or recent
        return found[0] if found else None

    def agrees(self, node: Node, said: Said) -> bool:
        """Whether a verb's gender can be that of who is named; names of persons tell none."""
        key = self.keys[node.i][node.skip :]
        if said.number != "sg" or node.rule in ("speaker.unknown", "speaker.one of"):
            return True
        head = next((part for part in node.parts if part.kind == HEAD_TAG), None)
        feminine = key.endswith(("ه", "ات")) or key.removeprefix("ال") in _PLURAL
        if head is None and not feminine:
            return said.gender == "m" or node.value.kind != "official"
        return feminine == (said.gender == "f")

    def _bare(self, node: Node) -> bool:
        """Whether a phrase is the noun of a body alone, with the article (الشبكة، المنظمة)."""
        head = node.parts[0] if node.rule == "speaker.org" else None
        return head is not None and head.j == node.j and definite(head)

    def _noun(self, node: Node) -> str:
        """The first word of a phrase without article and clitics."""
        head = next((part for part in node.parts if part.kind == HEAD_TAG), None)
        if head is not None and head.reading is not None and head.i == node.i:
            return head.reading.stem.removeprefix("ال")
        return self.keys[node.i][node.skip :].removeprefix("ال")

    def _earlier(self, node: Node) -> Node | None:
        """The one that a second mention means, None where a phrase names somebody itself."""
        head = next((part for part in node.parts if part.kind == HEAD_TAG), None)
        if head is None or head.reading is None or not self._told:
            return None
        value: SpeakerHead = head.value
        noun = head.reading.stem.removeprefix("ال")
        if noun in words("honour") and head.j == node.j:
            return self._told[-1]
        if value.cls == "doc" and head.j < node.j:
            return self._whose(node)
        if value.cls == "person" and not head.reading.article:
            return self._officer(node)
        if not head.reading.article:
            return None
        if value.cls == "source" and (noun in _PLURAL or head.j < node.j):
            return self._resumed(noun, node, head.j)
        if head.j != node.j or head.j - head.i > 1:
            return None
        if value.cls == "doc" and noun not in words("back"):
            return None
        if value.cls == "doc":
            recent = reversed(self._told[-_RECENT:])
            issued = (n for n in recent if n.value.kind not in _NO_STATEMENT)
            return next(issued, self._told[-1])
        if value.cls == "person":
            return self._called(noun, _UNQUOTING)
        return self._called(noun) if value.cls == "source" else None

    def _grouped(self, node: Node) -> Node | None:
        """The group that spoke last, where a bare noun of groups (الحركة) tells of none by name."""
        if node.j - node.i > 1 or self._noun(node) not in words("group"):
            return None
        if self._noun(node) in self._by_noun or self._spoken(node):
            return None
        last = self._told[-1] if self._told else None
        if last is None or _identity(last) is None or last.value.kind != "armed_group":
            return None
        return last

    def _spoken(self, node: Node) -> bool:
        """Whether the body that a phrase names has spoken."""
        return _identity(node) in self._by_id

    def _resumed(self, noun: str, node: Node, i: int) -> Node | None:
        """The last source of a noun whose naming has the adjectives from token i on: المصادر،
        المصدر الأمني (بعد مصدر أمني في الوزارة).
        """
        told = self.keys[i : node.j]
        if not all(key.startswith("ال") for key in told):
            return None
        asked = {noun, *(key.removeprefix("ال") for key in told)}
        for one in self._told[: -_NAMINGS - 1 : -1]:
            if asked <= {key.removeprefix("ال") for key in self._own(one)}:
                return one
        return None

    def _own(self, node: Node) -> list[str]:
        """The words of a phrase without the letters joined to the first."""
        keys = self.keys[node.i : node.j]
        return [keys[0][node.skip :], *keys[1:]]

    def _officer(self, node: Node) -> Node | None:
        """Who has an office of a body that is named by its noun alone: رئيس الهيئة."""
        own = self._own(node)
        body = [n for n in self.chart.at(node.j - 1, HEAD_TAG) if n.value.cls == "org"]
        if len(own) != 2 or not body or not own[1].startswith("ال"):
            return None
        asked = (own[0], own[1].removeprefix("ال"))
        for one in self._told[: -_NAMINGS - 1 : -1]:
            told = self._own(one)
            if asked in itertools.pairwise(told):
                return one
        return None

    def _called(self, noun: str, unlike: frozenset[str] = frozenset()) -> Node | None:
        """The last one in whose naming the noun stands (المتحدث), else the last of all, if it is
        of no kind in `unlike`.
        """
        for node in self._told[: -_RECENT - 1 : -1]:
            if any(key.removeprefix("ال") == noun for key in self.keys[node.i : node.j]):
                return node
        return None if self._told[-1].value.kind in unlike else self._told[-1]

    def _whose(self, node: Node) -> Node | None:
        """The body whose statement it is, where that is a second mention (بيان للمنظمة)."""
        body = next((part for part in node.parts if part.kind == "actor"), None)
        if body is not None:
            return self._by_id.get(body.value.id or "") if body.rule == "actor.second" else None
        owner = next((part for part in node.parts if part.kind == "speaker"), None)
        if owner is None or len(owner.parts) != 1 or owner.j - owner.i > 1:
            return None
        return self._by_noun.get(self._noun(owner))


def is_person(node: Node) -> bool:
    """Whether a phrase is a person's name."""
    actor = node.parts[0] if node.rule == "speaker.actor" and node.parts else None
    return actor is not None and actor.kind == "actor" and actor.value.kind == "person"


def _identity(node: Node) -> str | None:
    """Id of the body that a phrase names; None for persons and for what no table holds."""
    actor = node.parts[0] if node.rule == "speaker.actor" and node.parts else None
    if actor is None or actor.kind != "actor" or actor.value.kind == "person":
        return None
    identity: str | None = actor.value.id
    return identity

"""Phrases that name who says something: an actor, or a head with what describes it.

`Phrases.at` reads the phrase that begins at a token, `Phrases.until` the one that ends before a
token; both only where a word of saying stands, so the cost follows those words.
"""

from __future__ import annotations

from functools import cache
from typing import Final

from waqai.annotate.actors.names import common, is_known, is_particle
from waqai.annotate.chart import Chart, Node
from waqai.annotate.speakers.headed import DEEPEST, Heads
from waqai.annotate.speakers.kinds import of_actor, of_person
from waqai.annotate.speakers.reader import MOST_WORDS, OPEN, Reader, is_office, prep
from waqai.annotate.speakers.tables import HEAD_TAG, words
from waqai.model.codes import SpeakerKind
from waqai.model.values import SpeakerValue

_VAGUE: Final = frozenset(("unnamed", "media"))
_AFTER_QUOTE: Final = frozenset(("في", "،", ":", "خلال", "عبر", "الي"))
_PRONOUNS: Final = ("ها", "هم", "هما")
# Kinds of those whom an office makes no official.
_OWN_KINDS: Final = frozenset(("witness", "media", "medic", "activist", "unnamed"))
_SHORT_QUOTE: Final = 4
_LONGEST: Final = 24
# A given name that is written like a preposition.
_ALI: Final = "علي"
_HONOURS: Final = 4
_HONOURED: Final = frozenset(("speaker.actor", "speaker.person", "speaker.unknown"))
# Letters that stand for a title before a name: د. / أ. / م.
_LETTERS: Final = frozenset(("د", "ا", "م"))


class Phrases(Heads):
    """Speakers named in one chart; each start is read once."""

    __slots__ = (
        "_depth",
        "_ends",
        "_found",
        "_starts",
        "chart",
        "keys",
    )

    def __init__(self, chart: Chart) -> None:
        self.chart = chart
        self.keys = chart.doc.keys
        super().__init__(Reader(chart))
        self._found: dict[int, Node | None] = {}
        self._ends: dict[int, Node] = {}
        self._starts: dict[int, set[int]] | None = None
        self._depth = 0

    def at(self, i: int) -> Node | None:
        """The phrase that begins at token i, proclitics of which stay outside."""
        if i in self._found:
            return self._found[i]
        if self._depth >= DEEPEST:
            return None
        self._depth += 1
        self._found[i] = found = self._joined(i)
        self._depth -= 1
        return found

    def until(self, j: int) -> Node | None:
        """The longest phrase that ends before token j; a sentence is read when first asked."""
        if self._starts is None:
            self._starts = self._by_sentence()
        starts = self._starts.pop(self.chart.doc.sentence_index(j - 1), ())
        for start in sorted(starts, reverse=True):
            node = self.at(start)
            if node is not None:
                self._ends[node.j] = node
        return self._ends.get(j)

    def _by_sentence(self) -> dict[int, set[int]]:
        """Where phrases may begin, by sentence."""
        found: dict[int, set[int]] = {}
        for tag in ("actor", HEAD_TAG):
            for node in self.chart.of(tag):
                found.setdefault(self.chart.doc.sentence_index(node.i), set()).add(node.i)
        return found

    def _joined(self, i: int) -> Node | None:
        """The first of two who are joined by و, the second where the first is vague."""
        first = self._read(i)
        if (
            first is None
            or first.value.kind not in _VAGUE
            or not self.reader.key(first.j).startswith("و")
        ):
            return first
        second = self.reader.longest(first.j, "actor")
        if second is None or second.value.id is None or second.value.kind == "person":
            return first
        return self._acting(second)

    def _read(self, i: int) -> Node | None:
        """The longest of the readings."""
        if self.reader.key(i) not in _openers():
            return self._plain(i)
        return self._opened(i)

    def _opened(self, i: int) -> Node | None:
        """What a title, a demonstrative, a quotation mark or أحد opens."""
        reader = self.reader
        key = reader.key(i)
        if key == "#":
            return self.at(i + 1)
        if key in words("named") and reader.key(i + 1) in _LETTERS and reader.key(i + 2) == ".":
            return self._titled(i + 1, i)
        if key in words("courtesy"):
            return self._honoured(i)
        if key in _LETTERS and reader.key(i + 1) in (".", "/"):
            return self._titled(i)
        if key in words("this") or (key[:1] in "لب" and key[1:] in words("this")):
            return self._this(i, key)
        one = self._one_of(i)
        if one is not None:
            return one
        closer = OPEN.get(key)
        return self._quoted(i, closer) if closer is not None else self._plain(i)

    def _plain(self, i: int) -> Node | None:
        """An actor or a head, whichever is read further."""
        actor = self.reader.longest(i, "actor")
        head = self.reader.longest(i, HEAD_TAG)
        if head is not None and self.reader.is_quality(head):
            return self._acting(actor) if actor is not None and actor.j > head.j else None
        if head is not None and (actor is None or head.j >= actor.j or _role(head)):
            by_head = self.headed(head)
            if actor is None or (by_head.j, _role(head)) > (actor.j, False):
                return by_head
        return self._acting(actor) if actor is not None else None

    def _honoured(self, i: int) -> Node | None:
        """A person or office after a title of honour: معالي الوزير، صاحب السمو الأمير."""
        at = i
        while at - i < _HONOURS and self.reader.key(at) in words("courtesy"):
            at += 1
        inner = self.at(at) or self.unknown(at, strict=True)
        if inner is None or inner.skip or inner.rule not in _HONOURED:
            return None
        value = self._renamed(i, inner)
        return Node("speaker", i, inner.j, value, inner.rule, inner.parts)

    def _titled(self, i: int, first: int | None = None) -> Node | None:
        """A person after a letter that stands for a title: د. محمد علي، مدير المستشفى."""
        inner = self.at(i + 2) or self.unknown(i + 2, strict=True)
        if inner is None or inner.skip:
            return None
        person = any(n.kind == "actor" and n.value.kind == "person" for n in inner.parts)
        kind: SpeakerKind = inner.value.kind
        if kind == "unnamed":
            kind = "official"
        if not (person or inner.rule == "speaker.unknown"):
            return None
        rule = inner.rule.removeprefix("speaker.")
        return self.reader.node(i if first is None else first, inner.j, kind, rule, inner.parts)

    def _this(self, i: int, key: str) -> Node | None:
        """A second mention after a demonstrative: هذا المصدر، ذات المصدر."""
        inner = self.at(i + 1)
        if inner is None or inner.skip:
            return None
        skip = 0 if key in words("this") else 1
        value = self._renamed(i, inner, skip)
        return Node("speaker", i, inner.j, value, inner.rule, inner.parts, skip)

    def _one_of(self, i: int) -> Node | None:
        """One or some of those named after (أحد أقارب الضحية، عدد من الأهالي)."""
        first = self.reader.key(i)
        for length in (2, 1):
            if " ".join(self.keys[i : i + length]) in words("one"):
                inner = self.at(i + length) or self.unknown(i + length)
                if inner is None or inner.skip:
                    return None
                parts = (inner,)
                return Node("speaker", i, inner.j, self._renamed(i, inner), "speaker.one of", parts)
        if first[:1] == "ل" and first[1:] in words("one"):
            inner = self.at(i + 1)
            if inner is not None and not inner.skip:
                value = self._renamed(i, inner, 1)
                return Node("speaker", i, inner.j, value, "speaker.one of", (inner,), 1)
        return None

    def _quoted(self, i: int, closer: str) -> Node | None:
        """A name in quotation marks, which stay outside."""
        inner = self.at(i + 1)
        reader = self.reader
        if inner is not None and reader.key(inner.j) == closer and inner.j - i < _LONGEST:
            return inner
        end = reader.quoted(i) - 1
        if closer != '"' or not i < end <= i + _SHORT_QUOTE:
            return None
        after = reader.key(end + 1)
        told = reader.is_that(end + 1) or after in _AFTER_QUOTE or after.startswith("ل")
        return reader.node(i + 1, end, "unnamed", "unknown", ()) if told else None

    def _acting(self, actor: Node) -> Node:
        """An actor with the place, the adjective or the office that follows it."""
        end = self.reader.place(self._untold(actor))
        value, kind = actor.value, of_actor(actor.value)
        if value.kind == "person":
            if end == actor.j:
                name = self.reader.surname(actor.j)
                end = self.office(name)
                kind = self._role_at(name, end) or self._standing(actor, end > name)
            kind = of_person(self.keys[actor.i : end], kind)
        else:
            end = self._led(self.adjectives(end, True)[0])
        head = self.reader.longest(actor.i, HEAD_TAG) if kind == "unnamed" else None
        if head is not None:
            kind = head.value.kind
        node = self.reader.node(actor.i, end, kind, "actor", (actor,), actor.skip)
        if value.id:
            node.value = SpeakerValue(value.name, kind)
        return node

    def _led(self, i: int) -> int:
        """Token after who leads a body: (التحالف) بقيادة السعودية."""
        if self.reader.key(i) not in words("led"):
            return i
        leader = self.reader.longest(i + 1, "actor") or self.reader.longest(i + 1, "place")
        return leader.j if leader is not None and not leader.skip else i

    def _standing(self, actor: Node, office: bool) -> SpeakerKind:
        """Official where a person is known by an office or a title; else nothing tells."""
        titles = (n.value for k in range(actor.i, actor.j) for n in self.chart.at(k, "actor.title"))
        held = office or bool(actor.value.id) or any(t.office != "person" for t in titles)
        return "official" if held else "unnamed"

    def _role_at(self, name: int, end: int) -> SpeakerKind | None:
        """Kind of those whom the office behind a name makes no official: شقيق القتيل، طبيب."""
        for k in (name, name + 1):
            head = self.reader.longest(k, HEAD_TAG) if k < end else None
            if head is not None:
                found: SpeakerKind = head.value.kind
                return found if found in _OWN_KINDS else None
        return None

    def _untold(self, actor: Node) -> int:
        """End of an actor without the medium that an office was read with (لرويترز)."""
        if actor.value.kind == "person":
            for k in range(actor.i + 1, actor.j):
                told = self.chart.at(k, "actor.name")
                media = any(n.value.kind == "media" and prep(n) == "ل" for n in told)
                if media or self.reader.told_to(k):
                    return k
        return actor.j

    def told_to(self, i: int) -> bool:
        """Whether the word is one to whom something is told: للقناة، لصحيفة."""
        return self.reader.told_to(i)

    def unknown(self, i: int, strict: bool = False) -> Node | None:
        """Somebody whom no table knows, named between a verb of saying and what is said.

        A name that begins with an unknown word, or (not `strict`) a definite noun with what
        follows it.
        """
        reader = self.reader
        end = self._unknown_end(i)
        person = reader.person(end) if end > i else None
        end = person.j if person is not None else end
        if end == i or end - i > 2 * MOST_WORDS or not self._is_name(i, end, strict):
            return None
        office = self.office(end)
        role = self._role_at(end, office)
        kind: SpeakerKind = "official" if person is not None or office > end else "unnamed"
        kind = role or kind
        return reader.node(i, office, of_person(self.keys[i:office], kind), "unknown", ())

    def _unknown_end(self, i: int) -> int:
        """Token after the words that a name may hold, up to an office."""
        reader = self.reader
        end = i
        definite = reader.key(i).startswith("ال") and reader.key(i) in common()
        if reader.key(i) == _ALI and is_known(reader.key(i + 1)):
            end += 1
        while end - i <= MOST_WORDS and reader.name_word(end):
            role = reader.longest(end, HEAD_TAG)
            if end > i and role is not None and not role.skip and is_office(role):
                break
            if definite and end > i and not reader.key(end).startswith("ال"):
                break
            place = reader.longest(end, "place")
            end = place.j if place is not None and not place.skip and end > i else end + 1
        return end

    def _is_name(self, i: int, end: int, strict: bool) -> bool:
        """Whether words can name somebody: they begin with no common word, unless with a noun."""
        key = self.reader.key(i)
        own = self.chart.doc.text[self.chart.doc.ends[i] - 1] == "ه" and not is_known(key)
        if (
            own
            or key.endswith(_PRONOUNS)
            or (end == i + 1 and key.endswith("ا") and not is_known(key))
        ):
            return False
        if is_known(key) or is_particle(key) or (key not in common() and not key.startswith("لل")):
            return True
        return not strict and (key.startswith("ال") or self.reader.is_that(end))

    def _renamed(self, i: int, inner: Node, skip: int = 0) -> SpeakerValue:
        """The value of a longer phrase around another."""
        return SpeakerValue(self.reader.words(i, inner.j, skip), inner.value.kind)


@cache
def _openers() -> frozenset[str]:
    """The words and marks that open more than an actor or a head."""
    these, ones = words("this"), words("one")
    return frozenset(
        (
            "#",
            *OPEN,
            *_LETTERS,
            *words("named"),
            *words("courtesy"),
            *(letter + word for letter in ("", "ل", "ب") for word in these),
            *(letter + word.partition(" ")[0] for letter in ("", "ل") for word in ones),
        )
    )


def _role(head: Node) -> bool:
    """Heads whose phrase is longer than the actor that begins with it."""
    return head.value.cls in ("person", "source", "people", "doc")

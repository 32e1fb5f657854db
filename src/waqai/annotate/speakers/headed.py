"""Heads of speakers with all that belongs to them: مصدر + أمني + في شرطة + المدينة."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import Final

from waqai.annotate.actors.names import name_end
from waqai.annotate.chart import Node
from waqai.annotate.speakers.kinds import of_head, of_person
from waqai.annotate.speakers.reader import (
    CLOSERS,
    COMMAS,
    MOST_WORDS,
    OPEN,
    Reader,
    definite,
    is_office,
    nisba_like,
    prep,
)
from waqai.annotate.speakers.tables import HEAD_TAG, QUALIFIER_TAG, SpeakerHead, words

# Behind who speaks for those told of before.
_IN_NAME: Final = ("باسمه", "باسمها", "باسمهم", "باسمهما", "بلسانه", "بلسانها", "بلسانهم")
_SPOKESMEN: Final = ("متحدث", "متحدثه", "متحدثا", "ناطق", "ناطقه", "ناطقا")
_LINKS: Final = frozenset(("في", "من", "لدي", "باسم", "بلسان", "عن", "داخل", "ل", "ب"))
_NOT_BODIES: Final = frozenset(("doc", "source"))
_ADJECTIVE: Final = ("يه", "يات")
_MOST_PARTS: Final = 3
# A phrase in a phrase in a phrase ...: no name is nested deeper, and no text may cost more.
DEEPEST: Final = 6
End = tuple[int, Node | None]


class Heads(ABC):
    """Reads the phrases that heads open."""

    __slots__ = ("_nested", "reader")

    def __init__(self, reader: Reader) -> None:
        self.reader = reader
        self._nested = 0

    @abstractmethod
    def at(self, i: int) -> Node | None:
        """The phrase, of whatever sort, that begins at token i."""

    def headed(self, head: Node) -> Node:
        """A head, its adjectives, its body or place, its holder's name."""
        value: SpeakerHead = head.value
        end, qualifiers = self.adjectives(head.j, self._known(head))
        self._nested += 1
        end, owner, more = self._belonging(head, end)
        self._nested -= 1
        end, person = self._holder(end, head)
        kind = of_head(value, qualifiers + more, owner)
        if value.cls == "doc" and owner is not None and kind == "unnamed":
            issuer = self.at(owner.i)
            kind = issuer.value.kind if issuer is not None else kind
        if value.cls == "person" and owner is None and kind in ("official", "military"):
            kind = of_person(self.reader.keys[head.i : end], kind)
        parts = tuple(n for n in (head, *qualifiers, *more, owner, person) if n is not None)
        return self.reader.node(head.i, end, kind, value.cls, parts, head.skip)

    def office(self, i: int) -> int:
        """Token after the office told behind a name: محمد علي، مدير الصحة."""
        reader = self.reader
        at = i + 1 if reader.key(i) in COMMAS else i
        head = reader.longest(at, HEAD_TAG)
        inner = reader.longest(at, "actor")
        if inner is not None and not inner.skip and inner.rule == "actor.office":
            end = inner.j
        elif head is not None and not head.skip and is_office(head):
            end = self.headed(head).j
        else:
            return i
        return end if at == i or self._closes(end) else i

    def _closes(self, i: int) -> bool:
        """Whether an office told behind a name ends here, before a mark, time or what is said."""
        reader = self.reader
        if reader.key(i) in CLOSERS or reader.is_that(i):
            return True
        timed = reader.key(i) in words("time") or any(True for _ in reader.chart.at(i, "date"))
        return timed or reader.key(i) in words("aside")

    def _belonging(self, head: Node, i: int) -> tuple[int, Node | None, list[Node]]:
        """Token after all that belongs to a head, the first body of it, its adjectives."""
        owner: Node | None = None
        qualifiers: list[Node] = []
        end = i
        sent = self.reader.key(head.i)[head.skip :].removeprefix("ال") in words("envoy")
        for _ in range(_MOST_PARTS if self._nested <= DEEPEST else 0):
            fresh = owner is None and end == head.j
            after, found = self._complement(end, head, fresh)
            if after == end:
                break
            if fresh or not sent:
                owner = owner or found
            end, more = self.adjectives(after)
            qualifiers += more
        return end, owner, qualifiers

    def _known(self, head: Node) -> bool:
        """Whether a head is definite, itself or through the last word of its phrase."""
        last = self.reader.key(head.j - 1)
        return definite(head) or (head.j - head.i > 1 and last.startswith("ال"))

    def adjectives(self, i: int, known: bool | None = None) -> tuple[int, list[Node]]:
        """Token after the adjectives from i on (that agree in definiteness), and them."""
        found: list[Node] = []
        while len(found) < MOST_WORDS:
            best: Node | None = None
            for node in self.reader.chart.begins(i):
                if node.kind not in (QUALIFIER_TAG, "actor.nisba", "actor.qualifier") or node.cut:
                    continue
                if known is not None and definite(node) != known:
                    continue
                joined = node.reading is not None and node.reading.conj == "و"
                if node.skip and not (joined and found and node.kind == QUALIFIER_TAG):
                    continue
                if best is None or node.kind == QUALIFIER_TAG:
                    best = node
            if best is None:
                break
            found.append(best)
            i = best.j
        return i, found

    def _complement(self, i: int, head: Node, fresh: bool) -> End:
        """Token after the body, place or name that belongs to a head, and that body."""
        cls = head.value.cls
        if self.reader.told_to(i):
            return i, None
        spokesman = self.reader.key(i - 1).removeprefix("ال") in _SPOKESMEN
        if spokesman and self.reader.key(i) in _IN_NAME:
            return i + 1, None
        if cls == "doc":
            issuer = self._issuer(i) if fresh or self._is_issuing(i) else None
            if issuer is not None:
                return issuer.j, issuer
        elif self.reader.key(i) in _LINKS and self._joins(i, head):
            return self._linked(i, self.reader.key(i))
        actor = self.reader.body(i)
        if actor is not None and (not actor.skip or prep(actor) in ("ل", "ب")):
            if cls == "org" and self._closed(head, actor):
                return i, None
            return self._of_actor(i, actor, cls, fresh)
        place = self.reader.longest(i, "place")
        if place is not None and cls != "doc" and (not place.skip or prep(place) == "ب"):
            return place.j, None
        inner = self.reader.longest(i, HEAD_TAG)
        if inner is not None and self._nested < DEEPEST and _holds(inner, cls, fresh):
            return self._of_head(inner)
        return self._of_name(i, head, fresh), None

    def _joins(self, i: int, head: Node) -> bool:
        """Whether a preposition goes on a phrase: عن only of those who answer for something."""
        first = self.reader.key(head.i)[head.skip :].removeprefix("ال")
        return self.reader.key(i) != "عن" or first.startswith("مسءول")

    def _closed(self, head: Node, actor: Node) -> bool:
        """Whether a body is told in full, and another or a person stands next: (اتهمت) النيابة
        سالم حمدان، منظمات حقوقية القوات.
        """
        described = head.j - head.i > 1 and self.reader.key(head.j - 1).endswith(_ADJECTIVE)
        person = actor.value.kind == "person"
        return not actor.skip and ((definite(head) and person) or (described and not person))

    def _of_actor(self, i: int, actor: Node, cls: str, fresh: bool) -> End:
        """The actor where it can own the head: no holder's name, nobody to whom it is told."""
        if (
            not actor.skip
            and not fresh
            and (cls in ("source", "people", "org") or actor.value.kind == "media")
        ):
            return i, None
        if actor.value.kind == "person" and cls in ("person", "source", "people"):
            return i, None
        told = actor.value.kind == "media" and prep(actor) == "ل"
        return (i, None) if told else (actor.j, actor)

    def _of_head(self, inner: Node) -> End:
        """The phrase of a head inside another."""
        node = self.headed(inner)
        return node.j, next((part for part in node.parts if part.kind == "actor"), node)

    def _of_name(self, i: int, head: Node, fresh: bool) -> int:
        """Token after a name that no table holds, behind its head."""
        reader, cls = self.reader, head.value.cls
        key = reader.key(i)
        if cls == "person" and key in words("affairs"):
            return reader.genitive(i + 1, 1) if key.startswith("لش") else reader.genitive(i + 1)
        if cls == "org" and key.startswith(("لل", "لحقوق")) and reader.name_word(i):
            return reader.body_name(i)
        if not fresh:
            return i
        if key == '"':
            return self._called_so(reader.quoted(i), cls)
        if cls == "org" and not definite(head):
            return reader.body_name(i)
        if cls == "org" and nisba_like(key) and reader.name_word(i):
            return i + 1
        if cls == "people" and key.startswith("ال") and reader.name_word(i):
            return i + 1
        return reader.genitive(i) if cls == "person" and not definite(head) else i

    def _called_so(self, end: int, cls: str) -> int:
        """Token after what is told of one behind a name in quotes: (شقيق) «طفل المخيم» المتوفى."""
        described = cls == "people" and self.reader.key(end).startswith("ال")
        return end + 1 if described and self.reader.name_word(end) else end

    def _issuer(self, i: int) -> Node | None:
        """Whose statement it is, some words on: (بيان) صادر عن وزارة, (تقرير) نشرته صحيفة."""
        for k in range(i, min(i + 4, len(self.reader.keys))):
            if self.reader.key(k) not in words("issued"):
                break
            found = self.at(k + 1)
            if found is not None and not found.skip and found.rule != "speaker.doc":
                return found
        return None

    def _is_issuing(self, i: int) -> bool:
        """Whether a verb with its object tells behind an adjective who issued it: (حصيلة جديدة)
        أعلنها.
        """
        return self.reader.key(i) in words("issuing")

    def _linked(self, i: int, link: str) -> End:
        """Token after a preposition with a body, a place or a head."""
        reader = self.reader
        closer = OPEN.get(reader.key(i + 1))
        at = i + 1 + (closer is not None)
        actor = reader.body(at)
        if link == "ل" and (actor is None or actor.value.kind == "media"):
            return i, None
        if actor is not None and not actor.skip:
            return actor.j + (reader.key(actor.j) == closer), actor
        place = reader.longest(at, "place")
        if place is not None and not place.skip and link != "عن":
            return place.j, None
        if link == "في" and reader.key(at) in words("area"):
            return at + 1, None
        head = reader.longest(at, HEAD_TAG)
        deep = self._nested >= DEEPEST
        if head is not None and not (deep or head.skip or head.value.cls in _NOT_BODIES):
            return self._of_head(head)
        if link == "في" and (end := self._among(at)) > at:
            return end, None
        if link != "باسم":
            return i, None
        # In whose name somebody speaks a word tells even where it means something else (العملية).
        return max(reader.body_name(at), at + reader.key(at).startswith("ال")), None

    def _among(self, at: int) -> int:
        """Token after definite words that tell among whom, right before what is said: (مصادر في)
        القوى الجنوبية إن.
        """
        reader, end = self.reader, at
        if reader.key(at).removeprefix("ال") in words("occasion"):
            return at
        while end < at + _MOST_PARTS and reader.key(end).startswith("ال"):
            end += 1
        return end if reader.is_that(end) else at

    def _holder(self, i: int, head: Node) -> End:
        """Token after the name of the holder, with a comma or a title before it."""
        reader, cls = self.reader, head.value.cls
        if cls not in ("person", "source", "people"):
            return i, None
        at = i + 1 if reader.key(i) in COMMAS else i
        titled = at
        while reader.key(titled) in words("named"):
            titled += 1
        if reader.key(titled) == '"' and cls == "person":
            return reader.quoted(titled), None
        person = reader.person(titled) or reader.person(at)
        if person is not None:
            return reader.surname(person.j), person
        led = titled > at or (at == i and definite(head)) or (at > i and cls == "person")
        if not led or not reader.name_word(titled):
            return i, None
        if any(node.skip for node in reader.chart.at(titled, "actor")):
            return i, None
        end = name_end(reader.chart.doc, titled, True)
        if end is None or (at > i and not self._apart(end, titled > at)):
            return i, None
        return reader.surname(end), None

    def _apart(self, end: int, titled: bool) -> bool:
        """Whether a name between commas ends here, before its verb or what is said."""
        reader = self.reader
        if reader.is_that(end) or (titled and reader.key(end) in COMMAS):
            return True
        after = reader.key(end + 1)
        return reader.key(end) in COMMAS and (after in words("lead") or reader.is_that(end + 1))


def _holds(inner: Node, cls: str, fresh: bool) -> bool:
    """Whether a second head belongs to the first: مدير المستشفى, بيان الداخلية, للدفاع."""
    if inner.value.cls == "source" and cls != "doc":
        return False
    return prep(inner) in ("ل", "ب") if inner.skip else fresh

"""Phrases that name who says something: an actor, or a head with what describes it.

`Phrases.at` reads the phrase that begins at a token, `Phrases.until` the one that ends before a
token; both only where a word of saying stands, so the cost follows those words.
"""

from __future__ import annotations

from waqai.annotate.actors.names import common, is_known, is_particle, name_end
from waqai.annotate.chart import Chart, Node
from waqai.annotate.speakers.kinds import of_actor, of_head, of_person
from waqai.annotate.speakers.tables import (
    FRAME_TAG,
    HEAD_TAG,
    QUALIFIER_TAG,
    VERB_TAG,
    SpeakerHead,
    words,
)
from waqai.model.codes import SpeakerKind
from waqai.model.values import SpeakerValue

_OPEN = {'"': '"', "(": ")", "'": "'", "[": "]"}
_LINKS = frozenset(("في", "من", "لدي", "باسم", "عن", "داخل", "ل", "ب"))
_NOT_BODIES = frozenset(("doc", "source"))
_BREAKS = frozenset((":", "،", ",", "؛", "!", "؟", "\n"))
_NO_NAME = frozenset((FRAME_TAG, "trigger", "actor", "number", "date"))
_ENDS_NAME = frozenset((FRAME_TAG, VERB_TAG, HEAD_TAG, "place.head"))
_VAGUE = frozenset(("unnamed", "media"))
_MOST_WORDS = 5
_LONGEST = 24
# Names inside names (مدير مكتب رئيس ...) are followed so far.
_DEEPEST = 6
# A phrase in a phrase in a phrase …: no name is nested deeper, and no text may cost more.
_DEEPEST = 6


class Phrases:
    """Speakers named in one chart; each start is read once."""

    __slots__ = ("_depth", "_ends", "_found", "chart", "keys")

    def __init__(self, chart: Chart) -> None:
        self.chart = chart
        self.keys = chart.doc.keys
        self._found: dict[int, Node | None] = {}
        self._ends: dict[int, Node] | None = None
        self._depth = 0

    def at(self, i: int) -> Node | None:
        """The phrase that begins at token i, proclitics of which stay outside."""
        if i in self._found:
            return self._found[i]
        if self._depth >= _DEEPEST:
            return None
        self._depth += 1
        self._found[i] = found = self._joined(i)
        self._depth -= 1
        return found

    def until(self, j: int) -> Node | None:
        """The longest phrase that ends before token j."""
        if self._ends is None:
            self._ends = {}
            starts = {n.i for tag in ("actor", HEAD_TAG) for n in self.chart.of(tag)}
            for start in sorted(starts, reverse=True):
                node = self.at(start)
                if node is not None:
                    self._ends[node.j] = node
        return self._ends.get(j)

    def key(self, i: int) -> str:
        """Folded token i, "" outside the text."""
        return self.keys[i] if 0 <= i < len(self.keys) else ""

    def _joined(self, i: int) -> Node | None:
        """The first of two who are joined by و, the second where the first is vague."""
        first = self._read(i)
        if first is None or first.value.kind not in _VAGUE or not self.key(first.j).startswith("و"):
            return first
        second = _longest(self.chart, first.j, "actor")
        if second is None or second.value.id is None or second.value.kind == "person":
            return first
        return self._acting(second)

    def _read(self, i: int) -> Node | None:
        """The longest of the readings."""
        key = self.key(i)
        if key == "#":
            return self.at(i + 1)
        if key in words("this") or (key[:1] in "لب" and key[1:] in words("this")):
            return self._this(i, key)
        one = self._one_of(i)
        if one is not None:
            return one
        closer = _OPEN.get(self.key(i))
        if closer is not None:
            return self._quoted(i, closer)
        actor = _longest(self.chart, i, "actor")
        head = _longest(self.chart, i, HEAD_TAG)
        if head is not None and (actor is None or head.j >= actor.j or _role(head)):
            by_head = self._headed(head)
            if actor is None or by_head.j >= actor.j:
                return by_head
        return self._acting(actor) if actor is not None else None

    def _this(self, i: int, key: str) -> Node | None:
        """A second mention after a demonstrative: هذا المصدر، ذات المصدر."""
        inner = self.at(i + 1)
        if inner is None or inner.skip:
            return None
        skip = 0 if key in words("this") else 1
        value = _renamed(self, i, inner, skip)
        return Node("speaker", i, inner.j, value, inner.rule, inner.parts, skip)

    def _one_of(self, i: int) -> Node | None:
        """One or some of those named after (أحد أقارب الضحية، عدد من الأهالي)."""
        first = self.key(i)
        for length in (2, 1):
            if " ".join(self.keys[i : i + length]) in words("one"):
                inner = self.at(i + length) or self.unknown(i + length)
                if inner is None or inner.skip:
                    return None
                parts = (inner,)
                return Node("speaker", i, inner.j, _renamed(self, i, inner), "one of", parts)
        if first[:1] == "ل" and first[1:] in words("one"):
            inner = self.at(i + 1)
            if inner is not None and not inner.skip:
                value = _renamed(self, i, inner, 1)
                return Node("speaker", i, inner.j, value, "one of", (inner,), 1)
        return None

    def _quoted(self, i: int, closer: str) -> Node | None:
        """A name in quotation marks, which stay outside."""
        inner = self.at(i + 1)
        if inner is not None and self.key(inner.j) == closer and inner.j - i < _LONGEST:
            return inner
        for k in range(i + 2, i + 5):
            if self.key(k) == closer and closer == '"':
                said = _that(self, k + 1) or self.key(k + 1) in ("في", "،", ":")
                return (
                    _node(i + 1, k, _words(self, i + 1, k, 0), "unnamed", "unknown", (), 0)
                    if said
                    else None
                )
        return None

    def _acting(self, actor: Node) -> Node:
        """An actor with the place, the adjective or the office that follows it."""
        end = self._place(self._untold(actor))
        if end == actor.j and actor.value.kind == "person":
            end = self._office(self._surname(actor.j))
        kind = of_actor(actor.value)
        if actor.value.kind == "person":
            kind = of_person(self.keys[actor.i : end], kind)
        name = actor.value.name if actor.value.id else _words(self, actor.i, end, actor.skip)
        return _node(actor.i, end, name, kind, "actor", (actor,), actor.skip)

    def _untold(self, actor: Node) -> int:
        """End of an actor without the medium that an office was read with (لرويترز)."""
        if actor.value.kind == "person":
            for k in range(actor.i + 1, actor.j):
                told = self.chart.at(k, "actor.name")
                if any(n.value.kind == "media" and _prep(n) == "ل" for n in told):
                    return k
        return actor.j

    def _surname(self, i: int) -> int:
        """Token after more names behind a person's, none of which is a common word."""
        end = i + 1 if self.key(i) == "#" and self._name_word(i + 1) else i
        while end - i < 3 and self._name_word(end):
            key = self.key(end)
            leaves = self.chart.begins(end)
            if key in common() or len(key) < 3 or any(n.kind in _ENDS_NAME for n in leaves):
                break
            if key[0] in "وفبلك":
                break
            end += 1
        return end if end == i or self.key(end - 1) != "#" else i

    def _office(self, i: int) -> int:
        """Token after the office told behind a name: محمد علي، مدير الصحة."""
        at = i + 1 if self.key(i) in ("،", ",") else i
        head = _longest(self.chart, at, HEAD_TAG)
        inner = _longest(self.chart, at, "actor")
        if inner is not None and not inner.skip and inner.rule == "actor.office":
            end = inner.j
        elif head is not None and not head.skip and _is_office(head):
            end = self._headed(head).j
        else:
            return i
        return end if at == i or self.key(end) in ("،", ",", ":") or _that(self, end) else i

    def _headed(self, head: Node) -> Node:
        """A head, its adjectives, its body or place, its holder's name."""
        value: SpeakerHead = head.value
        self._depth += 1
        end, qualifiers = self._adjectives(head.j, self._known(head))
        owner: Node | None = None
        self._depth += 1
        for _ in range(3 if self._depth <= _DEEPEST else 0):
            fresh = owner is None and end == head.j
            after, found = self._complement(end, value, fresh, _definite(head))
            if after == end:
                break
            owner = owner or found
            end, more = self._adjectives(after)
            qualifiers += more
        self._depth -= 1
        end, person = self._named(end, value, head)
        self._depth -= 1
        kind = of_head(value, qualifiers, owner)
        if value.cls == "person" and owner is None and kind in ("official", "military"):
            kind = of_person(self.keys[head.i : end], kind)
        parts = tuple(n for n in (head, *qualifiers, owner, person) if n is not None)
        name = _words(self, head.i, end, head.skip)
        return _node(head.i, end, name, kind, f"{value.cls}", parts, head.skip)

    def _known(self, head: Node) -> bool:
        """Whether a head is definite, itself or through the last word of its phrase."""
        return _definite(head) or (head.j - head.i > 1 and self.key(head.j - 1).startswith("ال"))

    def _adjectives(self, i: int, known: bool | None = None) -> tuple[int, list[Node]]:
        """Token after the adjectives from i on (that agree in definiteness), and them."""
        found: list[Node] = []
        while len(found) < _MOST_WORDS:
            best: Node | None = None
            for node in self.chart.begins(i):
                if node.kind not in (QUALIFIER_TAG, "actor.nisba", "actor.qualifier") or node.cut:
                    continue
                if known is not None and _definite(node) != known:
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

    def _complement(
        self, i: int, head: SpeakerHead, fresh: bool, known: bool
    ) -> tuple[int, Node | None]:
        """Token after the body, place or name that belongs to a head, and that body."""
        key = self.key(i)
        if key in _LINKS and head.cls != "doc":
            return self._linked(i, key)
        if head.cls == "doc" and fresh and (issuer := self._issuer(i)) is not None:
            return issuer.j, issuer
        actor = _longest(self.chart, i, "actor")
        if actor is not None and (not actor.skip or _prep(actor) in ("ل", "ب")):
            if actor.skip == 0 and head.cls == "source" and not fresh:
                return i, None
            if actor.value.kind == "person" and head.cls in ("person", "source", "people"):
                return i, None
            if actor.value.kind == "media" and _prep(actor) == "ل":
                return i, None
            return actor.j, actor
        place = _longest(self.chart, i, "place")
        if place is not None and head.cls != "doc" and (not place.skip or _prep(place) == "ب"):
            return place.j, None
        inner = _longest(self.chart, i, HEAD_TAG)
        deep = self._depth >= _DEEPEST
        if inner is not None and not deep and _holds(inner, head, fresh):
            node = self._headed(inner)
            return node.j, next((p for p in node.parts if p.kind == "actor"), node)
        if head.cls == "org" and key.startswith(("لل", "لحقوق")) and self._name_word(i):
            return self._unknown(i, head), None
        if fresh and ((head.cls in ("org", "doc") and not known) or key == '"'):
            return self._unknown(i, head), None
        if fresh and head.cls == "people" and key.startswith("ال") and self._name_word(i):
            return i + 1, None
        if fresh and head.cls == "person" and not known:
            return self._genitive(i), None
        return i, None

    def _genitive(self, i: int) -> int:
        """Token after a definite noun and its adjectives: (وزير) النقل, (شقيق) الضحية."""
        end = i
        while end - i < 3 and self.key(end).startswith("ال") and self._name_word(end):
            if self.key(end) in words("named") or self.key(end) in words("relative"):
                break
            end += 1
        return end

    def _issuer(self, i: int) -> Node | None:
        """Whose statement it is, some words on: (بيان) صادر عن وزارة, (تقرير) نشرته صحيفة."""
        for k in range(i, min(i + 4, len(self.keys))):
            if self.key(k) not in words("issued"):
                break
            found = self.at(k + 1)
            if found is not None and not found.skip and found.rule != "speaker.doc":
                return found
        return None

    def _linked(self, i: int, link: str) -> tuple[int, Node | None]:
        """Token after a preposition with a body, a place or a head."""
        at = i + 1
        closer = _OPEN.get(self.key(at))
        at += closer is not None
        actor = _longest(self.chart, at, "actor")
        if link == "ل" and (actor is None or actor.value.kind == "media"):
            return i, None
        if actor is not None and not actor.skip:
            return actor.j + (self.key(actor.j) == closer), actor
        place = _longest(self.chart, at, "place")
        if place is not None and not place.skip and link != "عن":
            return place.j, None
        head = _longest(self.chart, at, HEAD_TAG)
        deep = self._depth >= _DEEPEST
        if head is not None and not (deep or head.skip) and head.value.cls not in _NOT_BODIES:
            node = self._headed(head)
            return node.j, next((p for p in node.parts if p.kind == "actor"), node)
        if link == "باسم":
            return self._unknown(at, SpeakerHead("org", "official")), None
        return i, None

    def _unknown(self, i: int, head: SpeakerHead) -> int:
        """Token after the name of a body that no table holds: in quotes, or up to a common word."""
        closer = _OPEN.get(self.key(i))
        if closer is not None:
            for k in range(i + 1, min(i + 9, len(self.keys))):
                if self.keys[k] == closer:
                    return k + 1 if k > i + 1 else i
                if self.keys[k] in _BREAKS:
                    break
            return i
        if head.cls == "doc":
            return i
        end = i
        while end - i < _MOST_WORDS and self._name_word(end):
            end += 1
        return end

    def _name_word(self, i: int) -> bool:
        """Whether a word may go on a name: no mark, number, preposition or verb of saying."""
        key = self.key(i)
        if not key.isalpha() or key in words("stop") or key in words("time") or _that(self, i):
            return False
        if self.told_to(i):
            return False
        for node in self.chart.begins(i):
            if node.kind in _NO_NAME or (node.kind == VERB_TAG and node.value.need != "what"):
                return False
        return True

    def told_to(self, i: int) -> bool:
        """Whether the word is one to whom something is told: للقناة، لصحيفة."""
        if not self.key(i).startswith("ل"):
            return False
        media = (n for n in self.chart.at(i, HEAD_TAG) if n.value.kind == "media")
        return self.key(i).startswith("للصح") or any(_prep(node) == "ل" for node in media)

    def _place(self, i: int) -> int:
        """Token after a place told of a body: (الشرطة) في بغداد, (الدفاع المدني) بحلب."""
        key = self.key(i)
        at = i + 1 if key == "في" else i
        place = _longest(self.chart, at, "place")
        if place is None:
            return i
        joined = at > i and not place.skip
        return place.j if joined or (at == i and _prep(place) == "ب") else i

    def _named(self, i: int, head: SpeakerHead, leaf: Node) -> tuple[int, Node | None]:
        """Token after the name of the holder, with a comma or a title before it."""
        if head.cls not in ("person", "source", "people"):
            return i, None
        at = i + 1 if self.key(i) in ("،", ",") else i
        titled = at
        while self.key(titled) in words("named"):
            titled += 1
        if self.key(titled) == '"' and head.cls == "person":
            return self._unknown(titled, head), None
        person = _longest(self.chart, titled, "actor") or _longest(self.chart, at, "actor")
        if person is not None and person.value.kind == "person" and not person.skip:
            return person.j, person
        led = titled > at or (at == i and _definite(leaf))
        if not led or not self._name_word(titled):
            return i, None
        if any(node.skip for node in self.chart.at(titled, "actor")):
            return i, None
        end = name_end(self.chart.doc, titled, True)
        if end is None or (at > i and self.key(end) not in ("،", ",") and not _that(self, end)):
            return i, None
        return end, None

    def unknown(self, i: int, strict: bool = False) -> Node | None:
        """Somebody whom no table knows, named between a verb of saying and what is said.

        A name that begins with an unknown word, or (not `strict`) a definite noun with what
        follows it.
        """
        end = i
        while end - i <= _MOST_WORDS and self._name_word(end):
            role = _longest(self.chart, end, HEAD_TAG)
            if end > i and role is not None and not role.skip and _is_office(role):
                break
            inner = _longest(self.chart, end, "place")
            end = inner.j if inner is not None and not inner.skip and end > i else end + 1
        person = _longest(self.chart, end, "actor")
        if end > i and person is not None and not person.skip and person.value.kind == "person":
            end = person.j
        key = self.key(i)
        if end == i or end - i > _MOST_WORDS + 4:
            return None
        bare = key.removeprefix("لل") if key.startswith("لل") else key
        known = is_known(key) or is_particle(key) or (key not in common() and bare == key)
        if not (known or (not strict and (key.startswith("ال") or _that(self, end)))):
            return None
        end = self._office(end)
        kind: SpeakerKind = "official" if person is not None and end == person.j else "unnamed"
        kind = of_person(self.keys[i:end], kind)
        return _node(i, end, _words(self, i, end, 0), kind, "unknown", (), 0)


def _node(
    i: int, j: int, name: str, kind: SpeakerKind, rule: str, parts: tuple[Node, ...], skip: int
) -> Node:
    return Node("speaker", i, j, SpeakerValue(name, kind), f"speaker.{rule}", parts, skip)


def _renamed(phrases: Phrases, i: int, inner: Node, skip: int = 0) -> SpeakerValue:
    """The value of a longer phrase around another."""
    return SpeakerValue(_words(phrases, i, inner.j, skip), inner.value.kind)


def _words(phrases: Phrases, i: int, j: int, skip: int) -> str:
    """The words as written, on one line."""
    start, end = phrases.chart.doc.span(i, j, skip)
    return " ".join(phrases.chart.doc.text[start:end].split())


def _longest(chart: Chart, i: int, kind: str) -> Node | None:
    best: Node | None = None
    for node in chart.begins(i):
        if node.kind == kind and not node.cut and (best is None or node.j > best.j):
            best = node
    return best


def _that(phrases: Phrases, i: int) -> bool:
    return phrases.key(i) in words("that")


def _is_office(head: Node) -> bool:
    return head.value.cls in ("person", "people") and head.value.kind != "media"


def _prep(node: Node) -> str:
    """The preposition on the first word of a node."""
    leaf = node
    while leaf.reading is None and leaf.parts:
        leaf = leaf.parts[0]
    return leaf.reading.prep if leaf.reading is not None else ""


def _definite(leaf: Node) -> bool:
    return leaf.reading is not None and (leaf.reading.article or leaf.reading.stem.startswith("ال"))


def _role(head: Node) -> bool:
    """Heads whose phrase is longer than the actor that begins with it."""
    return head.value.cls in ("person", "source", "people", "doc")


def _holds(inner: Node, head: SpeakerHead, fresh: bool) -> bool:
    """Whether a second head belongs to the first: مدير المستشفى, بيان الداخلية, للدفاع."""
    if inner.value.cls == "source" and head.cls != "doc":
        return False
    if inner.skip:
        return _prep(inner) == "ل"
    return fresh

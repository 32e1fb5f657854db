"""Sites: stretches of text that may name a place, found by head nouns and by the gazetteer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from waqai.annotate.chart import Chart, Node
from waqai.annotate.places.gazetteer import PLAIN, Gazetteer, Name
from waqai.annotate.places.names import known, new_member, unfinished, unknown
from waqai.annotate.places.words import Head, everyday

# Head nouns that follow one another (محيط مبنى مديرية أمن حلب) at most.
_NESTED = 3
# What may open a name behind its head noun, and what then closes it.
_QUOTES = {'"': '"', "(": ")", "«": "»", "[": "]", "“": "”", "”": "“", "#": ""}
# Head nouns that a word with another hamza folds to (وأدى is no وادي, إحياء no أحياء).
_OTHER_HAMZA = {"وادي": "أ", "احياء": "إ", "احيا": "أإ"}
# Adjectives of the Gaza Strip, not of a sector (القطاع الخاص).
_OF_THE_STRIP = frozenset(("المحاصر", "المنكوب", "المدمر", "الفلسطيني", "الذي", "الي", "التي"))


@dataclass(slots=True)
class Site:
    """Tokens [i, j) that may name a place; the name itself is [k, j or before]."""

    i: int
    j: int
    k: int
    skip: int
    rule: str
    name: Name | None
    head: Head | None = None
    direction: str | None = None
    part: bool = False
    cut: int = 0
    located: bool = False
    homeless: bool = False
    noun: str | None = None
    hint: str | None = None
    trust: int = PLAIN
    parts: list[Node] = field(default_factory=list)


class Finder:
    """Finds the sites of one document."""

    def __init__(self, chart: Chart, table: Gazetteer) -> None:
        self._chart = chart
        self._keys = chart.doc.keys
        self._table = table

    def all(self) -> list[Site]:
        """Sites without overlaps: the longest first, a table's own phrase before a built one."""
        found = list(self._plain())
        for node in self._chart.of("place.head"):
            found.extend(self._headed_list(node))
        found.extend(self._directed())
        found.extend(self._definite())
        found.extend(self._back())
        return self._bridged(_cover(found))

    def _bridged(self, sites: list[Site]) -> list[Site]:
        """The sites, with unheard-of names between members of one list (X and new and Y)."""
        full: list[Site] = []
        for site in sites:
            last = full[-1].j if full else site.i
            gap = range(last, site.i)
            if 0 < len(gap) <= 2 and site.skip and all(self._is_member(at) for at in gap):
                full.extend(_new_member(at, 1) for at in gap)
            elif len(gap) == 3 and full and full[-1].located and self._is_between_commas(gap):
                full.append(_new_member(gap[1], 0))
            full.append(site)
        return full

    def _is_between_commas(self, gap: range) -> bool:
        first, word, last = (self._keys[at] for at in gap)
        return first == last == "،" and new_member(word)

    def _is_member(self, at: int) -> bool:
        word = self._keys[at]
        if any(not node.kind.startswith("place.") for node in self._chart.begins(at)):
            return False
        return word.startswith("و") and new_member(word[1:]) and new_member(word)

    def _plain(self) -> Iterator[Site]:
        for node in self._chart.of("place.name"):
            if node.skip and not self._bears_clitic(node):
                continue
            located = bool(node.reading and node.reading.prep in ("ب", "ل"))
            yield Site(
                node.i, node.j, node.i, node.skip, node.rule, node.value, self._own_head(node),
                located=located, trust=node.value.flag, parts=[node],
            )  # fmt: skip

    def _bears_clitic(self, node: Node) -> bool:
        """Whether letters before a name are a conjunction or preposition, and not its own.

        Of a big place always; of a small one only where the whole form is no everyday word.
        """
        key = self._keys[node.i]
        if key[0] in "كف" and key in everyday():
            return False
        importance = self._table.spots(node.value)[0].importance
        if importance >= 7 or (importance >= 5 and len(key) - node.skip > 3):
            return True
        if node.j - node.i > 1:
            return True
        if node.reading is None or node.reading.prep in ("ك", "س") or key[0] == "ف":
            return False
        return len(key) - node.skip > 2 and key not in everyday()

    def _own_head(self, node: Node) -> Head | None:
        """The head noun that a phrase of the table begins with (قرية, جبل), if it does."""
        if node.j - node.i < 2:
            return None
        for head in self._chart.at(node.i, "place.head"):
            if head.j < node.j and head.reading and not head.reading.article:
                found: Head = head.value
                return found if found.kind in ("town", "district", "province") else None
        return None

    def _headed_list(self, node: Node) -> Iterator[Site]:
        """The place that a head noun governs, and those joined to it (محافظتي حلب وإدلب)."""
        first = self.headed(node)
        if first is None:
            return
        yield first
        head: Head = node.value
        if "m" not in head.traits and head.kind != "province":
            return
        last = first
        while last.j < len(self._keys) and (more := self._joined(last.j, head)):
            if "m" not in head.traits and not self._has_province(more):
                return
            yield more
            last = more

    def _has_province(self, site: Site) -> bool:
        """Whether a province bears the name: محافظة دير الزور والرقة."""
        return site.name is not None and any(
            spot.kind == "province" for spot in self._table.spots(site.name)
        )

    def headed(self, node: Node, depth: int = 0) -> Site | None:
        """The place that the head noun `node` names, None where nothing nameable follows."""
        if node.reading is None or node.reading.article or node.reading.suffix:
            return None
        head: Head = node.value
        if self._is_misread(node) or self._is_means(node):
            return None
        quote = self._quote(node.j)
        inner = self._inner(node.j + (quote is not None), head, depth)
        if inner is None:
            return None
        end = inner.j + self._is_closed(inner.j, quote)
        site = Site(
            node.i, end, inner.k, node.skip, f"{head.kind} head", inner.name, head,
            inner.direction, "s" in head.traits, located=True, parts=[node, *inner.parts],
        )  # fmt: skip
        if site.part and inner.name is None and inner.head:
            site.head, site.part = inner.head, False
        elif inner.head and not site.part:
            site.head = head if head.kind == "point" else inner.head
        return self._adjective(site)

    def _is_misread(self, node: Node) -> bool:
        """Whether the letters as written are those of another word than the head noun."""
        reading = node.reading
        letters = _OTHER_HAMZA.get(reading.stem, "") if reading else ""
        if not letters:
            return False
        start, end = self._chart.doc.span(node.i, node.i + 1)
        return any(letter in self._chart.doc.text[start:end] for letter in letters)

    def _is_means(self, node: Node) -> bool:
        """Whether طريق says how, not where (عن طريق)."""
        return node.i > 0 and self._keys[node.i] == "طريق" and self._keys[node.i - 1] == "عن"

    def _quote(self, at: int) -> str | None:
        """The mark at a token that opens a name, or None."""
        key = self._keys[at] if at < len(self._keys) else ""
        return key if key in _QUOTES else None

    def _is_closed(self, at: int, quote: str | None) -> bool:
        """Whether the token at the end of a name closes the mark that opened it."""
        return bool(quote) and self._keys[at : at + 1] == [_QUOTES[quote or ""]]

    def _inner(self, k: int, head: Head, depth: int = 0) -> Site | None:
        """What the head noun at k - 1 governs: another headed place, a known or a new name."""
        if k >= len(self._keys):
            return None
        found = known(self._keys, k, self._table)
        if found and "e" in head.traits:
            if found[0] - k > 1 and found[1].flag == PLAIN:
                return Site(k, found[0], k, 0, "new name", None)
            found = None
        for node in self._chart.at(k, "place.head"):
            if not node.skip and depth < _NESTED and (inner := self.headed(node, depth + 1)):
                return inner if not found or inner.j > found[0] else _of_table(k, found)
        end = self._before_clitic(k, unknown(self._keys, k, head)) if "u" in head.traits else None
        if found and not (end and end > found[0] and unfinished(self._keys, found)):
            return _of_table(k, found)
        return Site(k, end, k, 0, "new name", None) if end else None

    def _before_clitic(self, k: int, end: int | None) -> int | None:
        """The end of a new name, before a token that is a known place with a preposition on it."""
        for at in range(k, end or k):
            if any(n.skip and self._bears_clitic(n) for n in self._chart.at(at, "place.name")):
                return at if at > k else None
        return end

    def _joined(self, i: int, head: Head) -> Site | None:
        """The next member of a list that one head noun governs: و or a comma before it."""
        start = i + (self._keys[i] in ("،", ","))
        word = self._keys[start] if start < len(self._keys) else ""
        comma = start > i
        alone = word == "و"
        quote = self._quote(start + alone)
        skip = 0 if alone or (comma and not word.startswith("و")) else 1
        if quote is not None and (alone or comma):
            start, skip = start + alone + 1, 0
            word = self._keys[start] if start < len(self._keys) else ""
        elif quote is not None or (skip and not word.startswith("و")):
            return None
        found = known(self._keys, start, self._table, word[skip:]) if word else None
        if found is None and not ("u" in head.traits and new_member(word[skip:])):
            return None
        end, name = found or (start + 1, None)
        closed = self._is_closed(end, quote)
        site = Site(
            start, end + closed, start, skip, f"{head.kind} list", name, head,
            part="s" in head.traits, located=True, cut=int(closed),
        )  # fmt: skip
        return site if closed else self._adjective(site)

    def _adjective(self, site: Site) -> Site:
        """Take in the side that follows: ريف حلب الشمالي."""
        if site.part or (site.head and site.head.kind in ("area", "province")):
            sides = list(self._chart.at(site.j, "place.adj"))
            if sides and site.name is not None:
                side = max(sides, key=lambda n: n.j)
                site.j, site.direction = side.j, side.value
                site.part = True
                site.parts.append(side)
        return site

    def _directed(self) -> Iterator[Site]:
        """A side of a place: شمال حلب, جنوب غربي مدينة تعز."""
        for node in self._chart.of("place.dir"):
            if node.reading and (node.reading.article or node.reading.suffix):
                continue
            yield from self._side_of_back(node)
            inner = self._inner(node.j + (self._quote(node.j) == "#"), Head("area", ""))
            if inner is not None and (inner.name is None or inner.name.flag == PLAIN or inner.head):
                first = self._joined_side(node)
                yield Site(
                    first.i, inner.j, inner.k, first.skip, "side of a place", inner.name,
                    inner.head, first.value, part=True, located=True, parts=[node, *inner.parts],
                )  # fmt: skip

    def _definite(self) -> Iterator[Site]:
        """A point with its adjective (القنصلية الإيرانية), or told by kind (مبنى المحافظة)."""
        for node in self._chart.of("place.head"):
            head: Head = node.value
            if "a" in head.traits and node.reading and node.reading.article:
                adjectives = [
                    n
                    for n in self._chart.at(node.j, "place.hint")
                    if n.reading and n.reading.article
                ] + list(self._chart.at(node.j, "place.grade"))
                if adjectives and not adjectives[0].skip:
                    yield self._point(node, adjectives[0].j)
            elif "b" in head.traits and node.reading and node.reading.prep != "ك":
                yield from self._backward(node)
        for node in self._chart.of("place.spot"):
            yield self._point(node, node.j)

    def _backward(self, node: Node) -> Iterator[Site]:
        """A point that was named before, or is that of the town just named: المطار, مخيمها."""
        reading = node.reading
        if reading and (reading.article or reading.suffix in ("ها", "ه")):
            site = self._point(node, node.j)
            site.rule, site.noun = "named before", reading.stem
            yield site

    def _back(self) -> Iterator[Site]:
        """What points back to a place by its kind alone: العاصمة, محيط المدينة."""
        for node in self._chart.of("place.back"):
            if self._stands_alone(node):
                yield self._pointer(node, node)
            for head in self._chart.until(node.i, "place.head"):
                if "s" in head.value.traits and not node.skip:
                    yield self._pointer(head, node)

    def _stands_alone(self, node: Node) -> bool:
        """Whether a noun alone is a place: the capital, the strip without an adjective of its own
        (القطاع الصحي).
        """
        if node.value == "strip":
            after = self._keys[node.j] if node.j < len(self._keys) else ""
            return not after.startswith("ال") or after in _OF_THE_STRIP
        return node.value == "capital" and not self._is_apposed(node)

    def _side_of_back(self, side: Node) -> Iterator[Site]:
        """A side of a place that was named before: شرقي العاصمة, جنوب المدينة."""
        for node in self._chart.at(side.j, "place.back"):
            if not node.skip and not self._is_apposed(node):
                site = self._pointer(side, node)
                site.direction = side.value
                yield site

    def _is_apposed(self, node: Node) -> bool:
        """Whether the name of what a noun points to follows it (العاصمة المصرية القاهرة)."""
        after = {node.j, *(hint.j for hint in self._chart.at(node.j, "place.hint"))}
        return any(
            not name.skip for at in sorted(after) for name in self._chart.at(at, "place.name")
        )

    def _pointer(self, first: Node, node: Node) -> Site:
        hint = next((n for n in self._chart.at(node.j, "place.hint") if not n.skip), None)
        return Site(
            first.i, hint.j if hint else node.j, node.i, first.skip, "named before", None,
            Head("area", "") if first is not node else None, part=first is not node, located=True,
            noun=node.value, hint=hint.value.country if hint else None, parts=[first, node],
        )  # fmt: skip

    def _point(self, node: Node, end: int) -> Site:
        return Site(
            node.i, end, node.i, node.skip, "point without a name", None, Head("point", ""),
            located=True, parts=[node],
        )  # fmt: skip

    def _joined_side(self, node: Node) -> Node:
        """The side before this one that shares its place (شمال ووسط سيناء), else this one."""
        if node.skip and self._keys[node.i].startswith("و"):
            for before in self._chart.until(node.i, "place.dir"):
                if before.reading and not before.reading.article:
                    return before
        return node


def _new_member(at: int, skip: int) -> Site:
    return Site(at, at + 1, at, skip, "new name in a list", None, Head("town", ""), located=True)


def _of_table(k: int, found: tuple[int, Name]) -> Site:
    return Site(k, found[0], k, 0, "gazetteer", found[1])


def _rank(site: Site) -> int:
    """Of sites of one length: a phrase of the table, then a head noun's, then a bare word."""
    if site.rule != "gazetteer":
        return 1
    if site.j - site.i == 1:
        return 2
    return 0 if site.head is None or site.head.kind in ("point", "area") else 3


def _cover(found: list[Site]) -> list[Site]:
    """Sites that do not overlap."""
    taken: set[int] = set()
    kept = []
    for site in sorted(found, key=lambda s: (s.i - s.j, _rank(s), s.i, s.trust)):
        if taken.isdisjoint(range(site.i, site.j)):
            taken.update(range(site.i, site.j))
            kept.append(site)
    return sorted(kept, key=lambda s: s.i)

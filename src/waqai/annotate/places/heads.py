"""Places behind head nouns (قرية, ريف, جبهة), and lists that one governs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from waqai.annotate.chart import Chart, Node
from waqai.annotate.places.gazetteer import NEEDS_HEAD, PLAIN, Gazetteer, Name
from waqai.annotate.places.longer import NO_SECOND, LongNames
from waqai.annotate.places.names import (
    ends_as_verb,
    known,
    new_member,
    new_quoted,
    unfinished,
    unknown,
)
from waqai.annotate.places.several import Several
from waqai.annotate.places.sites import Site, bears_clitic, of_table
from waqai.annotate.places.words import Head, stops

# Head nouns that follow one another (محيط مبنى مديرية أمن حلب) at most.
NESTED: Final = 3
# Kinds in which streets lie, and how well known a city is whose name is that of no street.
_WIDE: Final = frozenset(("town", "province"))
_CITY: Final = 6
# The same of one in which several lie (شوارع رام الله).
_TOWN: Final = 4
_PLURALS: Final = frozenset(("شوارع", "ميادين", "مساجد", "كناءس"))
# Words between quotation marks that are one name at most.
_QUOTED: Final = 4
# What may open a name behind its head noun, and what then closes it.
_QUOTES: Final = {'"': '"', "(": ")", "«": "»", "[": "]", "“": "”", "”": "“", "#": ""}
# Head nouns that other words are read as: كتلة, a bloc, is no تلة; وأدى is no وادي, إحياء no أحياء,
# قضائي (of a court) no dual of قضاء.
_BLOC: Final = ("ك", "تله")
_OTHER_HAMZA: Final = {"وادي": "أ", "احياء": "إ", "احيا": "أإ", "قضاءي": "ئ"}


class Heads:
    """Finds the places that head nouns govern."""

    def __init__(self, chart: Chart, table: Gazetteer) -> None:
        self._chart = chart
        self._keys = chart.doc.keys
        self._table = table
        self._names = LongNames(chart)
        self._several = Several(chart, table)

    def lists(self) -> Iterator[Site]:
        """The places that head nouns govern, and those joined to them."""
        for node in self._chart.of("place.head"):
            yield from self._headed_list(node)

    def _headed_list(self, node: Node) -> Iterator[Site]:
        """The place that a head noun governs, and those joined to it (محافظتي حلب وإدلب)."""
        first = self.headed(node)
        if first is None:
            return
        yield first
        head = self._governs(node)
        marks = self._keys[first.i - 1 : first.i] + self._keys[first.j : first.j + 1]
        around = first.i > 0 and marks == ['"', '"']
        quoted = around or self._keys[first.j - 1] in _QUOTES.values()
        end, one = first.j + around, self._several.one(node)
        several = "m" in head.traits or bool(one)
        if not several and head.kind != "province" and not quoted:
            return
        while end < len(self._keys) and (more := self._joined(end, head, one)):
            if not several and not more.cut and not self._has_province(more):
                return
            yield more
            end = more.j

    def _governs(self, node: Node) -> Head:
        """The head noun that governs the list: the second of two (قرى وبلدات أرياف حلب وإدلب)."""
        inner = (n.value for n in self._chart.at(node.j, "place.head") if not n.skip)
        found: Head = next((head for head in inner if "m" in head.traits), node.value)
        return found

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
        if self._is_misread(node) or self._is_means(node) or self._is_of_city(node):
            return None
        quote = self.quote(node.j)
        start = node.j + (quote is not None)
        inner = self._several.own(start, self._several.one(node)) or self.inner(start, head, depth)
        inner = self._quoted(node.j + 1, quote, head, inner) if quote else inner
        if inner is None or self._is_loose(node, inner):
            return None
        end = inner.j + self._is_closed(inner.j, quote)
        site = Site(
            node.i, end, inner.k, node.skip, f"{head.kind} head", inner.name, head,
            inner.direction, "s" in head.traits, located=True, parts=[node, *inner.parts],
            longer=self._names.longer(inner, head) if quote is None else None,
        )  # fmt: skip
        if quote is None and self._names.has_second(inner, head):
            site.j, site.name, site.longer = inner.j + 1, None, None
        if site.part and inner.name is None and inner.head:
            site.head, site.part = inner.head, False
        elif inner.head and not site.part:
            site.head = head if head.kind in ("point", "province") else inner.head
        return self._adjective(site)

    def _quoted(self, k: int, quote: str, head: Head, inner: Site | None) -> Site | None:
        """The name that quotation marks hold whole (ميدان «سيمون بوليفار») where no table has it,
        else `inner`.
        """
        if "u" not in head.traits:
            return inner
        for end in range(k + 1, min(k + 1 + _QUOTED, len(self._keys))):
            if self._keys[end] == _QUOTES[quote]:
                whole = inner is not None and (inner.j == end or not self._opens(inner, head))
                named = not whole and new_quoted(self._keys[k:end], head)
                return Site(k, end, k, 0, "new name", None) if named else inner
            if not self._keys[end].isalpha():
                break
        return inner

    def _opens(self, inner: Site, head: Head) -> bool:
        """Whether what was found may be but the first word of a name; a building may be told by
        its town (مستشفى «المنصورة الدولي»).
        """
        village = inner.name is None or head.kind == "town"
        return village and inner.head is None and not inner.part and inner.j - inner.k == 1

    def _is_loose(self, node: Node, inner: Site) -> bool:
        """Whether the table has the whole phrase (نجع حمادي), but the name in it only with ال."""
        written = " ".join(self._keys[inner.k : inner.j])
        if inner.name is None or inner.name.key == written or inner.k != node.j:
            return False
        return any(name.j >= inner.j for name in self._chart.at(node.i, "place.name"))

    def _is_misread(self, node: Node) -> bool:
        """Whether the letters as written are those of another word than the head noun."""
        reading = node.reading
        if reading and (reading.prep, reading.stem) == _BLOC:
            return True
        letters = _OTHER_HAMZA.get(reading.stem, "") if reading else ""
        if not letters:
            return False
        start, end = self._chart.doc.span(node.i, node.i + 1)
        return any(letter in self._chart.doc.text[start:end] for letter in letters)

    def _is_of_city(self, node: Node) -> bool:
        """Whether a well-known city or a country follows, in which these lie: شوارع القاهرة."""
        found = known(self._keys, node.j, self._table) if "c" in node.value.traits else None
        if found is None:
            return False
        best = self._table.spots(found[1])[0]
        plural = node.reading is not None and node.reading.stem in _PLURALS
        least = _TOWN if plural else _CITY
        return best.kind == "country" or (best.kind in _WIDE and best.importance >= least)

    def _is_means(self, node: Node) -> bool:
        """Whether طريق says how, not where (عن طريق)."""
        return node.i > 0 and self._keys[node.i] == "طريق" and self._keys[node.i - 1] == "عن"

    def quote(self, at: int) -> str | None:
        """The mark at a token that opens a name, or None."""
        key = self._keys[at] if at < len(self._keys) else ""
        return key if key in _QUOTES else None

    def _is_closed(self, at: int, quote: str | None) -> bool:
        """Whether the token at the end of a name closes the mark that opened it."""
        return bool(quote) and self._keys[at : at + 1] == [_QUOTES[quote or ""]]

    def inner(self, k: int, head: Head, depth: int = 0) -> Site | None:
        """What the head noun at k - 1 governs: another headed place, a known or a new name."""
        if k >= len(self._keys):
            return None
        found = known(self._keys, k, self._table)
        if found and "e" in head.traits:
            if "a" in head.traits and self._table.spots(found[1])[0].kind == "country":
                return Site(k, found[0], k, 0, "new name", None)
            if found[0] - k > 1 and found[1].flag == PLAIN:
                return Site(k, found[0], k, 0, "new name", None)
            found = None
        for node in self._chart.at(k, "place.head"):
            if not node.skip and depth < NESTED and (inner := self.headed(node, depth + 1)):
                own = found is not None and self._is_own(node, found, inner)
                return of_table(k, found) if found and own else inner
        new = "u" in head.traits or self._heads_list(k, head)
        end = self._before_clitic(k, unknown(self._keys, k, head)) if new else None
        end = end or (self._names.told_within(k, head) if new else None)
        if found and self._is_bound(k, found):
            return Site(k, k + 2, k, 0, "new name", None) if new else None
        if found and not (end and end > found[0] and unfinished(self._keys, found)):
            return of_table(k, found)
        return Site(k, end, k, 0, "new name", None) if end else None

    def _is_own(self, head: Node, found: tuple[int, Name], inner: Site) -> bool:
        """Whether a phrase of the table that begins with a head noun is more than the name behind
        it: longer, a point, or of places that do not bear that alone (not مدينة زنجبار of one of
        two).
        """
        if inner.j != found[0] or inner.name is None or head.value.kind == "point":
            return inner.j <= found[0]
        alone = set(inner.name.rows.split(" "))
        return not alone.issuperset(found[1].rows.split(" "))

    def _is_bound(self, k: int, found: tuple[int, Name]) -> bool:
        """Whether a name that the table has with the article only is bound by a definite word
        behind it, and both are another name (لكمة الأشعوب, not اللكمة).
        """
        word = self._keys[k + 1] if k + 1 < len(self._keys) else ""
        if found[1].key != f"ال{self._keys[k]}" or not word.startswith("ال") or word in stops():
            return False
        if word.endswith(NO_SECOND):
            return False
        kinds = ("place.hint", "place.adj", "place.quality")
        return word.isalpha() and not any(any(self._chart.at(k + 1, kind)) for kind in kinds)

    def _heads_list(self, k: int, head: Head) -> bool:
        """Whether a new name at token k may stand behind a plural: definite, with another joined
        to it, or in quotation marks.
        """
        if "l" not in head.traits:
            return False
        if self._keys[k - 1] in _QUOTES:
            return True
        after = self._keys[k + 1 : k + 2]
        listed = bool(after) and after[0].startswith("وال") and new_member(after[0][1:])
        return self._keys[k].startswith("ال") and listed

    def _before_clitic(self, k: int, end: int | None) -> int | None:
        """The end of a new name, before a token that is a known place with a preposition on it or
        the adjective of a country (بلدة أوكامبو المكسيكية).
        """
        for at in range(k, end or k):
            hints = (n.reading for n in self._chart.at(at, "place.hint"))
            nouns = (n.reading for n in self._chart.at(at, "place.head"))
            if at > k and any(reading and reading.article for reading in hints):
                return at
            if any(reading and reading.prep == "ب" for reading in nouns):
                return at if at > k else None
            if any(
                n.skip and bears_clitic(self._keys, n, self._table)
                for n in self._chart.at(at, "place.name")
            ):
                return at if at > k else None
        return end

    def _joined(self, i: int, head: Head, one: str = "") -> Site | None:
        """The next member of a list that one head noun governs: و or a comma before it."""
        start = i + (self._keys[i] in ("،", ","))
        word = self._keys[start] if start < len(self._keys) else ""
        comma = start > i
        alone = word == "و"
        quote = self.quote(start + alone)
        skip = 0 if alone or (comma and not word.startswith("و")) else 1
        if quote is not None and not (alone or comma):
            return None
        start += alone + (quote is not None)
        if alone or quote is not None:
            skip = 0
            word = self._keys[start] if start < len(self._keys) else ""
        elif skip and not word.startswith("و"):
            return None
        if not word:
            return None
        own = self._several.own(start, one, skip)
        found = known(self._keys, start, self._table, word[skip:])
        if own is not None and own.name is not None:
            found = own.j, own.name
        if quote is not None and (whole := self._whole(start, quote, head, found)):
            return whole
        if found and found[1].flag == NEEDS_HEAD and ends_as_verb(word[skip:]):
            return None
        names = "u" in head.traits or "l" in head.traits
        if found is None and not (names and self._is_new(start, skip, comma)):
            return None
        end, name = found or (start + 1, None)
        if "e" in head.traits and own is None:
            end, name = self._several.opened(start, skip, end), None
        closed = self._is_closed(end, quote)
        site = Site(
            start, end + closed, start, skip, f"{head.kind} list", name, head,
            part="s" in head.traits, located=True, cut=int(closed),
        )  # fmt: skip
        return site if closed else self._adjective(site)

    def _whole(
        self, start: int, quote: str, head: Head, found: tuple[int, Name] | None
    ) -> Site | None:
        """The member of a list whose name quotation marks hold (و"عين الديب"), where no table has
        it.
        """
        own = of_table(start, found) if found else None
        name = self._quoted(start, quote, head, own)
        if name is None or name is own:
            return None
        return Site(
            start, name.j + 1, start, 0, f"{head.kind} list", None, head,
            part="s" in head.traits, located=True, cut=1,
        )  # fmt: skip

    def _is_new(self, at: int, skip: int, comma: bool) -> bool:
        """Whether a list goes on at a token with a name that no table holds: no head noun; behind
        a comma only where the list goes on or ends there (no verb with what it governs).
        """
        if any(n.reading and not n.reading.suffix for n in self._chart.at(at, "place.head")):
            return False
        after = self._keys[at + 1] if at + 1 < len(self._keys) else "."
        if comma and not skip and not (after.startswith("و") or not after[0].isalpha()):
            return False
        return new_member(self._keys[at][skip:])

    def _adjective(self, site: Site) -> Site:
        """Take in the side that follows: ريف حلب الشمالي."""
        if site.part or (site.head and site.head.kind in ("area", "province")):
            sides = [side for side in self._chart.at(site.j, "place.adj") if not side.skip]
            if sides and site.name is not None:
                side = max(sides, key=lambda n: n.j)
                site.j, site.direction = side.j, side.value
                site.part = True
                site.parts.append(side)
        return site

    def is_region(self, name: Name) -> bool:
        """Whether a name is first that of a sea or a region wider than a country."""
        return self._table.spots(name)[0].kind == "region"

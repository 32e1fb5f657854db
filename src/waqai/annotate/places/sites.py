"""Sites: stretches of text that may name a place; what a form must be to bear a preposition."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from mypy_extensions import mypyc_attr

from waqai.annotate.chart import Chart, Node
from waqai.annotate.places.gazetteer import PLAIN, Gazetteer, Name, Spot
from waqai.annotate.places.words import Head, everyday, origins

# A building of this weight is a landmark; a place of this weight without a preposition lets the
# next of its list be one.
_LANDMARK: Final = 5
_SURE: Final = 4
# Marks between two names of a list, and how many.
_LISTING: Final = frozenset(("،", ",", '"', "»", "«", "-", "/"))
_MARKS: Final = 3
# Words of a side that brackets hold, and how many at most.
_SIDES: Final = frozenset(
    f"{side}{ending}"
    for side in ("شمال", "جنوب", "شرق", "غرب", "وسط")
    for ending in ("", "ي")
)  # fmt: skip
_SIDE_WORDS: Final = 2
# Buildings named as often for something as for where they are.
_NAMED_FOR: Final = frozenset(
    ("مستشفي", "مشفي", "مستوصف", "سوق", "ملعب", "حديقه", "جامعه", "كليه", "مجمع", "سجن")
)


@mypyc_attr(acyclic=True)
class Site:
    """Tokens [i, j) that may name a place; the name itself is [k, j or before].

    `part`: a side of a place or what surrounds it; `located`: the words say that it is a place;
    `homeless`: a place that was not found; `noun`, `hint`: what it points back to and the country
    of its adjective; `away`: kilometres from the named place; `national`: the seat
    of a body of the state; `longer`: where the name ends if a rare word behind it is part of it;
    `other`: of an area between two places the name of the second.
    """

    __slots__ = (
        "away",
        "cut",
        "direction",
        "head",
        "hint",
        "homeless",
        "i",
        "j",
        "k",
        "located",
        "longer",
        "name",
        "national",
        "noun",
        "other",
        "part",
        "parts",
        "rule",
        "skip",
        "trust",
    )

    def __init__(
        self,
        i: int,
        j: int,
        k: int,
        skip: int,
        rule: str,
        name: Name | None,
        head: Head | None = None,
        direction: str | None = None,
        part: bool = False,
        cut: int = 0,
        located: bool = False,
        homeless: bool = False,
        noun: str | None = None,
        hint: str | None = None,
        away: float | None = None,
        trust: int = PLAIN,
        national: bool = False,
        longer: int | None = None,
        parts: list[Node] | None = None,
        other: Name | None = None,
    ) -> None:
        self.i = i
        self.j = j
        self.k = k
        self.skip = skip
        self.rule = rule
        self.name = name
        self.head = head
        self.direction = direction
        self.part = part
        self.cut = cut
        self.located = located
        self.homeless = homeless
        self.noun = noun
        self.hint = hint
        self.away = away
        self.trust = trust
        self.national = national
        self.longer = longer
        self.parts = [] if parts is None else parts
        self.other = other


def bears_clitic(keys: list[str], node: Node, table: Gazetteer) -> bool:
    """Whether letters before a name are a conjunction or preposition, and not its own.

    Of a big place always; of a small one only where the whole form is no everyday word.
    """
    key = keys[node.i]
    if node.j - node.i == 1 and key in everyday():
        return False
    importance = table.spots(node.value)[0].importance
    if importance >= 7 or (importance >= 5 and len(key) - node.skip > 3):
        return True
    if node.j - node.i > 1:
        return True
    if node.reading is None or node.reading.prep in ("ك", "س") or key[0] == "ف":
        return False
    return len(key) - node.skip > 2 and key not in everyday()


def told_capital(chart: Chart, site: Site, table: Gazetteer) -> bool:
    """Whether a country's bare name is told to be that of its capital (العاصمة تونس)."""
    if site.name is None or table.spots(site.name)[0].kind != "country":
        return False
    return behind_capital(chart, site)


def is_origin(keys: list[str], i: int) -> bool:
    """Whether somebody comes from what is named at token i (ينحدر من)."""
    return i > 1 and keys[i - 1] == "من" and keys[i - 2].removeprefix("و") in origins()


def behind_capital(chart: Chart, site: Site) -> bool:
    """Whether "the capital" stands before a bare name, its adjective between (العاصمة العمانية
    مسقط).
    """
    if site.name is None or site.part or not site.i or site.skip:
        return False
    ends = (site.i, *(hint.i for hint in chart.until(site.i, "place.hint")))
    backs = (node for end in ends for node in chart.until(end, "place.back"))
    return any(node.value == "capital" for node in backs)


def new_place(i: int, j: int, skip: int) -> Site:
    """A name in a list of places that no table holds."""
    return Site(i, j, i, skip, "new name in a list", None, Head("town", ""), located=True)


def of_table(k: int, found: tuple[int, Name]) -> Site:
    """A name of the gazetteer from token k on."""
    return Site(k, found[0], k, 0, "gazetteer", found[1])


def ends_of(site: Site) -> Sequence[Site]:
    """The places at which a road ends, none where its ends are not told."""
    if site.rule != "road":
        return ()
    return [of_table(node.i, (node.j, node.value)) for node in site.parts]


def bearers(site: Site, table: Gazetteer) -> Sequence[Spot]:
    """The places that a site's name may mean, weightiest first: no country behind a head noun of
    towns where a smaller place bears its name (مدينة عمان).
    """
    if site.name is None:
        return ()
    spots = table.spots(site.name)
    if site.head is None or site.head.kind != "town" or site.part or "m" in site.head.traits:
        return spots
    return [spot for spot in spots if spot.kind != "country"] or spots


def _rank(site: Site) -> int:
    """Of sites of one length: in a head noun's list, a road with its ends, a phrase of the table,
    the seat of a body of the state, behind a head noun, then a bare word.
    """
    if site.rule.endswith(" list") or site.rule == "road":
        return -1
    if site.rule == "seat" and site.national:
        return 1
    if site.rule != "gazetteer":
        return 2
    if site.j - site.i == 1:
        return 3
    return 0 if site.head is None or site.head.kind in ("point", "area") else 4


def cover(found: list[Site]) -> list[Site]:
    """Sites that do not overlap."""
    taken: set[int] = set()
    kept = []
    for site in sorted(found, key=lambda s: (s.i - s.j, _rank(s), s.i, s.trust)):
        if taken.isdisjoint(range(site.i, site.j)):
            taken.update(range(site.i, site.j))
            kept.append(site)
    return sorted(kept, key=lambda s: s.i)


def bare_name(keys: list[str], site: Site) -> list[str]:
    """The folded words of a site's name, without letters before it."""
    words = keys[site.k : site.j]
    bare = words[0][site.skip :] if site.k == site.i else words[0]
    return [bare, *words[1:]]


def traits(site: Site) -> str:
    """The traits of the head noun of a site, none where it has none."""
    return site.head.traits if site.head is not None else ""


def is_common(site: Site) -> bool:
    """Whether a head noun is that of a building which as often is named for something."""
    reading = site.parts[0].reading if site.head is not None and site.parts else None
    return not site.part and reading is not None and reading.stem in _NAMED_FOR


def is_embassy(site: Site) -> bool:
    """Whether a site is an embassy: in the capital of another country."""
    readings = (part.reading for part in site.parts)
    return any(reading is not None and reading.stem == "سفاره" for reading in readings)


def is_seat(site: Site) -> bool:
    """Whether a site is the house of a body (مقر الحزب): no place where no town is told."""
    reading = site.parts[0].reading if site.head is not None and site.parts else None
    return not site.part and reading is not None and reading.stem in ("مقر", "مبني")


def is_quarter(site: Site) -> bool:
    """Whether حي stands before a name: a quarter of a town, and no village."""
    reading = site.parts[0].reading if site.head is not None and site.parts else None
    return not site.part and reading is not None and reading.stem == "حي"


def is_landmark(site: Site, table: Gazetteer) -> bool:
    """Whether a name is one of a building that all know: (أمام) الاتحادية."""
    top = table.spots(site.name)[0] if site.name else None
    return top is not None and top.kind == "point" and top.importance >= _LANDMARK


def past_side(keys: list[str], end: int) -> int:
    """The token behind a side in brackets right behind a place (طرابلس (غرب) وبنغازي (شرق)), `end`
    where none stands there.
    """
    if keys[end : end + 1] != ["("]:
        return end
    for at in range(end + 1, min(end + 2 + _SIDE_WORDS, len(keys))):
        if keys[at] == ")" and at > end + 1:
            return at + 1
        if keys[at] not in _SIDES:
            return end
    return end


def _is_beside(keys: list[str], end: int, start: int) -> bool:
    """Whether nothing but marks of a list, of quotation or a side stands between two sites."""
    end = past_side(keys, end)
    return end <= start <= end + _MARKS and _LISTING.issuperset(keys[end:start])


def is_loose(keys: list[str], sites: Sequence[Site], n: int, table: Gazetteer) -> bool:
    """Whether a small place's name stands bare behind و, with no name before or behind it: as
    likely another word (سلاحا وسنجة).
    """
    site = sites[n]
    if site.located or site.name is None or site.head is not None or site.part:
        return False
    before = n > 0 and _is_beside(keys, sites[n - 1].j, site.i)
    behind = n + 1 < len(sites) and _is_beside(keys, site.j, sites[n + 1].i)
    joined = site.skip == 1 and keys[site.i].startswith("و") and site.j - site.i == 1
    listed = before or behind or table.spots(site.name)[0].importance > _SURE
    return joined and not listed


def is_place(site: Site, table: Gazetteer) -> bool:
    """Whether what stands before the next of a list is surely a place."""
    if site.located or site.name is None:
        return site.located
    sure = site.trust == PLAIN and site.j - site.i == 1
    return sure and table.spots(site.name)[0].importance >= _SURE

"""What is no place though it bears a place's name: a person, a body, an adjective, a date."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from waqai.annotate.chart import Chart
from waqai.annotate.places.gazetteer import PLAIN, gazetteer
from waqai.annotate.places.links import CLOSERS
from waqai.annotate.places.sites import Site
from waqai.annotate.places.words import everyday
from waqai.text.clitics import readings

PREPOSITIONS: Final = frozenset(
    ("في", "الي", "من", "نحو", "باتجاه", "قرب", "بين", "داخل", "خارج", "تجاه", "عبر", "حول", "ضمن",
     "قباله", "باطراف", "صوب", "شمال", "جنوب", "شرق", "غرب", "وسط")
)  # fmt: skip
# Pronouns on a noun, and nouns with one that a place's name follows.
_OWNED: Final = frozenset(("ه", "ها", "هم", "هما", "نا"))
_OWN_PLACES: Final = frozenset(("عاصمتها", "عاصمته", "عاصمتهم", "قاعدته", "قاعدتها"))
# A place of this weight or less is a village.
_SMALL: Final = 3
# A place of this weight is a city or a country.
_CITY: Final = 7
# Words of a person's age.
_YEARS: Final = frozenset(("عاما", "سنه", "سنوات", "اعوام", "عام"))


def vetoed(chart: Chart, site: Site, dated: Mapping[int, int]) -> bool:
    """Whether the words around say that this is no place: a person, an organisation, a date.

    `dated`: token of a date -> where the date ends.
    """
    if any(node.j >= site.j for node in chart.at(site.i, "place.not")):
        return True
    if any(node.i <= site.i for node in chart.until(site.j, "place.not")):
        return True
    if site.head is not None or site.part or site.noun is not None:
        return False
    if site.j <= dated.get(site.i, 0):
        return True
    if chart.doc.keys[site.i] == "عبد":
        return True
    if _is_described(chart, site):
        return True
    if site.i == 0 or site.skip:
        return False
    if _stands_for_body(chart, site) or _is_nisba(chart, site):
        return True
    if site.j - site.i == 1 and (_is_adjective(chart, site) or _is_aged(chart.doc.keys, site)):
        return True
    importance = gazetteer().spots(site.name)[0].importance if site.name else 0
    if importance <= _SMALL and _follows_owned(chart, site):
        return True
    quoted = site.i > 1 and chart.doc.keys[site.i - 1] in CLOSERS
    for node in chart.until(site.i - quoted, "place.veto"):
        if node.value == "org" or importance < 8:
            return True
    return importance < 8 and bool(chart.until(site.i, "place.given"))


def _is_described(chart: Chart, site: Site) -> bool:
    """Whether a common word is but the noun that a definite adjective follows (القبضة الحوثية,
    المرتفعات الشرقية), or that a people holds (معقل الحوثي): no village that is as well told of a
    country (كسب السورية).
    """
    if site.trust == PLAIN or site.name is None or site.j - site.i > 1:
        return False
    keys = chart.doc.keys
    definite = keys[site.i][site.skip :].startswith(("ال", "ل"))
    if not definite and site.j < len(keys) and keys[site.j].endswith("ه"):
        return False
    if gazetteer().spots(site.name)[0].importance > _SMALL:
        return False
    nisba = any(n.reading and n.reading.article for n in chart.at(site.j, "place.hint"))
    return nisba or bool(chart.at(site.j, "place.adj"))


def _is_adjective(chart: Chart, site: Site) -> bool:
    """Whether a name is but the adjective of the definite noun before it (المنطقة الغربية,
    السلطات السعودية).
    """
    if not chart.doc.keys[site.i - 1].startswith("ال"):
        return False
    nisba = any(n.reading and n.reading.article for n in chart.at(site.i, "place.hint"))
    return nisba or bool(chart.at(site.i, "place.adj"))


def _stands_for_body(chart: Chart, site: Site) -> bool:
    """Whether a building stands for who sits there (أكد البيت الأبيض): nothing before it says that
    it is a place.
    """
    if not any(node.j >= site.j for node in chart.at(site.i, "place.stands")):
        return False
    before = chart.doc.keys[site.i - 1]
    faced = chart.until(site.i, "place.facing") or chart.until(site.i, "place.head")
    return before not in PREPOSITIONS and not faced and before != "\n"


def _is_nisba(chart: Chart, site: Site) -> bool:
    """Whether a name but describes the feminine noun right before it (صفعة عثمانية)."""
    before, word = chart.doc.keys[site.i - 1 : site.i + 1]
    if site.j - site.i > 1 or not word.endswith("يه") or word.startswith("ال"):
        return False
    if not before.endswith("ه") or before.startswith("ال") or before in PREPOSITIONS:
        return False
    small = site.name is not None and gazetteer().spots(site.name)[0].importance < _CITY
    placed = chart.until(site.i, "place.head") or chart.until(site.i, "place.name")
    return small and not placed


def _follows_owned(chart: Chart, site: Site) -> bool:
    """Whether a definite name is but the adjective of the noun with a pronoun before it (طائراته
    العمودية); no village of somebody (قريته الزاوية).
    """
    before, word = chart.doc.keys[site.i - 1 : site.i + 1]
    if site.j - site.i > 1 or not word.startswith("ال") or before in _OWN_PLACES:
        return False
    heads = (node.reading for node in chart.until(site.i, "place.head"))
    if any(reading is not None and reading.suffix for reading in heads):
        return False
    nouns = (r.stem for r in readings(before) if r.suffix in _OWNED)
    return any(noun in everyday() or noun.endswith("ات") for noun in nouns)


def _is_aged(keys: list[str], site: Site) -> bool:
    """Whether a bare name ends that of a person whose age follows (أحمد الخليل (29 عاما))."""
    mark, *age = [*keys[site.j : site.j + 3], ""]
    told = mark == "(" and len(age) > 1 and age[0].isdigit() and age[1] in _YEARS
    return told and keys[site.i - 1] not in PREPOSITIONS

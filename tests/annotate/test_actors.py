"""Actors: the cases and misses beside the rules, the tables, and what holds for any text."""

from __future__ import annotations

import itertools
from datetime import date
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from waqai.annotate import actors, dates, numbers, places
from waqai.annotate.actors.nisba import forms
from waqai.annotate.actors.offices import holder
from waqai.annotate.actors.tables import (
    NAMED_TABLES,
    PACKAGE,
    adjectives,
    fields,
    named,
    recalled,
)
from waqai.annotate.pipeline import Annotator, mentions
from waqai.lexicon.table import read_table
from waqai.model.mention import Mention
from waqai.model.values import ActorValue
from waqai.text.document import Document

CASES = read_table(PACKAGE, "cases.tsv", ("value", "kind", "country", "day", "mention", "text"))
MISSES = read_table(PACKAGE, "misses.tsv", ("word", "text"))
NAMED = ("id", "name", "kind", "country", "first", "last", "use", "keys")


@cache
def annotator() -> Annotator:
    return Annotator((numbers, dates, places, actors))


def found(text: str, published: str | None = "2018-05-01") -> list[Mention]:
    chart = annotator().chart(Document(text, published))
    return [mention for mention in mentions(chart) if mention.kind == "actor"]


def values(text: str, published: str | None = "2018-05-01") -> dict[str, ActorValue]:
    pairs = [(mention.text, mention.value) for mention in found(text, published)]
    return {surface: value for surface, value in pairs if isinstance(value, ActorValue)}


@pytest.mark.parametrize("row", CASES, ids=lambda row: row.where.rpartition(":")[2])
def test_case(row: tuple[tuple[str, ...], str]) -> None:
    want, kind, country, day, surface, text = row[0]
    got = values(text, day)
    assert surface in got, sorted(got)
    value = got[surface]
    assert (value.id or value.name, value.kind, value.country or "") == (want, kind, country)


@pytest.mark.parametrize("row", MISSES, ids=lambda row: row.where.rpartition(":")[2])
def test_miss(row: tuple[tuple[str, ...], str]) -> None:
    word, text = row[0]
    assert not [mention.text for mention in found(text) if word in mention.text]


def test_enough_cases_and_rows() -> None:
    assert len(CASES) >= 300
    assert len(named()) >= 1900


def test_every_alias_is_found_where_its_actor_may_stand() -> None:
    """An alias of use "always" opens a phrase that holds it, alone in a sentence."""
    lost = []
    for table in NAMED_TABLES:
        for row in read_table(PACKAGE, f"{table}.tsv", NAMED, ("keys",)):
            if row.cells[6]:
                continue
            lost += [k for k in row.variants(7) if not any(k in m.text for m in _folded(k))]
    assert len(lost) <= 12, lost


def _folded(key: str) -> list[Mention]:
    return found(f"قال {key} امس")


def test_offices_name_known_people_and_never_overlap() -> None:
    columns = ("country", "office", "person", "first", "last")
    held: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for row in read_table(PACKAGE, "offices.tsv", columns):
        country, office, person, first, last = row.cells
        assert named()[person].kind == "person", row.where
        held.setdefault((country, office), []).append((first, last or "9999-99"))
    for terms in held.values():
        ordered = sorted(terms)
        assert all(a[1] <= b[0] for a, b in itertools.pairwise(ordered)), ordered


def test_fields_and_recalled_tell_of_known_actors() -> None:
    told = {*fields(), *recalled()}.union(*recalled().values())
    assert told <= named().keys()
    assert all(len(country or "") == 2 for countries in fields().values() for country in countries)


def test_holder_follows_the_date() -> None:
    first, second = holder("US", "president", date(2012, 5, 1)), holder("US", "president", None)
    assert first is not None
    assert first.name == "Barack Obama"
    assert second is None
    assert holder("US", "president", date(2017, 1, 20)) is None


def test_forms_of_an_adjective() -> None:
    assert dict(forms("سوري"))["سوريين"] == "p"
    assert list(forms("اتراك")) == [("اتراك", "p")]


def test_countries_are_codes() -> None:
    assert all(len(code) == 2 and code.isupper() for code in adjectives())


def test_unknown_country_stays_unknown() -> None:
    value = values("قال الجيش إنه صد الهجوم", None)["الجيش"]
    assert (value.id, value.country) == (None, None)


def test_prepositions_stay_outside() -> None:
    assert "القوات التركية" in values("اتهم البيان وبالقوات التركية استعان")


def test_loaded_words_do_not_change_the_name() -> None:
    surfaces = ("ميليشيا الحوثي الإرهابية", "جماعة الحوثي", "الحوثيين")
    names = {value.name for s in surfaces for value in values(f"قال إن {s} هناك").values()}
    assert names == {"Houthis"}


@given(st.text(alphabet='الجيشوقتسريمحدنبع اف\n،."()#ـ', max_size=80))
def test_any_text_gives_ordered_mentions_apart(text: str) -> None:
    spans = [(mention.start, mention.end) for mention in found(text)]
    assert all(a < b for a, b in spans)
    assert all(one[1] <= two[0] for one, two in itertools.pairwise(spans))

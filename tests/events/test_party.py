"""Parties: the kind of those who are struck or counted, by their own words."""

from __future__ import annotations

import pytest

from waqai.annotate.pipeline import Annotator
from waqai.events.party import parties
from waqai.lexicon.table import read_table
from waqai.text.document import Document

CASES = read_table("tests.events", "parties.tsv", ("kind", "party", "text"))
DAY = "2024-03-19"


@pytest.mark.parametrize("row", CASES, ids=lambda row: row.where.rpartition(":")[2])
def test_kind(row: tuple[tuple[str, ...], str], annotator: Annotator) -> None:
    kind, words, text = row[0]
    chart = annotator.chart(Document(text, DAY))
    told = [(party.text(chart.doc), party.kind) for party in parties(chart)]
    assert (words, kind) in told, told


@pytest.mark.parametrize(
    ("words", "same"),
    [
        (("المتظاهرون", "المتظاهرين"), True),
        (("المستوطنون", "للمستوطنين"), True),
        (("المزارعون", "المزارعين"), True),
        (("المزارعون", "الصيادين"), False),
        (("الجيش المصري", "للجيش المصري"), True),
    ],
)
def test_who(words: tuple[str, str], same: bool, annotator: Annotator) -> None:
    text = f"اعتدى {words[0]} على المارة، ثم وجهت تهم {words[1]} بعد ذلك."
    found = [p.who for p in parties(annotator.chart(Document(text, DAY))) if p.sort == "actor"]
    assert (len(set(found)) < len(found)) is same, found


@pytest.mark.parametrize(
    ("sort", "text", "parties_told"),
    [
        ("target", "قصف الجيش مسجدا لقوات الأمن، ودمر القصف مسجد قوات الأمن.", 1),
        ("target", "هاجم الجيش موكبا لقوات أجنبية، واحترق موكب القوات الأجنبية.", 1),
        ("target", "ضرب الجيش مسجد الرحمن، واحترق مسجد النور.", 2),
        ("actor", "خطف الصحفي مازن الجبوري، ثم عاد الناشط مازن الجبوري.", 1),
        ("actor", "خطف الصحفي مازن الجبوري، ثم عاد الناشط سامر الجبوري.", 2),
    ],
)
def test_one_party_goes_by_many_forms(
    sort: str, text: str, parties_told: int, annotator: Annotator
) -> None:
    found = parties(annotator.chart(Document(text, DAY)))
    own = {p.who for p in found if p.sort == sort}
    assert len(own) == parties_told, own


@pytest.mark.parametrize(
    ("text", "parties_told"),
    [
        ("شنت تركيا غارات، وقالت أنقرة إنها مستمرة.", 1),
        ("أعلنت باكستان الهدنة، ثم وافقت الحكومة الباكستانية على تمديدها.", 1),
        ("شنت تركيا غارات، وقالت دمشق إنها سترد.", 2),
        ("أعلنت باكستان الهدنة، ثم خرقها الجيش الباكستاني.", 2),
    ],
)
def test_a_state_is_one_with_its_seat(text: str, parties_told: int, annotator: Annotator) -> None:
    found = {p.who for p in parties(annotator.chart(Document(text, DAY))) if p.sort == "actor"}
    assert len(found) == parties_told, found


def test_name_as_written(annotator: Annotator) -> None:
    chart = annotator.chart(Document("اعتقلت الشرطة سائقين وأئمة مساجد.", DAY))
    names = {party.name for party in parties(chart) if party.sort == "people"}
    assert "سائقين" in names
    assert not any("ساء" in name for name in names)

"""A group that claims a deed is its doer where no words name another."""

from __future__ import annotations

import pytest

from waqai.annotate.pipeline import Annotator
from waqai.events import claimed
from waqai.events.extract import drafts
from waqai.events.scene import Scene
from waqai.events.telling import Draft
from waqai.model.codes import EventType
from waqai.model.report import Report
from waqai.text.document import Document

TEXT = (
    "انفجرت سيارة مفخخة في سوق وسط كويتا أمس الاثنين وقتل سبعة أشخاص. وأعلنت حركة طالبان "
    "مسؤوليتها عن التفجير."
)


def draft() -> Draft:
    """The bombing of the text, with its claim."""
    report = Report("claimed", "", TEXT, published="2024-03-19")
    (one,) = drafts(Scene(Annotator().chart(Document.of(report))))
    assert [said.stance for said in one.stances] == ["claims"]
    return one


@pytest.mark.parametrize(
    ("kind", "struck", "doers"),
    [("bombing", False, ["Taliban"]), ("air_strike", False, []), ("bombing", True, [])],
)
def test_claimant(kind: EventType, struck: bool, doers: list[str]) -> None:
    one = draft()
    told, one.by, one.type = one.by, [], kind
    one.to = told if struck else []
    claimed.take([one])
    assert [pick.party.name for pick in one.by if pick.party] == doers


def test_a_doer_that_is_told_stays() -> None:
    one = draft()
    told = list(one.to)
    one.by = told
    claimed.take([one])
    assert one.by == told


DENIED = (
    "قتل عشرة جنود في هجوم على قاعدتهم في الفاشر أمس الأحد. ونفت حركة العدل والمساواة "
    "مسؤوليتها عن الهجوم."
)


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        (DENIED, []),
        (
            DENIED.replace("ونفت", "واتهم الجيش السوداني حركة العدل والمساواة بشن الهجوم، ونفت"),
            ["Justice and Equality Movement"],
        ),
    ],
)
def test_who_only_denies_it_did_not_do_it(text: str, doers: list[str]) -> None:
    report = Report("denied", "", text, published="2007-10-01")
    one = drafts(Scene(Annotator().chart(Document.of(report))))[0]
    claimed.take([one])
    assert [pick.party.name for pick in one.by if pick.party] == doers

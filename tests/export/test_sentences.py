"""Cards' sentences: made from the fields alone, in English and in Arabic."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from tests.export.build import DESERT, HOMS, claim, event, side, stance, told, when, where
from waqai.export.card import card, shown
from waqai.export.sentences import arabic, english
from waqai.model.codes import COUNT_SLOTS, EVENT_TYPES
from waqai.model.event import Event
from waqai.model.values import DateValue

ARMY = side("Syrian army", "state_forces", "الجيش السوري", "sy-army", "SY")
IS = side("Islamic State", "armed_group", "تنظيم الدولة", "is")
SENTENCES: list[tuple[Event, str, str]] = [
    (
        event(by=(ARMY,), claims=(claim("killed", 3, 3), claim("wounded", 11, 11))),
        "Shelling by Syrian army in Douma, Rif Dimashq, Syria on 17 May 2025: 3 civilians killed, 11 civilians wounded.",
        "قصف من جانب الجيش السوري في دوما (سوريا) في 17 مايو 2025؛ مقتل 3 مدنيين وإصابة 11 مدنيا.",
    ),
    (
        event("raid", by=(ARMY,), to=(IS,), claims=(claim("arrested", 1, 1, "militant"),)),
        "Raid by Syrian army against Islamic State in Douma, Rif Dimashq, Syria on 17 May 2025: 1 militant arrested.",
        "عملية أمنية من جانب الجيش السوري ضد تنظيم الدولة في دوما (سوريا) في 17 مايو 2025؛ اعتقال مسلح واحد.",
    ),
    (
        event("bombing", status="foiled", when=None, where=()),
        "Foiled bombing at an unknown place on an unknown date.",
        "إحباط تفجير في مكان غير معروف في تاريخ غير معروف.",
    ),
    (
        event("clash", claims=(claim("killed", 2, 2, "security"), claim("killed", 5, 5, "security"),
                               claim("killed", 30, None, "militant"))),
        "Clash in Douma, Rif Dimashq, Syria on 17 May 2025: 2 to 5 members of the security forces killed, "
        "at least 30 militants killed.",
        "اشتباك في دوما (سوريا) في 17 مايو 2025؛ مقتل بين 2 و5 عناصر أمن ومقتل ما لا يقل عن 30 مسلحا.",
    ),
    (
        event(claims=(claim("killed", 0, 0), claim("wounded", None, None, "unknown"))),
        "Shelling in Douma, Rif Dimashq, Syria on 17 May 2025: no civilians killed, an unstated number of people wounded.",
        "قصف في دوما (سوريا) في 17 مايو 2025؛ دون قتلى وإصابة عدد غير محدد من الأشخاص.",
    ),
    (
        event("protest", when=when(DateValue("2025-05-01", "2025-05-31", "month", "stated")),
              where=(where(), where(HOMS, "حمص"))),
        "Protest in Douma, Rif Dimashq, Syria and Homs in May 2025.",
        "احتجاج في دوما وحمص (سوريا) في مايو 2025.",
    ),
    (
        event("attack", when=when(DateValue("2025-05-17T14:30", "2025-05-17T14:31", "minute", "stated"))),
        "Attack in Douma, Rif Dimashq, Syria on 17 May 2025 at 14:30.",
        "هجوم في دوما (سوريا) في 17 مايو 2025 عند 14:30.",
    ),
    (
        event("attack", when=when(DateValue("2025-05-12", "2025-05-18", "week", "relative"), "lead"),
              where=(where(DESERT, "البادية"),)),
        "Attack in Syrian Desert, Syria between 12 May 2025 and 18 May 2025 (assumed).",
        "هجوم في البادية (سوريا) بين 12 مايو 2025 و18 مايو 2025 (تاريخ مفترض).",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("told_event", "first", "second"), SENTENCES)
def test_sentences(told_event: Event, first: str, second: str) -> None:
    assert english(told_event) == first
    assert arabic(told_event) == second


@pytest.mark.parametrize("kind", EVENT_TYPES)
@pytest.mark.parametrize("status", ["happened", "foiled", "planned", "denied"])
def test_every_type_has_sentences(kind: Any, status: Any) -> None:
    claims = tuple(claim(slot, 2, 2) for slot in COUNT_SLOTS)
    made = event(kind, status=status, by=(ARMY,), to=(IS,), claims=claims)
    assert english(made).endswith(".")
    assert arabic(made).endswith(".")


@pytest.mark.parametrize(
    ("count", "people"),
    [(1, "شخص واحد"), (2, "شخصين اثنين"), (3, "3 أشخاص"), (10, "10 أشخاص"), (11, "11 شخصا"),
     (99, "99 شخصا"), (100, "100 شخص"), (102, "102 شخص"), (103, "103 أشخاص"), (1000, "1000 شخص")]
)  # fmt: skip
def test_arabic_noun_follows_the_figure(count: int, people: str) -> None:
    assert f"مقتل {people}." in arabic(event(claims=(claim("killed", count, count, "unknown"),)))


def test_parts_are_not_added_to_the_whole() -> None:
    claims = (claim("killed", 9, 9), claim("killed", 4, 4, age="child"))
    assert english(event(claims=claims)).endswith(": 9 civilians killed.")


def test_a_part_is_no_end_of_a_range() -> None:
    part = msgspec.structs.replace(claim("killed", 1, 1), rules=("count", "scope.part"))
    assert english(event(claims=(claim("killed", 9, 9), part))).endswith(": 9 civilians killed.")
    assert english(event(claims=(part,))).endswith(": 1 civilian killed.")


def test_a_name_stands_once() -> None:
    crowd = side("protesters", "protesters", "متظاهرون")
    other = side("protesters", "protesters", "محتجون")
    made = event("protest", by=(crowd, other, crowd))
    assert english(made).startswith("Protest by protesters in Douma")
    assert arabic(made).startswith("احتجاج من جانب متظاهرون ومحتجون في دوما")


def test_card_gives_every_claim_with_words_and_speaker() -> None:
    made = event(
        claims=(claim("killed", 3, None, speaker="مصدر طبي"),), responsibility=(stance("Group"),)
    )
    lines = card(told(made), made).claims
    assert [(line.slot, line.value, line.speaker) for line in lines] == [
        ("killed", "3+", "medic: مصدر طبي"),
        ("responsibility", "claims: Group", "own voice"),
    ]
    assert {line.report for line in lines} == {"r1"}


def test_shown_text_cannot_disturb_a_terminal() -> None:
    assert shown("\u202eقصف\x1b[31m\n دوما\u2069\t\x07") == "قصف[31m دوما"

"""The record's values: canonical bytes, frozen, ids from content."""

from __future__ import annotations

from typing import get_args

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from waqai.model import codes
from waqai.model.canonical import digest, dump
from waqai.model.event import Claim, Event, Record, Whom
from waqai.model.report import Report, content_id
from waqai.model.span import Span
from waqai.model.values import DateValue, NumberValue


def test_dict_keys_are_sorted_and_text_is_utf8() -> None:
    assert dump({"ب": 1, "ا": 2}) == '{"ا":2,"ب":1}'.encode()


def test_digest_follows_the_content() -> None:
    assert digest("a", 1) == digest("a", 1)
    assert digest("a", 1) != digest("a", 2)
    assert len(digest("a")) == 16


@given(st.text(max_size=20), st.text(max_size=20))
def test_title_and_body_do_not_run_together(one: str, two: str) -> None:
    """What moves between title and body is another report."""
    joined, apart = content_id(None, one + two, None), content_id(one, two, None)
    assert (joined == apart) == (one == "")


def test_text_is_title_line_end_body() -> None:
    assert Report("r", body="متن", title="عنوان").text == "عنوان\nمتن"
    assert Report("r", body="متن").text == "متن"
    assert Report("r", body="متن", title="").text == "متن"


def test_values_are_frozen() -> None:
    span = Span(0, 3)
    with pytest.raises(AttributeError):
        span.start = 1
    assert span.of("حلب الآن") == "حلب"


def test_a_partial_date_keeps_what_is_known() -> None:
    value = DateValue(None, None, "day", "partial", "--05-17")
    assert msgspec.json.decode(dump(value))["partial"] == "--05-17"


def test_a_whole_date_says_nothing_of_partial() -> None:
    assert b"partial" not in dump(DateValue("2025-05-17", "2025-05-17", "day", "stated"))


def test_whom_is_written_class() -> None:
    assert msgspec.json.decode(dump(Whom("civilian", "to")))["class"] == "civilian"


def event() -> Event:
    """An event with one claim."""
    claim = Claim(
        "killed",
        2,
        2,
        "exact",
        Whom("civilian", "to"),
        "مدنيان",
        Span(4, 10),
        "مدنيان",
        None,
        ("r",),
    )
    return Event(
        "id", "attack", "happened", "main", Span(0, 3), Span(0, 10), None, (), (), (), (), (),
        (claim,), (), ("r",), 0.5,
    )  # fmt: skip


def test_a_record_survives_its_json() -> None:
    record = Record("r", "2025-05-17", "ar", "0.1.0", (event(),))
    assert msgspec.json.decode(dump(record), type=Record) == record
    assert dump(msgspec.json.decode(dump(record), type=Record)) == dump(record)


def test_all_types_of_the_guidelines_are_there() -> None:
    assert len(codes.EVENT_TYPES) == 29
    assert len(codes.KINDS) == 10


def test_number_bounds_may_be_open() -> None:
    value = NumberValue(30, None, "at_least")
    assert msgspec.json.decode(dump(value)) == {"low": 30, "high": None, "hedge": "at_least"}


def test_no_code_list_holds_a_code_twice() -> None:
    for name in dir(codes):
        values = get_args(getattr(codes, name))
        assert len(values) == len(set(values)), name

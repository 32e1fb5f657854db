"""Dates: the cases and misses beside the rules, and what holds for any text."""

from __future__ import annotations

import re
import time
from datetime import date, datetime, timedelta
from functools import cache
from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from waqai.annotate import dates, numbers
from waqai.annotate.chart import Chart
from waqai.annotate.pipeline import Annotator, mentions
from waqai.lexicon.months import month_numbers
from waqai.lexicon.table import Row, read_table
from waqai.model.mention import Mention
from waqai.model.values import DateValue, DurationValue, NumberValue
from waqai.text.document import Document
from waqai.text.fold import fold_key

PACKAGE = "waqai.annotate.dates"
CASES = read_table(
    PACKAGE, "cases.tsv", ("published", "start", "end", "grain", "basis", "partial", "text")
)
MISSES = read_table(PACKAGE, "misses.tsv", ("word", "text"))
TOLD = read_table(PACKAGE, "cases-told.tsv", ("start", "end", "grain", "text"))
LENGTHS = read_table(PACKAGE, "cases-durations.tsv", ("n", "unit", "text"))
FRIDAY = "2024-05-10"
MARK = "َ"
TATWEEL = "ـ"
PIECES = [
    "1 ", "و ", "6 مايو ", "مايو ", "الاثنين ", "( ", "2011-", "من 5 إلى ", "ثلاثة و", "مساء ",
    "يوم ", "يومي ", "أيام و5 ", "قبل ", "هذا ", "ساعات مبكرة ", "متأخرة ", "منتصف ", "شهر ",
    "الخميس والجمعة و", "الليلة ", "أول ", "آخر ", "الأول من ", "1:", "الساعة ", "بين ",
]  # fmt: skip


@cache
def annotator() -> Annotator:
    return Annotator((numbers, dates))


def read(text: str, published: str | None = FRIDAY) -> Chart:
    return annotator().chart(Document(text, published))


def found(text: str, published: str | None = FRIDAY, kind: str = "date") -> list[Mention]:
    return [m for m in mentions(read(text, published)) if m.kind == kind]


def values(text: str, published: str | None = FRIDAY) -> list[object]:
    return [m.value for m in found(text, published)]


def line(row: Row) -> str:
    return row.where.rpartition(":")[2]


@pytest.mark.parametrize("row", CASES, ids=line)
def test_case(row: Row) -> None:
    published, start, end, grain, basis, partial, text = row.cells
    expected = (start or None, end or None, grain, basis, partial or None)
    got = [
        (v.start, v.end, v.grain, v.basis, v.partial)
        for v in values(text, published or None)
        if isinstance(v, DateValue)
    ]
    assert got == [expected]


@pytest.mark.parametrize("row", MISSES, ids=line)
def test_miss(row: Row) -> None:
    assert not [m.text for m in found(row.cells[1])]


@pytest.mark.parametrize("row", TOLD, ids=line)
def test_day_told_before_is_taken_up(row: Row) -> None:
    start, end, grain, text = row.cells
    last = values(text)[-1]
    assert isinstance(last, DateValue)
    assert (last.start, last.end, last.grain) == (start, end, grain)


@pytest.mark.parametrize("row", TOLD, ids=line)
def test_what_takes_up_a_date_is_none_without_it(row: Row) -> None:
    for value in values(row.cells[3], None):
        assert isinstance(value, DateValue)
        assert value.basis in ("partial", "stated")


@pytest.mark.parametrize(
    ("text", "published", "days"),
    [
        ("الأسر عالقة بعد يومين من هجوم الاثنين", FRIDAY, ["2024-05-08", "2024-05-06"]),
        ("ساد الهدوء غداة اشتباكات وقعت مساء الأربعاء", FRIDAY, ["2024-05-09", "2024-05-08"]),
        ("اعتقلوا عشية هجوم أوقع قتلى في 8 مايو", FRIDAY, ["2024-05-07", "2024-05-08"]),
        (
            "أغار الطيران بعد يومين من الهجوم، الذي وقع يوم 4 مايو",
            FRIDAY,
            ["2024-05-06", "2024-05-04"],
        ),
        ("غرقت العبارة عشية عيد الميلاد عام 1998", FRIDAY, ["1998-12-24", "1998-12-25"]),
        ("حوكم في مارس 2016 بعد شهرين من فراره", FRIDAY, ["2016-03-01", "2016-01-01"]),
        ("حوكم في مارس 2016 بعد يومين من فراره", FRIDAY, ["2016-03-01"]),
        ("يأتي ذلك بعد يوم، من هجوم مماثل", FRIDAY, ["2024-05-09"]),
        ("صدامات في الذكرى الثانية لثورة 25 يناير", "2013-01-28", ["2013-01-25", "2011-01-01"]),
        ("مسيرة في ذكرى ثورة 25 يناير", "2013-01-28", ["2013-01-25"]),
        (
            "اعتقلوا عشية الذكرى الثانية لثورة 25 يناير",
            "2013-01-28",
            ["2013-01-24", "2013-01-25", "2011-01-01"],
        ),
    ],
)
def test_what_is_named_has_its_own_day(text: str, published: str, days: list[str]) -> None:
    got = values(text, published)
    assert [value.start for value in got if isinstance(value, DateValue)] == days


@pytest.mark.parametrize("row", LENGTHS, ids=line)
def test_duration(row: Row) -> None:
    n, unit, text = row.cells
    got = [m.value for m in found(text, kind="duration")]
    told = [(v.n, v.unit) for v in got if isinstance(v, DurationValue)]
    assert told == [(float(n) if n else None, unit)]


def test_enough_cases() -> None:
    assert len(CASES) >= 300
    assert len(MISSES) >= 60
    assert len(LENGTHS) >= 30
    bases = {row.cells[4] for row in CASES}
    assert bases == {"stated", "relative", "weekday", "year_assumed", "conflict", "partial"}


def test_tables_hold_no_case_twice() -> None:
    told = [(row.cells[0], row.cells[-1]) for row in CASES]
    assert len(set(told)) == len(told)


def _bounds(value: DateValue) -> tuple[date, date]:
    assert value.start is not None
    assert value.end is not None
    return date.fromisoformat(value.start[:10]), date.fromisoformat(value.end[:10])


@pytest.mark.parametrize("row", [r for r in CASES if r.cells[5] == ""], ids=line)
def test_value_round_trips_through_its_iso_form(row: Row) -> None:
    for value in values(row.cells[6], row.cells[0] or None):
        assert isinstance(value, DateValue)
        first, last = _bounds(value)
        assert first <= last
        if value.grain in ("day", "part_of_day"):
            assert first == last
            iso = f"{first.year}-{first.month:02}-{first.day:02}"
            again = values(f"وقع ذلك في {iso} هناك", row.cells[0] or None)
            assert again == [DateValue(iso, iso, "day", "stated")]


@pytest.mark.parametrize("row", [r for r in CASES if r.cells[5] == ""], ids=line)
def test_every_value_is_read_back_from_its_iso_days(row: Row) -> None:
    for value in values(row.cells[6], row.cells[0] or None):
        assert isinstance(value, DateValue)
        assert value.start is not None
        assert value.end is not None
        for instant in (value.start, value.end):
            moment = datetime.fromisoformat(instant)
            assert moment.isoformat(timespec="minutes").startswith(instant)
        first, last = _bounds(value)
        again = values(f"امتد ذلك من {first.isoformat()} إلى {last.isoformat()} هناك", None)
        basis = DateValue(first.isoformat(), last.isoformat(), "span", "stated")
        assert again == [basis] or first == last


DAYS = st.dates(date(1990, 1, 1), date(2035, 12, 31))
NAMES = sorted(n for n in month_numbers() if not n.isascii() and " " not in n)


@given(DAYS, st.sampled_from(("{d}/{m}/{y}", "{y}-{m:02}-{d:02}", "{d} شهر {m} {y}")))
def test_any_day_in_figures_is_read_as_itself(day: date, shape: str) -> None:
    text = "بتاريخ " + shape.format(d=day.day, m=day.month, y=day.year)
    iso = day.isoformat()
    got = [v for v in values(text) if isinstance(v, DateValue)]
    if shape.startswith("{d}/") and day.day <= 12:
        assert len(got) == 1
        assert got[0].start == iso
    else:
        assert [(v.start, v.end) for v in got] == [(iso, iso)]


@given(DAYS, st.sampled_from(NAMES))
def test_any_day_of_any_month_name_is_read_as_itself(day: date, name: str) -> None:
    number = month_numbers()[name]
    day = day.replace(day=min(day.day, 28), month=number)
    got = values(f"في {day.day} {name} {day.year} وقع ذلك")
    assert got == [DateValue(day.isoformat(), day.isoformat(), "day", "stated")]


@given(st.dates(date(2003, 1, 1), date(2026, 12, 31)), st.integers(1, 7))
def test_bare_weekday_is_the_last_one(published: date, weekday: int) -> None:
    names = ("الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد")
    got = values(f"قتل جندي {names[weekday - 1]} في كمين", published.isoformat())
    assert len(got) == 1
    assert isinstance(got[0], DateValue)
    day, _ = _bounds(got[0])
    assert day.isoweekday() == weekday
    assert published - timedelta(days=6) <= day <= published


def _vary(text: str, marks: list[int]) -> str:
    """The text with a vowel mark or tatweel behind some of its letters."""
    pieces = []
    for k, letter in enumerate(text):
        pieces.append(letter)
        inside = k + 1 < len(text) and text[k + 1].isalpha() and letter.isalpha()
        if inside and marks[k % len(marks)]:
            pieces.append(MARK if marks[k % len(marks)] == 1 else TATWEEL)
    return "".join(pieces)


@given(st.sampled_from(CASES), st.lists(st.integers(0, 2), min_size=1, max_size=7))
def test_marks_and_tatweel_change_no_value(row: Row, marks: list[int]) -> None:
    text, published = row.cells[6], row.cells[0] or None
    assert values(_vary(text, marks), published) == values(text, published)


@given(st.sampled_from(CASES), st.sampled_from("اأإ"))
def test_alef_variants_change_no_value(row: Row, alef: str) -> None:
    text, published = row.cells[6], row.cells[0] or None
    assume(not re.search(r"\bآب\b", text))  # its madda alone tells the month from a father
    assert values(re.sub("[اأإآ]", alef, text), published) == values(text, published)


@given(st.sampled_from(CASES))
def test_mention_text_is_its_slice(row: Row) -> None:
    text = row.cells[6]
    for mention in mentions(read(text, row.cells[0] or None)):
        assert text[mention.start : mention.end] == mention.text
        assert mention.text.strip() == mention.text


@given(st.text(alphabet=" 0123456789/:-.،()واليومماضيقبلشهرعام", max_size=60))
def test_any_text_is_read_without_overlap(text: str) -> None:
    chart = read(text)
    for kind in ("date", "duration"):
        nodes = sorted(chart.of(kind), key=lambda n: n.i)
        assert all(a.j <= b.i for a, b in pairwise(nodes))


def test_days_and_years_are_no_counts() -> None:
    chart = read("أعلن في 6 مايو 2024 مقتل 3 جنود خلال 5 أيام")
    assert [n.value for n in chart.of("number")] == [NumberValue(3, 3, "exact")]


def test_monday_is_not_two() -> None:
    assert not read("قتل الاثنين في الكمين").of("number")


@pytest.mark.parametrize(
    ("text", "back", "on"),
    [
        ("الجلسة الأحد", "2024-05-05", "2024-05-12"),
        ("الجلسة في 20 يوليو", "2023-07-20", "2024-07-20"),
        ("الجلسة في 20 يونيو 2021", "2021-06-20", "2021-06-20"),
        ("الجلسة أمس", "2024-05-09", "2024-05-09"),
    ],
)
def test_what_is_announced_looks_forward(text: str, back: str, on: str) -> None:
    node = read(text).of("date")[0]
    assert node.value.start == back
    assert dates.forward(node, date(2024, 5, 10)).start == on


def test_since_reaches_to_publication() -> None:
    node = read("يستمر الإضراب منذ الأحد").of("date")[0]
    assert dates.since(node, date(2024, 5, 10)) == DateValue(
        "2024-05-05", "2024-05-10", "span", "weekday"
    )
    weeks = read("يستمر الإضراب منذ أسبوعين").of("date")[0]
    assert dates.since(weeks, date(2024, 5, 10)).start == "2024-04-26"


@pytest.mark.parametrize(
    ("lead", "day", "basis"),
    [
        ("أعلنت الشرطة اليوم الخميس", "2024-05-08", "conflict"),
        ("أعلنت الشرطة اليوم الجمعة", "2024-05-09", "relative"),
        ("أعلنت الشرطة اليوم الثلاثاء", "2024-05-09", "relative"),
    ],
)
def test_day_of_writing_moves_what_is_counted_from_it(lead: str, day: str, basis: str) -> None:
    got = found(f"{lead} توقيف مشتبه به.\nوكان قد فر أمس من سجنه.")
    value = got[1].value
    assert isinstance(value, DateValue)
    assert (value.start, value.basis) == (day, basis)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("وصل الوفد الخميس إلى المدينة. وفي اليوم ذاته شب حريق", ["2024-05-09", "2024-05-09"]),
        ("سيطروا عليها يوم 24 مايو 2018 ونشروا في اليوم التالي صورا", ["2018-05-24", "2018-05-25"]),
        (
            "قصفت القرية الخميس. وصل وفد. واجتمعوا. وافترقوا. وغادر في اليوم نفسه",
            2 * ["2024-05-09"],
        ),
        (f"قصفت القرية الخميس. {7 * 'واجتمع وفد. '}وغادر في اليوم نفسه", ["2024-05-09"]),
        ("قصفت البلدة في مايو 2018، وفي اليوم ذاته شب حريق", ["2018-05-01"]),
        ("وقع الهجوم الخميس في اليوم نفسه الذي زار فيه الوزير المدينة", ["2024-05-09"]),
    ],
)
def test_the_same_day_is_the_one_told_right_before(text: str, days: list[str]) -> None:
    starts = [value.start for value in values(text) if isinstance(value, DateValue)]
    assert starts == days


def test_madda_tells_august_from_a_father() -> None:
    assert values("قتل كثيرون في آب بعيدا عن بيوتهم")
    assert not values("قتل كثيرون في إب بعيدا عن بيوتهم")


def test_period_of_two_parts_is_the_whole_of_both() -> None:
    node = read("وقع ذلك أواخر مارس ومطلع أبريل").of("date")[0]
    got = dates.period(node, date(2024, 5, 10))
    assert (got.start, got.end) == ("2024-03-01", "2024-04-30")


def test_period_of_a_part_is_the_whole() -> None:
    node = read("وقع ذلك منتصف أبريل").of("date")[0]
    assert dates.period(node, date(2024, 5, 10)) == DateValue(
        "2024-04-01", "2024-04-30", "month", "year_assumed"
    )


def test_nothing_is_guessed_without_a_publication_date() -> None:
    for row in CASES:
        for value in values(row.cells[6], None):
            assert isinstance(value, DateValue)
            assert value.basis in ("stated", "conflict", "partial")
            assert (value.basis == "partial") == (value.start is None)


@pytest.mark.parametrize(
    "piece", ["1 ", "و ", "6 مايو ", "مايو ", "الاثنين ", "( ", "2011-", "من 5 إلى "]
)
def test_linear_time(piece: str) -> None:
    def seconds(times: int) -> float:
        text = piece * times
        told = []
        for _ in range(3):
            began = time.process_time()
            read(text)
            told.append(time.process_time() - began)
        return min(told)

    seconds(100)
    assert seconds(10_000) < 40 * max(seconds(1_000), 0.002)


def test_keys_of_cases_fold() -> None:
    assert all(fold_key(row.cells[6]) for row in CASES)


@pytest.mark.parametrize(
    ("text", "is_known"),
    [
        ("عدن، 3 مارس/آذار 2022 (وكالات) - قتل جنديان مساء الأربعاء في كمين.", True),
        ("تعز - 3 مارس 2022\n\nقتل جنديان أمس في كمين نصبه مسلحون.", True),
        ("تعز - قتل جنديان أمس في كمين، وكان هجوم مماثل وقع في 3 مارس 2022.", False),
        ("تعز - 3 مارس\n\nقتل جنديان أمس في كمين نصبه مسلحون.", False),
    ],
)
def test_a_full_date_above_the_news_tells_when_it_was_written(text: str, is_known: bool) -> None:
    starts = {node.value.start for node in Annotator().chart(Document(text)).of("date")}
    assert ("2022-03-02" in starts) == is_known

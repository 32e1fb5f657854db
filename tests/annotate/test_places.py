"""Places: cases and misses beside the rules, namesakes, chains, sides, precision, the table."""

from __future__ import annotations

import time
from importlib.resources import files
from itertools import pairwise

import pytest

from waqai.annotate import places
from waqai.annotate.chart import Chart, leaves
from waqai.annotate.pipeline import Annotator
from waqai.annotate.places.gazetteer import Gazetteer, gazetteer
from waqai.annotate.places.geometry import distance
from waqai.annotate.places.spelling import similar
from waqai.errors import TableError
from waqai.lexicon.vocabulary import Vocabulary
from waqai.model.values import PlaceValue
from waqai.text.document import Document

NEAR = 0.26
FOLDER = files("waqai.annotate.places")


def rows(name: str) -> list[list[str]]:
    lines = (FOLDER / name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


CASES, MISSES = rows("cases.tsv"), rows("misses.tsv")
VOCABULARY = Vocabulary([places.source()])


def chart(text: str) -> Chart:
    made = leaves(Document(text), VOCABULARY)
    places.annotate(made)
    return made


def found(text: str) -> dict[str, PlaceValue]:
    made = chart(text)
    spans = ((n, made.doc.span(n.i, n.j, n.skip, n.cut)) for n in made.of("place"))
    return {text[a:b]: node.value for node, (a, b) in spans}


def test_there_are_enough_cases() -> None:
    assert len(CASES) >= 250
    assert len(MISSES) >= 50


@pytest.mark.parametrize(("country", "kind", "lat", "lon", "mention", "text"), CASES)
def test_case(country: str, kind: str, lat: str, lon: str, mention: str, text: str) -> None:
    value = found(text)[mention]
    assert (value.country or "-", value.kind) == (country, kind)
    assert value.lat == pytest.approx(float(lat), abs=NEAR)
    assert value.lon == pytest.approx(float(lon), abs=NEAR)


@pytest.mark.parametrize("text", [row[0] for row in MISSES])
def test_miss(text: str) -> None:
    assert found(text) == {}


@pytest.mark.parametrize(
    ("name", "country", "text"),
    [
        ("طرابلس", "LB", "الجيش اللبناني ينتشر في طرابلس بعد اشتباكات في باب التبانة"),
        ("طرابلس", "LY", "قوات حكومة الوفاق الليبية تصد هجوما على طرابلس"),
        ("الرقة", "SY", "قسد تعتقل خلية لداعش في الرقة شمالي سوريا"),
        ("الرقة", "KW", "وقال بيان لوزارة الداخلية الكويتية إن الحريق اندلع في الرقة بالكويت"),
        ("رفح", "PS", "دبابات الاحتلال تتوغل في رفح جنوب قطاع غزة"),
        ("رفح", "EG", "الجيش المصري يهدم أنفاقا في رفح بمحافظة شمال سيناء المصرية"),
        ("صيدا", "LB", "اشتباك في صيدا قرب مخيم عين الحلوة في لبنان"),
        ("صيدا", "SY", "اغتيال عنصر سابق في بلدة صيدا بريف درعا في سوريا"),
        ("سنجار", "IQ", "الإيزيديون يعودون إلى سنجار غرب الموصل في العراق"),
        ("نابلس", "PS", "قوات الاحتلال تقتحم نابلس في الضفة الغربية"),
    ],
)
def test_namesakes_across_countries(name: str, country: str, text: str) -> None:
    value = next(v for mention, v in found(text).items() if mention.split(" ")[-1] == name)
    assert value.country == country


def test_runners_up_are_kept_with_their_scores() -> None:
    value = found("اشتباكات في طرابلس بين قوات ليبية")["طرابلس"]
    assert value.country == "LY"
    assert "LB" in {c.country for c in value.candidates}
    scores = [c.score for c in value.candidates]
    assert scores == sorted(scores, reverse=True)
    assert all(0 <= score < 1 for score in scores)


def test_a_named_place_in_no_table_stands_at_its_container() -> None:
    told = found("قتل راع في قرية زغبوشة بريف سراقب في محافظة إدلب السورية")
    value = told["قرية زغبوشة"]
    assert (value.country, value.kind, value.container) == ("SY", "town", "Sarāqib")
    assert (value.acled_precision, value.ucdp_precision) == (2, 2)
    assert distance(value.lat or 0, value.lon or 0, 35.86, 36.80) < 25


def test_nothing_around_it_leaves_it_unresolved() -> None:
    value = found("هاجموا قرية زغبوشة ليلا")["قرية زغبوشة"]
    assert (value.lat, value.lon, value.country, value.acled_precision) == (None,) * 4
    assert value.name == "قرية زغبوشة"


def test_a_chain_names_the_inner_place_first() -> None:
    made = chart("قصف على بلدة كفرنبل في ريف إدلب الجنوبي")
    inner, outer = made.of("place.chain")[0].parts
    assert inner.value.name == "Kafr Nabl"
    assert outer.value.kind == "area"


def test_what_the_text_puts_around_a_place_refuses_its_namesakes() -> None:
    value = found("هجوم في مدينة الإسكندرية في ولاية فرجينيا الأمريكية")["مدينة الإسكندرية"]
    assert value.country == "US"


@pytest.mark.parametrize(
    ("text", "kind", "codes"),
    [
        ("انفجار في مدينة حلب السورية", "town", (1, 1)),
        ("غارة على ريف حلب الغربي في سوريا", "area", (2, 3)),
        ("قتلى في محافظة الأنبار العراقية", "province", (3, 4)),
        ("عنف في سوريا", "country", (None, 6)),
        ("سفينة في البحر الأحمر", "region", (None, 7)),
    ],
)
def test_precision(text: str, kind: str, codes: tuple[int | None, int]) -> None:
    value = next(iter(found(text).values()))
    assert value.kind == kind
    assert (value.acled_precision, value.ucdp_precision) == codes


def test_sides_lie_on_their_side() -> None:
    middle = found("معارك في ريف حلب في سوريا")["ريف حلب"]
    north = found("معارك في ريف حلب الشمالي في سوريا")["ريف حلب الشمالي"]
    west = found("معارك في ريف حلب الغربي في سوريا")["ريف حلب الغربي"]
    assert (north.lat or 0) > (middle.lat or 0)
    assert (west.lon or 0) < (middle.lon or 0)


def test_a_point_named_before_is_meant_by_its_noun() -> None:
    told = found("هبطت طائرة في مدينة البصرة العراقية. وأغلق المطار بعدها")
    assert told["المطار"].name == "Basra airport"


def test_spellings_of_a_name_share_a_skeleton() -> None:
    assert "تلتيته" in {name.key for name in similar("تلتيتا")}
    assert similar("تل") == []


def test_the_table_is_quick_and_refuses_a_row_that_it_has_not() -> None:
    started = time.perf_counter()
    table = Gazetteer("", "")
    gazetteer.__wrapped__()
    assert time.perf_counter() - started < 2
    with pytest.raises(TableError, match="no place in row 7"):
        table.spot(7)


def test_place_mentions_do_not_overlap_and_repeat() -> None:
    text = " ".join(row[5] for row in CASES[:40])
    first = Annotator((places,)).chart(Document(text))
    again = Annotator((places,)).chart(Document(text))
    spans = [(n.i, n.j) for n in first.of("place")]
    assert all(a[1] <= b[0] for a, b in pairwise(spans))
    assert [(n.i, n.j, n.value) for n in first.of("place")] == [
        (n.i, n.j, n.value) for n in again.of("place")
    ]


@pytest.mark.parametrize(
    "word", ["حي ", "المطار ", "وحلب ", "قرية زغبوشة ", "في حلب، ", "تل ", "ريف ", "«", "محافظتي "]
)
def test_time_grows_with_the_text(word: str) -> None:
    def seconds(times: int) -> float:
        started = time.perf_counter()
        chart(f"دمشق، حلب {word * times}")
        return time.perf_counter() - started

    seconds(100)
    assert seconds(4000) < 12 * seconds(1000) + 0.2

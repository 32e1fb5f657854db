"""Times in the annotation format: whole months and years, and spans up to publication."""

from __future__ import annotations

import msgspec
import pytest

from waqai.annotate import dates, numbers
from waqai.annotate.pipeline import Annotator
from waqai.events.extract import Extractor
from waqai.export.coded_times import coded
from waqai.model.event import When
from waqai.model.report import Report
from waqai.model.span import Span
from waqai.text.document import Document

PUBLISHED = "2021-09-14"
TOLD = "قتل 12 مدنيا في قصف مدفعي على بعقوبة"
# When that is told to have been, and the first and last day that a coder enters.
CASES = (
    ("مطلع الشهر الماضي", "2021-08", "2021-08"),
    ("منتصف مايو 2019", "2019-05", "2019-05"),
    ("أواخر عام 2018", "2018", "2018"),
    ("مطلع الأسبوع الجاري", "2021-09-12", "2021-09-13"),
    ("الشهر الماضي", "2021-08", "2021-08"),
    ("من 3 إلى 12 سبتمبر", "2021-09-03", "2021-09-12"),
    ("منذ السبت", "2021-09-11", "2021-09-14"),
    ("منذ 3 سبتمبر", "2021-09-03", "2021-09-14"),
    ("منذ مطلع الشهر الجاري", "2021-09-01", "2021-09-14"),
    ("منذ يوليو الماضي", "2021-07", "2021-09"),
    ("منذ فجر الثلاثاء", "2021-09-14", "2021-09-14"),
    ("منذ 2019", "2019", "2019"),
    ("منذ يومين", "2021-09-12", "2021-09-12"),
    ("السبت", "2021-09-11", "2021-09-11"),
)


@pytest.mark.parametrize(("words", "first", "last"), CASES)
def test_time_as_a_coder_enters_it(words: str, first: str, last: str) -> None:
    report = Report("r", f"{TOLD} {words}.", published=PUBLISHED)
    event = Extractor().record(report).events[0]
    chart = Annotator((numbers, dates)).chart(Document.of(report))
    (node,) = chart.of("date")
    span = Span(*chart.doc.span(node.i, node.j, node.skip, node.cut))
    when = When(node.value, span, span.of(report.text), (node.rule,))
    dated = msgspec.structs.replace(event, when=when)
    assert coded(dated, report.text, PUBLISHED) == (first, last)

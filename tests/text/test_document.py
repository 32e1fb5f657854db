"""Document: publication dates and spans."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from waqai.errors import RecordError
from waqai.model.report import Report
from waqai.text.document import Document, parse_published


@pytest.mark.parametrize(
    ("published", "moment"),
    [
        ("2025-05-17", datetime(2025, 5, 17)),
        ("2025-05-17T10:20:00+03:00", datetime(2025, 5, 17, 10, 20)),
        ("2025-05-17T23:50:00Z", datetime(2025, 5, 17, 23, 50)),
        (" 2025-05-17 ", datetime(2025, 5, 17)),
        ("", None),
        (None, None),
    ],
)
def test_published_keeps_the_wall_time(published: str | None, moment: datetime | None) -> None:
    assert parse_published(published) == moment


@pytest.mark.parametrize("published", ["2025-02-30", "أمس", "17/05/2025", "2025-13-01"])
def test_an_impossible_date_is_refused(published: str) -> None:
    with pytest.raises(RecordError, match="impossible publication date"):
        parse_published(published)


def test_a_report_becomes_a_document() -> None:
    report = Report("r", body="قصف الجيش حلب.", title="قصف", published="2025-05-17")
    doc = Document.of(report)
    assert doc.text == "قصف\nقصف الجيش حلب."
    assert doc.published == date(2025, 5, 17)
    assert [s.kind for s in doc.sentences] == ["title", "body"]


def test_a_span_is_cut_on_both_sides() -> None:
    doc = Document("وبمدينتهم الجديدة")
    assert doc.text[slice(*doc.span(0, 1, skip=2, cut=2))] == "مدينت"
    assert doc.text[slice(*doc.span(0, 2, skip=2))] == "مدينتهم الجديدة"

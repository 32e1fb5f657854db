"""The line of an incident: what lists and maps show of it."""

from __future__ import annotations

import pytest

from waqai.events.extract import Extractor
from waqai.link.stories import incidents
from waqai.model.line import Figure
from waqai.model.report import Report
from waqai.store.lines import Read, line

TEXT = "قتل {} في انفجار سيارة مفخخة وسط سوق مدينة تلعفر صباح الأحد، بحسب الشرطة."


@pytest.mark.parametrize(
    ("words", "figure"),
    [
        ("32 شخصا على الأقل", Figure(32, 32, 32, open=True)),
        ("32 شخصا", Figure(32, 32, 32, open=False)),
    ],
)
def test_open_figure(words: str, figure: Figure) -> None:
    report = Report("one", "", TEXT.format(words), published="2025-03-10")
    (incident,) = incidents([(report, Extractor().record(report))])
    assert line(incident, Read([], [], {})).figures["killed"] == figure

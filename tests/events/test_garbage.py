"""A report's objects go as soon as it is done: no cycles are left for the collector to find."""

from __future__ import annotations

import gc

from waqai.events.extract import Extractor
from waqai.model.report import Report

TEXT = (
    "أعلنت وزارة الداخلية أن انفجارا وقع أمس الاثنين في مدينة الموصل أسفر عن مقتل خمسة مدنيين "
    "وإصابة 12 آخرين.\nوقال بيان صادر عن مديرية الصحة في نينوى إن الجرحى نقلوا إلى المستشفى."
)


def test_an_extracted_report_leaves_no_cycles() -> None:
    extractor = Extractor()
    report = Report(id="r", title=None, body=TEXT, published="2017-03-07")
    assert extractor.record(report).events
    gc.collect()
    gc.disable()
    try:
        extractor.record(report)
        assert gc.collect() == 0
    finally:
        gc.enable()

"""Who accuses: never the body that an accusation is brought to, nor one whose kin accuses."""

from __future__ import annotations

import pytest

from waqai.events.extract import Extractor
from waqai.model.report import Report

_TOLD = "قتل ستة عمال في هجوم مسلح في المنصورة أمس الاثنين. "
_KIN = "شقيق «متظاهر المنصورة» المتوفى"
_CASES = (
    ("وتقدم محام ببلاغ للنائب العام يتهم قوات الأمن المصرية بتنفيذ الهجوم.", None),
    ("وقدم محام شكوى إلى الشرطة تتهم حركة حماس بتنفيذ الهجوم.", None),
    ("وفي بيان للجيش المصري اتهم حركة حماس بتنفيذ الهجوم.", "Egyptian army"),
    ("شقيق «متظاهر المنصورة» المتوفى اتهم الجيش المصري بتنفيذ الهجوم.", _KIN),
    (
        "وأدانت الحكومة استهداف المدير ماجد فرج وحملت حركة حماس مسؤولية الهجوم.",
        "Palestinian government",
    ),
    ("وندد الرئيس محمود عباس وحمل حركة حماس مسؤولية الهجوم.", "Mahmoud Abbas"),
    ("وكان الجيش المصري قد اتهم حركة حماس بتنفيذ الهجوم.", "Egyptian army"),
)


@pytest.mark.parametrize(("text", "accuser"), _CASES)
def test_accuser(extractor: Extractor, text: str, accuser: str | None) -> None:
    events = extractor.record(Report("case", _TOLD + text, None, "2024-03-19")).events
    told = [one for event in events for one in event.responsibility]
    assert [one.stance for one in told] == ["accuses"]
    assert [one.speaker.name if one.speaker else None for one in told] == [accuser]

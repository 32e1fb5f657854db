"""Reports that would do harm if a page took their text for anything but text."""

from __future__ import annotations

from typing import Any

# Sets `harm` on the window wherever it runs.
SCRIPTS = (
    "<script>window.harm=1</script>",
    "<img src=x onerror=window.harm=1>",
    "<svg/onload=window.harm=1>",
    "\"><iframe srcdoc='<script>parent.harm=1</script>'>",
    "</textarea></style></title><body onload=window.harm=1>",
    "{{constructor.constructor('window.harm=1')()}} ${window.harm=1}",
    "<math><mtext></p><a href=javascript:window.harm=1>x</a></mtext></math>",
    "&lt;script&gt;window.harm=1&lt;/script&gt; &#60;img src=x onerror=window.harm=1&#62;",
    "<style>*{display:none!important}</style><link rel=stylesheet href=//harm.example/x.css>",
    "<base href=https://harm.example/><form action=https://harm.example><input onfocus=harm=1>",
)
# Controls that reorder what stands after them, or hide.
ORDERS = (
    "\u202e", "\u202d", "\u2066", "\u2067", "\u2068", "\u202a", "\u202b", "\u200f", "\u200e",
    "\u2069\u2069\u202c\u202c", "\u061c", "\u200b\u2060\ufeff", "\u00ad", "\u0007\u001b[31m",
)  # fmt: skip


# Enough of a report for its language to be told, whatever the passages do to it.
REST = (
    "وهرعت سيارات الإسعاف إلى المكان ونقلت الجرحى إلى المستشفيات القريبة، بينما فر عشرات السكان "
    "من الحي خوفا من تجدد القصف. وطالب المجلس المحلي المنظمات الإنسانية بإرسال مواد طبية عاجلة."
)


def reports() -> list[dict[str, Any]]:
    """Reports of one attack each, with a hostile passage in every field of a reader's choosing."""
    return [_report(n, passage) for n, passage in enumerate((*SCRIPTS, *ORDERS))]


def _report(n: int, passage: str) -> dict[str, Any]:
    day = f"2024-03-{n + 1:02}"
    return {
        "id": f"hostile-{n:02}",
        "published": day,
        "outlet": f"وكالة {passage} الساحل",
        "url": "javascript:window.harm=1",
        "author": passage,
        "title": f"مقتل {n + 2} مدنيين {passage} بقصف على إدلب",
        "body": f"قتل {n + 2} مدنيين وأصيب {n + 3} آخرون {passage} جراء قصف مدفعي استهدف مدينة إدلب"
        f" اليوم، وفق الدفاع المدني {passage} في المدينة.\nوقال مصدر طبي {passage} إن"
        f" الحصيلة بلغت {n + 4} قتلى.\n{REST}",
    }

"""JSONL: one object a report, with the full record of its events."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from waqai.export.told import Told
from waqai.model.canonical import dump


def jsonl(items: Iterable[Told]) -> Iterator[bytes]:
    """One line a report, UTF-8, without its line end."""
    for item in items:
        yield dump(
            {
                "report": item.report.id,
                "version": item.version,
                "sha256": item.sha256,
                "published": item.report.published,
                "outlet": item.report.outlet,
                "url": item.report.url,
                "language": item.report.language,
                "title": item.title,
                "waqai": item.waqai,
                "events": item.record.events,
            }
        )

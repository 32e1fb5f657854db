"""Document: a report's text, folded and cut into tokens and sentences once."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from waqai.errors import RecordError
from waqai.model.report import Report
from waqai.text.sentences import Sentence, sentences
from waqai.text.tokens import tokens


class Document:
    """What every annotator reads. Token ranges are half-open; offsets are code points of `text`."""

    __slots__ = (
        "_sentence_of",
        "ends",
        "keys",
        "moment",
        "outlet",
        "published",
        "sentences",
        "starts",
        "text",
        "tokens",
        "url",
    )

    def __init__(
        self,
        text: str,
        published: str | None = None,
        title_length: int = 0,
        outlet: str | None = None,
        url: str | None = None,
    ) -> None:
        self.text = text
        self.outlet = outlet
        self.url = url
        self.moment = parse_published(published)
        self.published: date | None = self.moment.date() if self.moment else None
        self.tokens = tokens(text)
        self.keys = self.tokens.keys
        self.starts = self.tokens.starts
        self.ends = self.tokens.ends
        self.sentences: list[Sentence] = sentences(self.tokens, title_length)
        self._sentence_of = _sentence_of(self.sentences, len(self.keys))

    @classmethod
    def of(cls, report: Report) -> Document:
        """The document of a report. Raises RecordError for an impossible publication date."""
        return cls(report.text, report.published, report.title_length, report.outlet, report.url)

    def sentence_index(self, token: int) -> int:
        """Index of the sentence that holds a token of the text (or the last one before it)."""
        return self._sentence_of[token]

    def span(self, i: int, j: int, skip: int = 0, cut: int = 0) -> tuple[int, int]:
        """Offsets of tokens [i, j) without `skip` first and `cut` last folded characters."""
        return self.tokens.inside(i, skip), self.tokens.before(j - 1, cut)


def _sentence_of(sentences: Sequence[Sentence], count: int) -> list[int]:
    """For each of so many tokens, and for the end, the sentence that began last."""
    found: list[int] = []
    for index, sentence in enumerate(sentences[1:]):
        found += [index] * (sentence.first - len(found))
    return found + [max(0, len(sentences) - 1)] * (count + 1 - len(found))


def parse_published(published: str | None) -> datetime | None:
    """An ISO date or datetime as a naive local datetime (a zone is dropped, its wall time kept).

    None for None or blank. Raises RecordError where it is no date that exists.
    """
    if published is None or not published.strip():
        return None
    try:
        return datetime.fromisoformat(published.strip()).replace(tzinfo=None)
    except ValueError:
        raise RecordError(
            f"impossible publication date {published!r}", do="give an ISO date such as 2025-05-17"
        ) from None

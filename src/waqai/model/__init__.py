"""Frozen values of the record: no behaviour beyond their own algebra."""

from waqai.model.mention import Mention, Part
from waqai.model.report import Report, content_id
from waqai.model.span import Span

__all__ = ["Mention", "Part", "Report", "Span", "content_id"]

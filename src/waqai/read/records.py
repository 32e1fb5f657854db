"""A record of named fields (a JSONL object, a CSV row) to a Report."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from waqai.errors import EmptyError, FlawError, InputError, RecordError
from waqai.model.report import Report, content_id
from waqai.read.decode import scrub
from waqai.read.language import language
from waqai.read.published import published
from waqai.read.received import Media, Received

_IDS = ("report", "id")
_TEXTS = ("body", "text")
_PLAIN = ("title", "outlet", "url", "author")
_DO = "a report needs the field body or text"
# Fields that a message names, and letters of each.
_NAMES, _NAME = 20, 30
_OWN = frozenset((*_IDS, *_TEXTS, *_PLAIN, "published"))


def received(
    fields: Mapping[str, Any],
    raw: bytes,
    source: str,
    media: Media,
    encoding: str,
    line: int,
    default_published: str | None = None,
) -> Iterator[Received | InputError]:
    """The report of a record; before it, a FlawError for a field that had to be left out.

    A record without text or with a field of the wrong type is an InputError instead.
    """
    where = f"{source}:{line}"
    try:
        body, title = _text(fields, "body", "text"), _text(fields, "title")
        given = _id(fields)
        _check(title, body, fields, where)
        known = {name: _text(fields, name) for name in _PLAIN if name != "title"}
    except (RecordError, EmptyError) as error:
        yield type(error)(error.what, where, error.do)
        return
    moment, flaw = _published(fields.get("published"), where)
    if flaw:
        yield flaw
    if not (body or "").strip():
        yield FlawError(f"a title without body or text; {_seen(fields)}", where, _DO)
    moment = moment or default_published
    report = Report(
        id=given or content_id(title, body or "", moment),
        body=body or "",
        title=title,
        published=moment,
        language=language(f"{title or ''}\n{body or ''}"),
        extra=_extra(fields, flaw is not None),
        **known,
    )
    yield Received(report, raw, source, media, encoding, line, given is not None)


def _check(title: str | None, body: str | None, fields: Mapping[str, Any], where: str) -> None:
    """Refuse a record in which there is nothing to read. Raises RecordError or EmptyError."""
    if body is None and title is None:
        raise RecordError(f"no body or text; {_seen(fields)}", where, _DO)
    if not f"{title or ''}{body or ''}".strip():
        raise EmptyError("a report without text", where)


def _seen(fields: Mapping[str, Any]) -> str:
    """The fields that a record has, for a message."""
    names = ", ".join(scrub(name)[:_NAME] for name in list(fields)[:_NAMES])
    return f"its fields are: {names}" if names else "it has no fields"


def _text(fields: Mapping[str, Any], *names: str) -> str | None:
    """The first of the fields that is there, None where all are absent, null or blank titles."""
    for name in names:
        value = fields.get(name)
        if value is None:
            continue
        if not isinstance(value, str):
            raise RecordError(f"{name} is {type(value).__name__}, not text")
        if name in _TEXTS or value.strip():
            return scrub(value)
    return None


def _id(fields: Mapping[str, Any]) -> str | None:
    """The id that the record itself gives."""
    for name in _IDS:
        value = fields.get(name)
        if isinstance(value, int) and not isinstance(value, bool):
            return str(value)
        if isinstance(value, str) and value.strip():
            return scrub(value)
        if value is not None and not isinstance(value, str):
            raise RecordError(f"{name} is {type(value).__name__}, not text")
    return None


def _published(value: object, where: str) -> tuple[str | None, FlawError | None]:
    """The publication date; an impossible one is unknown, and said so."""
    try:
        return published(value), None
    except ValueError as error:
        what = f"impossible publication date {value!r} ({error}), read as unknown"
        return None, FlawError(what, where, "give an ISO date such as 2025-05-17")


def _extra(fields: Mapping[str, Any], keep_published: bool) -> dict[str, Any]:
    """Fields of no meaning to Waqai, kept; a publication date that was none is kept there too."""
    extra = {
        name: scrub(value) if isinstance(value, str) else value
        for name, value in fields.items()
        if name not in _OWN
    }
    if fields.get("body") is not None and fields.get("text") is not None:
        extra["text"] = fields["text"]
    if keep_published:
        extra["published"] = fields["published"]
    return extra

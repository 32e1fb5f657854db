"""The README's first screen: its sentence, the date of publication, the event that it yields."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from waqai.events.extract import Extractor
from waqai.export.gold import gold
from waqai.model.report import Report

README = Path(__file__).parents[2] / "README.md"
_SENTENCE = re.compile("^    ([\u0600-\u06ff].*)$", re.M)
_PUBLISHED = re.compile(r"published (\d{4}-\d\d-\d\d), becomes")
_BLOCK = re.compile(r"```json\n(.*?)```", re.S)


def told() -> tuple[str, str, Any]:
    """The sentence, its publication date and the event as the README has them."""
    text = README.read_text(encoding="utf-8")
    return _the(_SENTENCE, text), _the(_PUBLISHED, text), json.loads(_the(_BLOCK, text))


def yielded(extractor: Extractor) -> dict[str, Any]:
    """The one event that the README's sentence yields."""
    text = README.read_text(encoding="utf-8")
    report = Report("", body=_the(_SENTENCE, text), published=_the(_PUBLISHED, text))
    (event,) = gold(report, extractor.record(report))["events"]
    return dict(event)


def write(extractor: Extractor) -> None:
    """Put the event into the README anew."""
    block = f"```json\n{_laid_out(yielded(extractor))}\n```"
    text = README.read_text(encoding="utf-8")
    README.write_text(_BLOCK.sub(lambda _: block, text, count=1), encoding="utf-8")


def _laid_out(event: dict[str, Any]) -> str:
    """A field a line, and each item of a list of objects on a line of its own."""
    lines = []
    for key, value in event.items():
        shown = json.dumps(value, ensure_ascii=False)
        if isinstance(value, list) and value and isinstance(value[0], dict):
            items = ",\n".join(f"   {json.dumps(item, ensure_ascii=False)}" for item in value)
            shown = f"[\n{items}]"
        lines.append(f" {json.dumps(key)}: {shown}")
    return "{\n" + ",\n".join(lines) + "\n}"


def _the(pattern: re.Pattern[str], text: str) -> str:
    """What the pattern finds. Raises LookupError where the README has no such place."""
    found = pattern.search(text)
    if found is None:
        raise LookupError(f"{README}: nothing like {pattern.pattern}")
    return found[1]

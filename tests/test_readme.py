"""The README tells the truth: its sentence yields its record, its commands exist."""

from __future__ import annotations

import json
import re
from pathlib import Path

from tests.conftest import Command

README = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")


def test_the_sentence_yields_the_record(waqai: Command) -> None:
    sentence = re.search(r"^    ([\u0600-\u06ff].*)$", README, flags=re.M)
    published = re.search(r"published (\d{4}-\d\d-\d\d), becomes", README)
    record = re.search(r"```json\n(.*?)```", README, flags=re.S)
    assert sentence
    assert published
    assert record
    outcome = waqai(
        "extract", "--format", "gold", "--published", published[1], "-", text=sentence[1]
    )
    (event,) = json.loads(outcome.out)["events"]
    assert json.loads(record[1]) == event


def test_every_command_is_told(waqai: Command) -> None:
    listed = waqai("--help").out.split("Commands:")[1]
    names = re.findall(r"^  ([a-z]+) ", listed, flags=re.M)
    assert names
    for name in names:
        assert f"`waqai {name}" in README, name

"""The README tells the truth: its sentence yields its record, its commands exist."""

from __future__ import annotations

import json
import re

from tests.conftest import Command
from tests.golden.readme import README, told


def test_the_sentence_yields_the_record(waqai: Command) -> None:
    sentence, published, event = told()
    outcome = waqai("extract", "--format", "gold", "--published", published, "-", text=sentence)
    assert json.loads(outcome.out)["events"] == [event]


def test_every_command_is_told(waqai: Command) -> None:
    listed = waqai("--help").out.split("Commands:")[1]
    names = re.findall(r"^  ([a-z]+) ", listed, flags=re.M)
    text = README.read_text(encoding="utf-8")
    assert names
    for name in names:
        assert f"`waqai {name}" in text, name

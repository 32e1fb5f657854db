"""Every command: what it prints where, and its exit status."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import waqai as package
from tests.conftest import Command

REPORT = {
    "id": "r1",
    "published": "2024-05-07",
    "title": "قتلى في هجوم شرق الموصل",
    "body": "قتل ثلاثة جنود في هجوم لتنظيم داعش شرق الموصل أمس الاثنين، وفق مصدر أمني.",
}
LINE = json.dumps(REPORT, ensure_ascii=False)
EVERY = ("extract", "annotate", "explain")


@pytest.fixture
def jsonl(tmp_path: Path) -> Path:
    """A file with a report, a broken line and another report."""
    second = json.dumps({**REPORT, "id": "r2"}, ensure_ascii=False)
    path = tmp_path / "reports.jsonl"
    path.write_text(f'{LINE}\n{{"id": broken\n{second}\n', encoding="utf-8")
    return path


def test_version(waqai: Command) -> None:
    assert waqai("--version") == (0, f"waqai {package.__version__}\n", "")


@pytest.mark.parametrize("command", EVERY)
def test_help_names_the_command(waqai: Command, command: str) -> None:
    outcome = waqai(command, "--help")
    assert outcome.status == 0
    assert f"waqai {command}" in outcome.out


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("nonsense",),
        *((command,) for command in EVERY),
        ("extract", "--format", "xml", "-"),
        ("extract", "--published", "2024-02-31", "-"),
        ("explain", "--published", "أمس", "-"),
        ("extract", "--nonsense", "-"),
        ("annotate", "a.jsonl", "b.jsonl"),
    ],
    ids=" ".join,
)
def test_wrong_use_is_2_and_prints_no_data(waqai: Command, arguments: tuple[str, ...]) -> None:
    outcome = waqai(*arguments, text=LINE)
    assert outcome.status == 2
    assert outcome.out == ""
    assert "Usage: waqai" in outcome.err


@pytest.mark.parametrize("command", EVERY)
def test_a_missing_file_is_bad_input(waqai: Command, command: str, tmp_path: Path) -> None:
    missing = str(tmp_path / "missing.jsonl")
    outcome = waqai(command, missing)
    assert outcome.status == 1
    assert outcome.out == ""
    assert missing in outcome.err


@pytest.mark.parametrize("command", EVERY)
def test_a_broken_line_is_named_and_the_rest_done(
    waqai: Command, command: str, jsonl: Path
) -> None:
    outcome = waqai(command, str(jsonl))
    assert outcome.status == 1
    assert f"waqai: {jsonl}:2: " in outcome.err
    assert outcome.err.count("\n") == 1
    assert "r1" in outcome.out
    assert "r2" in outcome.out


@pytest.mark.parametrize("command", EVERY)
def test_an_empty_file_is_bad_input(waqai: Command, command: str, tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.write_bytes(b"")
    outcome = waqai(command, str(empty))
    assert outcome.status == 1
    assert outcome.out == ""
    assert str(empty) in outcome.err


def test_extract_prints_the_full_record(waqai: Command, jsonl: Path) -> None:
    records = [json.loads(line) for line in waqai("extract", str(jsonl)).out.splitlines()]
    assert [record["report"] for record in records] == ["r1", "r2"]
    assert records[0]["published"] == "2024-05-07"
    assert records[0]["language"] == "ar"
    (claim,) = records[0]["events"][0]["claims"]
    text = f"{REPORT['title']}\n{REPORT['body']}"
    assert text[claim["span"]["start"] : claim["span"]["end"]] == claim["text"]
    assert (claim["slot"], claim["low"], claim["high"]) == ("killed", 3, 3)
    assert claim["speaker"]["text"] == "مصدر أمني"


def test_extract_gold_prints_what_a_coder_enters(waqai: Command) -> None:
    outcome = waqai("extract", "--format", "gold", "-", text=LINE + "\n")
    assert (outcome.status, outcome.err) == (0, "")
    row = json.loads(outcome.out)
    assert list(row) == ["report", "published", "events"]
    (event,) = row["events"]
    assert event["evidence"] in REPORT["body"]
    assert event["when"] == {
        "start": "2024-05-06",
        "end": "2024-05-06",
        "text": event["when"]["text"],
    }
    (count,) = event["counts"]
    assert list(count) == ["what", "who", "low", "high", "text", "source", "whom"]
    assert (count["what"], count["low"], count["whom"]) == ("killed", 3, "security")
    assert event["incident"] is None


def test_plain_text_takes_its_date_from_the_option(waqai: Command) -> None:
    text = f"{REPORT['title']}\n\n{REPORT['body']}\n"
    outcome = waqai("extract", "--format", "gold", "--published", "2024-05-07", "-", text=text)
    row = json.loads(outcome.out)
    assert row["published"] == "2024-05-07"
    assert row["events"][0]["when"]["start"] == "2024-05-06"


def test_without_a_date_a_relative_day_stays_unknown(waqai: Command) -> None:
    text = "قتل جنديان في هجوم شرق الموصل أمس.\n"
    row = json.loads(waqai("extract", "--format", "gold", "-", text=text).out)
    assert row["published"] is None
    assert row["events"][0]["when"] is None


def test_annotate_prints_mentions_in_order(waqai: Command) -> None:
    line = json.dumps({"id": "r1", "text": REPORT["body"], "published": "2024-05-07T09:30:00"})
    outcome = waqai("annotate", "-", text=line)
    row = json.loads(outcome.out)
    assert list(row) == ["id", "mentions"]
    starts = [mention["start"] for mention in row["mentions"]]
    assert starts == sorted(starts)
    for mention in row["mentions"]:
        assert list(mention) == ["kind", "start", "end", "text", "value", "rule"]
        assert REPORT["body"][mention["start"] : mention["end"]] == mention["text"]
    kinds = {mention["kind"] for mention in row["mentions"]}
    assert {"number", "date", "place", "actor", "speaker", "trigger"} <= kinds


def test_explain_json_gives_rules_and_words_of_every_value(waqai: Command) -> None:
    row = json.loads(waqai("explain", "--json", "-", text=LINE).out)
    text = f"{REPORT['title']}\n{REPORT['body']}"
    for event in row["events"]:
        for step in event["values"]:
            assert step["rules"], step
            if "text" in step:
                assert text[step["start"] : step["end"]] == step["text"]
    slots = [step["slot"] for step in row["events"][0]["values"]]
    assert slots[:2] == ["type", "evidence"]
    assert "killed" in slots


def test_explain_is_plain_where_no_one_looks(waqai: Command) -> None:
    out = waqai("explain", "-", text=LINE).out
    assert out.startswith("r1 · 2024-05-07 · 1 event\n")
    assert "\x1b" not in out
    assert "said by   مصدر أمني" in out


def test_explain_draws_tables_at_a_terminal(
    waqai: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "160")
    out = waqai("explain", "-", text=LINE).out
    assert "\x1b" in out
    assert "┃" in out
    assert "مصدر أمني" in out

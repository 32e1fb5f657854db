"""Reports read by several processes: the same records in the same order, and no process left."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from multiprocessing import active_children
from pathlib import Path

import pytest

from waqai.cli import extraction
from waqai.cli.extraction import Extraction
from waqai.errors import InputError, WaqaiError
from waqai.model.making import Made
from waqai.model.report import Report

_TEXT = "قتل {} جنود في هجوم شرق الموصل أمس الاثنين، وفق مصدر أمني."
_WORDS = ("ثلاثة", "أربعة", "خمسة", "ستة", "سبعة")
# Starts two processes, tells their numbers, and stays until it is killed.
_PARENT = """
import multiprocessing, time
from waqai.cli.workers import Workers
from waqai.model.report import Report
if __name__ == "__main__":
    workers = Workers(2)
    list(workers.pairs(Report(str(k), "نص") for k in range(40)))
    print(*(process.pid for process in multiprocessing.active_children()), flush=True)
    time.sleep(600)
"""


def reports(count: int) -> list[Report]:
    """Reports with events, some of them with a publication date that cannot be."""
    return [
        Report(str(k), _TEXT.format(_WORDS[k % 5]), published="2025-13-40" if k % 7 == 3 else None)
        for k in range(count)
    ]


def told(made: Made) -> object:
    return str(made) if isinstance(made, InputError) else made


def test_processes_give_what_one_gives(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(extraction, "MANY", 4)
    given = reports(60)
    alone = list(map(told, Extraction(1)(given)))
    beside = Extraction(2)
    assert sum(isinstance(one, str) for one in alone) == 9
    assert list(map(told, beside(given))) == alone
    assert list(map(told, beside(given[:3]))) == alone[:3], "they stay for what comes after"


def test_few_reports_start_no_process() -> None:
    before = _children()
    assert len(list(Extraction(2)(reports(20)))) == 20
    assert _children() <= before


def test_process_that_was_ended_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(extraction, "MANY", 0)
    before = _children()
    made = Extraction(2)
    assert len(list(made(reports(30)))) == 30
    os.kill(min(_children() - before), signal.SIGKILL)
    with pytest.raises(WaqaiError, match="ended from outside"):
        list(made(reports(3000)))


@pytest.mark.parametrize("sign", [signal.SIGKILL, signal.SIGTERM])
def test_processes_end_with_the_one_they_work_for(sign: int, tmp_path: Path) -> None:
    script = tmp_path / "parent.py"
    script.write_text(_PARENT, encoding="utf-8")
    parent = subprocess.Popen([sys.executable, str(script)], stdout=subprocess.PIPE, text=True)
    assert parent.stdout is not None
    children = [int(number) for number in parent.stdout.readline().split()]
    assert len(children) == 2
    parent.send_signal(sign)
    parent.wait()
    parent.stdout.close()
    assert _end_within(children, 20)


def _children() -> set[int]:
    """Numbers of the processes that this one started."""
    return {process.pid for process in active_children() if process.pid is not None}


def _end_within(processes: list[int], seconds: int) -> bool:
    """Whether all of some processes end in time."""
    for _ in range(seconds * 10):
        if not any(map(_runs, processes)):
            return True
        time.sleep(0.1)
    return False


def _runs(process: int) -> bool:
    """Whether a process is there and does not only wait to be told of."""
    try:
        state = Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rsplit(")", 1)[1].split()
    except FileNotFoundError:
        return False
    return state[0] != "Z"

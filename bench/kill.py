"""Kill -9 at random moments of `waqai read` and `waqai link`: nothing lost, nothing doubled.

Run: python bench/kill.py [--kills 100] [--reports 2000]. After every kill the database must open
and `waqai verify` find nothing; when a run comes to its end, each export must equal, byte by byte,
that of a run left alone. Exit 1 where one does not.
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

WAQAI = (sys.executable, "-m", "waqai")
EXPORTS = (
    ("jsonl",), ("csv",), ("csv", "--sheet", "claims"), ("acled",), ("geojson",),
    ("jsonl", "--sheet", "incidents"), ("csv", "--sheet", "incidents"),
)  # fmt: skip
TOLD = (
    "قتل {n} مدنيين بقصف مدفعي على بلدة {place} يوم {day}، وقال مصدر طبي إن {m} أصيبوا.",
    "أعلنت وزارة الداخلية اعتقال {n} مطلوبين في {place}، وضبط {m} قطع سلاح.",
    "انفجرت عبوة ناسفة بدورية للشرطة قرب {place} وأصيب {n} من عناصرها وقتل {m} مدنيين.",
)
PLACES = (
    "كفرنبل", "دوما", "منبج", "الرقة", "درعا", "القائم", "الموصل", "كركوك", "بعقوبة", "سنجار",
    "تعز", "مأرب", "الضالع", "الحديدة", "مصراتة", "سبها", "الزاوية", "أجدابيا", "نيالا", "الفاشر",
    "العريش", "رفح", "بعلبك", "القصرين", "قفصة",
)  # fmt: skip
DAYS = ("الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد")
# Reports are spread over this many days, so that an incident has a few reports, not hundreds.
SPAN = 90


def main() -> int:
    """Run the bench; the exit status."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--reports", type=int, default=2000)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        return bench(Path(folder), options.kills, options.reports)


def bench(folder: Path, kills: int, count: int) -> int:
    """Kill, check, finish, compare, until there were `kills` kills."""
    file = written(folder / "reports.jsonl", count)
    begun = time.monotonic()
    finish(file, folder / "whole.db")
    length = time.monotonic() - begun
    expected = exports(folder / "whole.db")
    chance = random.Random(20250517)
    done = finished = 0
    path = folder / "cut0.db"
    while done < kills:
        seconds = chance.uniform(0, length)
        if killed(file, path, seconds):
            done += 1
            print(f"{path.name}: kill {done} after {seconds:.1f} s", file=sys.stderr, flush=True)
            if path.exists():
                run("verify", "--db", str(path))
        else:
            finished += 1
            if exports(path) != expected:
                print(f"{path.name} differs from an undisturbed run", file=sys.stderr)
                return 1
            path = folder / f"cut{finished}.db"
    finish(file, path)
    if exports(path) != expected:
        print(f"{path.name} differs from an undisturbed run", file=sys.stderr)
        return 1
    print(f"{done} kills, {finished + 1} databases finished: all sound, all exports equal")
    return 0


def written(path: Path, count: int) -> Path:
    """Invented reports; every tenth is another text under the id before it."""
    with path.open("w", encoding="utf-8") as stream:
        for i in range(count):
            key = i - 1 if i % 10 == 9 else i
            day = date(2025, 1, 1) + timedelta(days=key * 7 % SPAN)
            body = " ".join(_sentence(i, k, day) for k in range(1 + i % 4))
            record = {"id": f"r{key}", "published": day.isoformat(), "body": body}
            stream.write(json.dumps(record, ensure_ascii=False) + "\n")
    return path


def _sentence(report: int, number: int, day: date) -> str:
    """One of the sentences of a report, told on a day."""
    told = TOLD[(report + number) % len(TOLD)]
    place = PLACES[(report * 11 + number * 3) % len(PLACES)]
    return told.format(n=3 + report % 5, m=4 + number, place=place, day=DAYS[day.weekday()])


def run(*arguments: str) -> bytes:
    """A command's output. Raises CalledProcessError where it fails."""
    return subprocess.run((*WAQAI, *arguments), check=True, capture_output=True).stdout


def finish(file: Path, path: Path) -> None:
    """Read and link to the end."""
    run("read", str(file), "--db", str(path))
    run("link", "--db", str(path))


def killed(file: Path, path: Path, seconds: float) -> bool:
    """Read and link, and kill -9 after some time; whether it was still at work."""
    end = time.monotonic() + seconds
    commands = (("read", str(file)), ("link",))
    return any(
        cut_short((*WAQAI, *command, "--db", str(path)), max(0.0, end - time.monotonic()))
        for command in commands
    )


def cut_short(command: Sequence[str], seconds: float) -> bool:
    """Run a command, kill -9 it after some time; whether it was still running.

    Raises CalledProcessError where it ended by itself and failed.
    """
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
        return True
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return False


def exports(path: Path) -> list[bytes]:
    """Every export; ACLED's without its last column, the clock."""
    found = []
    for kind, *more in EXPORTS:
        out = run("export", "--format", kind, *more, "--db", str(path))
        if kind == "acled":
            out = b"\n".join(line.rpartition(b",")[0] for line in out.split(b"\n"))
        found.append(out)
    return found


if __name__ == "__main__":
    sys.exit(main())

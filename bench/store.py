"""Reading corpus/ into a database beside extracting it alone: time of both, peak memory, size.

Measured is the package as a wheel installs it (WAQAI_COMPILE=never: the sources). Each runs in a
process of its own, as the command does, reading the same file. The two take turns,
some hundreds of reports at a time, so that a machine that is slower for a while is so for both;
processor seconds are compared, so that other work on the machine does not count.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from bench.floors import check
from bench.packaged import run_packaged
from bench.shared import needed, parser

REPORTS = 10_000
# Reports of one turn: whole batches of the database.
TURN = 500


class Used(NamedTuple):
    """What a process has used so far: processor seconds, and megabytes at their most."""

    seconds: float
    megabytes: float


def main() -> int:
    """Measure, print, hold the floors."""
    arguments = parser("Measure reading into a database.")
    arguments.add_argument("--reports", type=int, default=REPORTS, help="how many of corpus/")
    args = arguments.parse_args()
    corpus = needed(args.shared / "corpus" / "reports.jsonl.gz")
    with tempfile.TemporaryDirectory() as folder:
        turns = list(_turns(corpus, args.reports, folder))
        size = Path(folder, "bench.db").stat().st_size / 1e6
    alone, stored = turns[-1]
    over = [read.seconds - extract.seconds for extract, read in turns]
    half = over[len(over) // 2 - 1]
    measured = {
        "extract_seconds": alone.seconds,
        "read_seconds": stored.seconds,
        "read_to_extract_max": stored.seconds / alone.seconds,
        "keep_seconds_per_1000": over[-1] / args.reports * 1000,
        "of_the_first_half": half / args.reports * 2000,
        "of_the_second_half": (over[-1] - half) / args.reports * 2000,
        "read_peak_megabytes_max": stored.megabytes,
        "database_megabytes": size,
    }
    return check("store", measured, lift=args.lift)


def _turns(corpus: Path, count: int, folder: str) -> Iterator[tuple[Used, Used]]:
    """What both have used after each turn, the one that only extracts first; the last one ends."""
    processes = [
        subprocess.Popen(
            (sys.executable, "-m", "bench.store", what, str(corpus), str(count), folder),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for what in ("extract", "read")
    ]
    for _ in range(0, count + 1, TURN):
        extract, read = map(_turn, processes)
        yield extract, read
    for process in processes:
        process.communicate()


def _turn(process: subprocess.Popen[str]) -> Used:
    """Have a process take its turn."""
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write("\n")
    process.stdin.flush()
    return Used(*json.loads(process.stdout.readline()))


def _run(what: str, corpus: str, count: int, folder: str) -> None:
    """Do one of the two, a turn for each line that comes in; print what it took so far."""
    done = _extract(corpus, count, folder) if what == "extract" else _read(corpus, count, folder)
    for _ in sys.stdin:
        for _ in islice(done, TURN):
            pass
        used = resource.getrusage(resource.RUSAGE_SELF)
        print(json.dumps((used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)), flush=True)


def _extract(corpus: str, count: int, folder: str) -> Iterator[object]:
    """Write the records of the reports, one at a time."""
    from waqai.cli.extractor import extractor
    from waqai.model.canonical import dump
    from waqai.read import Received, receive

    record = extractor().record
    with Path(folder, "bench.jsonl").open("wb") as out:
        for item in islice(receive(corpus), count):
            if isinstance(item, Received):
                out.write(dump(record(item.report)) + b"\n")
            yield item


def _read(corpus: str, count: int, folder: str) -> Iterator[object]:
    """Read the reports into a database."""
    from waqai.cli.extractor import extractor
    from waqai.model.making import singly
    from waqai.read import receive
    from waqai.store.database import open_database
    from waqai.store.ingest import ingest

    with open_database(str(Path(folder, "bench.db")), write=True) as database:
        yield from ingest(database, islice(receive(corpus), count), singly(extractor().record))


if __name__ == "__main__":
    if len(sys.argv) == 5 and sys.argv[1] in ("extract", "read"):
        _run(sys.argv[1], sys.argv[2], int(sys.argv[3]), sys.argv[4])
    else:
        run_packaged("bench.store")
        sys.exit(main())

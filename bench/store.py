"""Reading corpus/ into a database beside extracting it alone: time of both, peak memory, size.

Measured is the package as a wheel installs it (WAQAI_COMPILE=never: the sources). Each runs in a
process of its own, as the command does, reading the same file; processor seconds are compared, so
that other work on the machine does not count.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import tempfile
from itertools import islice
from pathlib import Path

from bench.floors import check
from bench.packaged import run_packaged
from bench.shared import needed, parser

REPORTS = 10_000


def main() -> int:
    """Measure, print, hold the floors."""
    arguments = parser("Measure reading into a database.")
    arguments.add_argument("--reports", type=int, default=REPORTS, help="how many of corpus/")
    args = arguments.parse_args()
    corpus = needed(args.shared / "corpus" / "reports.jsonl.gz")
    with tempfile.TemporaryDirectory() as folder:
        alone = _measured("extract", corpus, args.reports, folder)
        stored = _measured("read", corpus, args.reports, folder)
        size = Path(folder, "bench.db").stat().st_size / 1e6
    measured = {
        "extract_seconds": alone["seconds"],
        "read_seconds": stored["seconds"],
        "read_to_extract_max": stored["seconds"] / alone["seconds"],
        "read_peak_megabytes_max": stored["megabytes"],
        "database_megabytes": size,
    }
    return check("store", measured, lift=args.lift)


def _measured(what: str, corpus: Path, count: int, folder: str) -> dict[str, float]:
    """Processor seconds and peak memory of one of the two, in a process of its own."""
    command = (sys.executable, "-m", "bench.store", what, str(corpus), str(count), folder)
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE)
    found: dict[str, float] = json.loads(done.stdout)
    return found


def _run(what: str, corpus: str, count: int, folder: str) -> None:
    """Do one of the two and print what it took."""
    from waqai.cli.extractor import extractor
    from waqai.model.canonical import dump
    from waqai.read import Received, receive
    from waqai.store.database import open_database
    from waqai.store.ingest import ingest

    items = islice(receive(corpus), count)
    record = extractor().record
    if what == "extract":
        with Path(folder, "bench.jsonl").open("wb") as out:
            for item in items:
                if isinstance(item, Received):
                    out.write(dump(record(item.report)) + b"\n")
    else:
        with open_database(str(Path(folder, "bench.db")), write=True) as database:
            for _ in ingest(database, items, record):
                pass
    used = resource.getrusage(resource.RUSAGE_SELF)
    seconds = used.ru_utime + used.ru_stime
    print(json.dumps({"seconds": seconds, "megabytes": used.ru_maxrss / 1024}))


if __name__ == "__main__":
    if len(sys.argv) == 5 and sys.argv[1] in ("extract", "read"):
        _run(sys.argv[1], sys.argv[2], int(sys.argv[3]), sys.argv[4])
    else:
        run_packaged("bench.store")
        sys.exit(main())

"""Speed of the whole extraction in one process on corpus/, peak memory, and start-up times.

Measured is the package as a wheel installs it; WAQAI_COMPILE=never measures the sources.

The words of numbers and dates alone count the folding and the tokens too, but no other dimension.

Words are runs of letters or digits between spaces. Times are of the processor, so that other work
on the machine counts little; each figure is the best of three. What is pinned is how many words are
read in the time of a thousand turns of the yardstick, and how many of these one report takes from
start to end: words a second tell as much of the machine.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import time
from collections.abc import Sequence
from itertools import islice

from bench.floors import check
from bench.packaged import run_packaged
from bench.shared import needed, parser, reports
from bench.yardstick import Yardstick
from waqai.annotate import dates, numbers
from waqai.annotate.pipeline import Annotator
from waqai.cli.extractor import extractor
from waqai.events.extract import Extractor
from waqai.model.report import Report
from waqai.text.document import Document

ROUNDS = 3
REPORTS = 1500
ONE_REPORT = (
    "قتل ثلاثة جنود وأصيب اثنان آخران في انفجار عبوة ناسفة استهدفت دوريتهم شرق مدينة "
    "الموصل، صباح الثلاثاء، وفق ما ذكر مصدر أمني."
)


def words_per_second(sample: Sequence[Report], tables: Extractor, yardstick: Yardstick) -> float:
    """Words of the sample over the seconds of the fastest round, tables loaded and warm or not.

    The yardstick turns before each round and after the last.
    """
    words = sum(len(report.text.split()) for report in sample)
    rounds = []
    for _ in range(ROUNDS):
        yardstick.turn()
        rounds.append(_seconds(sample, tables))
    yardstick.turn()
    return words / min(rounds)


def _seconds(sample: Sequence[Report], tables: Extractor) -> float:
    """Seconds of one round."""
    started = time.process_time()
    for report in sample:
        tables.record(report)
    return time.process_time() - started


def numbers_and_dates(sample: Sequence[Report]) -> float:
    """Words of the sample over the seconds of the fastest round that reads numbers and dates."""
    annotator = Annotator((numbers, dates))
    words = sum(len(report.text.split()) for report in sample)
    rounds = []
    for _ in range(ROUNDS):
        started = time.process_time()
        for report in sample:
            annotator.chart(Document.of(report))
        rounds.append(time.process_time() - started)
    return words / min(rounds)


def peak_megabytes() -> float:
    """Largest resident size that this process has had."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def start_up(*arguments: str, text: str = "") -> float:
    """Processor seconds of a fresh `waqai` process that answers, the best of three."""
    command = [sys.executable, "-m", "waqai", *arguments]
    seconds = []
    for _ in range(ROUNDS):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(command, input=text.encode(), check=True, capture_output=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        seconds.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return min(seconds)


def main() -> int:
    """Measure, print, hold the floors."""
    arguments = parser("Measure speed, memory and start-up.")
    arguments.add_argument("--reports", type=int, default=REPORTS, help="how many of corpus/")
    args = arguments.parse_args()
    corpus = needed(args.shared / "corpus" / "reports.jsonl.gz")
    sample = list(islice(reports(corpus), args.reports))
    yardstick = Yardstick()
    alone = start_up("extract", "-", text=ONE_REPORT)
    words = words_per_second(sample, extractor(), yardstick)
    measured = {
        "words_per_second": words,
        "words_per_kiloturn": words / yardstick.best * 1000,
        "numbers_dates_words_per_second": numbers_and_dates(sample),
        "peak_megabytes_max": peak_megabytes(),
        "version_seconds_max": start_up("--version"),
        "one_report_seconds": alone,
        "one_report_kiloturns_max": alone * yardstick.best / 1000,
    }
    return check("speed", measured, lift=args.lift)


if __name__ == "__main__":
    run_packaged("bench.speed")
    sys.exit(main())

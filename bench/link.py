"""Linking a million invented events: processor time, memory, and whether clusters are found again.

Incidents lie over years, countries and towns, most of them in a few towns, as in life; each one
is told by one to a dozen reports that disagree in figures, share some of their words, a few words
with everyone, and sometimes know no place or day.
With fewer than a million `--events` the seconds are those that a million would take.
"""

from __future__ import annotations

import random
import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from sqlalchemy import insert, select

from bench.floors import check
from bench.packaged import run_packaged
from bench.shared import parser
from waqai.model.canonical import digest
from waqai.model.codes import CountSlot, EventType
from waqai.model.event import Claim, Event, Record, Side, When, Where, Whom
from waqai.model.report import Report
from waqai.model.span import Span
from waqai.model.values import DateValue, PlaceValue
from waqai.store import schema
from waqai.store.database import Database, open_database
from waqai.store.linking import link
from waqai.store.rows import Rows

EVENTS = 1_000_000
TOWNS = 4000
# Days over which a million events lie; fewer events lie over fewer days, as close together.
DAYS = 3650
_TYPES: tuple[EventType, ...] = (
    "shelling",
    "air_strike",
    "raid",
    "attack",
    "bombing",
    "arrest",
    "clash",
    "mine",
)
_ACTORS = tuple(f"actor-{n}" for n in range(200))
_BATCH = 5000
# Words of the news (a few of them in every other title), of an incident, and of these in a report.
_WORDS = 8000
_OF_INCIDENT = 8
_TOLD = 5
_SPAN = Span(0, 30)
_FIRST = date(2015, 1, 1)


class World:
    """Where and when incidents happen; all from one seed."""

    def __init__(self, count: int) -> None:
        self.chance = random.Random(20250517)
        self.towns = [self._town(n) for n in range(TOWNS)]
        self.count = count
        self.days = max(1, DAYS * count // EVENTS)

    def _town(self, n: int) -> PlaceValue:
        lat, lon = 12 + self.chance.random() * 25, -10 + self.chance.random() * 60
        return PlaceValue(f"Town {n}", f"C{n % 20}", f"Province {n % 300}", lat, lon, "town", 1, 1)

    def reports(self) -> Iterator[tuple[int, Report, Record]]:
        """Reports with their records, one event each, and the number of the incident told."""
        chance, made, number = self.chance, 0, 0
        while made < self.count:
            number += 1
            town = self.towns[int(TOWNS * chance.random() ** 3)]
            day = _FIRST + timedelta(chance.randrange(self.days))
            kind, actor = chance.choice(_TYPES), chance.choice(_ACTORS)
            killed = chance.randrange(1, 30)
            words = [_word(chance) for _ in range(_OF_INCIDENT)]
            tellers = min(1 + int(chance.expovariate(0.4)), 12, self.count - made)
            for _ in range(tellers):
                made += 1
                toll = max(1, killed + chance.randrange(-2, 3))
                title = " ".join([*chance.sample(words, _TOLD), _word(chance), _word(chance)])
                yield number, *_story(made, title, day, kind, town, actor, toll, chance)


def _word(chance: random.Random) -> str:
    """An invented word; the lower its number, the more often it is used."""
    number = int(_WORDS * chance.random() ** 3)
    return "".join(chr(ord("a") + number // 20**place % 20) for place in range(4))


def _story(
    n: int,
    title: str,
    day: date,
    kind: EventType,
    town: PlaceValue,
    actor: str,
    toll: int,
    chance: random.Random,
) -> tuple[Report, Record]:
    """One report of one event; a place or a day is sometimes not told."""
    key = f"r{n}"
    published = (day + timedelta(chance.randrange(2))).isoformat()
    report = Report(key, f"{title} {town.name}", None, published, f"o{n % 50}")
    stated = DateValue(day.isoformat(), day.isoformat(), "day", "stated")
    slot: CountSlot = "arrested" if kind == "arrest" else "killed"
    claim = Claim(slot, toll, toll, "exact", Whom("civilian", "to"), None, _SPAN, "x", None, ())
    event = Event(
        digest(key),
        kind,
        "happened",
        "main",
        _SPAN,
        _SPAN,
        When(stated, _SPAN, "x", ()) if chance.random() < 0.8 else None,
        (Where(town, _SPAN, "x", ()),) if chance.random() < 0.97 else (),
        (Side(actor, actor, "armed_group", None, _SPAN, "x", ()),),
        (),
        (),
        (),
        (claim,),
        (),
        (),
        1.0,
    )
    return report, Record(key, published, "ar", "0", (event,))


def fill(database: Database, world: World) -> dict[str, int]:
    """Put the reports into the database; the incident of each event by key."""
    truth: dict[str, int] = {}
    batch: list[tuple[Report, Record]] = []
    done = 0
    for number, report, record in world.reports():
        truth[record.events[0].id] = number
        batch.append((report, record))
        if len(batch) == _BATCH:
            done += _insert(database, batch, done)
            batch = []
    _insert(database, batch, done)
    return truth


def _insert(database: Database, batch: list[tuple[Report, Record]], done: int) -> int:
    reports, versions = [], []
    with database.write() as connection:
        rows = Rows(connection)
        for n, (report, record) in enumerate(batch, done + 1):
            reports.append({"id": n, "key": report.id, "given": True})
            versions.append(_version(n, report))
            rows.record(n, "0", "now", record)
        if reports:
            connection.execute(insert(schema.report), reports)
            connection.execute(insert(schema.version), versions)
        rows.flush()
    return len(batch)


def _version(n: int, report: Report) -> dict[str, object]:
    same = {name: getattr(report, name) for name in ("title", "body", "published", "outlet", "url")}
    rest = {"content": "", "raw": b"", "sha256": "", "media": "", "encoding": "", "source": ""}
    return {
        "id": n, "report_id": n, "number": 1, "current": True, "author": None, "language": "ar",
        "extra": {}, "line": None, "received": "now", **same, **rest,
    }  # fmt: skip


def pair_scores(database: Database, truth: dict[str, int]) -> tuple[float, float]:
    """Precision and recall over pairs of events that are, or are to be, in one incident."""
    member, event = schema.member.c, schema.event.c
    query = select(member.incident_id, event.key).join(schema.event, event.id == member.event_id)
    got: dict[int, list[int]] = {}
    with database.read() as connection:
        for incident, key in connection.execute(query):
            got.setdefault(incident, []).append(truth[key])
    sizes: dict[int, int] = {}
    for number in truth.values():
        sizes[number] = sizes.get(number, 0) + 1
    gold = sum(n * (n - 1) // 2 for n in sizes.values())
    found = sum(len(group) * (len(group) - 1) // 2 for group in got.values())
    right = sum(
        group.count(number) * (group.count(number) - 1) // 2
        for group in got.values()
        for number in set(group)
    )
    return right / found if found else 1.0, right / gold if gold else 1.0


def main() -> int:
    """Fill, link, add one, link again; hold the floors."""
    arguments = parser("Measure linking many events.")
    arguments.add_argument("--events", type=int, default=EVENTS)
    args = arguments.parse_args()
    with (
        tempfile.TemporaryDirectory() as folder,
        open_database(str(Path(folder, "bench.db")), write=True) as database,
    ):
        truth = fill(database, World(args.events))
        begun = time.process_time()
        for _ in link(database):
            pass
        seconds = time.process_time() - begun
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        precision, recall = pair_scores(database, truth)
        measured = {
            "events": float(len(truth)),
            "seconds_a_million_max": seconds / len(truth) * EVENTS,
            "link_megabytes_max": peak,
            "add_one_seconds_max": _add_one(database),
            "pairs_precision": precision,
            "pairs_recall": recall,
        }
    return check("link", measured, lift=args.lift)


def _add_one(database: Database) -> float:
    """Processor seconds that linking takes after one more report of what is told most."""
    town = World(0).towns[0]
    day = _FIRST + timedelta(7)
    chance = random.Random(1)
    report, record = _story(10**9, "one more", day, "shelling", town, _ACTORS[0], 3, chance)
    with database.read() as connection:
        last = connection.execute(select(schema.report.c.id).order_by(schema.report.c.id.desc()))
        done = int(last.scalars().first() or 0)
    _insert(database, [(report, record)], done)
    begun = time.process_time()
    for _ in link(database):
        pass
    return time.process_time() - begun


if __name__ == "__main__":
    run_packaged("bench.link")
    sys.exit(main())

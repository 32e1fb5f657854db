"""The desk under load: a hundred thousand incidents, twenty people who never stop to think.

A desk is started as `waqai serve` starts it, with an account for each client (half of them readers,
for whom names are masked), and asked over loopback. The clients run in this process, on the same
machine: what they cost is in the figures.
"""

from __future__ import annotations

import asyncio
import random
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlencode

import msgspec

from bench.floors import check
from bench.link import World, fill
from bench.shared import parser
from waqai.model.event import Record
from waqai.model.report import Report
from waqai.serve.passwords import hashed
from waqai.store.accounts import ROLES, accounts, add_account, open_session
from waqai.store.database import Database, open_database
from waqai.store.incidents import count
from waqai.store.linking import link
from waqai.store.records import kept
from waqai.store.search import put_in

INCIDENTS = 100_000
CLIENTS = 20
SECONDS = 20.0
# Reports that an incident has in the mean, as linking finds them.
_REPORTS = 3.4
# Part of the filters that have words.
_TEXTS = 0.05
_LENGTH = re.compile(rb"content-length: (\d+)", re.IGNORECASE)
_CURSOR = re.compile(rb'"next":"([^"]+)"')
_FIRST = date(2015, 1, 1)
_WORDS = ("قصف", "غارة", "مدنيين", "سوق", "جنود", "اشتباكات", "مستشفى", "مسلحون", "قتلى", "جرحى")
_NAMES = ("حسن العبيدي", "كريم الجبوري", "ليلى محمود", "صالح حسين")
Ask = Callable[[random.Random], str]


class Town(World):
    """The world of the linking bench, its reports with Arabic titles and texts."""

    def reports(self) -> Iterator[tuple[int, Report, Record]]:
        """As there."""
        chance = random.Random(1)
        for number, report, record in super().reports():
            told = " ".join(chance.sample(_WORDS, 6))
            title = f"مقتل المواطن {chance.choice(_NAMES)} في {told}"
            yield number, msgspec.structs.replace(report, title=title), record


def filled(path: Path, incidents: int = INCIDENTS) -> int:
    """Fill a database with some so many linked incidents; how many they are."""
    with open_database(str(path), write=True) as database:
        fill(database, Town(int(incidents * _REPORTS)))
        for _ in link(database, everything=True):
            pass
        with database.write() as connection:
            for item in list(kept(connection)):
                put_in(connection, item.version, item.report.text)
        with database.read() as connection:
            return count(connection)


def entered(database: Database, clients: int) -> list[str]:
    """Accounts for clients, all logged in: their cookies."""
    tokens = [f"client-{n}" for n in range(clients)]
    with database.write() as connection:
        kept_hash = hashed("a long password")
        for n, token in enumerate(tokens):
            add_account(connection, token, ROLES[n % 2], kept_hash, "now")
        known = {account.name: account.id for account in accounts(connection)}
        for token in tokens:
            open_session(connection, known[token], token, int(time.time()) + 86400)
    return tokens


@contextmanager
def served(path: Path) -> Iterator[tuple[subprocess.Popen[str], int]]:
    """A running desk and its port."""
    command = [sys.executable, "-m", "waqai", "serve", "--db", str(path), "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        found = re.search(r":(\d+)/", process.stdout.readline())
        assert found is not None
        try:
            yield process, int(found[1])
        finally:
            process.terminate()


def conditions(chance: random.Random) -> list[tuple[str, str]]:
    """None to four conditions of a filter."""
    day = _FIRST + timedelta(chance.randrange(1200))
    south, west = 12 + chance.random() * 20, -10 + chance.random() * 50
    every = [
        ("country", f"C{chance.randrange(20)}"),
        ("type", chance.choice(("shelling", "air_strike", "raid", "attack", "bombing"))),
        ("since", day.isoformat()),
        ("until", (day + timedelta(chance.randrange(400))).isoformat()),
        ("killed", str(chance.randrange(1, 30))),
        ("actor", f"actor-{chance.randrange(200)}"),
        ("disputed", chance.choice(("yes", "no"))),
        ("judged", "no"),
        ("box", f"{south:.3f},{west:.3f},{south + 3:.3f},{west + 5:.3f}"),
    ]
    # Each word stands in most reports: what few type, and what costs most.
    text = [("text", chance.choice(_WORDS))] if chance.random() < _TEXTS else []
    return text + chance.sample(every, chance.randrange(5))


def listing(chance: random.Random) -> str:
    """A list, filtered as it may be."""
    sort = chance.choice(("-date", "-date", "-date", "date", "-killed", "-need"))
    return "/api/incidents?" + urlencode([*conditions(chance), ("sort", sort)])


def overview(chance: random.Random) -> str:
    """What the overview asks besides: the map, or the counts of its charts."""
    asked = conditions(chance)
    if chance.random() < 0.5:
        return "/api/map?" + urlencode([*asked, ("zoom", str(chance.randrange(2, 12)))])
    by = [("by", name) for name in ("type", "admin1", "week")]
    return "/api/counts?" + urlencode([*asked, *by])


class Load(NamedTuple):
    """Seconds of each answer, sorted; the server's processor seconds for all of them."""

    seconds: list[float]
    spent: float

    def at(self, share: float) -> float:
        """The seconds within which a share of the answers came."""
        return self.seconds[min(len(self.seconds) - 1, int(share * len(self.seconds)))]


def load(process: subprocess.Popen[str], port: int, tokens: list[str], ask: Ask) -> Load:
    """All clients at once, each asking again as soon as it is answered."""
    before = _spent(process.pid)
    found = asyncio.run(_all(port, tokens, ask))
    return Load(sorted(found), _spent(process.pid) - before)


async def _all(port: int, tokens: list[str], ask: Ask) -> list[float]:
    ends = time.monotonic() + SECONDS
    clients = (_client(port, token, n, ask, ends) for n, token in enumerate(tokens))
    return [second for found in await asyncio.gather(*clients) for second in found]


async def _client(port: int, token: str, seed: int, ask: Ask, ends: float) -> list[float]:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    chance, found, path = random.Random(seed), [], ""
    while time.monotonic() < ends:
        path = path or ask(chance)
        begun = time.monotonic()
        request = f"GET {path} HTTP/1.1\r\nhost: 127.0.0.1\r\ncookie: waqai_session={token}\r\n\r\n"
        writer.write(request.encode())
        head = await reader.readuntil(b"\r\n\r\n")
        length = _LENGTH.search(head)
        assert length is not None
        assert head.startswith(b"HTTP/1.1 200"), head
        body = await reader.readexactly(int(length[1]))
        found.append(time.monotonic() - begun)
        path = _next(path, body) if chance.random() < 0.3 else ""
    writer.close()
    return found


def _search(port: int, token: str) -> float:
    """Milliseconds of the first search for a word that most reports have, after one for others."""
    seconds = []
    for word in _WORDS:
        ends = time.monotonic() + 1e-3
        path = "/api/incidents?" + urlencode({"text": word})
        seconds += asyncio.run(_client(port, token, 0, partial(_same, path), ends))[:1]
    return max(seconds[1:]) * 1000


def _same(path: str, _: random.Random) -> str:
    return path


def _next(path: str, body: bytes) -> str:
    """The page after one; "" where there is none."""
    more = _CURSOR.search(body[-400:])
    return f"{path.split('&cursor')[0]}&cursor={more[1].decode()}" if more else ""


def _spent(pid: int) -> float:
    """Processor seconds of a process so far."""
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / 100


def _peak(pid: int) -> float:
    """The most memory that a process ever held."""
    status = Path(f"/proc/{pid}/status").read_text(encoding="ascii")
    found = re.search(r"VmHWM:\s+(\d+) kB", status)
    return int(found[1]) / 1024 if found else 0.0


def main() -> int:
    """Fill, serve, ask; hold the floors."""
    arguments = parser("Measure the desk with many clients.")
    arguments.add_argument("--incidents", type=int, default=INCIDENTS)
    arguments.add_argument("--clients", type=int, default=CLIENTS)
    arguments.add_argument(
        "--db", type=Path, help="A database made by this bench before, or to be."
    )
    args = arguments.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = args.db or Path(folder, "desk.db")
        if not path.exists():
            filled(path, args.incidents)
        copy = Path(folder, "copy.db")
        copy.write_bytes(path.read_bytes())
        with open_database(str(copy), write=True) as database:
            tokens = entered(database, args.clients)
            with database.read() as connection:
                measured = {"incidents": float(count(connection))}
        with served(copy) as (process, port):
            measured["search_milliseconds_max"] = _search(port, tokens[0])
            for name, ask in (("list", listing), ("overview", overview)):
                load(process, port, tokens[:2], ask)
                measured.update(_figures(name, load(process, port, tokens, ask)))
            measured["server_megabytes_max"] = _peak(process.pid)
    return check("desk", measured, lift=args.lift)


def _figures(name: str, found: Load) -> dict[str, float]:
    number = len(found.seconds)
    return {
        f"{name}_p50_milliseconds_max": found.at(0.5) * 1000,
        f"{name}_p95_milliseconds_max": found.at(0.95) * 1000,
        f"{name}_requests_a_second": number / SECONDS,
        f"{name}_server_milliseconds_max": found.spent / number * 1000,
    }


if __name__ == "__main__":
    sys.exit(main())

"""What the filter leaves, whatever shows it: held against brute force over the incidents."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from starlette.testclient import TestClient

from tests.serve.asking import all_items, pages, send
from waqai.export.incidents import view_of
from waqai.model.incident import Incident
from waqai.store.database import open_database
from waqai.store.incidents import incidents
from waqai.store.query import query_of

YES = st.sampled_from(["yes", "no"])
DAYS = st.dates().map(str) | st.integers(1, 180).map(
    lambda n: f"2025-0{3 + n // 60}-{n % 28 + 1:02}"
)
CONDITIONS = st.fixed_dictionaries(
    {},
    optional={
        "since": DAYS,
        "until": DAYS,
        "box": st.sampled_from(
            ["33,36,34,37", "-90,-180,90,180", "35.9,36,36,37", "-90,36.5,90,36"]
        ),
        "country": st.lists(st.sampled_from(["SY", "IQ"]), max_size=2),
        "admin1": st.lists(st.sampled_from(["Somewhere", "Elsewhere"]), max_size=2),
        "type": st.lists(st.sampled_from(["shelling", "raid", "arrest", "mine"]), max_size=3),
        "status": st.lists(st.sampled_from(["happened", "denied"]), max_size=2),
        "actor": st.sampled_from(["SY-army", "group", "nobody"]),
        "target": st.sampled_from(["market", "home"]),
        "killed": st.integers(0, 45),
        "disputed": YES,
        "judged": YES,
        "main": YES,
        "text": st.sampled_from(["douma", "shelling homs", "nowhere", '"raid idlib"', "؟"]),
    },
)
SORTS = ["-date", "date", "-killed", "-need", "confidence"]


@pytest.fixture(scope="module")
def every(whole: Path) -> list[tuple[Incident, str]]:
    """All incidents with the texts of their reports."""
    with open_database(str(whole)) as database, database.read() as connection:
        texts = dict(
            connection.exec_driver_sql(
                "SELECT key, body FROM report JOIN version ON report_id = report.id"
            ).all()
        )
        found = list(incidents(connection))
    return [(i, "\n".join(texts[s.report] for s in i.sources)) for i in found]


def test_fixture_is_worth_asking(every: list[tuple[Incident, str]]) -> None:
    assert len(every) > 100
    assert any(i.disputed for i, _ in every)
    assert any(not i.dates for i, _ in every) or any(i.dates[0].assumed for i, _ in every)
    assert any(not i.places for i, _ in every)


def is_wanted(incident: Incident, text: str, asked: dict[str, Any]) -> bool:
    """The filter, word for word as docs/desk.md tells it."""
    return all(_holds(incident, text, name, value) for name, value in asked.items())


def _holds(incident: Incident, text: str, name: str, value: Any) -> bool:
    date = incident.dates[0] if incident.dates else None
    place = incident.places[0].value if incident.places else None
    if name in ("since", "until"):
        return date is not None and (date.end >= value if name == "since" else date.start <= value)
    if name == "box":
        return place is not None and place.lat is not None and _is_in(place.lat, place.lon, value)
    if name in ("country", "admin1"):
        return not value or (place is not None and getattr(place, name) in value)
    if name in ("type", "status"):
        return not value or getattr(incident, name) in value
    if name == "killed":
        view = view_of(incident, "killed")
        return view is not None and view.best is not None and view.best >= value
    if name == "actor":
        return any(value in (p.name, p.id) for p in (*incident.by, *incident.to))
    if name == "target":
        return value in incident.targets
    if name == "text":
        return _has(text, value)
    truth = {"disputed": incident.disputed, "judged": bool(incident.judgements),
             "main": incident.salience == "main"}[name]  # fmt: skip
    return truth == (value == "yes")


def _is_in(lat: float, lon: float, box: str) -> bool:
    south, west, north, east = map(float, box.split(","))
    wide = west <= lon <= east if west <= east else lon >= west or lon <= east
    return south <= lat <= north and wide


def _has(text: str, words: str) -> bool:
    """The reports of the fixture are lines of Latin words; one report must have them all."""
    reports = [text] if "\n" not in text else text.split("\n\n")
    if words.startswith('"'):
        return any(words.strip('"') in " ".join(r.split()) for r in reports)
    asked = [word for word in words.split() if word.isalnum()]
    return bool(asked) and any(all(w in r.split() for w in asked) for r in reports)


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(asked=CONDITIONS, sort=st.sampled_from(SORTS), limit=st.integers(20, 200))
def test_list_counts_map_are_what_brute_force_finds(
    steady: TestClient,
    every: list[tuple[Incident, str]],
    asked: dict[str, Any],
    sort: str,
    limit: int,
) -> None:
    if "text" in asked and " " in asked["text"]:
        # Words of one report: where an incident has several they are told apart below.
        asked = {**asked, "text": asked["text"].split()[0].strip('"')}
    wanted = {i.id for i, text in every if is_wanted(i, text, asked)}
    found = list(pages(steady, "/api/incidents", sort=sort, limit=limit, **asked))
    ids = [item["id"] for page in found for item in page["items"]]
    assert len(ids) == len(set(ids))
    assert set(ids) == wanted
    assert {page["total"] for page in found} == {len(wanted)}
    counts = steady.get("/api/counts", params={**asked, "by": ["type", "day"]}).json()
    kinds = Counter(i.type for i, _ in every if i.id in wanted)
    assert counts["total"] == len(wanted)
    assert dict(counts["type"]) == kinds
    located = {i.id for i, _ in every if i.id in wanted and i.places and i.places[0].value.lat}
    shown = steady.get("/api/map", params={**asked, "zoom": 20}).json()
    assert shown["located"] == sum(cell["n"] for cell in shown["cells"]) == len(located)
    assert shown["unlocated"] == len(wanted) - len(located)


@pytest.mark.parametrize("fields", [("type=raid", "type=arrest"), ("killed=20",), ("text=douma",)])
def test_commands_find_the_same(steady: TestClient, whole: Path, fields: tuple[str, ...]) -> None:
    params = [tuple(field.split("=")) for field in fields]
    listed = steady.get("/api/incidents", params=[*params, ("sort", "date"), ("limit", "200")])
    with open_database(str(whole)) as database, database.read() as connection:
        found = [i.id for i in incidents(connection, query_of(fields))]
    assert [item["id"] for item in listed.json()["items"]] == found[:200]
    assert found


@pytest.mark.parametrize("sort", SORTS)
def test_order(steady: TestClient, sort: str) -> None:
    items = all_items(steady, "/api/incidents", sort=sort, limit=17)
    keys = {
        "-date": lambda i: (i["start"] is None, _negative(i["start"])),
        "date": lambda i: (i["start"] is None, i["start"] or ""),
        "-killed": lambda i: -i["figures"].get("killed", {"best": -1})["best"],
        "-need": lambda i: -i["need"],
        "confidence": lambda i: i["confidence"],
    }
    values = [keys[sort](item) for item in items]
    assert values == sorted(values)


def _negative(day: str | None) -> int:
    return -int((day or "0").replace("-", ""))


def test_paging_is_stable_while_incidents_come_and_go(client: TestClient) -> None:
    before = all_items(client, "/api/incidents", sort="-killed", limit=20)
    first = client.get("/api/incidents", params={"sort": "-killed", "limit": 20}).json()
    gone, seen = before[0]["id"], [item["id"] for item in first["items"]]
    done = send(client, "/api/judgements", {"verdict": "reject", "ids": [gone], "why": "no event"})
    assert done.status_code == 201
    cursor = first["next"]
    while cursor:
        page = client.get(
            "/api/incidents", params={"sort": "-killed", "limit": 20, "cursor": cursor}
        ).json()
        seen += [item["id"] for item in page["items"]]
        cursor = page["next"]
    assert seen == [item["id"] for item in before]
    assert gone not in [i["id"] for i in all_items(client, "/api/incidents", limit=200)]


@pytest.mark.parametrize(
    ("path", "asked"),
    [
        ("incidents", {"tpye": "raid"}),
        ("incidents", {"since": "2025-02-30"}),
        ("incidents", {"box": "1,2,3"}),
        ("incidents", {"type": "war"}),
        ("incidents", {"limit": 0}),
        ("incidents", {"limit": 201}),
        ("incidents", {"sort": "id"}),
        ("incidents", {"killed": -1}),
        ("counts", {"by": "colour"}),
        ("map", {"zoom": -1}),
        ("map", {"view": "a,b,c,d"}),
        ("queue", {"by": "whim"}),
        ("export", {"format": "exe"}),
    ],
)
def test_what_is_not_known_is_refused(steady: TestClient, path: str, asked: dict[str, Any]) -> None:
    answer = steady.get(f"/api/{path}", params=asked)
    assert answer.status_code == 422
    assert answer.json()["error"]["what"]


def test_a_cursor_belongs_to_its_question(steady: TestClient) -> None:
    cursor = steady.get("/api/incidents", params={"limit": 1}).json()["next"]
    for asked in ({"sort": "date"}, {"type": "raid"}, {}):
        answer = steady.get("/api/incidents", params={"cursor": cursor, "limit": 1, **asked})
        assert answer.status_code == (400 if asked else 200)
    for wrong in ("x", "e30=", "W10=", "ا", cursor[:-4]):
        answer = steady.get("/api/incidents", params={"cursor": wrong, "limit": 1})
        assert answer.status_code == 400, wrong


def test_queue_shows_what_is_needed(client: TestClient) -> None:
    items = all_items(client, "/api/queue", limit=50)
    assert items
    for item in items:
        assert item["need"] == pytest.approx(sum(n["points"] for n in item["needs"]), abs=0.02)
    assert {n["why"] for i in items for n in i["needs"]} >= {"disputed", "toll", "unplaced"}
    disputed = all_items(client, "/api/queue", by="disputed", limit=50)
    assert disputed
    assert all(item["disputed"] for item in disputed)
    first = items[0]["id"]
    send(client, "/api/judgements", {"verdict": "accept", "ids": [first], "why": ""})
    assert first not in [i["id"] for i in all_items(client, "/api/queue", limit=50)]
    assert first in [i["id"] for i in all_items(client, "/api/queue", judged="yes", limit=50)]

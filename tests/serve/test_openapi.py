"""The OpenAPI tells all, and nothing that it allows makes the desk fail."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis import GenerationMode
from starlette.testclient import TestClient

from waqai.serve.app import application
from waqai.serve.desk import Desk
from waqai.serve.settings import Limits, Rate, Settings

# Seconds for all operations together.
BUDGET = 40
FREE = Limits(reads=Rate(1e9, 1e9), changes=Rate(1e9, 1e9), wrong_passwords=Rate(1e9, 1e9))


@pytest.fixture
def desk(path: Path) -> Iterator[Desk]:
    made = Desk(str(path), Settings(limits=FREE))
    yield made
    made.close()


def test_every_answer_is_described(steady: TestClient) -> None:
    told = steady.get("/openapi.json").json()
    known = told["components"]["schemas"]
    for path, methods in told["paths"].items():
        for method, operation in methods.items():
            assert operation["responses"], (path, method)
            for reference in _references(operation):
                assert reference.removeprefix("#/components/schemas/") in known
    for reference in _references(known):
        assert reference.removeprefix("#/components/schemas/") in known


def _references(told: Any) -> Iterator[str]:
    if isinstance(told, dict):
        if isinstance(told.get("$ref"), str):
            yield told["$ref"]
        for value in told.values():
            yield from _references(value)
    elif isinstance(told, list):
        for value in told:
            yield from _references(value)


def test_nothing_makes_the_desk_fail(desk: Desk) -> None:
    app = application(desk)
    schema = schemathesis.openapi.from_asgi("/openapi.json", app, headers={"host": "127.0.0.1"})
    found = [operation.ok() for operation in schema.get_all_operations()]
    # After the first account everything takes a session.
    found.sort(key=lambda operation: "/accounts" in operation.path)
    assert len(found) > 15
    asked: Counter[str] = Counter()
    for operation in found:
        for mode in (GenerationMode.POSITIVE, GenerationMode.NEGATIVE):
            if mode is GenerationMode.POSITIVE or _can_be_wrong(operation):
                ends = time.monotonic() + BUDGET / len(found) / 2
                _ask(operation, mode, desk, ends, asked)
    app.state.extraction.close()
    assert min(asked.values()) >= 1
    assert asked.total() > 10 * len(found)


def _can_be_wrong(operation: Any) -> bool:
    return bool(list(operation.iter_parameters()) or list(operation.body))


def _ask(
    operation: Any, mode: GenerationMode, desk: Desk, ends: float, asked: Counter[str]
) -> None:
    """Ask an operation for what its description allows, or for what it does not."""

    @settings(
        max_examples=20, database=None, phases=(Phase.explicit, Phase.generate),
        suppress_health_check=list(HealthCheck), deadline=None,
    )  # fmt: skip
    @given(case=operation.as_strategy(generation_mode=mode))
    def ask(case: Any) -> None:
        if time.monotonic() < ends:
            asked[operation.label] += 1
            headers = {"X-Waqai-CSRF": desk.csrf, "host": "127.0.0.1"}
            answer = case.call(headers=headers)
            assert answer.status_code < 500, (case.as_curl_command(), answer.text)

    ask()

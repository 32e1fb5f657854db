"""Pages of a running desk in a real browser; skipped where there is none."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.desk.browser import CHROMIUM, chromium
from tests.desk.serving import EXAMPLES, filled, serving


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if CHROMIUM is None:
        pytest.skip("no Chromium on the path: `apt-get install chromium`")
    with chromium() as found:
        yield found


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a desk over the example reports."""
    db = tmp_path_factory.mktemp("desk") / "desk.db"
    filled(db, *sorted(EXAMPLES.glob("*.jsonl")), *sorted(EXAMPLES.glob("*.txt")))
    with serving(db) as address:
        yield address


# Machines of tests are slow at times; nothing is waited for that is there.
PATIENCE = 30_000
expect.set_options(timeout=PATIENCE)


class Watched:
    """A page, and all that it asked for and complained of."""

    def __init__(self, context: BrowserContext) -> None:
        self.page = context.new_page()
        self.page.set_default_timeout(PATIENCE)
        self.asked: list[str] = []
        self.complaints: list[str] = []
        self.page.on("request", lambda request: self.asked.append(request.url))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("console", lambda told: self._hear(told.type, told.text))

    def _hear(self, kind: str, text: str) -> None:
        if kind == "error":
            self.complaints.append(text)

    def strangers(self) -> list[str]:
        """What was asked of any other place than this machine."""
        ours = ("http://127.0.0.1:", "data:", "blob:http://127.0.0.1:")
        return [url for url in self.asked if not url.startswith(ours)]


def opened(browser: Browser, language: str, theme: str = "light", width: int = 1440) -> Watched:
    """A page of a reader who chose a language and a theme."""
    context = browser.new_context(
        viewport={"width": width, "height": 900}, accept_downloads=True, reduced_motion="reduce"
    )
    chosen = json.dumps({"language": language, "digits": "latn", "theme": theme})
    context.add_init_script(f"localStorage['waqai.prefs'] ??= {json.dumps(chosen)}")
    return Watched(context)


@pytest.fixture
def watched(browser: Browser) -> Iterator[Watched]:
    """A page in Arabic; at the end it has complained of nothing and asked nobody else."""
    found = opened(browser, "ar")
    yield found
    found.page.context.close()
    assert found.strangers() == []
    assert found.complaints == []


@pytest.fixture
def page(watched: Watched) -> Page:
    return watched.page

"""Pictures of each page in both languages and themes, to look at: python -m tests.desk.screenshots.

They go to out/screenshots, which is kept out of the repository.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser

from tests.desk.browser import CHROMIUM, chromium
from tests.desk.conftest import opened
from tests.desk.pages import PAGES, settled
from tests.desk.serving import EXAMPLES, filled, serving

TARGET = Path(__file__).parents[2] / "out" / "screenshots"
LANGUAGES = ("ar", "en")
THEMES = ("light", "dark")
# Of a desk, and of a telephone.
WIDTHS = (1440, 390)


def main() -> None:
    """Take all pictures."""
    if CHROMIUM is None:
        sys.exit("no Chromium on the path: `apt-get install chromium`")
    TARGET.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        sources = sorted((*EXAMPLES.glob("*.jsonl"), *EXAMPLES.glob("*.txt")))
        db = filled(Path(folder) / "desk.db", *sources)
        with serving(db) as desk, chromium() as browser:
            for name in PAGES:
                for language in LANGUAGES:
                    for theme in THEMES:
                        taken(browser, desk, name, language, theme)


def taken(browser: Browser, desk: str, name: str, language: str, theme: str) -> None:
    """The pictures of one page."""
    for width in WIDTHS:
        page = opened(browser, language, theme, width).page
        settled(page, desk, name)
        page.wait_for_timeout(800)
        path = TARGET / f"{name}-{language}-{theme}-{width}.png"
        page.screenshot(path=path, full_page=width < 1000 and name != "overview")
        page.context.close()


if __name__ == "__main__":
    main()

"""How soon the overview stands, in a headless Chromium that draws in software.

Usable: the list is there and can be pressed. Painted: clusters on the map, list and charts.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import time
from pathlib import Path

from playwright.sync_api import Browser

from tests.desk.browser import CHROMIUM, chromium
from tests.desk.serving import serving

USABLE = 1.5
PAINTED = 3.0
RUNS = 5


def main() -> int:
    """Print the medians; 1 where one is above its bar."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--db", type=Path, required=True, help="a database, filled and linked")
    if CHROMIUM is None:
        sys.exit("no Chromium on the path: `apt-get install chromium`")
    with serving(arguments.parse_args().db) as desk, chromium() as browser:
        opened(browser, desk)
        runs = [opened(browser, desk) for _ in range(RUNS)]
    usable, painted = (statistics.median(times) for times in zip(*runs, strict=True))
    print(f"usable {usable:.2f} s (bar {USABLE}), painted {painted:.2f} s (bar {PAINTED})")
    return int(usable > USABLE or painted > PAINTED)


def opened(browser: Browser, desk: str) -> tuple[float, float]:
    """Seconds until the overview of a new reader is usable, and painted."""
    page = browser.new_context(viewport={"width": 1440, "height": 900}).new_page()
    begun = time.monotonic()
    page.goto(f"{desk}/", wait_until="commit")
    page.locator(".row-main").first.wait_for()
    usable = time.monotonic() - begun
    page.locator(".drawing svg").first.wait_for()
    page.locator(".map-panel [data-painted~=cells]").wait_for(state="attached")
    painted = time.monotonic() - begun
    page.context.close()
    return usable, painted


if __name__ == "__main__":
    sys.exit(main())

"""The pages for readers who use a keyboard or a screen reader."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.desk.conftest import Watched, opened
from tests.desk.pages import PAGES, settled

AXE = Path(__file__).parents[2] / "web" / "node_modules" / "axe-core" / "axe.min.js"
# Of a telephone, a tablet, a laptop, a desk.
WIDTHS = (390, 768, 1280, 1920)
GRAVE = ("serious", "critical")


@pytest.mark.parametrize(("language", "theme"), [("ar", "light"), ("ar", "dark"), ("en", "light")])
@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing_serious(
    browser: Browser, desk: str, name: str, language: str, theme: str
) -> None:
    other = opened(browser, language, theme)
    settled(other.page, desk, name)
    assert grave(other) == []
    other.page.context.close()


def grave(watched: Watched) -> list[str]:
    """What axe calls serious or worse, with the elements."""
    watched.page.evaluate(AXE.read_text(encoding="utf-8"))
    found: list[dict[str, Any]] = watched.page.evaluate("axe.run().then(r => r.violations)")
    return [
        f"{one['id']}: {node['html'][:160]} {node['failureSummary']}"
        for one in found
        if one["impact"] in GRAVE
        for node in one["nodes"]
    ]


@pytest.mark.parametrize("name", PAGES)
def test_no_page_is_wider_than_its_window(browser: Browser, desk: str, name: str) -> None:
    other = opened(browser, "ar", width=WIDTHS[0])
    settled(other.page, desk, name)
    for width in WIDTHS:
        other.page.set_viewport_size({"width": width, "height": 900})
        other.page.wait_for_timeout(200)
        assert other.page.evaluate("document.documentElement.scrollWidth") <= width, width
    other.page.context.close()


def test_rows_are_walked_with_the_arrows(page: Page, desk: str) -> None:
    page.goto(f"{desk}/")
    page.locator(".row-main").first.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator(".row").nth(1)).to_have_attribute("data-chosen", "true")


def test_days_are_chosen_on_the_timeline_by_keys(page: Page, desk: str) -> None:
    page.goto(f"{desk}/?since=2024-03-01&until=2024-03-31")
    page.locator(".timeline-box svg").wait_for()
    page.locator(".timeline-box").focus()
    page.keyboard.press("Escape")
    expect(page).not_to_have_url("since")
    page.keyboard.press("ArrowLeft")
    expect(page.get_by_label("من", exact=True)).not_to_have_value("")


def test_digits_are_those_that_the_reader_chose(page: Page, desk: str) -> None:
    page.goto(f"{desk}/")
    expect(page.locator(".list h2 .num")).to_be_visible()
    page.get_by_role("button", name="الإعدادات").click()
    page.get_by_label("أرقام مشرقية").check()
    told = page.locator(".list h2 .num").inner_text()
    assert told
    assert set(told) <= set("٠١٢٣٤٥٦٧٨٩٬")

"""Hostile text of reports is shown, and does nothing."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.desk.hostile import ORDERS, REST, SCRIPTS, reports
from tests.desk.serving import filled, serving, written


@pytest.fixture(scope="module")
def hostile_desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("hostile")
    db = filled(folder / "hostile.db", written(folder / "hostile.jsonl", reports()))
    with serving(db) as address:
        yield address


def is_unharmed(page: Page) -> bool:
    """Nothing ran, and the page holds no element that could come of a report."""
    made = "script:not([src]), iframe, base, math, [onerror], [onload], [onfocus], a[href^=java]"
    return page.evaluate("window.harm") is None and page.locator(made).count() == 0


def test_the_list_shows_every_report_as_text(page: Page, hostile_desk: str) -> None:
    page.goto(f"{hostile_desk}/?sort=date")
    expect(page.locator(".row").first).to_be_visible()
    for row in page.locator(".row-main").all()[:6]:
        row.click()
        expect(page.locator(".row-open")).to_have_count(1)
    assert is_unharmed(page)


@pytest.mark.parametrize("n", range(len(SCRIPTS)))
def test_scripts_are_words(page: Page, hostile_desk: str, n: int) -> None:
    page.goto(f"{hostile_desk}/report/hostile-{n:02}")
    text = page.locator(".text")
    expect(text).to_contain_text(SCRIPTS[n])
    for mark in text.locator(".mark").all()[:4]:
        mark.click()
    assert is_unharmed(page)
    page.locator(".related a").first.click()
    expect(page.locator(".claim").first).to_be_visible()
    assert is_unharmed(page)


@pytest.mark.parametrize("n", range(len(ORDERS)))
def test_controls_are_seen_and_order_nothing(page: Page, hostile_desk: str, n: int) -> None:
    page.goto(f"{hostile_desk}/report/hostile-{len(SCRIPTS) + n:02}")
    expect(page.locator(".text")).to_be_visible()
    assert page.locator(".text .control").count() >= 3
    raw = {character for character in ORDERS[n] if not character.isprintable()}
    assert raw.isdisjoint(page.locator("main").inner_text())
    assert raw.isdisjoint(page.title())
    labels = page.locator("main [aria-label]").evaluate_all(
        "all => all.map(e => e.ariaLabel).join()"
    )
    assert raw.isdisjoint(labels)


def test_a_pasted_report_does_nothing_either(page: Page, hostile_desk: str) -> None:
    page.goto(f"{hostile_desk}/report")
    page.get_by_label("نص التقرير").fill(
        f"قتل 5 مدنيين {SCRIPTS[0]}{SCRIPTS[1]} بقصف على إدلب اليوم.\n{REST}"
    )
    page.get_by_label("تاريخ النشر").fill("2024-03-05")
    page.get_by_role("button", name="قراءة", exact=True).click()
    expect(page.locator(".text .mark").first).to_be_visible()
    assert is_unharmed(page)

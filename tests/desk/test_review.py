"""The review by keys: nothing is lost, everything can be taken back."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.desk.conftest import Watched


def test_accept_next_and_undo_by_keys_alone(page: Page, desk: str) -> None:
    page.goto(f"{desk}/review")
    heading = page.locator(".incident-head h1")
    expect(heading).to_be_visible()
    first = heading.inner_text()
    page.keyboard.press("a")
    history = page.get_by_role("region", name="سجل الأحكام")
    expect(history).to_contain_text("قبول")
    page.keyboard.press("n")
    expect(heading).not_to_have_text(first)
    page.keyboard.press("p")
    expect(heading).to_have_text(first)
    page.keyboard.press("u")
    expect(history).to_contain_text("ألغي")


def test_keys_hold_under_an_arabic_layout(page: Page, desk: str) -> None:
    page.goto(f"{desk}/review")
    expect(page.locator(".judging")).to_be_visible()
    chosen = page.locator(".value[aria-pressed=true]")
    before = chosen.inner_text()
    page.keyboard.press("ArrowDown")
    expect(chosen).not_to_have_text(before)
    # The key that carries C writes ؤ under an Arabic layout.
    page.evaluate("document.dispatchEvent(new KeyboardEvent('keydown', {code: 'KeyC', key: 'ؤ'}))")
    expect(page.locator(".correction")).to_be_visible()


def test_what_is_begun_is_not_left_without_a_question(page: Page, desk: str) -> None:
    page.goto(f"{desk}/review")
    page.locator(".value[data-slot=date]").click()
    page.keyboard.press("c")
    page.get_by_label("السبب").fill("نص الوكالة")
    asked: list[str] = []
    page.on("dialog", lambda dialog: (asked.append(dialog.message), dialog.dismiss()))
    page.get_by_role("link", name="نظرة عامة").last.click()
    assert asked
    assert page.url.endswith("/review")
    page.keyboard.press("Escape")


def test_a_decision_that_cannot_be_saved_is_kept_and_sent_again(
    watched: Watched, desk: str
) -> None:
    page = watched.page
    page.goto(f"{desk}/review")
    expect(page.locator(".judging")).to_be_visible()
    page.route("**/api/judgements", lambda route: route.fulfill(status=503, json={}))
    page.get_by_role("button", name="قبول").click()
    toast = page.locator(".toast.bad")
    expect(toast).to_be_visible()
    expect(page.locator(".top .badge.warn")).to_be_visible()
    page.unroute("**/api/judgements")
    toast.get_by_role("button", name="إعادة المحاولة").click()
    expect(page.locator(".top .badge.warn")).to_have_count(0)
    expect(page.get_by_role("region", name="سجل الأحكام")).to_contain_text("قبول")
    page.keyboard.press("u")
    # The browser notes the answer that it did not get.
    watched.complaints.clear()

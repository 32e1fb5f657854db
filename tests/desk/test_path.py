"""The analyst's way in Arabic: filter, choose on the map, read the words, correct, undo, export."""

from __future__ import annotations

import csv
import io
import re

from playwright.sync_api import Locator, Page, expect

from tests.desk.serving import asked


def test_from_the_filter_to_a_corrected_figure_and_back(page: Page, desk: str) -> None:
    page.goto(f"{desk}/")
    assert page.evaluate("document.documentElement.dir") == "rtl"
    expect(total(page)).to_have_text(str(asked(f"{desk}/api/incidents?limit=1")["total"]))
    page.get_by_label("متنازع عليها", exact=True).check()
    expect(page).to_have_url(re.compile("disputed=yes"))
    page.get_by_role("combobox", name="النوع").select_option("bombing")
    page.get_by_role("combobox", name="البلد").select_option("IQ")
    expect(rows(page)).to_have_count(1)
    expect(total(page)).to_have_text("1")

    press_the_only_incident(page)
    chosen = page.locator(".row[data-chosen]")
    expect(chosen).to_contain_text("تفجير")
    chosen.get_by_role("link", name="فتح").click()

    claims = page.get_by_role("region", name="من يقول ماذا")
    opposed = claims.locator(".opposed").first
    expect(opposed).to_contain_text("بينهم خلاف")
    assert opposed.locator(".claim").count() >= 2
    for marked in opposed.locator("mark").all():
        assert marked.inner_text().strip()
        assert marked.evaluate("m => getComputedStyle(m).backgroundColor") != "rgba(0, 0, 0, 0)"

    before = figure(page)
    correct(page, "17")
    expect(page.locator("[data-slot=killed] .figure-best")).to_have_text("17")
    expect(page.get_by_role("region", name="سجل الأحكام")).to_contain_text("تصحيح")

    page.go_back()
    expect(page.locator(".row").first).to_contain_text("17 قتلى")
    page.go_forward()
    page.get_by_role("region", name="سجل الأحكام").get_by_role("button", name="تراجع").click()
    expect(page.locator("[data-slot=killed] .figure-best")).to_have_text(before)
    expect(page.get_by_role("region", name="سجل الأحكام")).to_contain_text("ألغي")

    page.go_back()
    expect(rows(page)).to_have_count(1)
    assert exported(page) == [shown(page)]


def total(page: Page) -> Locator:
    """Where the list says how many incidents there are."""
    return page.locator(".list h2 .num")


def rows(page: Page) -> Locator:
    return page.locator(".rows .row")


def press_the_only_incident(page: Page) -> None:
    """Press the map where its one circle is: with one incident, in the middle of the map.

    Until it is there; slowly, for two quick presses bring the map closer.
    """
    page.locator(".map-panel [data-painted~=cells]").wait_for(state="attached")
    canvas = page.locator(".map-panel canvas")
    box = canvas.bounding_box()
    assert box
    for _ in range(40):
        page.wait_for_timeout(700)
        canvas.click(position={"x": box["width"] / 2, "y": box["height"] / 2})
        if "at=" in page.url:
            return


def figure(page: Page) -> str:
    return page.locator("[data-slot=killed] .figure-best").inner_text()


def correct(page: Page, least: str) -> None:
    """Correct the killed with keys alone."""
    page.locator(".value[data-slot=killed]").click()
    page.keyboard.press("c")
    page.get_by_label("الأقل").fill(least)
    page.get_by_label("السبب").fill("قائمة المستشفى")
    page.keyboard.press("Enter")


def exported(page: Page) -> list[tuple[str, str, str]]:
    """Type, place and killed of the incidents in the CSV that the screen offers."""
    page.get_by_role("button", name="تصدير").click()
    with page.expect_download() as waiting:
        page.get_by_role("link", name="CSV").click()
    text = waiting.value.path().read_text(encoding="utf-8-sig")
    found = csv.DictReader(io.StringIO(text))
    return [(row["incident"], row["killed_low"], row["killed_high"]) for row in found]


def shown(page: Page) -> tuple[str, str, str]:
    """The incident of the first row, and its bounds of the killed."""
    row = rows(page).first
    figures = re.findall(r"\d+", row.locator(".brief-killed b").inner_text())
    return row.get_attribute("data-id") or "", figures[0], figures[-1]

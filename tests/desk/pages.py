"""Each page of the desk over the examples, and when it has settled."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from playwright.sync_api import Page

from tests.desk.serving import asked

Opening = Callable[[Page, str], None]


def overview(page: Page, desk: str) -> None:
    page.goto(f"{desk}/?disputed=yes")
    page.locator(".row-main").first.click()
    page.locator(".row-open").wait_for()


def disputed(desk: str) -> Any:
    """The first of the disputed incidents."""
    return asked(f"{desk}/api/incidents?disputed=yes&limit=1")["items"][0]


def incident(page: Page, desk: str) -> None:
    page.goto(f"{desk}/incident/{disputed(desk)['id']}")
    page.locator(".claim").first.wait_for()


def card(page: Page, desk: str) -> None:
    page.goto(f"{desk}/incident/{disputed(desk)['id']}/card")
    page.locator(".card .claim").first.wait_for()


def report(page: Page, desk: str) -> None:
    card(page, desk)
    page.locator(".claim-foot a").first.click()
    page.locator(".text .mark").first.click()
    page.locator(".mention").first.wait_for()


def paste(page: Page, desk: str) -> None:
    page.goto(f"{desk}/report")
    page.locator("textarea").fill("قتل ثلاثة جنود في هجوم شرق الموصل أمس الاثنين، وفق مصدر أمني.")
    page.locator("[name=published]").fill("2024-05-07")
    page.locator(".paste-form button").click()
    page.locator(".text .mark").first.wait_for()


def review(page: Page, desk: str) -> None:
    page.goto(f"{desk}/review")
    page.locator(".judging").wait_for()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("c")


PAGES: dict[str, Opening] = {
    "overview": overview, "incident": incident, "report": report, "paste": paste,
    "review": review, "card": card,
}  # fmt: skip


def settled(page: Page, desk: str, name: str) -> None:
    """Open a page and wait until it is drawn."""
    PAGES[name](page, desk)
    if page.locator(".map-canvas:visible").count():
        page.locator("[data-painted]").first.wait_for(state="attached")

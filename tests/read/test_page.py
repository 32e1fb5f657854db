"""Forty pages in twenty layouts: title, date, outlet, author and body right in all."""

from __future__ import annotations

from io import BytesIO

import pytest

from tests.read.crowded import CROWDED
from tests.read.layouts import LAYOUTS, Page
from tests.read.stories import STORIES, Story
from waqai.errors import EmptyError, FlawError
from waqai.read import Received
from waqai.read.page import read_page

PAGES = [
    pytest.param(layout(story), story, id=f"{layout.__name__}-{number}")
    for place, layout in enumerate((*LAYOUTS, *CROWDED))
    for number in (place % len(STORIES), (place + 3) % len(STORIES))
    for story in (STORIES[number],)
]


def read(raw: bytes) -> Received:
    (item,) = read_page(BytesIO(raw), "page.html")
    assert isinstance(item, Received), item
    return item


def test_forty_pages() -> None:
    assert len(PAGES) == 40


@pytest.mark.parametrize(("page", "story"), PAGES)
def test_page(page: Page, story: Story) -> None:
    report = read(page.raw).report
    assert report.title == story.title
    assert report.published == page.published
    assert report.outlet == story.outlet
    assert report.author == page.author
    assert report.body.split("\n") == list(story.paragraphs)
    assert report.language == "ar"


@pytest.mark.parametrize(
    "raw",
    [
        b"<html><body></body></html>",
        b"<html><head><title>x</title><script>document.write('a')</script></head><body>"
        b"<div id=root></div><script>window.__DATA__={}</script></body></html>",
        "<html><body><nav>الرئيسية</nav><footer>حقوق النشر</footer></body></html>".encode(),
        b"<!-- nothing -->",
    ],
)
def test_pages_without_text(raw: bytes) -> None:
    (item,) = read_page(BytesIO(raw), "page.html")
    assert isinstance(item, EmptyError)
    assert item.where == "page.html"


def test_what_a_page_does_not_say_stays_unknown() -> None:
    text = "قتل رجل برصاص مجهولين في بلدة المالحة صباح أمس، وفتحت الشرطة تحقيقا في الحادثة."
    page = f"<html><body><p>{text}</p><p>{text[:-1]} وفق شهود عيان.</p></body></html>"
    report = read(page.encode()).report
    assert (report.title, report.published, report.outlet, report.author, report.url) == (None,) * 5
    assert text in report.body


def test_date_of_a_change_is_no_publication() -> None:
    story = STORIES[0]
    page = (
        f"<html><head><title>{story.title}</title></head><body><h1>{story.title}</h1>"
        f"<div class='date'>آخر تحديث 5 مايو 2025</div>"
        + "".join(f"<p>{p}</p>" for p in story.paragraphs)
    )
    assert read(page.encode()).report.published is None


def test_impossible_date_is_unknown_and_said() -> None:
    story = STORIES[1]
    page = (
        f'<html><head><meta property="article:published_time" content="2025-02-30T10:00:00Z">'
        f"<title>{story.title}</title></head><body><h1>{story.title}</h1>"
        + "".join(f"<p>{p}</p>" for p in story.paragraphs)
    )
    flaw, item = read_page(BytesIO(page.encode()), "page.html")
    assert isinstance(flaw, FlawError)
    assert "2025-02-30T10:00:00Z" in str(flaw)
    assert isinstance(item, Received)
    assert item.report.published is None

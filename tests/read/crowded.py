"""Layouts in which other stories, with dates of theirs, and the site's own things stand close."""

from __future__ import annotations

from collections.abc import Callable

from tests.read.layouts import (
    EGYPTIAN,
    Page,
    _day,
    _foot,
    _links,
    _menu,
    _page,
    _paragraphs,
    _script,
)
from tests.read.stories import Story


def public_broadcaster(story: Story) -> Page:
    """Generated names of classes; suggested stories stand in the text with lines to skip them."""
    linked = {"@context": "http://schema.org", "@graph": [{
        "@type": "NewsArticle", "headline": story.title, "datePublished": story.published,
        "dateModified": "2027-01-01T00:00:00Z",
        "author": {"@type": "Organization", "name": story.outlet},
        "publisher": {"@type": "NewsMediaOrganization", "name": story.outlet}}]}  # fmt: skip
    first, *rest = (
        f'<div class="gx-19j92fr"><p class="gx-1y32vyc">{p}</p></div>' for p in story.paragraphs
    )
    promo = (f'<section aria-labelledby="recommendations-heading" class="gx-9f">'
             f'<a href="#end">تخطى قصص '
             f"مقترحة وواصل القراءة</a><div><strong>قصص مقترحة</strong></div>{_links(story)}"
             f'<p id="end">قصص مقترحة نهاية</p></section>')  # fmt: skip
    head = f"<title>{story.title} - {story.outlet}</title>{_script(linked)}"
    body = (f'<header>{_menu()}</header><main role="main"><div>'
            f'<h1 id="content">{story.title}</h1></div>'
            f'<figure><img><figcaption>التعليق على الصورة، {story.caption}</figcaption>'
            f'</figure><div>'
            f'<time datetime="{story.published[:10]}">{story.published[:10]}</time></div>'
            f'{first}{promo}{"".join(rest)}</main>{_foot(story)}')  # fmt: skip
    return Page(_page(head, body), story.published, story.outlet)


def page_builder(story: Story) -> Page:
    """WordPress with a page builder: text and heading are widgets too, the theme has a sidebar."""
    box = ('<div class="elementor-element elementor-widget elementor-widget-{}">'
           '<div class="elementor-widget-container">')  # fmt: skip
    head = (f'<title>{story.title} - {story.outlet}</title><meta property="og:site_name" '
            f'content="{story.outlet}"><meta property="article:published_time" '
            f'content="{story.published}">')  # fmt: skip
    body = (f'<div id="page" class="site has-sidebar sidebar-left">'
            f'<div class="elementor-location-single">'
            f'{box.format("theme-post-title")}<h1>{story.title}</h1></div></div>'
            f'{box.format("image")}<img>'
            f'<span class="widget-image-caption wp-caption-text">{story.caption}'
            f"</span></div></div>{box.format('theme-post-content')}{_paragraphs(story)}</div></div>"
            f"{box.format('posts')}<article><h3>{story.related[0]}</h3>"
            f"<time>2 مايو 2020</time></article>"
            f"</div></div></div></div>{_foot(story)}")  # fmt: skip
    return Page(_page(head, body), story.published, None)


def clock_in_the_header(story: Story) -> Page:
    """No metadata; the day of the visit in the header, other stories' dates before and after."""
    year, month, day = _day(story)
    head = f"<title>{story.title} | {story.outlet}</title>"
    body = (f'<div class="top"><span class="date">الأربعاء 25 نوفمبر 2026</span></div>'
            f'<div class="slides"><div class="item">'
            f'<time datetime="2026-11-24T08:00:00Z">أمس</time>'
            f"{story.related[0]}</div></div><div class='story'><div class='title'>"
            f"<h1>{story.title}</h1>"
            f"<span>{day} {EGYPTIAN[month - 1]}، {year}</span></div><div class='post-content'>"
            f"{_paragraphs(story)}</div></div><article><h3>{story.related[1]}</h3>"
            f"<time datetime='2019-02-02'>2 فبراير 2019</time>"
            f"</article>{_foot(story)}")  # fmt: skip
    return Page(_page(head, body), story.published[:10], None)


def no_date_but_those_of_others(story: Story) -> Page:
    """The page says nowhere when it was published; what stands around it has dates."""
    head = f"<title>{story.title} | {story.outlet}</title>"
    body = (f'<div class="news-bar"><time datetime="2020-01-01T00:00:00Z">1 يناير 2020</time>'
            f'{story.related[0]}</div><div class="content"><h1>{story.title}</h1><div '
            f'class="post-content">{_paragraphs(story)}<time class="entry-updated updated" '
            f'datetime="2026-05-05">5 مايو 2026</time></div></div><div class="latest-news">'
            f'<div><span '
            f'class="date">3 مارس 2021</span><a>{story.related[1]}</a></div>'
            f'</div>{_foot(story)}')  # fmt: skip
    return Page(_page(head, body), None, None)


def tabloid(story: Story) -> Page:
    """An Egyptian daily: the date in words with the hour of the evening, كتب before the writer."""
    year, month, day = _day(story)
    head = (f'<title>{story.title} - {story.outlet}</title><meta property="og:title" '
            f'content="{story.title}">'
            f'<meta property="og:site_name" content="{story.outlet}">')  # fmt: skip
    body = (f'{_menu()}<div class="articleHeader"><h1>{story.title}</h1>'
            f'<span class="newsStoryDate">'
            f'السبت، {day} {EGYPTIAN[month - 1]} {year} 06:40 م</span>'
            f'<div class="newsStoryImg"><img>'
            f'<span class="img-cap">{story.caption}</span></div><span class="writeBy">كتب '
            f'{story.author}</span></div><div id="articleBody">{_paragraphs(story)}<p>اقرأ أيضا: '
            f'{story.related[0]}</p></div>'
            f'<div class="moreNews">{story.related[1]}</div>')  # fmt: skip
    return Page(_page(head, body), f"{story.published[:10]}T18:40:00", None)


CROWDED: tuple[Callable[[Story], Page], ...] = (
    public_broadcaster, page_builder, clock_in_the_header, no_date_but_those_of_others, tabloid,
)  # fmt: skip

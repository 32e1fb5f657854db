"""Layouts of Arabic news sites, as functions of a story: the page, and what it tells of itself.

Every page has around the article what such sites have: menus, tickers, captions, bylines, links to
other stories in and after the text, comments, cookie notices, copyright.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import NamedTuple

from tests.read.stories import Story


class Page(NamedTuple):
    """A page's bytes; the date and author that its layout lets one know (None: it does not say)."""

    raw: bytes
    published: str | None
    author: str | None


LEVANTINE = ("كانون الثاني", "شباط", "آذار", "نيسان", "أيار", "حزيران", "تموز", "آب", "أيلول",
             "تشرين الأول", "تشرين الثاني", "كانون الأول")  # fmt: skip
EGYPTIAN = ("يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر",
            "أكتوبر", "نوفمبر", "ديسمبر")  # fmt: skip
MAGHREBI = ("جانفي", "فيفري", "مارس", "أفريل", "ماي", "جوان", "جويلية", "أوت", "سبتمبر", "أكتوبر",
            "نوفمبر", "ديسمبر")  # fmt: skip
MOROCCAN = ("يناير", "فبراير", "مارس", "أبريل", "ماي", "يونيو", "يوليوز", "غشت", "شتنبر", "أكتوبر",
            "نونبر", "دجنبر")  # fmt: skip


def _day(story: Story) -> tuple[int, int, int]:
    year, month, day = (int(part) for part in story.published[:10].split("-"))
    return year, month, day


def _paragraphs(story: Story, between: str = "") -> str:
    first, *rest = (f"<p>{text}</p>" for text in story.paragraphs)
    return first + between + "".join(rest)


def _links(story: Story) -> str:
    return "<ul>" + "".join(f'<li><a href="/n/{i}">{t}</a></li>'
                            for i, t in enumerate(story.related)) + "</ul>"  # fmt: skip


def _menu() -> str:
    return ('<nav class="menu"><ul><li><a href="/">الرئيسية</a></li><li><a href="/p">سياسة</a></li>'
            '<li><a href="/s">رياضة</a></li></ul></nav>')  # fmt: skip


def _foot(story: Story) -> str:
    return (f'<aside class="most-read"><h3>الأكثر قراءة</h3>{_links(story)}</aside>'
            f'<footer><p>جميع الحقوق محفوظة © {story.outlet}</p></footer>')  # fmt: skip


def _page(head: str, body: str, attributes: str = 'lang="ar" dir="rtl"') -> bytes:
    return (f'<!DOCTYPE html><html {attributes}><head><meta charset="utf-8">{head}</head>'
            f"<body>{body}</body></html>").encode()  # fmt: skip


def _script(value: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(value, ensure_ascii=False)}</script>'


def wordpress_yoast(story: Story) -> Page:
    """WordPress with the Yoast plug-in: a JSON-LD graph whose parts refer to each other."""
    graph = {"@context": "https://schema.org", "@graph": [
        {"@type": "Article", "@id": "https://x.example/1#article", "headline": story.title,
         "author": {"@id": "https://x.example/#/person/7"}, "datePublished": story.published,
         "dateModified": "2030-01-01T00:00:00+00:00",
         "publisher": {"@id": "https://x.example/#organization"}},
        {"@type": "WebPage", "@id": "https://x.example/1", "name": f"{story.title} - {story.outlet}"},
        {"@type": "Organization", "@id": "https://x.example/#organization", "name": story.outlet},
        {"@type": "Person", "@id": "https://x.example/#/person/7", "name": story.author},
    ]}  # fmt: skip
    head = (f"<title>{story.title} - {story.outlet}</title>"
            f'<meta property="og:title" content="{story.title} - {story.outlet}">{_script(graph)}')  # fmt: skip
    inline = f'<p>اقرأ أيضا: <a href="/n/1">{story.related[0]}</a></p>'
    body = (f'{_menu()}<article class="post type-post"><header class="entry-header">'
            f'<h1 class="entry-title">{story.title}</h1><div class="entry-meta">بواسطة '
            f'<span class="author">{story.author}</span></div></header>'
            f'<div class="entry-content"><figure class="wp-caption"><img src="a.jpg">'
            f'<figcaption class="wp-caption-text">{story.caption}</figcaption></figure>'
            f'{_paragraphs(story, inline)}<div class="sharedaddy"><h3>شارك هذا الموضوع</h3></div>'
            f'<div class="jp-relatedposts"><h3>مقالات ذات صلة</h3>{_links(story)}</div></div>'
            f'</article><div id="comments" class="comments"><p>تعليق: الله يرحمهم جميعا ويصبر أهلهم</p>'
            f"</div>{_foot(story)}")  # fmt: skip
    return Page(_page(head, body), story.published, story.author)


def wordpress_plain(story: Story) -> Page:
    """WordPress without plug-ins for machines: meta elements and a time element."""
    head = (f"<title>{story.title} | {story.outlet}</title>"
            f'<meta property="article:published_time" content="{story.published}">'
            f'<meta property="article:modified_time" content="2030-01-01T00:00:00+00:00">'
            f'<meta property="og:site_name" content="{story.outlet}">'
            f'<meta name="author" content="{story.author}">')  # fmt: skip
    body = (f'{_menu()}<main><article><h1>{story.title}</h1><p class="posted-on"><time '
            f'datetime="{story.published}">{story.published[:10]}</time> بقلم {story.author}</p>'
            f'<div class="post-content">{_paragraphs(story)}<p>لمزيد من الأخبار تابعونا على تلغرام</p>'
            f"</div></article></main>{_foot(story)}")  # fmt: skip
    return Page(_page(head, body), story.published, story.author)


def newspaper_theme(story: Story) -> Page:
    """The Newspaper theme: microdata in attributes, text in td-post-content."""
    head = f"<title>{story.title} | {story.outlet}</title>"
    body = (f'{_menu()}<article itemscope itemtype="https://schema.org/Article">'
            f'<h1 class="entry-title">{story.title}</h1><span class="td-post-date"><time '
            f'class="entry-date updated" datetime="{story.published}">اليوم</time></span>'
            f'<div class="td-post-content"><div class="td-post-featured-image"><figure><img src="b.jpg">'
            f"<figcaption>{story.caption}</figcaption></figure></div>{_paragraphs(story)}"
            f'<div class="td-related related">{_links(story)}</div></div>'
            f'<span itemprop="author" itemscope><meta itemprop="name" content="{story.author}"></span>'
            f'<meta itemprop="datePublished" content="{story.published}">'
            f'<meta itemprop="headline" content="{story.title}">'
            f'<span itemprop="publisher" itemscope><meta itemprop="name" content="{story.outlet}">'
            f"</span></article>{_foot(story)}")  # fmt: skip
    return Page(_page(head, body), story.published, story.author)


def amp(story: Story) -> Page:
    """An AMP page: JSON-LD, amp-img with a caption, amp-ad, a list of other stories."""
    linked = {"@context": "http://schema.org", "@type": "NewsArticle", "headline": story.title,
              "datePublished": story.published, "author": [{"@type": "Person", "name": story.author}],
              "publisher": {"@type": "Organization", "name": story.outlet,
                            "logo": {"@type": "ImageObject", "url": "l.png"}}}  # fmt: skip
    head = (f'<title>{story.title}</title><link rel="canonical" href="https://x.example/2">'
            f'<style amp-custom>body{{margin:0}}</style>{_script(linked)}')  # fmt: skip
    body = (f'<amp-sidebar id="sidebar"><ul><li>الرئيسية</li></ul></amp-sidebar>'
            f'<article class="amp-wp-article"><h1 class="amp-wp-title">{story.title}</h1>'
            f'<figure><amp-img src="c.jpg" width="1" height="1"></amp-img><figcaption>{story.caption}'
            f'</figcaption></figure><div class="amp-wp-article-content">'
            f'{_paragraphs(story, "<amp-ad width=300 height=250>إعلان</amp-ad>")}</div></article>'
            f'<amp-list class="related"><div>{_links(story)}</div></amp-list>{_foot(story)}')  # fmt: skip
    return Page(_page(head, body, "amp lang=ar dir=rtl"), story.published, story.author)


def broadcaster(story: Story) -> Page:
    """A large broadcaster: NewsArticle, a rich text block, its source in a last line."""
    linked = [{"@type": "BreadcrumbList", "itemListElement": [
        {"@type": "ListItem", "position": 1, "name": "أخبار"}]},
        {"@context": "https://schema.org", "@type": "NewsArticle", "headline": story.title,
         "datePublished": story.published.replace("+03:00", "+0300").replace("+0300", "+03:00"),
         "author": {"@type": "Organization", "name": story.outlet},
         "publisher": {"@type": "NewsMediaOrganization", "name": story.outlet}}]  # fmt: skip
    head = f"<title>{story.title} | أخبار | {story.outlet}</title>{_script(linked)}"
    body = (f'<div class="breaking-bar">عاجل: {story.related[1]}</div>{_menu()}<main id="main-content">'
            f"<header><h1>{story.title}</h1></header><figure><img src='d.jpg'><figcaption>"
            f"{story.caption}</figcaption></figure><div class='date-simple'>{story.published[:10]}</div>"
            f'<div class="wysiwyg wysiwyg--all-content">{_paragraphs(story)}<ul class="more-news">'
            f"<li>{story.related[0]}</li></ul><p><strong>المصدر : وكالات</strong></p></div></main>"
            f"{_foot(story)}")  # fmt: skip
    return Page(_page(head, body), story.published, story.outlet)


def agency(story: Story) -> Page:
    """An agency: Dublin Core and Open Graph, a dateline before the text, short credit lines."""
    head = (f'<title>{story.outlet} - {story.title}</title><meta name="dc.date.issued" '
            f'content="{story.published}"><meta property="og:title" content="{story.title}">'
            f'<meta property="og:site_name" content="{story.outlet}">'
            f'<meta property="og:url" content="https://x.example/agency/9">')  # fmt: skip
    body = (f'{_menu()}<div class="container"><div class="row"><h2 class="headline">{story.title}</h2>'
            f'<div class="story-body">{_paragraphs(story)}<p>© جميع الحقوق محفوظة {story.outlet}</p>'
            f'</div><div class="tags"><a>أمن</a><a>حوادث</a></div></div></div>{_foot(story)}')  # fmt: skip
    return Page(_page(head, body), story.published, None)


def microdata(story: Story) -> Page:
    """Microdata alone, on the visible elements."""
    head = f"<title>{story.title}</title>"
    body = (f'{_menu()}<div itemscope itemtype="http://schema.org/NewsArticle">'
            f'<h1 itemprop="headline">{story.title}</h1>'
            f'<span itemprop="publisher" itemscope itemtype="http://schema.org/Organization">'
            f'<span itemprop="name">{story.outlet}</span></span>'
            f'<time itemprop="datePublished" datetime="{story.published}">منذ ساعة</time>'
            f'<span itemprop="author" itemscope><span itemprop="name">{story.author}</span></span>'
            f'<div itemprop="image"><img src="e.jpg"><span class="img-caption">{story.caption}</span></div>'
            f'<div itemprop="articleBody">{_paragraphs(story)}<div class="read-more">اقرأ المزيد '
            f"{_links(story)}</div></div></div>{_foot(story)}")  # fmt: skip
    return Page(_page(head, body), story.published, story.author)


def bare(story: Story) -> Page:
    """No metadata: the site's name after the heading, a visible Levantine date with the hour."""
    year, month, day = _day(story)
    shown = f"{day} {LEVANTINE[month - 1]} {year} - {story.published[11:16]}"
    head = f"<title>{story.title} | {story.outlet}</title>"
    body = (f"{_menu()}<div id='content'><h1>{story.title}</h1><div class='date'>{shown}</div>"
            f"<img src='f.jpg'><div class='caption'>{story.caption}</div>{_paragraphs(story)}</div>"
            f"<div class='related'><h3>أخبار ذات صلة</h3>{_links(story)}</div>{_foot(story)}")  # fmt: skip
    return Page(_page(head, body), story.published[:19], None)


def old_tables(story: Story) -> Page:
    """A site of 2004: tables, font elements, windows-1256, line breaks, day/month/year."""
    year, month, day = _day(story)
    text = "<br><br>".join(story.paragraphs)
    page = (f'<HTML DIR=RTL><HEAD><META HTTP-EQUIV="Content-Type" CONTENT="text/html; '
            f'charset=windows-1256"><TITLE>{story.title} - {story.outlet}</TITLE></HEAD><BODY>'
            f'<TABLE width="100%"><TR><TD class="menu">الرئيسية - سياسة - رياضة</TD></TR></TABLE>'
            f'<TABLE><TR><TD><H1><FONT color=red>{story.title}</FONT></H1></TD></TR>'
            f'<TR><TD class="date">{day}/{month}/{year}</TD></TR>'
            f'<TR><TD><DIV class="news-text">{text}</DIV></TD></TR></TABLE>'
            f'<TABLE class="related"><TR><TD>{_links(story)}</TD></TR></TABLE></BODY></HTML>')  # fmt: skip
    return Page(page.encode("windows-1256"), story.published[:10], None)


def drupal(story: Story) -> Page:
    """Drupal: the body in a field, the date in words in a line of its own."""
    year, month, day = _day(story)
    shown = f"نشر في: {day} {EGYPTIAN[month - 1]} {year} {story.published[11:16]}"
    head = (f"<title>{story.title} | {story.outlet}</title>"
            f'<meta name="Generator" content="Drupal 7"><meta property="og:site_name" '
            f'content="{story.outlet}">')  # fmt: skip
    body = (f'{_menu()}<div class="node node-article"><h1 class="page-title">{story.title}</h1>'
            f'<div class="submitted date">{shown}</div><div class="field field-name-body"><div '
            f'class="field-items"><div class="field-item even">{_paragraphs(story)}</div></div></div>'
            f'<div class="field field-name-field-tags tags">وسوم: أمن</div></div>{_foot(story)}')  # fmt: skip
    return Page(_page(head, body), story.published[:19], None)


def blogger(story: Story) -> Page:
    """Blogger: a date header with weekday, BlogPosting."""
    linked = {"@context": "http://schema.org", "@type": "BlogPosting", "headline": story.title,
              "datePublished": story.published, "author": {"@type": "Person", "name": story.author},
              "publisher": {"@type": "Organization", "name": story.outlet}}  # fmt: skip
    head = f"<title>{story.outlet}: {story.title}</title>{_script(linked)}"
    body = (f'<h2 class="date-header"><span>اليوم</span></h2><div class="post hentry">'
            f'<h1 class="post-title entry-title">{story.title}</h1><div class="post-body entry-content">'
            f'{_paragraphs(story)}</div><div class="post-footer">مرسلة بواسطة {story.author}</div></div>'
            f'<div class="sidebar">{_links(story)}</div>')  # fmt: skip
    return Page(_page(head, body), story.published, story.author)


def compiled(story: Story) -> Page:
    """A site built by a framework: names of classes that mean nothing, JSON-LD says all."""
    linked = {"@context": "https://schema.org", "@type": ["NewsArticle"], "headline": story.title,
              "datePublished": story.published, "publisher": {"@type": "Organization",
              "name": story.outlet}, "articleBody": " ".join(story.paragraphs)}  # fmt: skip
    head = f"<title>{story.title}</title>{_script(linked)}"
    text = "".join(f'<p class="css-9x{i}">{p}</p>' for i, p in enumerate(story.paragraphs))
    body = (f'<div id="__next"><div class="css-1a"><article class="css-2b"><h1 class="css-3c">'
            f"{story.title}</h1><div class='css-4d'><figure><img src='g.jpg'><figcaption class='css-5e'>"
            f"{story.caption}</figcaption></figure></div><div class='css-6f'>{text}</div></article>"
            f"<aside class='css-7g'>{_links(story)}</aside></div></div>"
            f'<script id="__NEXT_DATA__" type="application/json">{{"props":{{"x":1}}}}</script>')  # fmt: skip
    return Page(_page(head, body), story.published, None)


def broken_linked(story: Story) -> Page:
    """JSON-LD that does not parse; the meta elements are whole."""
    head = (f"<title>{story.title} - {story.outlet}</title>"
            f'<script type="application/ld+json">{{"@type":"NewsArticle","headline":"{story.title}</script>'
            f'<meta property="og:title" content="{story.title}">'
            f'<meta property="og:site_name" content="{story.outlet}">'
            f'<meta itemprop="datePublished" content="{story.published}">')  # fmt: skip
    body = (f'{_menu()}<section class="article-content"><h1>{story.title}</h1>'
            f'<div class="article-info">كتب: {story.author}</div>{_paragraphs(story)}</section>'
            f"{_foot(story)}")  # fmt: skip
    return Page(_page(head, body), story.published, None)


def joomla(story: Story) -> Page:
    """Joomla in the Maghreb: local month names, details above the text."""
    year, month, day = _day(story)
    names = MAGHREBI if day % 2 else MOROCCAN
    head = f"<title>{story.title} - {story.outlet}</title>"
    body = (f'{_menu()}<div class="item-page"><h1>{story.title}</h1><dl class="article-info">'
            f'<dd class="published">نُشر بتاريخ {day} {names[month - 1]} {year}</dd>'
            f'<dd class="modified">آخر تحديث 1 {names[0]} 2030</dd></dl>'
            f'<div class="article-body">{_paragraphs(story)}</div></div>{_foot(story)}')  # fmt: skip
    return Page(_page(head, body), story.published[:10], None)


def two_calendars(story: Story) -> Page:
    """A visible date in the Hijri and the Gregorian calendar, weekday and digits in Arabic."""
    year, month, day = _day(story)
    shown = (
        f"20 ذو القعدة 1446 هـ الموافق {day} {LEVANTINE[month - 1]}/{EGYPTIAN[month - 1]} {year} م"
    )
    shown = shown.translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩"))
    head = f"<title>{story.title} – {story.outlet}</title>"
    body = (f"{_menu()}<div class='news-details'><h1>{story.title}</h1><span class='publish-date'>"
            f"{shown}</span>{_paragraphs(story)}<p>شاهد أيضا: {story.related[0]}</p></div>{_foot(story)}")  # fmt: skip
    return Page(_page(head, body), story.published[:10], None)


LAYOUTS: tuple[Callable[[Story], Page], ...] = (
    wordpress_yoast, wordpress_plain, newspaper_theme, amp, broadcaster, agency, microdata, bare,
    old_tables, drupal, blogger, compiled, broken_linked, joomla, two_calendars,
)  # fmt: skip

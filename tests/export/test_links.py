"""Addresses are cut where their words name a private person."""

from __future__ import annotations

import pytest

from waqai.export.known import known
from waqai.export.links import link
from waqai.export.told import linked
from waqai.model.report import Report

TOLD = known(("شيع الأهالي الشهيد سامر الوحيدي أمس",), ())
SITE = "https://example.net/news/"
CUT = [
    "تشييع-الشهيد-سامر-الوحيدي-في-البلدة.html",
    "الوحيدي-كما-عرفته-أمه/",
    "وداع-المدرس-سامر-الوحي",
    "%D8%A7%D9%84%D9%88%D8%AD%D9%8A%D8%AF%D9%8A/2014",
    "?title=وداعا_الوحيدي",
]
KEPT = [
    "الوحدات-تتقدم-في-البلدة/105/",
    "2014/samer-story",
    "%D8%A7%D9%84%D8%AD%D8%B1%D8%A8",
    "?id=20",
    "تصريح-وزير-الداخلية-محمد-إبراهيم",
]


@pytest.mark.parametrize("slug", CUT)
def test_cut_before_the_words_that_name(slug: str) -> None:
    assert link(f"{SITE}{slug}", TOLD) == SITE


@pytest.mark.parametrize("slug", KEPT)
def test_others_stay(slug: str) -> None:
    assert link(f"{SITE}{slug}", TOLD) == f"{SITE}{slug}"


def test_the_address_of_a_report() -> None:
    assert linked(Report("r", "", url=f"{SITE}{CUT[0]}"), TOLD).url == SITE
    assert linked(Report("r", ""), TOLD).url is None

"""Aims: whether a deed is talked about, sought, pledged, allowed or aimed at, and so to come."""

from __future__ import annotations

from typing import Final

from waqai.annotate.chart import Chart, Node
from waqai.annotate.triggers.sense import Sense
from waqai.annotate.triggers.setting import keys_of
from waqai.annotate.triggers.words import SUPPORT_TAG

# Sides of cues (cues.tsv) that `speaks_of` judges.
SIDES: Final = frozenset(("talks", "seek", "pledge", "eve", "grant", "purpose"))
# What is talked about, and so still to come.
_TALKED: Final = frozenset(("agreement", "release", "relief", "sanction"))
# Words behind those who talk, right before what of.
_ABOUT: Final = 3
# Deeds that are allowed, joined or aimed at before they are done.
_AIMED: Final = frozenset(
    ("attack", "air_strike", "shelling", "bombing", "clash", "raid", "territory", "assassination",
     "suicide_attack", "destruction", "abduction", "arrest")
)  # fmt: skip


def speaks_of(chart: Chart, node: Node, side: str, between: list[str]) -> bool:
    """Whether a cue of a side speaks of a trigger, with `between` the words between them."""
    if side == "talks":
        return _is_talked_about(node, between)
    if side == "seek":
        return _is_sought(node, between)
    if side == "eve":
        return not _is_done(chart, node)
    if side == "pledge":
        return bears(node, "ب")
    return _is_deed(node) and (side == "grant" or bears(node, "ل"))


def reaches(node: Node) -> bool:
    """Whether a trigger is an agreement that talks are to reach (محادثات للتوصل إلى اتفاق), none
    that was reached (خرق لاتفاق).
    """
    sense: Sense = node.value
    phrase = sense.pos == "masdar" and " " in sense.lemma
    return phrase and sense.type == "agreement" and bears(node, "ل")


def bears(node: Node, prep: str) -> bool:
    """Whether a trigger bears a preposition."""
    return node.reading is not None and node.reading.prep == prep


def _is_talked_about(node: Node, between: list[str]) -> bool:
    """Whether a trigger is what talks are about (محادثات حول تبادل الأسرى)."""
    if not _is_matter(node) or (node.reading is not None and node.reading.article):
        return False
    return not between or not keys_of("about").isdisjoint(between[-_ABOUT:])


def _is_sought(node: Node, between: list[str]) -> bool:
    """Whether a trigger is what somebody works for (تسعى لهدنة، جهود للتوصل إلى هدنة)."""
    aimed = bears(node, "ل") and len(between) <= 1
    return _is_matter(node) and (aimed or between[-2:] == ["للتوصل", "الي"])


def _is_matter(node: Node) -> bool:
    """Whether a trigger is a noun of what is talked about."""
    return node.value.type in _TALKED and node.value.pos != "verb"


def _is_deed(node: Node) -> bool:
    """Whether a trigger is a noun of a deed that is aimed at."""
    return node.value.type in _AIMED and node.value.pos != "verb"


def _is_done(chart: Chart, node: Node) -> bool:
    """Whether what the eve is told of is told as done (قبيل مقتله، قبيل غارة نفذتها)."""
    if node.reading is not None and node.reading.suffix:
        return True
    return any(leaf.value.sense.tense == "past" for leaf in chart.at(node.j, SUPPORT_TAG))

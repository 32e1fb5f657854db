"""Stances: who claims, denies or is accused of an event (تبنى، أعلن مسؤوليته، نفى، اتهم)."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import cache
from typing import Final, cast

from waqai.annotate.chart import Node
from waqai.events.party import Party
from waqai.events.scene import Scene
from waqai.events.telling import Draft
from waqai.lexicon.table import read_table
from waqai.model.codes import Stance

# Tokens around the words of a stance in which its actor stands.
_REACH: Final = 8
_DENYING: Final = frozenset(
    joined + verb
    for joined in ("", "و", "ف")
    for verb in ("نفي", "نفت", "نفوا", "ينفي", "تنفي", "نافيا", "نافيه", "انكر", "انكرت")
)


@cache
def _phrases() -> dict[str, tuple[tuple[tuple[str, ...], Stance, str], ...]]:
    """First word -> the words after it, the stance, and where its actor stands; longest first."""
    found: dict[str, list[tuple[tuple[str, ...], Stance, str]]] = {}
    for row in read_table("waqai.events", "stances.tsv", ("stance", "actor", "key"), ("key",)):
        stance, side, phrase = row.cells
        first, *rest = phrase.split(" ")
        for joined in (first, "و" + first, "ف" + first):
            found.setdefault(joined, []).append((tuple(rest), cast(Stance, stance), side))
    return {key: tuple(sorted(ways, key=lambda w: -len(w[0]))) for key, ways in found.items()}


def choose(scene: Scene, drafts: Sequence[Draft]) -> None:
    """Give each stance to the draft told last before it, or in its own sentence."""
    keys, phrases = scene.keys, _phrases()
    if phrases.keys().isdisjoint(keys):
        return
    told = sorted((t.sentence, -k) for k, d in enumerate(drafts) for t in d.tellings)
    for i, key in enumerate(keys):
        for rest, stance, side in phrases.get(key, ()):
            if tuple(keys[i + 1 : i + 1 + len(rest)]) != rest:
                continue
            end = i + 1 + len(rest)
            stance = "denies" if _denied(scene, i) else stance
            party = _actor(scene, i, end, side)
            latest = bisect_right(told, (scene.sentence(i), 0))
            if party is not None and latest:
                draft = drafts[-told[latest - 1][1]]
                cue = Node("stance", i, end, stance, f"stance:{' '.join((key, *rest))}")
                draft.stances.append((stance, party, cue))
            break


def _denied(scene: Scene, i: int) -> bool:
    """Whether a verb of denying stands shortly before token i (نفت الحركة مسؤوليتها عن)."""
    first = max(scene.doc.sentences[scene.sentence(i)].first, i - _REACH)
    return not _DENYING.isdisjoint(scene.keys[first:i])


def _actor(scene: Scene, i: int, end: int, side: str) -> Party | None:
    """The body that stands nearest on the side where the phrase has its actor."""
    sentence = scene.doc.sentences[scene.sentence(i)]
    own = [p for p in scene.parties_in.get(scene.sentence(i), ()) if p.sort == "actor"]
    after = [p for p in own if end <= p.first < min(end + _REACH, sentence.last)]
    before = [p for p in own if i - _REACH <= p.last <= i]
    if side == "second":
        return after[1] if len(after) > 1 else after[0] if after and before else None
    return after[0] if after else before[-1] if before else None

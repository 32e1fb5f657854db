"""A decision carried out: the judgement appended, and what it is about linked again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection

from waqai.errors import UsageError
from waqai.link.judged import flaw
from waqai.link.rulings import in_force
from waqai.model.judgement import Judgement, Verdict
from waqai.store.ingest import now
from waqai.store.judging import anchors_of, fixed, judge, judgement_of, judgements
from waqai.store.linking import relink


class Judged(msgspec.Struct, frozen=True):
    """A judgement, whether it holds, and the judgement that took it back."""

    judgement: Judgement
    in_force: bool
    undone_by: str | None


def decide(
    connection: Connection,
    verdict: Verdict,
    ids: Sequence[str],
    others: Sequence[str] = (),
    *,
    slot: str | None = None,
    low: int | None = None,
    high: int | None = None,
    value: str | None = None,
    undoes: str | None = None,
    who: str,
    why: str,
) -> Judgement:
    """Judge the events, or incidents, of `ids` (for `split`: not what `others` are).

    All in the transaction of `connection`. Raises UsageError for what makes no sense.
    """
    given: dict[str, Any] = {"low": low, "high": low if high is None else high, "value": value}
    _check(verdict, ids, slot, given)
    about = anchors_of(connection, ids)
    own = {anchor.event for anchor in about}
    against = tuple(a for a in anchors_of(connection, others) if a.event not in own)
    if verdict == "split" and not against:
        raise UsageError("nothing would be left of the incident", do="name fewer events")
    if verdict in ("accept", "reject"):
        given = {**given, **fixed(connection, verdict, ids[0], slot, given)}
    told: dict[str, Any] = {
        "slot": slot,
        **given,
        "undoes": undoes,
        "who": who,
        "why": why,
        "at": now(),
    }
    made = judgement_of(connection, verdict, about, against, **told)
    judge(connection, made)
    for _ in relink(connection):
        pass
    return made


def _check(verdict: Verdict, ids: Sequence[str], slot: str | None, given: dict[str, Any]) -> None:
    """Refuse a judgement that says nothing, or nonsense."""
    if verdict == "merge" and len(ids) < 2:
        raise UsageError("one incident cannot be merged", do="give two or more ids")
    if verdict != "undo" and not ids:
        raise UsageError("a judgement on nothing", do="give the id of an incident or event")
    if verdict in ("merge", "split", "undo") and slot is not None:
        raise UsageError(f"a {verdict} has no value", do="leave the slot out")
    if verdict == "correct" and given["low"] is None and given["value"] is None:
        raise UsageError("a correction without a value", do="give its least, or its value")
    wrong = flaw(slot, given["low"], given["high"], given["value"])
    if wrong:
        raise UsageError(wrong, do="see `waqai judge correct --help`")


def history(connection: Connection, events: Iterable[str] | None = None) -> list[Judged]:
    """The judgements about any of some events (all without), the newest first."""
    made = judgements(connection)
    holding = {judgement.id for judgement in in_force(made)}
    undone = _undone(made)
    wanted = None if events is None else set(events)
    return [
        Judged(item, item.id in holding, undone.get(item.id))
        for item in reversed(made)
        if wanted is None or not wanted.isdisjoint(a.event for a in (*item.events, *item.others))
    ]


def _undone(made: Sequence[Judgement]) -> dict[str, str]:
    """What each undoing that holds takes back."""
    found: dict[str, str] = {}
    for judgement in reversed(made):
        if judgement.verdict == "undo" and judgement.undoes and judgement.id not in found:
            found[judgement.undoes] = judgement.id
    return found

"""Accounts: every figure that the reports of an incident give, in the order of its telling."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import msgspec

from waqai.link.moments import is_before
from waqai.link.piece import Piece
from waqai.model.codes import SCOPES, Scope
from waqai.model.event import LIKELY, SCOPE, Claim, Event
from waqai.model.incident import Account
from waqai.model.report import Report

# Whether an analyst rejected it: by event key, slot and figure (None: every other of the slot).
Rejected = Mapping[tuple[str, str, int | None], bool]


def accounts(pieces: Iterable[Piece], rejected: Rejected) -> list[Account]:
    """The accounts of pieces in time order; `told` is when such a speaker first told the figure."""
    found: list[Account] = []
    first: dict[tuple[object, ...], str | None] = {}
    for piece in pieces:
        for made in of_event(piece.report, piece.event, rejected):
            told = first.setdefault(_figure(made), made.told)
            earlier = told if is_before(told, made.told) else made.told
            found.append(msgspec.structs.replace(made, told=earlier))
    return found


def of_event(report: Report, event: Event, rejected: Rejected) -> list[Account]:
    """The accounts of one event, in the order of its claims."""
    return [_account(report, event, claim, rejected) for claim in event.claims]


def _account(report: Report, event: Event, claim: Claim, rejected: Rejected) -> Account:
    speaker = claim.speaker
    figure = claim.high if claim.high is not None else claim.low
    key = event.id
    every = rejected.get((key, claim.slot, None), False)
    out = rejected.get((key, claim.slot, figure), every)
    silent = claim.low is None and claim.high is None
    return Account(
        slot=claim.slot,
        low=claim.low,
        high=claim.high,
        hedge=claim.hedge,
        whom=claim.whom,
        who=claim.who,
        speaker=speaker.name if speaker else None,
        speaker_kind=speaker.kind if speaker else "own_voice",
        speaker_words=speaker.text if speaker else None,
        report=report.id,
        event=key,
        salience=event.salience,
        told=report.published,
        span=claim.span,
        words=claim.text,
        standing="rejected" if out else "open" if silent else "current",
        confidence=claim.confidence,
        assumed=LIKELY in claim.rules,
        scope=tuple(_scope(claim)),
    )


def _scope(claim: Claim) -> Iterable[Scope]:
    """What the words around a figure say of it."""
    told = {rule.removeprefix(SCOPE) for rule in claim.rules if rule.startswith(SCOPE)}
    return (scope for scope in SCOPES if scope in told)


def _figure(account: Account) -> tuple[object, ...]:
    """What makes two accounts the same told again: figure, people, kind of speaker."""
    teller: object = account.speaker_kind
    if teller == "own_voice":
        teller = account.report
    whom = account.whom
    return (account.slot, account.low, account.high, whom.cls, whom.age, whom.sex, teller)


def voice(account: Account) -> str:
    """Who speaks, the same for the same speaker; a report's own voice is its own."""
    if account.speaker_kind == "own_voice":
        return f"own_voice {account.report}"
    return f"{account.speaker_kind} {account.speaker or ''}"


def bound(account: Account) -> int:
    """The highest figure that an account gives, 0 for none."""
    return account.high if account.high is not None else account.low or 0

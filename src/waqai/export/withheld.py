"""Incidents with the names of private persons withheld, as `privacy` does it for records."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

import msgspec

from waqai.export.known import Known, known
from waqai.export.links import link
from waqai.export.privacy import (
    WITHHELD,
    WITHHELD_ENGLISH,
    Mask,
    is_private,
    masker,
    speaks_for_a_body,
    without_parts,
)
from waqai.model.incident import (
    Account,
    Blame,
    Incident,
    Member,
    Party,
    PlaceOption,
    Relation,
    Source,
)
from waqai.text.fold import fold_key

Reasoned = TypeVar("Reasoned", Member, Relation)


def withheld(incident: Incident, shown: bool = False, texts: Iterable[str] = ()) -> Incident:
    """The incident without private names, or as it is where they may be `shown`.

    `texts` are those of its reports, where they are at hand.
    """
    if shown:
        return incident
    told = known_of(incident, texts)
    mask = masker(False, told)
    return msgspec.structs.replace(
        incident,
        places=tuple(_place(place, told) for place in incident.places),
        by=tuple(_party(party, told) for party in incident.by),
        to=tuple(_party(party, told) for party in incident.to),
        sources=tuple(_source(source, told) for source in incident.sources),
        accounts=tuple(_account(account, mask) for account in incident.accounts),
        responsibility=tuple(_blame(blame, mask) for blame in incident.responsibility),
        members=tuple(_with_why(member, mask) for member in incident.members),
        relations=tuple(_with_why(relation, mask) for relation in incident.relations),
    )


def known_of(incident: Incident, texts: Iterable[str] = ()) -> Known:
    """What an incident, and the texts of its reports, tell of the persons in it."""
    public = _public(incident)
    parties = (*incident.by, *incident.to)
    private = [p.words for p in parties if is_private(p.kind, p.id, p.words, Known(public))]
    titles = (source.title for source in incident.sources if source.title)
    told = [account.words for account in incident.accounts]
    told += [blame.words for blame in incident.responsibility]
    return known((*texts, *titles, *told), public, private)


def _public(incident: Incident) -> frozenset[str]:
    """Folded names of the public figures of an incident."""
    parties = (*incident.by, *incident.to)
    found = {fold_key(p.words) for p in parties if p.kind == "person" and p.id is not None}
    for account in incident.accounts:
        if account.speaker_words and speaks_for_a_body(account.speaker_kind):
            found.add(fold_key(account.speaker_words))
    return frozenset(found)


def _place(place: PlaceOption, told: Known) -> PlaceOption:
    """A place that only bears the name of a person of the reports is withheld."""
    if without_parts(place.value.name, told) == place.value.name:
        return place
    value = msgspec.structs.replace(place.value, name=WITHHELD_ENGLISH, candidates=())
    return msgspec.structs.replace(place, value=value)


def _party(party: Party, told: Known) -> Party:
    """A person without a row of their own is private; others may hold a name: عائلة فلان."""
    if is_private(party.kind, party.id, party.words, told):
        return msgspec.structs.replace(party, name=WITHHELD_ENGLISH, words=WITHHELD)
    if party.id is not None or party.kind == "person":
        return party
    mask = masker(False, told)
    return msgspec.structs.replace(party, name=mask(party.name), words=mask(party.words))


def _source(source: Source, told: Known) -> Source:
    return msgspec.structs.replace(
        source,
        title=masker(False, told)(source.title) if source.title else None,
        url=link(source.url, told) if source.url else None,
    )


def _account(account: Account, mask: Mask) -> Account:
    """A speaker who speaks for no body keeps the role and loses the name."""
    words = account.speaker_words
    kept = words if words is None or speaks_for_a_body(account.speaker_kind) else mask(words)
    return msgspec.structs.replace(
        account,
        who=mask(account.who) if account.who else account.who,
        words=mask(account.words),
        speaker_words=kept,
        speaker=account.speaker if kept == words else WITHHELD_ENGLISH,
    )


def _blame(blame: Blame, mask: Mask) -> Blame:
    """Whoever has a row of their own is public, as is who speaks for a body."""
    is_known = blame.speaker is None or speaks_for_a_body(blame.speaker_kind)
    return msgspec.structs.replace(
        blame,
        actor=blame.actor if blame.actor_id else mask(blame.actor),
        speaker=blame.speaker if is_known or not blame.speaker else mask(blame.speaker),
        words=mask(blame.words),
    )


def _with_why(told: Reasoned, mask: Mask) -> Reasoned:
    """A sentence may name whom two reports have in common."""
    return msgspec.structs.replace(told, why=mask(told.why))

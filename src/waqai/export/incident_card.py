"""An incident for a reader: what is known, what changed, what is disputed, source beside source."""

from __future__ import annotations

from collections.abc import Iterator

from waqai.export.card import days, shown
from waqai.export.explanation import bounds as told_bounds
from waqai.export.explanation import stance_told
from waqai.export.incidents import bounds
from waqai.export.phrases import countries
from waqai.link.views import policies
from waqai.model.codes import COUNT_SLOTS
from waqai.model.incident import Account, Blame, Incident, Relation, View

_MARKS = {"superseded": "replaced", "repeat": "again", "part": "part", "rejected": "rejected"}


def card(incident: Incident) -> list[str]:
    """The lines of the card."""
    return [
        *_head(incident),
        *_figures(incident),
        *_sources(incident),
        *dict.fromkeys(_relations(incident)),
        *_blames(incident),
        *_members(incident),
    ]


def _head(incident: Incident) -> Iterator[str]:
    state = (incident.type, incident.status, "disputed" if incident.disputed else "")
    yield f"incident {incident.id}  {' · '.join(part for part in state if part)}"
    yield f"  date      {_dates(incident)}"
    yield f"  place     {_places(incident)}"
    for name, parties in (("by", incident.by), ("to", incident.to)):
        if parties:
            told = (f"{shown(p.name)} ({len(p.reports)})" for p in parties)
            yield f"  {name:<9} {', '.join(told)}"
    groups = {source.group for source in incident.sources}
    yield f"  sources   {len(incident.sources)} reports, {len(groups)} independent texts"
    if incident.judgements:
        yield f"  judged    {' '.join(incident.judgements)}"


def _dates(incident: Incident) -> str:
    told = []
    for option in incident.dates:
        why = "judged" if option.judgement else "assumed" if option.assumed else ""
        by = ", ".join(filter(None, (why, str(len(option.reports)))))
        told.append(f"{days(option.start, option.end, option.grain)} ({by})")
    return "; ".join(told) or "unknown"


def _places(incident: Incident) -> str:
    told = []
    for option in incident.places[:4]:
        value = option.value
        country = countries().get(value.country or "")
        inside = (value.name, value.admin1, country.english if country else value.country)
        names = ", ".join(shown(name) for name in dict.fromkeys(filter(None, inside)))
        told.append(f"{names} ({'judged' if option.judgement else len(option.reports)})")
    return "; ".join(told) or "unknown"


def _figures(incident: Incident) -> Iterator[str]:
    """A line for each slot and people, with the figure of every policy."""
    by_people: dict[tuple[str, str], dict[str, View]] = {}
    for view in incident.views:
        by_people.setdefault((view.slot, view.people), {})[view.policy] = view
    for (slot, people), found in by_people.items():
        told = [f"{name} {bounds(found[name]) or '-'}" for name in policies() if name in found]
        judged = " (judged)" if any(view.judgement for view in found.values()) else ""
        yield f"  {slot:<9} {people}: {', '.join(told)}{judged}"


def _sources(incident: Incident) -> Iterator[str]:
    """Each report with what it tells, in time order."""
    for source in incident.sources:
        own = [a for a in incident.accounts if a.report == source.report]
        copies = [s for s in incident.sources if s.group == source.group and s is not source]
        copy = f" (one text with {', '.join(shown(s.report) for s in copies)})" if copies else ""
        when = source.published or "date unknown"
        yield f"  {when}  {shown(source.report)}{copy}  {shown(source.outlet)}"
        if source.title:
            yield f"    {shown(source.title)}"
        for slot in COUNT_SLOTS:
            for account in (a for a in own if a.slot == slot):
                yield f"    {_account(account)}"
                yield f"      {account.span.start}-{account.span.end} {shown(account.words)}"


def _account(account: Account) -> str:
    whom = account.whom
    people = " ".join(part for part in (whom.cls, whom.age, whom.sex) if part)
    mark = _MARKS.get(account.standing)
    told = f"{account.slot} {told_bounds(account.low, account.high)} {people} · {_speaker(account)}"
    return f"{told} · {mark}" if mark else told


def _speaker(told: Account | Blame) -> str:
    return f"{told.speaker_kind}: {shown(told.speaker)}" if told.speaker else "own voice"


def _relations(incident: Incident) -> Iterator[str]:
    for relation in incident.relations:
        first, second = (_short(incident, n) for n in (relation.first, relation.second))
        yield f"  {relation.kind} of {relation.slot}: {first}; {second} ({_why(relation)})"


def _short(incident: Incident, place: int) -> str:
    account = incident.accounts[place]
    return f"{told_bounds(account.low, account.high)} {shown(account.report)}"


def _why(relation: Relation) -> str:
    return shown(relation.why)


def _blames(incident: Incident) -> Iterator[str]:
    for blame in incident.responsibility:
        told = stance_told(blame.stance, shown(blame.actor))
        yield f"  responsibility {told} · {_speaker(blame)} · {shown(blame.report)}"
        yield f"      {blame.span.start}-{blame.span.end} {shown(blame.words)}"


def _members(incident: Incident) -> Iterator[str]:
    for member in incident.members:
        tie = f"{member.score:.1f}: {shown(member.why)}" if member.score is not None else "alone"
        yield f"  event {member.event} of {shown(member.report)}, {member.salience}; {tie}"

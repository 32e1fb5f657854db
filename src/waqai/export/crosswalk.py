"""Waqai's event types as ACLED's classes, and how these must fit who acts and who is hit."""

from __future__ import annotations

from functools import cache
from typing import Final, NamedTuple

from waqai.export.parties import ARMED, CIVIL, CROWD, Pick, hurt
from waqai.lexicon.table import Row, read_table
from waqai.model.incident import Incident

_DEMONSTRATIONS: Final = frozenset(("Protests", "Riots"))
# People who act together without arms: a person alone who attacks has some.
_FOLK: Final = frozenset(("protesters", "civilians", "settlers"))


class Class(NamedTuple):
    """An incident as ACLED classes it; `actor` is the kind of who acts where nobody is named."""

    event_type: str
    sub_event_type: str
    actor: str | None = None


_MOB: Final = Class("Riots", "Mob violence")
_RIOT: Final = Class("Riots", "Violent demonstration")
_ATTACK: Final = Class("Violence against civilians", "Attack", "unknown")
EXCESSIVE: Final = "Excessive force against protesters"


@cache
def _rows() -> tuple[Row, ...]:
    columns = ("type", "when", "event_type", "sub_event_type", "actor")
    return tuple(read_table("waqai.export", "acled.tsv", columns))


def classified(incident: Incident, one: Pick | None, two: Pick | None) -> Class | None:
    """ACLED's class of what `one` does to `two`, None where it has none."""
    for row in _rows():
        if row.cells[0] == incident.type and _holds(row.cells[1], incident, one, two):
            return _fitting(
                Class(row.cells[2], row.cells[3], row.cells[4] or None), incident, one, two
            )
    return None


def _holds(condition: str, incident: Incident, one: Pick | None, two: Pick | None) -> bool:
    """Whether the condition of a row of the table holds; what is foiled needs a row of its own."""
    if condition == "foiled" or incident.status == "foiled":
        return condition == "foiled" and incident.status == "foiled"
    return {
        "": True,
        "hurt": bool(hurt(incident, "killed", "wounded")),
        "killed": bool(hurt(incident, "killed")),
        "arrested": bool(hurt(incident, "arrested")) or (two is not None and not two.thing),
        "weapons": bool(incident.weapons),
        "state": one is not None and one.kind in ("state", "state_forces"),
        "armed": two is not None and two.kind in ARMED,
        "crowd": two is not None and two.kind in CROWD,
    }[condition]


def _fitting(found: Class, incident: Incident, one: Pick | None, two: Pick | None) -> Class:
    """The class that ACLED's rules allow for such sides: a battle has two that bear arms, violence
    against civilians one that does, and a crowd that fights is a riot.
    """
    first, second = (_seen(pick, incident) for pick in (one, two))
    if found.sub_event_type == "Armed clash":
        if first in _FOLK or second in CROWD or (incident.type == "clash" and second in _FOLK):
            return _RIOT
        return _ATTACK if second in CIVIL and incident.type != "clash" else found
    if first in _FOLK and (
        found == _ATTACK or (incident.type, found.sub_event_type) == ("attack", EXCESSIVE)
    ):
        return _MOB
    return found


def _seen(pick: Pick | None, incident: Incident) -> str | None:
    """The kind of a side; people hurt where others clash are none."""
    if pick is None or (pick.party is None and incident.type == "clash"):
        return None
    return pick.kind


def disorder(found: Class) -> str:
    """ACLED's disorder type."""
    if found.event_type == "Strategic developments":
        return "Strategic developments"
    if found.sub_event_type == EXCESSIVE:
        return "Political violence; Demonstrations"
    if found.event_type in _DEMONSTRATIONS and found.sub_event_type != "Mob violence":
        return "Demonstrations"
    return "Political violence"

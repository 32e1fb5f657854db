"""What an incident needs an analyst for, in points that a queue is sorted by."""

from __future__ import annotations

import math
from collections.abc import Iterator

from waqai.model.incident import Incident
from waqai.model.line import Need

# A contradiction between sources outweighs a doubtful reading, which outweighs a missing value.
_DISPUTED = 3.0
_MISSING = 1.0
# Below this confidence a reading is doubtful; at none at all the doubt weighs as a dispute does.
_SURE = 0.75
# Points of a toll: 1 at one killed, 3.3 at nine, 6.7 at a hundred.
_A_DOUBLING = 1.0


def needs(incident: Incident, confidence: float, killed: int | None) -> tuple[Need, ...]:
    """The needs of an incident, the greatest first; `killed` is its best figure."""
    found = [Need(need.why, round(need.points, 2)) for need in _needs(incident, confidence, killed)]
    return tuple(sorted(found, key=lambda need: -need.points))


def _needs(incident: Incident, confidence: float, killed: int | None) -> Iterator[Need]:
    if incident.disputed:
        yield Need("disputed", _DISPUTED)
    if confidence < _SURE:
        yield Need("confidence", _DISPUTED * (_SURE - confidence) / _SURE)
    if killed:
        yield Need("toll", _A_DOUBLING * math.log2(1 + killed))
    if not incident.dates or incident.dates[0].assumed:
        yield Need("undated", _MISSING)
    if not incident.places or incident.places[0].value.lat is None:
        yield Need("unplaced", _MISSING)

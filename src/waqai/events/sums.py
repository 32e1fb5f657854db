"""Sums: counts that are no figure of one event, or not of one people."""

from __future__ import annotations

from datetime import date

from waqai.annotate.chart import Node
from waqai.events.scene import Scene
from waqai.events.telling import Draft
from waqai.events.words import since

# Tokens within which بين قتيل وجريح follows the people of whom it is told.
_BETWEEN = 3
# Days from which a date is a period that tolls are summed over.
_LONG = 20
# Counts of a sentence among which its sum is looked for.
_MOST = 8


def is_divided(scene: Scene, order: int) -> bool:
    """Whether a count is of killed and wounded together (30 شخصا بين قتيل وجريح)."""
    node = scene.counts[order]
    after = scene.counts[order + 1 : order + 2]
    return any(other.rule == "between" and 0 < other.i - node.j < _BETWEEN for other in after)


def is_subject(scene: Scene, node: Node) -> bool:
    """Whether the people counted are the subject of a verb that is no passive (اغتال مسلحون)."""
    first = node.value.who[0] if node.value.who else node.i
    told = [
        guess
        for party, held in scene.guesses_in(scene.sentence(node.i)).items()
        for guess in held
        if party.first == first and not guess.inner
    ]
    acts = any(g.role == "by" and g.how.startswith("subject.active") for g in told)
    return acts and not any(guess.role in ("to", "victim") for guess in told)


def is_summed(scene: Scene, node: Node, draft: Draft) -> bool:
    """Whether a count sums weeks or more (منذ مطلع العام قتل 90) and the event is news of a day.

    What a lead tells is the news, whatever period it names; one person alone is no sum.
    """
    number = scene.sentence(node.i)
    if draft.salience != "main" or number <= scene.lead:
        return False
    if draft.when is not None and _covers_weeks(draft.when.node):
        return False
    dates = scene.dates_in.get(number, ())
    lasting = any(_covers_weeks(one) and since(scene.keys, one.i, one.j) for one in dates)
    counts = scene.counts_in[number][:_MOST] if lasting else ()
    return any((one.value.high or one.value.low or 0) > 1 for one in counts)


def _covers_weeks(node: Node) -> bool:
    start, end = node.value.start, node.value.end
    if start is None or end is None:
        return False
    return (date.fromisoformat(end[:10]) - date.fromisoformat(start[:10])).days >= _LONG

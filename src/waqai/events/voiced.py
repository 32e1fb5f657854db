"""Voiced: bodies that are parties by who speaks for them or leads them."""

from __future__ import annotations

from waqai.annotate.actors.persons import LED, VOICE
from waqai.annotate.chart import Chart, Node
from waqai.events.keys import words_of


def voiced(chart: Chart, node: Node) -> Node:
    """The body for which a spokesman without a name speaks, else the actor itself.

    What it is the report tells where it names the body otherwise.
    """
    voice = _voice(chart, node, VOICE) if node.rule == "actor.office" else None
    return node if voice is None else _told_otherwise(chart, voice)


def spoken_for(chart: Chart) -> list[Node]:
    """The bodies for which people who are named speak, and armed groups that somebody heads.

    المتحدث باسم الجيش العقيد فلان, زعيم الحركة.
    """
    people = [node for node in chart.of("actor") if node.rule in ("actor.person", "actor.office")]
    voices = [_voice(chart, n, VOICE) for n in people if n.rule == "actor.person"]
    whole = (n for n in people if not any(chart.until(n.i, "trigger")))
    voices += [_voice(chart, node, LED) for node in whole]
    return [_told_otherwise(chart, voice) for voice in voices if voice is not None]


def _voice(chart: Chart, node: Node, tag: str) -> Node | None:
    """The body for which the one speaks, or which he heads, whom a node names."""
    voices = (n for k in range(node.i + 1, node.j) for n in chart.at(k, tag) if n.j <= node.j)
    return next(voices, None)


def _told_otherwise(chart: Chart, voice: Node) -> Node:
    """A body that somebody speaks for, as the report names it elsewhere."""
    key = words_of(chart.doc, voice.i, voice.j, voice.skip)
    told = (n for n in chart.of("actor") if words_of(chart.doc, n.i, n.j, n.skip) == key)
    value = next((n.value for n in told), voice.value)
    return Node(
        voice.kind, voice.i, voice.j, value, voice.rule, voice.parts, voice.skip, voice.cut,
        voice.reading,
    )  # fmt: skip

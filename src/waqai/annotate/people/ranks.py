"""Of whose ranks people were: قتل من جانب الحشد ثمانية أشخاص, جرح في صفوف الجيش ثلاثة."""

from __future__ import annotations

from typing import Final

import msgspec

from waqai.annotate.chart import Node
from waqai.annotate.people.classes import of_member
from waqai.annotate.people.counted import Counted
from waqai.annotate.people.scan import Scan
from waqai.annotate.people.tables import CONTEXT_TAG, particles

_HARM: Final = frozenset(("killed", "wounded", "arrested"))


def ranked(scan: Scan, node: Node) -> Counted | None:
    """The people right behind a body in whose ranks harm is told, None where they are of no such.

    Only people without a class of their own take that of the body.
    """
    value: Counted = node.value
    body = scan.actor_until.get(node.i)
    if body is None or node.skip or body.skip or value.slot is not None or value.cls != "unknown":
        return None
    if " ".join(scan.keys[max(body.i - 2, 0) : body.i]) not in particles("ranks"):
        return None
    harm = scan.before(body.i - 2, CONTEXT_TAG)
    if harm is None or harm.value.slot not in _HARM:
        return None
    cls = of_member(body.value.kind)
    return msgspec.structs.replace(value, cls=cls, context=harm.value.slot)

"""Days told twice: as they were said, and as the paper of the next morning counts them."""

from __future__ import annotations

import msgspec

from waqai.annotate.dates.cursor import Cursor, Found
from waqai.annotate.dates.pieces import piece
from waqai.annotate.dates.spec import Named


def restated(cur: Cursor, head: Found, j: int, close: str) -> Found | None:
    """اليوم «أمس»: a day as it was said, and in brackets or quotation marks the same day as the
    paper of the morning after counts it, up to the mark `close`.
    """
    spec = head.spec
    if not isinstance(spec, Named) or spec != Named(offset=spec.offset, unit="day", part=spec.part):
        return None
    other = piece(cur, j, ("today", "offset"), first=False)
    if other is None or cur.key(other.j) != close:
        return None
    meant = other.spec
    if not isinstance(meant, Named) or meant != Named(offset=meant.offset, unit="day"):
        return None
    made = msgspec.structs.replace(spec, offset=meant.offset)
    return head._replace(j=other.j + 1, spec=made, rule="date.joined")

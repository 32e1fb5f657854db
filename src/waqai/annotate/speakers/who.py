"""Who: the speaker that is found beside a verb of saying, or where was told before."""

from __future__ import annotations

from typing import NamedTuple

from waqai.annotate.chart import Node


class Who(NamedTuple):
    """Who says it, None where nobody is told; the tokens of verb and speaker [first, last); and
    whether but a pronoun in the verb tells of them.
    """

    np: Node | None
    first: int
    last: int
    pronoun: bool = False

"""Days that a reading means, and how precisely and from what they are known."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from waqai.model.codes import Basis, Grain
from waqai.model.values import DateValue


class Days(NamedTuple):
    """First and last day, how precisely the words say it, and from what it is known."""

    first: date
    last: date
    grain: Grain
    basis: Basis

    def value(self) -> DateValue:
        """As a value."""
        return DateValue(self.first.isoformat(), self.last.isoformat(), self.grain, self.basis)

"""The extractor as commands use it: one process reads many reports and ends."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from waqai.events.extract import Extractor

# Nodes of a report go as soon as it is done, without the collector: what it walks are words that
# are held for the next report. It looks for the rest seldom.
_SELDOM = 500_000


def extractor() -> Extractor:
    """The extractor with its tables, which the collector then never walks again."""
    gc.disable()
    from waqai.events.extract import Extractor

    made = Extractor()
    gc.freeze()
    gc.set_threshold(_SELDOM, 20, 50)
    gc.enable()
    return made

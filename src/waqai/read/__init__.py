"""Reading: bytes of any kind in, reports out. Time and source enter Waqai only here."""

from waqai.read.received import Received
from waqai.read.sources import again, receive, reports

__all__ = ["Received", "again", "receive", "reports"]

"""A process that reads a file into a database and links it, to be killed: killed.py FILE DB."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))


def main(file: str, path: str) -> None:
    """Read the file, then link."""
    from tests.link.build import extract
    from waqai.model.making import singly
    from waqai.read import receive
    from waqai.store.database import open_database
    from waqai.store.ingest import ingest
    from waqai.store.linking import link

    with open_database(path, write=True) as database:
        for _ in ingest(database, receive(file), singly(extract)):
            pass
        for _ in link(database):
            pass


if __name__ == "__main__":
    main(*sys.argv[1:])

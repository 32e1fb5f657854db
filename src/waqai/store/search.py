"""Full text: an FTS5 table over the index words of each report's current version."""

from __future__ import annotations

from typing import NamedTuple

from sqlalchemy import Connection, text

from waqai.store.words import Wanted, index_words, shorter, wanted

# rowid is version.id. The words are folded already: the tokenizer has only to split at spaces.
CREATE = "CREATE VIRTUAL TABLE search USING fts5(words, tokenize='unicode61 remove_diacritics 0')"
_INSERT = "INSERT INTO search (rowid, words) VALUES (?, ?)"
_DELETE = text("DELETE FROM search WHERE rowid = :version")
_KNOWN = text("SELECT 1 FROM search WHERE search MATCH :query LIMIT 1")
_VERSIONS = text("SELECT rowid FROM search WHERE search MATCH :query ORDER BY rowid")
_SEARCH = text(
    "SELECT version.id, report.key, version.published, version.outlet, version.title, version.body"
    " FROM search JOIN version ON version.id = search.rowid"
    " JOIN report ON report.id = version.report_id"
    " WHERE search MATCH :query ORDER BY search.rank, report.key LIMIT :most"
)


class Hit(NamedTuple):
    """A report that a search found; the best first."""

    version: int
    report: str
    published: str | None
    outlet: str | None
    title: str | None
    body: str


def put_in(connection: Connection, version: int, words: str) -> None:
    """Index a version by its text."""
    put_in_all(connection, [(version, index_words(words))])


def put_in_all(connection: Connection, rows: list[tuple[int, str]]) -> None:
    """Index versions by their index words, at least one."""
    connection.exec_driver_sql(_INSERT, rows)


def take_out(connection: Connection, version: int) -> None:
    """Remove a version that is no longer the current one."""
    connection.execute(_DELETE, {"version": version})


def search(connection: Connection, query: str, most: int) -> list[Hit]:
    """The current versions that have every word of `query`, at most `most`; [] for no words."""
    match = _matches(connection, query)
    if not match:
        return []
    rows = connection.execute(_SEARCH, {"query": match, "most": most})
    return [Hit(*row) for row in rows]


def versions_with(connection: Connection, query: str) -> list[int]:
    """The current versions that have every word of `query`; none for no words."""
    match = _matches(connection, query)
    return list(connection.execute(_VERSIONS, {"query": match}).scalars()) if match else []


def _matches(connection: Connection, query: str) -> str:
    return " AND ".join(_match(connection, item) for item in wanted(query))


def _match(connection: Connection, item: Wanted) -> str:
    """The index's query for an item; a word that no text has is sought without its clitics."""
    match = _query(item)
    known = connection.execute(_KNOWN, {"query": match}).first() is not None
    less = () if known else shorter(item).words
    return _query(Wanted(less, item.phrase)) if less else match


def _query(item: Wanted) -> str:
    """An FTS5 expression; index words hold letters and digits only."""
    if item.phrase:
        return f'"{" ".join(item.words)}"'
    return "(" + " OR ".join(f'"{word}"' for word in item.words) + ")"


def count(connection: Connection) -> int:
    """How many versions are indexed."""
    return int(connection.execute(text("SELECT count(*) FROM search")).scalar_one())

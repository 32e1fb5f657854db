"""What hangs together with some events by the ties kept and by judgements."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from sqlalchemy import BindParameter, Connection, bindparam, select

from waqai.store import schema
from waqai.store.unlinking import chunks
from waqai.store.web import Judged, Web

_t = schema.telling.c
_tie = schema.tie.c
_IDS: BindParameter[Iterable[int]] = bindparam("ids", expanding=True)
_KEYED = select(_t.key, _t.id).where(_t.id.in_(_IDS))
_TIES = select(_tie.a, _tie.b, _tie.score).where(_tie.a.in_(_IDS))
_BESIDE = (select(_tie.b).where(_tie.a.in_(_IDS)), select(_tie.a).where(_tie.b.in_(_IDS)))


class Beside:
    """Asks the database for what is tied to events or judged the same."""

    def __init__(self, connection: Connection, judged: Judged) -> None:
        self._connection = connection
        self._judged = judged
        self._same: dict[int, list[int]] = {}
        for a, b in judged.same:
            self._same.setdefault(a, []).append(b)
            self._same.setdefault(b, []).append(a)

    def of(self, rows: Collection[int]) -> set[int]:
        """What is next to some events."""
        found = {b for a in rows for b in self._same.get(a, ())}
        for chunk in chunks(rows):
            for query in _BESIDE:
                found.update(self._connection.execute(query, {"ids": chunk}).scalars())
        return found

    def web(self, rows: Iterable[int]) -> Web:
        """All that can be reached from some events, and the ties among it."""
        reached = set(rows)
        todo = set(reached)
        while todo:
            todo = self.of(todo) - reached
            reached |= todo
        keyed: list[tuple[str, int]] = []
        for chunk in chunks(reached):
            keyed += map(tuple, self._connection.execute(_KEYED, {"ids": chunk}))
        keyed.sort()
        web = Web((row for _, row in keyed), self._judged)
        for chunk in chunks(reached):
            for a, b, score in self._connection.execute(_TIES, {"ids": chunk}):
                web.tie(a, b, score)
        return web

"""Names as people write them, to those of Waqai: of countries, of provinces, of actors.

Each is a mapping from a folded name to what the incidents of a database bear. A folded name is
without case too.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlalchemy import Connection


def folded(name: str) -> str:
    """A name without case, accents and the marks by which transcriptions differ: 'Asir, Asir."""
    import unicodedata

    from waqai.text.fold import fold_key

    bare = (c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    letters = "".join(c if c.isalnum() else " " for c in "".join(bare) if c not in _SILENT)
    return " ".join(fold_key(letters).casefold().split())


# Marks inside transcribed words.
_SILENT = frozenset("'\u2018\u2019\u02bb\u02bc\u02be\u02bf`")


def countries() -> Mapping[str, str]:
    """Countries by code, by English and Arabic name, and by names that reports give them."""
    from waqai.annotate.actors.tables import aliases
    from waqai.export.phrases import countries as listed

    found: dict[str, str] = {}
    for code, country in listed().items():
        for name in (code, country.iso3, country.english, country.arabic):
            found.setdefault(folded(name), code)
    for key, actor in aliases().items():
        if actor.kind == "state" and actor.use == "state" and actor.country:
            found.setdefault(folded(key), actor.country)
    return found


def provinces() -> Mapping[str, str]:
    """First-level units by English and Arabic name."""
    from waqai.annotate.places.gazetteer import gazetteer

    return {folded(spot.english): spot.english for spot in gazetteer().provinces()}


def province_in_arabic(value: str) -> str | None:
    """The first-level unit of an Arabic name."""
    from waqai.annotate.places.gazetteer import gazetteer
    from waqai.text.fold import fold_key

    keys = fold_key(value).split()
    found = gazetteer().longest(keys, 0, keys[0]) if keys else None
    if found is None or found[0] < len(keys):
        return None
    spots = gazetteer().spots(found[1])
    return next((spot.english for spot in spots if spot.kind == "province"), None)


def provinces_told(connection: Connection) -> Mapping[str, str]:
    """The first-level units of a database's incidents."""
    from sqlalchemy import select

    from waqai.store.schema import incident

    column = incident.c.admin1
    told = connection.execute(select(column).distinct().where(column.is_not(None))).scalars()
    return {folded(name): name for name in told}


def actors() -> Mapping[str, str]:
    """Actors of the tables by id, English name and Arabic names."""
    from waqai.annotate.actors.tables import aliases, named

    found = {folded(key): key for key in named()}
    for key, actor in named().items():
        found.setdefault(folded(actor.name), key)
    for alias, actor in aliases().items():
        found.setdefault(folded(alias), actor.id)
    return found


def actors_told(connection: Connection) -> Iterator[tuple[str, str, bool]]:
    """Actors of a database: folded name or id, what incidents bear, whether a person's own name."""
    from sqlalchemy import select

    from waqai.store.schema import side

    s = side.c
    wanted = select(s.name, s.actor, s.kind).distinct().order_by(s.name, s.actor)
    for name, actor, kind in connection.execute(wanted):
        yield folded(name), actor or name, actor is None and kind == "person"
        if actor is not None:
            yield folded(actor), actor, False

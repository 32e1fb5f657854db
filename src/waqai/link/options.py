"""Dates, places, parties and responsibility of an incident: what reports give, best first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, Literal

from waqai.annotate.places.values import is_seat
from waqai.link.nearness import distance
from waqai.link.piece import Piece
from waqai.link.sites import by_harm, hurt_there
from waqai.link.times import ordinal
from waqai.model.codes import Grain
from waqai.model.event import Side, Where
from waqai.model.incident import Blame, DateOption, Party, PlaceOption
from waqai.model.values import PlaceValue
from waqai.text.fold import fold_key

# First and last day, grain, whether it is assumed.
_Day = tuple[str, str, Grain, bool]
# The place in `_KINDS` of a town, down to which spots are one as another.
_SPOT: Final = 2
# ACLED's code of a place that is near what is named.
_ABOUT: Final = 2
# Kilometres within which places tell of one another.
_CLOSE_KM: Final = 15.0
# How near the ground a kind of place is, the nearest first.
_KINDS: Final = ("point", "district", "town", "area", "province", "country", "region")


def dates(pieces: Sequence[Piece], sources: Mapping[str, int]) -> tuple[DateOption, ...]:
    """Every date given, the stated before the assumed, then the more precise.

    Of equals what more independent sources give comes first, then what is read most surely, then
    the earlier. News that gives no date is assumed to be of the day of its publication.
    """
    found: dict[_Day, list[str]] = {}
    surest: dict[_Day, float] = {}
    for piece in pieces:
        day, when = _day(piece), piece.event.when
        if day is not None:
            found.setdefault(day, []).append(piece.report.id)
            surest[day] = max(surest.get(day, 0.0), when.confidence if when else 0.0)
    ranked = sorted(found, key=lambda k: (*_vague(k), -_support(found[k], sources), -surest[k], k))
    return tuple(DateOption(*key, _once(found[key])) for key in ranked)


def _day(piece: Piece) -> _Day | None:
    """Days of a date; its hours and parts are not what reports differ in."""
    when = piece.event.when
    if when is None or when.value.start is None:
        news = piece.event.salience == "main" and piece.event.status != "planned"
        published = (piece.report.published or "")[:10] if news else ""
        return (published, published, "day", True) if published else None
    value = when.value
    grain: Grain = "day" if value.grain in ("minute", "hour", "part_of_day") else value.grain
    return (value.start or "")[:10], (value.end or "")[:10], grain, when.assumed is not None


def _vague(key: _Day) -> tuple[bool, int]:
    first, last = ordinal(key[0]), ordinal(key[1])
    return key[3], (last or 0) - (first or 0)


def places(
    pieces: Sequence[Piece], sources: Mapping[str, int], first: Mapping[str, int]
) -> tuple[PlaceOption, ...]:
    """Every place given: the located first, those in the country of most, those beside which people
    are told hurt, the nearer the ground; `first` is the place of an event's first account.

    Of equals what more independent sources give comes first, then what they give by the people
    hurt, then what they give first.
    """
    found: dict[str, list[tuple[str, int, Where]]] = {}
    hurt: dict[str, list[int]] = {}
    for piece in pieces:
        for n, where in enumerate(by_harm(piece.event)):
            found.setdefault(_spot(where.value), []).append((piece.report.id, n, where))
        for where, number in hurt_there(piece):
            hurt.setdefault(_spot(where.value), []).append(first[piece.event.id] + number)
    home = _home(where.value for told in found.values() for _, _, where in told)
    options = []
    for spot, told in found.items():
        value, there = told[0][2].value, tuple(hurt.get(spot, ()))
        abroad = home is not None and value.country not in (home, None)
        near = (not there, _height(value), -_weight(told, sources), -_around(value, found, sources))
        rank = (value.lat is None, abroad, *near, value.name)
        option = PlaceOption(value, _once(report for report, _, _ in told), hurt=there)
        options.append((rank, option))
    return tuple(option for _, option in sorted(options, key=lambda pair: pair[0]))


def _spot(value: PlaceValue) -> str:
    """What tells a place from others; a village that no table holds is told by its name."""
    if value.kind == "town" and _is_as_written(value):
        return f"{value.country} {fold_key(value.name)}"
    return f"{value.country} {value.name} {value.lat} {value.lon}"


def _is_as_written(value: PlaceValue) -> bool:
    """Whether no table holds a place, so that it is named as written."""
    return any("\u0620" <= letter <= "\u064a" for letter in value.name)


def _around(
    value: PlaceValue, found: Mapping[str, list[tuple[str, int, Where]]], sources: Mapping[str, int]
) -> int:
    """Independent sources that give a place close to this one, or this one."""
    return len(
        {
            sources[report]
            for told in found.values()
            if _is_close(value, told[0][2].value)
            for report, _, _ in told
        }
    )


def _is_close(value: PlaceValue, other: PlaceValue) -> bool:
    """Whether two places lie close together."""
    if value.lat is None or value.lon is None or other.lat is None or other.lon is None:
        return False
    return distance(value.lat, value.lon, other.lat, other.lon) <= _CLOSE_KM


def _home(told: Iterable[PlaceValue]) -> str | None:
    """The country of more than half of the places, None where there is none."""
    countries = Counter(value.country for value in told if value.country)
    country, most = max(countries.items(), key=lambda item: item[1], default=(None, 0))
    return country if 2 * most > countries.total() else None


def _height(value: PlaceValue) -> int:
    """How far from the ground: a spot, what may be the province, what is around it.

    A spot that is told by what is around it is as far as that, but for a village of the tables, by
    which its surroundings are told (أطراف بلدة سرمين).
    """
    height = max(_KINDS.index(value.kind), _SPOT)
    if height == _SPOT and value.acled_precision == _ABOUT and not _is_as_written(value):
        return _SPOT + 1
    around = (value.acled_precision or 3) - 1
    return max(height + is_seat(value), _SPOT + 1 + around if around else 0)


def _weight(told: Iterable[tuple[str, int, Where]], sources: Mapping[str, int]) -> float:
    """Independent sources that give a place, one that gives it among others as part of a source."""
    best: dict[int, float] = {}
    for report, n, _ in told:
        best[sources[report]] = max(best.get(sources[report], 0.0), 1 / (1 + n))
    return sum(best.values())


def parties(
    pieces: Iterable[Piece], role: Literal["by", "to"], sources: Mapping[str, int]
) -> tuple[Party, ...]:
    """Who acts or is acted on, what more independent sources give first."""
    found: dict[str, list[str]] = {}
    sides: dict[str, Side] = {}
    for piece in pieces:
        for side in piece.event.by if role == "by" else piece.event.to:
            key = side.id or fold_key(side.name)
            sides.setdefault(key, side)
            found.setdefault(key, []).append(piece.report.id)
    ranked = sorted(found, key=lambda k: (-_support(found[k], sources), k))
    return tuple(
        Party(sides[key].name, sides[key].id, sides[key].kind, sides[key].text, _once(found[key]))
        for key in ranked
    )


def responsibility(pieces: Iterable[Piece]) -> tuple[Blame, ...]:
    """Every claim, denial and accusation, in the order of its telling."""
    return tuple(blame for piece in pieces for blame in _blames(piece))


def _blames(piece: Piece) -> Iterator[Blame]:
    for told in piece.event.responsibility:
        speaker = told.speaker
        yield Blame(
            told.actor,
            told.actor_id,
            told.stance,
            speaker.name if speaker else None,
            speaker.kind if speaker else "own_voice",
            piece.report.id,
            piece.event.id,
            piece.report.published,
            told.span,
            told.text,
        )


def kinds(values: Iterable[str]) -> tuple[str, ...]:
    """Values once each, sorted."""
    return tuple(sorted(set(values)))


def _once(reports: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(reports))


def _support(reports: Iterable[str], sources: Mapping[str, int]) -> int:
    """How many independent sources some reports are."""
    return len({sources[report] for report in reports})

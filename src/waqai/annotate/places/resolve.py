"""Which of the places of one name is meant: scores with reasons, the runners-up kept."""

from __future__ import annotations

import math
from collections.abc import Collection, Sequence
from typing import Final

from mypy_extensions import mypyc_attr

from waqai.annotate.places.context import Context
from waqai.annotate.places.gazetteer import PLAIN, Gazetteer, Spot, gazetteer
from waqai.annotate.places.geometry import distance
from waqai.annotate.places.sites import Site, bearers
from waqai.annotate.places.words import nouns
from waqai.model.codes import PlaceKind

# Weights of the reasons, set on reports by hand; a unit is one step of importance.
_COUNTRY: Final = 7.0
_CONTAINED: Final = 7.0
_NOT_CONTAINED: Final = -4.0
_NEAR: Final = 4.0
_NEAR_KM: Final = 60.0
# The same for the town or the countryside that the words put around it.
_BY: Final = 3.0
_BY_KM: Final = 20.0
_REGION: Final = 2.0
# What a head noun of a kind says for and against a place of a kind.
_FITS: Final[dict[PlaceKind, dict[PlaceKind, float]]] = {
    "province": {"province": 5.0, "town": -1.0},
    "town": {"town": 2.0, "province": -3.0, "area": -1.0, "country": -6.0, "region": -6.0},
    "district": {"district": 3.0},
    "area": {"area": 2.5},
    "point": {"point": 3.0, "country": -6.0},
    "country": {"country": 5.0},
    "region": {},
}
# A bare name means the town before the unit that bears its name.
_BARE: Final[dict[PlaceKind, float]] = {
    "town": 1.8,
    "province": -0.6,
    "area": -0.8,
    "district": -0.5,
}
# A country's name means its capital only where a head noun says so (الجزائر, تونس).
_CAPITAL: Final = 4.0
# A village that bears a city's name is meant only where the words say a village.
_OUTSHONE: Final = 4.0
_GAP: Final = 4
_CITY: Final = 6
_WORLD: Final = 7
_WITHIN_KM: Final = 45.0
# A town of this weight or less holds nothing further away.
_TOWNLET: Final = 4
_TOGETHER_KM: Final = 60.0
# A place of some weight that is told to be on a side of another may be this far from it.
_BESIDE_KM: Final = 150.0
_KNOWN: Final = 3
# A place this near to the seat of a province is meant though it lies in the next one: outlets and
# tables draw borders otherwise.
_BORDER_KM: Final = 60.0
# Kilometres from the middle of a town within which its quarters lie.
_QUARTER_KM: Final = 25.0
# Places of this weight are not doubted where the words seem to put them elsewhere: bare, and
# behind a head noun that any place may have.
_GREAT: Final = 5
_GREATEST: Final = 7
# What many towns have by the same name.
_OF_TOWNS: Final = ("point", "district")
# What no quarter is.
_BIG: Final = ("province", "country")
# A small place this far from all others of the report is another one of its name.
_FAR_KM: Final = 100.0
# A village that is spelt with the article where the words have none, or the other way round.
_SPELT: Final = 1.5
# A country with less of the votes does not hold a building that bears its name.
_ABOUT: Final = 0.4
# A country with less of the votes is hardly one of the report.
_HARDLY: Final = 0.05
# A lead over the next one by this much leaves no doubt.
SURE_LEAD: Final = 2.5


@mypyc_attr(acyclic=True)
class Scored:
    """A place that a name could be, with its score."""

    __slots__ = ("score", "spot")

    def __init__(self, score: float, spot: Spot) -> None:
        self.score = score
        self.spot = spot


def scored(
    site: Site,
    context: Context,
    table: Gazetteer,
    container: Spot | None,
    near_to: Spot | None = None,
) -> list[Scored]:
    """The bearers of the site's name, best first; scores only tell them apart.

    `near_to` is where exactly the container lies, of those that are no wider than a countryside.
    """
    if site.name is None:
        return []
    own = bearers(site, table)
    others = _others(site, own, table) if near_to is not None else ()
    spots = [*own, *others]
    if len(spots) == 1:
        return [Scored(0.0, spots[0])]
    state = spots[0].country if spots[0].kind == "country" and not _is_town_named(site) else ""
    city = next((spot for spot in spots if spot.kind == "town"), None)
    fits, around = _fits(site), context.around(site.k)
    outshone = city is not None and container is None and _means_city(site)
    told = container is not None or site.hint is not None
    alone = site.head is None and container is None
    # What tells of a province tells as much of it as of its seat.
    units = [spot.row for spot in spots if spot.kind == "province"]
    hamlets = alone and bool(units)
    found = []
    for spot in spots:
        score = spot.importance + _COUNTRY * context.share(spot.country)
        score += fits.get(spot.kind, 0.0)
        if told:
            score = _placed(score, site, spot, container)
        if near_to is not None:
            score += _BY * math.exp(-_apart(spot, near_to) / _BY_KM)
        within = bool(state) and spot.country == state and spot.kind != "country"
        if around and not within:
            # A bearer that is sure elsewhere tells as much of itself as of what lies where it does.
            score += _NEAR * math.exp(-_nearest(spot, around) / _NEAR_KM)
        if within:
            score -= _CAPITAL
        elif spot.region in context.regions and spot.region not in units:
            score += _REGION
        if (outshone and city and _is_outshone(spot, city)) or (
            hamlets and _is_hamlet(spot, spots)
        ):
            score -= _OUTSHONE
        if spot in others:
            score -= _SPELT
        found.append((-score, spot.row, spot))
    found.sort()
    return [Scored(-score, spot) for score, _, spot in found]


def _others(site: Site, own: Sequence[Spot], table: Gazetteer) -> Sequence[Spot]:
    """The villages whose name has the article where that of a village is written without, or the
    other way round.
    """
    village = site.head is not None and site.head.kind == "town" and not site.part
    if not village or site.name is None or own[0].importance > _KNOWN:
        return ()
    other = table.other(site.name)
    found = table.spots(other) if other is not None else ()
    return [spot for spot in found if spot.kind == "town" and spot.importance <= _KNOWN]


def _is_town_named(site: Site) -> bool:
    """Whether a head noun says that the town is meant, not the country of its name."""
    return site.head is not None and not site.part and site.head.kind in ("town", "point")


def _means_city(site: Site) -> bool:
    """Whether a name alone or behind مدينة stands for the best known of its bearers."""
    if site.head is None or not site.parts:
        return site.head is None
    reading = site.parts[0].reading
    return reading is not None and reading.stem == "مدينه"


def _is_outshone(spot: Spot, city: Spot) -> bool:
    """Whether a known city bears the name of a smaller place: one of the same country, or one
    that the world knows.
    """
    gap = city.importance - spot.importance
    if city.country != spot.country:
        return city.importance >= _WORLD and gap >= _GAP
    return (gap >= _GAP or (city.importance >= _CITY and gap >= 2)) and spot.kind == "town"


def _is_hamlet(spot: Spot, spots: Sequence[Spot]) -> bool:
    """Whether a place is a village by whose name alone its country's province is known."""
    return spot.kind == "town" and any(
        unit.kind == "province" and unit.country == spot.country
        and unit.importance - spot.importance > _GAP
        for unit in spots
    )  # fmt: skip


def lead(ranking: list[Scored]) -> float:
    """How far the first is before the next one that lies elsewhere (a town and its province lie
    together); SURE_LEAD where there is no other.
    """
    best = ranking[0]
    for other in ranking[1:]:
        if _apart(best.spot, other.spot) > _TOGETHER_KM:
            return best.score - other.score
    return SURE_LEAD


def _placed(score: float, site: Site, spot: Spot, container: Spot | None) -> float:
    """The score with what the words beside the name say of where the place lies."""
    if container is not None:
        score += _CONTAINED if inside(spot, container) else _NOT_CONTAINED
    if site.hint is not None:
        score += _CONTAINED if spot.country == site.hint else _NOT_CONTAINED
    return score


def _fits(site: Site) -> dict[PlaceKind, float]:
    """What the words before a name say for and against each kind."""
    if site.rule == "seat":
        return _FITS["province"]
    if site.rule == "side of a place" and site.head is not None and site.head.kind == "town":
        return _FITS["town"] if site.part else _FITS[site.head.kind]
    around = site.part and (site.head is None or "s" in site.head.traits)
    return _BARE if site.head is None or around else _FITS[site.head.kind]


def inside(spot: Spot, container: Spot) -> bool:
    """Whether a place lies in (or close to) another."""
    if spot.row == container.row:
        return False
    if container.kind == "country":
        return spot.country == container.country
    if container.kind == "province":
        if spot.region >= 0:
            return spot.region == container.row
        return spot.country == container.country and _apart(spot, container) < 3 * _WITHIN_KM
    if container.wide:
        return spot.country == container.country and _apart(spot, container) < _BESIDE_KM * 2
    same = spot.region >= 0 and spot.region == container.region
    far = same and not (container.kind == "town" and container.importance <= _TOWNLET)
    return spot.county == container.row or _apart(spot, container) < (2 if far else 1) * _WITHIN_KM


def outside(spot: Spot, container: Spot, beside: bool = False) -> bool:
    """Whether a place cannot be in a container, whatever the words; or, where they say only that
    it is on one side of it (مأرب شرقي صنعاء), cannot be anywhere near.
    """
    if spot.country != container.country and container.country.isalpha():
        return not (beside and _apart(spot, container) < _WITHIN_KM)
    if container.kind == "country":
        return False
    if container.kind == "province":
        elsewhere = spot.region >= 0 and spot.region != container.row
        return elsewhere and _apart(spot, container) > _BORDER_KM
    if beside and spot.importance >= _KNOWN:
        return _apart(spot, container) > _BESIDE_KM
    if spot.kind == "district" and container.kind == "town" and not beside:
        return _apart(spot, container) > _QUARTER_KM
    if spot.region >= 0 and spot.region == container.region:
        small = container.kind == "town" and container.importance <= _TOWNLET
        return small and not beside and _apart(spot, container) > _WITHIN_KM
    return _apart(spot, container) > (3 * _BESIDE_KM if container.wide else 2 * _WITHIN_KM)


def _apart(spot: Spot, other: Spot) -> float:
    return distance(spot.lat, spot.lon, other.lat, other.lon)


def _nearest(spot: Spot, others: Collection[Spot]) -> float:
    """How far the nearest of some places is."""
    found = math.inf
    for other in others:
        away = _apart(spot, other)
        if away < found:
            found = away
    return found


def believable(site: Site, best: Spot, context: Context, contained: bool) -> bool:
    """Whether the words name a place at all: rare and common words need a reason."""
    share = context.share(best.country) if best.country.isalpha() else 1.0
    if site.head is not None and (not site.part or "s" not in site.head.traits):
        return _plausible(site, best, context, contained, share)
    if site.trust != PLAIN and not contained:
        least = 0.25 if best.kind == "country" else 0.4
        if best.kind == "country" and site.name and not site.name.key.startswith("ال"):
            least = 0.0
        told = best.importance >= 3 or _close(site, best, context)
        return site.located and share >= least and told
    if contained:
        return True
    if best.importance >= _KNOWN + 2:
        return site.located or share >= _HARDLY or not context.known or best.importance >= _WORLD
    bare = site.head is None and not (site.part or site.located) and site.j - site.i == 1
    if bare and best.importance <= _KNOWN and not context.seconded(site.name, best.country):
        return False
    if share < 0.2:
        likely = context.faint and site.located and best.importance >= 4
        return likely or not context.known
    return _plausible(site, best, context, contained, share)


def _plausible(site: Site, best: Spot, context: Context, contained: bool, share: float) -> bool:
    """Whether a headed name is this place, and not one of its name that no table holds."""
    whole = site.rule == "gazetteer" or not (best.wide or best.kind in _BIG)
    if site.head and site.head.kind == "district" and not whole:
        return False
    plain = site.trust == PLAIN and (site.name is None or site.name.flag == PLAIN)
    if contained or _is_alone(site, best) or _is_of_town(site, best):
        return True
    if _is_city(site, best):
        return True
    if not context.known or best.importance >= _WORLD:
        least = _KNOWN + 1 if site.head and site.head.kind == best.kind == "town" else _CITY
        return plain or best.importance >= least or share > 0
    if site.head and site.head.kind == best.kind == "province":
        return True
    if share < (0.03 if best.importance >= 5 else 0.12):
        return False
    if best.importance >= 5:
        return True
    near = context.nearest(site.k, best)
    if near is None:
        return best.importance >= _KNOWN or context.vouched(site.name, best.country)
    if near < _FAR_KM:
        return True
    # Nothing but the name itself speaks for its bearer in a report of another country.
    strange = context.main_country() not in (None, best.country)
    if strange and not context.vouched(site.name, best.country):
        return False
    if best.importance > _KNOWN or (best.importance == _KNOWN and best.kind not in _OF_TOWNS):
        return True
    return best.region in context.regions and near < 1.5 * _FAR_KM


def _is_city(site: Site, best: Spot) -> bool:
    """Whether مدينة stands before a city's name, which is meant wherever the report plays (عدوان
    إسرائيلي استهدف مدينة حمص).
    """
    named = site.head is not None and site.head.kind == best.kind == "town" and not site.part
    return named and site.trust == PLAIN and best.importance >= _CITY


def named_for(site: Site, table: Gazetteer, context: Context) -> bool:
    """Whether a building but bears the name of a country that the report is not about (مستشفى
    الكويت in Rafah).
    """
    if site.name is None or site.part or site.head is None or site.head.kind != "point":
        return False
    top = table.spots(site.name)[0]
    one = "m" not in site.head.traits and top.kind == "country" and site.hint is None
    return one and context.share(top.country) < _ABOUT


def _is_alone(site: Site, best: Spot) -> bool:
    """Whether a name of several words has one bearer, no village and no street or quarter."""
    name = site.name
    if name is None or best.importance < _KNOWN or best.kind in _OF_TOWNS:
        return False
    return " " in name.key and " " not in name.rows


def _is_of_town(site: Site, best: Spot) -> bool:
    """Whether a point that has no namesake bears the name of its town (سجن برج العرب)."""
    name = site.name
    if name is None or site.head is not None or best.kind != "point" or " " in name.rows:
        return False
    head, _, rest = name.key.partition(" ")
    town = gazetteer().named(rest) if rest and head in nouns() else None
    if town is None or town.flag != PLAIN:
        return False
    near = (spot for spot in gazetteer().spots(town) if spot.kind == "town")
    return any(_apart(best, spot) < _WITHIN_KM for spot in near)


def _close(site: Site, best: Spot, context: Context) -> bool:
    near = context.nearest(site.k, best)
    return best.region in context.regions or (near is not None and near < 60)


def doubtless(site: Site, best: Spot, container: Spot, context: Context) -> int:
    """The weight of a place that is not doubted where the words seem to put it elsewhere: a
    point or a quarter of a name may be anywhere, a headed place in another country too.
    """
    kind = site.head.kind if site.head is not None else best.kind
    if best.country == "" or not container.country.isalpha():
        return _GREAT
    if kind in _OF_TOWNS:
        return _GREATEST
    if site.head is None:
        return _GREAT
    share = context.share
    abroad = best.country != container.country
    return _GREATEST if abroad and share(container.country) >= share(best.country) else _GREAT

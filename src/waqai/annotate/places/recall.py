"""What a report named before: what bare nouns mean, and which place an unknown one lies at."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import islice
from typing import Final

from waqai.annotate.places.context import NEAR_TOKENS, Context
from waqai.annotate.places.gazetteer import PLAIN, Gazetteer, Name, Spot, far
from waqai.annotate.places.geometry import distance
from waqai.annotate.places.resolve import inside, outside
from waqai.annotate.places.sites import Site, is_common, is_origin, is_quarter
from waqai.annotate.places.surroundings import SMALL
from waqai.annotate.places.words import capitals
from waqai.text.document import Document

# Places before a bare noun (المطار) among which it may have been named.
_LOOK_BACK: Final = 40
# Places of a report among which a country or its capital may have been named: nearly every report
# has fewer.
_ALL: Final = 200
# What may be said to have a countryside or outskirts (ريفها).
_SURROUNDED: Final = ("town", "province", "area", "district")
# A place of this weight or more is told by its country's name in its sentence, which is one of so
# many places before it.
_TOLD: Final = 3
_VILLAGE: Final = 1
_BEFORE: Final = 4
# A country with more of the votes needs no telling.
_ABROAD: Final = 0.4
# Kilometres within which the bearers of a quarter's name are that quarter.
_QUARTER_KM: Final = 15.0
# Nouns that point back to what was named with them.
_NOUNS: Final = ("بلده", "قريه")
# A country with this part of the votes is one that the report is about.
AT_HOME: Final = 0.25
# A country with this part of the votes may hold an unknown place near one of its own.
_HOLDS: Final = 0.3
# Kilometres from a town within which a road there may be named for a village.
_ABOUT_KM: Final = 40.0
# Kilometres from a city within which a town may be told to lie on a side of it.
_BESIDE_KM: Final = 150.0


def is_town(site: Site) -> bool:
    """Whether a site names a town: bare, or behind مدينة."""
    return not site.part and (site.head is None or site.head.kind == "town")


class Recall:
    """The decided places of a document, asked by the number of a site."""

    def __init__(
        self,
        doc: Document,
        sites: Sequence[Site],
        spots: Mapping[int, Spot],
        context: Context,
        table: Gazetteer,
    ) -> None:
        self._doc = doc
        self._sites = sites
        self._spots = spots
        self._context = context
        self._table = table

    def pointed_at(self, n: int, noun: str) -> Spot | None:
        """The place that a bare noun means."""
        if noun == "capital":
            return self._capital(n)
        if noun == "strip":
            return self._strip()
        if noun == "country":
            return self._country(n)
        if noun in ("town", "province", "place"):
            return self._last_named(n, noun)
        return self._named_before(n, noun)

    def _capital(self, n: int) -> Spot | None:
        """The capital of the country that an adjective tells, else the one that was named last,
        else that of the report's country.
        """
        hint = self._sites[n].hint
        if hint is None:
            for m in self._before(n):
                spot = self._spots.get(m)
                if spot and spot == self._capital_of(spot.country):
                    return spot
        return self._capital_of(hint or self._context.main_country() or "")

    def _capital_of(self, country: str) -> Spot | None:
        key = capitals().get(country)
        found = self._table.longest(key.split(" "), 0, key.split(" ")[0]) if key else None
        towns = (s for s in self._table.spots(found[1]) if s.kind == "town") if found else ()
        return next((s for s in towns if s.country == country), None)

    def _country(self, n: int) -> Spot | None:
        """The country that an adjective tells, else the one of which most places are named, else
        the one named last, else that of the report (شمال البلاد).
        """
        country = self._sites[n].hint or self._most_named()
        if country is None:
            before = (self._spots[m] for m in self._before(n) if m in self._spots)
            named = next((spot.country for spot in before if spot.kind == "country"), None)
            country = named or self._context.main_country()
        return self._table.country(country) if country else None

    def _before(self, n: int) -> range:
        """The sites before one, the nearest first."""
        return range(n - 1, max(-1, n - _ALL), -1)

    def _most_named(self) -> str | None:
        """The country in which most of the towns and provinces of the document lie."""
        spots = islice(self._spots.values(), _ALL)
        within = (s for s in spots if s.kind not in ("country", "region"))
        named = Counter(spot.country for spot in within if spot.country.isalpha())
        return min(named, key=lambda code: (-named[code], code), default=None)

    def _strip(self) -> Spot | None:
        """The Gaza Strip, where the report is about Palestine."""
        if self._context.share("PS") < AT_HOME:
            return None
        found = self._table.longest(["قطاع", "غزه"], 0, "قطاع")
        return self._table.spots(found[1])[0] if found else None

    def _last_named(self, n: int, kind: str) -> Spot | None:
        """The last town named before site n, or the province that was named or holds it, or what
        has surroundings; first of the report's countries (not ميليشيات موالية لطهران).
        """
        abroad: Spot | None = self._of_noun(n) if kind == "town" else None
        if abroad is not None:
            return abroad
        for m in range(n - 1, max(-1, n - _LOOK_BACK), -1):
            spot = self._spots.get(m)
            if spot is None or not self._is_whole(m, kind):
                continue
            if not (spot.kind == kind or (kind == "place" and spot.kind in _SURROUNDED)):
                if kind != "province" or spot.region < 0:
                    continue
                spot = self._table.spot(spot.region)
            if self._context.share(spot.country) >= AT_HOME:
                return spot
            abroad = abroad or spot
        return abroad

    def _of_noun(self, n: int) -> Spot | None:
        """The village or townlet that was named with the noun that points back to it (بلدة كفرنبل
        for القرى المحيطة بالبلدة).
        """
        word = self._doc.keys[self._sites[n].j - 1]
        noun = next((noun for noun in _NOUNS if word.endswith(f"ل{noun}")), None)
        if noun is None:
            return None
        for m in range(n - 1, max(-1, n - _LOOK_BACK), -1):
            spot, site = self._spots.get(m), self._sites[m]
            reading = site.parts[0].reading if site.parts and not site.part else None
            if spot is not None and reading is not None and reading.stem == noun:
                return spot
        return None

    def _is_whole(self, m: int, kind: str) -> bool:
        """Whether site m names a place itself, or but what surrounds it (محيط ناحية عين عيسى)."""
        site = self._sites[m]
        around = kind == "place" and site.direction is None and site.noun is None
        return not site.part or (around and site.head is not None)

    def village(self, names: Sequence[Name], around: Spot) -> Spot | None:
        """The village of these names nearest to a town, None where there is none about it."""
        bearers = (spot for name in names for spot in self._table.spots(name))
        near = [
            (distance(spot.lat, spot.lon, around.lat, around.lon), spot.row, spot)
            for spot in bearers
            if spot.kind == "town"
        ]
        best = min(near, default=None)
        return best[2] if best is not None and best[0] < _ABOUT_KM else None

    def _named_before(self, n: int, noun: str) -> Spot | None:
        """The point of this noun that was named before, or that of the town named last."""
        for m in range(n - 1, max(-1, n - _LOOK_BACK), -1):
            spot, other = self._spots.get(m), self._sites[m]
            if spot is None or other.name is None:
                continue
            if other.name.key.startswith(f"{noun} ") and spot.kind == "point":
                return spot
            if is_town(other) and spot.kind in ("town", "province"):
                name = self._table.longest([noun, other.name.key], 0, noun)
                if name and name[0] == 2:
                    return self._table.spots(name[1])[0]
        return None

    def seat(self, n: int, country: str | None = None) -> Spot | None:
        """Where a body of the state sits: at the place that its sentence names, else the capital
        of its country, told or the report's.
        """
        near = self.nearest_named(n, here_only=True)
        if near is not None and country in (None, near.country):
            return near
        return self._capital_of(country or self._context.main_country() or "")

    def host(self, n: int) -> Spot | None:
        """Where an embassy stands: in the capital that its sentence names, else in that of the
        report's country, unless that is its own.
        """
        near = self.nearest_named(n, here_only=True)
        if near is not None and near == self._capital_of(near.country):
            return near
        home, site = self._context.main_country(), self._sites[n]
        found = self._table.longest(self._doc.keys, site.k, self._doc.keys[site.k])
        own = site.hint or (self._table.spots(found[1])[0].country if found else None)
        if home is None or home == own:
            return near or self.nearest_named(n)
        return self._capital_of(home) or near

    def nearest_named(self, n: int, *, here_only: bool = False) -> Spot | None:
        """The place named nearest in the sentence of site n, else (unless `here_only`) the last
        one before it.
        """
        at = self._sites[n].i
        before = self._named_within(range(n - 1, -1, -1), at)
        after = self._named_within(range(n + 1, len(self._sites)), at)
        told = [found for found in (before, after) if found is not None]
        here = [found for found in told if self._shares_sentence(found[0], at)]
        if here:
            return min(here, key=lambda found: abs(found[0] - at))[1]
        return before[1] if before and not here_only else None

    def is_namesake(self, n: int, best: Spot) -> bool:
        """Whether a hospital or market but shares its name with a unit or village that lies far
        from what its sentence tells (مستشفى الثورة بتعز).
        """
        site = self._sites[n]
        if best.kind == "point" or best.importance > SMALL or not is_common(site):
            return False
        near = self.nearest_named(n, here_only=True)
        return near is not None and outside(best, near)

    def is_only_quarter(self, site: Site, best: Spot) -> bool:
        """Whether حي stands before the sure name of a quarter which no other place of a country
        bears that the report is about (حي المزة).
        """
        if not is_quarter(site) or best.kind != "district" or site.name is None:
            return False
        if site.name.flag != PLAIN or site.j - site.k != 1 or best.importance < _TOLD:
            return False
        bearers = [s for s in self._table.spots(site.name) if s.country == best.country]
        quarters = [s for s in bearers if s.kind == "district" or far(s, best) < _QUARTER_KM]
        towns = [s for s in bearers if s.kind == "town" and s.importance > _VILLAGE]
        alone = len(quarters) == 1 and not towns
        return alone and self._context.share(best.country) > AT_HOME

    def is_told_abroad(self, n: int, best: Spot) -> bool:
        """Whether the sentence of a place names its country, which the report is not about (في
        سوريا استهدفت الغارات مواقع قرب مارع).
        """
        site, sentence = self._sites[n], self._doc.sentence_index
        if (
            not site.located
            or best.importance < _TOLD
            or self._context.share(best.country) > _ABROAD
        ):
            return False
        for m in range(n - 1, max(-1, n - _BEFORE), -1):
            other = self._sites[m]
            if sentence(other.i) != sentence(site.i):
                return False
            spot = self._spots.get(m)
            if spot is None and other.name is not None and other.trust == PLAIN:
                spot = self._table.spots(other.name)[0]
            if spot is not None and spot.kind == "country":
                return spot.country == best.country and not other.part
        return False

    def _shares_sentence(self, token: int, at: int) -> bool:
        return self._doc.sentence_index(token) == self._doc.sentence_index(at)

    def _named_within(self, sites: range, at: int) -> tuple[int, Spot] | None:
        """The first of the sites that can hold an unknown place, and its token."""
        for m in sites:
            spot, token = self._spots.get(m), self._sites[m].i
            if abs(token - at) > NEAR_TOKENS:
                return None
            if spot is not None and self._holds(spot) and not is_origin(self._doc.keys, token):
                return token, self._within(m, spot)
        return None

    def _within(self, m: int, spot: Spot) -> Spot:
        """The place right before a wider one that holds it (مديرية دمت بمحافظة الضالع), or before
        a side on which it lies (مدينة مأرب شرق صنعاء), else the one of site m.
        """
        inner, side = self._spots.get(m - 1), self._is_side(m)
        if inner is None or self._sites[m - 1].part:
            return spot
        if side and not inner.wide and inner.kind not in ("province", "region"):
            gap, apart = self._sites[m].i - self._sites[m - 1].j, far(inner, spot)
            return inner if gap <= 1 and apart < _BESIDE_KM else spot
        if spot.kind not in ("province", "area"):
            return spot
        near = self._sites[m].i - self._sites[m - 1].j <= 1
        joined = self._doc.keys[self._sites[m].i].startswith("و") and self._sites[m].skip > 0
        return inner if near and not joined and inside(inner, spot) else spot

    def _is_side(self, m: int) -> bool:
        """Whether site m is a side of a place or its countryside, in which something may lie."""
        site = self._sites[m]
        joined = self._doc.keys[site.i].startswith("و") and site.skip > 0
        return site.part and site.noun is None and not joined

    def is_home(self, spot: Spot) -> bool:
        """Whether a place lies in a country that the report is about."""
        return self._context.share(spot.country) >= AT_HOME

    def _holds(self, spot: Spot) -> bool:
        """Whether an unknown place may be said to lie at this one."""
        return not spot.wide and self._context.share(spot.country) >= _HOLDS

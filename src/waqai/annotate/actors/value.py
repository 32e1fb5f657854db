"""Values of actors from rows, heads and adjectives."""

from __future__ import annotations

from typing import Final, Literal

from waqai.annotate.actors.rows import Head, Named, Nisba
from waqai.annotate.actors.tables import adjectives, named
from waqai.model.codes import ActorKind
from waqai.model.values import ActorValue

# Bodies that are no organs of the state and yet one of each country.
NATIONAL: Final = frozenset(("forces", "opposition", "rebels", "resistance"))
# Bodies that take the country of the report where their words tell none.
# Bodies of citizens: under arms where there is war.
_CITIZENS: Final = frozenset(("revolutionaries", "popular-committees"))
LOCAL: Final = NATIONAL | _CITIZENS
# What an adjective of arms makes forces of a side that is not told.
UNOWNED: Final = "military forces"
AIRCRAFT: Final = "military aircraft"
# Forces that are told to be loyal to one named before.
ALLIED: Final = "allied forces"
# Where battalions and brigades are groups more often than an army's.
_OF_BRIGADES: Final = frozenset(("IQ", "LB", "LY", "PS", "SY"))
# Where revolutionaries took to the streets, not to arms.
_PEACEFUL: Final = frozenset(("EG", "TN", "SD", "LB", "DZ", "MA", "BH", "JO"))
# Ministries whose men are forces: رجال الداخلية.
_MINISTRIES: Final = ("Interior Ministry", "Defence Ministry")
# What groups are made up of people who belong to none: عصابات المستوطنين.
_GANGS: Final = frozenset(("gang", "groups", "militia"))
_EMPLOYERS: Final = frozenset(("state", "political", "international", "media"))
Bond = Literal["", "backed", "led", "former", "allied", "opposed"]
# What makes nobody a part of another, in English.
_SIDES: Final[dict[Bond, str]] = {
    "backed": "backed by",
    "led": "led by",
    "allied": "allied with",
    "opposed": "opposed to",
}
# Whose own forces those are that are loyal to them or led by them.
_RULERS: Final = frozenset(("state", "person", "international"))
_ARMED: Final = frozenset(("gunmen", "forces", "fighters", "members"))
# Whose things are no forces': قوارب لصيادين، أوكار للمسلحين.
_NO_FORCES: Final = frozenset(("unknown", "civilians", "protesters", "media"))
_OWNED: Final = frozenset(("armed_group", "international", "political"))
_OFFICIALS: Final = "officials"
# Forces that may be of one who ruled before.
GUARDS: Final = frozenset(("forces", "presidential-guard"))
# Who is told of by a person: the family of one, the brother of one.
# Gunmen of no told group, whose positions and vehicles are an armed group's.
_GUNMEN: Final = "gunmen"
_KIN: Final = frozenset(("family", "relative"))
_RELATIVE: Final = "relative of"


def of_row(row: Named) -> ActorValue:
    """The value of a table row."""
    return ActorValue(row.name, row.id, row.kind, row.country)


def of_country(head: Head, country: str, adjective: str | None = None) -> ActorValue:
    """A body of a country: `SY-army`, Syrian army. Soldiers are their country's forces."""
    english = adjective or adjectives().get(country, country)
    if head.suffix == "targets" and (state := named().get(f"{country.lower()}-state")):
        return of_row(state)
    if head.suffix == "administration":
        head = head._replace(suffix="gov")
    fixed = head.cls in ("organ", "gear") or head.suffix in NATIONAL
    identity = f"{country}-{head.suffix}" if fixed else None
    row = named().get(identity or "")
    if head.suffix in _CITIZENS:
        kind: ActorKind = "protesters" if country in _PEACEFUL else head.kind
        return ActorValue(_english(head, english), None, kind, country)
    if row is not None and head.cls != "gear":
        return of_row(row)
    return ActorValue(_english(head, english), identity, head.kind, country)


def bare(head: Head) -> ActorValue:
    """A head alone."""
    return ActorValue(_english(head, ""), None, head.kind, None)


def armed(head: Head) -> ActorValue:
    """A head that an adjective of arms makes an actor: دورية عسكرية, جماعات سنية مسلحة."""
    if head.cls == "gear":
        name = AIRCRAFT if head.suffix == "air-force" else UNOWNED
        return ActorValue(name, None, "state_forces", None)
    return ActorValue("armed groups", None, "armed_group", None)


def of_nisba(head: Head, nisba: Nisba, *, unit: bool = False) -> ActorValue:
    """A head with an adjective: of a country, of an actor (الميليشيات الحوثية) or of a people.

    `unit`: it is a body that armies have, so its country's forces unless groups there have such.
    """
    if unit and nisba.country and nisba.country not in _OF_BRIGADES:
        head = head._replace(cls="organ", suffix="forces", kind="state_forces", english="{} forces")
    if head.suffix == "fighters":
        head = head._replace(kind="armed_group")
    if nisba.country:
        return of_country(head, nisba.country, nisba.english)
    row = named().get(nisba.actor or "")
    if row is not None and row.kind == "civilians" and head.suffix == "forces":
        return ActorValue(_english(head, nisba.english), None, "armed_group", row.country)
    if row is not None and row.kind == "civilians" and head.cls != "crowd":
        return ActorValue(_english(head, nisba.english), None, head.kind, row.country)
    if row is not None and (head.cls != "crowd" or _armed(head, row)):
        return _as_armed(head, of_row(row))
    return ActorValue(_english(head, nisba.english), None, head.kind, None)


def combined(head: Head, value: ActorValue) -> ActorValue | None:
    """A head before an actor: قوات + الجيش السوري, مقاتلي + حركة الشباب. None: no such phrase."""
    if value.kind == "person":
        return _of_person(head, value)
    march = head.suffix == "air-force" and value.kind == "political"
    if head.suffix == "administration" or march:
        return None
    if head.cls == "crowd":
        return _staff(head, value)
    if value.kind in _OWNED and head.english.startswith("opponents"):
        return ActorValue(_english(head, value.name), None, head.kind, value.country)
    if head.suffix in _GANGS and value.name.endswith("settlers"):
        return value
    if head.suffix == "members" and value.kind == "state" and value.name.endswith(_MINISTRIES):
        return ActorValue(_english(head, value.name), None, "state_forces", value.country)
    if value.kind == "state" and head.suffix == "supporters":
        return ActorValue(
            _english(head, "").replace(" of", f" of {value.name}"), None, "political", value.country
        )
    if value.kind == "state" and head.suffix == "fighters":
        return ActorValue(_english(head, value.name), None, "armed_group", value.country)
    if value.kind in ("state", "state_forces"):
        # أمن إسرائيل is what she is told to need, not her forces.
        return _of_state(head, value) if head.bare or head.suffix != "security" else None
    if head.cls == "gear" and value.name == _GUNMEN:
        return ActorValue(f"{_english(head, '')} of {value.name}", None, "armed_group", None)
    if value.kind == "political" and head.suffix == "gov":
        return ActorValue(f"{_english(head, '')} of {value.name}", None, "state", value.country)
    if value.kind in _OWNED or head.cls == "member":
        return _as_armed(head, value)
    return value if head.cls == "gear" and value.kind == "media" else None


def _staff(head: Head, value: ActorValue) -> ActorValue | None:
    """People of a body: موظفو المجلس القومي, طلاب حزب. Those of forces or of arms are no crowd."""
    if head.suffix != "civilians" or value.kind not in _EMPLOYERS:
        return None
    return ActorValue(f"{_english(head, '')} of {value.name}", None, head.kind, value.country)


def _armed(head: Head, row: Named) -> bool:
    """Whether gunmen are told to be of an armed group: مسلحون حوثيون."""
    return head.suffix in ("gunmen", "suspects", "bombers") and row.kind == "armed_group"


def _as_armed(head: Head, value: ActorValue) -> ActorValue:
    """Armed men or cells of a political body are an armed group, and armed men of a tribe."""
    armed = value.kind == "political" and head.suffix in ("militia", "groups", "cell", "forces")
    if armed or (value.kind == "civilians" and head.suffix == "fighters"):
        return ActorValue(value.name, value.id, "armed_group", value.country)
    return value


def belonging(head: Head, owner: ActorValue, bond: Bond) -> ActorValue:
    """A body that the text gives to another actor: قوات موالية لنظام, فرق تابعة للجيش.

    Forces that a state backs or that are loyal to one who ruled before are an armed group; those
    that a state leads are of many, those that a coalition backs a state's.
    """
    if head.suffix in GUARDS and bond and owner.kind in _RULERS:
        kind: ActorKind = "international" if bond == "led" else "armed_group"
        if owner.kind == "international" and bond != "led":
            kind = "state_forces"
        return ActorValue(f"{_english(head, '')} of {owner.name}", None, kind, owner.country)
    if bond in _SIDES:
        return _siding(head, owner, _SIDES[bond])
    if head.cls == "gear" and owner.kind == "unknown" and owner.name.endswith(_GUNMEN):
        name = f"{_english(head, '')} of {owner.name}"
        return ActorValue(name, None, "armed_group", owner.country)
    if head.cls in ("member", "crowd", "gear") and owner.kind in _OWNED:
        return owner
    if head.cls == "member" and owner.kind == "state_forces" and owner.id is not None:
        return owner
    people = owner.kind == "civilians" and owner.id is not None
    if people and head.cls == "gear" and head.suffix == "forces":
        return ActorValue(
            f"{_english(head, '')} of {owner.name}", None, "armed_group", owner.country
        )
    if head.cls == "gear" and owner.kind in _NO_FORCES:
        theirs: ActorKind = "armed_group" if owner.name == _GUNMEN else owner.kind
        return ActorValue(f"{_english(head, '')} of {owner.name}", None, theirs, owner.country)
    if head.suffix == "members" and owner.kind == "person":
        return ActorValue(f"men of {owner.name}", None, "armed_group", owner.country)
    if head.suffix == "seat" and owner.kind == "state_forces":
        return owner
    if head.kind == owner.kind == "armed_group":
        return owner
    if head.cls == "gear" and owner.country is not None and owner.kind == "state":
        return of_country(head, owner.country)
    if owner.kind == "state_forces" and (head.kind == "state_forces" or head.cls == "gear"):
        return combined(head, owner) or bare(head)
    taken = head.cls != "group" and head.suffix != "gov" and owner.kind in _OWNED
    kind = owner.kind if taken else head.kind
    if head.suffix == "gunmen":
        kind = "armed_group"
    return ActorValue(f"{_english(head, '')} of {owner.name}", None, kind, owner.country)


def _siding(head: Head, owner: ActorValue, how: str) -> ActorValue:
    """A body beside another, no part of it: القبائل المؤيدة للجماعة, مسلحين مدعومين من الدولة."""
    armed = head.suffix in _ARMED and head.kind != "civilians"
    kind: ActorKind = "armed_group" if armed else head.kind
    name = f"{_english(head, '').removesuffix(' of')} {how} {owner.name}"
    return ActorValue(name, None, kind, None if owner.kind == "state" else owner.country)


def _of_state(head: Head, value: ActorValue) -> ActorValue | None:
    """A head before a state or its forces; delegates of forces are theirs: وفد الجيش."""
    if head.suffix == _OFFICIALS and value.kind == "state_forces":
        return value
    if head.cls == "group":
        if head.suffix == "militia" and value.kind == "state":
            english = _english(head, "")
            return ActorValue(f"{english} of {value.name}", None, "armed_group", value.country)
        return value if value.kind == "state_forces" and head.suffix == "militia" else None
    if value.kind == "state_forces" and (head.cls != "organ" or head.suffix == "forces"):
        return value
    if value.country is None:
        return bare(head) if head.cls != "member" or head.suffix == "forces" else value
    if head.cls == "member" and head.suffix != "forces":
        return value
    return of_country(head, value.country)


def _of_person(head: Head, value: ActorValue) -> ActorValue | None:
    """Forces or supporters of a person; a president's government is his country's."""
    if head.suffix in ("gov", "regime", "administration"):
        return of_country(head, value.country) if value.country else bare(head)
    if head.suffix in _KIN:
        if value.id is None and _RELATIVE in value.name:
            return value
        return ActorValue(f"{_english(head, '')} of {value.name}", None, head.kind, value.country)
    if head.suffix not in ("forces", "militia", "supporters", "fighters") or head.cls == "gear":
        return None
    kind: ActorKind = "political" if head.suffix == "supporters" else "armed_group"
    english = _english(head, "").removesuffix(" of")
    return ActorValue(f"{english} of {value.name}", None, kind, value.country)


def of_town(head: Head, town: str) -> str:
    """English for a body of a town, which a name in Arabic letters stands behind."""
    if town.isascii() or not _is_arabic(town) or "of {}" in head.english:
        return _english(head, town)
    return f"{_english(head, '')} of {town}"


def _is_arabic(name: str) -> bool:
    """Whether a name is written in Arabic letters."""
    return any("\u0600" <= letter <= "\u06ff" for letter in name)


def _english(head: Head, adjective: str) -> str:
    """The head's English with the adjective in its place."""
    return " ".join(head.english.format(adjective).split())

"""docs/incidents.md tells every field of an incident, every code and number that it names."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import msgspec
import pytest

from waqai.link import candidates, compare, groups
from waqai.link.views import policies
from waqai.model import incident, judgement

DOC = (Path(__file__).parents[2] / "docs" / "incidents.md").read_text(encoding="utf-8")
STRUCTS = {
    struct.__name__: struct
    for struct in vars(incident).values()
    if isinstance(struct, type)
    and issubclass(struct, msgspec.Struct)
    and struct.__module__ == incident.__name__
}


def rows(heading: str) -> list[str]:
    """First cells of the table under a heading."""
    part = re.split(rf"^#+ {heading}$", DOC, flags=re.M)[1]
    table = re.split(r"^#", part, flags=re.M)[0]
    return [row for row in re.findall(r"^\| (\w+) \|", table, flags=re.M) if row != "field"]


@pytest.mark.parametrize("name", sorted(STRUCTS))
def test_fields_in_order(name: str) -> None:
    assert rows(name) == [field.name for field in msgspec.structs.fields(STRUCTS[name])]


def test_relations_and_policies() -> None:
    assert rows("Claims") == ["relation", *get_args(incident.RelationKind)]
    assert rows("Views") == ["policy", *policies()]
    assert tuple(policies()) == get_args(incident.Policy)


def test_codes_are_told() -> None:
    told = set(re.findall(r"`(\w+)`", DOC))
    codes = (incident.Standing, incident.People, judgement.Verdict)
    assert {code for codes_of in codes for code in get_args(codes_of)} <= told


def test_numbers_are_those_of_the_code() -> None:
    assert f"tied from {compare.TIED} points" in DOC
    assert f"stays at {groups.JOINED} or more" in DOC
    assert f"more than {candidates.LONGEST} days" in DOC

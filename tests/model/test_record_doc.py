"""docs/record.md tells every field and code of the model, and no other."""

from __future__ import annotations

import re
from pathlib import Path

import msgspec
import pytest

from waqai.model import codes, event, mention, report, span, values

DOC = Path(__file__).parents[2] / "docs" / "record.md"
STRUCTS = {
    struct.__name__: struct
    for module in (event, mention, report, span, values)
    for struct in vars(module).values()
    if isinstance(struct, type) and issubclass(struct, msgspec.Struct)
}


def sections() -> dict[str, list[str]]:
    """Heading -> first cells of its table."""
    found: dict[str, list[str]] = {}
    for part in re.split(r"^## ", DOC.read_text(encoding="utf-8"), flags=re.M)[1:]:
        heading, _, body = part.partition("\n")
        rows = re.findall(r"^\| ([\w]+) \|", body, flags=re.M)
        found[heading] = [row for row in rows if row not in ("field", "code")]
    return found


@pytest.mark.parametrize("name", sorted(STRUCTS))
def test_fields_in_order(name: str) -> None:
    struct = STRUCTS[name]
    assert sections()[name] == [field.encode_name for field in msgspec.structs.fields(struct)]


def test_event_types_in_order() -> None:
    assert sections()["Event types"] == list(codes.EVENT_TYPES)


def test_codes_are_told() -> None:
    told = set(re.findall(r"`(\w+)`", DOC.read_text(encoding="utf-8")))
    lists = ("Hedge", "Unit", "Grain", "Basis", "PlaceKind", "ActorKind", "SpeakerKind")
    lists += ("TargetKind", "Status", "Salience", "CountSlot", "WhomClass", "WhomSide", "Stance")
    for name in lists:
        for code in getattr(codes, name).__args__:
            assert code in told, f"{name} {code}"

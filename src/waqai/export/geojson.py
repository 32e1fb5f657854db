"""GeoJSON (RFC 7946): a feature an incident, null geometry where no place is located."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from waqai.export.incidents import row
from waqai.model.incident import Incident


def geojson(incidents: Iterable[Incident]) -> Iterator[bytes]:
    """The lines of a feature collection, one feature a line."""
    yield b'{"type":"FeatureCollection","features":['
    last = b""
    for incident in incidents:
        if last:
            yield last + b","
        last = msgspec.json.encode(feature(incident))
    if last:
        yield last
    yield b"]}"


def feature(incident: Incident) -> dict[str, object]:
    """An incident at its best place; longitude first, as the format wants it."""
    properties = row(incident)
    lat, lon = properties.pop("lat", None), properties.pop("lon", None)
    point = {"type": "Point", "coordinates": [lon, lat]} if lat is not None else None
    return {
        "type": "Feature",
        "id": incident.id,
        "geometry": point,
        "properties": {name: value for name, value in properties.items() if value is not None},
    }

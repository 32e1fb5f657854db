"""The filter in an address: one for the list, the map, the counts, the queue and the export."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from waqai.errors import RequestError, UsageError
from waqai.model.codes import EventType, Status, TargetKind
from waqai.store.columns.counting import By
from waqai.store.columns.sorting import Sort
from waqai.store.query import LONGEST, Query, value_of

YesNo = Literal["yes", "no"]
Day = Annotated[str, StringConstraints(pattern=r"^\d{4}-\d{2}-\d{2}$")]
_COORDINATES = r"^-?\d+(\.\d+)?(,-?\d+(\.\d+)?){3}$"
Box = Annotated[str, StringConstraints(pattern=_COORDINATES, max_length=120)]
Code = Annotated[str, StringConstraints(pattern=r"^[A-Z0-9]{2,3}$")]
Name = Annotated[str, StringConstraints(min_length=1, max_length=LONGEST)]
Cursor = Annotated[str, StringConstraints(max_length=500)]
Limit = Annotated[int, Field(ge=1, le=200)]
# Values of one condition: an `in` of so many costs nothing.
_SEVERAL = 100


class Filter(BaseModel):
    """What incidents must be; see `waqai show --where`. What is not known is refused."""

    model_config = ConfigDict(extra="forbid")

    since: Day | None = Field(None, description="A day of it is this or later.")
    until: Day | None = Field(None, description="A day of it is this or earlier.")
    box: Box | None = Field(None, description="South, west, north, east in degrees.")
    country: list[Code] = Field([], max_length=_SEVERAL, description="ISO 3166-1 alpha-2.")
    admin1: list[Name] = Field([], max_length=_SEVERAL, description="First-level unit, in English.")
    type: list[EventType] = Field([], max_length=_SEVERAL)
    status: list[Status] = Field([], max_length=_SEVERAL)
    actor: Name | None = Field(None, description="Id or name of an actor on either side.")
    target: TargetKind | None = None
    killed: int | None = Field(None, ge=0, le=10**9, description="The least best figure.")
    disputed: YesNo | None = None
    judged: YesNo | None = None
    main: YesNo | None = Field(None, description="Some report is mainly about it.")
    text: Name | None = Field(None, description="Words that one of its reports has.")

    def query(self) -> Query:
        """The query that it is. Raises RequestError for a day or box that there is none of."""
        values: dict[str, Any] = {}
        for name in Query.__struct_fields__:
            given = getattr(self, name)
            try:
                if isinstance(given, list):
                    values[name] = tuple(value_of(name, item) for item in given)
                elif given is not None:
                    values[name] = value_of(name, str(given))
            except UsageError as error:
                raise RequestError(422, error.what, error.do, name) from None
        return Query(**values)


class ListAsked(Filter):
    """A page of a list."""

    sort: Sort = "-date"
    limit: Limit = 50
    cursor: Cursor | None = None


class QueueAsked(Filter):
    """A page of the queue: what is not judged, unless it is asked for."""

    by: Literal["need", "disputed", "confidence", "toll"] = "need"
    limit: Limit = 50
    cursor: Cursor | None = None


class MapAsked(Filter):
    """The clusters of a zoom, in the part of the world that is in view."""

    zoom: float = Field(3, ge=0, le=24)
    view: Box | None = None


class CountsAsked(Filter):
    """Counts by some of the ways to group."""

    by: list[By] = Field([], max_length=10)


class ExportAsked(Filter):
    """All that the filter leaves, as a file."""

    sort: Sort = "date"
    format: Literal["csv", "xlsx", "jsonl", "geojson"] = "csv"
    bom: YesNo = "no"

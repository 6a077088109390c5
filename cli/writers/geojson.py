"""GeoJSON: a FeatureCollection of the events whose place has coordinates."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from ...models import Article, Event
from ...models.serialise import dumps
from . import columns, rows
from .base import Options, Writer
from .target import Target

_PROPERTIES = tuple(name for name in columns.NAMES if name not in ("latitude", "longitude"))


def open_writer(path: Path | None, options: Options) -> Writer:
    """A writer to standard output or a file."""
    return _GeoJson(Target(path))


class _GeoJson(Writer):
    def __init__(self, target: Target) -> None:
        self._target = target
        self._target.write('{"type":"FeatureCollection","features":[')
        self._between = "\n"

    def write(self, article: Article, events: Sequence[Event]) -> None:
        for event in events:
            found = feature(event)
            if found is not None:
                self._target.write(self._between + dumps(found))
                self._between = ",\n"
        self._target.flush()

    def close(self) -> None:
        self._target.write("\n]}\n")
        self._target.commit()

    def abort(self) -> None:
        self._target.abort()


def feature(event: Event) -> dict[str, Any] | None:
    """The event as a point with the columns of the CSV as properties; None when its place has no coordinates."""
    place = event.place
    if place is None or place.latitude is None or place.longitude is None:
        return None
    values = columns.values(event)
    properties = {name: rows.plain(values[name]) for name in _PROPERTIES}
    point = {"type": "Point", "coordinates": [place.longitude, place.latitude]}
    return {"type": "Feature", "id": event.id, "geometry": point, "properties": properties}

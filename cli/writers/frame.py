"""A pandas data frame of events, in the columns of the CSV."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ...models import Event
from ..extras import need
from . import columns


def to_dataframe(events: Iterable[Event]) -> Any:
    """One row an event; lists stay lists, dates are datetime64. Raises ExtraError when pandas is not installed."""
    pandas = need("pandas", "pandas", "to_dataframe")
    rows = [columns.values(event) for event in events]
    frame = pandas.DataFrame(rows, columns=list(columns.NAMES))
    for column in columns.COLUMNS:
        if column.kind == "date":
            frame[column.name] = pandas.to_datetime(frame[column.name], errors="coerce")
    return frame

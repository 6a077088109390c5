"""The rows of an event: itself, or its dyads."""

from __future__ import annotations

from datetime import date
from typing import Any

from ...models import Event, to_dict
from . import columns, dyads


def kinds(by_dyad: bool) -> dict[str, columns.Kind]:
    """The columns' names with the kind of their values."""
    return {column.name: column.kind for column in (dyads.COLUMNS if by_dyad else columns.COLUMNS)}


def of(event: Event, by_dyad: bool) -> list[dict[str, Any]]:
    """The rows, as name and value."""
    return dyads.values(event) if by_dyad else [columns.values(event)]


def json_form(event: Event, by_dyad: bool) -> list[dict[str, Any]]:
    """The JSON objects: the event's whole form, or one flat object a dyad."""
    if not by_dyad:
        return [to_dict(event)]
    return [{name: plain(value) for name, value in row.items()} for row in dyads.values(event)]


def plain(value: Any) -> Any:
    """A value as JSON has it."""
    return value.isoformat() if isinstance(value, date) else value

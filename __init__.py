"""dragoman reads news articles and answers who did what to whom, where and when in diplomacy."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from typing import Any

    from dragoman.models import Event

__version__ = "0.1.0"
__all__ = ["__version__", "events", "to_dataframe"]


def events(text: str, date: date | str | None = None, title: str | None = None) -> list[Event]:
    """The diplomatic events of one article.

    `date` is its publication date (a date or YYYY-MM-DD), against which relative dates are resolved. The model is
    loaded at the first call and kept. Raises `dragoman.extract.errors.ModelError` when it is missing.
    """
    from dragoman.extract.api import events as extract

    return extract(text, date, title)


def to_dataframe(events: Iterable[Event]) -> Any:
    """A pandas DataFrame with one row per event, in the columns of the CSV export (needs pandas)."""
    from dragoman.cli.writers.frame import to_dataframe as convert

    return convert(events)

"""One event as one flat row: the columns of CSV, TSV, Parquet, DuckDB and the data frame."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from ...models import Actor, Event, Source

Kind = Literal["text", "list", "number", "integer", "date"]


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, the kind of its values, how it is filled, and what the README says of it."""

    name: str
    kind: Kind
    value: Callable[[Event], Any]
    what: str


def _names(people: Sequence[Actor | Source]) -> list[str]:
    return [person.name for person in people]


def _codes(people: Sequence[Actor | Source]) -> list[str]:
    return [person.code or "" for person in people]


COLUMNS: tuple[Column, ...] = (
    Column("id", "text", lambda e: e.id, "stable id of the event"),
    Column("type", "text", lambda e: e.type, "event type"),
    Column("actors", "list", lambda e: _names(e.actors), "names of those who do it"),
    Column("actor_codes", "list", lambda e: _codes(e.actors), "their codes, in the same order (empty when unknown)"),
    Column("recipients", "list", lambda e: _names(e.recipients), "names of those to whom it is done"),
    Column("recipient_codes", "list", lambda e: _codes(e.recipients), "their codes, in the same order"),
    Column("place", "text", lambda e: e.place and e.place.name, "name of the place"),
    Column("place_country", "text", lambda e: e.place and e.place.country, "its country, ISO 3166-1 alpha-3"),
    Column("latitude", "number", lambda e: e.place and e.place.latitude, "degrees north"),
    Column("longitude", "number", lambda e: e.place and e.place.longitude, "degrees east"),
    Column("date_start", "date", lambda e: e.date and e.date.start, "first day"),
    Column("date_end", "date", lambda e: e.date and e.date.end, "last day, inclusive"),
    Column("date_text", "text", lambda e: e.date and e.date.text, "the date's words as written"),
    Column("factuality", "text", lambda e: e.factuality, "actual, planned, possible or negated"),
    Column("attribution", "list", lambda e: _names(e.attribution), "names of the sources given for it"),
    Column("topic", "text", lambda e: e.topic, "the words that say what it is about"),
    Column("trigger", "text", lambda e: e.trigger, "the words that name the act"),
    Column("evidence", "list", lambda e: [item.text for item in e.evidence], "the sentences that mention it"),
    Column("plover", "text", lambda e: e.plover, "PLOVER event type"),
    Column("plover_mode", "text", lambda e: e.plover_mode, "PLOVER mode"),
    Column("cameo", "text", lambda e: e.cameo, "CAMEO code"),
    Column("goldstein", "number", lambda e: e.goldstein, "Goldstein value of the CAMEO code"),
    Column("quad_class", "integer", lambda e: e.quad_class, "1 to 4, as in the JSON form"),
    Column("confidence", "number", lambda e: e.confidence, "probability that the event is one, 0 to 1"),
    Column("rule", "text", lambda e: e.rule, "lexicon entry that made the event"),
    Column("article_id", "text", lambda e: e.article.id, "id of the article"),
    Column("article_title", "text", lambda e: e.article.title, "its headline"),
    Column("article_published", "date", lambda e: e.article.published, "its publication date"),
    Column("article_source", "text", lambda e: e.article.source, "its paper, agency or site"),
    Column("article_url", "text", lambda e: e.article.url, "its address"),
    Column("dragoman", "text", lambda e: e.extractor.dragoman, "version of dragoman"),
    Column("model", "text", lambda e: e.extractor.model, "name and version of the spaCy model"),
    Column("lexicon", "text", lambda e: e.extractor.lexicon, "hash of the lexicon"),
)

NAMES = tuple(column.name for column in COLUMNS)


def values(event: Event) -> dict[str, Any]:
    """The row with its values as they are: strings, lists of strings, numbers, dates, None."""
    return {column.name: column.value(event) for column in COLUMNS}


def join(items: Sequence[str]) -> str:
    """A list in one cell, joined by `; ` (a semicolon inside an item becomes a comma, so that it splits again)."""
    return "; ".join(item.replace(";", ",") for item in items) if len(items) > 1 else "".join(items)


def plain(value: Any) -> Any:
    """A value as a database without lists and dates holds it."""
    if isinstance(value, list):
        return join(value)
    return value.isoformat() if isinstance(value, date) else value

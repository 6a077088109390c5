"""One event as its dyads: a row for each pair of one who acts and one to whom it is done, with CAMEO codes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from ...models import Actor, Event
from ...models.types import SYMMETRIC
from .columns import Kind

_GOVERNMENT = frozenset({"government", "person"})
_OUTSIDE = {
    "UN": "IGOUNO",
    "EU": "IGOEUREEC",
    "NATO": "IGOWSTNAT",
    "AU": "IGOAFRAFU",
    "ASEAN": "IGOSEAASN",
    "OPEC": "IGOBUSOPC",
    "IAEA": "IGOUNOIAE",
    "ICC": "IGOICC",
    "IMF": "IGOIMF",
    "OSCE": "IGOPKO",
    "WTO": "IGOBUSWTO",
}
"""Organisations whose CAMEO actor code is not made of IGO and their acronym."""
_COUNTRIES = {"ROU": "ROM", "XKX": "KSV", "TLS": "TMP"}
"""States whose CAMEO code is older than their ISO 3166 one."""


@dataclass(frozen=True, slots=True)
class Dyad:
    """A pair of an event: who acts, and toward whom (None when nobody is named)."""

    event: Event
    source: Actor | None
    target: Actor | None


def dyads(event: Event) -> Iterator[Dyad]:
    """The event's pairs. In a symmetric act each participant meets each other, in both directions, as ICEWS has it."""
    pairs: list[tuple[Actor | None, Actor | None]]
    if event.type in SYMMETRIC and len(event.actors) > 1:
        pairs = [(a, b) for i, a in enumerate(event.actors) for j, b in enumerate(event.actors) if i != j]
    else:
        pairs = [(a, b) for a in event.actors or (None,) for b in event.recipients or (None,)]
    for source, target in pairs:
        yield Dyad(event, source, target)


def cameo_actor(actor: Actor | None) -> str:
    """The CAMEO actor code: country and role (CHNGOV), or organisation (IGOUNO); empty when unknown."""
    if actor is None or not actor.code:
        return ""
    if actor.kind == "igo" or len(actor.code) != 3 or actor.code in _OUTSIDE:
        return _OUTSIDE.get(actor.code, f"IGO{actor.code.upper()}")
    return country(actor) + ("GOV" if (actor.kind in _GOVERNMENT and actor.role) or actor.kind == "government" else "")


def country(actor: Actor | None) -> str:
    """The CAMEO country code; empty for an organisation of states."""
    if actor is None or not actor.code or actor.kind == "igo" or len(actor.code) != 3 or actor.code in _OUTSIDE:
        return ""
    return _COUNTRIES.get(actor.code, actor.code)


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the dyad rows."""

    name: str
    kind: Kind
    value: Callable[[Dyad], Any]
    what: str


COLUMNS: tuple[Column, ...] = (
    Column("event_id", "text", lambda d: d.event.id, "id of the event"),
    Column("date_start", "date", lambda d: d.event.date and d.event.date.start, "first day"),
    Column("date_end", "date", lambda d: d.event.date and d.event.date.end, "last day, inclusive"),
    Column("source_name", "text", lambda d: d.source and d.source.name, "who does it"),
    Column("source_code", "text", lambda d: d.source and d.source.code, "ISO 3166-1 alpha-3 code or acronym"),
    Column("source_cameo", "text", lambda d: cameo_actor(d.source), "CAMEO actor code"),
    Column("target_name", "text", lambda d: d.target and d.target.name, "to whom it is done"),
    Column("target_code", "text", lambda d: d.target and d.target.code, "ISO 3166-1 alpha-3 code or acronym"),
    Column("target_cameo", "text", lambda d: cameo_actor(d.target), "CAMEO actor code"),
    Column("cameo", "text", lambda d: d.event.cameo, "CAMEO event code"),
    Column("cameo_root", "text", lambda d: d.event.cameo[:2], "CAMEO root code"),
    Column("goldstein", "number", lambda d: d.event.goldstein, "Goldstein value"),
    Column("quad_class", "integer", lambda d: d.event.quad_class, "1 to 4"),
    Column("plover", "text", lambda d: d.event.plover, "PLOVER event type"),
    Column("plover_mode", "text", lambda d: d.event.plover_mode, "PLOVER mode"),
    Column("type", "text", lambda d: d.event.type, "event type"),
    Column("factuality", "text", lambda d: d.event.factuality, "actual, planned, possible or negated"),
    Column("place", "text", lambda d: d.event.place and d.event.place.name, "name of the place"),
    Column("place_country", "text", lambda d: d.event.place and d.event.place.country, "its country"),
    Column("latitude", "number", lambda d: d.event.place and d.event.place.latitude, "degrees north"),
    Column("longitude", "number", lambda d: d.event.place and d.event.place.longitude, "degrees east"),
    Column("article_id", "text", lambda d: d.event.article.id, "id of the article"),
    Column("article_published", "date", lambda d: d.event.article.published, "its publication date"),
    Column("article_url", "text", lambda d: d.event.article.url, "its address"),
)

NAMES = tuple(column.name for column in COLUMNS)


def values(event: Event) -> list[dict[str, Any]]:
    """The event's rows, as name and value."""
    return [{column.name: column.value(dyad) for column in COLUMNS} for dyad in dyads(event)]

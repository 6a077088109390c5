"""Whom a visit is to: the host country, where the text names only a city, or only the place.

A visit's recipient is the host country or person (codebook, section 3): "visited Moscow" is a visit to Russia.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..models import Actor, Place
from .places import country_name, lookup

WHERE = frozenset({"continent", "region", "sea"})


def hosts(recipients: Sequence[Actor], place: Place | None, visitors: Sequence[Actor]) -> tuple[Actor, ...]:
    """The recipients of a visit: a city gives its country, no recipient the country of the place."""
    found: dict[str, Actor] = {}
    for actor in recipients:
        host = _country_of_city(actor)
        found.setdefault(host.name, host)
    if not found and place is not None:
        host_of_place = _of_place(place)
        if host_of_place is not None and all(host_of_place.code != v.code or v.code is None for v in visitors):
            return (host_of_place,)
    return tuple(found.values())


def destination(recipients: Sequence[Actor], visitors: Sequence[Actor]) -> Place | None:
    """Where a visit goes that names no place: to the one country of its hosts, unless that is the visitor's own."""
    codes = {actor.code for actor in recipients}
    code = next(iter(codes)) if len(codes) == 1 else None
    name = country_name(code) if code is not None else None
    if name is None or any(visitor.code == code for visitor in visitors):
        return None
    host, entry = recipients[0], lookup(name, [code] if code else [])
    north, east = (entry.latitude, entry.longitude) if entry is not None else (None, None)
    return Place(name, code, "country", north, east, host.text, host.start, host.end, host.field)


def _country_of_city(actor: Actor) -> Actor:
    if actor.kind not in {"state", "government"} or actor.role is not None or actor.code is None:
        return actor
    entry = lookup(actor.name, [actor.code])
    if entry is None:
        return actor
    if entry.kind in WHERE and entry.country is None:
        return replace(actor, code=None, kind="group")
    name = country_name(actor.code)
    return replace(actor, name=name, kind="state") if entry.kind == "city" and name else actor


def _of_place(place: Place) -> Actor | None:
    if place.country is None:
        return Actor(place.name, None, "group", None, place.text, place.text_start, place.text_end, place.field)
    name = country_name(place.country)
    if name is None:
        return None
    return Actor(name, place.country, "state", None, place.text, place.text_start, place.text_end, place.field)

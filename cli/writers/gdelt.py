"""GDELT 2.0 event rows: 61 columns parted by tabs, without a header, one row a dyad, as GDELT's own files are.

The columns follow the GDELT Event Database codebook, version 2.0. What dragoman does not know (tone, ethnic and
religious codes, the actors' places, divisions of countries) stays empty.
"""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Sequence
from datetime import date
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from ...models import Actor, Article, Event, Place
from ..shown import visible
from .base import Options, Writer
from .dyads import Dyad, cameo_actor, country, dyads
from .target import Target

_ACTOR = ("Code", "Name", "CountryCode", "KnownGroupCode", "EthnicCode", "Religion1Code", "Religion2Code")
_TYPES = ("Type1Code", "Type2Code", "Type3Code")
_GEO = ("Type", "FullName", "CountryCode", "ADM1Code", "ADM2Code", "Lat", "Long", "FeatureID")

COLUMNS = (
    *("GLOBALEVENTID", "SQLDATE", "MonthYear", "Year", "FractionDate"),
    *(f"Actor{number}{name}" for number in (1, 2) for name in (*_ACTOR, *_TYPES)),
    *("IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass", "GoldsteinScale"),
    *("NumMentions", "NumSources", "NumArticles", "AvgTone"),
    *(f"{whose}Geo_{name}" for whose in ("Actor1", "Actor2", "Action") for name in _GEO),
    *("DATEADDED", "SOURCEURL"),
)

_COUNTRY, _STATE, _CITY = 1, 5, 4
_STATES = frozenset({"region", "state", "province"})


def open_writer(path: Path | None, options: Options) -> Writer:
    """A writer to standard output or a file."""
    return _Gdelt(Target(path))


class _Gdelt(Writer):
    def __init__(self, target: Target) -> None:
        self._target = target

    def write(self, article: Article, events: Sequence[Event]) -> None:
        for event in events:
            root = int(_is_lead(article, event))
            for dyad in dyads(event):
                self._target.write("\t".join(_text(value) for value in row(dyad, root).values()) + "\n")
        self._target.flush()

    def close(self) -> None:
        self._target.commit()

    def abort(self) -> None:
        self._target.abort()


def row(dyad: Dyad, root: int = 0) -> dict[str, Any]:
    """A row by its column names. `root` tells whether the event is mentioned in the title or the first paragraph."""
    event = dyad.event
    day = event.date.start if event.date and event.date.start else event.article.published
    values: dict[str, Any] = dict.fromkeys(COLUMNS)
    values |= {
        "GLOBALEVENTID": _number(dyad),
        "IsRootEvent": root,
        "EventCode": event.cameo,
        "EventBaseCode": event.cameo[:3],
        "EventRootCode": event.cameo[:2],
        "QuadClass": event.quad_class,
        "GoldsteinScale": event.goldstein,
        "NumMentions": len(event.evidence),
        "NumSources": 1,
        "NumArticles": 1,
        "DATEADDED": f"{event.article.published:%Y%m%d}000000" if event.article.published else None,
        "SOURCEURL": event.article.url or event.article.id,
    }
    return values | _day(day) | _actor("Actor1", dyad.source) | _actor("Actor2", dyad.target) | _place(event.place)


def _day(day: date | None) -> dict[str, Any]:
    if day is None:
        return {}
    fraction = day.year + (day.month * 30 + day.day) / 365
    return {"SQLDATE": f"{day:%Y%m%d}", "MonthYear": f"{day:%Y%m}", "Year": day.year, "FractionDate": f"{fraction:.4f}"}


def _actor(prefix: str, actor: Actor | None) -> dict[str, Any]:
    if actor is None:
        return {}
    code = cameo_actor(actor)
    state = country(actor)
    rest = code[len(state) :] if state else code
    return {
        f"{prefix}Code": code,
        f"{prefix}Name": actor.name.upper(),
        f"{prefix}CountryCode": state,
        f"{prefix}KnownGroupCode": code[-3:] if code.startswith("IGO") and len(code) > 5 else None,
        f"{prefix}Type1Code": rest[:3] or None,
    }


def _place(place: Place | None) -> dict[str, Any]:
    if place is None:
        return {}
    fips, name = _countries().get(place.country or "", ("", ""))
    kind = _COUNTRY if place.kind == "country" else _STATE if place.kind in _STATES else _CITY
    return {
        "ActionGeo_Type": kind,
        "ActionGeo_FullName": f"{place.name}, {name}" if name and kind != _COUNTRY else place.name,
        "ActionGeo_CountryCode": fips,
        "ActionGeo_ADM1Code": fips,
        "ActionGeo_Lat": place.latitude,
        "ActionGeo_Long": place.longitude,
    }


def _number(dyad: Dyad) -> int:
    """A whole number in place of our id: the same for the same event and pair."""
    pair = [actor.name if actor else "" for actor in (dyad.source, dyad.target)]
    digest = hashlib.sha256("\0".join([dyad.event.id, *pair]).encode("utf-8", "replace")).digest()
    return int.from_bytes(digest[:7], "big")


def _is_lead(article: Article, event: Event) -> bool:
    lead = article.text.find("\n", len(article.text) - len(article.text.lstrip()))
    return any(item.field == "title" or lead < 0 or item.start < lead for item in event.evidence)


def _text(value: Any) -> str:
    return "" if value is None else visible(str(value))


@cache
def _countries() -> dict[str, tuple[str, str]]:
    """ISO 3166-1 alpha-3 codes to FIPS 10-4 codes and names (GeoNames countryInfo)."""
    text = (files(__package__) / "countries.tsv").read_text(encoding="utf-8")
    return {line["iso3"]: (line["fips"], line["name"]) for line in csv.DictReader(text.splitlines(), delimiter="\t")}

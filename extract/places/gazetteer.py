"""Where a name is: countries, regions, seas, venues by hand; cities from GeoNames (see lexicon/places/README.md)."""

from __future__ import annotations

import csv
import gzip
import re
import unicodedata
from bisect import bisect_left
from collections.abc import Collection, Iterator
from functools import cache, lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import NamedTuple

_TABLES = ("countries.csv", "regions.csv", "seas.csv", "venues.csv")
_UNDECOMPOSED = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "æ": "ae", "œ": "oe"})
_DROPPED = re.compile(r"['’‘`´ʼʻ.]")
_SEPARATORS = re.compile(r"[\s,‐‑–—-]+")
_SAINT = re.compile(r"^(?:st|ste|sainte) ")
_CAPITAL = 10  # it counts as this many times its people
_WELL_KNOWN = 2e6  # people added to the cities of our own list
_REACH = 80  # how far the article's countries outweigh fame
_SHORT_REACH = 20
_NAMESAKES = {"USA", "CAN", "AUS"}  # in every article, and full of towns named after others


class Entry(NamedTuple):
    """A place: its usual English name, ISO 3166-1 alpha-3 code (None: no single state), kind, degrees north and east.

    `weight` orders places of one name: people, times ten for a capital; countries come first.
    """

    name: str
    country: str | None
    kind: str
    latitude: float
    longitude: float
    weight: float


def lookup(name: str, countries: Collection[str] = (), within: Collection[str] = ()) -> Entry | None:
    """The place that `name` stands for, or None.

    A name of several places goes to one in `countries` (those of the article), unless the best known place of that
    name is far better known; `within` holds the countries that the text itself gives ("Paris, Texas": USA).
    """
    places = candidates(fold(name))
    if within:
        places = tuple(p for p in places if p.country in within)
    if not places:
        return None
    known = max(places, key=lambda place: place.weight)
    if known.country is None or known.country in countries or not countries:
        return known
    near = [place for place in places if place.country in countries]
    best = max(near, key=lambda place: place.weight, default=known)
    reach = _SHORT_REACH if best.country in _NAMESAKES else _REACH
    return best if known.weight < reach * best.weight else known


def country_name(code: str) -> str | None:
    """The usual English name of a country by its code; None for an unknown code."""
    return _countries().get(code)


def country_of(adjective: str) -> str | None:
    """The code of the country that an adjective belongs to ("Turkish": TUR)."""
    return _adjectives().get(adjective)


def capital(code: str) -> Entry | None:
    """The capital of a country by its code."""
    name = _capitals().get(code)
    return lookup(name, within=(code,)) if name else None


def fold(name: str) -> str:
    """The key of a name: small letters without accents, apostrophes, dots, hyphens and a leading article."""
    key = unicodedata.normalize("NFKD", name.casefold().translate(_UNDECOMPOSED))
    key = "".join(c for c in key if not unicodedata.combining(c))
    key = _SEPARATORS.sub(" ", _DROPPED.sub("", key)).strip()
    return _SAINT.sub("saint ", key.removeprefix("the "))


@lru_cache(maxsize=4096)
def candidates(key: str) -> tuple[Entry, ...]:
    """All places of a folded name."""
    listed = _city_names().get(key, ())
    renamed = [_usual(e) for _, country, geonames in listed for e in _cities(geonames) if e.country == country]
    return tuple(dict.fromkeys([*_own().get(key, ()), *renamed, *(_usual(entry) for entry in _cities(key))]))


def _usual(city: Entry) -> Entry:
    """A city under its usual English name, and the better known for having one."""
    key = fold(city.name)
    for usual, country, geonames in _city_names().get(key, ()):
        if (country, geonames) == (city.country, key):
            return city._replace(name=usual, weight=city.weight + _WELL_KNOWN)
    return city


def _cities(key: str) -> Iterator[Entry]:
    lines, sought = _city_lines(), key.encode() + b"\t"
    at = bisect_left(lines, sought)
    if at == len(lines) or not lines[at].startswith(sought):
        return
    for record in lines[at].decode().split("\t")[1:]:
        name, country, latitude, longitude, people, capital = record.split("|")
        weight = float(people) * (_CAPITAL if capital else 1)
        yield Entry(name, country, "city", float(latitude), float(longitude), weight)


@cache
def _city_lines() -> list[bytes]:
    """`key TAB record TAB record ...`, in the order of the keys' bytes; read by bisection, which keeps memory small."""
    return gzip.decompress((_folder() / "cities.tsv.gz").read_bytes()).split(b"\n")


@cache
def _own() -> dict[str, tuple[Entry, ...]]:
    """The places of our own tables, by folded name."""
    places: dict[str, tuple[Entry, ...]] = {}
    for rank, table in enumerate(_TABLES):
        for row in _rows(table):
            entry = Entry(
                row["name"],
                row["country"] or None,
                row["kind"],
                float(row["latitude"]),
                float(row["longitude"]),
                1e12 if rank == 0 else 1e8 - rank,
            )
            for key in {fold(name) for name in (row["name"], *_split(row["other_names"]))}:
                places[key] = (*places.get(key, ()), entry)
    return places


@cache
def _city_names() -> dict[str, tuple[tuple[str, str, str], ...]]:
    """By any folded name of a well-known city: its usual name, country, and folded GeoNames name."""
    names: dict[str, tuple[tuple[str, str, str], ...]] = {}
    for row in _rows("city_names.csv"):
        value = row["name"], row["country"], fold(row["geonames_name"])
        for key in {fold(name) for name in (row["name"], row["geonames_name"], *_split(row["other_names"]))}:
            names[key] = (*names.get(key, ()), value)
    return names


@cache
def _countries() -> dict[str, str]:
    return {row["country"]: row["name"] for row in _rows("countries.csv")}


@cache
def _capitals() -> dict[str, str]:
    return {row["country"]: row["capital"] for row in _rows("countries.csv")}


@cache
def _adjectives() -> dict[str, str]:
    return {adjective: row["country"] for row in _rows("countries.csv") for adjective in _split(row["adjectives"])}


def _rows(table: str) -> list[dict[str, str]]:
    return list(csv.DictReader((_folder() / table).read_text(encoding="utf-8").splitlines()))


def _split(names: str) -> list[str]:
    return names.split("|") if names else []


def _folder() -> Traversable:
    return files("dragoman.extract") / "lexicon" / "places"

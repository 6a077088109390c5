"""The tables of who is who, built in and the user's own, as dictionaries of phrases."""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from importlib.resources import files
from io import StringIO
from pathlib import Path

from ..errors import LexiconError
from .entries import Entry, Holder, Office, Row, dated, entries, holder, listed, text
from .petrarch import is_petrarch, petrarch
from .phrases import Phrases, normal, tokenise

SORTS = {
    "states": "state",
    "organisations": "igo",
    "seats": "seat",
    "movements": "movement",
    "media": "media",
    "people": "person",
}
WORDS = ("country_noun", "person_noun", "group", "office", "body", "honorific", "prefix")
"""The parts of offices.toml, so ordered that of two meanings of a word the later one wins."""
KEYS = {
    "office": "title",
    "group": "noun",
    "person_noun": "noun",
    "country_noun": "noun",
    "honorific": "word",
    "prefix": "word",
}
"""The key that holds the word itself, where it is not `name`."""
"""Table name (file stem, or list of tables in a TOML file, also in the singular) to what its lines are."""

COLUMNS = {
    "state": {"code", "name", "kind", "names", "adjectives", "demonyms", "capital"},
    "igo": {"code", "name", "kind", "names", "members", "parent"},
    "seat": {"code", "name", "names"},
    "movement": {"code", "name", "kind", "names"},
    "media": {"code", "name", "names"},
    "person": {"name", "names", "code", "office", "from", "to", "gender", "kind"},
    "office": {"title", "names", "level"},
    "body": {"name", "names", "kind"},
    "group": {"noun", "plural", "political"},
    "person_noun": {"noun", "plural", "political", "gender"},
    "country_noun": {"noun", "plural"},
    "honorific": {"word", "gender"},
    "prefix": {"word"},
}


@dataclass(frozen=True, slots=True)
class Region:
    """A part of the world: its states, and the code of the body that stands for it, if one does."""

    name: str
    codes: frozenset[str]
    code: str | None


@dataclass(frozen=True, slots=True)
class Tables:
    """Everything that is known of names before an article is read."""

    names: Phrases[Entry | Holder] = field(default_factory=lambda: Phrases(proper=True))
    words: Phrases[Office] = field(default_factory=lambda: Phrases(proper=False))
    surnames: dict[str, list[Holder]] = field(default_factory=dict)
    states: dict[str, str] = field(default_factory=dict)
    adjectives: dict[str, str] = field(default_factory=dict)
    regions: dict[str, Region] = field(default_factory=dict)
    forenames: dict[str, str] = field(default_factory=dict)
    honorifics: dict[str, str] = field(default_factory=dict)
    nouns: dict[str, frozenset[str]] = field(default_factory=dict)
    titles_of: dict[str, str] = field(default_factory=dict)

    def holders(self, surname: str, when: date | None) -> list[Holder]:
        """Those of a surname who are in office at a date; the latest ones when there is no date."""
        month = (when.year, when.month) if when else None
        return [h for h in self.surnames.get(normal(surname), ()) if h.holds(month)]


@cache
def builtin() -> Tables:
    """The tables that come with dragoman, loaded once."""
    return load()


def load(own: Sequence[Path] = ()) -> Tables:
    """The built-in tables, with the user's files read after them so that their lines win.

    Raises LexiconError when a file cannot be read or a line of it is wrong.
    """
    tables = Tables()
    folder = files(__package__.rpartition(".")[0]).joinpath("lexicon", "actors")
    for stem, sort in SORTS.items():
        name = f"{stem}.csv"
        if not folder.joinpath(name).is_file():
            continue
        for line, row in _csv(folder.joinpath(name).read_text("utf-8")):
            _add(tables, sort, row, name, line)
    words = tomllib.loads(folder.joinpath("offices.toml").read_text("utf-8"))
    for sort in WORDS:
        for number, row in enumerate(words[sort], 1):
            _add(tables, sort, row, "offices.toml", number)
    _add_helpers(
        tables, folder.joinpath("nouns.toml").read_text("utf-8"), folder.joinpath("forenames.csv").read_text("utf-8")
    )
    for path in own:
        for sort, line, row in own_rows(path, tables.states):
            _add(tables, sort, row, path.name, line)
    return tables


def _csv(content: str) -> Iterator[tuple[int, Row]]:
    lines = [line if not line.startswith("#") else "" for line in content.splitlines()]
    reader = csv.reader(StringIO("\n".join(lines)))
    columns: list[str] = []
    for cells in filter(None, reader):
        if not columns:
            columns = cells
        else:
            yield reader.line_num, dict(zip(columns, cells, strict=False))


def own_rows(path: Path, states: Mapping[str, str]) -> Iterator[tuple[str, int, Row]]:
    """Lines of a user's file: a CSV or TOML file in the format of the built-in tables, or a PETRARCH dictionary.

    Each with its table and its number in the file; `states` names the codes that are known. Raises LexiconError.
    """
    try:
        content = path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise LexiconError(f"{path}: cannot be read ({error}): give a UTF-8 text file") from error
    if path.suffix == ".toml":
        yield from _own_toml(path, content)
    elif path.suffix == ".csv":
        rows = list(_csv(content))
        sort = _sort_of(path, set(rows[0][1]) if rows else set())
        yield from ((sort, line, row) for line, row in rows)
    elif is_petrarch(content):
        yield from petrarch(content, path.name, states)
    else:
        raise LexiconError(f"{path}: not an actor file: give .csv or .toml, or a PETRARCH dictionary")


def _own_toml(path: Path, content: str) -> Iterator[tuple[str, int, Row]]:
    singular = {sort: sort for sort in COLUMNS} | {"organisation": "igo"}
    try:
        data = tomllib.loads(content)
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(f"{path}: not TOML: {error}") from error
    for key, rows in data.items():
        sort = SORTS.get(key) or singular.get(key)
        if sort is None or not isinstance(rows, list):
            raise LexiconError(f"{path}: unknown table {key!r}, allowed are {', '.join(sorted({*SORTS, *singular}))}")
        yield from ((sort, number, row) for number, row in enumerate(rows, 1))


def _sort_of(path: Path, columns: set[str]) -> str:
    """What the lines of a CSV file are: by its name, else by the columns that only one table has."""
    if path.stem in SORTS:
        return SORTS[path.stem]
    for column, sort in (("office", "person"), ("adjectives", "state"), ("members", "igo"), ("rank", "office")):
        if column in columns:
            return sort
    raise LexiconError(f"{path}: cannot tell what it lists: name the columns as the built-in tables do")


def _add(tables: Tables, sort: str, row: Row, table: str, line: int) -> None:
    if not COLUMNS[sort].issuperset(row):
        unknown = set(row) - COLUMNS[sort]
        allowed = ", ".join(sorted(COLUMNS[sort]))
        raise LexiconError(f"{table}, line {line}: unknown column {sorted(unknown)[0]!r}, allowed are {allowed}")
    if not text(row, KEYS.get(sort, "name")):
        raise LexiconError(f"{table}, line {line}: the {KEYS.get(sort, 'name')} is missing")
    if sort in WORDS:
        _add_word(tables, sort, row)
    elif sort == "person":
        _add_person(tables, row, table, line)
    else:
        for phrase, entry in entries(row, sort, table):
            tables.names.add(phrase, entry)
        if sort == "state" and text(row, "code"):
            code = text(row, "code")
            tables.states.setdefault(code, text(row, "name"))
            for adjective in listed(row, "adjectives")[:1]:
                tables.adjectives.setdefault(code, dated(adjective)[0])


def _add_word(tables: Tables, sort: str, row: Row) -> None:
    word = text(row, KEYS.get(sort, "name"))
    if sort == "honorific":
        tables.honorifics[normal(word)] = text(row, "gender")
    elif sort in ("office", "body"):
        office = Office(sort, word, text(row, "level") or text(row, "kind"))
        for phrase in [*listed(row, "names"), word]:
            for form in _forms(phrase):
                tables.words.add(form, office)
    elif sort != "prefix":
        kind = {"group": "collective", "person_noun": "citizen", "country_noun": "country"}[sort]
        for form in {word, text(row, "plural") or word}:
            tables.words.add(form, Office(kind, word))


def _forms(phrase: str) -> Iterable[str]:
    """A title in singular and plural, with and without its hyphens."""
    forms = {phrase, phrase.replace("-", " ")}
    return forms | {_plural(form) for form in forms}


def _plural(phrase: str) -> str:
    head, sep, rest = phrase, "", ""
    for cut in (" of ", " to ", " for ", "-general", " general", "-designate", "-elect", "-in-"):
        if cut in head:
            head, _, tail = head.partition(cut)
            sep, rest = cut, tail + rest
    if head.endswith("y") and head[-2:-1] not in "aeiou":
        head = head[:-1] + "ies"
    elif head.endswith("man") and not head.endswith("german"):
        head = head[:-2] + "en"
    else:
        head += "es" if head.endswith(("s", "sh", "ch", "x")) else "s"
    return head + sep + rest


def _add_person(tables: Tables, row: Row, table: str, line: int) -> None:
    person = holder(row, table, line)
    for phrase in [*listed(row, "names"), person.name]:
        words = tokenise(phrase)
        if len(words) > 1 or person.kind != "person":
            tables.names.add(phrase, person)
        for key in {normal(words[-1]), normal("".join(words[-3:]))} if words else ():
            known = tables.surnames.setdefault(key, [])
            if person not in known:
                known.append(person)


def _add_helpers(tables: Tables, nouns: str, forenames: str) -> None:
    data = tomllib.loads(nouns)
    for name, words in data["nouns"].items():
        tables.nouns[name] = frozenset(words)
    pointing = ("country", "state", "body", "pair", "couple", "participants", "side", "person", "fighters", "masses")
    tables.nouns["all"] = frozenset().union(*(tables.nouns[name] for name in pointing))
    tables.titles_of.update(data["titles_of"])
    for short, title in data["titles"].items():
        if not tables.words.match([short], [short], 0)[0]:
            for form in _forms(short) if not short.endswith(".") else (short,):
                tables.words.add(form, Office("office", title))
    for row in data["region"]:
        region = Region(row["name"], frozenset(row["codes"]), row.get("code"))
        for word in (row["name"], *row["names"]):
            tables.regions[normal(word)] = region
    for _, line in _csv(forenames):
        tables.forenames[normal(text(line, "name"))] = text(line, "gender")

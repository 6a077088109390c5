"""The lines of the tables of who is who, read and checked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from ..errors import LexiconError

Form = Literal["name", "adjective", "demonym", "capital"]

STATE_KINDS = frozenset({"state", "territory", "former", "group"})
IGO_KINDS = frozenset({"igo", "alliance", "court", "agency"})
MOVEMENT_KINDS = frozenset({"organisation", "group", "government"})

_YEARS = re.compile(r"^(.*?)@(\d{4})?-(\d{4})?$")
_MONTH = re.compile(r"^(\d{4})(?:-(\d{2}))?(?:-\d{2})?$")


@dataclass(frozen=True, slots=True)
class Entry:
    """What a proper name stands for: a line of states, organisations, seats, movements or media.

    `sort` is the table ("state", "igo", "seat", "movement", "media"), `kind` what its `kind` column says. `years` are
    the first and last year in which the phrase stands for it; None for ever.
    """

    sort: str
    name: str
    code: str | None
    kind: str
    form: Form = "name"
    years: tuple[int, int] | None = None
    table: str = ""


@dataclass(frozen=True, slots=True)
class Office:
    """A title ("foreign minister"), a body ("foreign ministry"), or a noun for people ("official", "protester").

    `sort` is "office", "body", "collective" (people in office or under arms), "citizen" (people who are nobody's
    officials) or "country"; `level` is what the table says of it: "head_of_state", "minister", "parliament" ...
    """

    sort: str
    title: str
    level: str = ""


@dataclass(frozen=True, slots=True)
class Holder:
    """A person in an office from `start` to `end`, both (year, month) and inclusive; None for no limit."""

    name: str
    code: str | None
    office: str
    start: tuple[int, int] | None
    end: tuple[int, int] | None
    gender: str | None
    kind: str = "person"
    table: str = "people.csv"

    def holds(self, when: tuple[int, int] | None) -> bool:
        """Whether the office is held in a month; an unknown month counts as the open end of a term."""
        if when is None:
            return self.end is None
        return (self.start is None or self.start <= when) and (self.end is None or when <= self.end)

    @property
    def term(self) -> str:
        """The years of office, for people to read."""
        return f"{self.start[0] if self.start else ''}-{self.end[0] if self.end else ''}"


Row = Mapping[str, object]


def listed(row: Row, key: str) -> list[str]:
    """A cell that holds several: a TOML list, or text with semicolons."""
    value = row.get(key) or ""
    parts = [str(v) for v in value] if isinstance(value, list) else str(value).split(";")
    return [part.strip() for part in parts if part.strip()]


def text(row: Row, key: str) -> str:
    """A cell, without blanks around it."""
    return str(row.get(key) or "").strip()


def dated(name: str) -> tuple[str, tuple[int, int] | None]:
    """A name and the years it stood for something: "Burma@1948-1989"."""
    found = _YEARS.match(name)
    if not found:
        return name, None
    return found[1].strip(), (int(found[2] or 0), int(found[3] or 9999))


def entries(row: Row, sort: str, table: str) -> Iterable[tuple[str, Entry]]:
    """The phrases of one line of a table of states, organisations, seats, movements or media."""
    name, code, kind = text(row, "name"), text(row, "code") or None, text(row, "kind") or sort
    forms: tuple[tuple[str, Form], ...] = (
        ("capital", "capital"),
        ("demonyms", "demonym"),
        ("adjectives", "adjective"),
        ("names", "name"),
    )
    for column, form in forms:
        for phrase in listed(row, column):
            phrase, years = dated(phrase)
            entry = Entry(sort, name, code, kind, form, years, table)
            yield phrase, entry
            if form == "demonym" and phrase.endswith(("n", "i", "t", "k", "r", "b", "d")):
                yield phrase[:-3] + "men" if phrase.endswith("man") and phrase[-4] in "sh" else phrase + "s", entry
    yield name, Entry(sort, name, code, kind, "name", None, table)


def holder(row: Row, table: str, line: int) -> Holder:
    """One line of a table of people."""
    gender = text(row, "gender").lower() or None
    if gender not in (None, "m", "f"):
        raise LexiconError(f"{table}, line {line}, {text(row, 'name')}: gender is {gender!r}, allowed are m and f")
    return Holder(
        text(row, "name"),
        text(row, "code") or None,
        text(row, "office"),
        _month(row, "from", table, line, 1),
        _month(row, "to", table, line, 12),
        gender,
        text(row, "kind") or "person",
        table,
    )


def _month(row: Row, key: str, table: str, line: int, default: int) -> tuple[int, int] | None:
    value = text(row, key)
    if not value:
        return None
    found = _MONTH.match(value)
    month = int(found[2] or default) if found else 0
    if not found or not 1 <= month <= 12:
        raise LexiconError(
            f"{table}, line {line}, {text(row, 'name')}: {key} is {value!r}, allowed are YYYY and YYYY-MM"
        )
    return int(found[1]), month

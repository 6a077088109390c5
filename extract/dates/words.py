"""The words of date expressions, read from lexicon/dates.toml once."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from ..errors import LexiconError

_FILE = "lexicon/dates.toml"
_HOLIDAY = re.compile(
    r"(?P<month>\d\d)-(?P<day>\d\d)|easter(?P<easter>[+-]\d+)"
    r"|(?P<nth>\d|last) (?P<weekday>mon|tue|wed|thu|fri|sat|sun) (?P<of>\d+)(?: \+(?P<plus>\d+))?"
)
_LETTERS = re.compile(r"[a-z]+")
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


@dataclass(frozen=True, slots=True)
class Holiday:
    """How to find a holiday in a year: a fixed day, days from Easter, or the n-th (0: last) weekday of a month.

    `plus` counts days from there. `week` takes the whole week that ends with the day.
    """

    month: int | None
    day: int | None
    easter: int | None
    nth: int
    weekday: int
    plus: int
    week: bool


@dataclass(frozen=True, slots=True)
class Words:
    """The lexicon, with lower-case keys. The lists are as in the file; `parts` and `deixis` map a word to its kind.

    `classes` maps every word that an expression must hold one of (or a digit) to the classes of rules that need it.
    """

    classes: Mapping[str, frozenset[str]]
    months: Mapping[str, int]
    abbreviations: frozenset[str]
    weekdays: Mapping[str, int]
    seasons: Mapping[str, int]
    numbers: Mapping[str, int]
    ordinals: Mapping[str, int]
    parts: Mapping[str, str]
    deixis: Mapping[str, str]
    days: Mapping[str, int]
    holidays: Mapping[str, Holiday]
    vague: tuple[str, ...]
    about: tuple[str, ...]
    dayparts: tuple[str, ...]
    around: tuple[str, ...]
    not_dates: re.Pattern[str]
    before_number: frozenset[str]
    after_number: frozenset[str]
    prospective: frozenset[str]
    awaited: frozenset[str]
    diary: frozenset[str]
    negatives: frozenset[str]
    saying: frozenset[str]
    future_links: frozenset[str]
    past_links: frozenset[str]
    deadlines: frozenset[str]
    support: frozenset[str]
    occasions: frozenset[str]
    carrying: frozenset[str]
    carrying_occasions: frozenset[str]
    within: frozenset[str]
    bounding: frozenset[str]


def alternatives(words: Iterable[str]) -> str:
    """A regular expression that matches any of the words, the longest first; a space matches any white space."""
    ordered = sorted(words, key=len, reverse=True)
    return "(?:" + "|".join(re.escape(word).replace(r"\ ", r"\s+").replace("'", "['’]") for word in ordered) + ")"


@cache
def load() -> Words:
    """Reads the lexicon. Raises LexiconError when an entry is missing or wrong."""
    package = __package__.rpartition(".")[0]
    try:
        table = tomllib.loads(resources.files(package).joinpath(_FILE).read_text(encoding="utf-8"))
        return _words(table)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise LexiconError(f"{_FILE}: missing or wrong entry: {error}") from error


def _words(table: dict[str, Any]) -> Words:
    words, names, direction, owner = (table[name] for name in ("words", "names", "direction", "owner"))
    named = [name.lower() for group in ("months", "weekdays") for entry in table[group].values() for name in entry[1:]]
    return Words(
        classes=_classes(table),
        months=_numbered(table["months"]),
        abbreviations=frozenset(named),
        weekdays=_numbered(table["weekdays"]),
        seasons=table["seasons"],
        numbers=table["numbers"],
        ordinals=table["ordinals"],
        parts=_inverted(table["parts"]),
        deixis=_inverted(table["deixis"]),
        days=table["days"],
        holidays=dict(holidays(table["holiday"])),
        vague=tuple(words["vague"]),
        about=tuple(words["about"]),
        dayparts=tuple(words["dayparts"]),
        around=tuple(words["around"]),
        not_dates=re.compile(r"\b(?:" + "|".join(names["not_dates"]) + r")\b"),
        before_number=frozenset(names["before_number"]),
        after_number=frozenset(names["after_number"]),
        prospective=frozenset(direction["prospective"]),
        awaited=frozenset(direction["awaited"]),
        diary=frozenset(direction["diary"]),
        negatives=frozenset(direction["negatives"]),
        saying=frozenset(direction["saying"]),
        future_links=frozenset(direction["future_links"]),
        past_links=frozenset(direction["past_links"]),
        deadlines=frozenset(direction["deadlines"]),
        support=frozenset(owner["support"]),
        occasions=frozenset(direction["diary"] + owner["utterances"]),
        carrying=frozenset(owner["carrying"]),
        carrying_occasions=frozenset(owner["carrying_occasions"]),
        within=frozenset(owner["within"]),
        bounding=frozenset(owner["bounding"]),
    )


def _classes(table: dict[str, Any]) -> dict[str, frozenset[str]]:
    """Which classes of rules a word calls for; of a name of several words the longest one will do."""
    names = {
        "month": [name for names in table["months"].values() for name in names],
        "weekday": [name for names in table["weekdays"].values() for name in names],
        "season": list(table["seasons"]),
        "holiday": [name for entry in table["holiday"] for name in entry["names"]],
        "day": [*table["days"], "overnight"],
        "daypart": table["words"]["dayparts"],
        "unit": table["words"]["units"],
        "spelt": table["words"]["spelt"],
    }
    classes: dict[str, set[str]] = {}
    for kind, group in names.items():
        for name in group:
            classes.setdefault(max(_LETTERS.findall(name.lower()), key=len), set()).add(kind)
    return {name: frozenset(kinds) for name, kinds in classes.items()}


def _numbered(entries: dict[str, list[str]]) -> dict[str, int]:
    return {name.lower(): int(number) for number, names in entries.items() for name in names}


def _inverted(entries: dict[str, list[str]]) -> dict[str, str]:
    return {word: kind for kind, words in entries.items() for word in words}


def holidays(entries: list[dict[str, Any]]) -> Iterable[tuple[str, Holiday]]:
    """The holidays of [[holiday]] entries, by each lower-case name. Raises LexiconError for a date it cannot read."""
    for entry in entries:
        found = _HOLIDAY.fullmatch(entry["date"])
        if not found:
            name, wrong = entry["names"][0], entry["date"]
            raise LexiconError(f"{_FILE}: holiday {name}: date {wrong!r} is none of MM-DD, easter+N, N wdy M")
        holiday = _holiday(found, entry.get("week", False))
        yield from ((name.lower(), holiday) for name in entry["names"])


def _holiday(found: re.Match[str], is_week: bool) -> Holiday:
    def number(group: str) -> int | None:
        return int(found[group]) if found[group] else None

    nth = 0 if found["nth"] in ("last", None) else int(found["nth"])
    weekday = _WEEKDAYS.index(found["weekday"]) if found["weekday"] else 0
    month = number("month") or number("of")
    return Holiday(month, number("day"), number("easter"), nth, weekday, number("plus") or 0, is_week)

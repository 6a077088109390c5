"""What a rule of date expressions is: a pattern, and what to make of a match."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from .spans import NO_ANCHOR, Value, unresolved
from .words import alternatives, load


class Unanchored(Exception):
    """Raised inside a rule that needs the publication date, when there is none."""


@dataclass(frozen=True, slots=True)
class Context:
    """What an expression is resolved against.

    `anchor` is the publication date; `future` says which way a bare weekday or a date without year points (None: not
    known); `base` is the day of the event that "two days later" counts from, when it is known.
    """

    anchor: date | None
    future: bool | None = None
    base: date | None = None

    @property
    def today(self) -> date:
        """The publication date; raises Unanchored when there is none."""
        if self.anchor is None:
            raise Unanchored
        return self.anchor


Build = Callable[[re.Match[str], Context], Value | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """A kind of expression. `build` gives None when the match is no date after all.

    `needs` names the class of words (see words.Words.classes) without which a text cannot match.
    A weak rule holds for an expression that is known to be one ("the year"), not for a search in running text.
    """

    kind: str
    needs: str
    text: str
    build: Build
    weak: bool = False

    @property
    def pattern(self) -> re.Pattern[str]:
        """Matches whole words only, in any case; compiled when a text first asks for it."""
        return _compiled(self.text)

    def value(self, match: re.Match[str], context: Context) -> Value | None:
        """The value of a match; unresolved when it needs the publication date and there is none."""
        try:
            return self.build(match, context)
        except Unanchored:
            return unresolved(NO_ANCHOR)
        except (ValueError, OverflowError):  # no such day: 31 June
            return None


def rule(kind: str, needs: str, pattern: str, build: Build, weak: bool = False) -> Rule:
    """A rule from the text of its pattern; it matches whole words only, in any case."""
    return Rule(kind, needs, rf"(?<![\w$£€¥#]){_spaced(pattern)}(?![\w])", build, weak)


@cache
def _compiled(text: str) -> re.Pattern[str]:
    return re.compile(text, re.IGNORECASE)


def _spaced(pattern: str) -> str:
    """A blank in a pattern stands for any white space."""
    return pattern.replace(" ", r"\s+")


def _names(table: Mapping[str, int]) -> str:
    short = [name for name in table if name in load().abbreviations]
    whole = [name for name in table if name not in load().abbreviations]
    return rf"(?:{alternatives(whole)}|{alternatives(short)}\.?)(?![a-z])"


def daypart() -> str:
    """Pattern of a part of the day behind a day, if there is one."""
    return rf"(?: {alternatives(load().dayparts)})?"


def part() -> str:
    """Pattern of words like "early" or "the end of", as group part."""
    return rf"(?:(?:the )?(?:very )?(?P<part>{alternatives(load().parts)})(?:-| ))"


def deixis() -> str:
    """Pattern of last, this and next, as group deixis."""
    return rf"(?P<deixis>{alternatives(load().deixis)})"


def number() -> str:
    """Pattern of a number in words or digits, as group number, or of a vague one, as group vague."""
    words = load()
    return (
        rf"(?:{alternatives(words.about)} )?(?:(?P<vague>{alternatives(words.vague)})"
        rf"|(?P<number>{alternatives(words.numbers)}(?:-(?:one|two|three|four|five|six|seven|eight|nine))?|\d{{1,3}}))"
        r"(?:(?:-| )and(?:-| )a(?:-| )half|½| 1/2)?"
    )


UNIT = r"(?P<unit>day|week|month|quarter|year|decade)s?"


def month(n: str = "") -> str:
    """Pattern of a month's name, as group month`n`."""
    return rf"(?P<month{n}>{_names(load().months)})"


def weekday(n: str = "") -> str:
    """Pattern of a weekday's name, as group weekday`n`."""
    return rf"(?P<weekday{n}>{_names(load().weekdays)})"


def monthday(n: str = "") -> str:
    """Pattern of a day of the month, with or without ordinal, as group day`n`."""
    return rf"(?P<day{n}>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\d%]|[,.:]\d)"


def year(n: str = "") -> str:
    """Pattern of a year from 1500 to 2099, as group year`n`."""
    return rf"(?P<year{n}>(?:1[5-9]|20)\d\d)(?![\d%]|,\d|\.\d)"


def word(text: str) -> str:
    """A matched word as the lexicon's keys have it."""
    return " ".join(text.lower().replace("’", "'").split()).rstrip(".")


def named(match: re.Match[str], name: str) -> str | None:
    """What a group matched; None also when the pattern has no such group."""
    return match[name] if name in match.re.groupindex else None


def part_of(match: re.Match[str]) -> str | None:
    """The part that a match names ("early"), if any."""
    text = named(match, "part")
    return load().parts[word(text)] if text else None


def number_of(match: re.Match[str]) -> int | None:
    """The number that a match holds; None when it is vague."""
    found = named(match, "number")
    if not found:
        return None
    text = word(found)
    if text.isdigit():
        return int(text)
    tens, _, units = text.partition("-")
    return load().numbers[tens] + (load().numbers[units] if units else 0)

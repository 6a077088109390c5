"""Finds date expressions in plain text by the rules, and resolves a single one."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from . import days, periods, relative, years
from .rule import Context, Rule
from .spans import Value
from .words import alternatives, load

_LETTERS = re.compile(r"[a-z]+")
_DIGIT = re.compile(r"\d")
_NO_CLASSES: frozenset[str] = frozenset()


@cache
def rules() -> tuple[Rule, ...]:
    """Every rule."""
    return (*days.rules(), *years.rules(), *relative.rules(), *periods.rules())


@cache
def _trim() -> re.Pattern[str]:
    around = alternatives(load().around)
    return re.compile(rf"^(?:{around}\s+)+|\s*(?:,|['’]s|\b{around})+$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A match of a rule in a text, at `start:end`, that is not resolved yet."""

    rule: Rule
    match: re.Match[str]
    start: int
    end: int


def classes(text: str) -> frozenset[str]:
    """Which classes of rules a text can match; a text without any holds no date. This is the gate: it must be quick."""
    table = load().classes
    found = table.keys() & _LETTERS.findall(text.lower())
    numbers = frozenset({"number"}) if _DIGIT.search(text) else _NO_CLASSES
    return numbers.union(*(table[name] for name in found)) if found else numbers


def candidates(text: str, weak: bool = False) -> list[Candidate]:
    """Every match of every rule, the longest first; they overlap."""
    needed = classes(text)
    found = [
        Candidate(rule, match, match.start(), match.end())
        for rule in (rules() if needed else ())
        if rule.needs in needed and (weak or not rule.weak)
        for match in rule.pattern.finditer(text)
    ]
    return sorted(found, key=lambda c: (c.start - c.end, c.start))


def scan(
    text: str, context: Callable[[Candidate], Context | None], weak: bool = False
) -> Iterator[tuple[Candidate, Value]]:
    """The expressions of a text that do not overlap, longer ones first; `context` may refuse a candidate by None."""
    taken: list[tuple[int, int]] = []
    for candidate in candidates(text, weak):
        if any(candidate.start < end and start < candidate.end for start, end in taken):
            continue
        about = context(candidate)
        value = candidate.rule.value(candidate.match, about) if about else None
        if value:
            taken.append((candidate.start, candidate.end))
            yield candidate, value


def normalise(text: str, anchor: date | None, future: bool | None = False) -> Value | None:
    """Resolves one date expression against the publication date; None when it is none.

    `future` is the way in which a bare weekday or a date without a year points: forward, back, or (None) not known.
    A value without days has a reason.
    """
    context = Context(anchor, future)
    for candidate, value in scan(text, lambda _: context, weak=True):
        rest = f"{text[: candidate.start].strip()} {text[candidate.end :].strip()}"
        if not _trim().sub("", f"on {rest.strip()}").strip(" ,()"):
            return value
    return None

"""Finds date expressions in plain text by the rules, and resolves a single one."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from . import absolute, periods, relative
from .rule import WORDS, Context, Rule
from .spans import Value
from .words import alternatives

RULES = (*absolute.RULES, *relative.RULES, *periods.RULES)

_ANCHORS = [*WORDS.months, *WORDS.weekdays, *WORDS.seasons, *WORDS.holidays]
GATE = re.compile(
    r"\d|\b(?:to(?:day|night|morrow)|yesterday|overnight|(?:mid-?)?(?:day|week|month|year|quarter|decade|weekend|half)s?"
    rf"|morning|afternoon|evening|night|nineteen|two thousand|\w+ties|{alternatives(_ANCHORS)})\b",
    re.IGNORECASE,
)
"""A text without any of these holds no date expression."""

_TRIM = re.compile(rf"^(?:{alternatives(WORDS.around)}\s+)+|\s*(?:,|['’]s|\b{alternatives(WORDS.around)})+$", re.IGNORECASE)
_LEADING = re.compile(r"(?:on|in|during|by|until|since) ", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A match of a rule in a text, at `start:end`, that is not resolved yet."""

    rule: Rule
    match: re.Match[str]
    start: int
    end: int


def candidates(text: str, weak: bool = False) -> list[Candidate]:
    """Every match of every rule, the longest first; they overlap."""
    if not GATE.search(text):
        return []
    found = [
        Candidate(rule, match, match.start(), match.end())
        for rule in RULES
        if weak or not rule.weak
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
        if not _TRIM.sub("", f"on {rest.strip()}").replace(",", "").strip():
            return value
    return None

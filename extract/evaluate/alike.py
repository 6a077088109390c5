"""When two events, or two values of a field, are the same (the definitions that every score here rests on)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from ...models.types import SYMMETRIC
from .records import Act, Party, Span, When, Where

LEEWAY = timedelta(days=7)
"""How much longer than the gold's a date may be."""


def overlap(some: Iterable[Span], others: Iterable[Span]) -> bool:
    """Whether any of the spans share a character."""
    spans = list(others)
    return any(a < end and start < b for a, b in some for start, end in spans)


def same_parties(gold: Act, found: Act) -> bool:
    """Exactly the same codes on each side; where either type is symmetric, the same codes taken together."""
    if SYMMETRIC & {gold.type, found.type}:
        return _all_codes(gold) == _all_codes(found)
    return codes(gold.actors) == codes(found.actors) and codes(gold.recipients) == codes(found.recipients)


def same_date(gold: When | None, found: When | None) -> bool:
    """The spans of days share a day, and the found one is no more than a week longer; or neither has days."""
    if gold is None or gold.start is None or gold.end is None:
        return found is None or found.start is None
    if found is None or found.start is None or found.end is None:
        return False
    shares = gold.start <= found.end and found.start <= gold.end
    return shares and found.end - found.start <= gold.end - gold.start + LEEWAY


def same_place(gold: Where | None, found: Where | None) -> bool:
    """The same country; where one has none, names of which one is part of the other; or neither has a place."""
    if gold is None or found is None:
        return gold is found
    if gold.country and found.country:
        return gold.country == found.country
    return same_name(gold.name, found.name)


def same_name(one: str, other: str) -> bool:
    """Whether the words of one name are all in the other, without case, punctuation and "the"."""
    a, b = _words(one), _words(other)
    return bool(a and b) and (a <= b or b <= a)


def names_found(gold: Act, found: Act) -> tuple[int, int]:
    """How many names of the gold's parties are among the found ones, and how many there are."""
    have = [party.name for party in (*found.actors, *found.recipients)]
    want = [party.name for party in (*gold.actors, *gold.recipients) if party.name]
    return sum(any(same_name(name, other) for other in have) for name in want), len(want)


def likeness(gold: Act, found: Act) -> float:
    """How much a found event is the gold one: which of several candidates is matched first."""
    hit, wanted = names_found(gold, found)
    parties = 1.0 + same_parties(gold, found) + 0.5 * bool(_all_codes(gold) & _all_codes(found))
    time_and_type = 0.25 * same_date(gold.date, found.date) + 0.1 * (gold.type == found.type)
    place_and_fact = 0.1 * same_place(gold.place, found.place) + 0.1 * (gold.factuality == found.factuality)
    return parties + time_and_type + place_and_fact + (0.1 * hit / wanted if wanted else 0.0)


def codes(side: Iterable[Party]) -> frozenset[str]:
    """The codes of one side."""
    return frozenset(party.code for party in side if party.code)


def _all_codes(act: Act) -> frozenset[str]:
    return codes(act.actors) | codes(act.recipients)


def _words(name: str) -> frozenset[str]:
    kept = "".join(c if c.isalnum() else " " for c in name.casefold())
    return frozenset(kept.split()) - {"the"}

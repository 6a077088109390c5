"""Whether confidences are what they say: of events at 0.9, about nine in ten should be right."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from .matching import Matching

EDGES = (0.0, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0)
"""Where the bins of a reliability table begin and end."""
BINS = 10
"""Bins of equal width over which the calibration error is taken."""

Outcome = tuple[float, bool]
"""The confidence of an event, and whether it is right."""


@dataclass(frozen=True, slots=True)
class Bin:
    """Events of about one confidence: how many, their mean confidence, and the share that is right."""

    low: float
    high: float
    count: int
    confidence: float
    precision: float


def outcomes(matchings: Iterable[Matching]) -> list[Outcome]:
    """Each found event that counts, with its confidence; those that match an optional gold event do not count."""
    found: list[Outcome] = []
    for matching in matchings:
        found += [(f.confidence, True) for g, f in matching.pairs if not g.optional and f.confidence is not None]
        found += [(f.confidence, False) for f in matching.extra if f.confidence is not None]
    return found


def bins(found: Sequence[Outcome], edges: Sequence[float] = EDGES) -> list[Bin]:
    """The bins that hold any, from low to high."""
    table = []
    for low, high in itertools.pairwise(edges):
        here = [(c, right) for c, right in found if low <= c < high or (c == high == edges[-1])]
        if here:
            mean = sum(c for c, _ in here) / len(here)
            table.append(Bin(low, high, len(here), mean, sum(right for _, right in here) / len(here)))
    return table


def calibration_error(found: Sequence[Outcome]) -> float:
    """Expected calibration error: how far confidence and precision of a bin are apart, on average over the events."""
    table = bins(found, [i / BINS for i in range(BINS + 1)])
    return sum(b.count * abs(b.confidence - b.precision) for b in table) / len(found) if found else 0.0


def precision(found: Sequence[Outcome]) -> float:
    """The share that is right."""
    return sum(right for _, right in found) / len(found) if found else 0.0


def confident_half(found: Sequence[Outcome]) -> list[Outcome]:
    """The half with the higher confidence."""
    return sorted(found, key=lambda outcome: -outcome[0])[: len(found) // 2]

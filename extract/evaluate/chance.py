"""How far a figure might be off by the choice of articles: bootstrap intervals, over whole articles."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from .scores import LEVELS

if TYPE_CHECKING:
    from numpy.typing import NDArray

RESAMPLES = 2000
LEVEL = 0.95
SEED = 20230221


@dataclass(frozen=True, slots=True)
class Interval:
    """The middle 95 percent of a figure over resampled articles."""

    low: float
    high: float


def intervals(
    tallies: Sequence[Mapping[str, int]], names: Iterable[str], before: Sequence[Mapping[str, int]] | None = None
) -> dict[str, Interval]:
    """The interval of the F1 of each name ("event", "place", "type visit"); with `before`, of its gain over that run.

    Articles are drawn with replacement; `before` has the tallies of another run over the same articles, in the same
    order, and both runs are drawn alike.
    """
    import numpy

    if not tallies:
        return {}
    draws = numpy.random.default_rng(SEED).multinomial(len(tallies), [1 / len(tallies)] * len(tallies), RESAMPLES)
    edges = [(1 - LEVEL) / 2, (1 + LEVEL) / 2]
    found = {}
    for name in names:
        values = _f1(draws, tallies, name)
        if before is not None:
            values = values - _f1(draws, before, name)
        low, high = numpy.quantile(values, edges)
        found[name] = Interval(float(low), float(high))
    return found


def _f1(draws: NDArray[Any], tallies: Sequence[Mapping[str, int]], name: str) -> NDArray[Any]:
    import numpy

    keys = (name, "found", "gold") if name in LEVELS else (name, f"{name} found", f"{name} gold")
    table = numpy.array([[tally.get(key, 0) for key in keys] for tally in tallies], dtype=float)
    right, found, gold = (draws @ table).T
    shares: NDArray[Any] = numpy.divide(2 * right, found + gold, out=numpy.zeros_like(right), where=found + gold > 0)
    return shares

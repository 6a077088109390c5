"""Which found event is which gold event: one to one, the likest pairs first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from .alike import likeness, overlap
from .records import Act


@dataclass(frozen=True, slots=True)
class Matching:
    """The pairs (gold, found) of an article, the gold events that were missed, and the found ones that are extra."""

    pairs: tuple[tuple[Act, Act], ...]
    missed: tuple[Act, ...]
    extra: tuple[Act, ...]


def same_event(gold: Act, found: Act) -> bool:
    """Whether a found event can be the gold one: its type or another accepted one, on overlapping evidence."""
    return found.type in gold.types and overlap(found.spans, gold.spans)


def match(gold: Sequence[Act], found: Sequence[Act], may: Callable[[Act, Act], bool] = same_event) -> Matching:
    """Pairs greedily: events that are not optional go first, then the likest pair, then the order of the article."""
    ranked = sorted(
        ((g.optional, -likeness(g, f), i, j) for i, g in enumerate(gold) for j, f in enumerate(found) if may(g, f)),
    )
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, _, i, j in ranked:
        if i not in pairs and j not in taken:
            pairs[i] = j
            taken.add(j)
    return Matching(
        tuple((gold[i], found[j]) for i, j in pairs.items()),
        tuple(g for i, g in enumerate(gold) if i not in pairs),
        tuple(f for j, f in enumerate(found) if j not in taken),
    )


def by_article(acts: Iterable[Act]) -> defaultdict[str, list[Act]]:
    """Events by the id of their article."""
    found: defaultdict[str, list[Act]] = defaultdict(list)
    for act in acts:
        found[act.article].append(act)
    return found

"""Precision, recall and F1 of found events, over all, by type and by field.

`event`: the same type on overlapping evidence. `who`: of these, with exactly the gold's actor and recipient codes.
`record`: of these, with the right factuality, date and country besides. `place`, `date`, `names`, `factuality`: on
matched events alone. Events that the gold marks optional are neither rewarded nor punished.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ..errors import InputError
from .alike import names_found, same_date, same_parties, same_place
from .matching import Matching, by_article, match
from .records import Act, Gold

LEVELS = ("event", "who", "record")
"""How much of an event must be right."""
SLOTS = ("place", "date")


@dataclass(frozen=True, slots=True)
class Figures:
    """Counts of right ones, of found ones and of those in the gold, with what follows from them."""

    right: int
    found: int
    gold: int

    @property
    def precision(self) -> float:
        """Share of the found ones that are right."""
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """Share of the gold's that are found."""
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        p, r = self.precision, self.recall
        return 2 * p * r / (p + r) if p + r else 0.0


@dataclass(frozen=True, slots=True)
class Scores:
    """All figures of a run. `fields` has event, who, record, place and date; `names` and `factuality` are shares."""

    fields: Mapping[str, Figures]
    names: float
    factuality: float
    by_type: Mapping[str, Figures]
    matchings: Mapping[str, Matching]
    tallies: Mapping[str, Counter[str]]
    """What each article counted: the units of the bootstrap."""


def score(gold: Gold, found: Iterable[Act]) -> Scores:
    """Scores found events against gold. Raises InputError when they are of articles that the gold has not."""
    mine, theirs = by_article(found), by_article(gold.acts)
    unknown = sorted(set(mine) - set(gold.articles))
    if unknown:
        raise InputError(f"events are of articles that the gold does not have: {', '.join(unknown[:5])}")
    matchings = {name: match(theirs[name], mine[name]) for name in gold.articles}
    tallies = {name: tally(matching) for name, matching in matchings.items()}
    total = sum(tallies.values(), Counter[str]())
    return Scores(
        fields={name: figures(total, name) for name in (*LEVELS, *SLOTS)},
        names=_share(total["names"], total["names gold"]),
        factuality=_share(total["factuality"], total["event"]),
        by_type={kind: figures(total, f"type {kind}") for kind in _types(total)},
        matchings=matchings,
        tallies=tallies,
    )


def figures(counts: Mapping[str, int], name: str) -> Figures:
    """The figures of one name in a tally: of a level, a slot, or "type visit"."""
    if name in LEVELS:
        return Figures(counts.get(name, 0), counts.get("found", 0), counts.get("gold", 0))
    return Figures(counts.get(name, 0), counts.get(f"{name} found", 0), counts.get(f"{name} gold", 0))


def tally(matching: Matching) -> Counter[str]:
    """What one article counts."""
    counts: Counter[str] = Counter()
    for gold, found in matching.pairs:
        if not gold.optional:
            counts.update(_pair(gold, found))
    for act in matching.missed:
        if not act.optional:
            counts.update({"gold": 1, f"type {act.type} gold": 1})
    for act in matching.extra:
        counts.update({"found": 1, f"type {act.type} found": 1})
    return counts


def wrong_fields(gold: Act, found: Act) -> tuple[str, ...]:
    """The fields of a matched event that are not as in the gold: who, place, date, factuality."""
    right = {
        "who": same_parties(gold, found),
        "place": same_place(gold.place, found.place),
        "date": same_date(gold.date, found.date),
        "factuality": gold.factuality == found.factuality,
    }
    return tuple(name for name, is_right in right.items() if not is_right)


def _pair(gold: Act, found: Act) -> Counter[str]:
    wrong = wrong_fields(gold, found)
    hit, wanted = names_found(gold, found)
    kind = f"type {gold.type}"
    counts = Counter(gold=1, found=1, event=1, who="who" not in wrong, record=not wrong, names=hit)
    counts.update({kind: 1, f"{kind} found": 1, f"{kind} gold": 1, f"{kind} who": "who" not in wrong})
    counts.update({f"{kind} record": not wrong, "names gold": wanted, "factuality": "factuality" not in wrong})
    for slot, mine, theirs in (("place", found.place, gold.place), ("date", found.date, gold.date)):
        is_right = slot not in wrong and theirs is not None
        counts.update({slot: is_right, f"{slot} found": mine is not None, f"{slot} gold": theirs is not None})
    return counts


def _types(total: Mapping[str, int]) -> Sequence[str]:
    kinds = {name.split()[1] for name, count in total.items() if name.startswith("type ") and count}
    return sorted(kinds)


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0

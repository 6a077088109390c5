"""What was taken for what: tables of gold against found values."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from .alike import overlap
from .matching import Matching, match
from .records import Act

NOTHING = "-"
"""Stands for "no event there"."""

Table = Counter[tuple[str, str]]


def types(matchings: Iterable[Matching]) -> Table:
    """Gold type against found type: matched events, then missed and extra ones on the same sentences, then the rest."""
    table: Table = Counter()
    for matching in matchings:
        table.update((gold.type, found.type) for gold, found in matching.pairs if not gold.optional)
        core = [act for act in matching.missed if not act.optional]
        rest = match(core, matching.extra, _same_sentence)
        table.update((gold.type, found.type) for gold, found in rest.pairs)
        table.update((gold.type, NOTHING) for gold in rest.missed)
        table.update((NOTHING, found.type) for found in rest.extra)
    return table


def factualities(matchings: Iterable[Matching]) -> Table:
    """Gold factuality against found factuality, on matched events."""
    return Counter(
        (gold.factuality, found.factuality) for m in matchings for gold, found in m.pairs if not gold.optional
    )


def _same_sentence(gold: Act, found: Act) -> bool:
    return overlap(found.spans, gold.spans)

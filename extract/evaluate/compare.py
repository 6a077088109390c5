"""What changed between two runs over the same articles: events gained, lost and changed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from .alike import overlap
from .matching import by_article, match
from .records import Act


@dataclass(frozen=True, slots=True)
class Change:
    """An event that only one run has (`old` or `new` is None), or whose `fields` differ between them."""

    old: Act | None
    new: Act | None
    fields: tuple[str, ...] = ()

    @property
    def kind(self) -> str:
        """Gained, lost or changed."""
        if self.old is None:
            return "gained"
        return "lost" if self.new is None else "changed"


def changes(old: Iterable[Act], new: Iterable[Act]) -> list[Change]:
    """The changes, article by article: events lost, then gained, then changed."""
    before, after = by_article(old), by_article(new)
    found: list[Change] = []
    for article in dict.fromkeys((*before, *after)):
        matching = match(before[article], after[article], _same_act)
        found += [Change(act, None) for act in matching.missed]
        found += [Change(None, act) for act in matching.extra]
        for mine, theirs in matching.pairs:
            fields = differing(mine, theirs)
            if fields:
                found.append(Change(mine, theirs, fields))
    return found


def differing(old: Act, new: Act) -> tuple[str, ...]:
    """The fields in which two events differ."""
    names = ("actors", "recipients", "place", "date", "factuality")
    return tuple(name for name in names if getattr(old, name) != getattr(new, name))


def _same_act(old: Act, new: Act) -> bool:
    return old.type == new.type and overlap(old.spans, new.spans)

"""Toward whom an act is when its own sentence does not say it: the parties of the talks, whoever is under sanctions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from ..models import Actor
from .merge import Group

TALKS = frozenset({"negotiation", "agreement", "meeting", "assault", "concession"})
"""Acts whose parties a mediator stands between: those who talk, and those who fight."""
SAME_BREATH: Mapping[str, frozenset[str]] = {
    "denial": frozenset({"denial", "criticism", "rejection"}),
    "criticism": frozenset({"criticism"}),
    "rejection": frozenset({"rejection", "denial"}),
}
"""Acts that one sentence tells of several parties against one: "Peru called it false and Chile called it absurd"."""
QUARRELS = frozenset({"accusation", "threat", "criticism", "assault", "coercion", "rejection"})
"""Acts that show who is at odds with whom."""
_NEAR = 3
"""How many sentences before or after a mediation its parties are told."""
_FAR = 12
"""How many sentences apart the sanctions on one state are told."""


def targeted(groups: Sequence[Group]) -> list[Group]:
    """The groups; a mediation, a sanction or an answer without recipients has those of the acts around it."""
    found: list[Group] = []
    for group in groups:
        given: tuple[Actor, ...] = ()
        if not group.recipients:
            if group.type == "mediation":
                given = _parties(group, groups)
            elif group.type == "sanction":
                given = _sanctioned(group, groups)
            elif group.type in SAME_BREATH:
                given = _in_same_breath(group, groups)
        found.append(replace(group, given_recipients=given) if given else group)
    return found


def _parties(group: Group, groups: Sequence[Group]) -> tuple[Actor, ...]:
    """The two or more others of the talks or of the fighting told nearest to a mediation."""
    own = _keys(group.actors)
    best: tuple[int, tuple[Actor, ...]] | None = None
    for other in groups:
        others = tuple(a for a in (*other.actors, *other.recipients) if _keys([a]).isdisjoint(own))
        if other.type not in TALKS or len(others) < 2:
            continue
        distance = _apart(group, other)
        if distance <= _NEAR and (best is None or distance < best[0]):
            best = distance, others
    return best[1] if best is not None else _at_odds(group, groups)


def _at_odds(group: Group, groups: Sequence[Group]) -> tuple[Actor, ...]:
    """The two whose quarrel is told nearest to a mediation, where nothing tells of their talks."""
    own = _keys(group.actors)
    near: list[tuple[int, tuple[Actor, ...]]] = []
    for other in groups:
        sides = (*other.actors, *other.recipients)
        known = other.actors and other.recipients and all(a.code for a in sides)
        if other.type in QUARRELS and known and _keys(sides).isdisjoint(own) and _apart(group, other) <= _FAR:
            near.append((_apart(group, other), sides))
    return min(near, key=lambda pair: pair[0])[1] if near else ()


def _sanctioned(group: Group, groups: Sequence[Group]) -> tuple[Actor, ...]:
    """Whom the other sanctions of the article are on, when they are all on one."""
    others = [g for g in groups if g.type == "sanction" and g.recipients and _apart(group, g) <= _FAR]
    found = {_key(g.recipients): g.recipients for g in others if _keys(g.recipients).isdisjoint(_keys(group.actors))}
    return next(iter(found.values())) if len(found) == 1 else ()


def _in_same_breath(group: Group, groups: Sequence[Group]) -> tuple[Actor, ...]:
    """Whom another party answers in the same sentence."""
    here = {d.frame.unit.index for d in group.drafts}
    for other in groups:
        if other is group or other.type not in SAME_BREATH[group.type] or not other.recipients:
            continue
        same = bool(here & {d.frame.unit.index for d in other.drafts})
        if same and _keys(other.recipients).isdisjoint(_keys(group.actors)):
            return other.recipients
    return ()


def _apart(group: Group, other: Group) -> int:
    return min(abs(a.frame.unit.index - b.frame.unit.index) for a in group.drafts for b in other.drafts)


def _keys(actors: Iterable[Actor]) -> set[str]:
    return {k for a in actors for k in (a.name, a.code) if k}


def _key(actors: Iterable[Actor]) -> frozenset[str]:
    return frozenset(a.code or a.name for a in actors)

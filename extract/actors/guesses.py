"""Whose an official is when the article does not say so: the release's own state, the body or the state it is about."""

from __future__ import annotations

from .entities import Entity, Ref
from .scene import Scene
from .spans import Marked

IGO_OFFICES = frozenset({"secretary-general", "deputy secretary-general", "high representative", "high commissioner"})
FOREIGN = frozenset({"minister", "prime minister", "foreign minister", "chancellor", "king", "taoiseach", "premier"})
"""Offices that a release does not name its own officials by; only those of other states."""

_TOP = frozenset(
    {"president", "prime minister", "king", "queen", "foreign minister", "emir", "sultan", "defence minister"}
)
"""Offices that a state has one holder of."""

_REACH = 3
"""How many sentences back a state may be named."""


def guess(scene: Scene, marked: Marked, offices: set[str]) -> tuple[str | None, str]:
    """A code for someone in these offices, and the reason; None when nothing speaks for any."""
    if offices & IGO_OFFICES:
        found = next(
            (e for r in scene.recent(marked.unit.index, 60) for e in r.entities if e.sort == "igo" and e.code), None
        )
        if found is not None:
            return found.code, f"the body named last: {found.name}"
        return None, ""
    for office in offices:
        if office in scene.tables.titles_of:
            return scene.tables.titles_of[office], f"only one state has a {office}"
    home = scene.home
    if home is not None and home.code and not offices & FOREIGN and not _is_taken(scene, offices, home.code):
        return home.code, f"the article is a release of {home.name}"
    taken = {e.code for e in scene.people.all if e.code_is_own and _TOP & e.offices & offices}
    state = _nearest(scene, marked, {home.code if home else None, *taken})
    if state is not None:
        return state.code, f"the state named last: {state.name}"
    return None, ""


def _is_place(scene: Scene, ref: Ref) -> bool:
    """Whether a state is only where something happens."""
    token = scene.units[ref.unit].doc[ref.head]
    return token.dep_ == "pobj" and token.head.lower_ in ("in", "at", "to", "from", "into", "across", "near", "against")


def _is_taken(scene: Scene, offices: set[str], code: str) -> bool:
    """Whether the state's own president is someone else of the article."""
    return "president" in offices and any(
        "president" in e.offices and e.code == code and e.code_is_own for e in scene.people.all
    )


def _nearest(scene: Scene, marked: Marked, other_than: set[str | None]) -> Entity | None:
    """The state that the article names most, among those of the last sentences; else the first of this sentence."""
    near: dict[Entity, int] = {}
    for ref in scene.recent(marked.unit.index, _REACH):
        for entity in ref.entities:
            if entity.sort == "state" and entity.code and entity.code not in other_than and not _is_place(scene, ref):
                near[entity] = scene.codes_owning.get(entity.code, 0)
    if near:
        return max(near, key=lambda e: near[e])
    for span in marked.spans:
        entry = scene.entry(span)
        before = marked.low[span.start - 1] if span.start else ""
        if before in ("in", "to", "from", "at", "against", "into", "visit", "over", "toward", "towards"):
            continue
        if entry is not None and entry.sort == "state" and entry.code and entry.code not in other_than:
            return scene.state(entry.code)
    left = {code: n for code, n in scene.codes_owning.items() if code not in other_than}
    return scene.state(max(left, key=lambda c: left[c])) if left else None

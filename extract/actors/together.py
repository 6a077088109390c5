"""Those named together: "the two sides", "both countries", "the leaders", "participants"."""

from __future__ import annotations

from collections.abc import Callable

from .entities import Entity, Ref
from .scene import PLACING, Scene
from .spans import Marked

BARE = frozenset({"sides", "countries", "leaders", "delegations", "presidents", "negotiators"})
"""Plurals that mean two without a number: "the sides"."""


def several(scene: Scene, marked: Marked, count: int | None, low: str, plain: bool = True) -> tuple[Entity, ...]:
    """Those named together last: "the two sides", "both countries", "the leaders", "participants"."""
    nouns = scene.tables.nouns
    people, states = low in nouns["pair_people"], low in nouns["pair_states"]
    if count is None and low not in nouns["participants"] and (low not in BARE or not plain):
        return ()
    if count is not None and count > 4:
        return ()
    fits: Callable[[Entity], bool]
    if people:
        fits = lambda e: e.sort == "person"  # noqa: E731
    elif states:
        fits = lambda e: e.code is not None and e.sort in ("state", "person", "seat", "body")  # noqa: E731
    else:
        fits = lambda e: (  # noqa: E731
            e.political and e.sort in ("state", "person", "seat", "body", "igo", "organisation")
        )
    found = _joined(scene, marked, count, fits, low in ("sides", "parties"))
    if not found and (count is not None or low != "parties"):
        found = _recent_pair(scene, marked, count or 2, fits)
    if states:
        found = tuple(scene.state(e.code or "") or e for e in found)
    return found


def _joined(
    scene: Scene, marked: Marked, count: int | None, fits: Callable[[Entity], bool], within: bool
) -> tuple[Entity, ...]:
    """Those of the latest list, of different states each, or `within` one a government and a movement."""
    for ref in scene.recent(marked.unit.index, 8):
        if not ref.joined or (count is not None and len(ref.entities) != count):
            continue
        low = scene.units[ref.unit].low
        if within and low[max(ref.start - 1, 0)] in PLACING - {"against"}:
            continue  # "a trip to Norway, Chile and Peru"
        codes = [e.code for e in ref.entities]
        many = len(set(codes)) == len(codes) or len(codes) > 3 or (count is None and len(set(codes)) > 1)
        many = many or (within and any(e.sort == "organisation" for e in ref.entities))
        if all(fits(e) for e in ref.entities) and many:
            return ref.entities
    return ()


def _recent_pair(scene: Scene, marked: Marked, count: int, fits: Callable[[Entity], bool]) -> tuple[Entity, ...]:
    """The latest parties of so many different codes, those of one sentence first."""
    best: list[Entity] = []
    for unit in range(marked.unit.index, max(-1, marked.unit.index - 5), -1):
        here: list[Entity] = []
        for ref in scene.refs:
            if ref.unit == unit and not _is_whence(scene, ref):
                _collect(here, ref, fits)
        if len(here) >= count:
            return tuple(here[:count])
        for entity in here:
            if all(entity.code != other.code for other in best):
                best.append(entity)
        if len(best) >= count:
            return tuple(best[:count])
    return ()


def _is_whence(scene: Scene, ref: Ref) -> bool:
    """Whether somebody only says where or whence others are: "refugees from Chad"."""
    token = scene.units[ref.unit].doc[ref.head]
    return token.dep_ == "pobj" and token.head.lower_ in ("in", "from", "at", "into", "across", "near")


def _collect(here: list[Entity], ref: Ref, fits: Callable[[Entity], bool]) -> None:
    for entity in ref.entities:
        if fits(entity) and entity.political and entity.code and all(entity.code != other.code for other in here):
            here.append(entity)

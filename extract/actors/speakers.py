"""Whom "I", "we" and "you" stand for: whoever speaks or is spoken to, or, in a release, whoever publishes it."""

from __future__ import annotations

from .entities import Entity, Ref
from .scene import Scene
from .spans import Marked

FIRST = frozenset({"i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "ourselves"})
OURS = frozenset({"we", "us", "our", "ours", "ourselves"})
SECOND = frozenset({"you", "your", "yours", "yourself"})


def spoken(scene: Scene, marked: Marked, i: int) -> tuple[tuple[Entity, ...], str]:
    """Whom "I", "we" and "you" stand for: the speaker of the quote around them, or the one spoken to."""
    token, low = marked.doc[i], marked.low[i]
    for quotation in scene.quotations.covering(marked.unit, token):
        if not quotation.direct:
            continue
        if low in SECOND:
            if quotation.addressee is None:
                return (), ""
            unit, head = quotation.addressee
            ref = scene.at.get((unit.index, head.i))
            return (ref.entities if ref is not None else ()), "the one spoken to"
        speaker = scene.speaker(quotation)
        return ((speaker,) if speaker is not None else ()), f'"{low}": the speaker'
    if low in OURS and scene.home is not None and not scene.quotations.quoted(marked.unit, token):
        return _publisher(scene), f'"{low}": who publishes it'
    return (), ""


def _publisher(scene: Scene) -> tuple[Entity, ...]:
    """Who "we" are in a release: the states that issue it together, else the one whose it is."""
    home = scene.home
    if home is None or not home.code:
        return ()
    title = scene.units[0].low if scene.units and scene.units[0].unit.field == "title" else []
    for ref in scene.refs if "joint" in title else ():
        if ref.unit > 5:
            break
        if ref.joined and _are_states(ref):
            here = [r for r in scene.refs if r.unit == ref.unit and not r.joined and not r.owning and _are_states(r)]
            found = tuple({e.code or e.name: e for r in here for e in r.entities}.values())
            if home.code in {e.code for e in found}:
                return found
    state = scene.state(home.code)
    return (state,) if state is not None else ()


def _are_states(ref: Ref) -> bool:
    return all(e.sort in ("state", "igo") for e in ref.entities)

"""Whom "I", "we" and "you" stand for: whoever speaks or is spoken to, or, in a release, whoever publishes it."""

from __future__ import annotations

from .entities import Entity, Ref
from .scene import PLACING, Scene
from .spans import Marked

FIRST = frozenset({"i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "ourselves"})
OURS = frozenset({"we", "us", "our", "ours", "ourselves"})
MINE = frozenset({"i", "me", "my", "mine", "myself"})
STATEMENTS = frozenset({"statement", "remarks", "message", "letter", "op-ed", "speech", "address"})
"""First words of the title of a text that somebody makes in his own name."""
_OPENING = 3
"""The last sentence that may say who issues a statement."""
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
    if low in MINE and not scene.quotations.quoted(marked.unit, token) and (author := author_of(scene)) is not None:
        return author.entities[:1], f'"{low}": whose statement it is'
    if low in OURS and scene.home is not None and not scene.quotations.quoted(marked.unit, token):
        return _publisher(scene), f'"{low}": who publishes it'
    return (), ""


def author_of(scene: Scene) -> Ref | None:
    """Who makes a statement, by its title: "Statement from President X on ..."."""
    if not scene.units or scene.units[0].unit.field != "title":
        return None
    low = scene.units[0].low
    if not low or low[0] not in STATEMENTS or not {"from", "by", "of"} & set(low[:4]):
        return None
    persons = (r for r in scene.refs if r.unit == scene.units[0].unit.index and r.entities[0].sort == "person")
    first = next((r for r in persons if not r.pronoun), None)
    about = next((i for i, word in enumerate(low) if word in ("on", "regarding", "at", "before")), len(low))
    return first if first is not None and first.start < about else None


def _publisher(scene: Scene) -> tuple[Entity, ...]:
    """Who "we" are in a release: the states that issue it together, else the one whose it is."""
    home = scene.home
    if home is None or not home.code:
        return ()
    title = scene.units[0].low if scene.units and scene.units[0].unit.field == "title" else []
    if "joint" in title and (found := _issuers(scene, home.code)):
        return found
    state = scene.state(home.code)
    return (state,) if state is not None else ()


def _issuers(scene: Scene, home: str) -> tuple[Entity, ...]:
    """Who issues a joint statement: the group, the leaders or the states that its title or first sentences name."""
    early = [r for r in scene.refs if r.unit <= _OPENING and not r.owning and not r.pronoun and not _is_topic(scene, r)]
    for ref in early:
        if not ref.joined and len(ref.entities) > 1 and home in {e.code for e in ref.entities}:
            return _states(scene, ref.entities)
    for sort in (frozenset({"person"}), frozenset({"state", "igo"})):
        for unit in sorted({r.unit for r in early}):
            here = [r for r in early if r.unit == unit and not r.joined]
            found = _states(scene, tuple(e for r in here for e in r.entities if e.sort in sort))
            if len(found) > 1 and home in {e.code for e in found}:
                return found
    return ()


def _states(scene: Scene, entities: tuple[Entity, ...]) -> tuple[Entity, ...]:
    """Each state or body of these parties once."""
    by_code = {e.code: e if e.sort in ("state", "igo") else scene.state(e.code) for e in entities if e.code}
    return tuple(e for e in by_code.values() if e is not None)


def _is_topic(scene: Scene, ref: Ref) -> bool:
    """Whether a party is only where a statement is issued, or what it is about: "... on Iran", "in Bali"."""
    low = scene.units[ref.unit].low
    i = ref.start - 1
    i -= i > 0 and low[i] in ("the", "situation", "attack")
    return i >= 0 and low[i] in PLACING | {"on", "regarding", "concerning", "about", "following"}

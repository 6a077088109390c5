"""Who is together in a sentence: "X spoke today with Y, Z and W". Later "they", "both" and "participants" mean them."""

from __future__ import annotations

from ..words import words
from .entities import Entity, Ref
from .scene import Scene
from .spans import Marked

PARTIES = frozenset({"person", "state", "igo", "seat", "body", "organisation"})
LINKS = frozenset({"with", "between", "by", "from"})

_GAP = 8
"""How many words may stand between one member of a list and the next: a title, an "of" phrase."""


def company(scene: Scene, marked: Marked) -> Ref | None:
    """A joint antecedent for the subject of a sentence and those it meets, when it tells of something done together."""
    together = scene.tables.nouns["together"]
    lemmas = [lemma for lemma, _ in words(marked.doc)]
    met = (i for i, lemma in enumerate(lemmas) if lemma in together or marked.low[i] in together)
    at = next((i for i in met if not _is_appeal(marked, i)), None)
    if at is None:
        return None
    here = [r for r in scene.refs[-80:] if r.unit == marked.unit.index and not r.joined and not r.quoted]
    here.sort(key=lambda r: r.head)
    first = next((r for r in here if r.subject and r.head < at and _is_party(r)), None)
    if first is None:
        return None
    members: list[Entity] = list(first.entities)
    last, inside = at, False
    for ref in here:
        if ref.head <= last or not _is_party(ref) or ref.owning or ref.pronoun:
            continue
        inside = _is_inside(marked, last, ref.start, inside) and last != at
        if inside:
            last = ref.end - 1
            continue
        if not _is_linked(marked, last, ref.start, last == at):
            break
        members += [e for e in ref.entities if e not in members and e.sort == ref.entities[0].sort]
        last = ref.end - 1
    people = [e for e in members if e.sort == "person"]
    members = people if len(people) > 1 else members
    if len(members) < 2:
        return None
    return Ref(tuple(members), marked.unit.index, first.head, first.start, last + 1, joined=True, subject=True)


def _is_appeal(marked: Marked, i: int) -> bool:
    """Whether a call is none by telephone: "ignored calls from X", "called on X"."""
    if not marked.low[i].startswith("call"):
        return False
    phoned = marked.low[i - 1 : i] in (["phone"], ["telephone"], ["video"], ["conference"])
    return not phoned and marked.low[i + 1 : i + 2] in (["for"], ["on"], ["from"], ["upon"])


def _is_party(ref: Ref) -> bool:
    return all(e.sort in PARTIES and e.political for e in ref.entities)


def _is_inside(marked: Marked, last: int, start: int, inside: bool) -> bool:
    """Whether a party is only named in a participle on another: "with A, representing B, and C"."""
    if marked.raw[start - 1] in (",", ";") or marked.low[start - 1] == "and":
        return False
    return inside or "VBG" in marked.tags[last + 1 : start]


def _is_linked(marked: Marked, last: int, start: int, first: bool) -> bool:
    """Whether the words between say that the next one is of the company: "with" at first, then a list."""
    between = range(last + 1, start)
    if first:
        links = LINKS.intersection(marked.low[i] for i in between)
        return bool(links) or len(between) < 2
    if len(between) > _GAP:
        return False
    return not any(marked.tags[i].startswith("VB") or marked.low[i] in ("to", "about", "on", "over") for i in between)

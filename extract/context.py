"""What an act takes from the acts around it.

What one side urged, promised or condemned in a dated meeting has the date and place of the meeting (codebook, section
5); who denies or rejects without saying whose claim or request answers the one made to him before.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from spacy.tokens import Token

from ..models import Place
from . import grammar
from .codes import UNREAL
from .merge import Group, is_old

CONTAINERS = frozenset({"visit", "meeting", "call", "negotiation", "statement", "agreement"})
"""Acts in which others are done."""
WORDS = frozenset(
    {
        *("pledge", "support", "criticism", "appeal", "demand", "accusation", "denial", "rejection", "threat"),
        *("statement", "apology", "meeting", "agreement", "negotiation", "mediation", "cooperation", "demarche"),
    }
)
"""Acts that are done in another: those of words, and the meeting or signing during a visit."""
ANSWERS: Mapping[str, tuple[frozenset[str], ...]] = {
    "denial": (frozenset({"accusation"}), frozenset({"criticism", "demarche", "investigation"})),
    "rejection": (frozenset({"appeal", "demand", "pledge"}), frozenset({"mediation"})),
    "apology": (frozenset({"criticism", "accusation", "demand"}),),
}
"""Acts that answer another, and which; the first kind found goes before the next."""
PLACELESS = frozenset({"visit", "sanction", "concession", "aid", "investigation", "call"})
"""Acts that happen elsewhere than the acts told beside them, or nowhere in particular."""
ABOUT = frozenset({"criticism", "support", "rejection", "accusation"})
"""Acts of words about another act, whose doer they are directed at."""
_DEEDS = ("assault", "coercion", "mobilization")
_MOVES = ("rupture", "sanction", "expulsion", "recognition", "mobilization", "aid", "coercion")
GENERIC: Mapping[str, tuple[str, ...]] = {
    "incident": _DEEDS,
    "raid": _DEEDS,
    "attack": _DEEDS,
    "killing": _DEEDS,
    "violence": _DEEDS,
    "move": _MOVES,
    "decision": _MOVES,
    "step": _MOVES,
    "action": (*_MOVES, "assault"),
}
"""Nouns that refer back to an act told just before, and the types that it may have."""
_FAR = 10
"""How many sentences after the containing act its acts are still told."""
_ASKED_FAR = 20
"""How many sentences after a claim or request its answer may come."""
_NEXT = 2
"""How many sentences after dated words the same speaker's words in that paragraph are of the same day."""


def answered(groups: Sequence[Group]) -> list[Group]:
    """The groups; one that answers a claim or request of somebody not named has that one as its recipient."""
    found: list[Group] = []
    for group in groups:
        if not group.recipients:
            asked = _asked(group, groups) if group.type in ANSWERS else None
            asked = asked or (_named_again(group, groups) if group.type in ABOUT else None)
            if asked is not None:
                group = replace(group, given_recipients=asked.actors)
        found.append(group)
    return found


def _asked(group: Group, groups: Sequence[Group]) -> Group | None:
    """The latest act before this one, or in its sentence, that was directed at its actor."""
    codes = {a.code for a in group.actors if a.code}
    names = {a.name for a in group.actors}
    at = group.drafts[0].frame.unit.index
    latest_first = sorted(groups, key=lambda g: -g.drafts[0].frame.unit.index)
    for kinds in ANSWERS[group.type]:
        for other in latest_first:
            first = min(d.frame.unit.index for d in other.drafts)
            if other.type not in kinds or first > at or at - first > _ASKED_FAR:
                continue
            if any(a.name in names or (a.code and a.code in codes) for a in other.actors):
                continue
            if any(r.name in names or (r.code and r.code in codes) for r in other.recipients):
                return other
    return None


def _named_again(group: Group, groups: Sequence[Group]) -> Group | None:
    """The act before that the thing praised or condemned refers back to: "condemned the attack"."""
    frame = group.drafts[0].frame
    said = grammar.surface_subjects(frame.trigger) if frame.said else []  # "the deal sends the wrong signal"
    things = [t for t in (*said, *grammar.objects(frame.trigger), *_about(frame.trigger)) if _is_definite(t)]
    lemmas = {t.lemma_ for t in things}
    own = {a.code or a.name for a in group.actors}
    for other in reversed(groups):
        if not lemmas or other.drafts is group.drafts or other.type in ABOUT:
            continue
        for draft in other.drafts:
            distance = frame.unit.index - draft.frame.unit.index
            if not 0 <= distance <= _FAR or not lemmas & {w.lemma_ for w in draft.frame.words}:
                continue
            if other.actors and not any((a.code or a.name) in own for a in other.actors):
                return other
    kinds = frozenset(kind for lemma in lemmas for kind in GENERIC.get(lemma, ()))
    return _latest_of(group, groups, kinds, own) if kinds else None


def _latest_of(group: Group, groups: Sequence[Group], kinds: frozenset[str], own: set[str]) -> Group | None:
    """The latest act of these types by others, just before this one: what "the incident", "the move" is."""
    here = group.drafts[0].frame.unit
    near: list[tuple[int, Group]] = []
    for other in groups:
        at = max((d.frame.unit.index for d in other.drafts if d.frame.unit.index <= here.index), default=-1)
        if other.type in kinds and other.drafts is not group.drafts and here.index - at <= _NEXT and at >= 0:
            near.append((at, other))
    found = max(near, key=lambda pair: pair[0])[1] if near else None
    known = found is not None and any(a.code for a in found.actors)
    return found if known and found is not None and not any((a.code or a.name) in own for a in found.actors) else None


def _about(trigger: Token) -> list[Token]:
    return [t for name, t in grammar.prepositions(trigger) if name in {"of", "for", "against", "about", "over", "at"}]


def _is_definite(noun: Token) -> bool:
    return any(c.lower_ in {"the", "this", "that", "these", "those"} for c in noun.children)


def inherited(groups: Sequence[Group], published: date | None = None) -> list[Group]:
    """The groups, with date and place filled in from the act that contains them where they have none.

    In reading order, so that a meeting during a dated visit dates what was said in it.
    """
    found = list(groups)
    for at, group in enumerate(groups):
        home = _container(group, found, published) if group.type in WORDS else None
        if home is not None:
            day = home.date if group.date is None else None
            named = {a.name for a in group.actors} & {a.name for a in (*home.actors, *home.recipients)}
            place = home.place if group.place is None and named and _is_narrow(home.place) else None
            found[at] = replace(group, given_date=day, given_place=place)
    return found


def _container(group: Group, groups: Sequence[Group], published: date | None) -> Group | None:
    """The nearest act before (or in the sentence) in which this one's actor takes part, and that knows more."""
    here = group.drafts[0].frame.unit
    best: tuple[int, Group] | None = None
    for other in groups:
        if other.drafts is group.drafts or (other.date is None and other.place is None) or _is_aside(other):
            continue
        if not _takes_part(group, other) or not _realities_agree(group, other):
            continue
        for draft in other.drafts:
            unit = draft.frame.unit
            distance = here.index - unit.index
            near = 0 <= distance <= (_FAR if other.type in CONTAINERS else _NEXT)
            told_with = other.type in CONTAINERS and not is_old(other.date, published)
            near = near and (told_with or unit.paragraph == here.paragraph)
            if unit.field == here.field and near and (best is None or distance < best[0]):
                best = distance, other
    return best[1] if best else None


def placed(groups: Sequence[Group]) -> list[Group]:
    """The groups; one without a place has that of a near act by one of its parties at the same time."""
    found: list[Group] = []
    for group in groups:
        if group.type in PLACELESS or group.place is not None:
            found.append(group)
            continue
        near = [o for o in groups if o is not group and _is_narrow(o.place) and _is_beside(group, o)]
        best = min(near, key=lambda o: _paragraphs_apart(group, o), default=None)
        found.append(replace(group, given_place=best.place) if best is not None else group)
    return found


def _is_narrow(place: Place | None) -> bool:
    """Whether a place is one that another act can be in: no continent, no region of several states."""
    return place is not None and place.country is not None


def _is_aside(group: Group) -> bool:
    """Whether an act is only told in a relative clause: "Sarkozy, who recently visited Algeria, said ..."."""
    first = group.drafts[0].frame
    return len(group.drafts) == 1 and (first.trigger.dep_ == "relcl" or first.trigger.head.dep_ == "relcl")


def _is_beside(group: Group, other: Group) -> bool:
    names = {a.name for a in group.actors}
    shared = any(a.name in names for a in (*other.actors, *other.recipients))
    if not shared or _days(group) != _days(other) or not _realities_agree(group, other) or _is_aside(other):
        return False
    return _paragraphs_apart(group, other) <= 1


def _days(group: Group) -> tuple[date | None, date | None] | None:
    return (group.date.start, group.date.end) if group.date is not None and group.date.start is not None else None


def _paragraphs_apart(group: Group, other: Group) -> int:
    mine = [d.frame.unit.paragraph for d in group.drafts]
    theirs = [d.frame.unit.paragraph for d in other.drafts]
    return min(abs(a - b) for a in mine for b in theirs)


def _takes_part(group: Group, other: Group) -> bool:
    """Whether an actor is a party of the other act, a person by name, a state or delegation by its state too."""
    parties = (*other.actors, *other.recipients)
    names, codes = {a.name for a in parties}, {a.code for a in parties if a.code}
    return any(a.name in names or (a.kind != "person" and a.code in codes) for a in group.actors)


def _realities_agree(group: Group, other: Group) -> bool:
    """What was said is not said in a meeting still to come."""
    return other.factuality != "negated" and (group.factuality in UNREAL) == (other.factuality in UNREAL)

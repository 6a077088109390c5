"""Who fills a role: from the slots of an entry to the parties that the cast knows."""

from __future__ import annotations

from collections.abc import Set

from spacy.tokens import Token

from .. import grammar
from ..actors import Mention
from ..units import Unit
from . import roles
from .frame import Filler
from .lexicon import Pos
from .lists import listed
from .scene import Scene

LOCATIVES = frozenset({"in", "at", "near", "inside", "outside", "across", "around", "within", "off"})
POLITICS = frozenset(
    {"situation", "event", "crisis", "development", "crackdown", "unrest", "election", "right", "abuse", "coup"}
    | {"instability", "repression", "rule", "reform", "democracy", "constitution", "referendum", "vote", "turmoil"}
)
"""Affairs that those who govern a place answer for: "concern about the situation in Chad"."""
DELEGATES = frozenset({"delegation", "team", "mission", "party", "contingent", "side", "entourage", "deputation"})
"""Words for people whom a state sends."""
_LONGEST_LIST = 20


def role(
    scene: Scene,
    unit: Unit,
    token: Token,
    slots: tuple[str, ...],
    pos: Pos,
    kind: str,
    taken: Set[str],
    *,
    union: bool,
) -> tuple[Filler, ...]:
    """Fillers of the first slot that holds any not taken (a state: by code); of all slots when the act is mutual."""
    found: list[Filler] = []
    for slot in slots:
        for head in [t for h in roles.fill(slot, token, pos) for t in listed(scene.cast, unit, h)]:
            # people travel and telephone themselves: "called the killing of X" is no call
            for mention in scene.cast.resolve(unit, head) if kind == "person" else who(scene, unit, head):
                if _is_second_title(head, mention):
                    continue
                if kind in {"political", "person"} and not mention.political:
                    continue
                if kind == "person" and not _is_person(head, mention):
                    continue
                if mention.actor.name in taken or (mention.actor.kind == "state" and mention.actor.code in taken):
                    continue  # nobody acts toward himself, nor an official toward his own state
                if mention.actor.code in taken and _is_possessed(head):
                    continue  # "ordered its army"
                if all(mention.actor.name != f.mention.actor.name for f in found):
                    found.append(Filler(head, mention, slot))
        if found and not union:
            break
    return tuple(f for f in found if not _is_half(f, found))


def _is_half(filler: Filler, others: list[Filler]) -> bool:
    """Whether a state is only the first word of a group beside it: "the UK and US monitors"."""
    state = filler.mention.actor
    groups = (o.mention.actor for o in others if o.mention.actor.kind in {"group", "organisation"})
    return state.kind == "state" and any(g.code == state.code and g.name.startswith(state.text) for g in groups)


def _is_person(head: Token, mention: Mention) -> bool:
    """Whether a party can travel and telephone: a person or group, or those whom a state sends ("a US delegation")."""
    return mention.actor.kind in {"person", "group"} or head.lemma_ in DELEGATES


def _is_second_title(head: Token, mention: Mention) -> bool:
    """The other office of the person before: "the state councillor and director of the bureau"."""
    if head.dep_ != "conj" or head.pos_ != "NOUN" or mention.actor.kind != "person" or head.head.pos_ != "NOUN":
        return False
    untitled = not any(c.dep_ in {"det", "poss"} for c in head.children)
    return untitled and head.text in mention.actor.name and any(c.dep_ == "det" for c in head.head.children)


def _is_possessed(head: Token) -> bool:
    """Whether somebody is called by whose he is: "its army", "their envoys", "the work of his government"."""
    own = (head, *roles.inside(head))
    return any(c.dep_ == "poss" and c.tag_ == "PRP$" for t in own for c in t.children)


def who(scene: Scene, unit: Unit, head: Token) -> tuple[Mention, ...]:
    """Who a filler stands for; of a thing, whose it is."""
    found = scene.cast.resolve(unit, head)
    if found:
        return found
    owners = roles.inside(head)
    for at, owner in enumerate(owners):
        found = scene.cast.resolve(unit, owner)
        if found:  # "statements by Europe and the United States"
            others = [
                o for o in owners[at + 1 :] if o in owner.conjuncts or _is_hyphened(owner, o) or _is_beside(owner, o)
            ]
            others += [o for o in listed(scene.cast, unit, owner)[1:] if o not in others]
            joined = [m for o in others for m in scene.cast.resolve(unit, o)]
            return (*found, *joined)
    deep = [(o, m) for o in owners for t in roles.inside(o)[:1] for m in scene.cast.resolve(unit, t)]
    if not deep:
        deep = [(o, m) for o in owners for t in roles.inside(o) for m in scene.cast.resolve(unit, t)][:1]
    first = deep[0][0] if deep else None
    return tuple(m for o, m in deep if o == first or (first is not None and o in first.conjuncts))


def _is_hyphened(first: Token, second: Token) -> bool:
    """Whether two owners are one compound: "the American-French proposal"."""
    return second.i - first.i == 2 and first.nbor(1).text in grammar.HYPHENS


def _is_beside(first: Token, second: Token) -> bool:
    """Whether the parser gave one preposition two objects: "by X leader A and Y President B"."""
    return bool(first.dep_ == second.dep_ == "pobj" and first.head == second.head)


def within(scene: Scene, unit: Unit, token: Token, actors: tuple[Filler, ...]) -> tuple[Filler, ...]:
    """The last resort for a recipient: the nearest foreign party that the trigger's own phrase names behind it."""
    taken = {f.mention.actor.code for f in actors} | {None}
    other = {t.i for c in token.children if c.dep_ == "conj" and c.pos_ == "VERB" for t in c.subtree}
    inside = [t for t in token.subtree if t.i > token.i and t.i not in other]
    for inner in sorted(inside, key=lambda t: not _is_agent(t)):  # who did the thing comes first
        for mention in scene.cast.resolve(unit, inner):
            if _is_locative(inner) and (mention.actor.kind != "government" or inner.ent_type_ == "GPE"):
                continue
            if mention.political and mention.actor.kind != "group" and mention.actor.code not in taken:
                return (Filler(inner, mention, "within"),)
    return ()


def _is_agent(token: Token) -> bool:
    return bool(token.dep_ == "pobj" and token.head.lower_ == "by")


def _is_locative(token: Token) -> bool:
    """Whether a name only says where: "the bombing in London", "a village of northern Chad"."""
    current = token
    for _ in range(_LONGEST_LIST):
        if current.dep_ == "pobj" and current.head.lower_ in LOCATIVES:
            return current.head.head.lemma_.lower() not in POLITICS
        if current.dep_ not in {"pobj", "prep", "conj", "compound", "amod", "appos"}:
            return False
        current = current.head
    return False

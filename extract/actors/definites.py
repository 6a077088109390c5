"""Whom a noun phrase without a name stands for: an office, a body, a group, "the country", "the two sides"."""

from __future__ import annotations

from ...models import Kind
from .entities import Entity
from .following import form_of
from .groups import BODY_NOUNS, body, group, last_state, make_body, same_noun, traveller
from .nominals import Nominal
from .officials import counterpart, holders_of, name_of, official
from .scene import Owner, Scene, owner_codes
from .spans import PLURAL_TAGS, Marked
from .together import several

DEFINITE = frozenset(
    {"the", "this", "that", "these", "those", "both", "his", "her", "its", "their", "our", "my", "whose"}
)

MASSES = frozenset({"justice", "intelligence"})
"""What is nobody unless it is somebody's: "the justice of the cause", "a need for intelligence"."""
MISSIONS = frozenset({"embassy", "consulate"})
CIRCLES = frozenset({("contact", "group"), ("contact", "groups")})
"""Groups of states, named after the country that they deal with."""


def described(scene: Scene, marked: Marked, nominal: Nominal) -> tuple[tuple[Entity, ...], str]:
    """The parties that an untied noun phrase stands for, and the step that found them."""
    low = marked.low[nominal.head]
    nouns = scene.tables.nouns
    owners = owner_codes(scene, marked, nominal)
    if low in MASSES and nominal.det in ("", "the") and not owners:
        return (), ""
    if nominal.noun in MISSIONS and owners:
        owners = [o for o in owners if not _is_seat(scene, marked, nominal, o)]
        if not owners:
            return (), ""
    if tuple(marked.low[nominal.core : nominal.core_end][-2:]) in CIRCLES:
        owners = [o for o in owners if o[2] is not None and form_of(o[2]) == "adjective"]
        return group(scene, marked, nominal, owners), "group of states"
    definite = nominal.det in DEFINITE
    definite = definite or (marked.unit.field == "title" and not nominal.det and not nominal.plural)
    sort = nominal.office.sort if nominal.office is not None else ""
    bare = not nominal.det and low in ("participants", "attendees") and marked.tags[nominal.head] in PLURAL_TAGS
    plain = low not in ("parties", "leaders") or nominal.start == nominal.core or nominal.count is not None
    those = nominal.det in ("those", "these") and nominal.count is None
    if (
        (definite or bare)
        and plain
        and not those
        and not owners
        and low in nouns["pair"] | nouns["participants"]
        and nominal.plural
    ):
        count = nominal.count or (2 if nominal.det == "both" else None)
        found = several(scene, marked, count, low, plain=nominal.det == "the")
        if found:
            return found, f'"{marked.words(nominal.core, nominal.core_end)}": those named before'
    if nominal.det in ("the", "both") and low in nouns["couple"]:
        return several(scene, marked, 2, "leaders") or several(scene, marked, 2, "sides"), f'"{low}": the two before'
    if definite and nominal.plural and sort == "office" and (nominal.count == 2 or nominal.det == "both"):
        found = several(scene, marked, 2, "leaders")
        if found:
            return found, f'"{marked.words(nominal.core, nominal.core_end)}": the two named before'
    if definite and nominal.plural and sort == "office" and nominal.count is None and not owners:
        found = holders_of(scene, marked, nominal)
        if found:
            return found, f'"{marked.words(nominal.core, nominal.core_end)}": those who hold it'
    if nominal.noun == "counterpart" and not nominal.plural:
        return counterpart(scene, marked, nominal, owners)
    if definite and nominal.start == nominal.core and nominal.noun == "group" and not nominal.plural and not owners:
        met = next(
            (
                r
                for r in scene.recent(marked.unit.index, 6)
                if r.joined and len(r.entities) > 2 and r.entities[0].sort == "person"
            ),
            None,
        )
        if met is not None:
            return met.entities, '"the group": those named together'
    if nominal.noun == "delegation" and definite and not nominal.plural and not owners:
        named = same_noun(scene, marked, nominal)
        owner = traveller(scene, marked) if named is None else None
        if named is not None or owner is not None:
            return (named or make_body(scene, marked, nominal, owner),), "the delegation of the last one who acts"
    if nominal.noun == "opposition" and marked.low[nominal.core_end : nominal.core_end + 1] in (["to"], ["against"]):
        return (), ""
    if nominal.noun == "establishment" and marked.low[nominal.core_end : nominal.core_end + 1] == ["of"]:
        return (), ""
    if nominal.noun in nouns["state"] and not nominal.plural:
        return _country(scene, marked, nominal, definite)
    if (
        nominal.plural
        and nominal.pronoun is not None
        and low in nouns["pair_states"]
        and nominal.core_end == nominal.end
    ):
        states = tuple(s for code, _, _ in owners if code and (s := scene.state(code)) is not None)
        if len(states) > 1 and low in ("countries", "nations", "governments", "states"):
            return states, f"the states of {low}"
    if nominal.noun in nouns["side"] and not nominal.plural and owners:
        return _side(scene, marked, nominal, owners)
    if low in nouns["masses"] and low in ("community", "world", "west"):
        return group(scene, marked, nominal, owners), "group"
    if nominal.noun == "force" and not nominal.plural and not nominal.det and not owners:
        return (), ""
    if nominal.plural or (
        sort == "collective" and nominal.noun not in nouns["generic"] | nouns["person"] | nouns["country"]
    ):
        return group(scene, marked, nominal, owners), "group"
    if sort == "body" or (nominal.noun in nouns["body"] and sort != "citizen") or nominal.noun in BODY_NOUNS:
        return body(scene, marked, nominal, owners, definite)
    if sort == "office" or nominal.noun in nouns["generic"] | nouns["person"]:
        return official(scene, marked, nominal, owners, definite)
    if nominal.noun in nouns["body"] or sort == "citizen":
        return _nobody(scene, marked, nominal, owners, definite)
    return (), ""


def _is_seat(scene: Scene, marked: Marked, nominal: Nominal, owner: Owner) -> bool:
    """Whether a capital before an embassy only says where that is: "the London embassy"."""
    span = owner[2]
    entry = scene.entry(span) if span is not None else None
    if span is None or entry is None or entry.form != "capital" or nominal.noun not in MISSIONS:
        return False
    return span.end <= nominal.core and marked.tags[span.end] != "POS"


def _country(scene: Scene, marked: Marked, nominal: Nominal, definite: bool) -> tuple[tuple[Entity, ...], str]:
    """The latest state that fits "the country", "the Asian country", "the island nation"."""
    if not definite or nominal.former:
        return (), ""
    regions = [e for s in nominal.owners for e in s.entries if hasattr(e, "codes")]
    if any(scene.entry(s) is not None for s in nominal.owners) or nominal.places or nominal.pronoun is not None:
        codes = [c for c, _, _ in owner_codes(scene, marked, nominal) if c]
        state = scene.state(codes[0]) if codes else None
        return ((state,), "its own words") if state is not None else ((), "")
    latest = nominal.det == "that"
    state = last_state(scene, marked, lambda e: all(e.code in r.codes for r in regions), latest)
    if state is None:
        return (), ""
    return (state,), f'"{marked.words(nominal.start, nominal.core_end)}" is {state.name}'


def _side(scene: Scene, marked: Marked, nominal: Nominal, owners: list[Owner]) -> tuple[tuple[Entity, ...], str]:
    """A body of the state that "the Iranian side" or "the US delegation" is of."""
    return tuple(make_body(scene, marked, nominal, owner) for owner in owners[:3]), "side and its state"


def _nobody(
    scene: Scene, marked: Marked, nominal: Nominal, owners: list[Owner], definite: bool
) -> tuple[tuple[Entity, ...], str]:
    """A person or an organisation that holds no office."""
    if definite and not owners and (found := same_noun(scene, marked, nominal)) is not None:
        return (found,), f'"{marked.words(nominal.core, nominal.core_end)}" is {found.name}'
    owner = owners[0] if owners else None
    nouns = scene.tables.nouns
    kind: Kind = "organisation" if nominal.noun in nouns["body"] | nouns["things"] else "person"
    entity = Entity(name_of(marked, nominal, None, scene), "organisation" if kind == "organisation" else "person", kind)
    entity.code = owner[0] if owner else None
    entity.political = False
    return (scene.shared(entity),), "as written"

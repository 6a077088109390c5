"""Whom a noun phrase without a name stands for: an office, a body, a group, "the country", "the two sides"."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ...models import Kind
from .entities import Entity, Ref
from .guesses import guess
from .nominals import Nominal
from .people import role_of, titles_of
from .scene import Scene, owner_codes
from .spans import PLURAL_TAGS, Marked, Span

FAMILIES = (
    frozenset({"spokesman", "spokeswoman", "spokesperson"}),
    frozenset({"chairman", "chairwoman", "chair", "chairperson"}),
    frozenset({"premier", "prime minister", "pm", "minister"}),
    frozenset({"congressman", "congresswoman", "representative"}),
    frozenset({"businessman", "businesswoman"}),
    frozenset({"adviser", "advisor"}),
    frozenset({"ambassador", "envoy"}),
)
TITLES = (
    frozenset(
        {
            "top diplomat",
            "foreign minister",
            "foreign secretary",
            "secretary of state",
            "high representative",
            "foreign policy chief",
        }
    ),
    frozenset({"prime minister", "federal chancellor", "head of government", "taoiseach"}),
    frozenset({"defence minister", "defence secretary"}),
)
"""Offices that are one under different names."""
TOP = frozenset({"president", "prime minister", "king", "queen", "supreme leader", "emir", "sultan", "chancellor"})
DEFINITE = frozenset(
    {"the", "this", "that", "these", "those", "both", "his", "her", "its", "their", "our", "my", "whose"}
)
LEADING = frozenset({"head_of_state", "head_of_government", "royal", "igo_head"})
BODY_NOUNS = frozenset({"government", "administration", "regime", "authorities", "authority", "leadership", "cabinet"})

_FAR = 60
"""How many sentences back a definite description may look."""


def described(scene: Scene, marked: Marked, nominal: Nominal) -> tuple[tuple[Entity, ...], str]:
    """The parties that an untied noun phrase stands for, and the step that found them."""
    low = marked.low[nominal.head]
    nouns = scene.tables.nouns
    owners = owner_codes(scene, marked, nominal)
    definite = nominal.det in DEFINITE
    sort = nominal.office.sort if nominal.office is not None else ""
    bare = not nominal.det and low in ("participants", "attendees") and marked.tags[nominal.head] in PLURAL_TAGS
    if (definite or bare) and not owners and low in nouns["pair"] | nouns["participants"] and nominal.plural:
        count = nominal.count or (2 if nominal.det == "both" else None)
        found = several(scene, marked, count, low)
        if found:
            return found, f'"{marked.words(nominal.core, nominal.core_end)}": those named before'
    if definite and nominal.plural and sort == "office" and (nominal.count == 2 or nominal.det == "both"):
        found = several(scene, marked, 2, "leaders")
        if found:
            return found, f'"{marked.words(nominal.core, nominal.core_end)}": the two named before'
    if nominal.noun == "counterpart" and not nominal.plural:
        return _counterpart(scene, marked, nominal, owners)
    if nominal.noun in nouns["state"] and not nominal.plural:
        return _country(scene, marked, nominal, definite)
    if nominal.plural and nominal.pronoun is not None and low in nouns["pair_states"] and nominal.core_end == nominal.end:
        states = tuple(s for code, _, _ in owners if code and (s := scene.state(code)) is not None)
        if len(states) > 1 and low in ("countries", "nations", "governments", "states"):
            return states, f"the states of {low}"
    if nominal.noun in nouns["side"] and not nominal.plural and owners:
        return _side(scene, marked, nominal, owners)
    if low in nouns["masses"] and low in ("community", "world", "west"):
        return _group(scene, marked, nominal, owners), "group"
    if nominal.noun == "force" and not nominal.plural and not nominal.det and not owners:
        return (), ""
    if nominal.plural or (sort == "collective" and nominal.noun not in nouns["generic"] | nouns["person"] | nouns["country"]):
        return _group(scene, marked, nominal, owners), "group"
    if sort == "body" or (nominal.noun in nouns["body"] and sort != "citizen") or nominal.noun in BODY_NOUNS:
        return _body(scene, marked, nominal, owners, definite)
    if sort == "office" or nominal.noun in nouns["generic"] | nouns["person"]:
        return _official(scene, marked, nominal, owners, definite)
    if nominal.noun in nouns["body"] or sort == "citizen":
        return _nobody(scene, marked, nominal, owners, definite)
    return (), ""


Owners = list[tuple[str | None, str, Span | None]]


def _official(
    scene: Scene, marked: Marked, nominal: Nominal, owners: Owners, definite: bool
) -> tuple[tuple[Entity, ...], str]:
    """An office without a name: its holder in the article, else a person called by the words as written."""
    if (
        nominal.noun in ("head", "chief")
        and not owners
        and nominal.end == nominal.core_end
        and nominal.start == nominal.core
    ):
        return (), ""
    codes = [code for code, _, _ in owners if code]
    wanted = titles_of(nominal)
    if (definite or codes) and nominal.det not in ("a", "an", "another", "one") and not nominal.former:
        for code in codes or [None]:
            holder = _holder(scene, marked, nominal, wanted, code)
            if holder is not None:
                return (holder,), f'"{marked.words(nominal.start, nominal.core_end)}" is {holder.name}'
    if len(codes) > 1 and len(owners) == len(codes):
        return tuple(_nameless(scene, marked, nominal, owner) for owner in owners), "office of several states"
    home = scene.home
    if (
        not owners
        and definite
        and nominal.det == "the"
        and home is not None
        and home.code
        and wanted & {"secretary", "president"}
    ):
        holder = _of_release(scene, nominal, home.code)
        if holder is not None:
            return (holder,), f'"{marked.words(nominal.start, nominal.core_end)}" of the release\'s own state'
    entity = _nameless(scene, marked, nominal, owners[0] if owners else None)
    if entity.code is None and entity.political and definite:
        entity.code, why = guess(scene, marked, entity.offices)
        entity.how += [why] if why else []
    return (entity,), "office as written"


def _holder(scene: Scene, marked: Marked, nominal: Nominal, wanted: set[str], code: str | None) -> Entity | None:
    """The latest person named with this office and code; else one that the article names later."""
    wider = set(wanted)
    for family in FAMILIES:
        if nominal.noun in family:
            wider |= family
    generic = nominal.noun in scene.tables.nouns["generic"]
    if nominal.noun in scene.tables.nouns["rulers"]:
        leading = (e for e in _people(scene, marked.unit.index) if e.offices & TOP and code in (None, e.code))
        if (first := next(leading, None)) is not None:
            return first
    for strict in (True, False):
        for entity in _people(scene, marked.unit.index):
            if code is not None and entity.code != code:
                continue
            if code is None and entity.code is None and not entity.offices:
                continue
            if _has_office(entity, nominal, wanted if strict else wider, generic and not strict):
                return entity
        if code is not None and strict is False:
            break
    return None


def _has_office(entity: Entity, nominal: Nominal, wanted: set[str], generic: bool) -> bool:
    title = nominal.office.title if nominal.office is not None and nominal.office.sort == "office" else ""
    if title and " " in title:
        return title in entity.offices or any(title in f and f & entity.offices for f in TITLES)
    if wanted & entity.offices:
        return True
    return generic and bool(entity.offices)


def _people(scene: Scene, unit: int) -> Iterator[Entity]:
    """Persons from the latest mention backwards, then those who come later."""
    seen: dict[int, Entity] = {}
    for ref in scene.recent(unit, _FAR):
        for entity in ref.entities:
            if entity.sort == "person" and entity.words:
                seen.setdefault(id(entity), entity)
    for entity in scene.people.all:
        seen.setdefault(id(entity), entity)
    yield from sorted(seen.values(), key=lambda e: e.former)


def _of_release(scene: Scene, nominal: Nominal, code: str) -> Entity | None:
    """The holder of an office of the releasing state, by the tables: "the Secretary" of a State Department release."""
    title = (
        "secretary of state"
        if nominal.noun == "secretary"
        else nominal.office.title
        if nominal.office
        else nominal.noun
    )
    month = (scene.published.year, scene.published.month) if scene.published else None
    for holders in scene.tables.surnames.values():
        for holder in holders:
            if holder.code == code and holder.office.lower() == title and holder.holds(month):
                entity = Entity(holder.name, "person", "person", code, role=title, gender=holder.gender)
                entity.how.append(f"table {holder.table}: {holder.name}, {holder.office}, {holder.term}")
                entity.offices |= {title, nominal.noun}
                return scene.shared(entity)
    return None


def _counterpart(scene: Scene, marked: Marked, nominal: Nominal, owners: Owners) -> tuple[tuple[Entity, ...], str]:
    """ "His Turkish counterpart": whoever has his office there."""
    unit = marked.unit.index
    own = [s for s in nominal.owners if s.start >= nominal.start]
    code = next((c for c, _, span in owners if span is not None and span in own), None)
    first = scene.at.get((unit, nominal.pronoun)) if nominal.pronoun is not None else None
    whose = first.entities[0] if first is not None and first.entities else None
    if whose is None:
        whose = next((e for e in _people(scene, unit) if e.offices and e.code != code), None)
    offices = whose.offices if whose is not None else set()
    for entity in _people(scene, unit):
        if entity is not whose and (code is None or entity.code == code) and offices & entity.offices and entity.code:
            return (entity,), f"counterpart of {whose.name if whose else '?'}: {entity.name}"
    entity = _nameless(scene, marked, nominal, next((o for o in owners if o[0] == code), None))
    entity.offices |= offices
    return (entity,), "counterpart as written"


def _nameless(
    scene: Scene, marked: Marked, nominal: Nominal, owner: tuple[str | None, str, Span | None] | None
) -> Entity:
    code = owner[0] if owner is not None else None
    entity = Entity(
        name_of(marked, nominal, owner[2] if owner else None, scene), "person", "person", code, political=True
    )
    entity.role = role_of(marked, nominal)
    entity.offices = titles_of(nominal)
    entity.political = nominal.office is None or nominal.office.sort != "citizen"
    if owner is not None and code:
        entity.code_is_own = True
        entity.how.append(f"{owner[1]} is {code}")
    return scene.shared(entity)


def name_of(marked: Marked, nominal: Nominal, owner: Span | None, scene: Scene) -> str:
    """The phrase as written, without its article; of several owners only the one asked for."""
    before = [s for s in nominal.owners if nominal.start <= s.start < nominal.core]
    if owner is not None and len(before) > 1 and owner in before:
        rest = marked.words(before[-1].end, nominal.end)
        if nominal.plural and nominal.office is not None and nominal.office.sort == "office":
            rest = nominal.office.title
        return f"{marked.words(owner.start, owner.end)} {rest.removeprefix(chr(39) + 's ').removeprefix('’s ')}"
    return marked.words(nominal.start, nominal.end)


def _body(
    scene: Scene, marked: Marked, nominal: Nominal, owners: Owners, definite: bool
) -> tuple[tuple[Entity, ...], str]:
    """A ministry, an army, a government: with whose it is, or the one that was named before."""
    if owners:
        if len(owners) == 1 and definite and (same := _same_noun(scene, marked, nominal)) and same.code == owners[0][0]:
            if same.sort in ("organisation", "igo"):
                return (same,), f'"{marked.words(nominal.start, nominal.core_end)}" is {same.name}'
        return tuple(_make_body(scene, marked, nominal, owner) for owner in owners[:3]), "body and its state"
    if definite and (found := _same_noun(scene, marked, nominal)):
        return (found,), f'"{marked.words(nominal.core, nominal.core_end)}" is {found.name}'
    government = nominal.noun in BODY_NOUNS or (nominal.office is not None and nominal.office.sort == "body")
    if definite and government:
        state = _last_state(scene, marked)
        if state is not None and nominal.noun in BODY_NOUNS:
            return (state,), f"of the state named last: {state.name}"
        return (
            _make_body(scene, marked, nominal, (state.code if state else None, "the state named last", None)),
        ), "body"
    if definite:
        return (), ""
    return (_make_body(scene, marked, nominal, None),), "body as written"


def _make_body(
    scene: Scene, marked: Marked, nominal: Nominal, owner: tuple[str | None, str, Span | None] | None
) -> Entity:
    name = name_of(marked, nominal, owner[2] if owner else None, scene)
    office = nominal.office
    official = nominal.noun in BODY_NOUNS or (office is not None and office.sort in ("body", "collective"))
    kind: Kind = "government" if official else "organisation"
    entity = Entity(name, "body", kind, owner[0] if owner else None, political=official)
    entity.words = frozenset({nominal.noun, *marked.low[nominal.core : nominal.core_end]})
    if owner is not None and owner[0]:
        entity.how.append(f"{owner[1]} is {owner[0]}")
    return scene.shared(entity)


def _same_noun(scene: Scene, marked: Marked, nominal: Nominal) -> Entity | None:
    """The latest body, organisation or seat whose name has this noun: "the ministry", "the council"."""
    words = set(marked.low[nominal.core : nominal.core_end])
    for ref in scene.recent(marked.unit.index, _FAR):
        for entity in ref.entities:
            if entity.sort in ("body", "organisation", "igo", "seat") and words <= entity.words:
                return entity
    if nominal.noun in ("group", "organisation", "organization", "movement", "bloc", "alliance", "body", "agency"):
        for ref in scene.recent(marked.unit.index, 4):
            for entity in ref.entities:
                if entity.sort in ("organisation", "igo"):
                    return entity
    return None


def _last_state(
    scene: Scene, marked: Marked, fits: Callable[[Entity], bool] = lambda e: True, latest: bool = False
) -> Entity | None:
    """The state that the text is about here: the latest subject or possessor that is one, else the latest one."""
    second: Entity | None = None
    for ref in scene.recent(marked.unit.index, 6):
        if len(ref.entities) != 1:
            continue
        entity = ref.entities[0]
        state = entity if entity.sort == "state" else None
        if state is None or not state.code or not fits(state):
            continue
        state = scene.state(state.code) or state
        if ref.subject or latest:
            return state
        second = second or state
    return second


def _country(scene: Scene, marked: Marked, nominal: Nominal, definite: bool) -> tuple[tuple[Entity, ...], str]:
    """ "The country", "the Asian country", "the island nation": the latest state that fits."""
    if not definite or nominal.former:
        return (), ""
    regions = [e for s in nominal.owners for e in s.entries if hasattr(e, "codes")]
    if any(scene.entry(s) is not None for s in nominal.owners) or nominal.places:
        codes = [c for c, _, _ in owner_codes(scene, marked, nominal) if c]
        state = scene.state(codes[0]) if codes else None
        return ((state,), "its own words") if state is not None else ((), "")
    latest = nominal.det == "that"
    state = _last_state(scene, marked, lambda e: all(e.code in r.codes for r in regions), latest)
    if state is None:
        return (), ""
    return (state,), f'"{marked.words(nominal.start, nominal.core_end)}" is {state.name}'


def _side(scene: Scene, marked: Marked, nominal: Nominal, owners: Owners) -> tuple[tuple[Entity, ...], str]:
    """ "The Iranian side", "the US delegation": a body of that state."""
    return tuple(_make_body(scene, marked, nominal, owner) for owner in owners[:3]), "side and its state"


def _group(scene: Scene, marked: Marked, nominal: Nominal, owners: Owners) -> tuple[Entity, ...]:
    """People or states that are not named one by one: one party for each state whose they are."""
    office = nominal.office
    named = [o for o in owners if o[2] is not None]
    if nominal.office is not None and nominal.office.sort == "office" and nominal.plural and len(named) > 1:
        return tuple(_plural_holder(scene, marked, nominal, owner) for owner in named)
    if office is not None and office.sort == "body" and owners:
        return tuple(_make_body(scene, marked, nominal, owner) for owner in owners[:4])
    if len(named) > 1 and all(s is not None and s.start >= nominal.core_end for _, _, s in named):
        states = tuple(scene.state(code) for code, _, _ in named if code)
        if all(states):
            return tuple(state for state in states if state is not None)
    if len(named) > 1 and all(s is not None and s.start < nominal.core for _, _, s in named):
        return tuple(_make_group(scene, marked, nominal, owner) for owner in named[:5])
    return (_make_group(scene, marked, nominal, owners[0] if owners else None),)


def _plural_holder(
    scene: Scene, marked: Marked, nominal: Nominal, owner: tuple[str | None, str, Span | None]
) -> Entity:
    holder = _holder(scene, marked, nominal, titles_of(nominal), owner[0]) if owner[0] else None
    return holder or _nameless(scene, marked, nominal, owner)


def _make_group(
    scene: Scene, marked: Marked, nominal: Nominal, owner: tuple[str | None, str, Span | None] | None
) -> Entity:
    code = owner[0] if owner is not None else None
    entity = Entity(
        name_of(marked, nominal, owner[2] if owner else None, scene), "group", "group", code, plural=nominal.plural
    )
    office = nominal.office
    nouns = scene.tables.nouns
    official = office is not None and office.sort in ("office", "collective", "body", "country")
    fighting = nominal.noun in nouns["fighters"]
    entity.political = (official or marked.low[nominal.head] in nouns["masses"]) and not fighting
    if fighting and code and nominal.noun in nouns["servants"]:
        entity.political = True
    entity.words = frozenset(marked.low[nominal.core : nominal.core_end])
    if owner is not None and code:
        entity.how.append(f"{owner[1]} is {code}")
    elif owner is None and nominal.noun in nouns["domestic"] and entity.political:
        entity.code, why = guess(scene, marked, set())
        entity.how += [why] if why else []
    return scene.shared(entity)


def _nobody(
    scene: Scene, marked: Marked, nominal: Nominal, owners: Owners, definite: bool
) -> tuple[tuple[Entity, ...], str]:
    """A person or an organisation that holds no office."""
    if definite and not owners and (found := _same_noun(scene, marked, nominal)) is not None:
        return (found,), f'"{marked.words(nominal.core, nominal.core_end)}" is {found.name}'
    owner = owners[0] if owners else None
    kind: Kind = "organisation" if nominal.noun in scene.tables.nouns["body"] else "person"
    entity = Entity(name_of(marked, nominal, None, scene), "organisation" if kind == "organisation" else "person", kind)
    entity.code = owner[0] if owner else None
    entity.political = False
    return (scene.shared(entity),), "as written"


def several(scene: Scene, marked: Marked, count: int | None, low: str) -> tuple[Entity, ...]:
    """ "The two sides", "both countries", "the leaders", "participants": those named together last."""
    nouns = scene.tables.nouns
    people, states = low in nouns["pair_people"], low in nouns["pair_states"]
    if count is None and low not in nouns["participants"] and low not in ("sides", "countries", "leaders"):
        return ()
    if count is not None and count > 4:
        return ()
    fits: Callable[[Entity], bool]
    if people:
        fits = lambda e: e.sort == "person"  # noqa: E731
    elif states:
        fits = lambda e: e.code is not None and e.sort in ("state", "person", "seat", "body")  # noqa: E731
    else:
        fits = lambda e: e.sort in ("state", "person", "seat", "body", "igo", "organisation")  # noqa: E731
    found = _joined(scene, marked, count, fits) or _recent_pair(scene, marked, count or 2, fits)
    if states:
        found = tuple(scene.state(e.code or "") or e for e in found)
    return found


def _joined(scene: Scene, marked: Marked, count: int | None, fits: Callable[[Entity], bool]) -> tuple[Entity, ...]:
    for ref in scene.recent(marked.unit.index, 8):
        if not ref.joined or (count is not None and len(ref.entities) != count):
            continue
        codes = [e.code for e in ref.entities]
        if all(fits(e) for e in ref.entities) and len(set(codes)) == len(codes):
            return ref.entities
    return ()


def _recent_pair(scene: Scene, marked: Marked, count: int, fits: Callable[[Entity], bool]) -> tuple[Entity, ...]:
    """The latest parties of so many different codes, those of one sentence first."""
    best: list[Entity] = []
    for unit in range(marked.unit.index, max(-1, marked.unit.index - 5), -1):
        here: list[Entity] = []
        for ref in scene.refs:
            if ref.unit == unit:
                _collect(here, ref, fits)
        if len(here) >= count:
            return tuple(here[:count])
        for entity in here:
            if all(entity.code != other.code for other in best):
                best.append(entity)
        if len(best) >= count:
            return tuple(best[:count])
    return ()


def _collect(here: list[Entity], ref: Ref, fits: Callable[[Entity], bool]) -> None:
    for entity in ref.entities:
        if fits(entity) and entity.political and entity.code and all(entity.code != other.code for other in here):
            here.append(entity)

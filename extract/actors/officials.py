"""Offices without a name: who holds them in the article, or a person called by the words as written."""

from __future__ import annotations

from .entities import Entity
from .guesses import guess
from .nominals import Nominal
from .people import role_of, titles_of
from .scene import Owner, Scene, code_of
from .spans import Marked, Span

OWN = frozenset({"president", "vice president", "secretary", "deputy secretary", "first lady"})
"""What a release calls its own officials by, without their state."""
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
KINDS_OF_LEADERS = frozenset(
    {"opposition", "rebel", "party", "militia", "union", "religious", "spiritual", "tribal", "business", "military"}
    | {"majority", "minority"}
)
"""What a leader who is no head of state or government leads."""
TOP = frozenset({"president", "prime minister", "king", "queen", "supreme leader", "emir", "sultan", "chancellor"})

IGO_TOP = frozenset({"secretary-general", "director-general", "managing director", "high commissioner"})
"""Who "the U.N. chief" is."""

_FAR = 60
"""How many sentences back a definite description may look."""
_NEAR = 5
"""How many sentences back those who hold one office in several states are named."""


def official(
    scene: Scene, marked: Marked, nominal: Nominal, owners: list[Owner], definite: bool
) -> tuple[tuple[Entity, ...], str]:
    """An office without a name: its holder in the article, else a person called by the words as written."""
    if (
        nominal.noun in ("head", "chief")
        and nominal.core_end - nominal.core == 1
        and not owners
        and nominal.end == nominal.core_end
        and nominal.start == nominal.core
    ):
        return (), ""
    codes = [code for code, _, _ in owners if code]
    wanted = titles_of(nominal)
    if nominal.noun in ("chief", "head", "boss") and any(s is not None and s.sort == "igo" for _, _, s in owners):
        wanted |= IGO_TOP if nominal.core_end - nominal.core == 1 else set()
    home = scene.home
    if definite and not owners and home is not None and home.code and wanted & OWN:
        own = next((e for e in _people(scene, marked.unit.index) if e.code == home.code and wanted & e.offices), None)
        own = own or _of_release(scene, nominal, home.code)
        if own is not None:
            return (own,), f'"{marked.words(nominal.start, nominal.core_end)}" of the release\'s own state'
    if (definite or codes) and nominal.det not in ("a", "an", "another", "one") and not nominal.former:
        for code in codes or (None,):
            holder = holder_of(scene, marked, nominal, wanted, code)
            if holder is not None:
                return (holder,), f'"{marked.words(nominal.start, nominal.core_end)}" is {holder.name}'
    if len(codes) > 1 and len(owners) == len(codes):
        return tuple(nameless(scene, marked, nominal, owner) for owner in owners), "office of several states"
    entity = nameless(scene, marked, nominal, owners[0] if owners else None)
    last = marked.at[nominal.end - 1]
    definite = definite or (last is not None and last.sort == "body")  # "a spokesman for the Interior Ministry"
    if entity.code is None and entity.political and definite:
        never = {code_of(scene, marked, s) for s in (*nominal.targets, *_acted_on(marked, nominal))}
        entity.code, why = guess(scene, marked, entity.offices, never)
        entity.how += [why] if why else []
    return (entity,), "office as written"


def _acted_on(marked: Marked, nominal: Nominal) -> list[Span]:
    """The names that are objects of the verb that an office is the subject of: "the minister thanked Peru"."""
    token = marked.doc[nominal.head]
    if token.dep_ != "nsubj":
        return []
    return [s for c in token.head.children if c.dep_ in ("dobj", "dative") and (s := marked.at[c.i]) is not None]


def holder_of(scene: Scene, marked: Marked, nominal: Nominal, wanted: set[str], code: str | None) -> Entity | None:
    """The latest person named with this office and code; else one that the article names later."""
    wider = set(wanted)
    for family in FAMILIES:
        if nominal.noun in family:
            wider |= family
    generic = nominal.noun in scene.tables.nouns["generic"]
    people = _people(scene, marked.unit.index)
    bodies = {b for s in nominal.owners if (b := scene.body_of(marked, s))}
    kinds = set(KINDS_OF_LEADERS) & set(marked.low[nominal.start : nominal.core_end])
    if bodies or (kinds and nominal.noun in scene.tables.nouns["rulers"]):
        return next((e for e in people if _leads(e, bodies, kinds)), None)
    if nominal.noun in scene.tables.nouns["rulers"]:
        leading = (e for e in people if e.offices & TOP and code in (None, e.code))
        if (first := next(leading, None)) is not None:
            return first
    for level in ("exact", "strict", "wide"):
        for entity in people:
            if code is not None and entity.code != code:
                continue
            if code is None and entity.code is None and not entity.offices:
                continue
            if level == "exact":
                title = nominal.office.title if nominal.office is not None else ""
                if " " in title and title in entity.offices and not entity.former:
                    return entity
            elif _has_office(entity, nominal, wanted if level == "strict" else wider, generic and level == "wide"):
                return entity
    return None


def holders_of(scene: Scene, marked: Marked, nominal: Nominal) -> tuple[Entity, ...]:
    """Those of several states who hold an office that is named in the plural: "the foreign ministers agreed"."""
    if nominal.office is None or nominal.office.sort != "office" or " " not in nominal.office.title:
        return ()
    found: list[Entity] = []
    for ref in scene.recent(marked.unit.index, _NEAR):
        for entity in ref.entities:
            fits = entity.sort == "person" and entity.words and _has_office(entity, nominal, titles_of(nominal), False)
            if fits and entity.code and all(entity.code != e.code for e in found):
                found.insert(0, entity)
    return tuple(found) if len(found) > 1 else ()


def _leads(entity: Entity, bodies: set[str], kinds: set[str]) -> bool:
    """Whether a person has a title in one of these movements, or is called a leader of this kind."""
    role = {word for title in (entity.role or "", *entity.offices) for word in title.lower().split()}
    return bool(bodies & entity.bodies) if bodies else bool(kinds & role)


def _has_office(entity: Entity, nominal: Nominal, wanted: set[str], generic: bool) -> bool:
    title = nominal.office.title if nominal.office is not None and nominal.office.sort == "office" else ""
    if title and " " in title:
        return (
            title in entity.offices
            or any(o.startswith(f"{title} ") for o in entity.offices)
            or any(title in f and f & entity.offices for f in TITLES)
        )
    if wanted & entity.offices:
        return True
    return generic and bool(entity.offices)


def _people(scene: Scene, unit: int) -> list[Entity]:
    """Persons from the latest mention backwards, then those who come later."""
    known = len(scene.people.all)
    seen: dict[int, Entity] = {}
    for ref in scene.recent(unit, _FAR):
        for entity in ref.entities:
            if entity.sort == "person" and entity.words:
                seen.setdefault(id(entity), entity)
        if len(seen) >= known:
            break  # everybody is in
    for entity in scene.people.all:
        seen.setdefault(id(entity), entity)
    return sorted(seen.values(), key=lambda e: e.former)


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


def counterpart(scene: Scene, marked: Marked, nominal: Nominal, owners: list[Owner]) -> tuple[tuple[Entity, ...], str]:
    """Whoever has the same office in the other state: "his Turkish counterpart"."""
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
    entity = nameless(scene, marked, nominal, next((o for o in owners if o[0] == code), None))
    entity.offices |= offices
    return (entity,), "counterpart as written"


def nameless(scene: Scene, marked: Marked, nominal: Nominal, owner: Owner | None) -> Entity:
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
    if {s.sort for s in before} == {"state", "igo"} and not (nominal.plural and _is_list(marked, before)):
        return marked.words(nominal.start, nominal.end)
    if owner is not None and len(before) > 1 and owner in before:
        rest = marked.words(before[-1].end, nominal.end).removeprefix("'s ").removeprefix("’s ")
        if nominal.plural and nominal.office is not None and nominal.office.sort == "office":
            rest = _singular(marked, nominal)
        return f"{marked.words(owner.start, owner.end)} {rest}"
    office = nominal.office
    after = owner is not None and owner not in before and len(nominal.owners) > 1
    if after and owner is not None and nominal.plural and office is not None and office.sort == "office":
        return f"{_singular(marked, nominal)} of {marked.words(owner.start, owner.end)}"
    return marked.words(nominal.start, nominal.end)


def _is_list(marked: Marked, spans: list[Span]) -> bool:
    """Whether owners are joined by "and": "U.N. and French peacekeepers" are of two."""
    return marked.low[spans[-1].start - 1] in ("and", ",")


def _singular(marked: Marked, nominal: Nominal) -> str:
    """One of several offices, as written: "negotiator" of "negotiators"."""
    noun = nominal.noun.removesuffix("s") if nominal.plural else nominal.noun  # of names the model has no lemma
    words = [marked.raw[i] if i != nominal.head else noun for i in range(nominal.core, nominal.core_end)]
    return " ".join(words).replace(" - ", "-").lower()

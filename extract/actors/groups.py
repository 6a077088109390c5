"""Bodies and groups: ministries, armies, officials, countries, each with whose they are."""

from __future__ import annotations

from collections.abc import Callable

from ...models import Kind
from .entities import Entity
from .guesses import guess, main_state
from .nominals import Nominal
from .officials import holder_of, name_of, nameless
from .organisations import known, led
from .people import titles_of
from .scene import ABROAD, Owner, Scene
from .spans import Marked, Span

BODY_NOUNS = frozenset({"government", "administration", "regime", "authorities", "authority", "leadership", "cabinet"})

RELATED = frozenset({"counterpart", "partner", "ally", "neighbour", "neighbor", "rival", "enemy", "foe", "critic"})
"""Who is someone else's; of these AGAINST even with an adjective: "US allies", but "Libyan partners"."""
AGAINST = frozenset({"ally", "enemy", "foe", "critic", "rival"})

_FAR = 60
"""How many sentences back a definite description may look."""
_REACH = 8
"""How many sentences back a group may be named that a bare "the leaders" stands for."""


def body(
    scene: Scene, marked: Marked, nominal: Nominal, owners: list[Owner], definite: bool
) -> tuple[tuple[Entity, ...], str]:
    """A ministry, an army, a government: with whose it is, or the one that was named before."""
    if (states := _joint(scene, marked, nominal, owners)) and len(states) > 1:
        return states, "the states that sit on it"
    if owners:
        same = same_noun(scene, marked, nominal) if len(owners) == 1 and definite else None
        if same is not None and same.code == owners[0][0] and same.sort in ("organisation", "igo"):
            return (same,), f'"{marked.words(nominal.start, nominal.core_end)}" is {same.name}'
        owners = [(code or _led_by(scene, marked, nominal, span), why, span) for code, why, span in owners]
        return tuple(make_body(scene, marked, nominal, owner) for owner in owners[:3]), "body and its state"
    definite = definite or (nominal.noun == "opposition" and not nominal.det)
    if (led := _of_person(scene, marked, nominal)) is not None:
        return (led,), f"of {led.name}"
    if definite and (found := same_noun(scene, marked, nominal)):
        return (found,), f'"{marked.words(nominal.core, nominal.core_end)}" is {found.name}'
    if definite and (owner := _of_speaker(scene, marked, nominal)) is not None:
        return (make_body(scene, marked, nominal, owner),), f"of the one who speaks: {owner[1]}"
    government = nominal.noun in BODY_NOUNS or (nominal.office is not None and nominal.office.sort == "body")
    if definite and government:
        state = (main_state(scene) if nominal.noun == "opposition" else None) or last_state(scene, marked)
        if state is not None and nominal.noun in BODY_NOUNS:
            return _governing(scene, nominal, state), f"of the state named last: {state.name}"
        return (
            make_body(scene, marked, nominal, (state.code if state else None, "the state named last", None)),
        ), "body"
    if definite:
        return (), ""
    return (make_body(scene, marked, nominal, None),), "body as written"


def _joint(scene: Scene, marked: Marked, nominal: Nominal, owners: list[Owner]) -> tuple[Entity, ...]:
    """The states of a committee that they hold together: "a joint Turkish-Iraqi commission"."""
    if nominal.noun not in ("committee", "commission", "council") or nominal.plural:
        return ()
    if nominal.noun == "council" and "joint" not in marked.low[nominal.start : nominal.core]:
        return ()
    states = (scene.state(code) for code, _, span in owners if code and span is not None and span.sort == "state")
    return tuple(state for state in states if state is not None)


def _of_speaker(scene: Scene, marked: Marked, nominal: Nominal) -> Owner | None:
    """Whose "the embassy" is in the words of an ambassador: his own state's."""
    for quotation in scene.quotations.covering(marked.unit, marked.doc[nominal.head]):
        speaker = scene.speaker(quotation) if quotation.direct else None
        if speaker is not None and speaker.sort == "person" and speaker.political and speaker.code:
            return speaker.code, speaker.name, None
    return None


def _of_person(scene: Scene, marked: Marked, nominal: Nominal) -> Entity | None:
    """Of "the government of President X": that of his state."""
    if nominal.noun not in BODY_NOUNS or marked.low[nominal.core_end : nominal.core_end + 1] != ["of"]:
        return None
    for i in range(nominal.core_end + 1, min(nominal.core_end + 5, len(marked.raw))):
        span = marked.at[i]
        person = scene.people.of.get((marked.unit.index, span.start)) if span is not None else None
        if span is not None and person is not None and person.code:
            nominal.end = span.end
            return make_body(scene, marked, nominal, (person.code, person.name, None))
        if span is None or span.sort != "office":
            return None
    return None


def _governing(scene: Scene, nominal: Nominal, state: Entity) -> tuple[Entity, ...]:
    """ "The government" of a state by its name: "Kenyan government"; the state where it has no adjective."""
    adjective = scene.tables.adjectives.get(state.code or "")
    if adjective is None or nominal.noun != "government":
        return (state,)
    entity = Entity(f"{adjective} {nominal.noun}", "body", "government", state.code, how=list(state.how))
    entity.words = frozenset({nominal.noun, *adjective.lower().split()})
    return (scene.shared(entity),)


def traveller(scene: Scene, marked: Marked) -> Owner | None:
    """Whose a delegation is that nobody named: of the official who was the subject last."""
    for ref in scene.recent(marked.unit.index, _REACH):
        for entity in ref.entities:
            if ref.subject and entity.sort == "person" and entity.code and entity.political:
                return entity.code, entity.name, None
    return None


def _led_by(scene: Scene, marked: Marked, nominal: Nominal, span: Span | None) -> str | None:
    """The state of "the Bush administration" when the article does not say who Bush is."""
    named = span is not None and span.sort in ("run", "person") and nominal.noun in BODY_NOUNS
    return led(scene, marked, span) if named and span is not None else None


def make_body(scene: Scene, marked: Marked, nominal: Nominal, owner: Owner | None) -> Entity:
    name = name_of(marked, nominal, owner[2] if owner else None, scene)
    adjective = scene.tables.adjectives.get(owner[0] or "") if owner is not None else None
    told = nominal.pronoun is not None or (nominal.det in ("the", "this") and nominal.end == nominal.core_end)
    if owner is not None and owner[2] is None and told and not nominal.owners and adjective:
        name = f"{adjective} {name}"  # "their government", "the army"
    office = nominal.office
    official = nominal.noun in BODY_NOUNS or (office is not None and office.sort in ("body", "collective"))
    kind: Kind = "government" if official else "organisation"
    entity = Entity(name, "body", kind, owner[0] if owner else None, political=official)
    entity.words = frozenset({nominal.noun, *marked.low[nominal.core : nominal.core_end]})
    if owner is not None and owner[0]:
        entity.how.append(f"{owner[1]} is {owner[0]}")
    return scene.shared(entity)


def same_noun(scene: Scene, marked: Marked, nominal: Nominal) -> Entity | None:
    """The latest body, organisation or seat whose name has this noun: "the ministry", "the council"."""
    words = set(marked.low[nominal.core : nominal.core_end])
    for ref in scene.recent(marked.unit.index, _FAR):
        for entity in ref.entities:
            if entity.sort in ("body", "organisation", "igo", "seat") and words <= entity.words:
                return entity
    if nominal.noun in ("group", "organisation", "organization", "movement", "bloc", "alliance", "body", "agency"):
        sorts = ("organisation",) if nominal.noun in ("group", "movement") else ("organisation", "igo")
        for ref in scene.recent(marked.unit.index, 4):
            for entity in ref.entities:
                if entity.sort in sorts:
                    return entity
    return None


def last_state(
    scene: Scene, marked: Marked, fits: Callable[[Entity], bool] = lambda e: True, latest: bool = False
) -> Entity | None:
    """The state that the text is about here: the latest subject or possessor that is one, else the latest one."""
    second: Entity | None = None
    for ref in scene.recent(marked.unit.index, 6):
        if len(ref.entities) != 1:
            continue
        entity = ref.entities[0]
        token = scene.units[ref.unit].doc[ref.head]
        if token.dep_ == "pobj" and token.head.head.pos_ in ("NOUN", "PROPN") and token.head.lower_ in ("to", "from"):
            continue  # "the ambassador to Norway"
        state = entity if entity.sort == "state" else None
        if state is None or not state.code or not fits(state):
            continue
        state = scene.state(state.code) or state
        if ref.subject or latest:
            return state
        second = second or state
    return second


def _is_domestic(scene: Scene, marked: Marked, nominal: Nominal) -> bool:
    """Whether these are most likely those of the state the text is about: "officials", "the security forces"."""
    nouns = scene.tables.nouns
    if nominal.noun not in nouns["domestic"] or (nominal.plural and nominal.noun in ("government", "parliament")):
        return False
    return nominal.noun not in nouns["fighters"] or bool(
        {"security", "armed"} & set(marked.low[nominal.start : nominal.end])
    )


def group(scene: Scene, marked: Marked, nominal: Nominal, owners: list[Owner]) -> tuple[Entity, ...]:
    """People or states that are not named one by one: one party for each state whose they are."""
    owners = [o for o in owners if not _is_opposite(nominal, o[2])]
    office = nominal.office
    if (whole := _whole(scene, marked, nominal)) is not None:
        return (whole,)
    named = [o for o in owners if o[2] is not None]
    single = nominal.noun not in scene.tables.nouns["generic"] | {"delegate", "member"}
    if office is not None and office.sort == "office" and nominal.plural and len(named) > 1 and single:
        return tuple(_plural_holder(scene, marked, nominal, owner) for owner in named)
    if len(named) > 1 and all(s is not None and s.start >= nominal.core_end for _, _, s in named):
        states = tuple(scene.state(code) for code, _, _ in named if code)
        if all(states):
            return tuple(state for state in states if state is not None)
    if office is not None and office.sort == "body" and owners:
        return tuple(make_body(scene, marked, nominal, owner) for owner in owners[:4])
    if len(named) > 1 and all(s is not None and s.start < nominal.core for _, _, s in named):
        return tuple(_make_group(scene, marked, nominal, owner) for owner in named[:5])
    same = None if owners else _counted_before(scene, marked, nominal) or _named_before(scene, marked, nominal)
    if same is not None:
        return (same,)
    return (_make_group(scene, marked, nominal, owners[0] if owners else None),)


def _counted_before(scene: Scene, marked: Marked, nominal: Nominal) -> Entity | None:
    """The group of as many that was told whose it is: "the 15 sailors" after "15 British sailors"."""
    if nominal.count is None or nominal.count < 3 or nominal.det not in ("the", "these", "those"):
        return None
    numbers = {marked.low[i] for i in range(nominal.start, nominal.core) if marked.tags[i] == "CD"}
    for ref in scene.recent(marked.unit.index, _FAR):
        for entity in ref.entities:
            if entity.sort == "group" and entity.code and numbers & entity.words:
                return entity
    return None


def _named_before(scene: Scene, marked: Marked, nominal: Nominal) -> Entity | None:
    """The group that was told whose it is: "the leaders" after "leaders of the Quad"; the latest one of this word."""
    if nominal.det not in ("the", "these", "those") or nominal.start != nominal.core or nominal.end != nominal.core_end:
        return None
    low = marked.low[nominal.head]
    for ref in scene.recent(marked.unit.index, _REACH):
        for entity in ref.entities:
            if entity.sort == "group" and low in entity.words:
                return entity if entity.code else None
    return None


def _whole(scene: Scene, marked: Marked, nominal: Nominal) -> Entity | None:
    """The body that all its members are: "members of the Security Council", "all 15 members of the council"."""
    i = nominal.core_end
    some = nominal.det not in ("", "the", "all") or (nominal.count is not None and marked.low[nominal.start] != "all")
    if nominal.noun != "member" or some or marked.low[i : i + 1] != ["of"]:
        return None
    i += 2 if marked.low[i + 1 : i + 2] == ["the"] else 1
    span = marked.at[i] if i < len(marked.raw) else None
    if span is not None and span.sort == "igo":
        return known(scene, marked, span)
    if i >= len(marked.raw) or (span is not None and span.sort not in ("body", "run")):
        return None
    words = {marked.low[i]} if span is None else set(marked.low[span.start : span.end])
    for ref in scene.recent(marked.unit.index, _FAR):
        for entity in ref.entities:
            if entity.sort == "igo" and entity.code and words <= entity.words:
                return entity
    return None


def _is_opposite(nominal: Nominal, owner: Span | None) -> bool:
    """Whether an owner does not own: "his counterparts", "Norway's partners", "US allies" are of other states."""
    if nominal.noun not in RELATED or (owner is not None and owner.sort == "region"):
        return False
    return owner is None or nominal.noun in AGAINST or owner.start >= nominal.core_end


def _plural_holder(scene: Scene, marked: Marked, nominal: Nominal, owner: Owner) -> Entity:
    holder = holder_of(scene, marked, nominal, titles_of(nominal), owner[0]) if owner[0] else None
    return holder or nameless(scene, marked, nominal, owner)


def _make_group(scene: Scene, marked: Marked, nominal: Nominal, owner: Owner | None) -> Entity:
    code = owner[0] if owner is not None else None
    span = owner[2] if owner is not None else None
    if span is not None and span.sort == "region" and nominal.count is not None:
        code = None  # "six European nations": some of them, not the Union
    if (
        code
        and span is not None
        and span.sort == "state"
        and len(nominal.owners) > 1
        and nominal.noun in ("country", "nation")
    ):
        return scene.state(code) or scene.shared(Entity(code, "state", "state", code))
    entity = Entity(
        name_of(marked, nominal, owner[2] if owner else None, scene), "group", "group", code, plural=nominal.plural
    )
    office = nominal.office
    nouns = scene.tables.nouns
    official = office is not None and office.sort in ("office", "collective", "body", "country")
    fighting = nominal.noun in nouns["fighters"]
    entity.political = (official or marked.low[nominal.head] in nouns["masses"]) and not fighting
    if nominal.noun in ("people", "person") and not nominal.owners:
        entity.political = False  # "people in Norway"
    if fighting and code and nominal.noun in nouns["servants"]:
        entity.political = True
    entity.words = frozenset(marked.low[nominal.start : nominal.core_end])
    if owner is not None and code:
        entity.how.append(f"{owner[1]} is {code}")
    elif owner is None and _is_domestic(scene, marked, nominal) and not ABROAD & entity.words:
        entity.code, why = _of_member(scene, marked, nominal) or guess(scene, marked, set(), set())
        entity.how += [why] if why else []
        entity.political = entity.code is not None or nominal.noun in ("official", "authority")
    return scene.shared(entity)


def _of_member(scene: Scene, marked: Marked, nominal: Nominal) -> tuple[str, str] | None:
    """The code of the first one named of a group: "officials, including Foreign Minister X"."""
    i = nominal.end + (marked.raw[nominal.end : nominal.end + 1] == [","])
    if marked.low[i : i + 1] != ["including"]:
        return None
    for j in range(i + 1, min(i + 14, len(marked.raw))):
        person = scene.people.of.get((marked.unit.index, j))
        if person is not None and person.code:
            return person.code, f"{person.name} is one of them"
    return None

"""Whom a pronoun stands for: by gender, number and kind, then by how near and how prominent its antecedent is."""

from __future__ import annotations

from collections.abc import Callable

from spacy.tokens import Token

from .entities import Entity, Ref
from .scene import Scene
from .spans import Marked

MALE = frozenset({"he", "him", "his", "himself"})
FEMALE = frozenset({"she", "her", "hers", "herself"})
NEUTER = frozenset({"it", "its", "itself"})
PLURAL = frozenset({"they", "them", "their", "theirs", "themselves", "themself"})
RELATIVE = frozenset({"who", "whom", "which", "that", "whose"})
THIRD = MALE | FEMALE | NEUTER | PLURAL
PRONOUN_TAGS = frozenset({"PRP", "PRP$", "WP", "WDT", "WP$"})

PERSONS = frozenset({"person"})
THINGS = frozenset({"state", "igo", "seat", "organisation", "body"})

_REACH = 4
"""How many sentences back a pronoun may look."""


def antecedent(scene: Scene, marked: Marked, i: int) -> tuple[tuple[Entity, ...], str]:
    """The parties that a third person or relative pronoun stands for, and the step that found them."""
    low, token = marked.low[i], marked.doc[i]
    if marked.tags[i] in ("WP", "WDT", "WP$"):
        return _relative(scene, marked, token), "relative pronoun"
    if low.endswith(("self", "selves")) and (own := _of_subject(scene, marked, token)):
        return own, f'"{low}" is the subject'
    if marked.tags[i] == "PRP$" and low in ("its", "his", "her", "their") and (near := _and_its(scene, marked, i)):
        return near, f'"{low}": the one right before'
    if low in NEUTER:
        return (() if _is_empty(token) else _best(scene, marked, i, _is_thing)), f'"{low}": nearest state or body'
    if (
        low == "their"
        and token.head.lemma_.lower() in scene.tables.nouns["together"]
        and (both := _here(scene, marked, i))
    ):
        return both, '"their": those of this sentence'
    if low in PLURAL:
        return _best(scene, marked, i, _is_many), f'"{low}": nearest group'
    if marked.tags[i] in ("PRP", "PRP$") and (later := _main_subject(scene, marked, i)) is not None:
        return (later,), f'"{low}": the subject that follows'
    women = low in FEMALE
    found = _best(scene, marked, i, lambda ref: _is_person(ref, women))
    for entity in found:
        entity.gender = entity.gender or ("f" if women else "m")
    return found, f'"{low}": nearest fitting person'


def _main_subject(scene: Scene, marked: Marked, i: int) -> Entity | None:
    """Who "During his visit, Bush met ..." is about: the named subject after a pronoun that nobody precedes."""
    token = marked.doc[i]
    if any(
        r.unit == marked.unit.index
        for r in scene.recent(marked.unit.index, 0)
        if _is_person(r, marked.low[i] in FEMALE)
    ):
        return None
    if scene.quotations.quoted(marked.unit, token):
        return None
    verb = next((t for t in marked.doc if t.dep_ == "ROOT"), None)
    subject = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), None) if verb is not None else None
    if verb is None or subject is None or subject.i <= i or token.head.i == verb.i:
        return None
    span = marked.at[subject.i]
    entity = scene.people.of.get((marked.unit.index, span.start)) if span is not None else None
    if entity is None or entity.gender not in (None, "f" if marked.low[i] in FEMALE else "m"):
        return None
    return entity


def _here(scene: Scene, marked: Marked, i: int) -> tuple[Entity, ...]:
    """The two people of "their meeting": the subject of the sentence and the first one after it, else before it."""
    alone = [r for r in scene.recent(marked.unit.index, 0) if r.head < i and not r.joined and not r.owning]
    people = [r for r in reversed(alone) if len(r.entities) == 1 and r.entities[0].sort == "person"]
    subject = next((r for r in reversed(people) if r.subject), None)
    if subject is None:
        return ()
    others = [r.entities[0] for r in people if r.entities != subject.entities and r.head > subject.head]
    others += [r.entities[0] for r in reversed(people) if r.entities != subject.entities]
    return (subject.entities[0], others[0]) if others else ()


def _and_its(scene: Scene, marked: Marked, i: int) -> tuple[Entity, ...]:
    """Whoever stands right before the "and" of "Washington and its allies"."""
    if i < 2 or marked.low[i - 1] != "and":
        return ()
    ref = scene.at.get((marked.unit.index, i - 2))
    if ref is None or ref.end != i - 1 or len(ref.entities) != 1:
        return ()
    entity, low = ref.entities[0], marked.low[i]
    fits = {"its": entity.sort in THINGS, "their": entity.plural or entity.sort in THINGS}
    return (
        ref.entities
        if fits.get(low, entity.sort == "person" and entity.gender in (None, "f" if low == "her" else "m"))
        else ()
    )


def _relative(scene: Scene, marked: Marked, token: Token) -> tuple[Entity, ...]:
    verb = token
    for _ in range(6):
        if verb.dep_ in ("relcl", "ccomp") or verb.head.i == verb.i:
            break
        verb = verb.head
    if verb.dep_ != "relcl":
        return ()
    ref = scene.at.get((marked.unit.index, verb.head.i))
    if ref is None and token.i >= 2:
        near = token.i - (2 if marked.raw[token.i - 1] == "," else 1)
        ref = scene.at.get((marked.unit.index, near))
    return ref.entities if ref is not None else ()


def _of_subject(scene: Scene, marked: Marked, token: Token) -> tuple[Entity, ...]:
    for child in token.head.children:
        if child.dep_ in ("nsubj", "nsubjpass"):
            ref = scene.at.get((marked.unit.index, child.i))
            return ref.entities if ref is not None else ()
    return ()


def _is_empty(token: Token) -> bool:
    """The "it" of "it is clear that", "it seems", "it was reported that"."""
    if token.dep_ == "expl" or token.lower_ != "it" or token.dep_ not in ("nsubj", "nsubjpass"):
        return bool(token.dep_ == "expl")
    verb = token.head
    if str(verb.lemma_) in ("seem", "appear", "rain", "snow", "matter"):
        return True
    clause = any(c.dep_ in ("ccomp", "xcomp", "advcl", "csubj") and c.i > verb.i for c in verb.children)
    described = any(c.dep_ in ("acomp", "attr") for c in verb.children)
    if verb.lemma_ == "be" and any(c.dep_ == "attr" and c.lemma_ in ("time", "moment", "day") for c in verb.children):
        return True
    return clause and ((verb.lemma_ == "be" and described) or token.dep_ == "nsubjpass")


def _is_person(ref: Ref, women: bool) -> bool:
    if len(ref.entities) != 1 or ref.entities[0].sort != "person" or ref.entities[0].plural:
        return False
    gender = ref.entities[0].gender
    return gender is None or (gender == "f") == women


def _is_thing(ref: Ref) -> bool:
    if len(ref.entities) != 1 or ref.entities[0].plural:
        return False
    entity = ref.entities[0]
    return entity.sort in THINGS or (entity.sort == "group" and entity.code is not None and " " not in entity.name)


def _is_many(ref: Ref) -> bool:
    return (
        len(ref.entities) > 1
        or ref.entities[0].plural
        or ref.entities[0].sort in ("group", "organisation", "body", "state", "igo")
    )


def _best(scene: Scene, marked: Marked, i: int, fits: Callable[[Ref], bool]) -> tuple[Entity, ...]:
    """The antecedent with the highest score; the nearer one of equals."""
    unit, token = marked.unit, marked.doc[i]
    barred = _barred(scene, marked, i)
    ours = _own_side(scene, marked, i) if marked.low[i] in PLURAL else set()
    quoted = scene.quotations.quoted(unit, token)
    best: tuple[float, tuple[Entity, ...]] | None = None
    for rank, ref in enumerate(scene.recent(unit.index, _REACH)):
        if not ref.entities or not fits(ref) or any(e in barred for e in ref.entities):
            continue
        if all(e.code in ours and e.sort in ("state", "body", "seat") for e in ref.entities):
            continue
        score = _score(ref, unit.index, marked, token, quoted) - 0.05 * rank
        if ref.unit == unit.index and _says_of_itself(token, ref):
            score += 2.5
        if marked.low[i] in PLURAL:
            score += 2.0 if len(ref.entities) > 1 or _is_plural(ref.entities[0]) else -1.0
        elif marked.low[i] in MALE | FEMALE and ref.entities[0].gender is not None:
            score += 1.6
        if best is None or score > best[0]:
            best = score, ref.entities
    return best[1] if best else ()


def _says_of_itself(token: Token, ref: Ref) -> bool:
    """Whether it is as in "Iran said that they ...": a reported clause mostly has its reporter as subject."""
    verb = token.head
    if token.dep_ not in ("nsubj", "nsubjpass") or verb.dep_ != "ccomp":
        return False
    subjects = [c.i for c in verb.head.children if c.dep_ == "nsubj"]
    return any(i == ref.head or (ref.joined and ref.start <= i < ref.end) for i in subjects)


def _score(ref: Ref, unit: int, marked: Marked, token: Token, quoted: bool) -> float:
    score = -1.6 * (unit - ref.unit)
    if ref.unit >= 0 and ref.unit < unit and marked.unit.field == "text" and ref.unit == 0:
        score -= 0.5
    if ref.subject:
        score += 1.5
    if ref.owning:
        score -= 0.8
    if ref.pronoun:
        score += 0.4
    if ref.quoted and not quoted:
        score -= 3.0
    if not ref.entities[0].words and ref.entities[0].sort == "person":
        score -= 0.7
    if ref.unit == unit and token.dep_ in ("poss", "nsubj", "nsubjpass"):
        score += 0.5
    return score


def _barred(scene: Scene, marked: Marked, i: int) -> set[Entity]:
    """Who a pronoun cannot be: the subject of its own verb, whoever speaks the quote it stands in, its own phrase."""
    token, unit = marked.doc[i], marked.unit
    barred: set[Entity] = set()
    for quotation in scene.quotations.covering(unit, token):
        if quotation.direct and (speaker := scene.speaker(quotation)) is not None:
            barred.add(speaker)
    if token.dep_ in ("dobj", "dative", "pobj", "iobj"):
        verb = token.head
        while verb.pos_ == "ADP" and verb.head.i != verb.i:
            verb = verb.head
        for child in _subjects_above(verb):
            if child.i != i:
                ref = scene.at.get((unit.index, child.i))
                barred.update(ref.entities if ref is not None else ())
    return barred


def _is_plural(entity: Entity) -> bool:
    return entity.plural or entity.name.lower().rpartition(" ")[2] in ("police", "forces", "troops", "tigers")


def _own_side(scene: Scene, marked: Marked, i: int) -> set[str | None]:
    """The state of whoever speaks the quote around a pronoun: his own side is "we" to him, not "they"."""
    covering = scene.quotations.covering(marked.unit, marked.doc[i])
    speakers = [scene.speaker(q) for q in covering if q.direct]
    return {s.code for s in speakers if s is not None and s.code}


def _subjects_above(verb: Token) -> list[Token]:
    """The subject of a verb, its own or that of the verb it hangs on: "called to congratulate him"."""
    for _ in range(3):
        found = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")]
        if found or verb.dep_ not in ("xcomp", "advcl", "conj", "pcomp", "prep") or verb.head.i == verb.i:
            return found
        verb = verb.head
    return []

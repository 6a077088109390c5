"""Is it so? Whether an act is done, planned, possible or negated, by the words around its trigger.

A walk from the trigger up the parse: the trigger's own tense, modals and negation first, then every word that governs
it ("has no plans to", "did not rule out", "ahead of"), each changing what the ones inside it have made of the act.
The words are lexicon/factuality.toml; values are those of FactBank, as the codebook (section 3) uses them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from ..models import Factuality
from .cues import cues
from .modality import NOUN_POS, Effect, is_infinitive, is_past, is_verbal, matching, own_effects
from .units import Unit

SPEECH_TYPES = frozenset(
    {
        *("statement", "denial", "accusation", "criticism", "demarche", "appeal", "demand", "pledge", "support"),
        *("apology", "rejection", "threat"),
    }
)
"""Acts done by saying: once uttered they are actual, whatever becomes of what they ask."""
OCCASIONS = frozenset({"visit", "meeting", "call", "negotiation", "mediation", "cooperation", "statement"})
"""Acts in which others take place."""
COMPLEMENT_DEPS = frozenset({"xcomp", "ccomp", "advcl", "acl", "dep", "csubj", "csubjpass", "parataxis"})
OBJECT_DEPS = frozenset({"dobj", "attr", "oprd", "dative", "nsubjpass"})
BARE_ACTS = OCCASIONS - {"statement"} | {"aid", "concession", "investigation"}
"""Acts of deeds; of these, a trigger that itself plans or cancels says that it has not been done."""
TEMPORAL = frozenset({"when", "once", "after", "before", "until", "soon"})
ANY = frozenset[Factuality]({"actual", "planned", "possible", "negated"})
TO_COME = frozenset[Factuality]({"planned", "possible"})

ANNOUNCED = frozenset({"visit", "meeting", "negotiation"})
"""Acts that one announces before they are done; a deal is announced once it is made."""
WITHDRAWALS = frozenset({"withdrawal", "pullout", "pull-out", "pullback", "drawdown", "disengagement", "evacuation"})
TRYING = frozenset({"try", "attempt", "seek", "effort", "work", "endeavour", "endeavor", "strive", "bid"})
OPINIONS = frozenset({"like", "want", "wish", "believe", "think", "know"})

_STEPS = 16

_TABLE: dict[tuple[Factuality, Factuality], Factuality] = {
    ("actual", "planned"): "planned",
    ("actual", "possible"): "possible",
    ("actual", "negated"): "negated",
    ("planned", "possible"): "possible",
    ("planned", "negated"): "negated",
    ("possible", "negated"): "negated",
    ("negated", "possible"): "possible",
    ("negated", "negated"): "possible",
}
"""What a cue makes of the value inside it; pairs that are not named leave it."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """The value, the cue that decided it (None when nothing speaks against `actual`) and the cue's offsets."""

    value: Factuality
    cue: str | None = None
    span: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class _Step:
    """One step up: the word reached, the effects met on the way, and the settled ones that alone pass from there."""

    to: Token | None
    effects: tuple[Effect, ...] = ()
    passes: frozenset[Factuality] = ANY


_STOP = _Step(None)


def judge(unit: Unit, trigger: Token, type: str) -> Judgement:
    """Factuality of the act of `type` that `trigger` (verb, noun or adjective) names in its sentence."""
    value: Factuality = "actual"
    decisive: Token | None = None
    seen: set[int] = set()
    for effect in _effects(unit, trigger, type):
        if effect.token.i in seen:
            continue
        seen.add(effect.token.i)
        after = _TABLE.get((value, effect.value), value)
        if after != value:
            value, decisive = after, effect.token
    if decisive is None:
        return Judgement(value)
    return Judgement(value, decisive.text, unit.span(decisive))


def _effects(unit: Unit, trigger: Token, type: str) -> Iterator[Effect]:
    """The effects on the act, from the trigger outwards."""
    at, passes, is_title = trigger, ANY, unit.field == "title"
    if type in BARE_ACTS:
        yield from (Effect(c.effect, trigger) for c in matching(trigger, "itself", False))
    for _ in range(_STEPS):
        own = own_effects(at, at == trigger, is_title, type in OCCASIONS)
        yield from (e for e in own if _may_pass(e, passes))
        base = _first_conjunct(at)
        if base.dep_ == "ROOT":
            yield from _of_question(unit, base)
            return
        step = _step(base, type, at == trigger)
        yield from (e for e in step.effects if _may_pass(e, passes))
        if step.to is None:
            return
        at, passes = step.to, passes & step.passes


def _may_pass(effect: Effect, passes: frozenset[Factuality]) -> bool:
    return passes == ANY or (effect.settled and effect.value in passes)


def _first_conjunct(token: Token) -> Token:
    """What governs a coordination governs its first member."""
    while token.dep_ == "conj" and is_verbal(token) == is_verbal(token.head):
        finite = token.tag_ in {"VBZ", "VBP"} and token.head.tag_ == "VB" and is_verbal(token.head.head)
        token = token.head.head if finite else token.head  # "has yet to ratify it and opposes": goes on from "has"
    return token


def _of_question(unit: Unit, root: Token) -> Iterator[Effect]:
    """A yes-or-no question leaves the act open."""
    first, last = unit.doc[0], unit.doc[-1]
    mark = next((t for t in (last, unit.doc[-2] if len(unit.doc) > 1 else last) if t.text == "?"), None)
    if mark is not None and first.tag_ not in {"WP", "WRB", "WDT"}:
        yield Effect("possible", mark)


def _step(base: Token, type: str, is_trigger: bool) -> _Step:
    if is_verbal(base):
        return _STOP if type in SPEECH_TYPES and _is_performed(base.head) else _from_verb(base, type)
    return _from_noun(base, type, type in SPEECH_TYPES and is_trigger)


def _is_performed(verb: Token) -> bool:
    """ "We would like to thank ...": the speaker does it by saying so."""
    return _is_first_person(verb) and verb.lemma_ in {"like", "want", "wish"}


def _is_first_person(verb: Token) -> bool:
    return verb.lemma_ in OPINIONS and any(c.dep_ == "nsubj" and c.lower_ in {"i", "we"} for c in verb.lefts)


def _is_accepted(noun: Token) -> bool:
    """ "Accepted an invitation to visit": what one is invited to is then planned."""
    is_asked = noun.lemma_ in {"invitation", "request", "offer", "proposal"} and noun.dep_ in OBJECT_DEPS
    return is_asked and noun.head.lemma_ in {"accept", "grant"}


def _from_verb(verb: Token, type: str) -> _Step:
    head = verb.head
    if verb.dep_ == "pcomp":
        return _through_preposition(head, verb, False, frozenset())
    if verb.dep_ not in COMPLEMENT_DEPS:
        return _STOP
    relation = _relation(verb)
    if relation == "gerund" and verb.dep_ == "advcl" and verb.left_edge.i > 0 and verb.left_edge.nbor(-1).text == ",":
        return _from_adverbial(verb, head)  # "discussed the war, condemning ...": no complement
    if relation == "clause" and _is_first_person(head) and not any(c.dep_ == "neg" for c in head.children):
        return _STOP  # "I believe that ...": an opinion is still asserted
    if verb.dep_ == "advcl" and relation == "clause" and _marks(verb) & TEMPORAL:
        return _from_adverbial(verb, head)  # "it is possible when ...": no complement
    if type == "mediation" and head.lemma_ in TRYING:
        return _Step(head)  # who tries to mediate does it
    found = _governing(head, relation)
    if found and _is_accepted(head):
        return _Step(head, (Effect("planned", head.head),))
    if found:
        return _Step(head, tuple(found))
    if relation == "infinitive":
        return _from_infinitive(verb, head)
    if verb.dep_ == "advcl":
        return _from_adverbial(verb, head)
    if verb.dep_ == "xcomp" or (verb.dep_ == "ccomp" and relation == "gerund"):
        return _Step(head)
    return _STOP


def _relation(verb: Token) -> str:
    if is_infinitive(verb):
        return "infinitive"
    has_auxiliary = any(c.dep_ in {"aux", "auxpass"} and c.tag_ in {"MD", "VBZ", "VBP", "VBD"} for c in verb.lefts)
    return "gerund" if verb.tag_ == "VBG" and not has_auxiliary else "clause"


def _governing(head: Token, relation: str, is_speech: bool = False) -> list[Effect]:
    """The effect of the word that governs, or of the predicate that stands beside it ("it is possible that")."""
    for word in (head, *(c for c in head.children if c.dep_ in {"acomp", "attr", "oprd"})):
        if word != head and head.lemma_ not in {"be", "seem", "become", "remain", "appear", "look"}:
            continue
        found = matching(word, relation, is_speech)
        if found:
            return [Effect(found[0].effect, word, found[0].settled)]
    return []


def _from_infinitive(verb: Token, head: Token) -> _Step:
    """An infinitive under no cue: "is to visit", "has yet to sign", "had to leave", "came to sign"."""
    if not is_verbal(head):
        return _Step(head) if head.pos_ == "ADJ" else _STOP
    if verb.dep_ == "xcomp" and head.lemma_ == "be":
        return _Step(head, tuple(_subject_cue(head) or [Effect("planned", head, True)]))
    if verb.dep_ == "xcomp" and head.lower_ == "going":
        return _Step(head, (Effect("planned", head, True),))
    if verb.dep_ == "xcomp" and head.lemma_ == "have":
        yet = next((c for c in head.children if c.lower_ == "yet"), None)
        if yet is not None:
            return _Step(head, (Effect("negated", yet),))
        return _Step(head, () if is_past(head) else (Effect("possible", head),) if not _has_will(head) else ())
    return _Step(head)


def _has_will(verb: Token) -> bool:
    return any(c.dep_ == "aux" and c.tag_ == "MD" for c in verb.lefts)


def _subject_cue(verb: Token) -> list[Effect]:
    """ "The aim is to meet": the noun says how it stands with the act."""
    for subject in verb.lefts:
        if subject.dep_ == "nsubj":
            return [Effect(c.effect, subject) for c in matching(subject, "infinitive", False)]
    return []


def _from_adverbial(verb: Token, head: Token) -> _Step:
    """A clause of time or a participle shares the future of its main clause; other clauses stand by themselves."""
    marks = _marks(verb)
    if marks & TEMPORAL and verb.tag_ == "VBD" and not _would(head):
        return _STOP  # "said that it may be so when he arrived": he has
    if marks & TEMPORAL or (verb.tag_ in {"VBG", "VBN"} and not marks):
        return _Step(head, (), TO_COME)
    return _STOP


def _marks(verb: Token) -> set[str]:
    return {c.lower_ for c in verb.lefts if c.dep_ in {"mark", "advmod"}}


def _would(verb: Token) -> bool:
    return any(c.dep_ == "aux" and c.lower_ in {"would", "should"} for c in verb.lefts)


def _from_noun(noun: Token, type: str, is_speech: bool) -> _Step:
    head = noun.head
    if noun.dep_ == "pobj":
        return _through_preposition(head, noun, is_speech, frozenset({type}))
    if noun.dep_ in {"compound", "nmod", "poss"} and head.pos_ in NOUN_POS:
        found = [] if is_speech else _governing(head, "compound")
        return _Step(head, tuple(found)) if found else _STOP
    if noun.dep_ in OBJECT_DEPS and is_verbal(head):
        if head.lemma_ == "announce" and (type in ANNOUNCED or noun.lemma_ in WITHDRAWALS):
            return _Step(head, (Effect("planned", head),))
        found = _governing(head, "object", is_speech)
        if found:
            return _Step(head, tuple(found))
        return _with_verb(head)
    if noun.dep_ in {"nsubj", "csubj"} and is_verbal(head):
        return _from_subject(noun, head, type, is_speech)
    if noun.dep_ in {"acomp", "appos"}:
        return _Step(head)
    return _STOP


def _with_verb(verb: Token) -> _Step:
    """From a noun to a verb that makes one predicate with it ("hold talks"), or takes part in it."""
    lemma = verb.lemma_.lower()
    if lemma in cues().support:
        return _Step(verb)
    return _Step(verb, (), TO_COME) if lemma in cues().attendance else _STOP


def _from_subject(noun: Token, verb: Token, type: str, is_speech: bool) -> _Step:
    found = _governing(verb, "subject", is_speech)
    if found:
        return _Step(verb, tuple(found))
    if is_speech:
        return _STOP
    for word in verb.rights if verb.lemma_ in {"be", "seem", "appear", "look"} else ():
        cue = matching(word, "modifier", False) if word.dep_ == "acomp" else []
        if cue:  # "a visit is likely"
            return _Step(verb, (Effect(cue[0].effect, word),))
    if verb.lemma_ == "be" and any(c.dep_ in {"attr", "acomp"} for c in verb.rights):
        return _Step(verb, (), frozenset({"planned"})) if type in OCCASIONS else _STOP
    if verb.lemma_.lower() in cues().support:
        return _Step(verb)
    return _Step(verb, (), TO_COME) if type in OCCASIONS else _STOP


def _through_preposition(prep: Token, act: Token, is_speech: bool, types: frozenset[str]) -> _Step:
    """From what stands behind a preposition to what the preposition hangs on."""
    name, head = prep.lower_, prep.head
    for word in (prep, *(c for c in prep.lefts if c.dep_ == "advmod")):
        value = cues().effect("preposition", word.lower_)
        if value is None:
            continue
        return _Step(head if is_verbal(head) else None, (Effect(value, word),), TO_COME)
    while head.pos_ in {"ADV", "ADP", "SCONJ"} and head.head != head:  # "ahead of", "forward to", "instead of"
        value = cues().effect("preposition", head.lower_)
        if value is not None:
            return _Step(head.head, (Effect(value, head),), TO_COME)
        head = head.head
    found = _governing(head, name, is_speech)
    if found:
        return _Step(head, tuple(found))
    if is_verbal(act):
        return _Step(head, (), TO_COME) if is_verbal(head) else _STOP
    if is_verbal(head):
        if name in cues().support_prepositions and (step := _with_verb(head)).to is not None:
            return step
        is_occasion = bool(types & OCCASIONS) or name == "for"
        return _Step(head, (), TO_COME) if is_occasion and name in cues().circumstance else _STOP
    if head.pos_ in NOUN_POS and name == "of" and head.lemma_.lower() in cues().transparent:
        return _Step(head)
    return _STOP

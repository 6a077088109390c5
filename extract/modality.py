"""What a verb's or a noun's own words say of the act: auxiliaries, negation, adverbs, adjectives, conjunctions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from ..models import Factuality
from . import grammar
from .cues import Cue, cues
from .sayings import sayings

NOUN_POS = frozenset({"NOUN", "PROPN"})
AUXILIARY_DEPS = frozenset({"aux", "auxpass"})
SUBJECT_DEPS = frozenset({"nsubj", "nsubjpass", "expl"})
ADVERB_DEPS = frozenset({"advmod", "neg", "preconj"})
MODIFIER_DEPS = frozenset({"amod", "det", "nmod", "advmod", "compound", "neg"})
FINITE_TAGS = frozenset({"VBD", "VBZ", "VBP", "MD"})
PAST_TAGS = frozenset({"VBD", "VBN"})
NOBODY = frozenset({"no", "neither", "none", "nobody", "nothing"})
COMMITTING = frozenset({"promise", "pledge", "vow", "agree", "decide"})
CONDITIONS = frozenset({"if", "unless", "should"})
COMMITTING = frozenset({"promise", "pledge", "vow", "agree", "decide"})
CONDITIONS = frozenset({"if", "unless", "should"})
OPEN_MODALS = frozenset({"could", "can", "may", "might", "should"})
PERMISSIVE = frozenset({"may", "might"})
"""Modals that "not" leaves open: "may not come" is possible, "cannot come" is not."""


@dataclass(frozen=True, slots=True)
class Effect:
    """What one word makes of the act; `settled` when it does so for what happens on the occasion as well."""

    value: Factuality
    token: Token
    settled: bool = False


def own_effects(token: Token, is_trigger: bool, is_title: bool, is_occasion: bool) -> Iterator[Effect]:
    """The effects of what hangs on a word itself, in the order in which they apply.

    `is_occasion`: whether the act is one of those that take place, such as a meeting.
    """
    if is_verbal(token):
        yield from _of_verb(token, is_trigger, is_title)
    elif token.pos_ in NOUN_POS or token.pos_ == "PRON":
        yield from _of_noun(token, is_occasion)
    else:
        yield from _of_adverbs(token)


def is_verbal(token: Token) -> bool:
    """Verbs, and predicates with a subject of their own; a gerund that takes a determiner is a noun."""
    return grammar.is_verbal(token) and not any(c.dep_ in {"det", "amod"} for c in token.lefts)


def is_infinitive(verb: Token) -> bool:
    """Whether "to" stands before the verb (or before the one it is coordinated with)."""
    if any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.lefts):
        return True
    return shares(verb) and is_infinitive(verb.head)


def shares(verb: Token) -> bool:
    """Whether a coordinated verb has its auxiliaries from the verb before ("will meet and sign")."""
    if verb.dep_ != "conj" or verb.tag_ != verb.head.tag_ or verb.tag_ in FINITE_TAGS:
        return False
    return not any(c.dep_ in AUXILIARY_DEPS | SUBJECT_DEPS for c in verb.lefts)


def is_past(verb: Token) -> bool:
    """Whether the finite form is a past one (perfect and pluperfect included)."""
    auxiliaries = [c for c in verb.lefts if c.dep_ in AUXILIARY_DEPS]
    finite = auxiliaries[0] if auxiliaries else verb
    if any(c.lemma_ == "have" for c in auxiliaries) and not any(c.tag_ == "MD" for c in auxiliaries):
        return True
    return finite.tag_ in PAST_TAGS


def _of_verb(verb: Token, is_trigger: bool, is_title: bool) -> Iterator[Effect]:
    modals, negations = _modals(verb, is_title), list(_negations(verb, is_trigger))
    is_open = any(e.token.lower_ in PERMISSIVE for e in modals)
    yield from _of_adverbs(verb)
    yield from negations + modals if is_open else modals + negations
    yield from _of_conditions(verb, bool(modals))
    yield from _of_time(verb, is_title)


def _modals(verb: Token, is_title: bool) -> list[Effect]:
    found: list[Effect] = []
    for child in verb.lefts:
        if child.dep_ in AUXILIARY_DEPS:
            value = cues().effect("auxiliary", child.lower_)
            if value is not None:
                is_shifted = child.lower_ in {"would", "'d", "’d"} and _is_backshifted(verb)
                found.append(Effect("planned" if is_shifted else value, child, True))
    if not found and _stands_as_plan(verb, is_title):
        found.append(Effect("planned", verb, True))
    if not found and shares(verb):
        return _modals(verb.head, is_title)
    return found


def _is_backshifted(verb: Token) -> bool:
    """ "said it would send": what the speaker said was "will"."""
    clause = verb
    while clause.dep_ == "conj" or (clause.dep_ == "xcomp" and clause.head != clause):
        clause = clause.head
    head = clause.head
    if clause.dep_ != "ccomp" or head == clause or any(_mark(c) for c in clause.children if c.dep_ == "advcl"):
        return False
    kind = sayings().verbs.get(head.lemma_.lower())
    return (kind in {"say", "stress"} or head.lemma_ in COMMITTING) and is_past(head)


def _stands_as_plan(verb: Token, is_title: bool) -> bool:
    """A bare infinitive as the predicate, as headlines have it ("Xi to visit Moscow"), or "to be signed" of a noun."""
    to = next((c for c in verb.lefts if c.dep_ == "aux" and c.lower_ == "to"), None)
    if to is None:
        return False
    if verb.dep_ == "ROOT":
        return True
    if is_title and verb.dep_ in {"acl", "relcl", "ccomp", "conj", "appos", "advcl"}:
        return verb.head.dep_ == "ROOT" and verb.head.pos_ in NOUN_POS
    return verb.dep_ in {"acl", "relcl"} and any(c.dep_ == "auxpass" for c in verb.lefts)


def _negations(verb: Token, is_trigger: bool) -> Iterator[Effect]:
    for child in verb.children:
        if child.dep_ in ADVERB_DEPS and cues().effect("adverb", child.lower_) == "negated" and not _is_only(child):
            yield Effect("negated", child)
        elif child.dep_ in SUBJECT_DEPS or (is_trigger and child.dep_ == "dobj"):
            none = _nobody(child)
            if none is not None:
                yield Effect("negated", none)
    never = grammar.negating_phrase(verb)
    if never is not None:
        yield Effect("negated", never)
    if verb.dep_ == "conj":
        yield from (Effect("negated", c) for c in verb.head.rights if c.lower_ == "nor" and c.i < verb.i)
    if shares(verb) and not any(c.dep_ == "cc" and c.lower_ == "but" for c in verb.head.children):
        yield from _negations(verb.head, False)


def _is_only(word: Token) -> bool:
    """ "not only", "not just": no negation."""
    after = word.nbor(1) if word.i + 1 < len(word.doc) else word
    return after.lower_ in {"only", "just", "merely", "simply", "least", "until"}


def _nobody(noun: Token) -> Token | None:
    if noun.lower_ in NOBODY:
        return noun
    return next((c for c in noun.children if c.dep_ in {"det", "neg"} and c.lower_ in {"no", "neither"}), None)


def _of_adverbs(token: Token) -> Iterator[Effect]:
    for child in token.children:
        if child.dep_ in ADVERB_DEPS:
            value = cues().effect("adverb", child.lower_)
            if value is not None and (value != "negated" or not is_verbal(token)) and not _is_only(child):
                yield Effect(value, child)


def _of_conditions(verb: Token, has_modal: bool) -> Iterator[Effect]:
    mark = _mark(verb)
    if mark is not None:
        yield Effect("possible", mark)
    if not has_modal and is_past(verb):
        return
    for child in verb.children:
        mark = _mark(child) if child.dep_ == "advcl" else None
        if mark is not None and mark.lower_ in CONDITIONS:
            yield Effect("possible", mark)


def _mark(verb: Token) -> Token | None:
    """The conjunction that makes a clause a condition; "Should China refuse, ..." too."""
    for child in verb.lefts:
        if child.dep_ in {"mark", "advmod"} and cues().effect("conjunction", child.lower_) is not None:
            return child
        if child.dep_ == "aux" and child.lower_ == "should" and verb.dep_ == "advcl":
            return child
    return _mark(verb.head) if verb.dep_ == "conj" and not any(c.dep_ in SUBJECT_DEPS for c in verb.lefts) else None


def _of_time(verb: Token, is_title: bool) -> Iterator[Effect]:
    """A present form with a time to come is a plan ("arrives tomorrow", "is meeting him next week")."""
    auxiliaries = [c for c in verb.lefts if c.dep_ in AUXILIARY_DEPS]
    finite = auxiliaries[0] if auxiliaries else verb
    if is_title or finite.tag_ not in {"VBZ", "VBP"} or finite.lemma_ == "have":
        return
    for child in verb.children:
        if child.dep_ in {"npadvmod", "advmod"} and (word := _to_come(child)) is not None:
            yield Effect("planned", word, True)


def _to_come(time: Token) -> Token | None:
    if time.lower_ in {"tomorrow", "soon"}:
        return time
    return next((c for c in time.children if c.lower_ in {"next", "coming"} or c.lower_ == "tomorrow"), None)


def _of_noun(noun: Token, is_occasion: bool) -> Iterator[Effect]:
    for child in noun.children:
        if child.dep_ in MODIFIER_DEPS and not _is_only(child):
            yield from (Effect(c.effect, child) for c in _modifier_cues(child))
        elif child.dep_ in {"poss", "npadvmod"} and (word := _to_come(child)) is not None:
            yield Effect("planned", word)
        elif child.dep_ == "acl" and child.tag_ == "VBN" and not any(c.dep_ in SUBJECT_DEPS for c in child.lefts):
            yield from (Effect(c.effect, child) for c in matching(child, "object", False))
        elif child.dep_ == "acl" and child.tag_ == "VB" and any(c.dep_ == "auxpass" for c in child.lefts):
            yield Effect("planned", child)
        elif child.dep_ == "relcl":
            yield from _of_relative(child, is_occasion)
    if noun.dep_ == "conj" and not any(c.dep_ in {"det", "amod", "poss"} for c in noun.children):
        yield from (e for e in _of_noun(noun.head, is_occasion) if e.token.dep_ in MODIFIER_DEPS)


def _modifier_cues(word: Token) -> list[Cue]:
    return [c for c in cues().of("adjective", word.lower_) if "modifier" in c.takes]


def _of_relative(verb: Token, is_occasion: bool) -> Iterator[Effect]:
    """A relative clause about the act: "a visit that was postponed", "an accord that would end the war"."""
    relation = next((c.dep_ for c in verb.lefts if c.lower_ in grammar.RELATIVE_WORDS), None)
    if relation == "nsubjpass":
        yield from (Effect(c.effect, verb) for c in matching(verb, "object", False))
    if relation in {"nsubj", "nsubjpass"}:
        is_about_it = is_occasion and (relation == "nsubjpass" or verb.lemma_.lower() in cues().support)
        words = {"would"} | (OPEN_MODALS if is_about_it else set()) | ({"will", "shall"} if is_occasion else set())
        yield from (e for e in _modals(verb, False) if e.token.lower_ in words)


def matching(head: Token, relation: str, is_speech: bool) -> list[Cue]:
    """The cue that a governing word is for an act in this relation to it: one at most, phrases before single words."""
    part = {"VERB": "verb", "AUX": "verb", "ADJ": "adjective", "NOUN": "noun", "PROPN": "noun"}.get(head.pos_)
    if part is None:
        return []
    lemma = head.lower_ if part == "adjective" else head.lemma_.lower()
    found = [c for c in cues().of(part, lemma) if relation in c.takes and not (c.acts and is_speech)]
    phrases = [c for c in found if c.phrase is not None and _has_phrase(head, c.phrase)]
    plain = [c for c in found if c.phrase is None]
    if not phrases and relation == "object" and any(c.dep_ == "prt" for c in head.children):
        return []
    return (phrases or plain)[:1]


def _has_phrase(head: Token, phrase: str) -> bool:
    return any(c.lower_ == phrase for c in head.children) or (
        head.i + 1 < len(head.doc) and head.nbor(1).lower_ == phrase
    )

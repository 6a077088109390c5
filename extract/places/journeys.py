"""Where a journey goes: "visited Moscow", "Wang's Moscow trip", "a tour of Europe", "hosted him at Camp David"."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from spacy.tokens import Token

from ...models import Place
from ..units import Unit
from .gazetteer import lookup
from .names import place, read
from .phrases import LOCATIVES, ON, before, lemma, place_at, place_of
from .words import words

_GOALS = ("to", "into", "for", "in", "at", "of", "through", "around", "across", "near", "inside", "via", "within")
_OBJECTS = {"dobj", "nsubjpass", "dative", "attr", "oprd"}
_BROAD = {"region", "continent"}
_LEAVES = {"leave", "head", "depart", "embark", "bind"}


def destination(unit: Unit, trigger: Token, countries: Collection[str] = ()) -> Place | None:
    """The destination of a journey whose trigger is a verb or a noun; None when the sentence does not name it."""
    if trigger.pos_ in {"NOUN", "PROPN", "ADJ"}:
        return _of_noun(unit, trigger, countries) or _of_governor(unit, trigger, countries)
    return _of_verb(unit, trigger, countries)


def goal(unit: Unit, node: Token, countries: Collection[str]) -> Place | None:
    """The place of a node's own "to/in/of X", the likelier preposition first; through a person to his place."""
    found = [(rank, child.i, at) for child in node.children for rank, at in _goals(unit, node, child, countries)]
    return min(found, key=lambda f: f[:2])[2] if found else None


def _goals(unit: Unit, node: Token, child: Token, countries: Collection[str]) -> Iterator[tuple[int, Place]]:
    """The places in one phrase of a node, each with its preposition's rank."""
    if child.pos_ in {"ADP", "PART", "SCONJ"} and child.lower_ in _GOALS:
        if child.lower_ == "for" and lemma(node) not in _LEAVES:
            return
        for noun in child.children:
            at = place_at(unit, noun, countries) or _through(unit, noun, countries) if noun.dep_ == "pobj" else None
            if at:
                yield _GOALS.index(child.lower_), at
        return
    inner = child if child.lower_ in ON and child.pos_ in {"ADP", "ADV"} else _nested(child)
    if inner is not None and (at := place_of(unit, inner, countries)):
        yield len(_GOALS), at


def _nested(preposition: Token) -> Token | None:
    """The second preposition of "back to", "over to", "out of"."""
    if preposition.dep_ not in {"prep", "advmod"}:
        return None
    return next((t for t in preposition.children if t.lower_ in {"to", "in", "at"} and t.dep_ == "prep"), None)


def _through(unit: Unit, noun: Token, countries: Collection[str]) -> Place | None:
    """ "a visit to troops in Iraq", "paid a visit to Putin in Sochi"."""
    for child in noun.children:
        if child.dep_ == "prep" and child.lower_ in LOCATIVES and (found := place_of(unit, child, countries)):
            return found
    return None


def _of_noun(unit: Unit, noun: Token, countries: Collection[str]) -> Place | None:
    if found := goal(unit, noun, countries) or before(unit, noun, countries):
        return found
    for child in noun.children:
        if child.dep_ == "amod" and (region := read_adjective(unit, child, countries)):
            return region
        if child.dep_ in {"acl", "relcl", "appos"} and (found := goal(unit, child, countries)):
            return found
    return None


def read_adjective(unit: Unit, adjective: Token, countries: Collection[str]) -> Place | None:
    """ "his European tour": the region of an adjective; of a country's adjective it says nothing (the visitor's?)."""
    doc, first = adjective.doc, adjective
    if adjective.i and doc[adjective.i - 1].text[:1].isupper():
        entry = lookup(doc[adjective.i - 1 : adjective.i + 1].text)
        if entry is not None and entry.kind in _BROAD:
            return place(unit, doc[adjective.i - 1], adjective, entry)
    entry = lookup(first.text) if first.text[:1].isupper() else None
    return place(unit, first, first, entry) if entry is not None and entry.kind in _BROAD else None


def _of_governor(unit: Unit, noun: Token, countries: Collection[str]) -> Place | None:
    """ "paid a visit ... to the United States", "the trip will take him to Cairo"."""
    head = noun.head
    if noun.dep_ in {"compound", "nmod", "appos", "conj"} and head.pos_ in {"NOUN", "PROPN"}:
        return _of_noun(unit, head, countries)
    if noun.dep_ == "pobj" and head.lower_ in {"for", "on", "during"} and lemma(head.head) in words("motions"):
        return goal(unit, head.head, countries)  # "arrived in Tbilisi for a visit"
    if head.pos_ not in {"VERB", "AUX"}:
        return None
    if noun.dep_ in {"dobj", "attr", "nsubj", "nsubjpass"} and lemma(head) in words("motions") | words("supports"):
        return goal(unit, head, countries)
    return None


def _of_verb(unit: Unit, verb: Token, countries: Collection[str]) -> Place | None:
    if lemma(verb) in words("reached"):
        for child in verb.children:
            if (
                child.dep_ in {"dobj", "nsubjpass", "conj"}
                and child.pos_ != "VERB"
                and (found := place_at(unit, child, countries) or _through(unit, child, countries))
            ):
                return found
    if found := goal(unit, verb, countries):
        return found
    for child in verb.children:
        if (
            child.dep_ in _OBJECTS
            and child.pos_ in {"NOUN", "PROPN", "PRON"}
            and (found := goal_of_object(unit, child, countries))
        ):
            return found
    for child in verb.children:
        if child.dep_ == "prep" and child.lower_ in {"on", "for", "from", "with", "during", "as"}:
            for noun in child.children:
                if child.lower_ == "as" and (found := goal(unit, noun, countries)):
                    return found
                journey = lemma(noun) in words("journeys") | words("events")
                if noun.dep_ == "pobj" and journey and (found := place_at(unit, noun, countries)):
                    return found
        if child.dep_ in {"advcl", "xcomp", "conj"} and child.i > verb.i and not _has_subject(child):
            aim = lemma(child) in {"meet", "attend", "hold", "speak", "address", "lead"}
            if aim and (found := _met(unit, child, countries)):
                return found
    return _upward(unit, verb, countries) or host(unit, verb, countries)


def host(unit: Unit, verb: Token, countries: Collection[str]) -> Place | None:
    """ "Egypt hosted the king", "the guest was received by the Kremlin": the place of the one who hosts."""
    if lemma(verb) not in words("hosts"):
        return None
    subjects = [t for t in verb.children if t.dep_ == "nsubj"]
    subjects += [t for by in verb.children if by.dep_ == "agent" for t in by.children if t.dep_ == "pobj"]
    return next((found for t in subjects if t.pos_ == "PROPN" and (found := read(unit, t, countries))), None)


def goal_of_object(unit: Unit, noun: Token, countries: Collection[str]) -> Place | None:
    """ "sent an envoy to Nepal", "led a delegation to Geneva", "host him for a celebration at the White House"."""
    if lemma(noun) in words("events") | words("journeys") | words("people") or noun.pos_ in {"PROPN", "PRON"}:
        return next(
            (
                found
                for child in noun.children
                if child.lower_ in {"to", "at", "in"} and child.dep_ in {"prep", "dative"}
                if (found := place_of(unit, child, countries))
            ),
            None,
        )
    return None


def _met(unit: Unit, verb: Token, countries: Collection[str]) -> Place | None:
    """ "travelled to meet Putin in Moscow": the place of the purpose."""
    for child in verb.children:
        if child.dep_ == "prep" and child.lower_ in LOCATIVES and (found := place_of(unit, child, countries)):
            return found
        if child.dep_ in {"dobj", "prep"}:
            for inner in (child, *child.children):
                if inner.pos_ in {"NOUN", "PROPN"} and (found := _through(unit, inner, countries)):
                    return found
    return None


def _upward(unit: Unit, verb: Token, countries: Collection[str]) -> Place | None:
    """ "went on to visit", "is in Cairo on a tour": the place of the governing verb, if it is a journey's."""
    head = verb.head
    if verb.dep_ in {"xcomp", "advcl"} and not _has_subject(verb) and lemma(head) in words("motions"):
        return goal(unit, head, countries)
    return None


def _has_subject(verb: Token) -> bool:
    return any(child.dep_ in {"nsubj", "nsubjpass"} for child in verb.children)

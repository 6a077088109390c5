"""The words whose date an act shares: the verb that carries its noun, the clause that it stands in, its occasion."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from .host import NOUNS, VERBS, WITHIN_NAME, is_occasion
from .words import load

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_CLAUSES_OF_NOUN = frozenset({"acl", "relcl"})
_SHARED = frozenset({"conj", "advcl", "xcomp"})
_PRESENT = frozenset({"VBZ", "VBP"})
_REACH = 5
"""So many steps up from the trigger: further up lies another act."""


def carriers(trigger: Token, uttered: bool = False, said: bool = False) -> Iterator[Token]:
    """The trigger, then the words whose date it shares, the nearest first; none twice.

    Of what is `said` the saying verb comes first, however deep in the clause the trigger stands.
    """
    content = _clause(trigger) if said else trigger
    if uttered and _is_content(content):
        yield from _chain(content.head)
    yield from _chain(trigger)


def _clause(token: Token) -> Token:
    """The verb of the reported clause that a token stands in; itself, if it stands in none."""
    current = token
    for _ in range(_REACH):
        if _is_content(current) or current.head == current:
            break
        current = current.head
    return current if _is_content(current) else token


def _chain(token: Token) -> Iterator[Token]:
    at: Token | None = token
    for _ in range(_REACH):
        if at is None:
            return
        yield at
        yield from _below(at)
        at = _above(at)


def _is_content(verb: Token) -> bool:
    return verb.dep_ == "ccomp" and verb.head.lemma_ in load().saying


def _below(token: Token) -> Iterator[Token]:
    """What is under the token and dates it: "a report issued on Monday", "told him at their meeting on Saturday"."""
    if token.pos_ in NOUNS:
        yield from _clauses(token)
        return
    for preposition in token.children:
        if preposition.dep_ == "prep" and preposition.lower_ in load().within:
            for noun in preposition.children:
                if is_occasion(noun):
                    yield noun
                    yield from _clauses(noun)


def _clauses(noun: Token) -> Iterator[Token]:
    return (child for child in noun.children if child.dep_ in _CLAUSES_OF_NOUN and child.lemma_ in load().support)


def _above(token: Token) -> Token | None:
    """The next word up that carries this one in time, if any."""
    if token.head == token:
        return None
    if token.pos_ in VERBS:
        return token.head if _verb_shares(token, token.head) else None
    if token.pos_ in NOUNS:
        return _over_noun(token, token.head)
    return token.head if token.head.pos_ in VERBS and token.dep_ in ("acomp", "prep", "prt", "advmod") else None


def _over_noun(noun: Token, head: Token) -> Token | None:
    if noun.dep_ in SUBJECTS and head.pos_ in VERBS:
        return head
    if noun.dep_ in ("dobj", "attr", "conj", "appos") and (head.pos_ in NOUNS or head.lemma_ in load().support):
        return head
    if noun.dep_ in WITHIN_NAME and head.pos_ in NOUNS:
        return head
    return _over_preposition(noun, head) if noun.dep_ == "pobj" else None


def _over_preposition(noun: Token, preposition: Token) -> Token | None:
    """The verb, or the expression ("last week, during her tour")."""
    words, head = load(), preposition.head
    if preposition.lower_ in words.carrying:
        return head
    is_held = is_occasion(noun) and head.lemma_ not in words.prospective
    return head if preposition.lower_ in words.carrying_occasions and is_held else None


def _verb_shares(verb: Token, head: Token) -> bool:
    if any(child.dep_ == "mark" and child.lower_ in load().bounding for child in verb.children):
        return False
    to = any(child.tag_ == "TO" for child in verb.children)
    if verb.dep_ == "acl":
        return verb.tag_ == "VBG" or (to and head.lemma_ in load().diary)
    if head.pos_ not in VERBS:
        return False
    if verb.dep_ == "ccomp":
        return head.lemma_ in load().saying and _is_present(verb)
    if to and verb.dep_ != "conj":  # "agreed on Monday to sign" lies ahead, "arrived on Monday to sign" does not
        return verb.dep_ == "advcl" and head.lemma_ not in load().prospective
    return verb.dep_ in _SHARED


def _is_present(verb: Token) -> bool:
    """Such as "said on Monday that it supports", "that it is suspending"."""
    if verb.tag_ in _PRESENT:
        return True
    return verb.tag_ == "VBG" and any(child.lower_ in ("is", "are") for child in verb.children)

"""Who else stands in a list: what the parser hung elsewhere, and what is joined by other words than "and"."""

from __future__ import annotations

from spacy.tokens import Token

from .. import grammar
from ..actors import Cast
from ..units import Unit

NAMED_POS = frozenset({"PROPN"})
SUCH = frozenset({"including", "such as", "as well as", "along with", "together with"})
"""Prepositions before more of them: "leaders, including X", "Peru as well as Chile"."""
LINKS = frozenset({",", "and"})
PHRASE_POS = frozenset({"NOUN", "PROPN", "ADJ", "DET", "PART", "NUM", "PRON"})
TITLE_WORDS = frozenset({"of", "for", "to", "-"})
"""What the members of a list are made of."""
INNER_DEPS = frozenset({"compound", "amod", "nmod", "poss", "nummod", "case"})
_LONGEST = 20
_NEAR = 3
"""How many tokens may stand between a list and the "as well as" that goes on with it."""


def listed(cast: Cast, unit: Unit, head: Token) -> list[Token]:
    """The head with the others of its list."""
    found = [head, *_apposed(cast, unit, head)]
    found += [t for t in _inside_name(cast, unit, head) if t not in found]
    for name, token in grammar.prepositions(head):
        if (name in SUCH or (name == "as" and _is_such(token))) and token not in found:
            found.append(token)
    found += [t for t in _as_well(head) if t not in found]
    found += [t for t in _flat(cast, unit, head) if t not in found]
    after = _after_colon(cast, unit, head)
    return after or found


def _is_such(token: Token) -> bool:
    """Whether one is named as an instance: "states such as Peru"."""
    prep = token.head if token.dep_ == "pobj" else token.head.head
    return bool(prep.i > 0 and prep.nbor(-1).lower_ == "such")


def _apposed(cast: Cast, unit: Unit, head: Token) -> list[Token]:
    """Other people, where the parser took them for appositions: "Li, Ban, and Annan"."""
    found = [head]
    for token in found:
        own = {m.actor.name for m in cast.resolve(unit, token) if m.actor.kind == "person"}
        for child in token.children:
            if own and child.dep_ == "appos" and child.pos_ in NAMED_POS and len(found) < _LONGEST:
                other = {m.actor.name for m in cast.resolve(unit, child) if m.actor.kind == "person"}
                found += [t for t in grammar.conjuncts(child) if other and not own & other and t not in found]
    return found[1:]


def _inside_name(cast: Cast, unit: Unit, head: Token) -> list[Token]:
    """What the parser joined to the last word of a name: "the Republic of Korea and Japan"."""
    if head.pos_ not in NAMED_POS:
        return []
    found: list[Token] = []
    own = {m.actor.name for m in cast.resolve(unit, head)}
    for name, inner in grammar.prepositions(head):
        if name == "of" and own and own == {m.actor.name for m in cast.resolve(unit, inner)}:
            others = [t for t in grammar.conjuncts(inner) if t != inner]
            found += [t for t in others if not own & {m.actor.name for m in cast.resolve(unit, t)}]
    return found


def _as_well(head: Token) -> list[Token]:
    """Who follows "as well as" right after the list, which the parser hung on the verb: "with X, as well as Y"."""
    doc, at = head.doc, head.right_edge.i + 1
    while at < len(doc) and doc[at].text == ",":
        at += 1
    if at == len(doc) or doc[at].lower_ != "as" or at - head.right_edge.i > _NEAR:
        return []
    if [t.lower_ for t in doc[at : at + 3]] != ["as", "well", "as"]:
        return []
    inner = next((t for t in doc[at + 3 : at + 3 + _LONGEST] if t.left_edge.i == at + 3 and t.pos_ != "DET"), None)
    while inner is not None and inner.head.left_edge.i == at + 3 and inner.head.i > inner.i:
        inner = inner.head
    return grammar.conjuncts(inner) if inner is not None and inner.pos_ in {"NOUN", "PROPN"} else []


def _flat(cast: Cast, unit: Unit, head: Token) -> list[Token]:
    """A long list read by its commas, where the parser tore it: "by X, Prime Minister Y of A, the EU and B"."""
    doc, found = head.doc, [head]
    seen = {m.actor.name for m in cast.resolve(unit, head)}
    link = ""
    for token in doc[head.i + 1 : head.i + _LONGEST * 2] if seen else ():
        if token.lower_ in LINKS:
            link = token.lower_
            continue
        if token.pos_ not in PHRASE_POS and token.lower_ not in TITLE_WORDS:
            break
        parties = cast.resolve(unit, token) if link and token.dep_ not in INNER_DEPS else ()
        if not parties:
            continue
        new = {m.actor.name for m in parties if m.political} - seen
        if token.dep_ in grammar.SUBJECT_DEPS and head.dep_ not in grammar.SUBJECT_DEPS:
            return []
        if new and not _is_inside(token, head):
            found.append(token)
        seen |= new
        if link == "and" and [t.lower_ for t in doc[token.i + 1 : token.i + 3]] != [",", "and"]:
            last = token.i + 1 < len(doc) and doc[token.i + 1].pos_ in grammar.VERBAL_POS
            return [] if last and head.dep_ not in grammar.SUBJECT_DEPS else found[1:]
        link = ""
    return []


def _is_inside(token: Token, head: Token) -> bool:
    """Whether one is only named in a phrase of the other: "the king of X, Y and Z"."""
    current = token
    for _ in range(_LONGEST):
        if current.head in (head, current):
            break
        current = current.head
    return bool(current.head == head and current.dep_ != "appos")


def _after_colon(cast: Cast, unit: Unit, head: Token) -> list[Token]:
    """Those whom "his counterparts: X of Peru and Y of Chile" names: they stand for the words before the colon."""
    at = head.right_edge.i + 1
    if head.tag_ != "NNS" or at + 1 >= len(head.doc) or head.doc[at].text != ":":
        return []
    for token in head.doc[at + 1 : at + _LONGEST]:
        people = [m for m in cast.resolve(unit, token) if m.actor.kind == "person"]
        if people and token.dep_ not in {"compound", "amod"}:
            return grammar.conjuncts(token)
        if token.pos_ == "VERB" and token.tag_ != "VBN":
            return []
    return []

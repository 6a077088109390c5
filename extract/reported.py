"""Reported clauses of a sentence: "X said that ...", "..., X said", "as X put it", "according to X"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from . import grammar
from .sayings import sayings
from .speech import SUBJECT_DEPS, Part, Quotation, addressee_of, is_finite, speaker_of
from .units import Unit
from .words import words


def reported_clauses(unit: Unit) -> Iterator[Quotation]:
    """Reported clauses of a sentence: "X said that ...", "..., X said", "as X put it", "according to X"."""
    table = sayings()
    for i, (lemma, form) in enumerate(words(unit.doc)):
        if form in table.prepositions:
            yield from _of_preposition(unit, unit.doc[i])
        elif lemma in table.verbs and unit.doc[i].pos_ == "VERB":
            yield from _of_verb(unit, unit.doc[i])


def _of_verb(unit: Unit, verb: Token) -> Iterator[Quotation]:
    kind = sayings().verbs.get(verb.lemma_.lower())
    if kind is None:
        return
    words = _relayed(verb) if kind == "relay" else _clause(verb)
    parts = _runs(unit, words)
    if parts:
        speaker, addressee = speaker_of(verb), addressee_of(verb)
        yield Quotation(
            parts,
            False,
            (unit, speaker) if speaker is not None else None,
            (unit, verb),
            (unit, addressee) if addressee is not None and kind != "relay" else None,
        )


def _relayed(verb: Token) -> set[int]:
    """What "Xinhua quoted Wang as saying ..." passes on, Wang's saying included."""
    saying = [s for c in verb.children if c.lower_ == "as" for s in c.children if s.dep_ == "pcomp"]
    return {t.i for s in saying for t in s.subtree}


def _clause(verb: Token) -> set[int]:
    own = {t.i for t in verb.subtree}
    clauses = [c for c in verb.children if c.dep_ == "ccomp" and (is_finite(c) or _has_subject(c))]
    if clauses:
        return {t.i for c in clauses for t in c.subtree}
    told = [r for c in verb.rights if c.dep_ == "dobj" for r in c.rights if r.dep_ == "relcl" and _is_told(verb, r)]
    if told:
        return {t.i for r in told for t in r.subtree}
    head = verb.head
    if verb.dep_ in {"parataxis", "ccomp"} and head != verb and _is_interposed(verb):
        return {t.i for t in head.subtree} - own
    if verb.dep_ == "advcl" and _is_as_clause(verb):
        return {t.i for t in head.subtree} - own
    return set()


def _is_told(verb: Token, clause: Token) -> bool:
    """ "told the paper that X would come": no relative clause, since it lacks nothing but the one told."""
    first = clause.left_edge
    return verb.lemma_.lower() in sayings().tells and first.lower_ == "that" and _has_subject(clause)


def _is_as_clause(verb: Token) -> bool:
    """ "as X said", with nothing else told in it."""
    deps = {c.dep_ for c in verb.children}
    return not deps & {"dobj", "xcomp", "ccomp"} and any(c.lower_ == "as" for c in verb.lefts)


def _is_interposed(verb: Token) -> bool:
    """A bare "X said" set off by a comma inside or after what X said."""
    if verb.dep_ == "parataxis":
        return True
    left = verb.left_edge.i
    return (
        left > 0
        and verb.doc[left - 1].text == ","
        and verb.i > verb.head.i
        and not any(c.dep_ == "mark" for c in verb.children)
    )


def _has_subject(verb: Token) -> bool:
    return any(c.dep_ in SUBJECT_DEPS for c in verb.children)


def _of_preposition(unit: Unit, prep: Token) -> Iterator[Quotation]:
    between = sayings().prepositions[prep.lower_]
    holder = next((c for c in prep.children if c.lower_ in between), prep) if between else prep
    source = next((c for c in holder.children if c.dep_ in {"pobj", "dobj"}), None)
    if source is None or (between and holder == prep) or (not between and source.pos_ != "PROPN"):
        return
    own = {t.i for t in prep.subtree}
    words = {t.i for t in _scope(prep).subtree} - own
    parts = _runs(unit, words)
    if parts:
        yield Quotation(parts, False, (unit, source), (unit, prep))


def _scope(prep: Token) -> Token:
    """What "according to X" is said of: the sentence when it opens or closes it, else its own clause."""
    head = prep.head
    edge = prep.left_edge.i <= 1 or prep.right_edge.i >= len(prep.doc) - 2
    while head.head != head and (edge or not grammar.is_verbal(head)) and head.dep_ not in {"conj"}:
        head = head.head
    return head


def _runs(unit: Unit, words: set[int]) -> tuple[Part, ...]:
    """Unbroken ranges of tokens, without the commas and marks that stand between and around them."""
    parts: list[Part] = []
    inner = [i for i in sorted(words) if not unit.doc[i].is_punct or {i - 1, i + 1} <= words]
    for i in inner:
        if parts and parts[-1][2] == i:
            parts[-1] = (unit.index, parts[-1][1], i + 1)
        else:
            parts.append((unit.index, i, i + 1))
    return tuple(p for p in parts if any(not t.is_punct for t in unit.doc[p[1] : p[2]]))

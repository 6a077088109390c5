"""Says who? The sources that an article names for an act: whose words its mention stands in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

from spacy.tokens import Token

from ..models import Actor, Kind, Source
from . import grammar
from .quotes import Quotation, Quotations
from .sayings import sayings
from .speech import addressee_of, is_saying, makers_of
from .units import Unit

OBJECT_DEPS = frozenset({"dobj", "nsubjpass"})
NAMED_POS = frozenset({"PROPN"})
MODIFIER_DEPS = frozenset({"compound", "amod", "nmod", "nummod", "case", "poss", "flat"})
ARTICLES = frozenset({"a", "an", "the", "this", "that", "its", "his", "her", "their", "our", "some"})
THROUGH = frozenset({"to", "with"})
"""Prepositions before the outlet that words were said to ("in an interview with the BBC")."""


class Mention(Protocol):
    """What a noun phrase stands for, as the cast of an article says it."""

    @property
    def actor(self) -> Actor:
        """Who it is."""

    @property
    def political(self) -> bool:
        """Whether it holds an office or acts for a state or a party."""


class Cast(Protocol):
    """Who is who in an article."""

    def resolve(self, unit: Unit, head: Token) -> Sequence[Mention]:
        """Whom the noun phrase with this head stands for."""


def sources(
    cast: Cast, quotations: Quotations, unit: Unit, trigger: Token, actors: tuple[Actor, ...]
) -> tuple[Source, ...]:
    """The sources of the act that `trigger` names, the one nearest to the words first; () for the article's own voice.

    `actors` are the actors of the act: one who tells of his own act is not its source.
    """
    found: dict[str, Source] = {}
    direct = quotations.quoted(unit, trigger)
    for quotation in quotations.covering(unit, trigger):
        for source in _of_quotation(cast, quotation, direct):
            if not _is_own(source, actors):
                found.setdefault(source.name.casefold(), source)
    for source in (*_of_verb(cast, unit, trigger, direct), *_of_clause(cast, unit, trigger, direct)):
        if not _is_own(source, actors):
            found.setdefault(source.name.casefold(), source)
    return tuple(found.values())


def _is_own(source: Source, actors: Iterable[Actor]) -> bool:
    return any(a.name.casefold() == source.name.casefold() for a in actors)


def _of_quotation(cast: Cast, quotation: Quotation, direct: bool) -> Iterator[Source]:
    """The speaker, and the outlet he spoke to."""
    if quotation.speaker is not None:
        unit, speaker = quotation.speaker
        for token in grammar.conjuncts(speaker):
            yield from _of_noun(cast, unit, token, direct)
    if quotation.addressee is not None:
        yield from _outlet(cast, *quotation.addressee, direct)
    if quotation.verb is not None:
        yield from _of_medium(cast, *quotation.verb, direct)


def _of_verb(cast: Cast, unit: Unit, trigger: Token, direct: bool) -> Iterator[Source]:
    """Where the act is the saying itself, the outlet it was said to; where it is the object of one, who reports it."""
    saying = [t for t in (trigger, *trigger.children) if is_saying(t) and (t == trigger or t.dep_ in {"advcl", "conj"})]
    for verb in saying:
        told = addressee_of(verb)
        if told is not None:
            yield from _outlet(cast, unit, told, direct)
        yield from _of_medium(cast, unit, verb, direct)
    if trigger.dep_ in OBJECT_DEPS and trigger.head.lemma_.lower() in sayings().reports:
        for token in grammar.subjects(trigger.head):
            yield from _of_noun(cast, unit, token, direct)


def _of_noun(cast: Cast, unit: Unit, noun: Token, direct: bool) -> Iterator[Source]:
    """Whom a noun phrase names as source; for a thing said ("the ministry's statement") its maker."""
    if noun.lemma_.lower() in sayings().said:
        makers = makers_of(noun)
        for maker in makers:
            yield from _resolved(cast, unit, maker, direct)
        if makers or noun.pos_ == "NOUN":
            return
    yield from _resolved(cast, unit, noun, direct)


def _resolved(cast: Cast, unit: Unit, noun: Token, direct: bool) -> Iterator[Source]:
    mentions = cast.resolve(unit, noun)
    for mention in mentions:
        a = mention.actor
        yield Source(a.name, a.code, a.kind, a.role, a.text, a.start, a.end, a.field, direct)
    if mentions:
        return
    named = _named(noun)
    if named != noun:
        yield from _resolved(cast, unit, named, direct)
    elif noun.pos_ in {"PROPN", "NOUN"}:
        yield _as_written(unit, noun, direct)


def _of_medium(cast: Cast, unit: Unit, verb: Token, direct: bool) -> Iterator[Source]:
    """The outlet of "said in an interview with the BBC", "told in remarks to the paper"."""
    for noun in grammar.prep_objects(verb, "in"):
        if noun.lemma_.lower() in sayings().said:
            for name in THROUGH:
                for outlet in grammar.prep_objects(noun, name):
                    yield from _outlet(cast, unit, outlet, direct)


def _of_clause(cast: Cast, unit: Unit, trigger: Token, direct: bool) -> Iterator[Source]:
    """ "In a statement from the ministry, ...": the maker of the statement, for the clauses that it opens."""
    current: Token | None = trigger
    while current is not None:
        for noun in grammar.prep_objects(current, "in"):
            if noun.lemma_.lower() in sayings().said and noun != trigger:
                for name in ("from", "by"):
                    for maker in grammar.prep_objects(noun, name):
                        if maker.pos_ == "PROPN" or cast.resolve(unit, maker):
                            yield from _resolved(cast, unit, maker, direct)
        current = current.head if current.head != current else None


def _outlet(cast: Cast, unit: Unit, noun: Token, direct: bool) -> Iterator[Source]:
    """The paper, agency or station that was told: a proper name that is no party."""
    named = _named(noun)
    if named.pos_ not in NAMED_POS:
        return
    found = cast.resolve(unit, named)
    is_private = all(m.actor.kind == "organisation" and not m.political for m in found)
    if is_private and (found or named.ent_type_ not in {"PERSON", "GPE", "NORP"}):
        yield from _resolved(cast, unit, named, direct)


def _named(noun: Token) -> Token:
    """The name of "the state agency Interfax"."""
    return next((c for c in noun.children if c.dep_ == "appos" and c.pos_ in NAMED_POS), noun)


def _as_written(unit: Unit, noun: Token, direct: bool) -> Source:
    first, last = noun, noun
    for child in noun.children:
        if child.dep_ in MODIFIER_DEPS:
            first = min(first, unit.doc[child.left_edge.i], key=lambda t: t.i)
    while first.i < last.i and first.lower_ in ARTICLES:
        first = first.nbor(1)
    start, end = unit.span(first, last)
    name = unit.doc[first.i : last.i + 1].text
    return Source(name, None, _kind(noun), None, name, start, end, unit.field, direct)


def _kind(noun: Token) -> Kind:
    if noun.pos_ == "PROPN":
        return "person" if noun.ent_type_ == "PERSON" else "organisation"
    return "group" if noun.tag_ in {"NNS", "NNPS"} else "person"

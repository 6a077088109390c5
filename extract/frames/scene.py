"""What the matcher knows of an article, and whose words a token of it is part of."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from .. import grammar
from ..actors import Cast
from ..quotes import Quotation, Quotations
from ..units import Unit
from .lexicon import Lexicon
from .miss import Miss


@dataclass(frozen=True, slots=True)
class Scene:
    """What the matcher needs to know of an article: who is who, and who says what.

    `misses`, if given, takes down each entry that was tried in vain, and why.
    """

    lexicon: Lexicon
    cast: Cast
    quotations: Quotations
    misses: list[Miss] | None = None
    issuer: tuple[Unit, Token] | None = None
    """Of a release: where the state or body that issues it is first named."""
    anybody: bool = False
    """Whether it is not known yet who the parties are, so that what depends on it is taken to be so."""


def speech_of(scene: Scene, unit: Unit, token: Token) -> Quotation | None:
    """The words a token is part of: what somebody says, or, in a release, what its issuer says in his own voice."""
    covering = scene.quotations.covering(unit, token)
    named = [q for q in covering if q.speaker is not None]
    known = (q for q in named if q.speaker is not None and scene.cast.resolve(*q.speaker))
    speech = next(known, named[0] if named else None)  # "we have intercepts indicating that ..."
    if (
        speech is not None
        or covering
        or scene.issuer is None
        or unit.field == "title"
        or scene.quotations.quoted(unit, token)
    ):
        return speech
    verb = clause_head(token)
    main = verb.head if verb.dep_ == "conj" else verb
    if main.dep_ != "ROOT":
        return None
    return Quotation(((unit.index, 0, len(unit.doc)),), False, scene.issuer)


def clause_head(token: Token) -> Token:
    """The verb of the clause that a word of a saying belongs to: of "will", "unacceptable", "bear the consequences"."""
    if token.dep_ in {"aux", "auxpass", "neg", "acomp", "attr", "advmod"} and token.head != token:
        return token.head
    if token.pos_ == "NOUN" and token.dep_ in {"dobj", "pobj", "nsubjpass", "oprd"}:  # "will bear the consequences"
        return grammar.governor(token) or token
    return token

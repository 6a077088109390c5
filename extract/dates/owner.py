"""Whose date an expression is: the verb or noun that it dates, out of the names and modifiers that it may hang on."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Span, Token

from .host import NOUNS, VERBS, WITHIN_NAME, host, is_occasion

_VERB_PARTS = frozenset({"aux", "auxpass", "prt", "neg", "advmod"})
_THINGS = frozenset({"PROPN", "PRON", "NUM", "ADV", "ADP", "DET"})


@dataclass(frozen=True, slots=True)
class Owner:
    """`tokens`: the candidates, the nearest first; `link`: the preposition in lower case; `premodifies`: as in Host."""

    tokens: tuple[Token, ...]
    link: str
    premodifies: bool


def owner(span: Span) -> Owner | None:
    """The owner of an expression; None when it belongs to no word."""
    place = host(span)
    token = place.token
    if token is None:
        return None
    link = place.link.lower_ if place.link is not None else ""
    if place.premodifies:
        return Owner(_phrase(token), link, True)
    return Owner(_climb(token), link, False)


def _phrase(token: Token) -> tuple[Token, ...]:
    """A noun and the heads that it is compounded with."""
    tokens = [token]
    while token.dep_ in WITHIN_NAME and token.dep_ != "poss" and token.head.pos_ in NOUNS:
        token = token.head
        tokens.append(token)
    return tuple(tokens)


def _climb(token: Token) -> tuple[Token, ...]:
    """A date on a name, pronoun or number is rather that of the phrase or verb above ("met with Putin on Friday")."""
    tokens = [token]
    while token.head != token and _is_part(token):
        token = token.head
        tokens.append(token)
    return tuple(tokens)


def _is_part(token: Token) -> bool:
    if is_occasion(token):
        return bool(token.dep_ == "compound")
    if token.dep_ in WITHIN_NAME and token.head.pos_ in NOUNS and token.pos_ not in VERBS:
        return True
    return token.pos_ in _THINGS or (token.dep_ in _VERB_PARTS and token.head.pos_ in VERBS)

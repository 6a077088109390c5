"""What a date expression belongs to in the sentence: the word that it modifies, and the preposition that links them."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Span, Token

VERBS = frozenset({"VERB", "AUX"})
_TIMES = frozenset({"night", "morning", "afternoon", "evening", "day", "hour", "eve", "end", "beginning", "start", "close", "week", "date"})
_INSIDE = frozenset({"DATE", "TIME"})


@dataclass(frozen=True, slots=True)
class Host:
    """`token` is what the expression modifies (None: nothing, it is the root); `link` the preposition between."""

    token: Token | None
    link: Token | None


def host(span: Span) -> Host:
    """The host of an expression by the parse, put right where the expression stands right behind a verb ("said Friday")."""
    parsed = _parsed(span)
    verb = _verb_before(span)
    if verb is not None and verb != parsed.token and (parsed.token is None or not _holds(verb, parsed.token)):
        return Host(verb, parsed.link)
    return parsed


def _parsed(span: Span) -> Host:
    """Climbs from the expression over prepositions and nouns of time ("on the night of Oct. 23")."""
    token, link = span.root, None
    while token.head != token:
        token = token.head
        if token in span:
            continue
        if token.pos_ == "ADP" or token.dep_ == "prep":
            link = link or token
        elif not (token.lemma_.lower() in _TIMES and token.pos_ == "NOUN"):
            return Host(token, link)
    return Host(None if token in span or token == link else token, link)


def _verb_before(span: Span) -> Token | None:
    """The verb right before the expression, or before its "on"."""
    doc, at = span.doc, span.start - 1
    if at >= 0 and doc[at].lower_ == "on":
        at -= 1
    if at >= 0 and doc[at].pos_ == "VERB" and doc[at].tag_ != "VBG":
        return doc[at]
    return None


def _holds(verb: Token, token: Token) -> bool:
    """Whether a token hangs on the verb directly, as its particle or auxiliary does."""
    return token.head == verb and token.pos_ in ("ADP", "PART", "AUX", "ADV")

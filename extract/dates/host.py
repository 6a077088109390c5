"""What a date expression belongs to in the sentence: the word that it modifies, and the preposition that links them."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Span, Token

from .words import load

VERBS = frozenset({"VERB", "AUX"})
NOUNS = frozenset({"NOUN", "PROPN"})
WITHIN_NAME = frozenset({"compound", "amod", "nmod", "nummod", "quantmod", "poss"})
_TIMES = frozenset(
    {"night", "morning", "afternoon", "evening", "day", "hour", "eve", "end", "beginning", "start", "close"}
)
_ARTICLES = frozenset({"the", "a", "an", "this", "that", "its", "his", "her", "their"})
_INSIDE = frozenset({"DATE", "TIME"})


def is_occasion(token: Token) -> bool:
    """Whether a noun, in a name too ("Annual Consultations"), is an occasion at which things are said and done."""
    occasions = load().occasions
    return token.lemma_.lower() in occasions or token.lower_.removesuffix("s") in occasions


@dataclass(frozen=True, slots=True)
class Host:
    """`token` is what the expression modifies (None: nothing, it is the root); `link` the preposition between.

    `premodifies` when it stands before a noun as part of its phrase: "the March summit", "Friday's talks".
    """

    token: Token | None
    link: Token | None
    premodifies: bool = False


def host(span: Span) -> Host:
    """The host of an expression by the parse, put right where the place of the expression tells it more surely.

    That is inside a noun phrase ("the November 2023 summit") and right behind a verb ("said Friday").
    """
    noun = _noun_after(span)
    if noun is not None:
        return Host(noun, None, True)
    parsed = _parsed(span)
    verb = _verb_before(span)
    if verb is not None and verb != parsed.token and (parsed.token is None or not _holds(verb, parsed.token)):
        return Host(verb, parsed.link)
    return parsed


def _noun_after(span: Span) -> Token | None:
    """The head of the noun phrase that the expression stands in: between its article or possessive and its noun."""
    doc, at = span.doc, span.end
    if at < len(doc) and doc[at].tag_ == "POS":
        at += 1
    elif not _opens_phrase(span):
        return None
    last = None
    while at < len(doc) and doc[at].pos_ in ("NOUN", "PROPN", "ADJ") and doc[at].tag_ != "POS":
        last = doc[at] if doc[at].pos_ != "ADJ" else last
        at += 1
    return last if last is not None and last.ent_type_ not in _INSIDE else None


def _opens_phrase(span: Span) -> bool:
    doc, at = span.doc, span.start - 1
    if span[0].lower_ == "the":
        is_free = at < 0 or doc[at].pos_ != "ADP"  # not: "over the weekend protesters said"
        return is_free and span.end < len(doc) and bool(doc[span.end].pos_ == "NOUN")
    while at >= 0 and doc[at].pos_ == "ADJ":
        at -= 1
    return at >= 0 and bool(doc[at].tag_ in ("PRP$", "POS") or doc[at].lower_ in _ARTICLES)


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
            before = span.root.dep_ in WITHIN_NAME and token.pos_ in NOUNS and token.i >= span.end
            return Host(token, link, before)
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

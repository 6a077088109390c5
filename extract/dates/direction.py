"""Which way a bare weekday or a date without a year points: by the tense of the verb that governs it."""

from __future__ import annotations

from spacy.tokens import Span, Token

from .host import VERBS, Host, host
from .words import load

_WILL = frozenset({"will", "shall", "'ll", "’ll", "wo"})
_MODALS = frozenset({"may", "might", "can", "could", "should", "must", "would", "ought"})
_AUX = frozenset({"aux", "auxpass"})
_NEGATED = frozenset({"neg", "preconj", "nsubj", "nsubjpass"})
_AHEAD = frozenset({"for", "by", "in", "on", "until", "from", "at", "to"})


def future(span: Span) -> bool | None:
    """True when the expression lies ahead, False when it lies back, None when the sentence does not tell."""
    place = host(span)
    if place.link is not None and place.link.lower_ in load().past_links:
        return False
    if place.token is None:
        return None
    if _is_ahead(place):
        return True
    if place.premodifies and place.token.lemma_.lower() not in load().diary:
        return False
    if not place.premodifies and _is_awaited(place, is_behind=span.start > place.token.i):
        return True
    told = _of(place.token, place.token)
    if told is None and place.link is not None and place.link.lower_ in load().deadlines:
        return True
    return told


def _is_ahead(place: Host) -> bool:
    """Such as "ahead of Friday's talks", "on the eve of the March 5 vote"."""
    token = place.token
    while token is not None and token.head != token and token.pos_ not in VERBS:
        token = token.head
        if token.lower_ in load().future_links:
            return True
    return False


def _is_awaited(place: Host, is_behind: bool) -> bool:
    """Whether the host itself looks ahead: "scheduled for Friday", "due Monday"."""
    token = place.token
    if token is None or token.lemma_.lower() not in load().prospective or _had_been(token):
        return False
    if token.pos_ in VERBS and token.tag_ != "VBN":
        return (is_behind and token.lemma_ in load().awaited) or (place.link is not None and place.link.lower_ == "for")
    return place.link is None or place.link.lower_ in _AHEAD


def _had_been(token: Token) -> bool:
    return any(child.dep_ in _AUX and child.lower_ == "had" for child in (*token.children, *token.head.children))


def _of(token: Token, first: Token) -> bool | None:
    """Climbs to the verb that tells the time; a word that looks ahead on the way makes it future."""
    while True:
        if token != first and token.lemma_.lower() in load().prospective and not _had_been(token):
            return True
        if token.pos_ in VERBS:
            told, up = _of_verb(token, token == first)
            if not up:
                return told
        if token.head == token:
            return None
        token = token.head


def _of_verb(verb: Token, is_first: bool) -> tuple[bool | None, bool]:
    """What a verb tells, and whether its governor has to be asked; `is_first` when the expression hangs right on it."""
    auxiliaries = [child for child in verb.children if child.dep_ in _AUX]
    lower = {token.lower_ for token in auxiliaries}
    if lower & _WILL:
        return True, False
    if lower & _MODALS:
        return _modal(verb, lower), False
    if any(token.tag_ == "TO" for token in auxiliaries):
        return _infinitive(verb)
    if lower & {"had", "has", "have", "was", "were", "did"} or verb.tag_ == "VBD":
        return False, False
    if verb.tag_ == "VBG":
        return (True, False) if lower & {"is", "are", "'s", "'re", "am"} else (None, verb.head != verb)
    if verb.tag_ == "VBN":
        return (True if is_first else None, False) if lower else (False, False)
    return _present(verb), False


def _modal(verb: Token, auxiliaries: set[str]) -> bool:
    """Modals look ahead, but "could have met" and "could not be found" lie back."""
    negated = any(child.dep_ in _NEGATED and (child.dep_ == "neg" or _is_none(child)) for child in verb.children)
    return not ("have" in auxiliaries or ("could" in auxiliaries and negated))


def _is_none(subject: Token) -> bool:
    return any(token.lower_ in load().negatives for token in (subject, *subject.children))


def _infinitive(verb: Token) -> tuple[bool | None, bool]:
    """Looks ahead in "Xi to visit Moscow", "is to visit", "a summit to be held"; otherwise follows its governor."""
    if verb.head == verb:
        return True, False
    if (verb.head.lemma_ == "be" and verb.dep_ in ("xcomp", "ccomp")) or verb.dep_ in ("acl", "relcl"):
        return True, False
    return None, True


def _present(verb: Token) -> bool | None:
    """The present tense plans ("meets on Friday"), except of saying verbs and states."""
    if verb.lemma_ in load().saying or verb.lemma_ in ("be", "have", "come", "follow", "mark"):
        return None
    return True if verb.tag_ in ("VBZ", "VBP", "VB") else None

"""Where troops, goods and people go to or leave: "deployed to Darfur", "the withdrawal from Lebanon"."""

from __future__ import annotations

from collections.abc import Collection

from spacy.tokens import Token

from ...models import Place
from ..units import Unit
from .journeys import goal
from .phrases import attached, lemma, place_of
from .words import words

_CLAUSES = {"relcl", "acl", "advcl", "ccomp", "conj", "pcomp"}


def moved(unit: Unit, trigger: Token, type: str, countries: Collection[str]) -> Place | None:
    """Where troops and goods go to ("deployed to Darfur") or go from ("withdrawal from Lebanon")."""
    if type == "aid" and lemma(trigger) in words("sendings"):
        return goal(unit, trigger, countries)
    if type == "concession" and lemma(trigger) in words("withdrawals"):
        return _source(unit, trigger, type, countries)
    return None


def _source(unit: Unit, trigger: Token, type: str, countries: Collection[str]) -> Place | None:
    for token in trigger.subtree:
        if token.i < trigger.i or not _is_source(token) or is_behind_clause(token, trigger):
            continue
        if found := place_of(unit, token, countries):
            return found
    after = trigger.doc[trigger.i + 1 : trigger.i + 3]  # the parse may hang "out of X" on the verb
    if after.text.lower() == "out of":
        return place_of(unit, after[1], countries)
    return attached(unit, trigger, type, countries)


def _is_source(token: Token) -> bool:
    return bool(token.lower_ == "from" or (token.lower_ == "of" and token.head.lower_ == "out"))


def is_behind_clause(token: Token, trigger: Token) -> bool:
    """Whether a clause of its own stands between the trigger and a token below it."""
    for above in token.ancestors:
        if above == trigger:
            return False
        if above.dep_ in _CLAUSES:
            return True
    return True

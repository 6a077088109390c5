"""The event's own date: the expression that belongs to its trigger, or to the word that carries it.

A date inside a clause about something else, or on the saying verb of what is reported, is not the event's.
"""

from __future__ import annotations

from datetime import date

from spacy.tokens import Token

from ...models import Date
from ..units import Unit
from .carriers import carriers
from .find import Expression, expressions
from .host import NOUNS, VERBS, WITHIN_NAME, is_occasion
from .owner import Owner, owner
from .words import load

_FINEST = ("day", "range", "weekend", "week", "month", "season", "quarter", "half", "year", "decade")

_OF_OBJECT = frozenset({"dobj", "pobj", "conj"})
_NAMING = ("year", "decade")
"""Before a noun these are part of its name ("the 2007 conference") and date nothing that is done at it."""


def when(unit: Unit, trigger: Token, anchor: date | None, uttered: bool = False, said: bool = False) -> Date | None:
    """The date of the event that a trigger tells, or None when its sentence does not date it.

    Looked for on the trigger itself, then on the words that carry it, the nearest first. `uttered` says that the act
    lies in being said (a threat, a pledge, a denial), so that the trigger may be its content: then the saying verb's
    date is the act's; `said`, that the trigger is a word of that content. A date with a reason instead of days is one
    that the text states and that cannot be resolved.
    """
    dated = [(found, whose) for found in expressions(unit.doc, anchor) if (whose := owner(found.span))]
    if not dated:
        return None
    for carrier in carriers(trigger, uttered, said):
        mine = [found for found, whose in dated if _is_dated(carrier, trigger, found, whose)]
        if mine:
            return min(mine, key=lambda found: (_rank(found), abs(found.span.start - trigger.i))).date(unit)
    last = [found for found, whose in dated if _ends_phrase(trigger, found, whose)]
    return last[0].date(unit) if last else None


def _ends_phrase(verb: Token, found: Expression, whose: Owner) -> bool:
    """Whether an "on Thursday" behind the object dates the verb, though the parse hangs it on a noun of the object.

    "announced a reversal of the decision on Thursday": yes; "announced talks on Thursday": no, those are an occasion.
    """
    token = whose.tokens[0]
    if whose.premodifies or whose.link not in ("", "on") or found.value.granularity != "day" or verb.pos_ not in VERBS:
        return False
    while token.pos_ in NOUNS and not is_occasion(token) and token.dep_ in _OF_OBJECT:
        token = token.head.head if token.dep_ == "pobj" else token.head
    return bool(token == verb)


def _is_dated(carrier: Token, trigger: Token, found: Expression, whose: Owner) -> bool:
    if whose.link in load().bounding and not (whose.link == "since" and _lasts(carrier)):
        return False
    if whose.premodifies and found.value.granularity in _NAMING and carrier != trigger:
        return bool(trigger.head == carrier and trigger.dep_ in WITHIN_NAME)
    if carrier.dep_ == "relcl" and carrier.head in found.span:  # "on Friday, when Albright met them"
        return True
    return carrier in whose.tokens or carrier in found.span


def _lasts(verb: Token) -> bool:
    """Whether what a verb tells can go on since a day: "has been", not "named its first envoy since 1972"."""
    return verb.pos_ in VERBS and (verb.tag_ != "VBD" or any(c.dep_ in {"aux", "auxpass"} for c in verb.children))


def _rank(found: Expression) -> int:
    granularity = found.value.granularity
    return _FINEST.index(granularity) if granularity else len(_FINEST)

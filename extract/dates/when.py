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
from .host import VERBS, WITHIN_NAME
from .owner import Owner, owner
from .words import load

_FINEST = ("day", "range", "weekend", "week", "month", "season", "quarter", "half", "year", "decade")

_NAMING = ("year", "decade")
"""Before a noun these are part of its name ("the 2007 conference") and date nothing that is done at it."""


def when(unit: Unit, trigger: Token, anchor: date | None, uttered: bool = False) -> Date | None:
    """The date of the event that a trigger tells, or None when its sentence does not date it.

    Looked for on the trigger itself, then on the words that carry it, the nearest first. `uttered` says that the act
    lies in being said (a threat, a pledge, a denial), so that the trigger may be its content: then the saying verb's
    date is the act's. A date with a reason instead of days is one that the text states and that cannot be resolved.
    """
    dated = [(found, whose) for found in expressions(unit.doc, anchor) if (whose := owner(found.span))]
    if not dated:
        return None
    for carrier in carriers(trigger, uttered):
        mine = [found for found, whose in dated if _is_dated(carrier, trigger, found, whose)]
        if mine:
            return min(mine, key=lambda found: (_rank(found), abs(found.span.start - trigger.i))).date(unit)
    return None


def _is_dated(carrier: Token, trigger: Token, found: Expression, whose: Owner) -> bool:
    if whose.link in load().bounding and not (whose.link == "since" and carrier.pos_ in VERBS):
        return False
    if whose.premodifies and found.value.granularity in _NAMING and carrier != trigger:
        return trigger.head == carrier and trigger.dep_ in WITHIN_NAME
    if carrier.dep_ == "relcl" and carrier.head in found.span:  # "on Friday, when Albright met them"
        return True
    return carrier in whose.tokens or carrier in found.span


def _rank(found: Expression) -> int:
    granularity = found.value.granularity
    return _FINEST.index(granularity) if granularity else len(_FINEST)

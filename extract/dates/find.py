"""Every date expression of a unit, resolved; what the sentence around it tells decides doubts."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from spacy.tokens import Doc, Span, Token

from ...models import Date
from ..units import Unit
from .direction import future
from .rule import Context
from .scan import Candidate, classes, scan
from .spans import OTHER_EVENT, Value
from .words import load

_LEADING = re.compile(r"(?:on|in|during|by|until|since)\s+", re.IGNORECASE)
_WITH_PREPOSITION = ("season", "date")
_COUNTED = frozenset({"CARDINAL", "QUANTITY", "MONEY", "PERCENT"})
_FREE = frozenset({"in", "since", "by", "of", "until", "during", "from", "the", "for", "through", "before", "after"})
_NUMERALS = ("year", "years")


@dataclass(frozen=True, slots=True)
class Expression:
    """A date expression in a unit: its value, its kind of rule, and its tokens."""

    value: Value
    kind: str
    span: Span

    def date(self, unit: Unit) -> Date:
        """As a record, with offsets into the unit's field."""
        start, end = unit.span(self.span)
        value = self.value
        return Date(value.start, value.end, value.granularity, self.span.text, start, end, unit.field, value.reason)


def find(unit: Unit, anchor: date | None) -> tuple[Date, ...]:
    """The date expressions of a unit, in reading order; unresolved ones have a reason instead of days.

    Vague words ("recently", "now", "in recent months") are no expressions.
    """
    return tuple(expression.date(unit) for expression in expressions(unit.doc, anchor))


@lru_cache(maxsize=4)
def expressions(doc: Doc, anchor: date | None) -> tuple[Expression, ...]:
    """The date expressions of an analysed sentence, in reading order."""
    text = doc.text
    if not classes(text):
        return ()
    names = [match.span() for match in load().not_dates.finditer(text)]

    def context(candidate: Candidate) -> Context | None:
        if any(candidate.start < end and start < candidate.end for start, end in names):
            return None
        span = _span(doc, candidate)
        return Context(anchor, future(span)) if _is_date(candidate, span) else None

    found = [(candidate, value, _span(doc, candidate)) for candidate, value in scan(text, context)]
    found.sort(key=lambda item: item[0].start)
    return tuple(
        Expression(_against(value, candidate, found, anchor), candidate.rule.kind, span)
        for candidate, value, span in found
    )


def _span(doc: Doc, candidate: Candidate) -> Span:
    leading = _LEADING.match(candidate.match.group()) if candidate.rule.kind in _WITH_PREPOSITION else None
    start = candidate.start + (leading.end() if leading else 0)
    span = doc.char_span(start, candidate.end, alignment_mode="expand")
    assert span is not None
    return span


def _against(
    value: Value, candidate: Candidate, found: Iterable[tuple[Candidate, Value, Span]], anchor: date | None
) -> Value:
    """Counts "two days later" from the date that the same sentence told before it."""
    if value.reason != OTHER_EVENT:
        return value
    before = [v for c, v, _ in found if c.end <= candidate.start and v.start is not None]
    if not before or before[-1].start is None:
        return value
    return candidate.rule.value(candidate.match, Context(anchor, None, before[-1].start)) or value


def _is_date(candidate: Candidate, span: Span) -> bool:
    if candidate.rule.kind in _NUMERALS:
        return _is_year(span)
    months = [candidate.match[g] for g in candidate.match.re.groupindex if g.startswith("month") and candidate.match[g]]
    if any(name[0].islower() and len(name) < 6 for name in months):
        return False
    if candidate.rule.kind in ("month", "last month", "months"):
        return not any(_is_other(token) for token in span)
    if candidate.rule.kind == "period":
        return bool(span[0].pos_ != "VERB")  # "the truce will last two weeks"
    if candidate.rule.kind in ("weekday", "last weekday", "weekdays"):
        return not any(token.lower_ in load().abbreviations and token.ent_type_ != "DATE" for token in span)
    return True


def _is_other(token: Token) -> bool:
    """Theresa May, the verbs may and march, a Jan without its full stop."""
    if token.lower_ not in load().months:
        return False
    return (
        token.tag_ == "MD"
        or token.pos_ == "VERB"
        or token.ent_type_ == "PERSON"
        or (token.lower_ in load().abbreviations and token.ent_type_ != "DATE")
    )


def _is_year(span: Span) -> bool:
    """Whether a four-digit number is a year and not a count, a resolution or an article."""
    doc, number = span.doc, span[-1]
    before = doc[span.start - 1].lower_ if span.start else ""
    after = doc[span.end] if span.end < len(doc) else None
    if before in load().before_number or (before == "-" and span.start > 1):
        return False
    if after is not None and (after.lower_ in load().after_number or after.lower_ == "%"):
        return before in _FREE and after.lower_ not in ("percent", "per", "%", "km")
    if number.ent_type_ in _COUNTED and before not in _FREE:
        return not (number.dep_ == "nummod" and number.head.tag_ in ("NNS", "NNPS"))
    return True

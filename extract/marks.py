"""Finds what stands between quotation marks, over sentences and paragraphs."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span, Token

from .speech import SUBJECT_DEPS, Part, is_finite, is_saying
from .units import Unit
from .words import forms

OPENING = frozenset({"“", "«", "„"})
CLOSING = frozenset({"”", "»"})
EITHER = frozenset({'"', "``", "''"})
MARKS = OPENING | CLOSING | EITHER
BRACKETS = frozenset({"(", "[", "—", "–", "-"})
ENDS = frozenset({",", ".", "!", "?", "...", "…"})


def quoted_stretches(units: tuple[Unit, ...]) -> Iterator[list[Part]]:
    """What stands between quotation marks, over sentences and, when the opening mark is repeated, paragraphs."""
    parts: list[Part] = []
    start: int | None = None
    before: Unit | None = None
    for unit in units:
        if before is not None and start is not None and _is_cut(before, unit):
            yield from _closed(parts)
            parts, start = [], None
        if start is not None:
            start = 0
        for token in [unit.doc[i] for i, form in enumerate(forms(unit.doc)) if form in MARKS]:
            mark = _mark(token, start is not None)
            if mark == "open":
                if start is not None and token.i > start:  # the closing mark is missing
                    parts.append((unit.index, start, token.i))
                if parts and not (token.i == 0 and before and before.paragraph != unit.paragraph):
                    yield from _closed(parts)
                    parts = []
                start = token.i + 1
            elif mark == "close" and start is not None:
                parts.append((unit.index, start, token.i))
                yield from _closed(parts)
                parts, start = [], None
        if start is not None:
            parts.append((unit.index, start, len(unit.doc)))
        before = unit
    yield from _closed(parts)


def _closed(parts: list[Part]) -> Iterator[list[Part]]:
    full = [part for part in parts if part[2] > part[1]]
    if full:
        yield full


def _is_cut(before: Unit, unit: Unit) -> bool:
    """An open quote goes on in the next paragraph only if that begins with the mark again."""
    if before.field != unit.field:
        return True
    return before.paragraph != unit.paragraph and _mark(unit.doc[0], False) != "open"


def _mark(token: Token, inside: bool) -> str | None:
    text = token.text
    if text in OPENING:
        return "open"
    if text in CLOSING:
        return "close"
    if text not in EITHER:
        return None
    left = token.i == 0 or bool(token.nbor(-1).whitespace_) or token.nbor(-1).text in BRACKETS
    right = bool(token.whitespace_) or token.i + 1 == len(token.doc)
    if left and not right:
        return "open"
    if right and not left:
        return "close"
    return "close" if inside else "open"


def is_speech(units: tuple[Unit, ...], parts: list[Part]) -> bool:
    """A quote that says something by itself, unlike a few quoted words of the clause around them."""
    if len(parts) > 1:
        return True
    index, first, end = parts[0]
    tokens = units[index].doc[first:end]
    words = [t for t in tokens if not t.is_punct]
    if len(words) < 2:
        return False
    if any(t.dep_ in SUBJECT_DEPS and first <= t.head.i < end and is_finite(t.head) for t in tokens):
        return True
    if _is_half(tokens):
        return True
    is_whole = tokens[-1].text in ENDS or (end + 1 < len(tokens.doc) and tokens.doc[end + 1].text == ",")
    return words[0].text[0].isupper() and is_whole and len(words) > 3


def _is_half(words: Span) -> bool:
    """Half of a sentence that "he said" interrupts ("“The talks,” he said, “were difficult.”")."""
    doc, first, end = words.doc, words.start, words.end
    goes_on = words[-1].text == "," and any(is_saying(t) for t in doc[end + 1 : end + 5])
    went_on = first > 2 and doc[first - 2].text == "," and any(is_saying(t) for t in doc[max(0, first - 8) : first - 1])
    return goes_on or went_on

"""The unit of analysis: one sentence, as `senter` cuts it inside its paragraph.

spaCy's analysis depends a little on how a text is cut, so the cut is fixed here, once, and is the same whether or not
anything is gated, batched or spread over processes.
"""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import Any

from spacy.tokens import Doc, Span, Token

from ..models import Article, Field


@dataclass(frozen=True, slots=True)
class Unit:
    """One sentence of an article, analysed. `start` is where `doc.text` begins in the article's `field`.

    `index` counts the units of the article, title first; `paragraph` counts its paragraphs (the title is -1).
    """

    index: int
    field: Field
    start: int
    paragraph: int
    doc: Doc
    memory: dict[Any, Any] = dataclasses.field(init=False, repr=False, compare=False, default_factory=dict)
    """What was found out of the parse alone, whoever the names turn out to be (extract/memory.py)."""

    def span(self, first: Token | Span, last: Token | Span | None = None) -> tuple[int, int]:
        """Offsets in the field, from the first token's (or span's) start to the last one's end."""
        last = last if last is not None else first
        begin = first.start_char if isinstance(first, Span) else first.idx
        end = last.end_char if isinstance(last, Span) else last.idx + len(last)
        return self.start + begin, self.start + end


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class Analysis:
    """An article with its units, in reading order (the title, when there is one, comes first); equal only to itself.

    `searched` are those that can hold an event; the others' Docs may have tokens only. `telling` are those of them in
    which the parse leaves an act possible.
    """

    article: Article
    units: tuple[Unit, ...]
    searched: tuple[Unit, ...]
    telling: tuple[Unit, ...]

"""Cuts an article into paragraphs and sentences, by offsets into the text as given."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..models import Article, Field

if TYPE_CHECKING:
    from spacy.language import Language

_BLANK = re.compile(r"\n[ \t\r\f\v]*\n")
_LINE = re.compile(r"[^\n]+")
_BULLET = re.compile(r"\s*(?:[•‣◦●▪■·*\-–—]|\d{1,2}[.)])\s+")
_DATELINE = re.compile(
    r"(?:(?:[A-Z][A-Z.'’-]{2}|THE )[A-Z.'’-]*(?: [A-Z][A-Z.'’-]*)*"
    r"(?:, [A-Z][\w.'’]*(?: [A-Z][\w.'’]*)*){0,2}(?: \([A-Z]\w+\))?"
    r"|[A-Z][\w'’-]*(?: [A-Z][\w'’-]*){0,2}(?:, [A-Z][a-z]+\.? \d{1,2})?(?:, [A-Z]{2,6}| \([A-Z]\w+\)))"
    r"(?: ?(?:--|—) ?| [-–] )(?=[A-Z\"“‘'])"
)
"""Where an agency's report was written: "KILIS, Turkey -- ", "Tehran, March 15, IRNA - "."""
_TERMINAL = re.compile(r"[.!?…:;][\"'”’)\]]*\s*$")
_ABBREVIATION = re.compile(
    r"(?:^|[\s(\"“'])(?:Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Gen|Lt|Col|Maj|Capt|Cmdr|Adm|Sgt|Pfc|Cpl|Brig|Amb|Hon|Rev|St|Sr|Jr"
    r"|vs|No|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|[A-Z])\.\s*$"
)
_CLOSERS = "\"'”’)]»"


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of an article: `text[start:end]` of its field, in paragraph number `paragraph` (-1 for the title)."""

    field: Field
    start: int
    end: int
    paragraph: int


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Offsets of each paragraph, without the blanks and bullets around it.

    A blank line ends a paragraph and so does a line end, except inside a block whose lines are wrapped at a width
    (no line ends a sentence early and the next begins in the middle of one).
    """
    for start, end in _blocks(text):
        lines = [(m.start() + start, m.end() + start) for m in _LINE.finditer(text[start:end]) if m.group().strip()]
        if not lines:
            continue
        if _is_wrapped([text[a:b] for a, b in lines]):
            lines = [(lines[0][0], lines[-1][1])]
        for a, b in lines:
            bullet = _BULLET.match(text, a, b)
            a = bullet.end() if bullet else a
            dateline = _DATELINE.match(text, a, b)
            a = dateline.end() if dateline else a
            while a < b and text[a].isspace():
                a += 1
            while b > a and text[b - 1].isspace():
                b -= 1
            if a < b:
                yield a, b


def _blocks(text: str) -> Iterator[tuple[int, int]]:
    at = 0
    for blank in _BLANK.finditer(text):
        yield at, blank.start()
        at = blank.end()
    yield at, len(text)


def _is_wrapped(lines: list[str]) -> bool:
    """Hard-wrapped prose: several lines of like width, most of which end in the middle of a sentence."""
    if len(lines) < 2 or any(_BULLET.match(line) for line in lines[1:]):
        return False
    body = lines[:-1]
    longest = max(len(line) for line in lines)
    alike = all(len(line) >= 0.7 * longest for line in body)
    broken = sum(not _TERMINAL.search(line) for line in body)
    joined = sum(line.lstrip()[:1].islower() for line in lines[1:])
    return 40 <= longest <= 120 and alike and broken * 2 >= len(body) and joined * 3 >= len(body)


def sentences(article: Article, senter: Language) -> list[Sentence]:
    """The sentences of the title and the text, in reading order; `senter` is a pipeline that sets sentence starts."""
    found: list[Sentence] = []
    if article.title and article.title.strip():
        lead = len(article.title) - len(article.title.lstrip())
        found.append(Sentence("title", lead, len(article.title.rstrip()), -1))
    spans = list(paragraphs(article.text))
    docs = senter.pipe(article.text[a:b].replace("\n", " ") for a, b in spans)
    for number, ((start, end), doc) in enumerate(zip(spans, docs, strict=True)):
        text = article.text[start:end]
        for a, b in _repair(text, [(s.start_char, s.end_char) for s in doc.sents]):
            found.append(Sentence("text", start + a, start + b, number))
    return found


def _repair(text: str, cuts: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Joins what the model cut where no sentence ends: after an abbreviation, at a bracket, without a full stop."""
    joined: list[tuple[int, int]] = []
    for start, end in cuts:
        piece = text[start:end]
        if joined and not _may_end(text[joined[-1][0] : joined[-1][1]], piece):
            joined[-1] = joined[-1][0], end
        else:
            joined.append((start, end))
    trimmed = []
    for start, end in joined:
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        if start < end:
            trimmed.append((start, end))
    return trimmed


def _may_end(before: str, after: str) -> bool:
    core = before.rstrip()
    if not _TERMINAL.search(core + " ") or _ABBREVIATION.search(core):
        return False
    opening = after.lstrip()[:1]
    if opening in _CLOSERS[2:] or opening.islower():
        return False
    if core.endswith((":", ";")):
        return False
    return core.count("[") <= core.count("]") and core.count("(") <= core.count(")")

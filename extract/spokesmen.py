"""To whom a release attributes itself: "The following is attributable to Spokesperson Ned Price:"."""

from __future__ import annotations

import re

from ..models import Article, Source
from .actors.tables import Tables

_LINE = re.compile(
    r"^\W*(?:the|this)\s+(?:following|below)?\s*(?:statement|readout|remarks?|text)?\s*(?:is|are|may be)\s+"
    r"(?:attributable|attributed)\s+to\s+(?P<who>[^\n:]{3,120}?)\s*\W{0,3}\s*$",
    re.IGNORECASE | re.MULTILINE,
)
_NAME = re.compile(r"(?:[^\W\d_a-z][\w.'’-]*\s+){1,3}[^\W\d_a-z][\w'’-]+$")
_OFFICES = re.compile(
    r"\b(?:spokes(?:person|man|woman)|secretary|secretary-general|minister|ambassador|president|director|counselor)\b",
    re.IGNORECASE,
)
_FIRST = 600
"""Characters at the head of an article in which the line may stand."""


def spokesman(article: Article, tables: Tables) -> Source | None:
    """The person, with the office as written, whom the head of a release names as its source; None for other texts."""
    line = _LINE.search(article.text, 0, _FIRST)
    if line is None:
        return None
    who = line["who"].strip(" \t,;\u200e")
    start = max((title.end() for title in _OFFICES.finditer(who)), default=0)
    name = _NAME.search(who, start)
    if name is None:
        return None
    role = who[: name.start()].removeprefix("the ").strip() or None
    raw = name[0].split()
    found = tables.names.match(raw, [word.lower() for word in raw], 0)[1]
    code = next((code for entry in found if (code := getattr(entry, "code", None))), None)
    at = line.start("who") + article.text[line.start("who") : line.end("who")].index(name[0])
    return Source(name[0], code, "person", role, name[0], at, at + len(name[0]), "text", False)

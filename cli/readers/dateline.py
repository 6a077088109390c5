"""Reads a dateline, "MOSCOW, Feb 20 (Reuters) - ...", for the place, date and source that nothing else gives."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from ...models import Article
from . import dates

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?"
_DAY = rf"(?:{_MONTH} \d{{1,2}}|\d{{1,2}} {_MONTH})(?:,? \d{{4}})?"
_LOUD = r"[^\W\d_a-z](?:[^\W\d_a-z]|[.'’ -])*"
_NAME = r"[^\W\d_](?:[^\W\d_]|[.'’ -]){0,40}"
_DATELINE = re.compile(
    rf"\s*(?P<place>{_LOUD}(?:/{_LOUD})?(?:, {_NAME})??|{_NAME}(?:, {_NAME})??)"
    rf"(?:,? ?(?P<date>{_DAY}))?"
    r"(?: ?\((?P<source>[A-Z][\w .&'-]{1,40})\))?"
    r"\s*(?:[-–—]{1,2})\s+(?=\S)"
)
_LONGEST = 160


def complete(article: Article) -> Article:
    """The article with what its dateline says, where it lacks it."""
    if article.place and article.source and article.published:
        return article
    found = _DATELINE.match(article.text[:_LONGEST])
    if found is None or not _is_dateline(found):
        return article
    return replace(
        article,
        place=article.place or found["place"].strip(" ,."),
        source=article.source or found["source"],
        published=article.published or _full_date(found["date"]),
    )


def _is_dateline(found: re.Match[str]) -> bool:
    """Capitals throughout, a date or an agency tell a dateline from a sentence that begins with a name and a dash."""
    loud = found["place"].split(",")[0].strip()
    return bool(found["date"] or found["source"]) or (loud.isupper() and len(loud) > 2)


def _full_date(text: str | None) -> date | None:
    """A dateline's date, when it names the year."""
    try:
        return dates.parse(text)
    except ValueError:
        return None

"""A gold file to fill in: the articles with a blank event each, and what may stand in it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ...models import Article, Event

BLANK: dict[str, Any] = {
    "type": "",
    "alt_types": [],
    "actors": [{"name": "", "code": None}],
    "recipients": [{"name": "", "code": None}],
    "place": None,
    "date": None,
    "factuality": "actual",
    "optional": False,
    "mentions": [{"sentence": "", "trigger": ""}],
}
"""An event to copy and fill in; `place` becomes {"name", "country"}, `date` {"start", "end"}."""


def row(article: Article, found: Iterable[Event] = ()) -> dict[str, Any]:
    """The gold form of an article, with the events that are already there, to be corrected."""
    return {
        "id": article.id,
        "title": article.title,
        "date": article.published.isoformat() if article.published else None,
        "source": article.source,
        "url": article.url,
        "text": article.text,
        "blank": BLANK,
        "events": [event(e) for e in found if any(item.field == "text" for item in e.evidence)],
    }


def event(found: Event) -> dict[str, Any]:
    """The gold form of an event."""
    dated = found.date if found.date is not None and found.date.start and found.date.end else None
    return {
        "type": found.type,
        "alt_types": [],
        "actors": [{"name": a.name, "code": a.code} for a in found.actors],
        "recipients": [{"name": a.name, "code": a.code} for a in found.recipients],
        "place": {"name": found.place.name, "country": found.place.country} if found.place else None,
        "date": {"start": str(dated.start), "end": str(dated.end)} if dated else None,
        "factuality": found.factuality,
        "optional": False,
        "mentions": [{"sentence": e.text, "trigger": e.trigger} for e in found.evidence if e.field == "text"],
    }

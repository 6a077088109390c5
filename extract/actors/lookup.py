"""What `dragoman actors` shows: whom the names of a text stand for, and why."""

from __future__ import annotations

from datetime import date

from ...models import Article
from .. import nlp
from .cast import Mention, cast
from .tables import Tables


def look_up(
    text: str,
    model: nlp.Model,
    tables: Tables | None = None,
    published: date | None = None,
    source: str | None = None,
) -> tuple[Mention, ...]:
    """Every mention of a text that stands for someone, in reading order, each with the steps that led to its actor.

    `published` is the date as of which offices are looked up; without it the latest holder counts. `source` is the
    publisher, whose own officials a release names without their state.
    """
    analysis = next(nlp.analyse([Article("text", text, None, published, source)], model))
    found: dict[tuple[int, int, str], Mention] = {}
    for _, mention in cast(analysis, tables).mentions():
        found.setdefault((mention.actor.start, mention.actor.end, mention.actor.name), mention)
    return tuple(found.values())

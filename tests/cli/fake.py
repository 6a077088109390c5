"""An extraction that needs no model: every "met" and "denied" of an article is an event of what stands around it.

Run as a script it is the command line on that extraction, for the tests that need a process of its own.
"""

from __future__ import annotations

import os
import re
import sys
import time
from collections.abc import Iterable, Iterator, Sequence

from dragoman.cli import work
from dragoman.models import Actor, Article, ArticleRef, Date, Event, Evidence, Extractor, Place, Source

_ACT = re.compile(r"(\w+) (met|denied) (\w+)")
_TYPES = {"met": ("meeting", "CONSULT", "040", 1.0, 1), "denied": ("denial", "REJECT", "016", -2.0, 3)}
PAUSE = float(os.environ.get("FAKE_PAUSE", "0"))


def actor(name: str, start: int) -> Actor:
    """An actor by its name."""
    return Actor(name, name[:3].upper(), "state", None, name, start, start + len(name))


def event(article: Article, found: re.Match[str]) -> Event:
    """The event of a match."""
    kind, plover, cameo, goldstein, quad = _TYPES[found[2]]
    first, second = actor(found[1], found.start(1)), actor(found[3], found.start(3))
    both = kind == "meeting"
    evidence = Evidence("text", found.start(), found.end(), found[0], found[2], found.start(2), found.end(2))
    when = Date(None, None, None, "Monday", 0, 6, reason="no publication date")
    if article.published:
        when = Date(article.published, article.published, "day", "Monday", 0, 6)
    return Event(
        id=f"{article.id}/{found.start()}",
        article=ArticleRef(article.id, article.title, article.published, article.source, article.url),
        type=kind,
        actors=(first, second) if both else (first,),
        recipients=() if both else (second,),
        place=Place("Geneva", "CHE", "city", 46.2, 6.15, "Geneva", 0, 6),
        date=when,
        factuality="actual",
        attribution=(Source("TASS", "RUS", "organisation", None, "TASS", 0, 4, direct=True),),
        topic=None,
        trigger=found[2],
        rule=f"{kind}/{found[2]}",
        evidence=(evidence,),
        plover=plover,
        plover_mode=None,
        cameo=cameo,
        goldstein=goldstein,
        quad_class=quad,
        confidence=0.9 if kind == "meeting" else 0.6,
        extractor=Extractor("0.1.0", "fake-1", "0" * 16),
    )


def results(articles: Iterable[Article], how: work.Work) -> Iterator[work.Result]:
    """Each article with its events."""
    for article in articles:
        time.sleep(PAUSE)
        events = [event(article, found) for found in _ACT.finditer(article.text)]
        yield article, [e for e in events if how.types is None or e.type in how.types]


def silence(articles: Sequence[Article], how: work.Work) -> str:
    """Why there is no event."""
    return f"nobody met or denied anything in {len(articles)} articles"


if __name__ == "__main__":
    work.results = results
    work.silence = silence
    from dragoman.cli.app import main

    sys.argv[0] = "dragoman"
    main()

"""`dragoman explain`: why these events, and why no others."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from . import options
from .command import EXTRACTION, OUTPUT, complain, examples

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..extract.explain import Explanation
    from ..models import Article

EXAMPLES = examples(
    'dragoman explain "China denied the claims on Monday." --date 2023-02-21',
    "dragoman explain article.txt --event 299b003c",
    "dragoman explain article.txt --format json | jq '.silent[].triggers'",
    "dragoman explain article.txt --html parse.html",
)
FORMATS = ("text", "json")


def command(
    text: Annotated[str, typer.Argument(metavar="TEXT|FILE", help="The text itself, a file, or - for standard input.")],
    event: Annotated[
        str | None, typer.Option(metavar="ID", help="Only this event; the id's beginning will do.")
    ] = None,
    date: Annotated[
        str | None, typer.Option(metavar="YYYY-MM-DD", help="Publication date.", rich_help_panel=EXTRACTION)
    ] = None,
    types: Annotated[
        str | None, typer.Option(metavar="TYPE,...", help="Event types, or all.", rich_help_panel=EXTRACTION)
    ] = None,
    model: options.Model = None,
    lexicon: options.Lexicon = None,
    actors: options.Actors = None,
    format: Annotated[str, typer.Option(metavar="FORMAT", help="text or json.", rich_help_panel=OUTPUT)] = "text",
    html: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Write the parse of each sentence as a page.", rich_help_panel=OUTPUT),
    ] = None,
) -> None:
    """Explain an article: how each event came about, and what kept the other sentences from giving one.

    The sentence of an event has trigger, actor, recipient, date, place and cue marked in it. An arrow in a path through
    the parse points from a word to one that hangs on it.
    """
    from ..extract.explain import explain
    from ..extract.pipeline import Extractor
    from . import choices

    if format not in FORMATS:
        raise typer.BadParameter(f"unknown format {format!r}; known: {', '.join(FORMATS)}", param_hint="--format")
    published, wanted = choices.day(date), choices.types(types)
    extractor = Extractor(model, wanted, tuple(lexicon or ()), tuple(actors or ()))
    explanations = [explain(extractor, article) for article in articles(text, published)]
    if event is not None and not any(why.event.id.startswith(event) for e in explanations for why in e.events):
        raise typer.BadParameter(f"no event has the id {event}", param_hint="--event")
    for line in _json(explanations, event) if format == "json" else _text(explanations, event):
        typer.echo(line)
    if html is not None:
        html.write_text(page(explanations), encoding="utf-8")


def articles(text: str, published: Any) -> Iterator[Article]:
    """The articles of a file or of standard input, or the one that is the text itself."""
    from ..extract.api import article
    from . import readers
    from .items import Reject
    from .readers.inputs import find

    if text != "-" and not _is_file(text):
        yield article(text, published)
        return
    for item in readers.articles(find([text]), readers.Reading(published)):
        if isinstance(item, Reject):
            complain(item)
        else:
            yield item


def _is_file(text: str) -> bool:
    try:
        return Path(text).exists()
    except (OSError, ValueError):  # too long for a name
        return False


def _text(explanations: Iterable[Explanation], event: str | None) -> Iterator[str]:
    from . import explained

    coloured = sys.stdout.isatty()
    if coloured:
        yield explained.legend()
    for explanation in explanations:
        yield from explained.lines(explanation, event, coloured)


def _json(explanations: Iterable[Explanation], event: str | None) -> Iterator[str]:
    """One object an article: events and silent, as in the records of extract/explain."""
    from ..models import to_dict
    from ..models.serialise import dumps

    for explanation in explanations:
        chosen = [why for why in explanation.events if event is None or why.event.id.startswith(event)]
        silent = explanation.silent if event is None else ()
        yield dumps(
            {
                "article": explanation.article.id,
                "events": [to_dict(why) for why in chosen],
                "silent": [to_dict(sentence) for sentence in silent],
            }
        )


def page(explanations: Iterable[Explanation]) -> str:
    """The parse of each sentence that was searched, as displaCy draws it."""
    from spacy import displacy

    docs = [unit.doc for explanation in explanations for unit in explanation.analysis.searched]
    options = {"compact": True, "distance": 110}
    return str(displacy.render(docs, style="dep", page=True, jupyter=False, options=options))

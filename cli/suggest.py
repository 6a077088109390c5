"""`dragoman suggest`: what the lexicon and the tables of actors lack for a user's texts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from . import options
from .command import OUTPUT, complain, examples

if TYPE_CHECKING:
    from ..models import Article

EXAMPLES = examples(
    "dragoman suggest news.jsonl",
    "dragoman suggest news.jsonl --least 5 --words my-words.toml --names my-people.toml",
)


def command(
    files: Annotated[list[str], typer.Argument(metavar="FILES", help="Files, folders, quoted patterns, or -.")],
    least: Annotated[int, typer.Option(metavar="N", min=1, help="Leave out what is met less often.")] = 2,
    top: Annotated[int, typer.Option(metavar="N", min=1, help="At most so many words, and names.")] = 50,
    model: options.Model = None,
    lexicon: options.Lexicon = None,
    actors: options.Actors = None,
    words: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write the words there.", rich_help_panel=OUTPUT)
    ] = None,
    names: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write the names there.", rich_help_panel=OUTPUT)
    ] = None,
    as_json: Annotated[
        bool, typer.Option("--json", help="Print JSON instead of stubs.", rich_help_panel=OUTPUT)
    ] = False,
) -> None:
    """Suggest entries: words between two known parties that no entry covers, and names beside triggers without a code.

    They come as stubs of a lexicon file and of an actor file, with counts and sentences, ready to edit.
    """
    from ..extract.pipeline import Extractor
    from ..extract.suggest import suggest
    from ..models.serialise import dumps
    from . import suggestions

    extractor = Extractor(model, None, tuple(lexicon or ()), tuple(actors or ()))
    found = suggest(extractor, _articles(files))
    found = replace(
        found,
        words=tuple(word for word in found.words if word.count >= least)[:top],
        names=tuple(name for name in found.names if name.count >= least)[:top],
    )
    if as_json:
        typer.echo(dumps(suggestions.as_json(found), indent=2))
        return
    for lines, path in ((suggestions.words(found.words), words), (suggestions.names(found.names), names)):
        text = "\n".join(lines)
        if path is None:
            typer.echo(text)
        else:
            path.write_text(text + "\n", encoding="utf-8")


def _articles(files: list[str]) -> Iterator[Article]:
    from . import readers
    from .items import Reject
    from .readers.inputs import find

    for item in readers.articles(find(files), readers.Reading()):
        if isinstance(item, Reject):
            complain(item)
        else:
            yield item

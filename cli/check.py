"""`dragoman check`: whether word files are right, and whether their examples come out as they say."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from .command import FAILED, examples

if TYPE_CHECKING:
    from ..extract.frames.lexicon import Entry

EXAMPLES = examples("dragoman check my-words.toml", "dragoman check --actors my-people.csv", "dragoman check")


def command(
    files: Annotated[
        list[Path] | None,
        typer.Argument(metavar="FILES", exists=True, dir_okay=False, help="Your own words (TOML)."),
    ] = None,
    actors: Annotated[
        list[Path] | None,
        typer.Option(metavar="FILE", exists=True, dir_okay=False, help="Your own actors; repeatable."),
    ] = None,
    model: Annotated[str | None, typer.Option(metavar="PACKAGE", help="An installed spaCy model.")] = None,
) -> None:
    """Check word files, and run the examples of their entries; without files, those of the built-in lexicon.

    A wrong file is told with file, entry, key and what is allowed (exit code 2). An example that its entry does not
    catch, or a counter-example that it does, is told with what came out instead (exit code 1).
    """
    from ..extract.examples import failures
    from ..extract.pipeline import Extractor
    from ..models.types import TYPE_NAMES

    paths, people = tuple(files or ()), tuple(actors or ())
    extractor = Extractor(model, TYPE_NAMES, paths, people)
    chosen = [entry for entry in extractor.lexicon.entries if not (paths or people) or _is_of(entry, paths)]
    wrong = 0
    for failure in failures(extractor, chosen):
        wrong += 1
        typer.echo(f"{failure.entry.source}: {failure.text!r} {failure.why}")
    count = sum(len(entry.examples) + len(entry.counters) for entry in chosen)
    typer.echo(f"{len(chosen)} entries, {count} examples, {wrong} wrong")
    if wrong:
        raise typer.Exit(FAILED)


def _is_of(entry: Entry, paths: tuple[Path, ...]) -> bool:
    return any(entry.source.startswith(f"{path}: ") for path in paths)

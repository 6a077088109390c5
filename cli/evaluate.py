"""`dragoman evaluate`: how good the events are on a user's own annotated texts."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from . import options
from .command import EXTRACTION, OUTPUT, complain, examples

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..extract.evaluate import Act
    from .work import Work

EXAMPLES = examples(
    "dragoman evaluate --template articles.jsonl -o gold.json",
    "dragoman evaluate gold.json --run",
    "dragoman evaluate gold.json events.jsonl --confusion",
    "dragoman evaluate gold.json --run --lexicon my-words.toml --compare events.jsonl",
    "dragoman evaluate new.jsonl --compare old.jsonl",
)


def command(
    files: Annotated[
        list[Path] | None,
        typer.Argument(metavar="[GOLD] [EVENTS]", help="The gold file, and the events to hold against it (JSONL)."),
    ] = None,
    run: Annotated[
        bool, typer.Option("--run", help="Extract the gold's articles now.", rich_help_panel=EXTRACTION)
    ] = False,
    model: options.Model = None,
    lexicon: options.Lexicon = None,
    actors: options.Actors = None,
    compare: Annotated[
        Path | None,
        typer.Option(
            metavar="OLD",
            help="List the events gained, lost and changed since another run (JSONL).",
            exists=True,
            dir_okay=False,
        ),
    ] = None,
    template: Annotated[
        str | None,
        typer.Option(metavar="ARTICLES", help="Write a gold file to fill in; with --run, filled with what is found."),
    ] = None,
    confusion: Annotated[
        bool, typer.Option("--confusion", help="What was taken for what.", rich_help_panel=OUTPUT)
    ] = False,
    errors: Annotated[bool, typer.Option("--errors", help="List every error.", rich_help_panel=OUTPUT)] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print all figures as JSON.", rich_help_panel=OUTPUT)] = False,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", help="Write to a file.", rich_help_panel=OUTPUT),
    ] = None,
) -> None:
    """Score events against a gold file, by type and by field; compare two runs; write a gold file to fill in.

    The README says what stands in a gold file and what the figures are.
    """
    from .work import Work

    given = list(files or ())
    how = Work(model, None, tuple(lexicon or ()), tuple(actors or ()))
    if template is not None:
        if given or compare is not None:
            raise typer.BadParameter("goes with --run and -o alone", param_hint="--template")
        _say(_template(template, how if run else None), output)
        return
    if compare is not None and len(given) == 1 and not run:
        _say(_changes(given[0], compare), output)
        return
    if len(given) != (1 if run else 2):
        raise typer.BadParameter("name the gold file and the events, or the gold file with --run", param_hint="FILES")
    _say(_report(given, how if run else None, compare, confusion, errors, as_json), output)


def _say(lines: Iterator[str], path: Path | None) -> None:
    if path is None:
        for line in lines:
            typer.echo(line)
        return
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")


def _report(
    files: Sequence[Path], run: Work | None, old: Path | None, confused: bool, errors: bool, as_json: bool
) -> Iterator[str]:
    """The lines of a scoring."""
    from ..extract import evaluate
    from ..extract.evaluate import confusion
    from ..models.serialise import dumps
    from . import jsonrows, scores

    rows = jsonrows.read(files[0])
    gold = evaluate.gold_of(rows, str(files[0]))
    for warning in gold.warnings:
        complain(warning)
    found = read_acts(files[1]) if run is None else _extracted(rows, str(files[0]), run)
    result = evaluate.score(gold, found)
    types = confusion.types(result.matchings.values())
    factualities = confusion.factualities(result.matchings.values())
    if as_json:
        yield dumps(scores.as_json(result, types, factualities), indent=2)
        return
    yield from scores.table(result)
    if confused:
        yield from ("", *scores.confusion(types, "types"), "", *scores.confusion(factualities, "factuality"))
    if errors:
        yield from ("", *scores.errors(result))
    if old is not None:
        yield from ("", *_against(gold, found, read_acts(old)))


def _against(gold: Any, found: list[Act], old: list[Act]) -> Iterator[str]:
    from ..extract import evaluate
    from ..extract.evaluate.compare import changes
    from . import scores

    before, after = evaluate.score(gold, old), evaluate.score(gold, found)
    yield from scores.gains(before, after)
    yield from scores.changes(changes(old, found), scores.verdicts(before) | scores.verdicts(after))


def _changes(new: Path, old: Path) -> Iterator[str]:
    from ..extract.evaluate.compare import changes
    from . import scores

    found = changes(read_acts(old), read_acts(new))
    yield from scores.changes(found, {})
    kinds = [change.kind for change in found]
    yield ", ".join(f"{kinds.count(kind)} {kind}" for kind in ("gained", "lost", "changed"))


def read_acts(path: Path) -> list[Act]:
    """The events of a file that extract wrote as JSON Lines or JSON."""
    from ..extract.evaluate import read_events
    from . import jsonrows

    return read_events(jsonrows.read(path), str(path))


def _extracted(rows: Sequence[dict[str, Any]], name: str, how: Work) -> list[Act]:
    """The events of the gold's articles, extracted now."""
    from ..extract.errors import InputError
    from ..extract.evaluate import read_events
    from ..models import to_dict
    from . import work
    from .items import Reject
    from .readers.records import Options, article

    articles = []
    for number, row in enumerate(rows, 1):
        item = article(row, Options(), name, number, str(number))
        if isinstance(item, Reject):
            raise InputError(str(item))
        articles.append(item)
    found = []
    for _, events in work.results(articles, how):
        if isinstance(events, Reject):
            raise InputError(str(events))
        found += [to_dict(event) for event in events]
    return read_events(found)


def _template(articles: str, run: Work | None) -> Iterator[str]:
    """A JSON array of the articles, one block an article."""
    from ..extract.evaluate.template import row
    from ..models.serialise import dumps
    from . import readers, work
    from .items import Reject
    from .readers.inputs import find

    taken = []
    for item in readers.articles(find([articles]), readers.Reading()):
        if isinstance(item, Reject):
            complain(item)
        else:
            taken.append(item)
    found = ((a, []) for a in taken) if run is None else work.results(taken, run)
    rows = [row(article, events if isinstance(events, list) else ()) for article, events in found]
    yield dumps(rows, indent=2)

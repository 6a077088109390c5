"""`dragoman actors`: who the noun phrases of a text stand for, and why."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from .command import examples

EXAMPLES = examples(
    'dragoman actors "German Chancellor Angela Merkel met him in Paris." --date 2015-06-01',
    "cat article.txt | dragoman actors - --json",
    "dragoman actors --convert Phoenix.Countries.actors.txt -o actors.toml",
)


def command(
    text: Annotated[
        str | None, typer.Argument(metavar="TEXT", help="The text itself, or - for standard input.")
    ] = None,
    date: Annotated[
        str | None, typer.Option(metavar="YYYY-MM-DD", help="Publication date: who held which office then.")
    ] = None,
    actors: Annotated[
        list[Path] | None,
        typer.Option(metavar="FILE", exists=True, dir_okay=False, help="Your own actors; repeatable."),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON Lines instead of a table.")] = False,
    model: Annotated[str | None, typer.Option(metavar="PACKAGE", help="An installed spaCy model.")] = None,
    convert: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            exists=True,
            dir_okay=False,
            help="Write an actor dictionary (PETRARCH, CSV) as TOML instead.",
        ),
    ] = None,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="FILE", help="Where to, with --convert.")
    ] = None,
) -> None:
    """Show who a text speaks of: each mention with name, code, kind, role, and the steps that led there."""
    if (text is None) == (convert is None):
        raise typer.BadParameter("give a text, or a dictionary with --convert", param_hint="TEXT")
    if convert is not None:
        _convert(convert, output)
        return
    assert text is not None
    _show(text, date, tuple(actors or ()), as_json, model)


def _convert(path: Path, output: Path | None) -> None:
    from .actorfile import lines

    content = "\n".join(lines(path))
    if output is None:
        typer.echo(content)
    else:
        output.write_text(content + "\n", encoding="utf-8")


def _show(text: str, date: str | None, own: tuple[Path, ...], as_json: bool, model: str | None) -> None:
    from ..models.serialise import dumps
    from .choices import day
    from .shown import visible

    published = day(date)
    if text == "-":
        text = typer.get_text_stream("stdin", encoding="utf-8", errors="replace").read()
    for row in rows(text, published, own, model):
        if as_json:
            typer.echo(dumps(row))
        else:
            names = (row["text"], "->", row["name"], row["code"] or "-", row["kind"], row["role"] or "-")
            mark = "" if row["political"] else " (not political)"
            typer.echo(visible(" | ".join((" ".join(names[:3]), *names[3:])) + mark))
            typer.echo(visible("    " + "; ".join(row["how"])))


def rows(text: str, published: Any, own: tuple[Path, ...], model: str | None) -> list[dict[str, Any]]:
    """The mentions of a text in their order: the actor's fields, `political`, and the steps in `how`."""
    from ..extract import nlp
    from ..extract.actors import cast, load_tables
    from ..extract.api import article
    from ..models import to_dict

    tables = load_tables(own)
    analysis = next(nlp.analyse([article(text, published)], nlp.load(model)))
    found = (mention for _, mention in cast(analysis, tables).mentions())
    return [to_dict(m.actor) | {"political": m.political, "how": list(m.how)} for m in found]

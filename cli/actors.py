"""`dragoman actors`: who the noun phrases of a text stand for, and why."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from .command import examples

EXAMPLES = examples(
    'dragoman actors "German Chancellor Angela Merkel met him in Paris." --date 2015-06-01',
    "cat article.txt | dragoman actors - --json",
)


def command(
    text: Annotated[str, typer.Argument(help="The text itself, or - for standard input.")],
    date: Annotated[
        str | None, typer.Option(metavar="YYYY-MM-DD", help="Publication date: who held which office then.")
    ] = None,
    actors: Annotated[
        list[Path] | None,
        typer.Option(metavar="FILE", exists=True, dir_okay=False, help="Your own actors; repeatable."),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON Lines instead of a table.")] = False,
    model: Annotated[str | None, typer.Option(metavar="PACKAGE", help="An installed spaCy model.")] = None,
) -> None:
    """Show who a text speaks of: each mention with name, code, kind, role, and the steps that led there."""
    from ..models.serialise import dumps
    from .choices import day
    from .shown import visible

    published = day(date)
    if text == "-":
        text = typer.get_text_stream("stdin", encoding="utf-8", errors="replace").read()
    for row in rows(text, published, tuple(actors or ()), model):
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

"""The command line: every command stands in a file of its own and is put in its place here."""

from __future__ import annotations

from typing import Annotated

import typer

from . import actors, check, doctor, evaluate, explain, extract, schema, signals, suggest, types
from .command import Command, examples

app = typer.Typer(
    name="dragoman",
    help="Reads news articles and answers who did what to whom, where and when in diplomacy.",
    epilog=examples(
        "dragoman extract article.txt --date 2023-02-21",
        "dragoman extract news.jsonl -o events.csv",
        "dragoman extract --help",
    ),
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

_COMMANDS = {
    "extract": extract,
    "types": types,
    "actors": actors,
    "check": check,
    "explain": explain,
    "evaluate": evaluate,
    "suggest": suggest,
    "schema": schema,
    "doctor": doctor,
}

for _name, _module in _COMMANDS.items():
    app.command(_name, cls=Command, epilog=_module.EXAMPLES)(_module.command)


def _version(wanted: bool) -> None:
    if wanted:
        from dragoman import __version__

        typer.echo(f"dragoman {__version__}")
        raise typer.Exit


@app.callback()
def options(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    """Options of dragoman itself."""


def main() -> None:
    """The console script: runs a command and ends with its exit code, quietly when a signal asks for the end."""
    signals.install()
    app(prog_name="dragoman")

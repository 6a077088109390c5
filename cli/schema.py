"""`dragoman schema`: the JSON Schema of an event."""

from __future__ import annotations

import typer

from .command import examples

EXAMPLES = examples("dragoman schema > event.schema.json")


def command() -> None:
    """Print the JSON Schema of an event, as the formats json and jsonl write it."""
    import json

    from ..models.schema import schema

    typer.echo(json.dumps(schema(), indent=2))

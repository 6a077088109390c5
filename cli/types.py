"""`dragoman types`: the event types with their codes and how many trigger words the lexicon has for each."""

from __future__ import annotations

from collections import Counter
from typing import Annotated, Any

import typer

from .command import OUTPUT, examples

EXAMPLES = examples("dragoman types", "dragoman types --json | jq -r '.[] | select(.conflict) | .type'")

_TRIGGERS = ("verbs", "nouns", "adjectives", "sayings")


def command(
    as_json: Annotated[
        bool, typer.Option("--json", help="Print JSON instead of a table.", rich_help_panel=OUTPUT)
    ] = False,
) -> None:
    """List the event types: PLOVER type, CAMEO code, trigger words, meaning.

    The conflict types are extracted only when asked for (extract --types all).
    """
    import json

    rows = table()
    typer.echo(json.dumps(rows, indent=2, ensure_ascii=False) if as_json else _lines(rows))


def table() -> list[dict[str, Any]]:
    """Each type with what it is, its codes when the act is done, and its number of trigger words."""
    from ..extract import codes
    from ..models import types

    counts = triggers()
    return [
        {"type": name, "plover": entry.get("plover"), "mode": entry.get("mode"), "cameo": entry["cameo"]}
        | {"triggers": counts[name], "conflict": name in types.CONFLICT, "symmetric": name in types.SYMMETRIC}
        | {"is": entry["is"]}
        for name, entry in ((name, codes.types()[name]) for name in types.TYPE_NAMES)
    ]


def triggers() -> Counter[str]:
    """How many trigger words and phrases the built-in lexicon has for each type."""
    import tomllib
    from importlib.resources import files

    counts: Counter[str] = Counter()
    for file in (files("dragoman.extract") / "lexicon" / "events").iterdir():
        if file.name.endswith(".toml"):
            lexicon = tomllib.loads(file.read_text(encoding="utf-8"))
            counts[lexicon["type"]] += sum(len(entry.get(key, ())) for entry in lexicon["entry"] for key in _TRIGGERS)
    return counts


def _lines(rows: list[dict[str, Any]]) -> str:
    lines = [f"{'type':15}{'PLOVER':20}{'CAMEO':6}{'triggers':>8}  what it is"]
    for row in rows:
        name = row["type"] + ("*" if row["conflict"] else "")
        plover = "/".join(part for part in (row["plover"], row["mode"]) if part) or "-"
        lines.append(f"{name:15}{plover:20}{row['cameo']:6}{row['triggers']:8}  {row['is']}")
    return "\n".join([*lines, "", "* conflict types: extracted only when asked for (--types all)"])

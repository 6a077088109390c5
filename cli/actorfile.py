"""A field's own actor dictionary, written again as a file of actors that can be edited."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from .suggestions import quoted

HEAD = """\
# Actors, in the format of dragoman's own tables: dragoman extract --actors FILE
"""


def lines(path: Path) -> Iterator[str]:
    """The TOML of an actor file, of a PETRARCH dictionary for example. Raises LexiconError."""
    from ..extract.actors.tables import builtin, own_rows

    yield HEAD
    for sort, _, row in own_rows(path, builtin().states):
        yield f"[[{sort}]]"
        yield from _fields(row)
        yield ""


def _fields(row: Mapping[str, object]) -> Iterator[str]:
    for key, value in row.items():
        if isinstance(value, list):
            if value:
                yield f"{key} = [{', '.join(quoted(str(item)) for item in value)}]"
        elif value not in ("", None):
            yield f"{key} = {quoted(str(value))}"

"""Checks what the user asked for, and says in one line what is allowed: every error here is wrong usage."""

from __future__ import annotations

import codecs
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import typer

from ..models.types import TYPE_NAMES
from .readers import formats as reading
from .readers.records import FIELDS
from .writers import formats as writing

RESUMABLE = ("jsonl", "sqlite")
"""Output formats that `--resume` can go on with."""
DYADIC = ("csv", "tsv", "json", "jsonl", "duckdb", "parquet")
"""Output formats that can hold dyads instead of events (SQLite has both)."""


def day(text: str | None) -> date | None:
    """The day of `--date`."""
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise typer.BadParameter(f"{text!r} is no date; write it as YYYY-MM-DD", param_hint="--date") from None


def types(text: str | None) -> tuple[str, ...] | None:
    """The event types of `--types`, in the order of the codebook; None for the default."""
    if text is None:
        return None
    wanted = {name.strip() for name in text.split(",") if name.strip()}
    if "all" in wanted:
        return TYPE_NAMES
    unknown = sorted(wanted - set(TYPE_NAMES))
    if unknown or not wanted:
        raise typer.BadParameter(
            f"unknown type {', '.join(unknown) or repr(text)}; known: all, {', '.join(TYPE_NAMES)}",
            param_hint="--types",
        )
    return tuple(name for name in TYPE_NAMES if name in wanted)


def input_format(name: str | None) -> str | None:
    """The format of `--from`."""
    if name is not None and name not in reading.FORMATS:
        raise typer.BadParameter(f"unknown format {name!r}; known: {', '.join(reading.FORMATS)}", param_hint="--from")
    return name


def fields(text: str | None) -> dict[str, str]:
    """The names of `--map`: our field to theirs."""
    names = {}
    for pair in text.split(",") if text else ():
        ours, mark, theirs = (part.strip() for part in pair.partition("="))
        if not mark or not theirs or ours not in FIELDS:
            raise typer.BadParameter(
                f"{pair!r} is not OURS=THEIRS with OURS one of {', '.join(FIELDS)}", param_hint="--map"
            )
        names[ours] = theirs
    return names


def encoding(name: str | None) -> str | None:
    """The encoding of `--encoding`, by Python's name for it."""
    try:
        return None if name is None else codecs.lookup(name).name
    except (LookupError, ValueError):
        raise typer.BadParameter(f"unknown encoding {name!r}; try utf-8 or cp1252", param_hint="--encoding") from None


def output_format(name: str | None, path: Path | None, terminal: bool) -> str:
    """The format of `--format`, else by the file's suffix, a table on a terminal, JSON Lines in a pipe or a folder."""
    if name is not None and name not in writing.FORMATS:
        raise typer.BadParameter(f"unknown format {name!r}; known: {', '.join(writing.FORMATS)}", param_hint="--format")
    if path is not None and not path.parent.is_dir():
        raise typer.BadParameter(f"there is no folder {path.parent}", param_hint="--output")
    if path is not None and path.is_dir():
        return name or "jsonl"
    name = name or (_by_suffix(path) if path is not None else None)
    if name is None:
        return "table" if terminal else "jsonl"
    if path is None and writing.FORMATS[name].needs_file:
        raise typer.BadParameter(f"{name} needs a file: -o FILE", param_hint="--format")
    return name


def _by_suffix(path: Path) -> str:
    name = writing.suffix_format(path)
    if name is None and path.exists() and not path.is_file():
        return "jsonl"
    if name is None:
        known = ", ".join(suffix for f in writing.FORMATS.values() for suffix in f.suffixes)
        raise typer.BadParameter(
            f"suffix of {path} names no format (known: {known}); add --format", param_hint="--output"
        )
    return name


def check_dyads(format: str) -> None:
    """Whether a format has rows for dyads."""
    if format not in DYADIC:
        raise typer.BadParameter(f"goes with {', '.join(DYADIC)}; {format} is something else", param_hint="--dyads")


def check_resume(format: str, path: Path | None) -> None:
    """Whether a run can be resumed at all."""
    if path is not None and path.is_dir():
        raise typer.BadParameter("a folder needs none: what is done is left out anyway", param_hint="--resume")
    if path is None or format not in RESUMABLE:
        raise typer.BadParameter(f"needs -o FILE in one of {', '.join(RESUMABLE)}", param_hint="--resume")


def refuse_overwriting(inputs: Iterable[str], *outputs: Path | None) -> None:
    """Refuses an output that is one of the files to be read, or two outputs that are one file."""
    written = [path for path in outputs if path is not None]
    taken = {path.resolve() for path in written if path.is_file() or not path.exists()}
    if len(written) == 2 and len(taken) == 1 and written[0].resolve() == written[1].resolve():
        raise typer.BadParameter(f"{written[0]} is named for two outputs", param_hint="--rejects")
    for name in inputs:
        if name != "-" and Path(name).resolve() in taken:
            raise typer.BadParameter(f"{name} is an input; writing there would destroy it", param_hint="--output")

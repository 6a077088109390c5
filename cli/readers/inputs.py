"""Finds what to read: files, folders, patterns, addresses and standard input, each as one Input with a name."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from ..items import Reject
from .formats import suffix_format

_MAGIC = "*?["


@dataclass(frozen=True, slots=True)
class Input:
    """One thing to read. `name` is for messages, `id` names its articles; without a path it is standard input."""

    name: str
    id: str
    path: Path | None = None
    url: str | None = None
    format: str | None = None


def find(paths: Iterable[str], format: str | None = None, leave: Collection[Path] = ()) -> Iterator[Input | Reject]:
    """The inputs that the arguments name, in their order; folders and patterns in the order of their names.

    An article is named after its file: by the file's name, or by its path below the folder that was given. Files of
    one name from several folders keep their paths. Of a folder, files of no known format are left out, and so are those
    of `leave` (where this run writes).
    """
    paths = list(paths)
    names = Counter(Path(path).name for path in paths)
    for text in paths:
        path = Path(text)
        if text == "-":
            yield Input("standard input", "stdin", None, None, format)
        elif text.startswith(("http://", "https://")):
            yield Input(text, text, None, text, format)
        elif path.is_dir():
            yield from (item for item in _below(path, path, format) if not _is_left(item, leave))
        elif path.exists():
            identity = path.name if names[path.name] == 1 else path.as_posix()
            yield Input(text, identity, path, None, format or suffix_format(path))
        elif any(mark in text for mark in _MAGIC):
            yield from (item for item in _matching(text, format) if not _is_left(item, leave))
        else:
            yield Reject(text, None, "no such file", "check the path")


def _is_left(item: Input | Reject, leave: Collection[Path]) -> bool:
    return bool(leave) and isinstance(item, Input) and item.path is not None and item.path.resolve() in leave


def _below(folder: Path, root: Path, format: str | None) -> Iterator[Input | Reject]:
    """The files of a folder and its folders; links to folders are not followed, so no ring can catch the walk."""
    try:
        entries = sorted(folder.iterdir())
    except OSError as error:
        yield Reject(str(folder), None, f"cannot be read: {error.strerror}", "check its permissions")
        return
    for path in entries:
        if path.name.startswith("."):
            continue
        if path.is_dir():
            if not path.is_symlink():
                yield from _below(path, root, format)
        elif path.is_file():
            found = suffix_format(path)
            if found is not None:
                yield _named(path, root, format or found)


def _matching(pattern: str, format: str | None) -> Iterator[Input | Reject]:
    fixed = []
    for part in Path(pattern).parts:
        if any(mark in part for mark in _MAGIC):
            break
        fixed.append(part)
    root = Path(*fixed) if fixed else Path()
    found = sorted(root.glob(Path(*Path(pattern).parts[len(fixed) :]).as_posix()))
    for path in found:
        if path.is_file():
            yield _named(path, root, format or suffix_format(path))
    if not found:
        yield Reject(pattern, None, "no file matches", "check the pattern")


def _named(path: Path, root: Path, format: str | None) -> Input:
    below = path.relative_to(root).as_posix()
    label = root.name or root.resolve().name
    return Input(str(path), f"{label}/{below}" if label else below, path, None, format)


def total_bytes(inputs: Iterable[Input | Reject]) -> int | None:
    """The bytes of all inputs as they lie on the disk; None when one of them has no size (a pipe, an address)."""
    total = 0
    for item in inputs:
        if isinstance(item, Reject):
            continue
        if item.path is None or not item.path.is_file():
            return None
        total += item.path.stat().st_size
    return total


def is_terminal() -> bool:
    """Whether standard input is a terminal, where nothing can be waiting to be read."""
    return sys.stdin is not None and sys.stdin.isatty()

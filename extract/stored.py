"""Keeps what is worked out of data files of the package beside Python's compiled files, for as long as those hold.

Reading the lexicon's TOML takes a tenth of a short run. What comes of it is kept as Python keeps compiled modules: in
`__pycache__`, known by name, size and time of the files that it was made of, written whole or not at all, and left out
where Python is told to write none (`-B`, PYTHONDONTWRITEBYTECODE) or may not write.
"""

from __future__ import annotations

import contextlib
import os
import pickle
import sys
from collections.abc import Callable, Sequence
from importlib.util import cache_from_source
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")


def stored(name: str, sources: Sequence[Path], make: Callable[[], T]) -> T:
    """What `make` gives, from the file of an earlier run if all sources are as they were then.

    The sources must be all that the result depends on, the modules that make it included.
    """
    try:
        path = Path(cache_from_source(__file__)).parent / f"{name}.{sys.implementation.cache_tag}.pickle"
        key = [(str(s), s.stat().st_size, s.stat().st_mtime_ns) for s in sources]
    except (OSError, NotImplementedError):  # a package inside an archive, an interpreter without compiled files
        return make()
    with contextlib.suppress(Exception):  # whatever is wrong with the file: it is made anew
        was, found = pickle.loads(path.read_bytes())
        if was == key:
            return found  # type: ignore[no-any-return]
    found = make()
    if not sys.dont_write_bytecode:
        with contextlib.suppress(OSError):
            _write(path, pickle.dumps((key, found), protocol=5))
    return found


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f"{path.name}.{os.getpid()}")
    try:
        part.write_bytes(data)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)

"""Writers: from events to tables, files and databases, one file a format."""

from __future__ import annotations

import importlib
from pathlib import Path
from typing import cast

from .base import Options, Writer
from .formats import FORMATS


def open_writer(path: Path | None, options: Options) -> Writer:
    """The writer of a format, to a file or to standard output. Raises OSError and DragomanError."""
    module = importlib.import_module(f".{FORMATS[options.format].module}", __name__)
    return cast(Writer, module.open_writer(path, options))


__all__ = ["FORMATS", "Options", "Writer", "open_writer"]

"""Optional packages: imported when a format needs them, with the command that installs them when they are missing."""

from __future__ import annotations

import importlib
from typing import Any

from ..extract.errors import DragomanError

EXTRAS: dict[str, tuple[str, ...]] = {
    "duckdb": ("duckdb",),
    "html": ("trafilatura",),
    "warc": ("fastwarc", "trafilatura"),
    "rss": ("feedparser",),
    "zstd": ("zstandard",),
    "pandas": ("pandas",),
}
"""Each extra with the modules it brings."""


class ExtraError(DragomanError):
    """A format needs an optional package; the text names the command that installs it."""


def need(module: str, extra: str, what: str) -> Any:
    """The module of an optional package. Raises ExtraError when it is not installed."""
    try:
        return importlib.import_module(module)
    except ImportError as error:
        raise ExtraError(f'{what} needs the extra "{extra}": pip install "dragoman[{extra}]"') from error

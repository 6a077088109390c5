"""Imports spaCy without its command line, which nothing here uses and which is 40 percent of its import."""

from __future__ import annotations

import importlib
import sys
from types import ModuleType

_UNUSED = ("spacy.cli", "spacy.cli.info")


def slim_spacy() -> None:
    """Imports spaCy, unless it is there; its command line is imported by whoever asks for it afterwards.

    For the start of a program of our own: in a library's process spaCy is its user's, and comes whole. `spacy.info`
    works as ever.
    """
    if "spacy" in sys.modules:
        return
    for name in _UNUSED:
        stand_in = ModuleType(name)
        stand_in.__dict__["info"] = _info
        sys.modules[name] = stand_in
    try:
        importlib.import_module("spacy")
    finally:
        for name in _UNUSED:
            del sys.modules[name]
    sys.modules["spacy"].__dict__.pop("cli", None)


def _info(*args: object, **options: object) -> object:
    return importlib.import_module("spacy.cli.info").info(*args, **options)

"""The words that tie a place to an act, from lexicon/places/words.toml."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files


@cache
def words(group: str) -> frozenset[str]:
    """The lemmas of one group of the table; KeyError for a group that is not in it."""
    return _groups()[group]


@cache
def _groups() -> dict[str, frozenset[str]]:
    text = (files("dragoman.extract") / "lexicon" / "places" / "words.toml").read_text(encoding="utf-8")
    return {group: frozenset(lemmas) for group, lemmas in tomllib.loads(text).items()}

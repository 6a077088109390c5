"""The vocabulary of event types."""

from __future__ import annotations

from dragoman.extract import codes
from dragoman.extract.frames import lexicon
from dragoman.models import types


def test_the_lexicon_has_the_same_types() -> None:
    """In the same order and with the same properties."""
    assert len(set(types.TYPE_NAMES)) == 30
    assert tuple(codes.types())[: len(types.TYPE_NAMES)] == types.TYPE_NAMES
    assert lexicon.TYPES == types.TYPE_NAMES
    assert set(types.CONFLICT) == lexicon.CONFLICT
    assert lexicon.SYMMETRIC == types.SYMMETRIC

"""The words of a sentence as strings, all at once: asking each token is most of what a pass over a text costs."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from spacy.attrs import ENT_TYPE, LEMMA, LOWER, ORTH, TAG

if TYPE_CHECKING:
    from spacy.tokens import Doc

_MOST = 100_000
"""Strings kept; then all are forgotten, so that memory stays flat."""
_lower: dict[int, str] = {}
"""By spaCy's number of a string, the string in lower case; the numbers are the same in every vocabulary."""
_written: dict[int, str] = {}
"""The string as it is written."""


def words(doc: Doc) -> list[tuple[str, str]]:
    """Lemma and form of each token, in lower case; the lemma is empty where the Doc has none."""
    rows = doc.to_array([LEMMA, LOWER]).tolist()
    try:
        return [(_lower[lemma], _lower[form]) for lemma, form in rows]
    except KeyError:
        _learn(_lower, doc, {number for row in rows for number in row}, str.lower)
        return [(_lower[lemma], _lower[form]) for lemma, form in rows]


def forms(doc: Doc) -> list[str]:
    """The form of each token, in lower case."""
    numbers = doc.to_array(LOWER).tolist()
    try:
        return [_lower[number] for number in numbers]
    except KeyError:
        _learn(_lower, doc, set(numbers), str.lower)
        return [_lower[number] for number in numbers]


def labelled(doc: Doc) -> list[tuple[str, str, str]]:
    """Form as written, tag and entity type of each token; tag and type are empty where the Doc has none."""
    rows = doc.to_array([ORTH, TAG, ENT_TYPE]).tolist()
    try:
        return [(_written[form], _written[tag], _written[label]) for form, tag, label in rows]
    except KeyError:
        _learn(_written, doc, {number for row in rows for number in row}, str)
        return [(_written[form], _written[tag], _written[label]) for form, tag, label in rows]


def _learn(kept: dict[int, str], doc: Doc, numbers: set[int], form: Callable[[str], str]) -> None:
    if len(kept) > _MOST:
        kept.clear()
    strings = doc.vocab.strings
    kept.update((number, form(strings[number])) for number in numbers)

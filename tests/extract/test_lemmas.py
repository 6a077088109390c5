"""Lemmas that lexicon/lemmas.toml mends."""

from __future__ import annotations

import pytest

from dragoman.extract.nlp import Model


@pytest.mark.parametrize(
    ("text", "form", "lemma"),
    [
        ("Workers staged a protest.", "staged", "stage"),
        ("He hopes that they will come.", "hopes", "hope"),
        ("They are waging a war.", "waging", "wage"),
        ("They installed the cameras.", "installed", "install"),
        ("Soldiers cordoned the square.", "cordoned", "cordon"),
        ("He stopped the car.", "stopped", "stop"),
        ("She rapped the desk.", "rapped", "rap"),
    ],
)
def test_verb_lemma(model: Model, text: str, form: str, lemma: str) -> None:
    """A form has the lemma of its verb."""
    doc = model.nlp(text)
    assert {t.text: t.lemma_ for t in doc}[form] == lemma

"""Words with a hyphen inside stay whole, with the lemma under which the lexicon has them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dragoman.extract import nlp
from dragoman.models import Article

if TYPE_CHECKING:
    from dragoman.extract.nlp import Model

ROWS = [
    ("Chad and Sudan signed a cease-fire.", "cease-fire", "cease-fire"),
    ("Cease-fires were declared in Mali.", "Cease-fires", "cease-fire"),
    ("Iran re-established ties with Oman.", "re-established", "re-establish"),
    ("Norway is co-hosting the talks.", "co-hosting", "co-host"),
    ("The two states co-operate closely.", "co-operate", "co-operate"),
    ("The minister's go-between flew to Doha.", "go-between", "go-between"),
]


@pytest.mark.parametrize(("text", "form", "lemma"), ROWS)
def test_kept_whole(model: Model, text: str, form: str, lemma: str) -> None:
    """One token each, inflected forms and capitals too."""
    analysis = next(nlp.analyse([Article("x", text)], model))
    assert [t.lemma_ for t in analysis.units[0].doc if t.text == form] == [lemma]


def test_other_hyphens_are_cut(model: Model) -> None:
    """What joins two names is no part of a word."""
    analysis = next(nlp.analyse([Article("x", "US-China talks began.")], model))
    assert [t.text for t in analysis.units[0].doc][:3] == ["US", "-", "China"]

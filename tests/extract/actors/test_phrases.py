"""The dictionary of phrases."""

from __future__ import annotations

import pytest

from dragoman.extract.actors.phrases import Phrases, normal, tokenise
from dragoman.extract.nlp import Model


@pytest.mark.parametrize(
    ("word", "wanted"),
    [("Erdoğan", "erdogan"), ("CHINA", "china"), ("d’Ivoire", "d'ivoire"), ("Băsescu", "basescu"), ("Işık", "isik")],
)
def test_normal(word: str, wanted: str) -> None:
    """Case, accents and curly apostrophes do not count."""
    assert normal(word) == wanted


@pytest.mark.parametrize(
    "phrase",
    [
        "U.N.",
        "Côte d'Ivoire",
        "Guinea-Bissau",
        "St. Lucia",
        "People's Republic of China",
        "G7",
        "G-20",
        "P5+1",
        "Trinidad & Tobago",
        "secretary-general",
        "10 Downing Street",
    ],
)
def test_tokenise_cuts_as_the_model_does(phrase: str, model: Model) -> None:
    """A phrase of a table is cut into the same words as the same phrase in a text."""
    assert tokenise(phrase) == [t.text for t in model.nlp.make_doc(phrase)]


def match(phrases: Phrases[str], text: str) -> tuple[int, list[str]]:
    """The match at the first word of a text."""
    raw = tokenise(text)
    return phrases.match(raw, [normal(w) for w in raw], 0)


def test_match() -> None:
    """The longest phrase wins, names need capitals, and of equals the later comes first."""
    names: Phrases[str] = Phrases(proper=True)
    for phrase, value in (
        ("Guinea", "GIN"),
        ("Guinea-Bissau", "GNB"),
        ("US", "USA"),
        ("Guinea", "mine"),
        ("U.S.", "USA"),
    ):
        names.add(phrase, value)
    assert match(names, "Guinea-Bissau left") == (3, ["GNB"])
    assert match(names, "Guinea left") == (1, ["mine", "GIN"])
    assert match(names, "guinea pigs") == (0, [])
    assert match(names, "US troops") == (1, ["USA"])
    assert match(names, "Us and them") == (0, [])
    assert match(names, "U.S embassy")[1] == ["USA"]
    assert match(names, "Ghana")[0] == 0

"""What is suggested of texts: words that no entry covers, names without a code."""

from __future__ import annotations

import pytest

from dragoman.extract.pipeline import Extractor
from dragoman.extract.suggest import suggest
from dragoman.models import Article


@pytest.fixture(scope="module")
def diplomatic() -> Extractor:
    """An extractor of the types that are given unless others are asked for."""
    return Extractor()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Russia outwitted China.", [("verb", "outwit", ("subject", "object"))]),
        ("China was outwitted by Russia.", [("verb", "outwit", ("subject", "object"))]),
        ("Russia's outwitting envy of China grew.", [("noun", "envy", ("owner", "of"))]),
        ("Russia accused China.", []),
        ("Russia outwitted the weather.", []),
        ("Russia outwitted Russia.", []),
        ("Reporters outwitted China.", []),
        ("Russia said China was cold.", []),
    ],
)
def test_words_between_two_parties(
    diplomatic: Extractor, text: str, words: list[tuple[str, str, tuple[str, str]]]
) -> None:
    """That the lexicon does not have, with their slots."""
    found = suggest(diplomatic, [Article("a", text)]).words
    assert [(w.pos, w.word, w.slots.most_common(1)[0][0]) for w in found] == words


def test_words_are_counted_the_most_frequent_first(diplomatic: Extractor) -> None:
    """With their sentences."""
    articles = [Article("a", "Russia outwitted China. Iran outfoxed Israel."), Article("b", "Iran outwitted Israel.")]
    first, second = suggest(diplomatic, articles).words
    assert (first.word, first.count, second.word, second.count) == ("outwit", 2, "outfox", 1)
    assert first.examples == ["Russia outwitted China.", "Iran outwitted Israel."]


def test_names_beside_a_trigger_without_a_code(diplomatic: Extractor) -> None:
    """With the type of the act."""
    found = suggest(diplomatic, [Article("a", "Zebulon Quimby accused Russia of lying.")]).names
    assert [(name.name, name.kind, dict(name.types)) for name in found] == [
        ("Zebulon Quimby", "person", {"accusation": 1})
    ]

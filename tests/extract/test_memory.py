"""What is remembered, for how long, and that it changes nothing."""

from __future__ import annotations

import pytest

from dragoman.extract import memory, nlp
from dragoman.extract.pipeline import Extractor
from dragoman.extract.units import Unit
from dragoman.models import Article

NAMES = ("Quvanoma", "Ribetska", "Torvalenko", "Umbirsaid", "Wexalonte", "Yarbinowi")
"""Names that no model has met."""


def articles(round_: str) -> list[Article]:
    return [
        Article(
            f"{round_}{name}",
            f"The Norwegian foreign minister, {name}{round_}, visited Paris. {name}{round_} condemned Russia's "
            f"glorpifying of {name}ist rebels and rebuked the Kremlin for frobulating.",
        )
        for name in NAMES
    ]


@pytest.fixture
def extractor() -> Extractor:
    return Extractor()


def test_new_words_are_forgotten(extractor: Extractor, monkeypatch: pytest.MonkeyPatch) -> None:
    found = [[e for _, events in extractor.stream(articles(r)) for e in events] for r in ("a", "b")]
    assert all(found)
    monkeypatch.setattr(nlp, "MOST_WORDS", 0)
    strings = len(extractor.model.nlp.vocab.strings)
    again = [[e for _, events in extractor.stream(articles(r)) for e in events] for r in ("a", "b", "c", "d")]
    assert again[:2] == found
    assert len(extractor.model.nlp.vocab.strings) == strings


def test_lemmas_learnt_in_passing_are_known_again(extractor: Extractor, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(nlp, "MOST_WORDS", 0)
    text = "The Norwegian foreign minister visited Paris and zorpifies them. Norway denied that it zorpifies rebels."
    runs = [list(extractor.stream([Article("z", text)])) for _ in range(2)]
    assert runs[0][0][1]
    assert runs[0] == runs[1]  # the words are still in the memory of the rules, and no longer in the vocabulary


def test_remembered_while_a_sentence_is_searched(model: nlp.Model) -> None:
    unit, asked = Unit(0, "text", 0, 0, model.nlp.make_doc("Iran denied it")), []

    @memory.remembered
    def word(token: object) -> str:
        asked.append(token)
        return str(token)

    @memory.kept
    def form(token: object) -> str:
        asked.append(token)
        return str(token)

    doc = unit.doc
    for _ in range(2):
        with memory.remembering(unit):
            assert [word(doc[0]), word(doc[0]), form(doc[1]), form(doc[1])] == ["Iran", "Iran", "denied", "denied"]
    assert len(asked) == 3
    assert word(doc[0]) == "Iran"
    assert len(asked) == 4

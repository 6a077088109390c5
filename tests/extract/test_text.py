"""Paragraphs and sentences: nothing is glued together, nothing is cut in two, offsets point into the text as given."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.extract.text import paragraphs
from dragoman.extract.units import Analysis

WRAPPED = (
    "The foreign ministers of the two countries met on Monday in the capital\n"
    "and discussed the border, trade and the release of the fishermen who\n"
    "were seized in May. They agreed to meet again."
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One.\n\nTwo.", ["One.", "Two."]),
        ("Heading without stop\nBody begins here.", ["Heading without stop", "Body begins here."]),
        ("  • First point\n  • Second point", ["First point", "Second point"]),
        ("- First point\n- Second point", ["First point", "Second point"]),
        ("1. First\n2) Second", ["First", "Second"]),
        (" \t\n \n", []),
        ("", []),
        ("OSLO, Norway (AP) -- The king left.", ["The king left."]),
        ("Lima, March 15, IRNA - Peru and Chile met.", ["Peru and Chile met."]),
        ("OPEC — the oil producers — met.", ["OPEC — the oil producers — met."]),
        ("US-Russia talks ended.", ["US-Russia talks ended."]),
        ("One line\r\n\r\nAnother", ["One line", "Another"]),
        (WRAPPED, [WRAPPED]),
    ],
)
def test_paragraphs(text: str, expected: list[str]) -> None:
    """Blank lines, line ends and bullets part paragraphs; prose wrapped at a width stays together."""
    assert [text[a:b] for a, b in paragraphs(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He met Sen. Smith in Rome. They talked.", ["He met Sen. Smith in Rome.", "They talked."]),
        ("The U.S. Congress voted. It failed.", ["The U.S. Congress voted.", "It failed."]),
        ('"[We] object," said Mr. Li. He left.', ['"[We] object," said Mr. Li.', "He left."]),
        ("“It is over. We won,” he said.", ["“It is over.", "We won,” he said."]),
        ("Pfc. Jones was held. Nobody came.", ["Pfc. Jones was held.", "Nobody came."]),
        ("A caption without a stop\n\nThe next.", ["A caption without a stop", "The next."]),
    ],
)
def test_sentences(text: str, expected: list[str], analyse: Callable[..., Analysis]) -> None:
    """One unit a sentence, as a reader would cut it."""
    assert [u.doc.text for u in analyse(text).units] == expected


def test_offsets_point_into_the_text(analyse: Callable[..., Analysis]) -> None:
    """A unit's text stands in the article at its offset, whatever blanks and bullets surround it."""
    text = "\n  • Wang Yi met Borrell.  He left.\n\n" + WRAPPED + "\n"
    analysis = analyse(text, title="  Wang in Munich ")
    for unit in analysis.units:
        field = analysis.article.title if unit.field == "title" else text
        assert field is not None
        assert field[unit.start : unit.start + len(unit.doc.text)].replace("\n", " ") == unit.doc.text
    assert [u.field for u in analysis.units][:2] == ["title", "text"]


def test_a_unit_is_one_tree(analyse: Callable[..., Analysis]) -> None:
    """The parser may not cut a unit in two."""
    for unit in analyse("Talks failed; nobody knows why: the sides (both of them) were silent.").units:
        assert len(list(unit.doc.sents)) == 1

"""The library's front door, and the spaCy component."""

from __future__ import annotations

from datetime import date

import pytest
import spacy

import dragoman
from dragoman.extract.api import article

TEXT = "Norwegian Foreign Minister Kari Dahl visited Nairobi on Monday."


def test_events_of_a_text() -> None:
    """The date may be a date or a string; offsets count in the text."""
    events = dragoman.events(TEXT, date="2024-05-08")
    assert events == dragoman.events(TEXT, date=date(2024, 5, 8))
    (visit,) = (event for event in events if event.type == "visit")
    assert visit.date is not None and visit.date.start == date(2024, 5, 6)
    assert TEXT[visit.actors[0].start : visit.actors[0].end] == visit.actors[0].text


def test_a_date_that_is_none() -> None:
    """Is a ValueError."""
    with pytest.raises(ValueError):
        dragoman.events(TEXT, date="yesterday")


@pytest.mark.parametrize("text", ["", " \n ", "\ud800 " + TEXT, "[" * 5000, "\0"])
def test_odd_texts(text: str) -> None:
    """Give what they hold, and no error; lone surrogates do not move the offsets."""
    for event in dragoman.events(text):
        assert all(text[item.start : item.end].replace("\ud800", "?") == item.text for item in event.evidence)


def test_the_same_text_has_the_same_ids() -> None:
    """Whenever and wherever it is read."""
    assert article(TEXT).id == article(TEXT).id != article(TEXT, title="x").id
    assert [event.id for event in dragoman.events(TEXT)] == [event.id for event in dragoman.events(TEXT)]


def test_the_component() -> None:
    """Found by its name; a document's own date goes before the component's."""
    nlp = spacy.blank("en")
    nlp.add_pipe("dragoman", config={"date": "2024-05-08"})
    assert nlp(TEXT)._.events == dragoman.events(TEXT, date="2024-05-08")
    doc = nlp.make_doc(TEXT)
    doc._.published = date(2024, 5, 15)
    assert nlp(doc)._.events == dragoman.events(TEXT, date="2024-05-15")

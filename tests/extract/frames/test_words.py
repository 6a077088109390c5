"""Acts done with words: which of them a sentence tells, and what is only asked, aimed at, thought or left unsaid."""

from __future__ import annotations

from datetime import date

import pytest

from dragoman.extract.pipeline import Extractor
from dragoman.models import Article

PUBLISHED = date(2019, 5, 8)

ROWS = [
    # text, types of its events with their factuality, in the order of the alphabet
    ("The kidnappers will kill the crew unless Norway withdraws its troops from Chad.", "threat actual"),
    ("There were demands for Peru to free the pilots.", ""),
    ("Kenya praised Norway for its efforts to free the pilots.", "support actual"),
    ("The Chadian minister said that Norway should free the pilots.", "appeal actual"),
    ("The Chadian minister proposed that Norway should free the pilots.", "appeal actual"),
    ('"We are not going to surrender," the Chadian president said.', "rejection actual"),
    ('"Free the pilots," the Chadian president told Norway.', "demand actual"),
    ("Should Peru refuse, the Chadian minister said, the deal is dead.", ""),
    ("Kenya has not said what measures it will take against Norway.", ""),
    ("The Kenyan minister said that Peru believes Norway must pay.", ""),
    ("The Kenyan minister said it was unclear whether Norway must pay.", ""),
    ("Kenya named the price that Norway will have to pay.", ""),
    ("Peru urged to free Kenyan pilots", ""),
    ("Kenyan envoy denied entry to Peru", ""),
    ("Kenya denied its role in the raid, and the army released a film.", "denial actual"),
    ("The Kenyan minister discussed Peru with the press, condemning the coup in Chad.", "criticism actual"),
    ("Kenya has yet to ratify the accord and opposes the Peruvian plan.", "agreement negated, rejection actual"),
    ('"It is a disgrace," the Kenyan president said of the Peruvian decree.', "criticism actual"),
    ("Kenya announced coordination to support Peru.", ""),
    ("In a speech to parliament, the Kenyan president urged Peru to stop.", "appeal actual, statement actual"),
]


@pytest.mark.parametrize(("text", "expected"), ROWS, ids=[text for text, _ in ROWS])
def test_words(text: str, expected: str, extractor: Extractor) -> None:
    """A sentence tells the acts that are done, and no others."""
    article = Article("x", text, None, PUBLISHED)
    events = extractor.events(article)
    assert ", ".join(sorted(f"{e.type} {e.factuality}" for e in events)) == expected


def test_a_clause_before_the_verb_lends_it_no_word(extractor: Extractor) -> None:
    """ "Before the row exploded, X spoke at": the trigger is "spoke at"."""
    text = "Before the row over the plan exploded, the Norwegian minister spoke at the Oslo conference."
    events = extractor.events(Article("x", text))
    assert "spoke at" in [e.trigger for e in events]
    assert not any(e.trigger.startswith("Before") for e in events)

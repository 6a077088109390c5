"""One act is one event, however often it is told; two acts stay two; an act takes what its surroundings say of it."""

from __future__ import annotations

from datetime import date

import pytest

from dragoman.extract.pipeline import Extractor
from dragoman.models import Article, Event

PUBLISHED = date(2019, 5, 8)  # a Wednesday


def found(extractor: Extractor, text: str, title: str | None = None) -> list[Event]:
    return extractor.events(Article("x", text, title, PUBLISHED))


COUNTS = [
    # what is told, type, how many events of that type
    ("Kenya's president visited Oslo on Monday. During the visit he praised Norway.", "visit", 1),
    ("Kenya's president visited Oslo on Monday. He visited Oslo again on Tuesday.", "visit", 2),
    ("Kenya's president visited Oslo. In April he had visited Lima.", "visit", 2),
    ("Norway and Kenya held talks in Oslo on Monday. The talks were frank.", "meeting", 1),
    ("Norway criticised Kenya's plan, saying it was unacceptable.", "criticism", 1),
    ("Norway condemned the attack by Chad. Peru condemned the attack by Chad.", "criticism", 2),
    ("Norway urged Chad to free the pilots. Norway also urged Chad to pay its debts.", "appeal", 2),
    (
        "Peru's and Chile's presidents met. The meeting of Peru's and Chile's presidents in May 2017 was brief.",
        "meeting",
        2,
    ),
    ("The foreign ministers of Peru and Chile met on Monday in Lima. They discussed trade.", "meeting", 1),
]


@pytest.mark.parametrize(("text", "kind", "number"), COUNTS)
def test_counts(text: str, kind: str, number: int, extractor: Extractor) -> None:
    """Mentions of one act are one event; other days, places, parties or words are another."""
    same = [e for e in found(extractor, text) if e.type == kind]
    assert len(same) == number, [(e.type, e.trigger, [a.name for a in e.actors]) for e in found(extractor, text)]


def test_all_evidence_is_kept(extractor: Extractor) -> None:
    """A merged event holds each sentence that mentions it, in reading order."""
    text = "Kenya's president visited Oslo on Monday. During the visit he praised Norway."
    visit = next(e for e in found(extractor, text) if e.type == "visit")
    assert [e.trigger for e in visit.evidence] == ["visited", "visit"]


def test_title_and_text_are_one(extractor: Extractor) -> None:
    """A headline tells the same act as the lead."""
    events = found(extractor, "Kenya on Monday recalled its ambassador to Chad.", "Kenya recalls ambassador to Chad")
    ruptures = [e for e in events if e.type == "rupture"]
    assert len(ruptures) == 1
    assert {e.field for e in ruptures[0].evidence} == {"title", "text"}


def test_words_take_the_date_of_the_meeting(extractor: Extractor) -> None:
    """What was urged in a dated meeting is dated by it, and has its place."""
    text = "Norway's prime minister met the Kenyan president in Oslo on Monday. She urged Kenya to hold elections."
    appeal = next(e for e in found(extractor, text) if e.type == "appeal")
    assert appeal.date is not None
    assert str(appeal.date.start) == "2019-05-06"
    assert appeal.place is not None
    assert appeal.place.country == "NOR"


def test_words_do_not_take_the_date_of_a_meeting_of_old(extractor: Extractor) -> None:
    """Two years ago they met; what is urged in the next paragraph is urged now."""
    text = "Norway's prime minister met the Kenyan president in May 2017.\n\nShe urged Kenya to hold elections."
    appeal = next(e for e in found(extractor, text) if e.type == "appeal")
    assert appeal.date is None


def test_other_people_do_not(extractor: Extractor) -> None:
    """Words of one who was not in the meeting take nothing from it."""
    text = "Norway's prime minister met the Kenyan president in Oslo on Monday. Peru urged Chile to hold elections."
    appeal = next(e for e in found(extractor, text) if e.type == "appeal")
    assert appeal.date is None
    assert appeal.place is None


def test_a_denial_answers_the_accusation(extractor: Extractor) -> None:
    """A denial without addressee is to the one who accused before."""
    text = "Ghana accused Togo of arming rebels. Togo denied the accusation."
    denial = next(e for e in found(extractor, text) if e.type == "denial")
    assert {a.code for a in denial.recipients} == {"GHA"}


def test_a_planned_meeting_is_not_a_past_one(extractor: Extractor) -> None:
    """A meeting that may come and one that took place are two."""
    text = (
        "Norway's premier may meet the Kenyan president in June. Norway's premier met the Kenyan president on Monday."
    )
    assert sorted(e.factuality for e in found(extractor, text) if e.type == "meeting") == ["actual", "possible"]


def test_a_visit_is_to_the_country(extractor: Extractor) -> None:
    """The recipient of a visit to a city is the country; the place is the city."""
    visit = next(e for e in found(extractor, "The Peruvian president visited Oslo.") if e.type == "visit")
    assert [(a.name, a.code) for a in visit.recipients] == [("Norway", "NOR")]
    assert visit.place is not None
    assert visit.place.name == "Oslo"


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Norway's prime minister made a short trip to meet Kenyan President Mutua Oteno.", "KEN"),
        ("While in Kenya for talks, Norway's prime minister praised the farmers.", "KEN"),
    ],
)
def test_a_visit_goes_to_its_host(text: str, country: str, extractor: Extractor) -> None:
    """Where no place is named, the country of the host is the destination."""
    visit = next(e for e in found(extractor, text) if e.type == "visit")
    assert visit.place is not None
    assert visit.place.country == country


NESTED = [
    ("Ghana accused Togo of expelling diplomats.", {"accusation"}),
    ("Ghana urged Togo to lift sanctions on Benin.", {"appeal"}),
    ("Ghana announced on Monday that it will expel two Togolese diplomats.", {"expulsion"}),
    ("Ghana denied having sent weapons to Togo.", {"denial"}),
]


@pytest.mark.parametrize(("text", "kinds"), NESTED)
def test_nested(text: str, kinds: set[str], extractor: Extractor) -> None:
    """The content of a claim or request is no event of its own; what a state announces for itself is."""
    assert {e.type for e in found(extractor, text)} - {"statement"} == kinds


RELEASES = [
    ("The United States met Yemeni officials. The Houthis must release the crew.", "demand", {"USA"}),
    ("The United States met Yemeni officials. Peru said that Chile must release the crew.", "demand", {"PER"}),
]


@pytest.mark.parametrize(("text", "kind", "codes"), RELEASES)
def test_a_release_speaks_for_its_issuer(text: str, kind: str, codes: set[str], extractor: Extractor) -> None:
    """What a ministry's release says in its own voice is its state's; what it reports of others is theirs."""
    article = Article("x", text, None, PUBLISHED, "US Department of State press release")
    events = [e for e in extractor.events(article) if e.type == kind]
    assert {a.code for e in events for a in e.actors} == codes
    assert not [e for e in found(extractor, "The crew must be released.") if e.type == kind]

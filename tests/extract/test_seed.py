"""The seed article as a whole, and each of its constructions with other names."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from dragoman.extract.pipeline import Extractor
from dragoman.models import Actor, Article, Event

SEED = Path(__file__).resolve().parents[2] / "seeds" / "wang-yi-moscow.txt"
WEEK = ("2023-02-20", "2023-02-26")
SATURDAY = ("2023-02-18", "2023-02-18")

ROWS = [
    # type, actors, recipients' codes (any of), place, dates, factuality, attribution
    ("visit", {("Wang Yi", "CHN")}, {"RUS"}, "RUS", WEEK, "planned", "CNN"),
    ("meeting", {("Wang Yi", "CHN"), ("Vladimir Putin", "RUS")}, set(), "RUS", None, "possible", "Kremlin"),
    ("meeting", {("Wang Yi", "CHN"), ("Josep Borrell", "EU")}, set(), None, SATURDAY, "actual", None),
    ("denial", {("Wang Yi", "CHN")}, {"EU", "USA"}, None, SATURDAY, "actual", "Josep Borrell"),
    ("denial", {("China", "CHN")}, {"USA"}, None, None, "actual", None),
    ("denial", {("Wang Wenbin", "CHN")}, None, None, None, "actual", None),
    ("accusation", {("United States", "USA")}, {"CHN"}, None, None, "actual", None),
    ("accusation", {("Wang Wenbin", "CHN")}, {"USA"}, None, None, "actual", None),
]


@pytest.fixture(scope="module")
def events(extractor: Extractor) -> list[Event]:
    """The seed's events."""
    return extractor.events(Article("seed", SEED.read_text(encoding="utf-8"), published=date(2023, 2, 21)))


@pytest.mark.parametrize(("kind", "actors", "recipients", "place", "dates", "factuality", "source"), ROWS)
def test_seed(
    kind: str,
    actors: set[tuple[str, str]],
    recipients: set[str] | None,
    place: str | None,
    dates: tuple[str, str] | None,
    factuality: str,
    source: str | None,
    events: list[Event],
) -> None:
    """Each event that a careful reader gets out of the seed is there, once."""
    same = [e for e in events if e.type == kind and _who(e.actors) == actors]
    if recipients is not None:
        same = [e for e in same if _codes(e) <= recipients and bool(e.recipients) == bool(recipients)]
    assert len(same) == 1, [(e.type, _who(e.actors), _codes(e)) for e in events]
    event = same[0]
    assert place is None or (event.place is not None and event.place.country == place)
    assert event.factuality == factuality
    if dates is not None:
        assert event.date is not None
        assert (str(event.date.start), str(event.date.end)) == dates
    assert source is None or source in {s.name for s in event.attribution}


def test_evidence_points_into_the_text(events: list[Event]) -> None:
    """Every sentence and trigger is the article's own words at its offsets."""
    text = SEED.read_text(encoding="utf-8")
    for event in events:
        for e in event.evidence:
            assert text[e.start : e.end] == e.text
            assert text[e.trigger_start : e.trigger_end] == e.trigger
        for actor in (*event.actors, *event.recipients):
            assert text[actor.start : actor.end] == actor.text


def test_ids_are_stable(events: list[Event], extractor: Extractor) -> None:
    """The same article gives the same ids again, each once."""
    again = extractor.events(Article("seed", SEED.read_text(encoding="utf-8"), published=date(2023, 2, 21)))
    assert [e.id for e in again] == [e.id for e in events]
    assert len({e.id for e in events}) == len(events)


def _codes(event: Event) -> set[str | None]:
    return {a.code for a in event.recipients}


def _who(actors: tuple[Actor, ...]) -> set[tuple[str, str | None]]:
    return {(a.name, a.code) for a in actors}


CONSTRUCTIONS = [
    (
        "Norway's prime minister Kari Dahl is set to visit Japan as she grapples with Chile's accusation that Norway "
        "is hiding documents.",
        [("visit", {"NOR"}, {"JPN"}, "planned"), ("accusation", {"CHL"}, {"NOR"}, "actual")],
    ),
    (
        'The Elysee said it does not "rule out" a meeting between Dahl and Kenyan President William Ruto.',
        [("meeting", {"KEN"}, set(), "possible")],
    ),
    (
        "News of Dahl's Lima trip came as Ghana denied claims by Kenyan Foreign Minister Musalia Mudavadi that the "
        "African country is sending arms to Chad.",
        [("denial", {"GHA"}, {"KEN"}, "actual")],
    ),
    (
        'Brazilian Foreign Ministry spokesperson Ana Lima also denied such claims and accused Peru of "shipping arms." '
        "She also urged Peru to ease tensions.",
        [("denial", {"BRA"}, None, "actual"), ("accusation", {"BRA"}, {"PER"}, "actual")],
    ),
    (
        "But the German chancellor warned that should Ghana pursue such an action, it would face consequences.",
        [("threat", {"DEU"}, {"GHA"}, "actual")],
    ),
    ("Fiji refused to meet the Tongan delegation.", [("rejection", {"FJI"}, {"TON"}, "actual")]),
    ("The visit of the Danish king to Oslo was cancelled.", [("visit", {"DNK"}, {"NOR"}, "negated")]),
    ("Sweden was accused by Turkey of harbouring militants.", [("accusation", {"TUR"}, {"SWE"}, "actual")]),
    ("Talks were held in Vienna between Iran and France.", [("meeting", {"IRN", "FRA"}, set(), "actual")]),
    ("Kenya levelled accusations against Somalia.", [("accusation", {"KEN"}, {"SOM"}, "actual")]),
]


@pytest.mark.parametrize(("text", "expected"), CONSTRUCTIONS)
def test_constructions(
    text: str, expected: list[tuple[str, set[str], set[str] | None, str]], extractor: Extractor
) -> None:
    """What the seed's sentences are built like, said of others."""
    found = extractor.events(Article("x", text, published=date(2023, 2, 21)))
    for kind, actors, recipients, factuality in expected:
        same = [e for e in found if e.type == kind]
        assert same, [(e.type, e.trigger) for e in found]
        assert {a.code for a in same[0].actors if a.code} >= actors
        assert recipients is None or {a.code for a in same[0].recipients} == recipients
        assert same[0].factuality == factuality


def test_two_people_of_one_surname(extractor: Extractor) -> None:
    """Wang Yi and Wang Wenbin stay two; "he" after the second one's sentence is the second."""
    text = (
        "Chinese diplomat Wang Yi will visit Oslo. Foreign Ministry spokesperson Wang Wenbin denied the claims. "
        "He also urged Norway to wait."
    )
    found = {e.type: {a.name for a in e.actors} for e in extractor.events(Article("x", text))}
    assert found["visit"] == {"Wang Yi"}
    assert found["denial"] == {"Wang Wenbin"}
    assert found["appeal"] == {"Wang Wenbin"}

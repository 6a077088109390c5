"""Which date of its sentence is the event's own: sentence, trigger, expression (None: the event is undated)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from dragoman.extract.dates import when
from dragoman.extract.units import Analysis

WEDNESDAY = date(2018, 3, 14)

ROWS = [
    # on the verb
    ("Lavrov met Kerry in Geneva on Friday.", "met", "Friday"),
    ("On Friday, Lavrov met Kerry in Geneva.", "met", "Friday"),
    ("Lavrov met Friday with Kerry.", "met", "Friday"),
    ("Lavrov met with Kerry on Friday.", "met", "Friday"),
    ("Lavrov will meet Kerry next week.", "meet", "next week"),
    ("China expelled two diplomats in May 2014.", "expelled", "May 2014"),
    ("The ambassador was summoned on Monday.", "summoned", "Monday"),
    ("The envoy arrived last night in Cairo.", "arrived", "last night"),
    ("Egypt had withdrawn its ambassador 14 years ago.", "withdrawn", "14 years ago"),
    ("The US on Tuesday imposed sanctions on Iran.", "imposed", "Tuesday"),
    ("Wang is scheduled to visit Moscow from 5 to 7 June.", "visit", "from 5 to 7 June"),
    ("Iran announced a reversal of the decision on Thursday.", "announced", "Thursday"),
    # on the noun
    ("Both welcomed the March 23 summit.", "summit", "March 23"),
    ("Both welcomed Tuesday's meeting.", "meeting", "Tuesday"),
    ("Talks on 5 June between the two envoys failed.", "Talks", "5 June"),
    ("They recalled the November 2017 Manila Summit.", "Summit", "November 2017"),
    ("The visit of 5 June was a success.", "visit", "5 June"),
    ("A statement issued on Monday blamed Moscow.", "statement", "Monday"),
    ("A meeting set for Tuesday was put off.", "meeting", "Tuesday"),
    ("The conference which ended on Friday drew 80 states.", "conference", "Friday"),
    ("Iran refused the weekend offer by Brussels.", "offer", "the weekend"),
    ("The 1994 treaty remains in force.", "treaty", "1994"),
    # on the verb that carries the noun
    ("The two leaders held talks on Friday.", "talks", "Friday"),
    ("On Friday, the two leaders held talks in Vienna.", "talks", "Friday"),
    ("The talks will begin on Monday.", "talks", "Monday"),
    ("The summit took place in 2012.", "summit", "2012"),
    ("The ministers met for talks on Friday.", "talks", "Friday"),
    ("Washington imposed sanctions on Friday.", "sanctions", "Friday"),
    ("They signed an agreement in 1994.", "agreement", "1994"),
    ("In a statement on Friday, Iran rejected the offer.", "statement", "Friday"),
    # what the clause shares
    ("On Tuesday, Britain issued a statement and urged the council to act.", "urged", "Tuesday"),
    ("Wang arrived in Moscow on Monday to meet Lavrov.", "meet", "Monday"),
    ("Iran issued a statement on Monday condemning the raid.", "condemning", "Monday"),
    ("In a statement on Friday, Iran rejected the offer.", "rejected", "Friday"),
    ("At a meeting on Friday, the ministers urged restraint.", "urged", "Friday"),
    ("Wang told him during their meeting Saturday that Beijing objects.", "told", "Saturday"),
    ("Syria said on Thursday that it supports Iran.", "supports", "Thursday"),
    ("The United States condemns the raid, Kerry said on Thursday.", "condemns", "Thursday"),
    ("On Monday, when Albright met the king, it rained.", "met", "Monday"),
    # not the event's
    ("Wang said on Monday that Xi will visit Moscow.", "visit", None),
    ("Wang said on Monday that Xi visited Moscow.", "visited", None),
    ("Wang said on Monday that Xi will visit Moscow.", "said", "Monday"),
    ("Wang said that Xi will visit Moscow on Friday.", "visit", "Friday"),
    ("Wang said that Xi will visit Moscow on Friday.", "said", None),
    ("Bush praised Blair, who visited Iraq on Monday.", "praised", None),
    ("Bush praised Blair, who visited Iraq on Monday.", "visited", "Monday"),
    ("Iran violated the 2015 deal.", "violated", None),
    ("He condemned the attacks at the 2007 conference in Bali.", "condemned", None),
    ("Washington suspended the 1987 treaty.", "suspended", None),
    ("They condemned Monday's attack on the embassy.", "condemned", None),
    ("China agreed on Monday to send an envoy.", "send", None),
    ("China agreed on Monday to send an envoy.", "agreed", "Monday"),
    ("They will meet after Monday's vote.", "meet", None),
    ("The ministers met before Friday.", "met", None),
    ("It was their first meeting since 2014.", "meeting", None),
    ("The visit angered Beijing, which had warned Pelosi in April.", "visit", None),
    ("The president recently visited Moscow.", "visited", None),
    ("They met.", "met", None),
]


@pytest.mark.parametrize(("sentence", "trigger", "text"), ROWS)
def test_the_event_gets_its_own_date(
    analyse: Callable[..., Analysis], sentence: str, trigger: str, text: str | None
) -> None:
    """A date belongs to what it hangs on, to what carries it, and to nothing else."""
    unit = analyse(sentence).units[0]
    token = next(token for token in unit.doc if token.text == trigger)
    found = when(unit, token, WEDNESDAY)
    assert (found.text if found else None) == text


UTTERED = [
    ("Moscow said on Monday that it will retaliate.", "retaliate", "Monday"),
    ("In a tape released on Friday, they said the hostages will be killed.", "killed", "Friday"),
    ("Earlier in the year he said that Kyiv would like to help.", "like", "Earlier in the year"),
    ("The ministry said that it will send aid in June.", "send", "June"),
]


@pytest.mark.parametrize(("sentence", "trigger", "text"), UTTERED)
def test_an_act_of_words_is_dated_by_its_saying(
    analyse: Callable[..., Analysis], sentence: str, trigger: str, text: str
) -> None:
    """A threat or pledge told by its content takes the date of the saying verb, when that has one."""
    unit = analyse(sentence).units[0]
    token = next(token for token in unit.doc if token.text == trigger)
    found = when(unit, token, WEDNESDAY, uttered=True)
    assert found is not None
    assert found.text == text


def test_an_unresolved_date_is_still_the_events(analyse: Callable[..., Analysis]) -> None:
    """What the text states and nobody can resolve comes with its reason."""
    unit = analyse("The envoy left two days later.").units[0]
    token = next(token for token in unit.doc if token.text == "left")
    found = when(unit, token, WEDNESDAY)
    assert found is not None
    assert (found.text, found.start, found.reason) == ("two days later", None, "relative to another event")

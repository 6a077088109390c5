"""Date expressions of a sentence: which there are, and which way their sentence points them."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import date

import pytest

from dragoman.extract.dates import find
from dragoman.extract.units import Analysis

WEDNESDAY = date(2018, 3, 14)

# published on Wednesday, 14 March 2018: sentence, expression, first day
DIRECTIONS = [
    ("The ministers met on Friday.", "Friday", "2018-03-09"),
    ("The ministers will meet on Friday.", "Friday", "2018-03-16"),
    ("The ministers have met on Friday.", "Friday", "2018-03-09"),
    ("The ministers are meeting on Friday.", "Friday", "2018-03-16"),
    ("The ministers were meeting on Friday.", "Friday", "2018-03-09"),
    ("The ministers are to meet on Friday.", "Friday", "2018-03-16"),
    ("The ministers are due to meet on Friday.", "Friday", "2018-03-16"),
    ("The ministers are expected to meet Friday in Geneva.", "Friday", "2018-03-16"),
    ("The ministers plan to meet on Friday.", "Friday", "2018-03-16"),
    ("The ministers agreed to meet on Friday.", "Friday", "2018-03-16"),
    ("The ministers agreed on Friday to meet again.", "Friday", "2018-03-09"),
    ("The ministers could meet on Friday.", "Friday", "2018-03-16"),
    ("The minister could not be reached on Friday.", "Friday", "2018-03-09"),
    ("The minister should have resigned on Friday.", "Friday", "2018-03-09"),
    ("Moscow said on Friday that it would retaliate.", "Friday", "2018-03-09"),
    ("Moscow said Friday it will retaliate.", "Friday", "2018-03-09"),
    ("Moscow said it will retaliate on Friday.", "Friday", "2018-03-16"),
    ("A meeting is scheduled for Friday.", "Friday", "2018-03-16"),
    ("A meeting scheduled for Friday was called off.", "Friday", "2018-03-16"),
    ("The meeting held on Friday was tense.", "Friday", "2018-03-09"),
    ("The talks, to be held on Friday, are the first in years.", "Friday", "2018-03-16"),
    ("Putin to visit Ankara on Friday", "Friday", "2018-03-16"),
    ("Congress reconvenes on Friday.", "Friday", "2018-03-16"),
    ("He will attend Friday's summit.", "Friday", "2018-03-16"),
    ("He will discuss Friday's attack with them.", "Friday", "2018-03-09"),
    ("He arrived ahead of Friday's summit.", "Friday", "2018-03-16"),
    ("He resigned after Friday's vote.", "Friday", "2018-03-09"),
    ("The envoys have until Friday to leave the country.", "Friday", "2018-03-16"),
    ("Protesters planned a rally in the capital on Friday.", "Friday", "2018-03-16"),
    ("A truce has been in place since Friday.", "Friday", "2018-03-09"),
    ("He met her on June 5.", "June 5", "2017-06-05"),
    ("He will meet her on June 5.", "June 5", "2018-06-05"),
    ("The treaty was signed in July.", "July", "2017-07-01"),
    ("The treaty will be signed in July.", "July", "2018-07-01"),
    ("They will resume the talks in two weeks.", "in two weeks", "2018-03-26"),
    ("Leaders will gather over the weekend.", "the weekend", "2018-03-17"),
    ("Leaders gathered over the weekend.", "the weekend", "2018-03-10"),
]


@pytest.mark.parametrize(("sentence", "text", "first"), DIRECTIONS)
def test_tense_points_an_expression(analyse: Callable[..., Analysis], sentence: str, text: str, first: str) -> None:
    """The verb that governs a bare weekday or a date without year decides between the last and the next one."""
    unit = analyse(sentence).units[0]
    (found,) = find(unit, WEDNESDAY)
    assert found.text == text
    assert found.start == date.fromisoformat(first)


# sentence, expressions in order
SEVERAL = [
    ("Talks on June 5 and June 6 failed.", ["June 5 and June 6"]),
    ("Talks on June 5 and July 6 failed.", ["June 5", "July 6"]),
    ("He came on Monday and left on Thursday.", ["Monday", "Thursday"]),
    ("The Sunday and Monday sessions were closed.", ["Sunday and Monday"]),
    ("Between 1994 and 1997, and again in 2004, they fought.", ["Between 1994 and 1997", "2004"]),
    ("On Tuesday, 5 June 2018, the council voted.", ["Tuesday, 5 June 2018"]),
    ("Late last week and early this week both sides fired.", ["Late last week", "early this week"]),
    ("He was born in May 1950 and died two days ago.", ["May 1950", "two days ago"]),
    ("Wang said yesterday that the ministers will meet next month.", ["yesterday", "next month"]),
    ("The 1994 treaty was renewed in the mid-2000s.", ["1994", "the mid-2000s"]),
]


@pytest.mark.parametrize(("sentence", "texts"), SEVERAL)
def test_expressions_of_a_sentence(analyse: Callable[..., Analysis], sentence: str, texts: list[str]) -> None:
    """Ranges are one expression, unconnected days are several, in reading order."""
    unit = analyse(sentence).units[0]
    assert [found.text for found in find(unit, WEDNESDAY)] == texts


NO_DATES = [
    "Theresa May warned the Commons.",
    "He may resign.",
    "Thousands march through Kyiv.",
    "The council adopted Resolution 1701 without a vote.",
    "The attack killed 2008 people.",
    "Some 1,900 troops and 2,000 policemen were sent.",
    "Members invoked Article 5 of the treaty.",
    "G20 leaders gathered in Hamburg.",
    "The Sunday Times reported a rift.",
    "The two sides praised the Good Friday Agreement.",
    "He compared it with 9/11.",
    "A state within the 1967 borders is the aim.",
    "The minister recently visited Moscow.",
    "He is currently in Cairo.",
    "They have now agreed on a text.",
    "In recent months ties have soured.",
    "It was the second meeting of its kind.",
    "The Arab Spring toppled him.",
    "Some 1,500 soldiers will fall in line.",
    "The deal is worth $2000 to them.",
    "The truce will last about three weeks.",
    "It took three years to negotiate.",
    "The April 6 Youth Movement called for a boycott.",
    "He was charged over the September 11 attacks.",
]


@pytest.mark.parametrize("sentence", NO_DATES)
def test_what_only_looks_like_a_date(analyse: Callable[..., Analysis], sentence: str) -> None:
    """Names, verbs, counts and vague words are no dates."""
    unit = analyse(sentence).units[0]
    assert find(unit, WEDNESDAY) == ()


def test_two_days_later_counts_from_the_date_before_it(analyse: Callable[..., Analysis]) -> None:
    """An expression that counts from another event takes the date told before it in the sentence."""
    unit = analyse("He arrived on 5 March and left two days later.").units[0]
    assert [found.start for found in find(unit, WEDNESDAY)] == [date(2018, 3, 5), date(2018, 3, 7)]


def test_offsets_count_in_the_field(analyse: Callable[..., Analysis]) -> None:
    """Offsets point into the article's text or title."""
    text, title = "Wang left.\n\nHe will return on 5 June, aides say.", "Wang to visit Moscow on Friday"
    for unit in analyse(text, title).units:
        field = title if unit.field == "title" else text
        for found in find(unit, WEDNESDAY):
            assert field[found.text_start : found.text_end] == found.text
            assert found.field == unit.field


def test_without_publication_date_the_text_stays(analyse: Callable[..., Analysis]) -> None:
    """An unresolved expression keeps its text, and says why it has no days."""
    unit = analyse("They met on Friday.").units[0]
    (found,) = find(unit, None)
    assert (found.text, found.start, found.end, found.reason) == ("Friday", None, None, "no publication date")


def test_a_sentence_without_date_words_is_passed_over_quickly(analyse: Callable[..., Analysis]) -> None:
    """The gate costs microseconds, so that find() can be asked of every sentence."""
    unit = analyse("The president condemned the attack and urged both sides to return to the table.").units[0]
    begin = time.perf_counter()
    for anchor in range(1, 201):
        find(unit, date.fromordinal(anchor))
    assert (time.perf_counter() - begin) / 200 < 0.0005

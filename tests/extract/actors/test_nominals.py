"""Noun phrases around an office: whose, which, how many."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.extract.actors.marking import mark
from dragoman.extract.actors.nominals import Nominal, nominals
from dragoman.extract.actors.spans import Marked
from dragoman.extract.actors.tables import builtin
from dragoman.extract.units import Analysis


def read(analyse: Callable[..., Analysis], text: str) -> tuple[Marked, list[Nominal]]:
    """The noun phrases of a sentence."""
    marked = mark(analyse(text).units[0], builtin(), None)
    return marked, list(nominals(marked, builtin()))


@pytest.mark.parametrize(
    ("text", "phrase", "owners"),
    [
        ("The Chinese foreign minister left.", "Chinese foreign minister", ["Chinese"]),
        ("The foreign minister of Oman left.", "foreign minister of Oman", ["Oman"]),
        ("Iran's new ambassador left.", "Iran's new ambassador", ["Iran"]),
        ("US and Chinese officials met.", "US and Chinese officials", ["US", "Chinese"]),
        ("A senior NATO official left.", "senior NATO official", ["NATO"]),
        ("The British finance ministry said so.", "British finance ministry", ["British"]),
        (
            "Representatives of Egypt, Iraq and Jordan met.",
            "Representatives of Egypt, Iraq and Jordan",
            ["Egypt", "Iraq", "Jordan"],
        ),
    ],
)
def test_owners(analyse: Callable[..., Analysis], text: str, phrase: str, owners: list[str]) -> None:
    """The phrase holds its owners and leaves its article out."""
    marked, found = read(analyse, text)
    assert marked.words(found[-1].start, found[-1].end) == phrase
    assert [marked.words(s.start, s.end) for s in found[-1].owners] == owners


@pytest.mark.parametrize(
    ("text", "det", "count", "plural"),
    [
        ("The two leaders met.", "the", 2, True),
        ("Both sides met.", "both", 2, True),
        ("A minister left.", "a", None, False),
        ("His counterpart left.", "his", None, False),
        ("Six European nations met.", "", 6, True),
    ],
)
def test_number(analyse: Callable[..., Analysis], text: str, det: str, count: int | None, plural: bool) -> None:
    """Determiner, count and number of the head."""
    found = read(analyse, text)[1][0]
    assert (found.det, found.count, found.plural) == (det, count, plural)


def test_target_is_no_owner(analyse: Callable[..., Analysis]) -> None:
    """An ambassador to a state is not that state's."""
    found = read(analyse, "Russia's ambassador to Chad left.")[1][0]
    assert [s.entry.code for s in found.owners if s.entry] == ["RUS"]
    assert [s.entry.code for s in found.targets if s.entry] == ["TCD"]

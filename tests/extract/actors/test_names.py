"""Which capitalised names are people, over the whole article."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.extract.actors.marking import mark
from dragoman.extract.actors.names import names, skeleton
from dragoman.extract.actors.tables import builtin
from dragoman.extract.units import Analysis


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("zelensky", "zelenskyy"),
        ("zelensky", "zelenskiy"),
        ("mohammed", "mohamed"),
        ("aboul", "abul"),
        ("sergei", "sergej"),
    ],
)
def test_skeleton(one: str, two: str) -> None:
    """Spelling variants of a transcribed name share their bones."""
    assert skeleton(one) == skeleton(two)


@pytest.mark.parametrize(("one", "two"), [("bush", "busch"), ("lavrov", "lambrov"), ("singh", "sinha")])
def test_skeleton_keeps_others_apart(one: str, two: str) -> None:
    """Different names stay different."""
    assert skeleton(one) != skeleton(two)


@pytest.mark.parametrize(
    ("text", "name", "person"),
    [
        ("Foreign Minister Wang Bo left. Wang said nothing.", ("wang",), True),
        ("Secretary of State Laura Penn left. Penn was late.", ("penn",), True),
        ("The Norwegian People's Party left. Party members cheered.", ("norwegian", "people's", "party"), False),
        ("Mr. Okafor left.", ("okafor",), True),
    ],
)
def test_votes(analyse: Callable[..., Analysis], text: str, name: tuple[str, ...], person: bool) -> None:
    """Titles, full names elsewhere and the words of a name decide, not one label."""
    units = [mark(unit, builtin(), None) for unit in analyse(text).units]
    found = names(units, builtin(), None).by_parts.get(name)
    assert (found is not None and found.is_person) == person

"""Who does what to whom in a clause, whatever the construction."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.extract import grammar
from dragoman.extract.units import Analysis

ROWS = [
    # sentence, verb as written, subjects, objects
    ("Kenya recalled its ambassador.", "recalled", ["Kenya"], ["ambassador"]),
    ("The ambassador was recalled by Kenya.", "recalled", ["Kenya"], ["ambassador"]),
    ("The ambassador was recalled.", "recalled", [], ["ambassador"]),
    ("Peru and Chile signed the treaty.", "signed", ["Peru", "Chile"], ["treaty"]),
    ("Peru signed the treaty and the protocol.", "signed", ["Peru"], ["treaty", "protocol"]),
    ("The envoy, who visited Oslo, left.", "visited", ["envoy"], ["Oslo"]),
    ("The talks that Norway hosted failed.", "hosted", ["Norway"], ["talks"]),
    ("The diplomats expelled by Ghana left.", "expelled", ["Ghana"], ["diplomats"]),
    ("Officials visiting Rabat met the king.", "visiting", ["Officials"], ["Rabat"]),
    ("Finland agreed to host the summit.", "host", ["Finland"], ["summit"]),
    ("Finland is set to host the summit.", "host", ["Finland"], ["summit"]),
    ("Kenya urged Sudan to release the pilots.", "release", ["Sudan"], ["pilots"]),
    ("Kenya refused to sign the accord.", "sign", ["Kenya"], ["accord"]),
    ("She left Lima after meeting the president.", "meeting", ["She"], ["president"]),
    ("Ghana accused Togo of arming rebels.", "arming", ["Togo"], ["rebels"]),
    ("Ghana condemned and rejected the plan.", "condemned", ["Ghana"], ["plan"]),
    ("Ghana condemned and rejected the plan.", "rejected", ["Ghana"], ["plan"]),
    ("Mexico arrested the envoy and deported him.", "deported", ["Mexico"], ["him"]),
    ("Modi to visit Tokyo", "visit", ["Modi"], ["Tokyo"]),
    ("Rouhani to meet Macron in Paris", "meet", ["Rouhani"], ["Macron"]),
    ("US, China to resume trade talks", "resume", ["US", "China"], ["talks"]),
    ("Johnson, Lavrov clash in Moscow", "clash", ["Johnson", "Lavrov"], []),
    ("Iran slams US over sanctions", "slams", ["Iran"], ["US"]),
    ("The minister, accusing Chad of lying, walked out.", "accusing", ["minister"], ["Chad"]),
    ("Denmark has a plan to help Kabul.", "help", ["Denmark"], ["Kabul"]),
    ("Fiji must not have signed the deal.", "signed", ["Fiji"], ["deal"]),
    ("The UN-brokered truce failed.", "brokered", ["UN"], ["truce"]),
]


@pytest.mark.parametrize(("text", "verb", "subjects", "objects"), ROWS)
def test_parties(
    text: str, verb: str, subjects: list[str], objects: list[str], analyse: Callable[..., Analysis]
) -> None:
    """Subject and object are found through passive, control, relatives, participles and coordination."""
    token = next(t for t in analyse(text).units[0].doc if t.text == verb)
    assert [t.text for t in grammar.subjects(token)] == subjects
    assert [t.text for t in grammar.objects(token)] == objects


@pytest.mark.parametrize(
    ("text", "noun", "owners"),
    [
        ("Li's trip ended.", "trip", ["Li"]),
        ("Bush and Blair's talks ended.", "talks", ["Bush", "Blair"]),
        ("The trip ended.", "trip", []),
    ],
)
def test_owners(text: str, noun: str, owners: list[str], analyse: Callable[..., Analysis]) -> None:
    """Possessors of a noun, coordinated ones too."""
    token = next(t for t in analyse(text).units[0].doc if t.text == noun)
    assert [t.text for t in grammar.owners(token)] == owners


def test_clause_subjects(analyse: Callable[..., Analysis]) -> None:
    """The subject of the clause that a noun stands in."""
    token = next(
        t for t in analyse("On a visit to Cairo, the premier praised Egypt.").units[0].doc if t.text == "visit"
    )
    assert [t.text for t in grammar.clause_subjects(token)] == ["premier"]

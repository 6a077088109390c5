"""The table of points, and that confidences do what they say."""

from __future__ import annotations

import math
from collections.abc import Callable

import pytest

from dragoman.extract.confidence import confidence, features, points
from dragoman.extract.evaluate.reliability import bins, calibration_error, confident_half, precision
from dragoman.extract.pipeline import Extractor
from dragoman.extract.units import Analysis


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("China denied the claims.", {"type denial", "actor by name in a table", "no recipient", "told once"}),
        ("China denied the claims of Russia.", {"parties of several codes", "factuality actual"}),
        ("Russia may visit China.", {"type visit", "factuality possible", "trigger in the infinitive"}),
        ("The president condemned Iran on Monday.", {"actor by description", "with a date"}),
    ],
)
def test_features_of_an_act(
    extractor: Extractor, analyse: Callable[..., Analysis], text: str, expected: set[str]
) -> None:
    """As they are named in the table."""
    (group,) = extractor.groups(analyse(text))
    assert expected <= set(features(group)), sorted(features(group))


def test_confidence_is_the_sum_of_the_points(extractor: Extractor, analyse: Callable[..., Analysis]) -> None:
    """As odds, to two digits."""
    (group,) = extractor.groups(analyse("China denied the claims of Russia."))
    odds = points()["base"] + sum(points().get(name, 0.0) for name in features(group))
    assert confidence(group) == round(1 / (1 + math.exp(-odds)), 2)
    (event,) = extractor.events(analyse("China denied the claims of Russia.").article)
    assert event.confidence == confidence(group)


def test_reliability_of_outcomes() -> None:
    """Bins, calibration error and the confident half."""
    outcomes = [(0.95, True)] * 9 + [(0.95, False)] + [(0.35, True)] * 3 + [(0.35, False)] * 7
    low, high = bins(outcomes)
    assert (low.count, low.precision, high.count, high.precision) == (10, 0.3, 10, 0.9)
    assert calibration_error(outcomes) == pytest.approx(0.05)
    assert precision(confident_half(outcomes)) - precision(outcomes) == pytest.approx(0.3)
    assert calibration_error([]) == precision([]) == 0.0 and bins([]) == []
    assert bins([(1.0, True)])[0].count == 1

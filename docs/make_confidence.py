"""Makes extract/lexicon/confidence.toml: points that turn what is known of an event into its confidence.

    python docs/make_confidence.py [GOLD.jsonl]

A logistic regression, held back by a penalty on the size of its points, over the found events of annotated articles;
those that match an optional gold event are left out. The figures in the head of the file are of articles that were kept
from the fit (each tenth of the articles in turn). GOLD is the development gold beside the project by default; where it
is absent, the script says so and does nothing. Run docs/make_accuracy.py after it.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import numpy
from numpy.typing import NDArray

from dragoman.cli.readers.records import Options, article
from dragoman.extract import nlp
from dragoman.extract.confidence import features
from dragoman.extract.evaluate import gold_of, read_events, score
from dragoman.extract.evaluate.reliability import Outcome, calibration_error, confident_half, precision
from dragoman.extract.pipeline import Extractor
from dragoman.models import Article, to_dict

ROOT = Path(__file__).resolve().parents[1]
GOLD = ROOT.parent / "shared" / "gold" / "articles_dev.jsonl"
TARGET = ROOT / "extract" / "lexicon" / "confidence.toml"
PENALTY = 6.0
FEWEST = 8  # events that must have a feature
FOLDS, REPEATS = 10, 8

Matrix = NDArray[Any]


@dataclass(frozen=True)
class Case:
    """A found event: its features, whether it is right, and its article."""

    features: frozenset[str]
    right: bool
    article: str


def main() -> None:
    """Writes the file."""
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else GOLD
    if not path.is_file():
        print(f"{path} is not here; {TARGET.name} stays as it is")
        return
    found = cases([json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()])
    names = worth(found)
    table, right = design(found, names), numpy.array([case.right for case in found], dtype=float)
    weights = fit(table, right)
    lines = [*head(found, table, right), "", f"base = {weights[0]:.2f}", "", "[points]"]
    for name, weight, column in zip(names, weights[1:], table.T, strict=True):
        count, share = int(column.sum()), float(right[column > 0].mean())
        lines.append(f'"{name}" = {weight:.2f}'.ljust(60) + f"# {count} events, {share:.2f} right")
    TARGET.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print("\n".join(lines[:10]))


def cases(rows: list[dict[str, Any]]) -> list[Case]:
    """The found events of the gold's articles that count."""
    extractor, known, found = Extractor(), {}, []
    for row in rows:
        item = article(row, Options(), "", 1, "")
        assert isinstance(item, Article)
        for group in extractor.groups(next(nlp.analyse([item], extractor.model))):
            event = extractor.event(item, group)
            known[event.id] = frozenset(features(group))
            found.append(to_dict(event))
    scores = score(gold_of(rows), read_events(found))
    counted = []
    for name, matching in scores.matchings.items():
        counted += [Case(known[f.id], True, name) for g, f in matching.pairs if not g.optional]
        counted += [Case(known[f.id], False, name) for f in matching.extra]
    return counted


def worth(found: Sequence[Case]) -> list[str]:
    """The features that enough events have, and not all of them."""
    counts = Counter(name for case in found for name in case.features)
    return sorted(name for name, count in counts.items() if FEWEST <= count < len(found))


def design(found: Sequence[Case], names: Sequence[str]) -> Matrix:
    """A row an event, a column a feature."""
    return numpy.array([[name in case.features for name in names] for case in found], dtype=float)


def fit(table: Matrix, right: Matrix) -> Matrix:
    """The base and the points, by Newton's steps."""
    full = numpy.hstack([numpy.ones((len(table), 1)), table])
    weights, penalty = numpy.zeros(full.shape[1]), numpy.eye(full.shape[1]) * PENALTY
    penalty[0, 0] = 1e-6
    for _ in range(30):
        chance = 1 / (1 + numpy.exp(-full @ weights))
        slope = full.T @ (right - chance) - penalty @ weights
        curve = (full * (chance * (1 - chance))[:, None]).T @ full + penalty
        weights = weights + numpy.linalg.solve(curve, slope)
    return weights


def held_out(found: Sequence[Case], table: Matrix, right: Matrix) -> Iterator[list[Outcome]]:
    """Confidences of events of articles that were kept from the fit, for several ways to part the articles."""
    articles = sorted({case.article for case in found})
    for repeat in range(REPEATS):
        order = numpy.random.default_rng(repeat).permutation(len(articles))
        fold_of = {articles[at]: place % FOLDS for place, at in enumerate(order)}
        folds = numpy.array([fold_of[case.article] for case in found])
        chance = numpy.zeros(len(found))
        for fold in range(FOLDS):
            weights = fit(table[folds != fold], right[folds != fold])
            chance[folds == fold] = 1 / (1 + numpy.exp(-weights[0] - table[folds == fold] @ weights[1:]))
        yield [(float(c), bool(r)) for c, r in zip(chance, right, strict=True)]


def head(found: Sequence[Case], table: Matrix, right: Matrix) -> Iterator[str]:
    """What the file is, and how the points do on articles that they were not fitted on."""
    runs = list(held_out(found, table, right))
    error = numpy.mean([calibration_error(run) for run in runs])
    half = numpy.mean([precision(confident_half(run)) for run in runs])
    yield "# Points for the confidence of an event: natural logarithms of odds, added to `base`. Made by"
    yield f"# docs/make_confidence.py on {date.today()}, from {len(found)} found events of annotated articles,"
    yield f"# {right.mean():.3f} of them right. On articles kept from the fit (tenfold, {REPEATS} times over): expected"
    yield f"# calibration error {error:.3f}; precision of the more confident half {half:.3f}."


if __name__ == "__main__":
    main()

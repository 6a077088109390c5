"""Makes docs/accuracy.md: measured precision and recall by type and by field, and the reliability of confidences.

    python docs/make_accuracy.py [GOLD.jsonl]

GOLD is the development gold beside the project by default; where it is absent, the script says so and does nothing.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import make_confidence
import numpy

from dragoman.cli.readers.records import Options, article
from dragoman.extract.evaluate import Figures, Scores, gold_of, read_events, score
from dragoman.extract.evaluate.chance import intervals
from dragoman.extract.evaluate.reliability import Outcome, bins, calibration_error, confident_half, precision
from dragoman.extract.pipeline import Extractor
from dragoman.models import Article, to_dict

ROOT = Path(__file__).resolve().parents[1]
GOLD = ROOT.parent / "shared" / "gold" / "articles_dev.jsonl"
TARGET = ROOT / "docs" / "accuracy.md"

PAGE = """\
# Accuracy

Made by `docs/make_accuracy.py` on {day}, at commit {commit}.

Measured on {articles} news articles and government releases in English, annotated by the codebook: {core} events that
count, and {optional} optional ones that do not. The lexicon was written with these articles at hand, so the figures
flatter it. The README says what each figure is, and how to
[measure on your own texts](../README.md#measure-it-on-your-own-texts).

## By field

{by_field}

Of the names of matched events {names:.3f} are found; {factuality:.3f} of their factualities are right. "95%" is the
middle 95 percent of 2,000 draws of articles with replacement.

## By type

{by_type}

The last two columns are shares of the matched events. A type with few gold events says little.

## Confidence

`confidence` is the probability that the text has an event of that type in that sentence. It is a sum of points
([confidence.toml](../extract/lexicon/confidence.toml)) that `docs/make_confidence.py` fits on these articles; `dragoman
explain` shows the points of an event. The table is of articles that were kept from the fit (each tenth of them in turn,
{repeats} times over).

{reliability}

Expected calibration error, over ten bins: {error:.3f}. Precision of all events: {all:.3f}; of the more confident half:
{half:.3f}.
"""

FIELDS = {
    "event": "event: right type, right sentence",
    "who": "event with exactly the right parties",
    "record": "event with parties, factuality, date and country right",
    "place": "country of the place, on matched events",
    "date": "date, on matched events",
}


def main() -> None:
    """Writes the file."""
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else GOLD
    if not path.is_file():
        print(f"{path} is not here; docs/accuracy.md stays as it is")
        return
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    TARGET.write_text(page(rows, measured(rows), held_out(rows)), encoding="utf-8")
    print(f"{TARGET}: written")


def measured(rows: list[dict[str, Any]]) -> Scores:
    """The scores of a run over the articles of gold."""
    articles = [item for row in rows if isinstance(item := article(row, Options(), "", 1, ""), Article)]
    found = [to_dict(event) for _, events in Extractor().stream(articles) for event in events]
    return score(gold_of(rows), read_events(found))


def held_out(rows: list[dict[str, Any]]) -> list[list[Outcome]]:
    """Confidences and outcomes of events of articles that were kept from the fit, for each parting of the articles."""
    found = make_confidence.cases(rows)
    table = make_confidence.design(found, make_confidence.worth(found))
    right = numpy.array([case.right for case in found], dtype=float)
    return list(make_confidence.held_out(found, table, right))


def page(rows: list[dict[str, Any]], scores: Scores, runs: Sequence[list[Outcome]]) -> str:
    """The text of the page."""
    events = [event for row in rows for event in row["events"]]
    optional = sum(bool(event.get("optional")) for event in events)
    return PAGE.format(
        day=date.today(),
        commit=commit(),
        articles=len(rows),
        core=len(events) - optional,
        optional=optional,
        by_field="\n".join(by_field(scores)),
        names=scores.names,
        factuality=scores.factuality,
        by_type="\n".join(by_type(scores)),
        repeats=len(runs),
        reliability="\n".join(reliability(runs)),
        error=numpy.mean([calibration_error(run) for run in runs]),
        all=precision(runs[0]),
        half=numpy.mean([precision(confident_half(run)) for run in runs]),
    )


def by_field(scores: Scores) -> Iterator[str]:
    """The table of all events and of each field."""
    doubt = intervals(list(scores.tallies.values()), scores.fields)
    yield "| figure | precision | recall | F1 | 95% | found | gold |"
    yield "|---|---|---|---|---|---|---|"
    for name, found in scores.fields.items():
        spread = f"{doubt[name].low:.2f}-{doubt[name].high:.2f}"
        yield f"| {FIELDS[name]} | {shares(found)} | {spread} | {found.found} | {found.gold} |"


def by_type(scores: Scores) -> Iterator[str]:
    """The table of each type."""
    total = sum(scores.tallies.values(), Counter[str]())
    yield "| type | precision | recall | F1 | found | gold | parties right | all fields right |"
    yield "|---|---|---|---|---|---|---|---|"
    for name, found in scores.by_type.items():
        key = f"type {name}"
        rest = [f"{total[f'{key} {level}'] / total[key]:.2f}" if total[key] else "-" for level in ("who", "record")]
        yield f"| `{name}` | {shares(found)} | {found.found} | {found.gold} | {' | '.join(rest)} |"


def shares(found: Figures) -> str:
    """Precision, recall and F1 as cells."""
    return f"{found.precision:.3f} | {found.recall:.3f} | {found.f1:.3f}"


def reliability(runs: Sequence[list[Outcome]]) -> Iterator[str]:
    """The table of confidences against outcomes."""
    yield "| confidence | share of events | mean confidence | right |"
    yield "|---|---|---|---|"
    together = [outcome for run in runs for outcome in run]
    for b in bins(together):
        yield f"| {b.low:.1f} - {b.high:.1f} | {b.count / len(together):.2f} | {b.confidence:.2f} | {b.precision:.2f} |"


def commit() -> str:
    """The commit that was measured."""
    asked = ["git", "rev-parse", "--short", "HEAD"]
    return subprocess.run(asked, cwd=ROOT, capture_output=True, text=True, check=True).stdout.strip()


if __name__ == "__main__":
    main()

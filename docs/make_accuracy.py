"""Makes docs/accuracy.md: measured precision and recall by type and by field, and the reliability of confidences.

    python docs/make_accuracy.py [GOLD.jsonl]

GOLD is the development gold beside the project by default; where it is absent, the script says so and does nothing.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from dragoman.cli.readers.records import Options, article
from dragoman.extract.evaluate import Figures, Scores, gold_of, read_events, score
from dragoman.extract.evaluate.chance import intervals
from dragoman.extract.evaluate.reliability import bins, calibration_error, confident_half, outcomes, precision
from dragoman.extract.pipeline import Extractor
from dragoman.models import Article, to_dict

ROOT = Path(__file__).resolve().parents[1]
GOLD = ROOT.parent / "shared" / "gold" / "articles_dev.jsonl"
TARGET = ROOT / "docs" / "accuracy.md"
FIELDS = {
    "event": "the act: right type, right sentence",
    "who": "the act with exactly the right actor and recipient codes",
    "record": "the act with parties, factuality, date and country right",
    "place": "place (its country), on matched events",
    "date": "date, on matched events",
}


def main() -> None:
    """Writes the file."""
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else GOLD
    if not path.is_file():
        print(f"{path} is not here; docs/accuracy.md stays as it is")
        return
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    text = "\n".join(page(rows, measured(rows)))
    TARGET.write_text(text + "\n", encoding="utf-8")
    print(f"{TARGET}: written")


def measured(rows: list[dict[str, Any]]) -> Scores:
    """The scores of a run over the articles of gold."""
    articles = [item for row in rows if isinstance(item := article(row, Options(), "", 1, ""), Article)]
    found = [to_dict(event) for _, events in Extractor().stream(articles) for event in events]
    return score(gold_of(rows), read_events(found))


def page(rows: list[dict[str, Any]], scores: Scores) -> Iterator[str]:
    """The lines of the page."""
    events = [event for row in rows for event in row["events"]]
    core = sum(not event.get("optional") for event in events)
    yield "# Accuracy"
    yield ""
    yield f"Made by `docs/make_accuracy.py` on {date.today()} at commit {commit()}."
    yield ""
    yield f"{len(rows)} news articles and government releases in English, annotated by the project's codebook: {core} events"
    yield f"that count, {len(events) - core} optional ones that do not. The lexicon was written with these articles at hand, so the"
    yield "figures flatter it; on texts of another kind, [measure](../README.md#measure-it-on-your-own-texts). The interval is"
    yield "the middle 95 percent of 2,000 draws of articles with replacement."
    yield ""
    yield "## By field"
    yield ""
    yield from by_field(scores)
    yield ""
    yield "## By type"
    yield ""
    yield from by_type(scores)
    yield ""
    yield "## Confidence"
    yield ""
    yield from reliability(scores)


def by_field(scores: Scores) -> Iterator[str]:
    """The table of all events and of each field."""
    doubt = intervals(list(scores.tallies.values()), scores.fields)
    yield "| figure | precision | recall | F1 | 95% | found | gold |"
    yield "|---|---|---|---|---|---|---|"
    for name, found in scores.fields.items():
        spread = doubt[name]
        yield f"| {FIELDS[name]} | {shares(found)} | {spread.low:.2f}-{spread.high:.2f} | {found.found} | {found.gold} |"
    yield ""
    yield f"Of the matched events' names {scores.names:.3f} are found; {scores.factuality:.3f} of their factualities are right."


def by_type(scores: Scores) -> Iterator[str]:
    """The table of each type; types with few gold events tell little."""
    total = sum(scores.tallies.values(), Counter[str]())
    yield "| type | precision | recall | F1 | found | gold | parties right | record right |"
    yield "|---|---|---|---|---|---|---|---|"
    for name, found in scores.by_type.items():
        key = f"type {name}"
        rest = [f"{total[f'{key} {level}'] / total[key]:.2f}" if total[key] else "-" for level in ("who", "record")]
        yield f"| `{name}` | {shares(found)} | {found.found} | {found.gold} | {' | '.join(rest)} |"
    yield ""
    yield "The last two columns are shares of the matched events."


def shares(found: Figures) -> str:
    """Precision, recall and F1 as cells."""
    return f"{found.precision:.3f} | {found.recall:.3f} | {found.f1:.3f}"


def reliability(scores: Scores) -> Iterator[str]:
    """The table of confidences against outcomes, and what keeping the confident half gives."""
    found = outcomes(scores.matchings.values())
    fit = ROOT / "extract" / "lexicon" / "confidence.toml"
    yield "`confidence` is the probability that an event is one: that the gold has an event of that type on that sentence."
    yield f"It comes from a table of points ([confidence.toml](../{fit.relative_to(ROOT)})), fitted on these articles by"
    yield "`docs/make_confidence.py`; the head of the table tells how it does on articles that were kept from the fit."
    yield ""
    yield "| confidence | events | mean confidence | right |"
    yield "|---|---|---|---|"
    for b in bins(found):
        yield f"| {b.low:.1f} - {b.high:.1f} | {b.count} | {b.confidence:.2f} | {b.precision:.2f} |"
    yield ""
    half = confident_half(found)
    yield f"Expected calibration error (ten bins): {calibration_error(found):.3f}. Precision of all events"
    yield f"{precision(found):.3f}, of the more confident half {precision(half):.3f}."


def commit() -> str:
    """The commit that was measured."""
    asked = subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return asked.stdout.strip()


if __name__ == "__main__":
    main()

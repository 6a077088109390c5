"""Scores date expressions against TimeML gold: the expression is given, its value must be right.

    python benchmarks/dates.py GOLD.jsonl [--errors]

GOLD has one expression a line: sentence, start, end (offsets of the expression in it), dct (publication date), value
(TIMEX3), gran. A Date of dragoman's has days and no clock: a time of day in the gold counts by its day; `exact` counts
it as an error. The parse of the sentence gives the tense, as in a run over an article.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

from dragoman.extract import nlp
from dragoman.extract.dates import normalise
from dragoman.extract.dates.direction import future
from dragoman.extract.dates.find import expressions
from dragoman.extract.dates.spans import Value, day

SEVERAL = ("days", "months", "years", "weekdays")
SEASONS = {3: "SP", 6: "SU", 9: "FA", 12: "WI"}


def timex(value: Value | None) -> str:
    """The TIMEX3 value of a resolved expression."""
    if value is None or value.start is None or value.end is None:
        return ""
    at = value.start
    year, week, _ = at.isocalendar()
    match value.granularity:
        case "week":
            return f"{year}-W{week:02}"
        case "weekend":
            return f"{year}-W{week:02}-WE"
        case "month":
            return f"{at:%Y-%m}"
        case "quarter":
            return f"{at.year}-Q{(at.month + 2) // 3}"
        case "half":
            return f"{at.year}-H{1 + (at.month > 6)}"
        case "season":
            return f"{at.year}-{SEASONS[at.month]}"
        case "year":
            return f"{at.year}"
        case "decade":
            return f"{at.year // 10}"
        case _:
            return at.isoformat()


def resolve(row: dict[str, Any], model: nlp.Model) -> Value | None:
    """The value of a row's expression: as found in its sentence, or else from its text alone."""
    doc, anchor = model.nlp.make_doc(row["sentence"]), date.fromisoformat(row["dct"])
    for token in doc[1:]:
        token.is_sent_start = False
    doc = model.nlp(doc)
    span = doc.char_span(row["start"], row["end"], alignment_mode="expand")
    alone = normalise(row["text"], anchor, future(span))
    for expression in expressions(doc, anchor):
        if expression.span.start == span.start and expression.span.end >= span.end and expression.kind not in SEVERAL:
            return expression.value
        if alone is None and expression.span.start <= span.start < expression.span.end <= span.end:
            end = expression.value.end  # "25" of "April 24 and 25"
            return day(end) if end and expression.kind in SEVERAL else expression.value
    return alone


def main() -> None:
    """Prints the figures, and the errors if asked to."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("gold", type=Path)
    ask.add_argument("--errors", action="store_true")
    options = ask.parse_args()
    model, counts = nlp.load(), Counter[str]()
    for line in options.gold.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        got, want = timex(resolve(row, model)), re.sub(r"T.*", "", row["value"])
        counts.update(all=1, value=got == want, exact=got == row["value"], unresolved=not got)
        if options.errors and got != want:
            print(f"{row['dct']} {row['text']!r}: {got or '-'}, gold {row['value']} | {row['sentence']}")
    total = counts["all"]
    value, exact = counts["value"] / total, counts["exact"] / total
    print(f"value {value:.3f}   exact {exact:.3f}   unresolved {counts['unresolved']}   of {total}")


if __name__ == "__main__":
    main()

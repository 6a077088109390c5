"""`dragoman evaluate` on the extraction without a model: "met" and "denied" are events of what stands around them."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

TEXT = "Ruritania met Graustark. Graustark denied Ruritania."


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    """A gold file with one article."""
    meeting = {
        "type": "meeting",
        "actors": [{"name": "Ruritania", "code": "RUR"}, {"name": "Graustark", "code": "GRA"}],
        "recipients": [],
        "place": {"name": "Geneva", "country": "CHE"},
        "date": {"start": "2023-02-21"},
        "factuality": "actual",
        "mentions": [{"sentence": "Ruritania met Graustark.", "trigger": "met"}],
    }
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps({"id": "a", "date": "2023-02-21", "text": TEXT, "events": [meeting]}) + "\n")
    return path


@pytest.fixture
def events(gold: Path, dragoman: Callable[..., Any]) -> Path:
    """What extract writes of the gold's article."""
    path = gold.with_name("events.jsonl")
    assert dragoman("extract", gold, "-o", path).code == 0
    return path


@pytest.mark.parametrize("given", ["file", "run"])
def test_figures_of_events_in_a_file_and_of_a_run(
    dragoman: Callable[..., Any], gold: Path, events: Path, given: str
) -> None:
    """They are the same."""
    ran = dragoman("evaluate", gold, "--json", *(["--run"] if given == "run" else [events]))
    figures = json.loads(ran.out)
    assert ran.code == 0
    assert figures["record"] | {"f1_interval": None} == {
        "precision": 0.5, "recall": 1.0, "f1": 2 / 3, "f1_interval": None, "right": 1, "found": 2, "gold": 1
    }  # fmt: skip
    assert figures["confusion"]["type"] == [
        {"gold": None, "found": "denial", "count": 1},
        {"gold": "meeting", "found": "meeting", "count": 1},
    ]


def test_the_table_names_every_field_and_type(dragoman: Callable[..., Any], gold: Path, events: Path) -> None:
    """With confusion and errors when asked for."""
    out = dragoman("evaluate", gold, events, "--confusion", "--errors").out
    for word in ("event", "who", "record", "place", "date", "names", "factuality", "meeting"):
        assert f"\n{word} " in f"\n{out}", word
    assert "denial found, not in the gold" in out
    assert "extra: a\n    denial Graustark GRA > Ruritania RUR" in out


def test_compare_lists_what_changed(dragoman: Callable[..., Any], gold: Path, events: Path) -> None:
    """With the verdict of the gold, and without any gold."""
    old = gold.with_name("old.jsonl")
    first = json.loads(events.read_text().splitlines()[0])
    old.write_text(json.dumps(first | {"factuality": "planned"}) + "\n")
    out = dragoman("evaluate", gold, events, "--compare", old).out
    assert "[right, but factuality -> right]" in out and "factuality: planned -> actual" in out
    assert "+ a: denial" in out and "[wrong]" in out and "event    F1 1.000 -> 0.667" in out
    assert dragoman("evaluate", events, "--compare", old).out.splitlines()[-1] == "1 gained, 0 lost, 1 changed"
    assert dragoman("evaluate", events, "--compare", events).out == "0 gained, 0 lost, 0 changed\n"


def test_a_template_that_is_filled_in_scores_full(dragoman: Callable[..., Any], gold: Path) -> None:
    """With what was found in it, everything is right; without, it is an empty gold file."""
    filled, blank = gold.with_name("filled.json"), gold.with_name("blank.json")
    assert dragoman("evaluate", "--template", gold, "--run", "-o", filled).code == 0
    assert json.loads(dragoman("evaluate", filled, "--run", "--json").out)["record"]["f1"] == 1.0
    assert dragoman("evaluate", "--template", gold, "-o", blank).code == 0
    (row,) = json.loads(blank.read_text())
    assert (row["id"], row["text"], row["events"]) == ("a", TEXT, []) and "mentions" in row["blank"]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], "name the gold file and the events"),
        (["{gold}"], "name the gold file and the events"),
        (["{gold}", "--template", "x"], "goes with --run and -o alone"),
        (["{bad}", "--run"], "bad.jsonl:1: is not JSON"),
        (["{gold}", "{gold}"], "has no article.id"),
    ],
)
def test_wrong_usage_is_told(dragoman: Callable[..., Any], gold: Path, arguments: list[str], message: str) -> None:
    """In one line, with exit code 2."""
    bad = gold.with_name("bad.jsonl")
    bad.write_text("{")
    ran = dragoman("evaluate", *(part.format(gold=gold, bad=bad) for part in arguments))
    assert ran.code == 2 and message in ran.err

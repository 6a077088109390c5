"""Figures by their definitions, on small gold files."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from typing import Any

import pytest

from dragoman.extract.errors import InputError
from dragoman.extract.evaluate import Scores, gold_of, read_events, score
from dragoman.extract.evaluate.chance import intervals
from dragoman.extract.evaluate.compare import changes
from dragoman.extract.evaluate.confusion import factualities, types

FIRST = "Ruritania accused Graustark of lying on Monday."
SECOND = "Their ministers will meet in Geneva."
TEXT = f"{FIRST} {SECOND}"


def gold_event(kind: str, sentence: str, actors: str, recipients: str = "", **more: Any) -> dict[str, Any]:
    """A gold event; parties are codes, parted by spaces, and their own names."""
    event = {"type": kind, "actors": parties(actors), "recipients": parties(recipients), "factuality": "actual"}
    return event | {"mentions": [{"sentence": sentence, "trigger": ""}], "place": None, "date": None} | more


def found_event(kind: str, sentence: str, actors: str, recipients: str = "", **more: Any) -> dict[str, Any]:
    """A found event, as JSON."""
    start = TEXT.index(sentence)
    event = gold_event(kind, sentence, actors, recipients) | {"article": {"id": "a"}}
    return event | {"evidence": [{"field": "text", "start": start, "end": start + len(sentence)}]} | more


def parties(codes: str) -> list[dict[str, str]]:
    """Parties of codes."""
    return [{"name": code, "code": code} for code in codes.split()]


def scored(gold: list[dict[str, Any]], found: list[dict[str, Any]]) -> Scores:
    """The scores of one article."""
    return score(gold_of([{"id": "a", "text": TEXT, "events": gold}]), read_events(found))


ACCUSATION = gold_event("accusation", FIRST, "RUR", "GRA", alt_types=["criticism"])
MEETING = gold_event("meeting", SECOND, "RUR GRA", place={"name": "Geneva", "country": "CHE"}, factuality="planned")


@pytest.mark.parametrize(
    ("found", "right"),
    [
        (found_event("accusation", FIRST, "RUR", "GRA"), ("event", "who", "record")),
        (found_event("criticism", FIRST, "RUR", "GRA"), ("event", "who", "record")),
        (found_event("accusation", FIRST, "rur", "gra"), ("event", "who", "record")),
        (found_event("accusation", FIRST, "GRA", "RUR"), ("event",)),
        (found_event("accusation", FIRST, "RUR", "GRA", factuality="planned"), ("event", "who")),
        (found_event("accusation", SECOND, "RUR", "GRA"), ()),
        (found_event("denial", FIRST, "RUR", "GRA"), ()),
    ],
)
def test_what_counts_as_right(found: dict[str, Any], right: tuple[str, ...]) -> None:
    """At each level."""
    fields = scored([ACCUSATION], [found]).fields
    assert tuple(name for name in ("event", "who", "record") if fields[name].right) == right


@pytest.mark.parametrize(
    ("actors", "recipients", "right"), [("GRA RUR", "", True), ("RUR", "GRA", True), ("RUR", "", False)]
)
def test_participants_of_a_symmetric_act_have_no_side(actors: str, recipients: str, right: bool) -> None:
    """All codes together are the gold's."""
    found = found_event("meeting", SECOND, actors, recipients)
    assert bool(scored([MEETING], [found]).fields["who"].right) is right


@pytest.mark.parametrize(
    ("place", "right"),
    [
        ({"name": "Bern", "country": "CHE"}, 1),
        ({"name": "geneva", "country": None}, 1),
        ({"name": "Lyon", "country": "FRA"}, 0),
        (None, 0),
    ],
)
def test_a_place_is_right_by_its_country(place: dict[str, Any] | None, right: int) -> None:
    """Or by its name where a country is missing."""
    fields = scored([MEETING], [found_event("meeting", SECOND, "RUR GRA", place=place)]).fields
    assert (fields["place"].right, fields["place"].found, fields["place"].gold) == (right, int(bool(place)), 1)


@pytest.mark.parametrize(
    ("start", "end", "right"),
    [
        ("2023-02-20", "2023-02-20", 1),
        ("2023-02-20", "2023-02-27", 1),
        ("2023-02-20", "2023-02-28", 0),
        ("2023-02-21", "2023-02-21", 0),
        (None, None, 0),
    ],
)
def test_a_date_may_be_a_week_wider(start: str | None, end: str | None, right: int) -> None:
    """And must share a day."""
    gold = ACCUSATION | {"date": {"start": "2023-02-20", "end": "2023-02-20"}}
    found = found_event("accusation", FIRST, "RUR", "GRA", date={"start": start, "end": end})
    fields = scored([gold], [found]).fields
    assert (fields["date"].right, fields["date"].found, fields["date"].gold) == (right, 1, 1)


def test_optional_events_are_neither_rewarded_nor_punished() -> None:
    """Found or not."""
    optional = ACCUSATION | {"optional": True}
    for found in ([], [found_event("accusation", FIRST, "RUR", "GRA")]):
        event = scored([optional], found).fields["event"]
        assert (event.right, event.found, event.gold) == (0, 0, 0)


def test_events_are_matched_one_to_one_the_likest_first() -> None:
    """A second event of the kind is extra."""
    worse, better = found_event("accusation", FIRST, "GRA"), found_event("accusation", FIRST, "RUR", "GRA")
    fields = scored([ACCUSATION], [worse, better]).fields
    assert (fields["who"].right, fields["event"].right, fields["event"].found) == (1, 1, 2)


def test_conflict_and_title_are_left_out() -> None:
    """As the gold does not mark them."""
    title = found_event("accusation", FIRST, "RUR") | {"evidence": [{"field": "title", "start": 0, "end": 9}]}
    assert not read_events([title, found_event("assault", FIRST, "RUR", "GRA")])


def test_confusion_pairs_what_stands_on_the_same_sentence() -> None:
    """What is left over is missed or extra."""
    found = [found_event("denial", FIRST, "RUR", "GRA"), found_event("meeting", SECOND, "RUR GRA")]
    matchings = scored([ACCUSATION, MEETING], found).matchings.values()
    assert types(matchings) == {("accusation", "denial"): 1, ("meeting", "meeting"): 1}
    assert factualities(matchings) == {("planned", "actual"): 1}
    assert types(scored([ACCUSATION], found[1:]).matchings.values()) == {("accusation", "-"): 1, ("-", "meeting"): 1}


def test_changes_between_runs() -> None:
    """Gained, lost and changed ones."""
    kept = found_event("meeting", SECOND, "RUR GRA")
    old = read_events([found_event("denial", FIRST, "RUR"), kept])
    new = read_events([found_event("accusation", FIRST, "RUR"), kept | {"factuality": "planned"}])
    found = changes(old, new)
    assert [(c.kind, c.fields) for c in found] == [("lost", ()), ("gained", ()), ("changed", ("factuality",))]
    assert changes(old, old) == []


def test_intervals_hold_the_figure() -> None:
    """And are a point where all articles are alike."""
    tallies = [{"event": 1, "found": 1, "gold": 2}] * 5
    interval = intervals(tallies, ["event"])["event"]
    assert interval.low == interval.high == pytest.approx(2 / 3)
    gain = intervals([*tallies, {"event": 0, "found": 2, "gold": 2}], ["event"], [*tallies, tallies[0]])["event"]
    assert gain.low < 0 <= gain.high


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        ([{"id": "a"}], "has no id or no text"),
        ([{"id": "a", "text": TEXT}, {"id": "a", "text": TEXT}], "stands twice"),
        ([{"id": "a", "text": TEXT, "events": [ACCUSATION | {"type": "war"}]}], "type 'war' is unknown"),
        ([{"id": "a", "text": TEXT, "events": [ACCUSATION | {"factuality": "so"}]}], "factuality 'so' is unknown"),
        ([{"id": "a", "text": TEXT, "events": [ACCUSATION | {"date": {"start": "Monday"}}]}], "YYYY-MM-DD"),
        ([{"id": "a", "text": TEXT, "events": ["x"]}], "must be a list of objects"),
    ],
)
def test_a_wrong_gold_file_is_told(rows: list[dict[str, Any]], message: str) -> None:
    """With article, event and what is allowed."""
    with pytest.raises(InputError, match=message):
        gold_of(rows)


def test_a_sentence_that_is_not_in_the_text_is_told() -> None:
    """As a warning: the event counts as missed."""
    gold = gold_of([{"id": "a", "text": TEXT, "events": [gold_event("denial", "Never said.", "RUR")]}])
    assert "word for word" in gold.warnings[0] and score(gold, []).fields["event"].gold == 1


def test_events_of_other_articles_are_refused() -> None:
    """They would count as wrong."""
    with pytest.raises(InputError, match="does not have"):
        score(gold_of([]), read_events([found_event("denial", FIRST, "RUR")]))


def test_the_figures_are_those_of_the_reference_scorer(shared: Path, extractor: Any) -> None:
    """To the last digit, on what a run finds in the development gold."""
    from dragoman.cli.readers.records import Options, article
    from dragoman.models import Article, to_dict

    spec = importlib.util.spec_from_file_location("reference_scorer", shared / "score.py")
    assert spec is not None and spec.loader is not None
    reference = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(reference)
    lines = (shared / "gold" / "articles_dev.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines][:30]
    articles = [item for row in rows if isinstance(item := article(row, Options(), "", 1, ""), Article)]
    found = [to_dict(event) for _, events in extractor.stream(articles) for event in events]
    want, _ = reference.score(rows, found)
    got = score(gold_of(rows), read_events(found))
    assert (got.names, got.factuality) == (want["names"], want["factuality"])
    for name, figures in {**got.fields, **got.by_type}.items():
        other = want.get(name) or want["by_type"][name]
        assert (figures.precision, figures.recall, figures.f1) == (other["p"], other["r"], other["f1"]), name
        assert (figures.found, figures.gold) == (other["n_pred"], other["n_gold"]), name
    assert set(want["by_type"]) == set(got.by_type)

"""Explanations of sentences: what filled the roles, and what kept a trigger from making an event."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import get_args

import pytest

from dragoman.extract.explain import Explanation, explain
from dragoman.extract.explain.explanation import told
from dragoman.extract.explain.phrases import REASONS, SHORT
from dragoman.extract.explain.silence import ORDER
from dragoman.extract.frames.miss import Reason
from dragoman.extract.pipeline import Extractor
from dragoman.models import Article, from_dict, to_dict


@pytest.fixture(scope="module")
def diplomatic() -> Extractor:
    """An extractor of the types that are given unless others are asked for."""
    return Extractor()


@pytest.fixture
def explained(diplomatic: Extractor) -> Callable[[str], Explanation]:
    """The explanation of a text of 21 February 2023."""
    return lambda text: explain(diplomatic, Article("a", text, None, date(2023, 2, 21)))


def test_an_event_names_entry_roles_cue_date_and_codes(explained: Callable[[str], Explanation]) -> None:
    """With the way through the parse, and the mention's offsets."""
    text = "Russian Foreign Minister Sergey Lavrov will visit China on Friday."
    (why,) = explained(text).events
    (mention,) = why.mentions
    assert mention.rule.startswith("visit/") and mention.entry.startswith("visit.toml: entry ")
    assert [(r.role, r.name, r.slot, r.path) for r in mention.roles] == [
        ("actor", "Sergey Lavrov", "subject", "visit -nsubj> Lavrov"),
        ("recipient", "China", "object", "visit -dobj> China"),
    ]
    assert all(role.how for role in mention.roles)
    marks = {mark.label: text[mark.start : mark.end] for mark in mention.marks}
    assert marks.pop("date").removeprefix("on ") == "Friday"
    assert marks == {
        "actor": "Russian Foreign Minister Sergey Lavrov", "cue": "will", "trigger": "visit",
        "recipient": "China", "place": "China",
    }  # fmt: skip
    assert why.factuality == 'planned: "will"'
    assert "read from 2023-02-21: 2023-02-24 (day)" in why.date
    assert "CONSULT/visit, CAMEO 042" in why.codes and "planned: AGREE, CAMEO 036" in why.codes
    assert why.confidence[0][0] == "base" and ("type visit" in dict(why.confidence))


def test_a_date_from_another_act_says_so(explained: Callable[[str], Explanation]) -> None:
    """With the type of the act that gives it."""
    text = "Russian Foreign Minister Sergey Lavrov met Antony Blinken in Geneva on Friday. Lavrov condemned Ukraine."
    why = next(why for why in explained(text).events if why.event.type == "criticism")
    assert why.date.endswith("from the meeting told with it") and "Friday" in why.date


@pytest.mark.parametrize(
    ("text", "word", "kind", "told"),
    [
        ("The report condemned the strikes.", "condemned", "actor", '"The report", which is no person'),
        ("Scientists met in Paris.", "met", "actor", "holds no office"),
        ("Russia lodged.", "lodged", None, ""),
        ("The Kremlin met the deadline.", "met", "excluded", "something else (deadline)"),
        ("Rebels attacked the Russian army.", "attacked", "type", "is assault, a type that was not asked for"),
        ("It rained in Geneva.", "rained", None, ""),
    ],
)
def test_a_sentence_without_an_event_says_what_was_missing(
    explained: Callable[[str], Explanation], text: str, word: str, kind: str | None, told: str
) -> None:
    """For its triggers; one that is no trigger is not named."""
    explanation = explained(text)
    assert not explanation.events
    (sentence,) = explanation.silent
    found = {trigger.word: trigger for trigger in sentence.triggers}
    if kind is None:
        assert word not in found
    else:
        assert found[word].kind == kind and told in found[word].why, found[word]
        assert text[found[word].start : found[word].end] == word


def test_the_reasons_are_counted_in_one_line(explained: Callable[[str], Explanation]) -> None:
    """For a run that finds nothing."""
    line = told([explained("The report condemned the strikes."), explained("It rained. It rained again.")])
    assert line.startswith("1 of 3 sentences hold trigger words: ") and "1 without a political actor" in line
    assert told([explained("It rained.")]) == "0 of 1 sentences hold trigger words"


def test_every_reason_has_words() -> None:
    """Those of the matcher, and those of the explanation."""
    assert set(ORDER) == set(get_args(Reason)) and set(ORDER) <= set(REASONS)
    assert set(REASONS) == set(SHORT) | {"companion"}


def test_every_event_of_the_development_gold_is_explained(shared: Path, diplomatic: Extractor) -> None:
    """With the entry and each party's role; the events are those of a plain run."""
    lines = (shared / "gold" / "articles_dev.jsonl").read_text(encoding="utf-8").splitlines()
    for row in [json.loads(line) for line in lines][::4]:
        published = date.fromisoformat(row["date"]) if row["date"] else None
        article = Article(row["id"], row["text"], row["title"], published)
        explanation = explain(diplomatic, article)
        assert [why.event for why in explanation.events] == diplomatic.events(article)
        for why in explanation.events:
            assert all(mention.rule and mention.entry for mention in why.mentions)
            named = {r.name for mention in why.mentions for r in mention.roles} | {
                p.split(": ")[0] for p in why.parties
            }
            assert {a.name for a in (*why.event.actors, *why.event.recipients)} <= named
            assert from_dict(type(why.mentions[0]), to_dict(why.mentions[0])) == why.mentions[0]

"""The commands that say why: explain, suggest, what an empty run says, and the confidence that is asked for."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from dragoman.cli import suggestions
from dragoman.cli.explained import marked
from dragoman.extract.actors import load_tables
from dragoman.extract.explain import Mark
from dragoman.extract.frames import lexicon

TEXT = "China denied the claims of Russia. Birds condemned it. It rained."


def test_explain_shows_events_and_silent_sentences(dragoman: Callable[..., Any]) -> None:
    """In brackets, as this is no terminal."""
    out = dragoman("explain", TEXT, "--date", "2023-02-21").out
    assert "  [actor China] [trigger denied] the " in out
    assert "    entry       denial/" in out and "    codes       denial done: " in out
    assert '"condemned" nobody does it' in out and "It rained.\n    no trigger word" in out


def test_explain_as_json_and_of_one_event(dragoman: Callable[..., Any], tmp_path: Path) -> None:
    """From a file, by the beginning of the id."""
    path = tmp_path / "a.txt"
    path.write_text(TEXT)
    data = json.loads(dragoman("explain", path, "--format", "json").out)
    (why,) = data["events"]
    assert [len(sentence["triggers"]) > 0 for sentence in data["silent"]] == [True, False]
    only = json.loads(dragoman("explain", path, "--format", "json", "--event", why["event"]["id"][:6]).out)
    assert only["events"] == [why] and only["silent"] == []
    assert dragoman("explain", path, "--event", "nix").code == 2
    assert dragoman("explain", TEXT, "--format", "xml").code == 2


def test_explain_draws_the_parse(dragoman: Callable[..., Any], tmp_path: Path) -> None:
    """As a page that can be opened; markup in the text stays text."""
    page = tmp_path / "parse.html"
    dragoman("explain", "China denied <b>it</b>.", "--html", page)
    html = page.read_text(encoding="utf-8")
    assert html.startswith("<!DOCTYPE html>") and ">denied<" in html and "<b>" not in html


@pytest.mark.parametrize(
    ("marks", "expected"),
    [
        ([("trigger", 2, 3)], "ab[trigger c]d"),
        ([("recipient", 1, 3), ("place", 1, 3)], "a[recipient, place bc]d"),
        ([("recipient", 0, 4), ("place", 1, 2)], "[recipient a[place b]cd]"),
        ([("recipient", 0, 2), ("place", 1, 3)], "[recipient ab]cd"),
        ([("actor", 0, 1), ("actor", 3, 9)], "[actor a]bcd"),
    ],
)
def test_marks_stand_in_brackets(marks: list[tuple[Any, int, int]], expected: str) -> None:
    """Inside each other where they are; what crosses another, or leaves the sentence, is left out."""
    assert marked("abcd", 10, [Mark(name, a + 10, b + 10) for name, a, b in marks], False) == expected


def test_colours_stand_in_for_brackets() -> None:
    """On a terminal; what would steer it is shown."""
    assert marked("a\x1bbc", 0, [Mark("actor", 2, 3)], True) == "a\\x1b\x1b[32m\x1b[24mb\x1b[0mc"


def test_suggest_gives_files_that_load(dragoman: Callable[..., Any], tmp_path: Path) -> None:
    """The words as soon as their type is chosen, the names as they are."""
    text, words, names = (tmp_path / name for name in ("a.txt", "words.toml", "names.toml"))
    text.write_text("Russia outwitted China. Zebulon Quimby accused Russia. Iran outwitted Israel.")
    assert dragoman("suggest", text, "--least", 1, "--words", words, "--names", names).out == ""
    assert tomllib.loads(words.read_text())["entry"][0]["verbs"] == ["outwit"]
    words.write_text(words.read_text().replace("CHOOSE", "criticism"))
    (entry,) = [entry for entry in lexicon.load([words]).entries if entry.id == "outwit"]
    assert entry.rule == "criticism/outwit"
    load_tables([names])
    assert [name["name"] for name in tomllib.loads(names.read_text())["person"]] == ["Zebulon Quimby"]
    data = json.loads(dragoman("suggest", text, "--json").out)
    assert [(word["word"], word["count"]) for word in data["words"]] == [("outwit", 2)] and data["names"] == []


def test_suggest_prints_both_without_files(dragoman: Callable[..., Any]) -> None:
    """From standard input, too."""
    out = dragoman("suggest", "-", stdin="Nothing here.").out
    assert suggestions.WORDS_HEAD in out and suggestions.NAMES_HEAD in out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "no events: nobody met or denied anything in 1 articles; dragoman explain tells more\n"),
        (["--min-confidence", "0.9"], "no events (0.9 or more confidence asked for): nobody met"),
        (["--quiet"], ""),
    ],
)
def test_an_empty_result_is_not_silent(dragoman: Callable[..., Any], arguments: list[str], said: str) -> None:
    """On standard error, unless it is to be quiet."""
    ran = dragoman("extract", "-", *arguments, stdin="Birds sang.")
    assert ran.code == 0 and ran.out == "" and ran.err.startswith(said) and bool(ran.err) == bool(said)
    assert "no events" not in dragoman("extract", "-", stdin="Iran met Iraq.").err


def test_events_of_low_confidence_can_be_dropped(dragoman: Callable[..., Any]) -> None:
    """The rest stays as it is."""
    stdin = "Iran met Iraq. Iran denied Iraq."
    kept = dragoman("extract", "-", "--min-confidence", 0.7, stdin=stdin).events
    assert [(event["type"], event["confidence"]) for event in kept] == [("meeting", 0.9)]
    assert len(dragoman("extract", "-", "--min-confidence", 0.5, stdin=stdin).events) == 2
    assert dragoman("extract", "-", "--min-confidence", 2, stdin=stdin).code == 2

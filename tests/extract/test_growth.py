"""A run that takes on workers when it turns out long: the same events, and none for a short one."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from dragoman.extract import growth
from dragoman.extract.shards import Settings, in_order
from dragoman.models import Article


def some(shared: Path, step: int) -> list[Article]:
    """Every so-manieth article."""
    rows = map(json.loads, (shared / "articles" / "diplomacy.jsonl").read_text(encoding="utf-8").splitlines()[::step])
    return [Article(r["id"], r["text"], r["title"], date.fromisoformat(r["date"]) if r["date"] else None) for r in rows]


def refuse(*_: Any) -> Any:
    """For a run that must not take on workers."""
    raise AssertionError("workers were called")


def test_a_run_that_grows_gives_the_events_of_one_process(shared: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It begins by itself, waits for the workers to load, and leaves the rest to them."""
    monkeypatch.setattr(growth, "ALONE", 0.0)
    given, settings = some(shared, 60), Settings()
    crews: list[Any] = []

    def summoned(settings: Settings, jobs: int) -> Any:
        from dragoman.extract.parallel import Crew

        crew = Crew(settings, jobs)
        crew.load()
        crews.append(crew)
        return crew

    monkeypatch.setattr(growth, "_summoned", summoned)
    assert list(growth.growing(given, settings, 2)) == list(in_order(given, settings.extractor()))
    assert len(crews) == 1


def test_a_short_run_takes_on_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(growth, "_summoned", refuse)
    assert len(list(growth.growing([Article("a", "Peru met Chad.")], Settings(), 2))) == 1


def test_a_run_that_waits_for_its_input_takes_on_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    """More workers would only wait with it."""
    monkeypatch.setattr(growth, "_summoned", refuse)
    monkeypatch.setattr(growth, "ALONE", 0.0)

    def slow() -> Iterator[Article]:
        for number in range(3):
            time.sleep(0.3)
            yield Article(str(number), "Peru met Chad. " * 140)

    assert len(list(growth.growing(slow(), Settings(), 2))) == 3


def test_a_run_that_ends_while_workers_load_does_not_wait_for_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(growth, "ALONE", 0.0)
    given = [Article(str(number), "Peru met Chad. " * 140) for number in range(3)]
    assert len(list(growth.growing(given, Settings(), 2))) == 3


def test_there_is_a_core() -> None:
    assert growth.cores() >= 1

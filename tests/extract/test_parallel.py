"""Several processes: order, equality with one process, dead workers, bounded reading ahead."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from dragoman.extract.errors import LexiconError
from dragoman.extract.parallel import outcomes
from dragoman.extract.shards import Failure, Settings, in_order
from dragoman.models import Article

FAKE = """
import os, pathlib, signal
from dataclasses import dataclass
from dragoman.extract.shards import Settings

@dataclass(frozen=True)
class Deadly(Settings):
    marks: str = ""
    def extractor(self):
        return Fake(pathlib.Path(self.marks))

class Fake:
    def __init__(self, marks):
        self.marks = marks
    def shard(self, articles):
        for article in articles:
            mark = self.marks / article.id
            if article.text.startswith("always") or (article.text.startswith("once") and not mark.exists()):
                mark.touch()
                os.kill(os.getpid(), signal.SIGKILL)
            if article.text.startswith("bad"):
                raise ValueError("cannot")
        return [[article.id] for article in articles]
"""


@pytest.fixture
def deadly(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[], Settings]:
    """Settings of a worker that dies of articles that say so."""
    (tmp_path / "deadly_workers.py").write_text(FAKE)
    monkeypatch.syspath_prepend(str(tmp_path))
    sys.modules.pop("deadly_workers", None)
    from deadly_workers import Deadly  # type: ignore[import-not-found]

    return lambda: Deadly(marks=str(tmp_path))


def articles(*texts: str) -> list[Article]:
    return [Article(f"a{i}", text + " x" * 900) for i, text in enumerate(texts)]


@pytest.mark.parametrize(
    ("texts", "lost"),
    [
        pytest.param(["fine"] * 25, [], id="all fine"),
        pytest.param(["fine", "once", *["fine"] * 12, "once", "fine"], [], id="workers die once of two articles"),
        pytest.param(["fine"] * 5 + ["always"] + ["fine"] * 9, [5], id="an article that kills twice is given up"),
        pytest.param(["always"], [0], id="the only article"),
        pytest.param(["fine", "bad", "fine"], [1], id="an article that cannot be analysed"),
    ],
)
def test_every_article_comes_back_once_and_in_order(
    deadly: Callable[[], Settings], texts: list[str], lost: list[int]
) -> None:
    """Dead workers are replaced; only an article that kills two of them, or fails, is lost."""
    given = articles(*texts)
    found = list(outcomes(given, deadly(), 2))
    assert [article for article, _ in found] == given
    assert [i for i, (_, outcome) in enumerate(found) if isinstance(outcome, Failure)] == lost
    assert all(outcome == [article.id] for article, outcome in found if not isinstance(outcome, Failure))


def test_input_is_taken_only_as_fast_as_it_is_worked_on(deadly: Callable[[], Settings]) -> None:
    taken = 0

    def source() -> Iterator[Article]:
        nonlocal taken
        for article in articles(*["fine"] * 400):
            taken += 1
            yield article

    found = outcomes(source(), deadly(), 2)
    next(found)
    assert taken < 100
    found.close()


def test_a_wrong_word_file_is_told_before_the_first_article(tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.toml"
    wrong.write_text("type = 'nonsense'")

    def source() -> Iterator[Article]:
        raise AssertionError("taken")
        yield

    with pytest.raises(LexiconError, match="nonsense"):
        list(outcomes(source(), Settings(lexicon=(wrong,)), 2))


def test_as_one_process(shared: Path) -> None:
    """Two processes give the events of one, byte for byte."""
    given = _some(shared)
    settings = Settings()
    assert list(outcomes(given, settings, 2)) == list(in_order(given, settings.extractor()))


def _some(shared: Path) -> list[Article]:
    import json
    from datetime import date

    found = []
    for line in (shared / "articles" / "diplomacy.jsonl").read_text(encoding="utf-8").splitlines()[::60]:
        row = json.loads(line)
        found.append(
            Article(row["id"], row["text"], row["title"], date.fromisoformat(row["date"]) if row["date"] else None)
        )
    return found

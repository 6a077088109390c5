"""Runs the examples and counter-examples of lexicon entries, for `dragoman check` and the tests."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..models import Actor, Article
from .frames.lexicon import Entry, Example

if TYPE_CHECKING:
    from .draft import Draft
    from .pipeline import Extractor


@dataclass(frozen=True, slots=True)
class Failure:
    """An example that its entry does not do as it says; `why` names what came out instead."""

    entry: Entry
    text: str
    why: str


def failures(extractor: Extractor, entries: Iterable[Entry]) -> Iterator[Failure]:
    """Checks every example of the entries: the type must be found with the parties named, or not at all."""
    chosen = list(entries)
    cases: list[tuple[Entry, Example | None, str]] = []
    for entry in chosen:
        cases.extend((entry, example, example.text) for example in entry.examples)
        cases.extend((entry, None, text) for text in entry.counters)
    articles = (Article(str(number), text) for number, (_, _, text) in enumerate(cases))
    for (entry, example, text), drafts in zip(cases, extractor.drafts_of(articles), strict=True):
        why = _unwanted(entry, drafts) if example is None else _missing(entry, example, drafts)
        if why:
            yield Failure(entry, text, why)


def _unwanted(entry: Entry, drafts: list[Draft]) -> str | None:
    return next((f"gives {entry.type} by {d.frame.entry.rule}" for d in drafts if d.type == entry.type), None)


def _missing(entry: Entry, example: Example, drafts: list[Draft]) -> str | None:
    found = [d for d in drafts if d.type == entry.type]
    if not found:
        others = ", ".join(sorted({d.frame.entry.rule for d in drafts}))
        return f"gives no {entry.type}" + (f", but {others}" if others else "")
    whys = [_wrong_side(example, d) for d in found]
    return None if None in whys else whys[0]


def _wrong_side(example: Example, draft: Draft) -> str | None:
    for side, wanted, have in (
        ("actors", example.actors, draft.actors),
        ("recipients", example.recipients, draft.recipients),
    ):
        for name in wanted:
            if not any(_names(name, actor) for actor in have):
                return f"{side} are {[a.name for a in have]}, not {name!r}"
    return None


def _names(name: str, actor: Actor) -> bool:
    wanted = _words(name)
    return wanted <= _words(actor.name) or wanted <= _words(actor.text)


def _words(text: str) -> set[str]:
    words = (w.strip(".,'’\"").removesuffix("'s").removesuffix("’s") for w in text.casefold().split())
    return set(words) - {"the", "a", "an"}

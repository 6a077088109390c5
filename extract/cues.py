"""The cues of factuality: words that make an act planned, possible or negated (lexicon/factuality.toml)."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from ..models import Factuality
from .errors import LexiconError

FILE = "factuality.toml"
PARTS = ("verb", "adjective", "noun", "preposition", "conjunction", "auxiliary", "adverb")
EFFECTS: tuple[Factuality, ...] = ("actual", "planned", "possible", "negated")
KEYS = frozenset({"effect", "takes", "lemmas", "phrase", "acts", "settled", "examples", "not"})


@dataclass(frozen=True, slots=True)
class Cue:
    """One entry: `effect` on the act that stands to one of its words in a relation of `takes`.

    `phrase` is a particle or adverb that must stand with the word; `acts` excepts what has been said; `settled` ones
    hold for what takes place on the occasion as well. `examples` and `counterexamples` have the act between asterisks.
    """

    part: str
    effect: Factuality
    takes: frozenset[str]
    phrase: str | None
    acts: bool
    settled: bool
    lemmas: tuple[str, ...]
    examples: tuple[str, ...]
    counterexamples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Cues:
    """All entries, and by part of speech and lemma those that hold it; verbs and prepositions that carry a noun."""

    entries: tuple[Cue, ...]
    index: dict[tuple[str, str], tuple[Cue, ...]]
    support: frozenset[str]
    attendance: frozenset[str]
    support_prepositions: frozenset[str]
    transparent: frozenset[str]
    circumstance: frozenset[str]

    def of(self, part: str, lemma: str) -> tuple[Cue, ...]:
        """The entries that hold a word."""
        return self.index.get((part, lemma), ())

    def effect(self, part: str, lemma: str) -> Factuality | None:
        """The effect of a word that needs no relation: an auxiliary, an adverb, a conjunction."""
        found = self.of(part, lemma)
        return found[0].effect if found else None


@cache
def cues() -> Cues:
    """Loads the table once; raises LexiconError when an entry has an unknown key or effect, or lacks its words."""
    data = tomllib.loads(files(__package__).joinpath("lexicon", FILE).read_text("utf-8"))
    entries = tuple(_cue(part, number, raw) for part in PARTS for number, raw in enumerate(data.get(part, ()), 1))
    index: dict[tuple[str, str], tuple[Cue, ...]] = {}
    for entry in entries:
        for lemma in entry.lemmas:
            index[entry.part, lemma] = (*index.get((entry.part, lemma), ()), entry)
    support, circumstance = data["support"], data["circumstance"]
    return Cues(
        entries,
        index,
        frozenset(support["lemmas"]),
        frozenset(data["attendance"]["lemmas"]),
        frozenset(support["prepositions"]),
        frozenset(data["transparent"]["lemmas"]),
        frozenset(circumstance["prepositions"]),
    )


def _cue(part: str, number: int, raw: dict[str, Any]) -> Cue:
    where = f"{FILE}, [[{part}]] number {number}"
    unknown = set(raw) - KEYS
    if unknown:
        raise LexiconError(f"{where}: unknown key {', '.join(sorted(unknown))}; allowed are {', '.join(sorted(KEYS))}")
    if raw.get("effect") not in EFFECTS:
        raise LexiconError(f"{where}, effect: {raw.get('effect')!r}; allowed are {', '.join(EFFECTS)}")
    if not raw.get("lemmas"):
        raise LexiconError(f"{where}, lemmas: at least one word")
    return Cue(
        part,
        raw["effect"],
        frozenset(raw.get("takes", ())),
        raw.get("phrase"),
        raw.get("acts", False),
        raw.get("settled", False),
        tuple(raw["lemmas"]),
        tuple(raw.get("examples", ())),
        tuple(raw.get("not", ())),
    )

"""The words of speech: saying verbs by class, source prepositions, nouns for things said."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from .errors import LexiconError

CLASSES = ("say", "stress", "claim", "act", "relay")


@dataclass(frozen=True, slots=True)
class Sayings:
    """The table of lexicon/sayings.toml. `verbs` maps a lemma to its class; every word is a lower-case lemma."""

    verbs: dict[str, str]
    tells: frozenset[str]
    reports: frozenset[str]
    prepositions: dict[str, tuple[str, ...]]
    said: frozenset[str]
    by: tuple[str, ...]
    unnamed: frozenset[str]


@cache
def sayings() -> Sayings:
    """Loads the table once; raises LexiconError when a class of verbs is unknown or a word stands in two."""
    data = tomllib.loads(files(__package__).joinpath("lexicon/sayings.toml").read_text("utf-8"))
    verbs: dict[str, str] = {}
    tells, reports = (frozenset(data["verbs"].pop(name)["lemmas"]) for name in ("tells", "reports"))
    for name, lemmas in data["verbs"].items():
        if name not in CLASSES:
            raise LexiconError(f"sayings.toml, [verbs], {name}: the classes are {', '.join(CLASSES)}")
        for lemma in lemmas:
            if lemma in verbs:
                raise LexiconError(f"sayings.toml, [verbs], {lemma}: stands in both {verbs[lemma]} and {name}")
            verbs[lemma] = name
    return Sayings(
        verbs,
        tells,
        reports,
        {head: tuple(between) for head, between in data["prepositions"].items()},
        frozenset(data["nouns"]["said"]),
        tuple(data["nouns"]["by"]),
        frozenset(data["nouns"]["unnamed"]),
    )

"""Words with a hyphen inside ("cease-fire", "re-open"), kept whole where the model would cut them in three."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language


def join(nlp: Language) -> None:
    """Teaches the tokenizer the words of lexicon/hyphens.toml; the model reads them by their form without hyphen."""
    from spacy.symbols import NORM, ORTH

    for form in sorted(_capitalised()):
        plain = form.replace("-", "").lower()
        nlp.tokenizer.add_special_case(form, [{ORTH: form, NORM: plain}])


def verbs() -> tuple[str, ...]:
    """The verbs among them, whose forms the lemmatizer gets wrong."""
    return tuple(_words()["verbs"])


def inflected(verb: str) -> tuple[str, str, str]:
    """Third person, past and participle of a regular verb that doubles no consonant."""
    stem = verb.removesuffix("e")
    third = verb[:-1] + "ies" if verb.endswith("y") else verb + ("es" if verb.endswith(("sh", "ch")) else "s")
    past = verb[:-1] + "ied" if verb.endswith("y") else stem + "ed"
    return third, past, stem + "ing"


@cache
def forms() -> frozenset[str]:
    """Every form of them, in small letters."""
    words = _words()
    small = {*words["verbs"], *words["nouns"], *(n + "s" for n in words["nouns"])}
    return frozenset(small.union(form for verb in words["verbs"] for form in inflected(verb)))


def _capitalised() -> Iterator[str]:
    for form in forms():
        yield from (form, form[:1].upper() + form[1:])


@cache
def _words() -> dict[str, list[str]]:
    text = (files(__package__) / "lexicon" / "hyphens.toml").read_text(encoding="utf-8")
    return dict(tomllib.loads(text))

"""Capitals that only say where: "the London conference" is held there, "the Moscow-Tehran talks" are theirs."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Token

from .frame import Filler

NAMING_DEPS = frozenset({"compound", "nmod", "amod"})


def without_venue(parties: Iterable[Filler]) -> tuple[Filler, ...]:
    """The parties of a meeting or deal less the one capital that names its place."""
    found = tuple(parties)
    capitals = [f for f in found if any("(capital)" in how for how in f.mention.how)]
    if len(capitals) != 1 or not _names_place(capitals[0]):
        return found
    return tuple(f for f in found if f != capitals[0])


def _names_place(filler: Filler) -> bool:
    name = filler.mention.actor.text.split()[-1]
    return any(_names_event(t, name) for t in (filler.token, *filler.token.children))


def _names_event(token: Token, name: str) -> bool:
    return token.text == name and token.dep_ in NAMING_DEPS and token.head.pos_ == "NOUN"

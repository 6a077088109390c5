"""How sure an event is: points of a small table, added up, make the odds that it is one.

What counts: the type, what its entry asks for, how deep its trigger stands in the sentence, how its parties were
resolved and whether they are of several states, whether it is dated, and how often it is told. The points are
lexicon/confidence.toml, fitted on annotated articles by docs/make_confidence.py.
"""

from __future__ import annotations

import math
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files

from .frames.frame import Filler, Frame
from .merge import Group

INFINITIVE = frozenset({"VB"})
NAMES = frozenset({"PROPN"})
FIRST_PERSON = frozenset({"i", "we", "my", "our"})
_DEEP = 3
"""Steps from the main verb at which a trigger is deep in its sentence."""
_FAR = 6
"""Tokens between trigger and actor beyond which the actor is far."""
_STEPS = 3
"""Steps of resolution from which on they are not told apart."""


def confidence(group: Group) -> float:
    """The probability that the act is an event of its type in its sentence, from 0 to 1, to two digits."""
    table = points()
    odds = table["base"] + sum(table.get(name, 0.0) for name in features(group))
    return round(1 / (1 + math.exp(-odds)), 2)


@cache
def points() -> Mapping[str, float]:
    """The table: natural logarithms of odds, by feature; a feature that is not named counts nothing."""
    text = (files("dragoman.extract") / "lexicon" / "confidence.toml").read_text(encoding="utf-8")
    table = tomllib.loads(text)
    return {"base": float(table["base"]), **{name: float(value) for name, value in table["points"].items()}}


def features(group: Group) -> Iterator[str]:
    """The features of an act that may have points, from its first mention and from all its mentions together."""
    frame = group.drafts[0].frame
    yield f"type {group.type}"
    yield from _of_entry(frame)
    yield from _of_actor(frame)
    yield from _of_sides(group)
    yield f"factuality {group.factuality}"
    if group.attribution:
        yield "attributed"
    yield "told once" if len(group.drafts) == 1 else "told again"
    yield "with a date" if group.date is not None else "without a date"
    yield "with a topic" if group.topic is not None else "without a topic"


def _of_entry(frame: Frame) -> Iterator[str]:
    """What the entry asks for beside its trigger, and the form of the trigger."""
    yield f"entry {frame.entry.pos}"
    if frame.entry.clause:
        yield "entry asks for a clause"
    if frame.entry.object or frame.entry.governs:
        yield "entry asks for an object or a governed verb"
    if frame.trigger.tag_ in INFINITIVE:
        yield "trigger in the infinitive"
    yield f"trigger at depth {min(sum(1 for _ in frame.trigger.ancestors), _DEEP)}"


def _of_actor(frame: Frame) -> Iterator[str]:
    """How the first actor was resolved; whether any of them has a code and is political."""
    if not frame.actors:
        yield "no actor"
        return
    first = frame.actors[0]
    yield f"actor by {_resolution(first)}"
    yield f"actor in {min(len(first.mention.how), _STEPS)} steps"
    if first.token.lower_ in FIRST_PERSON:
        yield "actor in the first person"
    if first.token.doc is frame.trigger.doc and abs(first.token.i - frame.trigger.i) > _FAR:
        yield "actor far from its trigger"
    if not any(filler.mention.political for filler in frame.actors):
        yield "actor not political"
    if not any(filler.mention.actor.code for filler in frame.actors):
        yield "actor without code"


def _of_sides(group: Group) -> Iterator[str]:
    """Whether the act is between parties of different codes."""
    actors, recipients = ({party.code for party in side if party.code} for side in (group.actors, group.recipients))
    if len(actors | recipients) > 1:
        yield "parties of several codes"
    elif actors and recipients:
        yield "parties of one code"
    elif group.recipients:
        yield "recipient without code"
    elif not group.drafts[0].frame.entry.mutual:
        yield "no recipient"


def _resolution(filler: Filler) -> str:
    """How the words that fill a role name their party: a pronoun, a name of the tables, another name, a description."""
    if filler.token.pos_ == "PRON":
        return "pronoun"
    if any(t.pos_ in NAMES for t in (filler.token, *filler.token.children)):
        return "name in a table" if any("table" in step for step in filler.mention.how) else "name"
    return "description"

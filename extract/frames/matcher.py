"""Finds the frames of a sentence: tries the entries of every word that the lexicon has, the most specific first."""

from __future__ import annotations

from collections.abc import Iterator, Set

from spacy.tokens import Token

from ..memory import remembering
from ..units import Unit
from . import trigger
from .filling import fill
from .frame import Frame
from .lexicon import Entry, Pattern, Pos
from .miss import Miss, Reason
from .said import try_saying
from .scene import Scene, speech_of
from .trials import Trial, looked_up

__all__ = ["Scene", "candidates", "frames"]

OWN_SLOTS = frozenset({"owner", "poss", "by", "from", "of"})
"""Slots of a noun that name its doer without help of the clause."""
SHARED_SLOTS = frozenset({"between", "among"})
"""Slots that name all sides of an act."""


def frames(scene: Scene, unit: Unit) -> list[Frame]:
    """The frames of one sentence, in the order of their triggers; at most one a word."""
    found: list[Frame] = []
    consumed: set[int] = set()
    with remembering(unit):
        tried = sorted(candidates(scene, unit), key=lambda f: (-len(f.words), f.trigger.i))
    for frame in tried:
        if frame.trigger.i in consumed and not _stands_alone(frame, found):
            continue
        consumed |= frame.consumed
        found.append(frame)
    return sorted(found, key=lambda f: f.trigger.i)


def _stands_alone(frame: Frame, others: list[Frame]) -> bool:
    """Whether a noun that another trigger takes as its object is the act of someone else: "refused the EU's offer"."""
    if frame.entry.mutual and len(frame.actors) > 1 and all(f.slot in SHARED_SLOTS for f in frame.actors):
        return frame.pattern.head in trigger.words_of(frame.trigger)  # "welcomed the deal between X and Y"
    if any(f.slot not in OWN_SLOTS for f in frame.actors):
        return False
    names = {f.mention.actor.name for o in others if frame.trigger in o.words for f in o.actors}
    return (
        bool(frame.actors)
        and frame.pattern.head in trigger.words_of(frame.trigger)
        and names.isdisjoint(f.mention.actor.name for f in frame.actors)
    )


def candidates(scene: Scene, unit: Unit) -> Iterator[Frame]:
    """The first frame that each word gives, before it is settled which of them take the others' words."""
    trials = looked_up(scene.lexicon, unit)
    for trial in trials.words:
        frame = _first(scene, unit, trial, trials.sentence)
        if frame is not None:
            yield frame


def _first(scene: Scene, unit: Unit, trial: Trial, sentence: Set[str]) -> Frame | None:
    token, tries = trial.token, trial.tries
    if trial.said and speech_of(scene, unit, token) is not None:
        # "we will not negotiate" is a refusal before it is a negotiation; a saying without conditions comes last
        said: list[tuple[Pos, Entry, Pattern]] = [
            ("saying", *pair) for pair in scene.lexicon.candidates("saying", trial.words, sentence)
        ]
        tries = [t for t in said if _has_conditions(t[1])] + tries + [t for t in said if not _has_conditions(t[1])]
    for pos, entry, pattern in tries:
        if pos == "saying":
            found = try_saying(scene, unit, token, entry, pattern)
        else:
            found = _try(scene, unit, token, entry, pattern, pos)
        if isinstance(found, Frame):
            return found
        if scene.misses is not None:
            scene.misses.append(Miss(unit, token, pos, entry, pattern, found))
    return None


def _has_conditions(entry: Entry) -> bool:
    return bool(entry.modal) or bool(entry.negated) or entry.side != "any" or "imperative" in entry.clause


def _is_name(scene: Scene, unit: Unit, token: Token) -> bool:
    """Whether a noun is part of a name: "National Assembly", "the Wales Summit pledge"."""
    if token.pos_ != "PROPN":
        return False
    return token.dep_ == "compound" or (not scene.anybody and bool(scene.cast.resolve(unit, token)))


def _try(scene: Scene, unit: Unit, token: Token, entry: Entry, pattern: Pattern, pos: Pos) -> Frame | Reason:
    if pos == "noun" and _is_name(scene, unit, token):
        return "name"
    others = trigger.companions(pattern, token, pos)
    if others is None:
        return "companion"
    if trigger.has_excluded(entry, token):
        return "excluded"
    if not trigger.clause_fits(entry, token):
        return "clause"
    if not trigger.governs(entry, token):
        return "governs"
    if not trigger.subject_fits(entry, token):
        return "subject"
    if entry.negated is not None and trigger.is_negated(token) != entry.negated:
        return "negation"
    if entry.modal and not entry.modal & trigger.modals(token):
        return "modal"
    words = [token, *others]
    if entry.object and pos == "verb":
        thing = trigger.object_of(entry, token, others)
        if thing is None:
            return "object"
        words.append(thing)
    return fill(scene, unit, token, words, entry, pattern, pos)

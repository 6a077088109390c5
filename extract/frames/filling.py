"""Makes a frame of a trigger: fills its roles, and says which one is missing."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from .. import grammar
from ..units import Unit
from .frame import Filler, Frame
from .kinds import AIMED, ASKING, SPOKEN
from .lexicon import Entry, Pattern, Pos, expressing_verbs
from .miss import Reason
from .parties import role, within
from .scene import Scene
from .venues import without_venue

PAIR_SLOTS = frozenset({"owner", "poss", "between", "among", "of"})
"""Slots of a noun that name all who meet."""
MEANWHILE = frozenset({"in", "during", "after", "before", "following", "at", "since", "over", "through"})
"""Prepositions before a meeting of the clause's own subject."""
GENERIC = frozenset({"a", "an", "any", "every", "no"})
"""Words before a party that nobody in particular is."""


def fill(
    scene: Scene, unit: Unit, token: Token, words: list[Token], entry: Entry, pattern: Pattern, pos: Pos
) -> Frame | Reason:
    """The frame of a trigger with these words, or the reason why there is none."""
    actors = role(scene, unit, token, entry.actor, pos, entry.actor_kind, frozenset(), union=entry.mutual)
    if not actors and not entry.mutual and "actor" in entry.needs:
        return "actor"
    taken = _names_and_codes(actors)
    recipients = role(scene, unit, token, entry.recipient, pos, entry.recipient_kind, taken, union=entry.mutual)
    if entry.type == "statement":  # whom a paper is told is no party
        recipients = tuple(f for f in recipients if f.mention.political or f.mention.actor.kind != "organisation")
    if entry.type in SPOKEN:
        actors = _spokesmen(scene, unit, token, pos, actors)
    if entry.mutual:
        actors, recipients = _all_sides(scene, unit, token, pos, without_venue(actors + recipients)), ()
    missing = _missing(entry, actors, recipients)
    if missing is not None:
        return missing
    if _is_generic(token, actors) or (entry.type == "cooperation" and token.dep_ == "acl" and token.tag_ == "VBG"):
        return "actor"  # "staff working with the embassy" only says which staff
    if entry.type == "visit" and _is_at_home(actors, recipients):
        return "recipient"
    if entry.type in ASKING:
        recipients = tuple(f for f in recipients if not _is_patient(f, token))
    if not recipients and entry.type in AIMED:
        recipients = within(scene, unit, token, actors)
    if not recipients and entry.type in ASKING:
        askable = role(scene, unit, token, ("for to",), pos, entry.recipient_kind, taken, union=False)
        recipients = tuple(f for f in askable if not _is_patient(f, token))
    consumed = frozenset(t.i for t in words)
    return Frame(unit, token, tuple(sorted(words, key=lambda t: t.i)), entry, pattern, actors, recipients, consumed)


def _is_generic(verb: Token, actors: tuple[Filler, ...]) -> bool:
    """Whether an act only says what kind of party is meant: "a government that supports human rights"."""
    if verb.dep_ != "relcl" or not actors:
        return False
    return all(
        f.token == verb.head and f.mention.actor.code is None and any(c.lower_ in GENERIC for c in f.token.lefts)
        for f in actors
    )


def _is_at_home(visitors: tuple[Filler, ...], hosts: tuple[Filler, ...]) -> bool:
    """Whether somebody is received by people of his own state."""
    codes = {f.mention.actor.code for f in visitors}
    people = [f.mention.actor for f in hosts if f.mention.actor.kind == "person"]
    return len(codes) == 1 and None not in codes and bool(hosts) and [p.code for p in people] == [*codes] * len(hosts)


def _is_patient(filler: Filler, trigger: Token) -> bool:
    """Whether people are only those to whom a thing is to be done: "called for the captives to be released"."""
    head = filler.token
    if filler.mention.actor.kind not in {"person", "group"}:
        return False
    verb = head.head if head.dep_ == "nsubjpass" else None
    if verb is None:
        verb = next((c for c in head.rights if c.dep_ in {"acl", "relcl"} and c.tag_ == "VBN"), None)
        if verb is None or not any(c.lower_ == "to" for c in verb.lefts):
            return False
    return verb not in {trigger, trigger.head} and any(c.dep_ == "auxpass" for c in verb.lefts)


def _all_sides(scene: Scene, unit: Unit, token: Token, pos: Pos, found: tuple[Filler, ...]) -> tuple[Filler, ...]:
    """Those of a meeting named by a noun: all that it names, and whoever was "in talks with X and Y"."""
    people = {f.mention.actor.code for f in found if f.mention.actor.kind == "person"} - {None}
    found = tuple(f for f in found if f.mention.actor.kind != "state" or f.mention.actor.code not in people)
    named = [f for f in found if f.slot in PAIR_SLOTS]
    if len(named) > 1:
        return tuple(f for f in found if f.slot not in {"clause", "support"})
    if pos == "verb" and token.dep_ == "relcl" and len(found) == 1 and token.head.dep_ == "conj":
        heads = [t for t in token.head.conjuncts if t.i < token.head.i]  # "of X and Y, who met on Monday"
        return found + tuple(Filler(t, m, "subject") for t in heads for m in scene.cast.resolve(unit, t) if m.political)
    alone = {f.slot for f in found} == {"with"}
    if pos != "noun" or not alone or token.dep_ != "pobj" or token.head.lower_ not in MEANWHILE:
        return found
    taken = _names_and_codes(found)
    return found + role(scene, unit, token, ("clause",), pos, "political", taken, union=True)


def _spokesmen(scene: Scene, unit: Unit, token: Token, pos: Pos, actors: tuple[Filler, ...]) -> tuple[Filler, ...]:
    """The official who says that his state condemns or supports does it himself: he is the more specific actor."""
    if not actors or any(f.mention.actor.kind not in {"state", "government", "igo"} for f in actors):
        return actors
    codes = {f.mention.actor.code for f in actors}
    for where, heads in _voices(scene, unit, token, pos):
        found = [(head, m) for head in heads for m in scene.cast.resolve(where, head)]
        persons = [(head, m) for head, m in found if m.actor.kind == "person" and m.political]
        if persons and len(persons) == len(found) and {m.actor.code for _, m in persons} == codes:
            return tuple(Filler(head, mention, "speaker") for head, mention in persons)
    return actors


def _voices(scene: Scene, unit: Unit, token: Token, pos: Pos) -> Iterator[tuple[Unit, list[Token]]]:
    """Who gives voice to an act: the speaker of its clause; of a noun, the subject of the verb that expresses it."""
    if pos == "noun":
        verb = token.head if token.dep_ in {"dobj", "nsubjpass", "conj"} else None
        if verb is not None and verb.lemma_ in expressing_verbs():
            yield unit, grammar.subjects(verb)
        return
    for speech in scene.quotations.covering(unit, token):
        if speech.speaker is not None:
            yield speech.speaker[0], [speech.speaker[1]]


def _missing(entry: Entry, actors: tuple[Filler, ...], recipients: tuple[Filler, ...]) -> Reason | None:
    """The first role that an entry needs and nobody fills."""
    if "actor" in entry.needs and not actors:
        return "actor"
    if "recipient" in entry.needs and not recipients:
        return "recipient"
    if "both" in entry.needs and len(actors) + len(recipients) < 2:
        return "both"
    if "pair" in entry.needs and not (len(actors) + len(recipients) > 1 or _is_plural(actors + recipients)):
        return "pair"
    return None


def _names_and_codes(fillers: tuple[Filler, ...]) -> set[str]:
    return {word for f in fillers for word in (f.mention.actor.name, f.mention.actor.code) if word}


def _is_plural(fillers: tuple[Filler, ...]) -> bool:
    return any(f.mention.actor.kind == "group" for f in fillers)

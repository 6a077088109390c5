"""Acts done by what is said: the speaker is the actor, whom the words are about the recipient."""

from __future__ import annotations

from collections.abc import Set

from spacy.tokens import Token

from .. import grammar
from ..actors import Mention
from ..quotes import Quotation
from ..units import Unit
from . import roles, trigger
from .frame import Filler, Frame
from .kinds import AIMED, SPOKEN
from .lexicon import Entry, Pattern
from .miss import Reason
from .parties import who, within
from .scene import Scene, clause_head, speech_of
from .speakers import speakers as speakers_of

ASIDE_DEPS = frozenset({"amod", "compound", "nmod", "pobj", "poss", "appos", "npadvmod"})
"""Edges to words that a clause mentions without saying them of its subject."""
VAGUE = frozenset({"it", "this", "that", "they", "these", "those", "he", "she"})
OPINIONS = frozenset({"believe", "think", "feel", "fear", "suspect", "consider", "claim", "argue", "say", "assume"})


def try_saying(scene: Scene, unit: Unit, token: Token, entry: Entry, pattern: Pattern) -> Frame | Reason:
    """An act done by what is said: the speaker is the actor, the one whom the words are about the recipient."""
    speech = speech_of(scene, unit, token)
    if speech is None or speech.speaker is None:
        return "speaker"
    if speech.speaker is scene.issuer and not _is_issued(entry, token):
        return "speaker"
    others = trigger.companions(pattern, token, "saying")
    if others is None:
        return "companion"
    if trigger.has_excluded(entry, token):
        return "excluded"
    if not _is_said(entry, token):
        return "aside"
    verb = clause_head(token)
    if _is_aside(verb) or _is_condition(verb) or _is_unsaid(speech) or _is_opinion(verb, speech):
        return "aside"
    if token.dep_ in {"acomp", "attr"} and trigger.has_excluded(entry, verb):
        return "excluded"
    if not trigger.governs(entry, verb):
        return "governs"
    if not trigger.subject_fits(entry, verb):
        return "subject"
    if entry.clause and not trigger.clause_fits(entry, verb):
        return "clause"
    if entry.negated is not None and trigger.is_negated(verb) != entry.negated:
        return "negation"
    if entry.modal and not entry.modal & trigger.modals(verb):
        return "modal"
    if entry.object and trigger.object_of(entry, verb) is None:
        return "object"
    voices = speakers_of(scene.cast, unit, verb, speech, issued=speech.speaker is scene.issuer)
    if entry.actor_kind == "political":
        voices = [(head, m) for head, m in voices if m.political]
    if not voices:
        return "actor"
    actors = tuple(Filler(head, m, "speaker") for head, m in voices)
    speakers = tuple(m for _, m in voices)
    subject = [m for t in grammar.surface_subjects(verb) for m in who(scene, unit, t)]
    subject = subject or [m for _, m in _talked_of(scene, verb, speech)]
    if entry.side != "any" and not scene.anybody and entry.side != _side(speakers, subject, verb):
        return "side"
    recipients = _said_of(scene, unit, verb, entry, speech, actors)
    if "recipient" in entry.needs and not recipients:
        return "recipient"
    if not recipients and entry.type in AIMED:
        recipients = within(scene, unit, verb, actors)
    if not recipients and entry.type in SPOKEN:
        recipients = _asked_about(scene, unit, speech, actors)
    words = tuple(sorted({token, *others}, key=lambda t: t.i))
    consumed = frozenset(t.i for t in words)
    verb = speech.verb[1] if speech.verb is not None and speech.verb[0].index == unit.index else None
    return Frame(unit, token, words, entry, pattern, actors, recipients, consumed, verb, True)


def _is_issued(entry: Entry, token: Token) -> bool:
    """Whether a release's own words are an act of its issuer: "we will", "Iran must"; "the minister will" is not."""
    if any(t.lower_ in {"i", "we"} for t in grammar.surface_subjects(clause_head(token))):
        return True
    return entry.side == "other" and entry.type in {"demand", "appeal"} and "recipient" in entry.needs


def _asked_about(scene: Scene, unit: Unit, speech: Quotation, actors: tuple[Filler, ...]) -> tuple[Filler, ...]:
    """The state that a question was about: "asked whether action against Iran is planned, he answered ..."."""
    verb = speech.verb[1] if speech.verb is not None and speech.verb[0].index == unit.index else None
    questions = [c for c in verb.children if c.dep_ == "advcl" and c.lemma_ == "ask"] if verb is not None else []
    return next((found for q in questions if (found := within(scene, unit, q, actors))), ())


def _is_aside(verb: Token) -> bool:
    """Whether a clause only tells which thing is meant: "the price that they have to pay"."""
    while verb.dep_ in {"xcomp", "conj"} and verb.head != verb and not any(c.dep_ == "nsubj" for c in verb.lefts):
        verb = verb.head
    return verb.dep_ in {"relcl", "acl"}


def _is_unsaid(speech: Quotation) -> bool:
    """Whether nobody said it: "has not said what measures it will take"."""
    verb = speech.verb[1] if speech.verb is not None else None
    return verb is not None and not speech.direct and any(c.dep_ == "neg" for c in verb.lefts)


def _is_opinion(verb: Token, speech: Quotation) -> bool:
    """Whether a clause is what the speaker says that another thinks: "he claimed that Britain believes Africa is"."""
    head = verb.head
    if verb.dep_ != "ccomp" or head.lemma_ not in OPINIONS or (speech.verb is not None and head == speech.verb[1]):
        return False
    subjects = [c.lower_ for c in head.children if c.dep_ == "nsubj"]
    return bool(subjects) and not {"i", "we"}.intersection(subjects)


def _is_condition(verb: Token) -> bool:
    """Whether a clause only says under what condition: "if we are to restore trust"."""
    if trigger.is_inverted(verb):
        return True
    marks = {c.lower_ for c in verb.lefts if c.dep_ == "mark"}
    return "whether" in marks or (verb.dep_ == "advcl" and not marks.isdisjoint({"if", "unless"}))


def _is_said(entry: Entry, token: Token) -> bool:
    """Whether a word is what the clause says, not a word in passing ("the unprovoked invasion", "military bases")."""
    if entry.side == "own" and not grammar.is_verbal(token):
        return False
    while token.dep_ == "conj" and token.head.dep_ in ASIDE_DEPS | {"conj"}:
        token = token.head
    return token.dep_ not in ASIDE_DEPS


def _side(speakers: tuple[Mention, ...], subject: list[Mention], verb: Token) -> str:
    """Whether the clause is about the speaker's own side ("we will", "Russia will" by a Russian) or about another."""
    if any(t.lower_ in {"i", "we"} for t in grammar.surface_subjects(verb)):
        return "own"
    if not subject:
        return "none"
    names = {m.actor.name for m in speakers}
    codes = {m.actor.code for m in speakers if m.actor.code}
    own = any(m.actor.name in names or _is_of(m, codes) for m in subject)
    return "own" if own else "other"


def _is_of(mention: Mention, codes: Set[str]) -> bool:
    """Whether somebody belongs to one of the states; a movement or a mob there does not speak for it."""
    apart = mention.actor.kind == "organisation" or (mention.actor.kind == "group" and not mention.political)
    return mention.actor.code in codes and not apart


def _said_of(
    scene: Scene, unit: Unit, verb: Token, entry: Entry, speech: Quotation, actors: tuple[Filler, ...]
) -> tuple[Filler, ...]:
    taken = {f.mention.actor.name for f in actors}
    codes = {f.mention.actor.code for f in actors if f.mention.actor.code}
    for slot in entry.recipient:
        if slot == "addressee":
            heads = [speech.addressee] if speech.addressee is not None else []
        else:
            heads = [(unit, t) for t in roles.fill(slot, verb, "verb")]
        found = [
            Filler(head, mention, slot)
            for where, head in heads
            for mention in who(scene, where, head)
            if (mention.political or (entry.recipient_kind != "political" and slot != "addressee"))
            and mention.actor.name not in taken
            and not _is_of(mention, codes)
        ]
        if found:
            return tuple(found)
        if slot == "subject":
            about = _talked_of(scene, verb, speech)
            found = [Filler(head, m, slot) for head, m in about if m.actor.name not in taken and not _is_of(m, codes)]
            if found:
                return tuple(found)
    return ()


def _talked_of(scene: Scene, verb: Token, speech: Quotation) -> list[tuple[Token, Mention]]:
    """Whom a quote's "it" or "they" is about, where the saying verb tells: "it is a disgrace, he said of the raid"."""
    if speech.verb is None or not any(t.lower_ in VAGUE for t in grammar.surface_subjects(verb)):
        return []
    unit, saying = speech.verb
    return [(t, m) for t in grammar.prep_objects(saying, "of") for m in who(scene, unit, t)]

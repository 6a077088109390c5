"""Acts inside acts: what an outer act says of the acts in its content.

"Accused China of sending weapons" is one accusation, the sending is its topic; "agreed to lift sanctions" is a
pledge, the lifting its content; "agreed to meet" a pledge and a planned meeting; "urged Iran to resume talks" is an
appeal, the talks are only asked for.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from spacy.tokens import Token

from .. import grammar
from ..units import Unit
from .frame import Frame
from .kinds import DIRECTED
from .trigger import contents

OWN_STATEMENT_DEPS = frozenset({"nsubj", "nsubjpass", "relcl", "parataxis", "appos", "csubj"})
"""Edges that lead out of an outer act's content: the sentence asserts what hangs on them by itself."""
WANTING = frozenset(
    {
        *("get", "push", "press", "pressure", "persuade", "want", "expect", "need", "require", "encourage", "urge"),
        *("ask", "tell", "order", "request", "advise", "beg", "implore", "exhort", "instruct"),
    }
)
"""Verbs by which somebody wants an act of another."""
CLAIM_DEPS = frozenset({"ccomp", "prep", "pcomp", "acl"})
"""Edges by which a claim has its content: all that is told inside is only alleged."""
ASIDE_PREPOSITIONS = frozenset(
    {"in", "during", "at", "after", "before", "following", "amid", "since", "while", "despite"}
)
"""Phrases of time and circumstance: "in a speech, X urged ..." told the speech by itself."""
CONDITIONS = frozenset({"if", "unless", "until"})
STRIVING = frozenset(
    {
        *("effort", "attempt", "bid", "push", "try", "way", "solution", "campaign", "race", "operation", "struggle"),
        *("demand", "call", "request", "appeal", "plea", "pressure", "need", "order", "ultimatum", "deadline"),
    }
)
"""Nouns for what is done, or said to others, to bring an act about."""
UNTIL_DONE = frozenset({"concession", "support", "rejection", "pledge"})
"""Types of act that a condition only names: "if Romania does not pull out", "unless they free the crew"."""
BACKING = frozenset(
    {"support", "back", "defend", "uphold", "respect", "protect", "oppose", "resist", "block", "reject"}
)
"""Verbs for what, like a concession, an infinitive of purpose only aims at: "coordination to support Kyiv"."""
DEEDS = frozenset({"expulsion", "sanction", "rupture", "recognition", "visit"})
"""Acts that one cannot deplore unless they have been done."""
HOSTILE = frozenset({"expulsion", "sanction", "rupture", "demarche"})
VALUES = frozenset({"importance", "need", "necessity", "urgency", "significance", "value", "wisdom", "merit"})
"""Nouns by which an act is only valued, not told: "stressed the importance of investigating it"."""
_DEEPEST = 12

KEPT: Mapping[str, frozenset[str]] = {
    "own": frozenset({"visit", "meeting", "expulsion", "sanction", "rupture", "recognition", "call", "demarche"}),
    "asked": frozenset({"meeting", "visit", "negotiation"}),
    "alleged": frozenset(),
}
"""Types of act that are events of their own inside an outer act's content, by the kind of that content."""


def nested(frames: Iterable[Frame]) -> list[Frame]:
    """The frames with their outer act set, without those that are only the content of a claim or a request."""
    found = _told(list(frames))
    by_word = {(f.unit.index, w.i): f for f in found for w in f.words}
    kept = []
    for frame in found:
        outer = _outer(frame.unit, frame.trigger, by_word)
        if outer is None or outer is frame:
            if frame.entry.type in KEPT["asked"] or not (
                _is_wanted(frame) or _is_conditional(frame) or _is_valued(frame)
            ):
                kept.extend([] if _is_plain_report(frame) else [_helped(frame, by_word)])
        elif _is_conditional(frame) or _is_plain_report(frame):
            continue
        elif (
            outer.entry.content == "free" or frame.entry.type in KEPT[outer.entry.content] or _is_deplored(frame, outer)
        ):
            kept.append(replace(frame, outer=outer))
    kept = [f for f in kept if not (f.entry.type == "pledge" and any(_is_hostile(k, f) for k in kept))]
    announced = {id(f.outer) for f in kept if f.outer is not None and _is_own(f, f.outer) and not _is_strived_for(f)}
    return [f for f in kept if not (f.entry.type == "statement" and id(f) in announced)]


def _is_deplored(frame: Frame, outer: Frame) -> bool:
    """Whether an act is one that its critic takes for granted: "condemned Chad's expulsion of the envoy"."""
    if outer.entry.type != "criticism" or frame.entry.type not in DEEDS or not frame.recipients:
        return False
    return not grammar.is_verbal(frame.trigger) or grammar.is_passive(frame.trigger)


def _is_hostile(frame: Frame, pledge: Frame) -> bool:
    """Whether a promise is one to do another harm: "agreed to expel the envoy" offers nothing."""
    return frame.outer is pledge and frame.entry.type in HOSTILE and _is_own(frame, pledge)


def _is_strived_for(frame: Frame) -> bool:
    """ "briefed him on his efforts to bring aid": the aid is no news that the briefing gives."""
    verb = frame.trigger
    return verb.dep_ in {"acl", "relcl"} and verb.head.lemma_ in STRIVING


def _is_own(frame: Frame, outer: Frame) -> bool:
    """Whether an act is by the one who announces it: then the act is the event, not the announcement."""
    announcers = {f.mention.actor.code or f.mention.actor.name for f in outer.actors}
    return any((f.mention.actor.code or f.mention.actor.name) in announcers for f in frame.actors)


def _helped(frame: Frame, by_word: Mapping[tuple[int, int], Frame]) -> Frame:
    """A participle's recipient is its main verb's: "criticised the junta, demanding elections"."""
    if frame.recipients or frame.said or frame.trigger.dep_ != "advcl" or frame.entry.type not in DIRECTED:
        return frame
    main = by_word.get((frame.unit.index, frame.trigger.head.i))
    if main is None or main.entry.mutual or frame.trigger.tag_ != "VBG":
        return frame
    return replace(frame, recipients=main.recipients)


def _is_wanted(frame: Frame) -> bool:
    """Whether an act is only what somebody wants of another: "to get Iran to reverse its course"."""
    verb = frame.trigger
    head = verb.head
    if verb.dep_ not in {"xcomp", "ccomp"} or head == verb or head.lemma_ not in WANTING:
        return False
    patients = {t.i for t in grammar.objects(head)}
    return bool(patients) and all(f.token.i in patients for f in frame.actors)


def _is_valued(frame: Frame) -> bool:
    verb = frame.trigger
    while verb.dep_ == "conj":
        verb = verb.head
    return verb.dep_ == "pcomp" and verb.head.lower_ == "of" and verb.head.head.lemma_ in VALUES


def _is_conditional(frame: Frame) -> bool:
    """Whether an act is only what a condition asks for, or what an effort is made for."""
    if frame.entry.type not in UNTIL_DONE or frame.said:
        return False
    verb = frame.trigger if grammar.is_verbal(frame.trigger) else grammar.governor(frame.trigger)
    for _ in range(_DEEPEST):
        if verb is None or verb.head == verb:
            return False
        if verb.dep_ in {"acl", "advcl"} and any(c.dep_ == "mark" and c.lower_ in CONDITIONS for c in verb.lefts):
            return True
        is_deed = frame.entry.type == "concession" or frame.trigger.lemma_ in BACKING
        if is_deed and _is_sought(verb, frame):
            return True
        verb = verb.head if verb.dep_ in {"conj", "xcomp"} else None
    return False


def _is_plain_report(frame: Frame) -> bool:
    """Whether "said that X attacked" charges nobody: the speaker's own side did it, or X suffered it."""
    if frame.entry.type != "accusation" or frame.entry.content != "free":
        return False
    own = {f.mention.actor.code for f in frame.actors}
    told = [c for c in contents(frame.trigger) if c.lemma_ in frame.entry.governs]
    return any(f.mention.actor.code in own for f in frame.recipients) or any(grammar.is_passive(c) for c in told)


def _is_sought(verb: Token, frame: Frame) -> bool:
    """What a noun of effort or demand governs, or something is done for: "efforts to free", "calls for X to go"."""
    infinitive = any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.lefts)
    if verb.dep_ == "pcomp" and verb.head.lower_ in {"for", "of"}:  # "the best chance for freeing them"
        return bool(verb.head.head.pos_ == "NOUN")
    if verb.dep_ == "advcl" and infinitive:
        return frame.unit.field != "title"
    if verb.dep_ == "ccomp" and verb.head.lemma_ == "be":  # "what is required is that it withdraw"
        bare = verb.tag_ == "VB" or any(c.lower_ in {"he", "she", "it"} for c in verb.lefts if verb.tag_ == "VBP")
        return bare and not any(c.dep_ in {"aux", "auxpass"} for c in verb.lefts)
    sought = frame.entry.type != "concession" or verb.head.lemma_ in STRIVING
    return verb.dep_ in {"acl", "relcl"} and infinitive and sought


def _told(frames: list[Frame]) -> list[Frame]:
    """Words told to somebody are no statement where they are a denial or a demand: that one has the addressee."""
    said = {f.saying.i: f for f in frames if f.saying is not None}
    told = {f.trigger.i: f for f in frames if f.entry.type == "statement" and f.trigger.i in said}
    kept = []
    for frame in frames:
        if frame.trigger.i in told and told[frame.trigger.i] is frame:
            continue
        if frame.entry.type == "pledge" and _is_request(frame, said):
            continue
        if frame.saying is not None and not frame.recipients and frame.saying.i in told:
            frame = replace(frame, recipients=told[frame.saying.i].recipients)
        kept.append(frame)
    return kept


def _is_request(frame: Frame, said: Mapping[int, Frame]) -> bool:
    """ "Proposed that Iran should freeze it": no plan of one's own, just an appeal."""
    content = said.get(frame.trigger.i)
    if content is not None and content.entry.content == "asked":
        return True
    clauses = [c for c in frame.trigger.children if c.dep_ == "ccomp"]
    return any(c.lower_ in {"should", "must", "ought"} for clause in clauses for c in clause.lefts)


def _outer(unit: Unit, trigger: Token, by_word: Mapping[tuple[int, int], Frame]) -> Frame | None:
    """The nearest act whose content the trigger stands in; of a claim also what is told aside in its content."""
    current, own, aside = trigger, by_word.get((unit.index, trigger.i)), False
    for _ in range(_DEEPEST):
        head = current.head
        asked = None if aside or (own is not None and own.said) else _asking(unit, current, by_word)
        if asked is not None and asked is not own:
            return asked
        if head == current:
            return None
        aside = aside or current.dep_ in OWN_STATEMENT_DEPS or _is_circumstance(current)
        told = current.lower_ in ASIDE_PREPOSITIONS
        edge, current = current.dep_, head
        outer = by_word.get((unit.index, current.i))
        if outer is None or outer is own or edge == "conj":
            continue
        if edge == "prep" and told:
            return None
        if not aside:
            return outer
        return outer if outer.entry.content == "alleged" and edge in CLAIM_DEPS else None
    return None


def _asking(unit: Unit, verb: Token, by_word: Mapping[tuple[int, int], Frame]) -> Frame | None:
    """The demand that a verb's own modal makes: in "Iran should freeze it" the freezing is only asked for."""
    for child in verb.children:
        frame = by_word.get((unit.index, child.i)) if child.dep_ == "aux" else None
        if frame is not None and frame.said and frame.entry.content == "asked":
            return frame
    return None


def _is_circumstance(clause: Token) -> bool:
    """A clause of time, place or manner, which is no content, unlike one of purpose."""
    return clause.dep_ == "advcl" and not any(c.lower_ == "to" and c.dep_ == "aux" for c in clause.children)

"""Why a sentence gave nothing: its trigger words, and for each the reason of the entry that came nearest."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set

from spacy.tokens import Token

from ..frames import matcher, roles, trigger
from ..frames.frame import Frame
from ..frames.lexicon import Entry, Lexicon
from ..frames.miss import Miss
from ..units import Unit
from . import phrases
from .records import SentenceWhyNot, TriggerWhyNot

ORDER = (
    *("companion", "name", "aside", "excluded", "subject", "object", "governs", "clause", "modal", "negation"),
    *("speaker", "side", "pair", "both", "recipient", "actor"),
)
"""Reasons from the one that says least about the sentence to the one that says most."""
UNSEEN = frozenset({"companion"})
"""Reasons of words that are triggers only with others that are not there: no trigger was seen."""
_MOST = 6
"""Words of a list that a reason names."""


def sentence(
    scene: matcher.Scene, unit: Unit, text: str, types: Set[str], dropped: Iterable[tuple[Frame, str, str]]
) -> SentenceWhyNot:
    """The explanation, for entries of the types asked for.

    `dropped` are frames that did not become events of this run, with kind and words of the why.
    """
    found = {frame.trigger.i: _dropped(frame, kind, words) for frame, kind, words in dropped}
    nearest: dict[int, Miss] = {}
    for miss in scene.misses or ():
        if miss.unit is not unit or miss.entry.type not in types or miss.reason in UNSEEN or miss.token.i in found:
            continue
        before = nearest.get(miss.token.i)
        if before is None or ORDER.index(miss.reason) > ORDER.index(before.reason):
            nearest[miss.token.i] = miss
    found |= {i: _missed(scene, miss) for i, miss in nearest.items()}
    for token in unit.doc:
        if token.i not in found and (other := _other_word(scene.lexicon, unit, token, types)) is not None:
            found[token.i] = other
    end = unit.start + len(unit.doc.text)
    return SentenceWhyNot(unit.field, unit.start, end, text, tuple(found[i] for i in sorted(found)))


def _dropped(frame: Frame, kind: str, words: str) -> TriggerWhyNot:
    span = frame.unit.span(frame.trigger)
    why = phrases.REASONS[kind].format(words=words)
    return TriggerWhyNot(frame.trigger.text, *span, frame.entry.rule, kind, why)


def _missed(scene: matcher.Scene, miss: Miss) -> TriggerWhyNot:
    words = REASON_WORDS[miss.reason](miss) if miss.reason in REASON_WORDS else ""
    told = "; ".join(_roles(scene, miss)) if "{roles}" in phrases.REASONS[miss.reason] else ""
    why = phrases.REASONS[miss.reason].format(words=words, roles=told, others=" ".join(miss.pattern.others))
    return TriggerWhyNot(miss.token.text, *miss.unit.span(miss.token), miss.entry.rule, miss.reason, why)


def _other_word(lexicon: Lexicon, unit: Unit, token: Token, types: Set[str]) -> TriggerWhyNot | None:
    """A word that is a trigger by itself, but as another part of speech than it is read as here."""
    read = trigger.positions(token)
    for pos in ("verb", "noun", "adjective"):
        for word in trigger.words_of(token):
            for entry, pattern in lexicon.index.get((pos, word), ()):
                if (
                    entry.type in types
                    and pos not in read
                    and not pattern.others
                    and not _is_seen(lexicon, read, token)
                ):
                    why = phrases.REASONS["word"].format(pos=token.pos_.lower(), words=pos)
                    return TriggerWhyNot(token.text, *unit.span(token), entry.rule, "word", why)
    return None


def _is_seen(lexicon: Lexicon, read: Sequence[str], token: Token) -> bool:
    return any((pos, word) in lexicon.index for pos in read for word in trigger.words_of(token))


def _some(words: Iterable[str], joint: str = ", ") -> str:
    chosen = sorted(words)
    return joint.join(chosen[:_MOST]) + (", ..." if len(chosen) > _MOST else "")


def _excluding(miss: Miss) -> str:
    here = {form for token in miss.token.doc for form in trigger.words_of(token)}
    words = (miss.entry.not_with | miss.entry.not_object) & here
    return _some(words) if words else "an object"


REASON_WORDS: Mapping[str, Callable[[Miss], str]] = {
    "excluded": _excluding,
    "clause": lambda miss: _some(miss.entry.clause, " or "),
    "governs": lambda miss: _some(miss.entry.governs),
    "subject": lambda miss: _some(miss.entry.subject),
    "object": lambda miss: _some(miss.entry.object),
    "modal": lambda miss: _some(miss.entry.modal, " or "),
    "negation": lambda miss: phrases.NEGATED[bool(miss.entry.negated)],
    "side": lambda miss: phrases.SIDES.get(miss.entry.side, miss.entry.side),
}
"""What a reason names, from the entry."""


def _roles(scene: matcher.Scene, miss: Miss) -> Iterator[str]:
    """What stands in the slots of the role that is missing."""
    entry = miss.entry
    if miss.pos == "saying":
        yield phrases.EMPTY_SLOT.format(slot="speaker" if miss.reason == "actor" else "what the words are about")
        return
    sides = {"actor": (entry.actor,), "recipient": (entry.recipient,)}.get(miss.reason, (entry.actor, entry.recipient))
    kinds = (entry.recipient_kind,) if miss.reason == "recipient" else (entry.actor_kind, entry.recipient_kind)
    for slots, kind in zip(sides, kinds, strict=False):
        for slot in slots:
            yield from _slot(scene, miss, slot, kind, entry)


def _slot(scene: matcher.Scene, miss: Miss, slot: str, kind: str, entry: Entry) -> Iterator[str]:
    heads = roles.fill(slot, miss.token, miss.pos)
    if not heads:
        yield phrases.EMPTY_SLOT.format(slot=slot)
    for head in heads:
        mentions = scene.cast.resolve(miss.unit, head)
        if not mentions:
            yield phrases.NO_PARTY.format(slot=slot, text=_phrase(head))
        for mention in mentions:
            text = mention.actor.text
            if kind in {"political", "person"} and not mention.political:
                yield phrases.NOT_POLITICAL.format(slot=slot, text=text)
            elif kind == "person" and mention.actor.kind not in {"person", "group"}:
                yield phrases.NO_PERSON.format(slot=slot, text=text)
            elif not entry.mutual:
                yield phrases.TAKEN.format(slot=slot, text=text)


def _phrase(head: Token) -> str:
    """A noun with what stands before it."""
    return str(head.doc[head.left_edge.i : head.i + 1].text)

"""What the lexicon and the tables lack: words between two known parties, and names beside a trigger without a code."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from spacy.tokens import Token

from ..models import Article
from . import nlp
from .frames import matcher, roles, trigger
from .frames.frame import Frame
from .frames.lexicon import Pos, support_verbs
from .pipeline import Extractor
from .sayings import sayings
from .units import Unit

VERB_POS = frozenset({"VERB"})
NOUN_POS = frozenset({"NOUN"})
NAME_POS = frozenset({"PROPN"})
TOWARD = ("with", "to", "toward", "towards", "against", "on", "of", "for", "from", "over", "between", "among")
"""Prepositions that lead from a word to the one it is done to."""
LACKING = frozenset({"actor", "recipient", "both", "pair"})
"""Reasons for which a trigger lacked a party."""
EXAMPLES = 3


@dataclass(slots=True)
class Word:
    """A verb or noun that no entry covers: its slots for the two parties, counted, and sentences."""

    pos: Pos
    word: str
    count: int = 0
    slots: Counter[tuple[str, str]] = field(default_factory=Counter)
    examples: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Name:
    """A name in a role of a known trigger that the tables do not have: the types of those triggers, and sentences."""

    name: str
    kind: str
    count: int = 0
    types: Counter[str] = field(default_factory=Counter)
    examples: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Suggestions:
    """Words and names by how often they were met, the most frequent first."""

    words: tuple[Word, ...]
    names: tuple[Name, ...]


def suggest(extractor: Extractor, articles: Iterable[Article]) -> Suggestions:
    """Reads articles and says what their words and names would need."""
    words: dict[tuple[Pos, str], Word] = {}
    names: dict[str, Name] = {}
    for analysis in nlp.analyse(articles, extractor.model):  # no gate: what the lexicon lacks would not pass it
        scene = extractor.scene(analysis)
        scene = matcher.Scene(scene.lexicon, scene.cast, scene.quotations, [])
        for unit in analysis.units:
            frames = matcher.frames(scene, unit)
            taken = {word.i for frame in frames for word in frame.words}
            for token in unit.doc:
                if token.i not in taken:
                    _word(words, scene, unit, token)
            for name, kind, act in sorted({*_of_frames(frames), *_of_misses(scene, unit)}):
                if act in extractor.types:
                    _name(names, unit, name, kind, act)
    return Suggestions(
        tuple(sorted(words.values(), key=lambda w: (-w.count, w.word))),
        tuple(sorted(names.values(), key=lambda n: (-n.count, n.name))),
    )


def _word(found: dict[tuple[Pos, str], Word], scene: matcher.Scene, unit: Unit, token: Token) -> None:
    """Counts a word that stands between two parties and is no trigger by itself."""
    lemma = token.lemma_.lower()
    pos: Pos = "verb" if token.pos_ in VERB_POS else "noun"
    if token.pos_ not in VERB_POS | NOUN_POS or _is_known(scene, pos, token) or not lemma.isalpha():
        return
    sides = next(_sides(scene, unit, token, pos), None)
    if sides is not None:
        word = found.setdefault((pos, lemma), Word(pos, lemma))
        word.count += 1
        word.slots[sides] += 1
        _add(word.examples, unit)


def _is_known(scene: matcher.Scene, pos: Pos, token: Token) -> bool:
    """Whether an entry has the word by itself, or it only says or lends its subject."""
    words = trigger.words_of(token)
    if pos == "verb" and (words[0] in sayings().verbs or words[0] in support_verbs()[0] | support_verbs()[1]):
        return True
    return token.is_stop or any(
        not pattern.others for word in words for _, pattern in scene.lexicon.index.get((pos, word), ())
    )


def _sides(scene: matcher.Scene, unit: Unit, token: Token, pos: Pos) -> Iterator[tuple[str, str]]:
    """The slots that hold one political party and another one."""
    own = ("subject",) if pos == "verb" else ("owner", "by")
    other = ("object", *TOWARD) if pos == "verb" else TOWARD
    if pos == "noun" and scene.cast.resolve(unit, token):
        return
    for mine in own:
        codes = _codes(scene, unit, roles.fill(mine, token, pos))
        for theirs in other:
            if codes and _codes(scene, unit, roles.fill(theirs, token, pos)) - codes:
                yield mine, theirs


def _codes(scene: matcher.Scene, unit: Unit, heads: Iterable[Token]) -> set[str]:
    mentions = (mention for head in heads for mention in scene.cast.resolve(unit, head))
    return {m.actor.code or m.actor.name for m in mentions if m.political}


def _of_frames(frames: Iterable[Frame]) -> Iterator[tuple[str, str, str]]:
    """Parties of frames that have a name and no code."""
    for frame in frames:
        for filler in (*frame.actors, *frame.recipients):
            actor = filler.mention.actor
            if actor.code is None and filler.token.pos_ in NAME_POS and actor.kind != "group":
                yield actor.name, actor.kind, frame.entry.type


def _of_misses(scene: matcher.Scene, unit: Unit) -> Iterator[tuple[str, str, str]]:
    """Names in the slots of triggers that lacked a party."""
    for miss in scene.misses or ():
        if miss.unit is unit and miss.reason in LACKING and miss.pos != "saying":
            for slot in dict.fromkeys((*miss.entry.actor, *miss.entry.recipient)):
                for head in roles.fill(slot, miss.token, miss.pos):
                    found = scene.cast.resolve(unit, head)
                    if head.pos_ in NAME_POS and not any(m.political for m in found):
                        named = found[0].actor if found else None
                        kind = named.kind if named else ("person" if head.ent_type_ == "PERSON" else "organisation")
                        yield (named.name if named else _phrase(head)), kind, miss.entry.type


def _phrase(head: Token) -> str:
    """The name around its head."""
    span = next((e for e in head.doc.ents if e.start <= head.i < e.end), None)
    before = [token for token in head.lefts if token.dep_ == "compound"]
    words = str(span.text) if span is not None else " ".join(token.text for token in (*before, head))
    return words.removeprefix("the ").removesuffix("'s").strip()


def _name(found: dict[str, Name], unit: Unit, name: str, kind: str, act: str) -> None:
    entry = found.setdefault(name, Name(name, kind))
    entry.count += 1
    entry.types[act] += 1
    _add(entry.examples, unit)


def _add(examples: list[str], unit: Unit) -> None:
    sentence = " ".join(unit.doc.text.split())
    if len(examples) < EXAMPLES and sentence not in examples:
        examples.append(sentence)

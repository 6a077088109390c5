"""The frame lexicon: which words name which act, and where in the sentence its parties stand.

One TOML file per event type under `extract/lexicon/events/`. Everything is checked as it loads; a message names the
file, the entry, the key and what is allowed.
"""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field, fields
from functools import cache, cached_property
from importlib.resources import files
from operator import itemgetter
from pathlib import Path
from typing import Any, Literal, NamedTuple

from ...models import types as vocabulary
from .. import hyphens
from ..errors import LexiconError
from ..stored import stored

Pos = Literal["verb", "noun", "adjective", "saying"]

TYPES = vocabulary.TYPE_NAMES
"""Every event type, in the codebook's order; the last four are the conflict types."""
DIPLOMATIC = vocabulary.DIPLOMATIC
CONFLICT = frozenset(vocabulary.CONFLICT)
SYMMETRIC = vocabulary.SYMMETRIC

POSITIONS: dict[str, Pos] = {"verbs": "verb", "nouns": "noun", "adjectives": "adjective", "sayings": "saying"}
CLAUSES = frozenset({"infinitive", "that", "gerund", "predicate", "condition", "imperative", "none", "any"})
NEEDS = frozenset({"actor", "recipient", "both", "pair"})
SIDES = frozenset({"own", "other", "any"})
CONTENTS = frozenset({"own", "asked", "alleged", "free"})
CONTENT_OF_TYPE = {
    "accusation": "alleged", "denial": "alleged", "criticism": "alleged", "investigation": "alleged",
    "appeal": "asked", "demand": "asked", "rejection": "own", "pledge": "own", "threat": "own",
}  # fmt: skip
KINDS = frozenset({"political", "person", "any", "place"})
"""Who may fill a role; "person" is a political person or group, no state ("the minister is in Rome")."""
_FOLDER = Path(__file__).resolve().parents[1] / "lexicon"
_WITH_OBJECT = frozenset({"verb", "saying"})
FACTUALITIES = frozenset({"actual", "planned", "possible", "negated"})


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence that an entry must catch, with the names its roles must hold."""

    text: str
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Pattern:
    """A trigger: the lemma it is looked up by, and words that must stand with it, as written in the entry."""

    head: str
    others: tuple[str, ...]
    text: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the lexicon: trigger words of one kind with the roles they take. See the README for every key."""

    type: str
    id: str
    pos: Pos
    patterns: tuple[Pattern, ...]
    actor: tuple[str, ...]
    recipient: tuple[str, ...]
    needs: frozenset[str]
    object: frozenset[str] = frozenset()
    not_object: frozenset[str] = frozenset()
    clause: frozenset[str] = frozenset()
    governs: frozenset[str] = frozenset()
    subject: frozenset[str] = frozenset()
    not_with: frozenset[str] = frozenset()
    modal: frozenset[str] = frozenset()
    negated: bool | None = None
    side: str = "any"
    actor_kind: str = "political"
    recipient_kind: str = "any"
    content: str = "free"
    vague: bool = False
    factuality: str | None = None
    cameo: str | None = None
    mode: str | None = None
    examples: tuple[Example, ...] = ()
    counters: tuple[str, ...] = ()
    source: str = ""

    @property
    def rule(self) -> str:
        """The id that events carry: type and entry."""
        return f"{self.type}/{self.id}"

    @property
    def mutual(self) -> bool:
        """Whether all parties are actors."""
        return self.type in SYMMETRIC


@dataclass(frozen=True)
class Lexicon:
    """All entries, indexed by part of speech and trigger word; `hash` names the content."""

    entries: tuple[Entry, ...]
    hash: str
    index: Mapping[tuple[Pos, str], tuple[tuple[Entry, Pattern], ...]] = field(repr=False)

    @cached_property
    def heads(self) -> frozenset[str]:
        """Every word by which a trigger is looked up."""
        return frozenset(word for _, word in self.index)

    def candidates(self, pos: Pos, words: tuple[str, str], sentence: Set[str]) -> list[tuple[Entry, Pattern]]:
        """Entries with one of the words as trigger that the sentence's words allow, the most specific first."""
        found: list[_Row] = []
        for word in dict.fromkeys(words):
            if (pos, word) not in self.index:
                continue
            shelf = self._shelves.get((pos, word)) or self._put_up((pos, word))
            rows = shelf.plain
            if shelf.companions:
                rows = [*rows, *(r for w in shelf.companions & sentence for r in shelf.by_companion[w])]
            found += [r for r in rows if r[1] <= sentence and not (r[2] and any(map(sentence.isdisjoint, r[2])))]
        if len(found) > 1:
            found.sort(key=_rank)
        return [row[3] for row in found]

    def names(self, pos: Pos, words: tuple[str, str]) -> bool:
        """Whether one of the words is a trigger of that kind."""
        return (pos, words[0]) in self.index or (pos, words[1]) in self.index

    @cached_property
    def _shelves(self) -> dict[tuple[Pos, str], _Shelf]:
        """The words that were looked up so far: their pairs with what each asks."""
        return {}

    @cached_property
    def _places(self) -> Mapping[tuple[Pos, str], int]:
        return {key: at for at, key in enumerate(self.index)}

    def _put_up(self, key: tuple[Pos, str]) -> _Shelf:
        place = self._places[key]
        rows = [((*_specificity(pair), place, at), *asked(*pair), pair) for at, pair in enumerate(self.index[key])]
        shelf = self._shelves[key] = _shelf(rows)
        return shelf


_Pair = tuple[Entry, Pattern]
_Row = tuple[tuple[int, ...], frozenset[str], tuple[frozenset[str], ...], _Pair]
"""An entry's pattern, with its rank and what it asks of the sentence before it."""
_rank = itemgetter(0)
_LONG = 12
"""Rows from which on it pays to look first which of their companion words a sentence has."""


class _Shelf(NamedTuple):
    """What is looked up under one word: rows to try, and those to try where a companion word stands in the sentence."""

    plain: list[_Row]
    companions: frozenset[str]
    by_companion: Mapping[str, list[_Row]]


def _shelf(rows: list[_Row]) -> _Shelf:
    if len(rows) < _LONG:
        return _Shelf(rows, frozenset(), {})
    by_companion: dict[str, list[_Row]] = {}
    for row in rows:
        if row[1]:
            by_companion.setdefault(max(row[1], key=lambda w: (len(w), w)), []).append(row)
    return _Shelf([row for row in rows if not row[1]], frozenset(by_companion), by_companion)


def asked(entry: Entry, pattern: Pattern) -> tuple[frozenset[str], tuple[frozenset[str], ...]]:
    """What a trigger asks of the words of its sentence, however it is parsed: these all, and one of each of those sets.

    Companions, objects and governed verbs stand in the trigger's own sentence; so this look at the lemmas and forms
    alone loses nothing. The matcher begins with it, and so does the gate.
    """
    sets = (entry.governs, entry.object if entry.pos in _WITH_OBJECT else frozenset[str]())
    return frozenset(pattern.others), tuple(words for words in sets if words)


def _specificity(pair: tuple[Entry, Pattern]) -> tuple[int, ...]:
    entry, pattern = pair
    asked = (entry.object, entry.clause, entry.governs, entry.subject, entry.modal)
    return -len(pattern.others), entry.negated is not True, *(-bool(words) for words in asked), -len(entry.needs)


def load(extra: Sequence[Path] = (), types: Iterable[str] | None = None) -> Lexicon:
    """The built-in lexicon, with a user's files over it, restricted to some types.

    An entry of a later file replaces the one of the same type and id; `off = true` removes it.
    Raises LexiconError.
    """
    entries = dict(_builtin())
    for path in extra:
        for rule, entry in _read_file(path):
            if entry is None:
                entries.pop(rule, None)
            else:
                entries[rule] = entry
    wanted = set(types) if types is not None else None
    chosen = tuple(e for e in entries.values() if wanted is None or e.type in wanted)
    return Lexicon(chosen, _hash(entries.values()), _index(chosen))


@cache
def _builtin() -> tuple[tuple[str, Entry], ...]:
    made_by = (Path(__file__), Path(hyphens.__file__), Path(vocabulary.__file__))
    return stored("lexicon", [*sorted(_FOLDER.glob("*.toml")), *_event_files(), *made_by], _read_builtin)


def _read_builtin() -> tuple[tuple[str, Entry], ...]:
    found: dict[str, Entry] = {}
    for path in _event_files():
        for rule, entry in _parse(path.read_text(encoding="utf-8"), path.name):
            if entry is not None:
                found[rule] = entry
    return tuple(found.items())


def _event_files() -> list[Path]:
    return sorted((_FOLDER / "events").glob("*.toml"))


@cache
def classes() -> Mapping[str, frozenset[str]]:
    """The word classes that entries name as `@class`."""
    text = (files("dragoman.extract") / "lexicon" / "classes.toml").read_text(encoding="utf-8")
    return {name: frozenset(words) for name, words in tomllib.loads(text).items()}


@cache
def support_verbs() -> tuple[frozenset[str], frozenset[str]]:
    """Verbs that lend a noun their subject: as the one who does it, as the one to whom it is done."""
    text = (files("dragoman.extract") / "lexicon" / "support.toml").read_text(encoding="utf-8")
    table = tomllib.loads(text)
    return frozenset(table["gives"]), frozenset(table["receives"])


@cache
def expressing_verbs() -> frozenset[str]:
    """Verbs whose subject speaks for the one whose the noun is ("reaffirmed Norway's commitment")."""
    text = (files("dragoman.extract") / "lexicon" / "support.toml").read_text(encoding="utf-8")
    return frozenset(tomllib.loads(text)["expresses"])


def _read_file(path: Path) -> Iterator[tuple[str, Entry | None]]:
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise LexiconError(f"{path}: cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise LexiconError(f"{path}: is not UTF-8 (byte {error.start}): save it as UTF-8") from error
    yield from _parse(text, str(path))


def _parse(text: str, where: str) -> Iterator[tuple[str, Entry | None]]:
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(f"{where}: is not TOML: {error}") from error
    _allow(table, {"type", "entry", *POSITIONS}, where)
    kind = table.get("type")
    if kind not in TYPES:
        raise LexiconError(f"{where}: type {kind!r} is unknown; allowed: {', '.join(TYPES)}")
    seen: set[str] = set()
    for number, raw in enumerate(table.get("entry", []), 1):
        name = raw.get("id")
        if not isinstance(name, str) or not name:
            raise LexiconError(f"{where}: entry {number}: id is missing; give it a short name of its own")
        if name in seen:
            raise LexiconError(f"{where}: entry {name}: id stands twice; each id once in a file")
        seen.add(name)
        rule = f"{kind}/{name}"
        yield rule, None if raw.get("off") is True else _entry(kind, raw, table, f"{where}: entry {name}")


_KEYS = {f.name for f in fields(Entry)} - {"type", "pos", "patterns", "source"} | {"off", *POSITIONS}


def _entry(kind: str, raw: Mapping[str, Any], table: Mapping[str, Any], where: str) -> Entry:
    _allow(raw, _KEYS, where)
    given = [key for key in POSITIONS if key in raw]
    if len(given) != 1:
        raise LexiconError(f"{where}: give exactly one of {', '.join(POSITIONS)}")
    position = given[0]
    pos = POSITIONS[position]
    values = {**table.get(position, {}), **{k: v for k, v in raw.items() if k != position}}
    words = _words(raw, position, where)
    choices = {
        "side": (SIDES, "any"),
        "actor_kind": (KINDS, "political"),
        "recipient_kind": (KINDS, "any"),
        "content": (CONTENTS, CONTENT_OF_TYPE.get(kind, "free")),
    }
    chosen = {key: _choice(values, key, allowed, default, where) for key, (allowed, default) in choices.items()}
    for key in ("negated", "vague"):
        _choice(values, key, (True, False), False, where)
    for key in ("cameo", "mode"):
        if not isinstance(values.get(key, ""), str):
            raise LexiconError(f'{where}: {key} must be text, as in {key} = "036"')
    return Entry(
        type=kind,
        id=raw["id"],
        pos=pos,
        patterns=tuple(_pattern(word, pos) for word in words),
        actor=_words(values, "actor", where) or ("subject",),
        recipient=_words(values, "recipient", where),
        needs=_choices(values, "needs", NEEDS, where) or frozenset({"actor"}),
        object=_expand(_words(values, "object", where), where),
        not_object=_expand(_words(values, "not_object", where), where),
        clause=_choices(values, "clause", CLAUSES, where),
        governs=_expand(_words(values, "governs", where), where),
        subject=_expand(_words(values, "subject", where), where),
        not_with=frozenset(_words(values, "not_with", where)),
        modal=frozenset(_words(values, "modal", where)),
        negated=values.get("negated"),
        vague=values.get("vague") is True,
        factuality=_choice(values, "factuality", FACTUALITIES, None, where),
        cameo=values.get("cameo"),
        mode=values.get("mode"),
        examples=tuple(_example(e, where) for e in values.get("examples", [])),
        counters=_words(values, "counters", where),
        source=where,
        **chosen,
    )


def _allow(table: Mapping[str, Any], allowed: Iterable[str], where: str) -> None:
    for key in table:
        if key not in allowed:
            raise LexiconError(f"{where}: key {key!r} is unknown; allowed: {', '.join(sorted(allowed))}")


def _words(table: Mapping[str, Any], key: str, where: str) -> tuple[str, ...]:
    value = table.get(key, [])
    if not isinstance(value, list) or not all(isinstance(v, str) and v for v in value):
        raise LexiconError(f'{where}: {key} must be a list of words, as in {key} = ["visit", "tour"]')
    return tuple(value)


def _choice(table: Mapping[str, Any], key: str, allowed: Iterable[Any], default: Any, where: str) -> Any:
    value = table.get(key, default)
    if value is not None and value not in allowed:
        raise LexiconError(f"{where}: {key} = {value!r} is unknown; allowed: {', '.join(sorted(map(str, allowed)))}")
    return value


def _choices(table: Mapping[str, Any], key: str, allowed: Iterable[str], where: str) -> frozenset[str]:
    return frozenset(_choice({key: word}, key, allowed, None, where) for word in _words(table, key, where))


def _expand(words: tuple[str, ...], where: str) -> frozenset[str]:
    found: set[str] = set()
    for word in words:
        if word.startswith("@"):
            if word[1:] not in classes():
                raise LexiconError(f"{where}: class {word} is unknown; allowed: @{', @'.join(sorted(classes()))}")
            found |= classes()[word[1:]]
        else:
            found.add(word)
    return frozenset(found)


def _pattern(text: str, pos: Pos) -> Pattern:
    """The head is marked by a star, else it is a verb's or saying's first word and a noun's or adjective's last one."""
    text = _cut(text)
    if " " not in text and text[0] != "*":
        return Pattern(text, (), text)
    words = text.split()
    starred = [i for i, word in enumerate(words) if word.startswith("*")]
    at = starred[0] if starred else (0 if pos in {"verb", "saying"} else len(words) - 1)
    words = [word.lstrip("*") for word in words]
    return Pattern(words[at], tuple(w for i, w in enumerate(words) if i != at), " ".join(words))


def _cut(text: str) -> str:
    """A trigger with its hyphens as the model has them: "cease-fire" is one word, "six-party talks" three and a mark.

    The mark between two words is none of the trigger's words; a starred word is the first of its parts.
    """
    return " ".join(word if word.lstrip("*") in hyphens.forms() else word.replace("-", " ") for word in text.split())


def _example(raw: Any, where: str) -> Example:
    if isinstance(raw, str):
        return Example(raw)
    if not isinstance(raw, dict) or "text" not in raw:
        raise LexiconError(f'{where}: an example is a sentence or a table {{text = "...", actors = ["..."]}}')
    _allow(raw, {"text", "actors", "recipients"}, f"{where}: example")
    return Example(raw["text"], tuple(raw.get("actors", ())), tuple(raw.get("recipients", ())))


def _index(entries: Iterable[Entry]) -> dict[tuple[Pos, str], tuple[tuple[Entry, Pattern], ...]]:
    found: dict[tuple[Pos, str], list[tuple[Entry, Pattern]]] = {}
    for entry in entries:
        for pattern in entry.patterns:
            found.setdefault((entry.pos, pattern.head), []).append((entry, pattern))
    return {key: tuple(sorted(pairs, key=_specificity)) for key, pairs in found.items()}


def _hash(entries: Iterable[Entry]) -> str:
    digest = hashlib.sha256()
    for entry in entries:
        shown = [getattr(entry, f.name) for f in fields(Entry) if f.name not in {"examples", "counters", "source"}]
        digest.update(repr([sorted(v) if isinstance(v, frozenset) else v for v in shown]).encode())
    return digest.hexdigest()[:12]

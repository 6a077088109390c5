"""Suggestions as stubs of lexicon and actor files, ready to edit."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from ..extract.suggest import Name, Suggestions, Word
from .shown import visible

WORDS_HEAD = """\
# Words that stand between two parties and that no entry covers, the most frequent first. An entry goes into a file with
# the type that it is: write that type here, and delete what does not belong to it. Then: dragoman check FILE
type = "CHOOSE"
"""
NAMES_HEAD = """\
# Names beside known triggers that have no code, the most frequent first. Fill in code (ISO 3166-1 alpha-3), office and
# years (from, to), delete the rest, and give the file to dragoman extract --actors FILE
"""
_TABLES = {"person": "person", "igo": "igo"}
"""The table of an actor file for a kind of actor; others are movements."""
_SENTENCE = 200


def words(found: Iterable[Word]) -> Iterator[str]:
    """Stubs of lexicon entries."""
    yield WORDS_HEAD
    for word in found:
        actor, recipient = word.slots.most_common(1)[0][0]
        yield f"# {word.count} times"
        yield from _sentences(word.examples)
        yield "[[entry]]"
        yield f"id = {quoted(word.word if word.pos == 'verb' else f'{word.word}-n')}"
        yield f"{word.pos}s = [{quoted(word.word)}]"
        yield f"actor = [{quoted(actor)}]"
        yield f"recipient = [{quoted(recipient)}]"
        yield f"examples = [{quoted(word.examples[0])}]"
        yield ""


def names(found: Iterable[Name]) -> Iterator[str]:
    """Stubs of lines of an actor file."""
    yield NAMES_HEAD
    for name in found:
        types = ", ".join(f"{kind} {count}" for kind, count in name.types.most_common())
        yield f"# {name.count} times: {types}"
        yield from _sentences(name.examples)
        table = _TABLES.get(name.kind, "movement")
        yield f"[[{table}]]"
        yield f"name = {quoted(name.name)}"
        yield 'code = ""'
        if table == "person":
            yield from ('office = ""', 'from = ""', 'to = ""')
        yield ""


def as_json(found: Suggestions) -> dict[str, Any]:
    """Words and names as plain data."""
    return {
        "words": [
            {"pos": w.pos, "word": w.word, "count": w.count, "slots": _slots(w), "examples": w.examples}
            for w in found.words
        ],
        "names": [
            {"name": n.name, "kind": n.kind, "count": n.count, "types": dict(n.types), "examples": n.examples}
            for n in found.names
        ],
    }


def _slots(word: Word) -> list[dict[str, Any]]:
    return [{"actor": a, "recipient": r, "count": count} for (a, r), count in word.slots.most_common()]


def _sentences(examples: Iterable[str]) -> Iterator[str]:
    for text in examples:
        yield "#   " + visible(text if len(text) <= _SENTENCE else text[: _SENTENCE - 1] + "…")


def quoted(text: str) -> str:
    """A TOML string (a JSON string is one)."""
    return json.dumps(visible(text), ensure_ascii=False)

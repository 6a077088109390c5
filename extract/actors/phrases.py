"""Finds the phrases of a table in a sentence: a dictionary by first word, longest phrase first."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import Generic, TypeVar

Value = TypeVar("Value")

_WORD = re.compile(
    r"(?:[^\W\d_]\.){2,}|['’]s\b|[GPE]-\d+|(?i:St|Gen|Sen|Rep|Gov|Dr|Mr|Mrs|Maj|Lt|Col|Adm|Cmdr|Amb|Brig|Sgt|Capt)\.|[^\W_]+(?:['’.](?!s\b)[^\W_]+)*|[^\w\s]"
)
_SHORT = 6
"""An all-capital name of up to this many letters is matched with its capitals alone: "US" is not "us"."""


def tokenise(phrase: str) -> list[str]:
    """Cuts the words of a table as spaCy cuts those of a text, near enough for names."""
    return _WORD.findall(phrase)


@lru_cache(maxsize=1 << 16)
def normal(word: str) -> str:
    """A word without case, accents and curly apostrophes, as the dictionaries hold it."""
    word = word.replace("’", "'").replace("–", "-")
    if word.isascii():
        return word.lower()
    flat = unicodedata.normalize("NFKD", word.replace("ı", "i").replace("ø", "o").replace("ł", "l").replace("đ", "d"))
    return "".join(c for c in flat if not unicodedata.combining(c)).lower()


class Phrases(Generic[Value]):
    """Phrases of one or more words, each with the values that it stands for."""

    __slots__ = ("_added", "_table", "proper")

    def __init__(self, proper: bool) -> None:
        """`proper` phrases are names: their first word must be capitalised in the text."""
        self.proper = proper
        self._added: dict[str, list[tuple[str, Value]]] = {}
        self._table: dict[str, list[tuple[tuple[str, ...], str | None, Value]]] = {}

    def add(self, phrase: str, value: Value) -> None:
        """Adds a phrase; the longest comes first, and of equal ones the later.

        It is cut into words when a text first has its first one: most are never asked for.
        """
        found = _WORD.search(phrase)
        if found is None:
            return
        first = normal(found[0])
        self._added.setdefault(first, []).append((phrase, value))
        if _is_dotted(first):
            self._added.setdefault(first[:-1], []).append((phrase, value))  # "the U.S embassy"

    def first_words(self) -> frozenset[str]:
        """Every word with which a phrase begins, as `normal` writes it."""
        return frozenset(self._added) | frozenset(self._table)

    def _row(self, first: str) -> list[tuple[tuple[str, ...], str | None, Value]] | None:
        """The phrases of a first word. A row is put in its place whole, for threads that share the tables."""
        added = self._added.get(first)
        if added is None:
            return self._table.get(first)
        row = list(self._table.get(first, ()))
        for phrase, value in added:
            words = tuple(normal(word) for word in tokenise(phrase))
            whole = words[0] == first
            exact = phrase if whole and len(words) == 1 and phrase.isupper() and len(phrase) <= _SHORT else None
            at = next((i for i, (other, _, _) in enumerate(row) if len(other) <= len(words)), len(row))
            row.insert(at, ((first, *words[1:]), exact, value))
        self._table[first] = row
        self._added.pop(first, None)
        return row

    def begins(self, word: str) -> bool:
        """Whether a phrase begins with a word."""
        return word in self._table or word in self._added

    def match(self, raw: Sequence[str], low: Sequence[str], at: int) -> tuple[int, list[Value]]:
        """The longest phrase that begins at a word: its length and its values (0 and none when there is none)."""
        first = low[at]
        row = self._row(first) if first in self._added else self._table.get(first)
        if row is None or (self.proper and not _is_capital(raw, at)):
            return 0, []
        length, values = 0, []
        for words, exact, value in row:
            if len(words) < length:
                break
            if exact is not None and raw[at] != exact:
                continue
            if len(words) == 1 or tuple(low[at : at + len(words)]) == words:
                length = len(words)
                values.append(value)
        return length, values


def _is_dotted(word: str) -> bool:
    return word.endswith(".") and word.count(".") > 1


def _is_capital(raw: Sequence[str], at: int) -> bool:
    """Whether a name may begin here: a capital, a figure, or the article of "al-Qaeda"."""
    first = raw[at][:1]
    return (
        first.isupper()
        or first.isdigit()
        or (
            raw[at] in ("al", "el")
            and (raw[at + 1 : at + 2] == ["-"] or raw[at + 1 : at + 2] in (["Qaeda"], ["Qaida"]))
        )
    )

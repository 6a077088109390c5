"""Part of speech, morphology and lemma by memory: what the model's rules give a word of a tag and a dependency.

The attribute ruler and the lemmatizer of an English model are functions of single tokens, but for a few patterns of
several. Asking them again for every token of a text costs an eighth of spaCy's time; so each (word, tag, dependency) is
put to them once, by itself, and a sentence that one of the longer patterns fits takes the long way. The ruler names few
words; of all others it sees tag and dependency only, and the lemmatizer what the ruler gave them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

RULER, LEMMATIZER = "attribute_ruler", "lemmatizer"
_WORD = frozenset({"LOWER", "ORTH", "TEXT"})
_ALONE = _WORD | {"TAG", "DEP", "IS_SPACE"}
"""Properties of a token that word, tag and dependency decide."""
_AT_ONCE = 2_000
"""Words that are put to the rules in one go."""
_MOST = 100_000
"""Words remembered; then all are forgotten, so that memory stays flat."""

_APART = "\ue000"
"""Stands between words that are asked about in one go, so that no pattern of several tokens sees two of them."""
_ANY = "\ue001"
"""Stands for all words that the ruler does not name."""
_UNKNOWN = 0
"""The place of words for which the rules change what they are asked by: these take the long way."""

_Key = tuple[int, int, int]
"""Word, tag, dependency."""
_Ruling = tuple[int, int, int, bool] | None
"""Part of speech, morphology, lemma (or 0), whether a pattern of several tokens may begin here."""


class Morphology:
    """The ruler and the lemmatizer of a pipeline, with a memory. The output is the same as theirs."""

    def __init__(self, nlp: Language) -> None:
        from spacy.matcher import Matcher

        self._vocab = nlp.vocab
        self._ruler, self._lemmatizer = nlp.get_pipe(RULER), nlp.get_pipe(LEMMATIZER)
        self._long, self._first = Matcher(nlp.vocab), Matcher(nlp.vocab)
        for number, rule in enumerate(self._ruler.patterns):
            several = [pattern for pattern in rule["patterns"] if len(pattern) > 1]
            if several:
                self._long.add(str(number), several)
                self._first.add(str(number), [pattern[:1] for pattern in several])
        self._named = Named(_tokens(self._ruler))
        self._forget()

    def _forget(self) -> None:
        self._places: dict[bytes, int] = {}
        self._values = np.zeros((1, 3), dtype=np.uint64)
        self._opens = np.zeros(1, dtype=bool)
        self._ruled: dict[tuple[int, int], _Ruling] = {}
        self._passing: dict[int, str] = {}
        """Lemmas learnt while the vocabulary forgets what it learns: it is told them again."""

    @staticmethod
    def fits(nlp: Language) -> bool:
        """Whether a pipeline has both components, side by side, and they are of the kind that can be remembered."""
        names = nlp.pipe_names
        if RULER not in names or LEMMATIZER not in names or names.index(LEMMATIZER) != names.index(RULER) + 1:
            return False
        lemmatizer: Any = nlp.get_pipe(LEMMATIZER)
        if lemmatizer.mode != "rule" or type(lemmatizer).__name__ != "EnglishLemmatizer":
            return False
        keys = {key for token in _tokens(nlp.get_pipe(RULER)) for key in token}
        return keys <= _ALONE and _keeps_apart(nlp)

    def pipe(self, docs: Sequence[Doc]) -> Iterator[Doc]:
        """Sets part of speech, morphology and lemma of tagged and parsed Docs."""
        from spacy.attrs import DEP, LEMMA, MORPH, ORTH, POS, TAG

        if len(self._places) > _MOST:
            self._forget()
        if not docs:
            return
        places = np.array(self._places_of(np.vstack([doc.to_array([ORTH, TAG, DEP]) for doc in docs])), dtype=np.intp)
        values, unknown, opens = self._values[places], places == _UNKNOWN, self._opens[places]
        for lemma in self._passing.keys() & set(values[:, 2].tolist()) if self._passing else ():
            self._vocab.strings.add(self._passing[lemma])
        end = 0
        for doc in docs:
            start, end = end, end + len(doc)
            own = slice(start, end)
            if unknown[own].any() or (opens[own].any() and self._long(doc, allow_missing=True)):
                yield self._lemmatizer(self._ruler(doc))
            else:
                yield doc.from_array([POS, MORPH, LEMMA], values[own]) if start < end else doc

    def _places_of(self, rows: Any) -> list[int]:
        names = rows.view(f"V{rows.itemsize * rows.shape[1]}").ravel().tolist()
        try:
            return [self._places[name] for name in names]
        except KeyError:
            new = {name: i for i, name in enumerate(names) if name not in self._places}
            self._learn(list(new), [(word, tag, dep) for word, tag, dep in rows[list(new.values())].tolist()])
            return [self._places[name] for name in names]

    def _learn(self, names: list[bytes], keys: list[_Key]) -> None:
        strings = self._vocab.strings
        special = [key for key in keys if self._named(strings[key[0]])]
        ruled: dict[_Key, _Ruling] = dict(zip(special, self._rule(special), strict=True))
        tags = [tag for tag in dict.fromkeys(key[1:] for key in keys if key not in ruled) if tag not in self._ruled]
        any_ = strings.add(_ANY)
        self._ruled.update(zip(tags, self._rule([(any_, *tag) for tag in tags]), strict=True))
        rulings = [ruled[key] if key in ruled else self._ruled[key[1:]] for key in keys]
        good = [i for i, ruling in enumerate(rulings) if ruling is not None]
        rows = np.array([rulings[i] for i in good], dtype=np.uint64).reshape(-1, 4)
        lemmas = self._lemmatize([strings[keys[i][0]] for i in good], rows[:, :3])
        first = len(self._values)
        self._values = np.vstack([self._values, lemmas])
        self._opens = np.concatenate([self._opens, rows[:, 3].astype(bool)])
        self._places.update(dict.fromkeys(names, _UNKNOWN))
        self._places.update((names[i], first + at) for at, i in enumerate(good))

    def _rule(self, keys: list[_Key]) -> list[_Ruling]:
        """What the ruler gives words by themselves; None where it changes what it is asked by."""
        found: list[_Ruling] = []
        for at in range(0, len(keys), _AT_ONCE):
            found += self._rule_some(keys[at : at + _AT_ONCE])
        return found

    def _rule_some(self, keys: list[_Key]) -> Iterator[_Ruling]:
        from spacy.tokens import Doc

        strings = self._vocab.strings
        doc = Doc(self._vocab, words=[w for word, _, _ in keys for w in (strings[word], _APART)])
        asked = [doc[i] for i in range(0, len(doc), 2)]
        for token, (_, tag, dep) in zip(asked, keys, strict=True):
            token.tag, token.dep = tag, dep
        opening = {start for _, start, _ in self._first(doc, allow_missing=True)}
        self._ruler(doc)
        for token, key in zip(asked, keys, strict=True):
            same = (token.tag, token.dep) == key[1:]
            yield (token.pos, token.morph.key, token.lemma, token.i in opening) if same else None

    def _lemmatize(self, words: list[str], rows: Any) -> Any:
        """The rows (part of speech, morphology, lemma), with the lemmatizer's lemma where there was none."""
        from spacy.attrs import LEMMA, MORPH, POS
        from spacy.tokens import Doc

        if not words:
            return rows
        doc = Doc(self._vocab, words=words)
        doc.from_array([POS, MORPH, LEMMA], rows)
        self._lemmatizer(doc)
        if self._vocab.in_memory_zone:
            self._passing.update((token.lemma, token.lemma_) for token in doc)
        return doc.to_array([POS, MORPH, LEMMA])


class Named:
    """The words that patterns of tokens name, or may name."""

    def __init__(self, tokens: Iterable[Mapping[str, Any]]) -> None:
        self._words: set[str] = set()
        self._patterns: list[re.Pattern[str]] = []
        self._all = False
        for asked in (token[key] for token in tokens for key in _WORD & token.keys()):
            if isinstance(asked, str):
                self._words.add(asked.lower())
            elif asked.keys() <= {"IN", "REGEX"}:
                self._words.update(map(str.lower, asked.get("IN", ())))
                self._patterns += [re.compile(asked[key]) for key in asked if key == "REGEX"]
            else:
                self._all = True

    def __call__(self, word: str) -> bool:
        """Whether a word is named; blanks always are."""
        low = word.lower()
        if self._all or low in self._words or not word.strip():
            return True
        return any(pattern.search(form) for pattern in self._patterns for form in (word, low))


def _tokens(ruler: Any) -> Iterator[Mapping[str, Any]]:
    """The descriptions of tokens in a ruler's patterns."""
    return (token for rule in ruler.patterns for pattern in rule["patterns"] for token in pattern)


def _keeps_apart(nlp: Language) -> bool:
    """Whether the word between words fits no place of a pattern of several tokens."""
    from spacy.matcher import Matcher
    from spacy.tokens import Doc

    ruler: Any = nlp.get_pipe(RULER)
    places = [[token] for rule in ruler.patterns for p in rule["patterns"] if len(p) > 1 for token in p]
    matcher = Matcher(nlp.vocab)
    if places:
        matcher.add("places", places)
    return not matcher(Doc(nlp.vocab, words=[_APART]), allow_missing=True)

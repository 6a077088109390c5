"""Part of speech, morphology and lemma by memory: what the model's rules give a word of a tag and a dependency.

The attribute ruler and the lemmatizer of an English model are functions of single tokens, but for a few patterns of
several. Asking them again for every token of a text costs an eighth of spaCy's time; so each (word, tag, dependency) is
put to them once, by itself, and a sentence that one of the longer patterns fits takes the long way.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

RULER, LEMMATIZER = "attribute_ruler", "lemmatizer"
_ALONE = frozenset({"LOWER", "ORTH", "TEXT", "TAG", "DEP", "IS_SPACE"})
"""Properties of a token that word, tag and dependency decide."""
_AT_ONCE = 2_000
"""Words that are put to the rules in one go."""
_MOST = 100_000
"""Words remembered; then all are forgotten, so that memory stays flat."""

_APART = "\ue000"
"""Stands between words that are asked about in one go, so that no pattern of several tokens sees two of them."""

_Key = tuple[int, int, int]
_Values = tuple[int, int, int]


class Morphology:
    """The ruler and the lemmatizer of a pipeline, with a memory. The output is the same as theirs."""

    def __init__(self, nlp: Language) -> None:
        from spacy.matcher import Matcher

        self._vocab = nlp.vocab
        self._ruler, self._lemmatizer = nlp.get_pipe(RULER), nlp.get_pipe(LEMMATIZER)
        self._long, self._first = Matcher(nlp.vocab), Matcher(nlp.vocab)
        self._known: dict[_Key, _Values | None] = {}
        self._opening: set[_Key] = set()
        self._passing: dict[int, str] = {}
        """Lemmas learnt while the vocabulary forgets what it learns: it is told them again."""
        for number, rule in enumerate(self._ruler.patterns):
            several = [pattern for pattern in rule["patterns"] if len(pattern) > 1]
            if several:
                self._long.add(str(number), several)
                self._first.add(str(number), [pattern[:1] for pattern in several])

    @staticmethod
    def fits(nlp: Language) -> bool:
        """Whether a pipeline has both components, side by side, and they are of the kind that can be remembered."""
        names = nlp.pipe_names
        if RULER not in names or LEMMATIZER not in names or names.index(LEMMATIZER) != names.index(RULER) + 1:
            return False
        ruler: Any = nlp.get_pipe(RULER)
        lemmatizer: Any = nlp.get_pipe(LEMMATIZER)
        keys = {key for rule in ruler.patterns for pattern in rule["patterns"] for token in pattern for key in token}
        return lemmatizer.mode == "rule" and keys <= _ALONE and _keeps_apart(nlp)

    def pipe(self, docs: Sequence[Doc]) -> Iterator[Doc]:
        """Sets part of speech, morphology and lemma of tagged and parsed Docs."""
        from spacy.attrs import DEP, ORTH, TAG

        if len(self._known) > _MOST:
            self._known.clear()
            self._opening.clear()
            self._passing.clear()
        keys = [list(map(tuple, doc.to_array([ORTH, TAG, DEP]).tolist())) for doc in docs]
        new = list(dict.fromkeys(key for words in keys for key in words if key not in self._known))
        for at in range(0, len(new), _AT_ONCE):
            self._learn(new[at : at + _AT_ONCE])
        for doc, words in zip(docs, keys, strict=True):
            yield self._set(doc, words)

    def _set(self, doc: Doc, keys: list[_Key]) -> Doc:
        from spacy.attrs import LEMMA, MORPH, POS

        found = [self._known[key] for key in keys]
        opens = not self._opening.isdisjoint(keys)
        if None in found or (opens and self._long(doc, allow_missing=True)):
            return self._lemmatizer(self._ruler(doc))
        for lemma in self._passing.keys() & {row[2] for row in found} if self._passing else ():  # type: ignore[index]
            self._vocab.strings.add(self._passing[lemma])
        return doc.from_array([POS, MORPH, LEMMA], np.array(found, dtype=np.uint64)) if found else doc

    def _learn(self, keys: list[_Key]) -> None:
        """Asks the rules about tokens by themselves; None when they change what they are asked by."""
        from spacy.tokens import Doc

        strings = self._vocab.strings
        doc = Doc(self._vocab, words=[w for orth, _, _ in keys for w in (strings[orth], _APART)])
        asked = [doc[i] for i in range(0, len(doc), 2)]
        for token, (_, tag, dep) in zip(asked, keys, strict=True):
            token.tag, token.dep = tag, dep
        self._opening.update(keys[start // 2] for _, start, _ in self._first(doc, allow_missing=True))
        self._ruler(doc)
        for i in range(1, len(doc), 2):
            doc[i].pos_ = "X"  # the lemmatizer warns of words without one
        self._lemmatizer(doc)
        if self._vocab.in_memory_zone:
            self._passing.update((token.lemma, token.lemma_) for token in asked)
        for token, key in zip(asked, keys, strict=True):
            same = (token.tag, token.dep) == key[1:]
            self._known[key] = (token.pos, token.morph.key, token.lemma) if same else None


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

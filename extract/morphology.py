"""Part of speech, morphology and lemma by memory: what the model's rules give a word of a tag and a dependency.

The attribute ruler and the lemmatizer of an English model are functions of single tokens, but for a few patterns of
several. Asking them again for every token of a text costs an eighth of spaCy's time; so each (word, tag, dependency) is
put to them once, alone, and a sentence that one of the longer patterns fits takes the long way.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

RULER, LEMMATIZER = "attribute_ruler", "lemmatizer"
_ALONE = frozenset({"LOWER", "ORTH", "TEXT", "TAG", "DEP", "IS_SPACE"})
"""Properties of a token that word, tag and dependency decide."""
_MOST = 200_000
"""Words remembered; then all are forgotten, so that memory stays flat."""

_Values = tuple[int, Any, int]


class Morphology:
    """The ruler and the lemmatizer of a pipeline, with a memory. The output is the same as theirs."""

    def __init__(self, nlp: Language) -> None:
        from spacy.matcher import Matcher

        self._vocab = nlp.vocab
        self._ruler, self._lemmatizer = nlp.get_pipe(RULER), nlp.get_pipe(LEMMATIZER)
        self._long, self._first = Matcher(nlp.vocab), Matcher(nlp.vocab)
        self._known: dict[tuple[int, int, int], _Values | None] = {}
        self._opening: set[tuple[int, int, int]] = set()
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
        return lemmatizer.mode == "rule" and keys <= _ALONE

    def __call__(self, doc: Doc) -> Doc:
        """Sets part of speech, morphology and lemma of a tagged and parsed Doc."""
        from spacy.attrs import DEP, ORTH, TAG

        keys = list(map(tuple, doc.to_array([ORTH, TAG, DEP]).tolist()))
        if len(self._known) > _MOST:
            self._known.clear()
            self._opening.clear()
        for key in keys:
            if key not in self._known:
                self._learn(key)
        found = [self._known[key] for key in keys]
        opens = not self._opening.isdisjoint(keys)
        if None in found or (opens and self._long(doc, allow_missing=True)):
            return self._lemmatizer(self._ruler(doc))
        for token, values in zip(doc, found, strict=True):
            token.pos, token.morph, token.lemma = values  # type: ignore[misc]
        return doc

    def _learn(self, key: tuple[int, int, int]) -> None:
        """Asks the rules about a token by itself; None when they change what they are asked by."""
        from spacy.tokens import Doc

        orth, tag, dep = key
        doc = Doc(self._vocab, words=[self._vocab.strings[orth]])
        token = doc[0]
        token.tag, token.dep = tag, dep
        if self._first(doc, allow_missing=True):
            self._opening.add(key)
        self._lemmatizer(self._ruler(doc))
        self._known[key] = (token.pos, token.morph, token.lemma) if (token.tag, token.dep) == (tag, dep) else None

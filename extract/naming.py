"""The search of the entity recognizer over many sentences at once: the moves are spaCy's, all of a batch in one array.

A word begins a name, goes on with it, ends it, is one by itself, or is outside of any; what is allowed depends on
whether a name is open, and on the end of the sentence. spaCy asks this of each of its 74 moves for each word.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from .decoding import Decoder

if TYPE_CHECKING:
    from spacy.tokens import Doc

_SENTENCES = 128
"""Sentences that are searched side by side, of like length."""
_FEATURES = 3
"""The words that a move is chosen by: the next, the first of the open name, the last one read of it."""
_NONE = -1
_LAST, _BLANK = 1, 2
"""Marks of words: with the last one of a sentence no longer name can begin, with a blank no name at all."""
_CLOSED = 4
"""The kinds of words by their marks, where no name is open; where one is, only the first mark counts."""


class Namer:
    """An entity recognizer of a pipeline, as a step of it."""

    def __init__(self, component: Any) -> None:
        self._component = component
        names = [component.moves.get_class_name(i).partition("-") for i in range(component.moves.n_moves)]
        labels = sorted({label for _, _, label in names if label})
        self._ids = [component.vocab.strings.add(label) for label in labels]
        self._labels = np.array([labels.index(label) if label else _NONE for _, _, label in names])
        begins, inside, ends, single = (
            np.array([kind == name and bool(label) for kind, _, label in names]) for name in ("B", "I", "L", "U")
        )
        outside = np.array([kind == "O" for kind, _, _ in names])
        self._begins, self._inside, self._single, self._made = begins, inside, single, single | ends
        rows = [begins | single | outside, single | outside, outside, outside]
        for label in range(len(labels)):
            own = self._labels == label
            rows += [own & (inside | ends), own & ends]
        self._allowed = np.where(np.array(rows), 0, -np.inf).astype(np.float32)

    @staticmethod
    def fits(component: Any) -> bool:
        """Whether a component is an entity recognizer of spaCy's usual kind."""
        if type(component).__name__ != "EntityRecognizer" or not Decoder.fits(component):
            return False
        model = component.model
        usual = model.attrs.get("has_upper") and not model.attrs.get("unseen_classes")
        return bool(usual) and model.get_ref("lower").get_dim("nF") == _FEATURES

    def pipe(self, docs: Sequence[Doc]) -> Iterator[Doc]:
        """Finds the names of Docs as the component does; of Docs that have some already by the component itself."""
        if any(doc.has_annotation("ENT_IOB") for doc in docs):
            yield from self._component.pipe(docs)
            return
        by_length = sorted((doc for doc in docs if len(doc)), key=len, reverse=True)
        for at in range(0, len(by_length), _SENTENCES):
            self._name(by_length[at : at + _SENTENCES])
        yield from docs

    def _name(self, docs: list[Doc]) -> None:
        from spacy.tokens import Span

        names: list[list[Span]] = [[] for _ in docs]
        for i, start, end, label in self._search(docs):
            names[i].append(Span(docs[i], start, end, label=self._ids[label]))
        for doc, found in zip(docs, names, strict=True):
            doc.set_ents(found, default="outside")

    def _search(self, docs: list[Doc]) -> Iterator[tuple[int, int, int, int]]:
        """Number of the Doc, first token, end token and number of the label of each name; the longest Doc first."""
        model = self._component.model.predict(docs)
        lengths = np.array([len(doc) for doc in docs])
        offsets = np.cumsum(lengths) - lengths
        marks_of = np.concatenate([_marks(doc) for doc in docs])
        label, start = np.full(len(docs), _NONE), np.full(len(docs), _NONE)
        for at in range(lengths[0]):
            count = np.count_nonzero(lengths > at)
            label, start = label[:count], start[:count]
            here, is_open = offsets[:count] + at, label != _NONE
            words = np.stack(
                [here, np.where(is_open, offsets[:count] + start, _NONE), np.where(is_open, here - 1, _NONE)], axis=1
            )
            scores = model.vec2scores.predict(model.state2vec.predict(words.astype(np.int32)))
            marks = marks_of[here]
            scores += self._allowed[np.where(is_open, _CLOSED + 2 * label + (marks & _LAST), marks)]
            moves = scores.argmax(axis=1)
            labels, single = self._labels[moves], self._single[moves]
            for i in np.flatnonzero(self._made[moves]).tolist():
                yield i, at if single[i] else int(start[i]), at + 1, int(labels[i])
            start = np.where(self._begins[moves], at, start)
            label = np.where(self._begins[moves] | self._inside[moves], labels, _NONE)
        model.clear_memory()


def _marks(doc: Doc) -> Any:
    """The marks of each word."""
    from spacy.attrs import IS_SPACE, SENT_START

    rows = doc.to_array([IS_SPACE, SENT_START])
    marks = np.zeros(len(doc), dtype=np.intp)
    marks[:-1] = np.where(rows[1:, 1] == 1, _LAST, 0)
    marks[-1] = _LAST
    marks[rows[:, 0] == 1] |= _BLANK
    return marks

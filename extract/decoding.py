"""The greedy search of the parser and the entity recognizer, step by step from here.

spaCy runs the same search inside one call that has let go of Python's lock, and its checks of what is allowed take the
lock back, dozens of times a word: half of the time of finding names, a third of parsing. Here the lock is kept, and a
step is one round of all sentences. The moves come out the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.tokens import Doc

_SENTENCES = 128
"""Sentences that are searched side by side, of like length."""
_NEEDED = ("moves", "model", "transition_states", "set_annotations", "cfg")


class Decoder:
    """A parser or entity recognizer of a pipeline, as a step of it."""

    def __init__(self, component: Any) -> None:
        self._component = component

    @staticmethod
    def fits(component: Any) -> bool:
        """Whether a component makes a greedy search over transitions."""
        return all(hasattr(component, name) for name in _NEEDED) and component.cfg.get("beam_width") == 1

    def pipe(self, docs: Sequence[Doc]) -> Iterator[Doc]:
        """Annotates Docs as the component does."""
        in_length = sorted(docs, key=len)
        for at in range(0, len(in_length), _SENTENCES):
            some = in_length[at : at + _SENTENCES]
            self._component.set_annotations(some, self._search(some))
        yield from docs

    def _search(self, docs: list[Doc]) -> Any:
        component = self._component
        component._ensure_labels_are_added(docs)
        found = component.moves.init_batch(docs)
        open_ = [state for state in found if not state.is_final()]
        if open_:
            model = component.model.predict(docs)
            while open_:
                open_ = component.transition_states(open_, model.predict(open_))
            model.clear_memory()
        return found

"""The vectors that a model gives the words of a sentence, for less work: the arithmetic is spaCy's, the order ours.

A word's own vector depends on a few features of the word alone (norm, prefix, suffix, shape), so each word is put to
the first layer once and remembered. The layers above it, which look at a word's neighbours, run over as many sentences
at a time as fit the processor's cache.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from spacy.tokens import Doc

_FIRST = ("extract_features", "list2ragged", "with_array", "with_array", "ragged2list")
"""What spaCy's MultiHashEmbed is made of, without static vectors."""
_ABOVE = ("expand_window", "maxout>>layernorm>>dropout")
"""What each layer of its MaxoutWindowEncoder is made of."""
_MOST = 30_000
"""Words remembered; then all are forgotten, so that memory stays flat."""
_ROWS = 512
"""Words that the upper layers take at a time."""
_BETWEEN = 0
"""The place of what stands between sentences: nothing."""


class Vectors:
    """A Tok2Vec model of spaCy's usual kind, as a function from Docs to the vectors of their words."""

    def __init__(self, model: Any) -> None:
        first, above = model.layers
        features, _, embed, mix, _ = first.layers
        self._columns = features.attrs["columns"]
        self._embed: Callable[[Any], Any] = lambda rows: mix.layers[0].predict(embed.layers[0].predict(rows))
        self._padding: int = above.attrs["pad"]
        self._layers = [Layer(layer.layers[0]) for layer in above.layers[0].layers]
        self._width = first.layers[3].layers[0].get_dim("nO")
        self._forget()

    def _forget(self) -> None:
        self._places: dict[bytes, int] = {}
        self._known = np.zeros((1, self._width), dtype=np.float32)

    @staticmethod
    def fits(model: Any) -> bool:
        """Whether a model is a Tok2Vec of this kind."""
        if [len(part.layers) for part in model.layers] != [len(_FIRST), 1]:
            return False
        first, above = model.layers
        if tuple(part.name.split("(")[0] for part in first.layers) != _FIRST or "pad" not in above.attrs:
            return False
        upper = [layer.layers[0] for layer in above.layers[0].layers if layer.name.startswith("residual")]
        return (
            len(upper) == len(above.layers[0].layers) > 1
            and all(tuple(part.name for part in layer.layers) == _ABOVE for layer in upper)
            and all(layer.layers[0].attrs["window_size"] == 1 for layer in upper)
            and len(first.layers[0].attrs["columns"]) > 1
        )

    def of(self, docs: list[Doc]) -> list[Any]:
        """The vectors of each Doc's words, one a row."""
        places = self._places_of(np.vstack([doc.to_array(self._columns) for doc in docs]))
        found: list[Any] = []
        at = 0
        for lengths in _blocks(map(len, docs)):
            found += self._block(places, at, lengths)
            at += sum(lengths)
        return found

    def _block(self, places: list[int], at: int, lengths: list[int]) -> Iterator[Any]:
        padding = [_BETWEEN] * self._padding
        padded, starts = list(padding), []
        for length in lengths:
            starts.append(len(padded))
            padded += places[at : at + length]
            padded += padding
            at += length
        vectors = self._known[padded]
        for layer in self._layers:
            layer.add(vectors)
        return (vectors[start : start + length] for start, length in zip(starts, lengths, strict=True))

    def _places_of(self, rows: Any) -> list[int]:
        names = rows.view(f"V{rows.itemsize * rows.shape[1]}").ravel().tolist()
        try:
            return [self._places[name] for name in names]
        except KeyError:
            if len(self._places) > _MOST:
                self._forget()
            new = {name: i for i, name in enumerate(names) if name not in self._places}
            self._learn(list(new), self._embed(rows[list(new.values())]))
            return [self._places[name] for name in names]

    def _learn(self, names: list[bytes], vectors: Any) -> None:
        first = 1 + len(self._places)
        if first + len(names) > len(self._known):
            self._known = np.vstack([self._known, np.zeros((first + len(names), self._width), dtype=np.float32)])
        self._known[first : first + len(names)] = vectors
        self._places.update((name, first + at) for at, name in enumerate(names))


class Layer:
    """One of the upper layers: a word and its two neighbours, mixed, the best of some pieces, to norm."""

    def __init__(self, layer: Any) -> None:
        maxout, norm = layer.layers[1].layers[0].layers
        self._ops = maxout.ops
        pieces, width = maxout.get_dim("nP"), maxout.get_dim("nO")
        by_piece = np.moveaxis(maxout.get_param("W"), 1, 0).reshape(pieces * width, -1)
        self._weights = np.ascontiguousarray(by_piece)
        self._bias = np.ascontiguousarray(maxout.get_param("b").T).ravel()
        self._pieces = [slice(at * width, (at + 1) * width) for at in range(pieces)]
        self._scale, self._shift = norm.get_param("G"), norm.get_param("b")

    def add(self, vectors: Any) -> None:
        """Adds what the layer makes of the vectors to them, in place."""
        mixed = self._ops.gemm(self._ops.seq2col(vectors, 1), self._weights, trans2=True)
        mixed += self._bias
        best = np.maximum(mixed[:, self._pieces[0]], mixed[:, self._pieces[1]])
        for piece in self._pieces[2:]:
            np.maximum(best, mixed[:, piece], out=best)
        best -= best.mean(axis=1, keepdims=True)
        variance = (best * best).mean(axis=1, keepdims=True)
        variance += 1e-08
        best *= variance ** (-1.0 / 2.0)
        best *= self._scale
        best += self._shift
        vectors += best


def _blocks(lengths: Iterable[int]) -> Iterator[list[int]]:
    block: list[int] = []
    for length in lengths:
        block.append(length)
        if sum(block) >= _ROWS:
            yield block
            block = []
    if block:
        yield block


def quicken(model: Any) -> None:
    """Has every Tok2Vec of this kind in a model make its vectors in this way."""
    for node in model.walk():
        if Vectors.fits(node):
            node.attrs["vectors"] = Vectors(node)
            node._func = _forward


def _forward(model: Any, docs: list[Doc], is_train: bool) -> tuple[list[Any], None]:
    return model.attrs["vectors"].of(docs), None

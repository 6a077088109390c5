"""What is said, and by whom: the record of a stretch of speech, and how a saying verb names its speaker."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from . import grammar
from .sayings import sayings
from .units import Unit

NOMINAL_POS = frozenset({"NOUN", "PROPN", "PRON"})
SUBJECT_DEPS = frozenset({"nsubj", "nsubjpass", "expl", "csubj"})
FINITE_TAGS = frozenset({"VBD", "VBZ", "VBP", "MD"})
INVERTED_DEPS = frozenset({"dobj", "attr", "npadvmod", "oprd", "dep", "appos"})

Part = tuple[int, int, int]
"""Unit index, first token, end token (exclusive)."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """Someone's words: `parts` in reading order, `direct` when in quotation marks.

    `speaker` and `addressee` are heads of noun phrases, `verb` the saying word; None when the text has none.
    """

    parts: tuple[Part, ...]
    direct: bool
    speaker: tuple[Unit, Token] | None = None
    verb: tuple[Unit, Token] | None = None
    addressee: tuple[Unit, Token] | None = None

    @property
    def size(self) -> int:
        """Number of tokens."""
        return sum(end - first for _, first, end in self.parts)


class Quotations:
    """All quotations of an article, in reading order, with a quick way from a token to those around it."""

    __slots__ = ("_around", "_items", "_quoted")

    def __init__(self, items: Iterable[Quotation], quoted: frozenset[tuple[int, int]]) -> None:
        self._items = tuple(sorted(items, key=lambda q: q.parts[0]))
        self._quoted = quoted
        around: dict[tuple[int, int], list[Quotation]] = {}
        for item in sorted(self._items, key=lambda q: q.size):
            for index, first, end in item.parts:
                for i in range(first, end):
                    around.setdefault((index, i), []).append(item)
        self._around = {key: tuple(value) for key, value in around.items()}

    def __iter__(self) -> Iterator[Quotation]:
        return iter(self._items)

    def __len__(self) -> int:
        return len(self._items)

    def __getitem__(self, at: int) -> Quotation:
        return self._items[at]

    def covering(self, unit: Unit, token: Token) -> tuple[Quotation, ...]:
        """The quotations that a token lies in, innermost (shortest) first."""
        return self._around.get((unit.index, token.i), ())

    def quoted(self, unit: Unit, token: Token) -> bool:
        """Whether a token stands between quotation marks, be it a full quote or a few words of a clause."""
        return (unit.index, token.i) in self._quoted


def is_saying(token: Token) -> bool:
    """Whether a token is a verb of the saying verbs."""
    return token.pos_ == "VERB" and token.lemma_.lower() in sayings().verbs


def is_finite(verb: Token) -> bool:
    """Whether a verb, or an auxiliary of its, is in a finite form."""
    return verb.tag_ in FINITE_TAGS or any(c.dep_ in {"aux", "auxpass"} and c.tag_ in FINITE_TAGS for c in verb.lefts)


def speaker_of(verb: Token, quoted: frozenset[int] = frozenset()) -> Token | None:
    """Who speaks: the subject, the agent of a passive, or, where the verb stands first, the noun after it.

    `quoted` are tokens of the sentence that cannot be it.
    """
    subjects = grammar.subjects(_outer(verb))
    # "the news agency Interfax reported" comes out with two subjects: the name is the better one
    for token in sorted(subjects, key=lambda t: t.pos_ != "PROPN") if _are_own(subjects, verb) else subjects:
        if token.i not in quoted and token.pos_ in NOMINAL_POS | {"DET", "ADJ", "NUM"}:
            return None if token.lemma_.lower() in sayings().unnamed and token.pos_ == "PRON" else token
    for child in verb.rights:
        if child.dep_ in INVERTED_DEPS and child.pos_ in NOMINAL_POS and child.i not in quoted:
            return child
    return None


def _are_own(subjects: list[Token], verb: Token) -> bool:
    return len(subjects) > 1 and all(t.head == verb for t in subjects)


def _outer(verb: Token) -> Token:
    """ "X denied that Y was hurt, saying ...": after the comma it is X who says, whatever clause the parser chose."""
    if verb.tag_ != "VBG" or verb.dep_ != "advcl" or verb.i == 0 or verb.nbor(-1).text != ",":
        return verb
    current = verb.head
    while current.head != current:
        if current.dep_ == "ccomp" and is_saying(current.head):
            return current.head
        current = current.head
    return verb


def addressee_of(verb: Token) -> Token | None:
    """The one told: second object, bare object of a telling verb, or who comes after "to"."""
    told = grammar.datives(verb)
    if not told and verb.lemma_.lower() in sayings().tells:
        told = [c for c in verb.children if c.dep_ in {"dobj", "nsubjpass"}]
    told = told or grammar.prep_objects(verb, "to")
    return next((t for t in told if t.pos_ in NOMINAL_POS), None)


def makers_of(noun: Token) -> list[Token]:
    """Whose a statement or a report is: the possessor, or who comes after "by", "from", "of", "in"."""
    owners = grammar.owners(noun)
    if owners:
        return owners
    made = [(name, t) for name in sayings().by for t in grammar.prep_objects(noun, name)]
    made = [(name, t) for name, t in made if t.pos_ == "PROPN" or (t.pos_ == "NOUN" and name in {"by", "from"})]
    if made:
        return [t for _, t in made[:1]]
    compounds = [c for c in noun.lefts if c.dep_ in {"compound", "nmod"} and c.pos_ == "PROPN"]
    return compounds[-1:]

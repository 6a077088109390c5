"""Stretches of speech: what stands in quotation marks and what is reported, with who says it to whom."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Token

from . import grammar
from .sayings import sayings
from .units import Analysis, Unit

OPENING = frozenset({"“", "«", "„"})
CLOSING = frozenset({"”", "»"})
EITHER = frozenset({'"', "``", "''"})
NOMINAL_POS = frozenset({"NOUN", "PROPN", "PRON"})
SUBJECT_DEPS = frozenset({"nsubj", "nsubjpass", "expl", "csubj"})
FINITE_TAGS = frozenset({"VBD", "VBZ", "VBP", "MD"})
INVERTED_DEPS = frozenset({"dobj", "attr", "npadvmod", "oprd", "dep", "appos"})

_REACH = 14
"""How many tokens may stand between a quote and the verb that attributes it."""

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


def quotations(analysis: Analysis) -> Quotations:
    """The quotes and the reported clauses of an article."""
    units = analysis.units
    stretches = list(_stretches(units))
    quoted = frozenset((index, i) for parts in stretches for index, first, end in parts for i in range(first, end))
    direct = list(_attributed(units, [s for s in stretches if _is_speech(units, s)], quoted))
    reported = [q for unit in units for q in _reported(unit)]
    return Quotations([*direct, *reported], quoted)


def _stretches(units: tuple[Unit, ...]) -> Iterator[list[Part]]:
    """What stands between quotation marks, over sentences and, when the opening mark is repeated, paragraphs."""
    parts: list[Part] = []
    start: int | None = None
    before: Unit | None = None
    for unit in units:
        if before is not None and start is not None and _is_cut(before, unit):
            yield from _closed(parts)
            parts, start = [], None
        if start is not None:
            start = 0
        for token in unit.doc:
            mark = _mark(token, start is not None)
            if mark == "open":
                if start is not None and token.i > start:  # the closing mark is missing
                    parts.append((unit.index, start, token.i))
                if parts and not (token.i == 0 and before and before.paragraph != unit.paragraph):
                    yield from _closed(parts)
                    parts = []
                start = token.i + 1
            elif mark == "close" and start is not None:
                parts.append((unit.index, start, token.i))
                yield from _closed(parts)
                parts, start = [], None
        if start is not None:
            parts.append((unit.index, start, len(unit.doc)))
        before = unit
    yield from _closed(parts)


def _closed(parts: list[Part]) -> Iterator[list[Part]]:
    full = [part for part in parts if part[2] > part[1]]
    if full:
        yield full


def _is_cut(before: Unit, unit: Unit) -> bool:
    """An open quote goes on in the next paragraph only if that begins with the mark again."""
    if before.field != unit.field:
        return True
    return before.paragraph != unit.paragraph and _mark(unit.doc[0], False) != "open"


def _mark(token: Token, inside: bool) -> str | None:
    text = token.text
    if text in OPENING:
        return "open"
    if text in CLOSING:
        return "close"
    if text not in EITHER:
        return None
    left = token.i == 0 or bool(token.nbor(-1).whitespace_) or token.nbor(-1).text in {"(", "[", "—", "–", "-", "'"}
    right = bool(token.whitespace_) or token.i + 1 == len(token.doc)
    if left and not right:
        return "open"
    if right and not left:
        return "close"
    return "close" if inside else "open"


def _is_speech(units: tuple[Unit, ...], parts: list[Part]) -> bool:
    """A quote that says something by itself, unlike a few quoted words of the clause around them."""
    if len(parts) > 1:
        return True
    index, first, end = parts[0]
    tokens = units[index].doc[first:end]
    words = [t for t in tokens if not t.is_punct]
    if len(words) < 2:
        return False
    if any(t.dep_ in SUBJECT_DEPS and first <= t.head.i < end and _is_finite(t.head) for t in tokens):
        return True
    whole = tokens[-1].text in {",", ".", "!", "?", "..."} or (end + 1 < len(tokens.doc) and tokens.doc[end + 1].text == ",")
    return words[0].text[0].isupper() and whole and len(words) > 3


def _is_finite(verb: Token) -> bool:
    return verb.tag_ in FINITE_TAGS or any(c.dep_ in {"aux", "auxpass"} and c.tag_ in FINITE_TAGS for c in verb.children)


def _attributed(
    units: tuple[Unit, ...], stretches: list[list[Part]], quoted: frozenset[tuple[int, int]]
) -> Iterator[Quotation]:
    """Gives each quote its speaker; one without goes on with the speaker of the words before it."""
    last: Quotation | None = None
    for parts in stretches:
        found = _with_verb(units, parts, quoted)
        if found.speaker is None and last is not None and _goes_on(units, last, parts):
            found = replace(found, speaker=last.speaker, verb=last.verb, addressee=last.addressee)
        if found.speaker is None:
            found = _introduced(units, found)
        yield found
        last = found


def _goes_on(units: tuple[Unit, ...], last: Quotation, parts: list[Part]) -> bool:
    """The next quote of the same paragraph, or one that fills the sentence at the head of the next paragraph."""
    index, first, _ = parts[0]
    before, here = units[last.parts[-1][0]], units[index]
    if before.field != here.field:
        return False
    if before.paragraph == here.paragraph:
        return True
    starts_paragraph = units[index - 1].paragraph != here.paragraph
    return here.paragraph == before.paragraph + 1 and starts_paragraph and first <= 1


def _introduced(units: tuple[Unit, ...], found: Quotation) -> Quotation:
    """A quote at the start of a sentence after one that tells of someone's speech is that one's."""
    index, first, _ = found.parts[0]
    if first > 1 or index == 0 or units[index - 1].field != units[index].field:
        return found
    before = units[index - 1]
    adjacent = units[index].paragraph - before.paragraph
    ends_open = before.doc[-1].text == ":"
    for token in reversed(before.doc):
        said = sayings().verbs.get(token.lemma_.lower()) if token.pos_ == "VERB" else None
        if said and (adjacent == 0 or (adjacent == 1 and (ends_open or token.dep_ == "ROOT"))):
            speaker = _speaker(token, frozenset())
            if speaker is not None:
                return replace(found, speaker=(before, speaker), verb=(before, token))
    root = before.doc[0].sent.root if len(before.doc) else None
    if root is not None and (ends_open or adjacent == 0):
        subject = next(iter(grammar.surface_subjects(root)), None)
        if subject is not None and subject.pos_ in NOMINAL_POS and subject.lemma_ not in sayings().unnamed:
            return replace(found, speaker=(before, subject))
    return found


def _with_verb(units: tuple[Unit, ...], parts: list[Part], quoted: frozenset[tuple[int, int]]) -> Quotation:
    """The quote with the saying verb of its own sentences: one that governs it, follows it or leads up to it."""
    plain = Quotation(tuple(parts), True)
    first, last = units[parts[0][0]], units[parts[-1][0]]
    for unit, verb in _candidates(first, last, parts, quoted):
        taken = frozenset(i for index, i in quoted if index == unit.index)
        speaker = _speaker(verb, taken)
        if speaker is not None or verb.dep_ == "ROOT":
            addressee = _addressee(verb)
            return replace(
                plain,
                speaker=(unit, speaker) if speaker is not None else None,
                verb=(unit, verb),
                addressee=(unit, addressee) if addressee is not None else None,
            )
    return plain


def _candidates(
    first: Unit, last: Unit, parts: list[Part], quoted: frozenset[tuple[int, int]]
) -> Iterator[tuple[Unit, Token]]:
    begin, end = parts[0][1], parts[-1][2]
    after = [t for t in last.doc[end : end + _REACH + 1] if _is_free(last, t, quoted)]
    before = [t for t in reversed(first.doc[max(0, begin - 2 * _REACH) : begin]) if _is_free(first, t, quoted)]
    leads = begin >= 2 and (first.doc[begin - 2].text in {",", ":"} or first.doc[begin - 2].lower_ == "that")
    follows = begin <= 1 or not leads
    for unit, side in ((last, after), (first, before)):
        for token in side:
            if _governs(token, unit, parts):
                yield unit, token
    if follows and _ends_open(last, end):
        yield from ((last, t) for t in after if _is_saying(t))
    yield from ((first, t) for t in before if _is_saying(t))
    if leads:  # "Bush reacted angrily, “...”": no saying verb at all
        root = first.doc[0].sent.root
        if root.i < begin and root.pos_ == "VERB" and (first.index, root.i) not in quoted:
            yield first, root


def _ends_open(unit: Unit, end: int) -> bool:
    """Whether the sentence goes on after the quote as an attribution does: a comma, a question, or just the verb."""
    doc = unit.doc
    return end + 1 < len(doc) and (doc[end - 1].text in {",", "?", "!", "...", "…", "-", "—"} or doc[end + 1].text in {",", "—", "-"} or _is_saying(doc[end + 1]) or doc[end + 1].pos_ in NOMINAL_POS)  # fmt: skip


def _is_free(unit: Unit, token: Token, quoted: frozenset[tuple[int, int]]) -> bool:
    return token.pos_ == "VERB" and (unit.index, token.i) not in quoted


def _is_saying(token: Token) -> bool:
    return token.pos_ == "VERB" and token.lemma_.lower() in sayings().verbs


def _governs(verb: Token, unit: Unit, parts: list[Part]) -> bool:
    if not _is_saying(verb):
        return False
    inside = [(first, end) for index, first, end in parts if index == unit.index]
    if any(c.dep_ in {"ccomp", "parataxis"} and any(a <= c.i < b for a, b in inside) for c in verb.children):
        return True
    return verb.dep_ == "parataxis" and any(a <= verb.head.i < b for a, b in inside)


def _speaker(verb: Token, quoted: frozenset[int]) -> Token | None:
    """Who speaks: the subject, the agent of a passive, or, where the verb stands first, the noun after it."""
    for token in grammar.subjects(verb) or grammar.surface_subjects(verb):
        if token.i not in quoted and token.pos_ in NOMINAL_POS | {"DET", "ADJ", "NUM"}:
            return None if token.lemma_.lower() in sayings().unnamed and token.pos_ == "PRON" else token
    for child in verb.rights:
        if child.dep_ in INVERTED_DEPS and child.pos_ in NOMINAL_POS and child.i not in quoted:
            return child
    return None


def _addressee(verb: Token) -> Token | None:
    """The one told: second object, bare object of a telling verb, or who comes after "to"."""
    told = grammar.datives(verb)
    if not told and verb.lemma_ in sayings().tells:
        told = grammar.objects(verb)
    told = told or grammar.prep_objects(verb, "to")
    return next((t for t in told if t.pos_ in NOMINAL_POS), None)


def _reported(unit: Unit) -> Iterator[Quotation]:
    """Reported clauses of a sentence: "X said that ...", "..., X said", "as X put it", "according to X"."""
    for token in unit.doc:
        if token.pos_ == "VERB":
            yield from _of_verb(unit, token)
        elif token.lower_ in sayings().prepositions and token.dep_ in {"prep", "advmod", "pcomp", "mark"}:
            yield from _of_preposition(unit, token)


def _of_verb(unit: Unit, verb: Token) -> Iterator[Quotation]:
    kind = sayings().verbs.get(verb.lemma_.lower())
    if kind is None:
        return
    words = _relayed(verb) if kind == "relay" else _clause(verb)
    parts = _runs(unit, words)
    if parts:
        speaker, addressee = _speaker(verb, frozenset()), _addressee(verb)
        yield Quotation(
            parts,
            False,
            (unit, speaker) if speaker is not None else None,
            (unit, verb),
            (unit, addressee) if addressee is not None and kind != "relay" else None,
        )


def _relayed(verb: Token) -> set[int]:
    """What "Xinhua quoted Wang as saying ..." passes on, Wang's saying included."""
    saying = [s for c in verb.children if c.lower_ == "as" for s in c.children if s.dep_ == "pcomp"]
    return {t.i for s in saying for t in s.subtree}


def _clause(verb: Token) -> set[int]:
    own = {t.i for t in verb.subtree}
    clauses = [c for c in verb.children if c.dep_ == "ccomp" and (_is_finite(c) or c.dep_ == "ccomp" and _has_subject(c))]
    if clauses:
        return {t.i for c in clauses for t in c.subtree}
    head = verb.head
    if verb.dep_ in {"parataxis", "ccomp"} and head is not verb and _is_interposed(verb):
        return {t.i for t in head.subtree} - own
    if verb.dep_ == "advcl" and any(c.lower_ == "as" and c.dep_ in {"mark", "advmod"} for c in verb.children):
        return {t.i for t in head.subtree} - own
    return set()


def _is_interposed(verb: Token) -> bool:
    """A bare "X said" set off by a comma inside or after what X said."""
    if verb.dep_ == "parataxis":
        return True
    left = verb.left_edge.i
    return left > 0 and verb.doc[left - 1].text == "," and verb.i > verb.head.i and not any(c.dep_ == "mark" for c in verb.children)


def _has_subject(verb: Token) -> bool:
    return any(c.dep_ in SUBJECT_DEPS for c in verb.children)


def _of_preposition(unit: Unit, prep: Token) -> Iterator[Quotation]:
    between = sayings().prepositions[prep.lower_]
    holder = next((c for c in prep.children if c.lower_ in between), prep) if between else prep
    source = next((c for c in holder.children if c.dep_ in {"pobj", "dobj"}), None)
    if source is None or (between and holder is prep):
        return
    own = {t.i for t in prep.subtree}
    words = {t.i for t in _scope(prep).subtree} - own
    parts = _runs(unit, words)
    if parts:
        yield Quotation(parts, False, (unit, source), (unit, prep))


def _scope(prep: Token) -> Token:
    """What "according to X" is said of: the sentence when it opens or closes it, else its own clause."""
    head = prep.head
    edge = prep.left_edge.i <= 1 or prep.right_edge.i >= len(prep.doc) - 2
    while head.head is not head and (edge or not grammar.is_verbal(head)) and head.dep_ not in {"conj"}:
        head = head.head
    return head


def _runs(unit: Unit, words: set[int]) -> tuple[Part, ...]:
    """Unbroken ranges of tokens, without the marks and commas at their ends."""
    parts: list[Part] = []
    for i in sorted(words):
        if parts and parts[-1][2] == i:
            parts[-1] = (unit.index, parts[-1][1], i + 1)
        else:
            parts.append((unit.index, i, i + 1))
    return tuple(p for p in parts if any(not t.is_punct for t in unit.doc[p[1] : p[2]]))

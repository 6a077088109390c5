"""Stretches of speech: what stands in quotation marks and what is reported, with who says it to whom."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from weakref import WeakKeyDictionary

from spacy.tokens import Token

from . import grammar
from .marks import is_speech, quoted_stretches
from .reported import reported_clauses
from .sayings import sayings
from .speech import NOMINAL_POS, Part, Quotation, Quotations, addressee_of, is_saying, makers_of, speaker_of
from .units import Analysis, Unit

__all__ = ["Quotation", "Quotations", "quotations"]

OPEN_ENDS = frozenset({",", "?", "!", "...", "…", "-", "—"})
JOINTS = frozenset({",", "-", "—", "–"})

_OPENING = 4
_BACK = 4
_REACH = 14
"""How many tokens may stand between a quote and the verb that attributes it."""


_found: WeakKeyDictionary[Analysis, Quotations] = WeakKeyDictionary()


def quotations(analysis: Analysis) -> Quotations:
    """The quotes and the reported clauses of an article; found once, however often they are asked for."""
    found = _found.get(analysis)
    if found is None:
        found = _found[analysis] = _quotations(analysis)
    return found


def known(analysis: Analysis, found: Quotations) -> None:
    """Notes the quotations of an analysis that are known from another one of the same units."""
    _found[analysis] = found


def _quotations(analysis: Analysis) -> Quotations:
    units = analysis.units
    stretches = list(quoted_stretches(units))
    quoted = frozenset((index, i) for parts in stretches for index, first, end in parts for i in range(first, end))
    reported = [q for unit in units for q in reported_clauses(unit)]
    direct = list(_attributed(units, [s for s in stretches if is_speech(units, s)], quoted, reported))
    told = [*direct, *(q for q in reported if not _is_same(q, direct)), *_released(units)]
    return Quotations((_with_maker(units, q) for q in told), quoted)


def _with_maker(units: tuple[Unit, ...], quotation: Quotation) -> Quotation:
    """For "the statement said" the one who made it, as told a little earlier ("the ministry issued a statement")."""
    if quotation.speaker is None:
        return quotation
    unit, noun = quotation.speaker
    if noun.pos_ != "NOUN" or noun.lemma_.lower() not in sayings().said or makers_of(noun):
        return quotation
    for earlier in reversed(units[max(0, unit.index - _BACK) : unit.index]):
        for token in earlier.doc:
            if token.pos_ == "NOUN" and token.lemma_ == noun.lemma_ and (maker := _maker(token)) is not None:
                return replace(quotation, speaker=(earlier, maker))
    return quotation


def _maker(noun: Token) -> Token | None:
    verb = noun.head.head if noun.dep_ == "pobj" else noun.head
    makers = makers_of(noun) or (grammar.subjects(verb) if grammar.is_verbal(verb) else [])
    return next((t for t in makers if t != noun), None)


def _released(units: tuple[Unit, ...]) -> Iterator[Quotation]:
    """The rest of a release that opens with "The below is attributable to Spokesperson X:"."""
    for unit in units[:_OPENING]:
        word = next((t for t in unit.doc if t.lower_ == "attributable"), None)
        speaker = next(iter(grammar.prep_objects(word, "to")), None) if word is not None else None
        rest = tuple((u.index, 0, len(u.doc)) for u in units[unit.index + 1 :] if u.field == unit.field)
        if word is not None and speaker is not None and rest:
            yield Quotation(rest, False, (unit, speaker), (unit, word))


def _is_same(reported: Quotation, direct: list[Quotation]) -> bool:
    """Whether a clause is just the sentence's share of a quote that hangs on the same verb."""
    index, first, end = reported.parts[0]
    return any(
        quote.verb is not None
        and reported.verb is not None
        and quote.verb[1] == reported.verb[1]
        and any(i == index and a <= first and end - 1 <= b for i, a, b in quote.parts)
        for quote in direct
    )


def _attributed(
    units: tuple[Unit, ...],
    stretches: list[list[Part]],
    quoted: frozenset[tuple[int, int]],
    reported: list[Quotation],
) -> Iterator[Quotation]:
    """Gives each quote its speaker; one without goes on with the speaker of the words before it."""
    last: Quotation | None = None
    for parts in stretches:
        found = _with_verb(units, parts, quoted)
        if found.speaker is None:
            found = _inside(found, reported)
        if found.speaker is None and last is not None and _goes_on(units, last, parts):
            found = replace(found, speaker=last.speaker, verb=last.verb, addressee=last.addressee)
        if found.speaker is None:
            found = _introduced(units, found)
        yield found
        last = found


def _inside(found: Quotation, reported: list[Quotation]) -> Quotation:
    """A quote without a verb of its own, in a clause that is someone's ("according to X, “...”")."""
    index, first, _ = found.parts[0]
    around = [q for q in reported if any(i == index and a <= first < b for i, a, b in q.parts)]
    if not around:
        return found
    inner = min(around, key=lambda q: q.size)
    return replace(found, speaker=inner.speaker, verb=inner.verb, addressee=inner.addressee)


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
        if said and (adjacent == 0 or (adjacent == 1 and (ends_open or _is_main(token)))):
            speaker = speaker_of(token)
            if speaker is not None:
                return replace(found, speaker=(before, speaker), verb=(before, token))
    root = _root(before)
    if ends_open or adjacent == 0:
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
        speaker = speaker_of(verb, taken)
        if speaker is not None or verb.dep_ == "ROOT":
            addressee = addressee_of(verb)
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
        yield from ((last, t) for t in after if is_saying(t))
    yield from ((first, t) for t in before if is_saying(t))
    if leads:  # "Bush reacted angrily, “...”": no saying verb at all
        root = _root(first)
        if root.i < begin and root.pos_ == "VERB" and (first.index, root.i) not in quoted:
            yield first, root


def _ends_open(unit: Unit, end: int) -> bool:
    """Whether the sentence goes on after the quote as an attribution does: a comma, a question, or just the verb."""
    if end + 1 >= len(unit.doc):
        return False
    within, after = unit.doc[end - 1], unit.doc[end + 1]
    is_joined: bool = within.text in OPEN_ENDS or after.text in JOINTS or after.pos_ in NOMINAL_POS
    return is_joined or is_saying(after)


def _is_main(verb: Token) -> bool:
    return "ROOT" in {verb.dep_, verb.head.dep_ if verb.dep_ == "conj" else ""}


def _root(unit: Unit) -> Token:
    return next(token for token in unit.doc if token.head == token)


def _is_free(unit: Unit, token: Token, quoted: frozenset[tuple[int, int]]) -> bool:
    return token.pos_ == "VERB" and (unit.index, token.i) not in quoted


def _governs(verb: Token, unit: Unit, parts: list[Part]) -> bool:
    if not is_saying(verb):
        return False
    inside = [(first, end) for index, first, end in parts if index == unit.index]
    if any(c.dep_ in {"ccomp", "parataxis"} and any(a <= c.i < b for a, b in inside) for c in verb.children):
        return True
    return verb.dep_ == "parataxis" and any(a <= verb.head.i < b for a, b in inside)

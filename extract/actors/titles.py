"""Ties titles to the names they belong to: before the name, in apposition on either side, with "is", in brackets."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from .nominals import DETERMINERS, Nominal
from .spans import DASHES, Marked, Span

CLOSERS = frozenset({",", ".", ";", ":", ")", "—", "–", "!", "?", '"', "”", "and", "or"})
COPULAS = frozenset({"is", "was", "became", "remains", "as"})

ALONE = frozenset({"president", "vice president", "secretary", "deputy secretary", "prime minister", "under secretary"})
"""Titles that stand for their holder: "the President and Prime Minister Moe" are two."""

Tie = tuple[Nominal, Span, str]
"""A title, the name it belongs to, and where the name stands: "after", "apposed", "before"."""
OPPOSED = frozenset({"rival", "ally", "foe", "enemy"})
"""Words for a country that are words for a person as well: "the king's rival, General Moe"."""


def ties(marked: Marked, nominals: list[Nominal], people: frozenset[Span], things: frozenset[str]) -> Iterator[Tie]:
    """Each title with a name of a person; a plural title may have several ("Presidents Bush and Putin")."""
    tied: dict[int, Span] = {}
    for nominal in nominals:
        if nominal.noun in things and (nominal.office is None or nominal.office.sort != "office"):
            continue
        if nominal.office is not None and nominal.office.sort == "country":
            continue  # "restored democracy in Peru, Moe said"
        for span, how in _names_of(marked, nominal, people, tied):
            tied[nominal.end] = span
            yield nominal, span, how
    yield from _shared(marked, nominals, tied)


def _names_of(
    marked: Marked, nominal: Nominal, people: frozenset[Span], tied: dict[int, Span]
) -> Iterator[tuple[Span, str]]:
    after = _after(marked, nominal, people)
    if after is not None:
        yield after, "after"
        if nominal.plural:
            for more in _listed(marked, after, people):
                yield more, "after"
        return
    if nominal.core_end < len(marked.raw) and marked.tags[nominal.core_end] == "POS":
        return
    if nominal.plural:
        if nominal.office is not None and (first := _apposed(marked, nominal, people)) is not None:
            yield first, "apposed"
            for more in _listed(marked, first, people):
                yield more, "apposed"
        return
    before = _before(marked, nominal, people, tied)
    if before is not None:
        yield before, "before"
        return
    apposed = _apposed(marked, nominal, people)
    if apposed is not None:
        yield apposed, "apposed"


def _after(marked: Marked, nominal: Nominal, people: frozenset[Span]) -> Span | None:
    """A name right after the title, or after its "of" phrase."""
    for start in (nominal.core_end, nominal.end):
        i = _skip(marked, start)
        span = marked.at[i] if i < len(marked.raw) else None
        if span is not None and span in people and start <= span.start <= i:  # "Sheikh" may be read as part of it
            return span
    return None


def _skip(marked: Marked, i: int) -> int:
    """Steps over "Mr", quotes and "-designate"."""
    n = len(marked.raw)
    while i < n and marked.low[i] in (
        "mr",
        "mr.",
        "mrs.",
        "mrs",
        "ms.",
        "ms",
        "dr.",
        "dr",
        "sir",
        "sheikh",
        "designate",
        "elect",
        "-",
    ):
        i += 1
    return i


def _listed(marked: Marked, span: Span, people: frozenset[Span]) -> Iterator[Span]:
    i = _past_bracket(marked, span.end)
    while i + 1 < len(marked.raw) and marked.low[i] in (",", "and"):
        i += 1 + (marked.low[i + 1] == "and")
        following = marked.at[i] if i < len(marked.raw) else None
        if following is None or following not in people or following.start != i:
            return
        yield following
        i = _past_bracket(marked, following.end)


def _past_bracket(marked: Marked, i: int) -> int:
    """Steps over "(D-CT)" and the like."""
    if marked.raw[i : i + 1] != ["("] or ")" not in marked.raw[i : i + 5]:
        return i
    return marked.raw.index(")", i) + 1


def _before(marked: Marked, nominal: Nominal, people: frozenset[Span], tied: dict[int, Span]) -> Span | None:
    """A name in front of an apposed title: "X, Israel's ambassador to the UN," and "X is the president"."""
    i = nominal.start - 1
    while i >= 0 and (
        marked.low[i] in DETERMINERS
        or marked.tags[i] == "PRP$"
        or marked.low[i] in ("mr", "mr.", "mrs", "mrs.", "ms", "ms.")
    ):
        i -= 1
    while i > 1 and marked.raw[i] in DASHES and marked.low[i - 1] == "ex":
        i -= 2  # "X, ex-president of Peru,"
    if i < 1:
        return None
    if marked.raw[i] == "," and _closes(marked, nominal.end, nominal):
        j = i - 1
        if marked.tags[j] == "CD" and j > 1 and marked.raw[j - 1] == ",":
            j -= 2
        span = marked.at[j]
        return span if span is not None and span in people and span.end == j + 1 else None
    if marked.low[i] in COPULAS:
        j = i - 1
        while j > 0 and marked.low[j] in ("who", "currently", "now", "also", "acting", "serving", "is", "was"):
            j -= 1
        if marked.raw[j] == ",":
            j -= 1
        span = marked.at[j] if j >= 0 else None
        return span if span is not None and span in people and span.end == j + 1 else None
    if marked.raw[i] == "(" and marked.at[i - 1] in people:
        return marked.at[i - 1]
    return None


def _closes(marked: Marked, i: int, nominal: Nominal) -> bool:
    """Whether an apposition may end here."""
    if i >= len(marked.raw) or marked.raw[i] in CLOSERS:
        return True
    token = marked.doc[nominal.head]
    return token.dep_ == "appos" or marked.tags[i] in ("VBD", "VBZ", "MD", "WP", "IN", "VBG", "VBN", "WDT")


def _apposed(marked: Marked, nominal: Nominal, people: frozenset[Span]) -> Span | None:
    """A name set off after the title: "Russia's ambassador to the UN, Vassily Nebenzia, said"."""
    n = len(marked.raw)
    for end in sorted({nominal.end, nominal.core_end}, reverse=True):
        if end + 1 >= n or marked.raw[end] not in (",", "(", "—", "–", ":"):
            continue
        i = _skip(marked, end + 1)
        span = marked.at[i] if i < n else None
        if span is None or span not in people or span.start != i:
            continue
        if nominal.plural:
            return span if marked.low[span.end : span.end + 1] in (["and"], [","]) else None
        closed = span.end >= n or marked.raw[span.end] in (",", ".", ")", ";", "—", "–", ":", '"', "”")
        token = marked.doc[nominal.head]
        parsed = any(marked.doc[k].head == token and marked.doc[k].dep_ == "appos" for k in range(span.start, span.end))
        verb = span.end < n and marked.tags[span.end] in ("VBD", "VBZ", "MD") and token.dep_ in ("nsubj", "nsubjpass")
        if parsed or verb or (closed and not _is_list(marked, span.end)):
            return span
    return None


def _is_list(marked: Marked, i: int) -> bool:
    """Whether "..., X, and Y" goes on: then X is another one, not the one before the comma."""
    return (
        marked.raw[i : i + 1] == [","]
        and marked.low[i + 1 : i + 2] == ["and"]
        and marked.tags[i + 2 : i + 3] != ["VBD"]
    )


def _shared(marked: Marked, nominals: list[Nominal], tied: dict[int, Span]) -> Iterator[Tie]:
    """The first title of "state councilor and foreign minister Wang Yi", and the second of "Wang Yi, X and Y"."""
    for one, two in pairwise(nominals):
        if one.office is None or two.office is None or one.plural or two.plural:
            continue
        if any(n.office is not None and n.office.sort == "country" and n.noun not in OPPOSED for n in (one, two)):
            continue  # "restored democracy in Peru, and President Moe said"
        between = marked.low[one.end : two.start]
        if not between or between[0] not in ("and", ",") or not set(between) <= DETERMINERS | {"and", ","}:
            continue
        if one.det == "the" and not one.owners and one.office.title in ALONE:
            continue
        if two.end in tied and one.end not in tied and not two.owners and two.det != "the":
            yield one, tied[two.end], "after"
        elif two.end in tied and one.end not in tied and _is_chair(one, two) and between == [","]:
            yield one, tied[two.end], "apposed"
        elif one.end in tied and two.end not in tied and tied[one.end].end <= one.start:
            tied[two.end] = tied[one.end]
            yield two, tied[one.end], "before"


def _is_chair(one: Nominal, two: Nominal) -> bool:
    """Whether the first is an office in a body of states: "the chairman of the AU, Ghana's President X"."""
    igo = {s.sort for s in one.owners} == {"igo"} or (one.office is not None and one.office.level == "igo_head")
    return igo and {s.sort for s in two.owners} == {"state"}

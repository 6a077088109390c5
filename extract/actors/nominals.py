"""Noun phrases around an office, a body, people in office or another word for someone: whose, which, how many.

They are read by their order, not by the parse, which is where a small model fails: what stands before the head
("the former U.S. special", "Iran's", "his"), and the phrase after it ("of Iran", "to the UN", "in Kyiv").
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from .entries import Office
from .following import NOUN_TAGS, OWNER_SORTS, form_of, look_right
from .spans import DASHES, PLURAL_TAGS, POSSESSIVE, Marked, Span
from .tables import Tables

DETERMINERS = frozenset(
    [
        "the",
        "a",
        "an",
        "this",
        "that",
        "these",
        "those",
        "some",
        "any",
        "both",
        "all",
        "each",
        "every",
        "no",
        "another",
        "other",
        "several",
        "many",
    ]
)
WORD_SORTS = frozenset({"office", "body", "collective", "citizen", "country"})
MODIFIER_TAGS = frozenset({"JJ", "JJR", "JJS", "VBN", "VBG", "CD", "RB", "HYPH", "AFX"})
MODIFIER_DEPS = frozenset(
    {"compound", "amod", "nmod", "nummod", "advmod", "punct", "npadvmod", "quantmod", "poss", "appos"}
)
NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10}


@dataclass(slots=True)
class Nominal:
    """A noun phrase: `head` token, `start:end` without determiner, `owners` as spans or as tokens.

    `noun` is the head's lemma. `office` is what the tables say of it; None for other words for someone.
    """

    head: int
    start: int
    core: int
    core_end: int
    end: int
    noun: str
    office: Office | None
    plural: bool
    det: str = ""
    owners: list[Span] = field(default_factory=list)
    pronoun: int | None = None
    owner_noun: int | None = None
    places: list[Span] = field(default_factory=list)
    """States and towns it is in, at or from; they say whose it is when nothing else does."""
    targets: list[Span] = field(default_factory=list)
    """Whom an envoy is sent to."""
    count: int | None = None
    former: bool = False


def nominals(marked: Marked, tables: Tables) -> Iterator[Nominal]:
    """Every such phrase of a unit, from left to right."""
    wanted = tables.nouns
    for i, tag in enumerate(marked.tags):
        span = marked.at[i]
        if span is not None:
            if span.sort in WORD_SORTS and i == span.start:
                yield _nominal(marked, span.start, span.end, span.office, tables)
        elif tag in NOUN_TAGS and (marked.low[i] in wanted["all"] or lemma_of(marked, i) in wanted["all"]):
            yield _nominal(marked, i, i + 1, None, tables)


def lemma_of(marked: Marked, i: int) -> str:
    """The singular of a noun."""
    return str(marked.doc[i].lemma_).lower()


def _nominal(marked: Marked, core: int, core_end: int, office: Office | None, tables: Tables) -> Nominal:
    head = _head(marked, core, core_end)
    found = Nominal(
        head, core, core, core_end, core_end, lemma_of(marked, head), office, _is_plural(marked, head, tables)
    )
    _look_left(marked, found, tables)
    while found.start < found.core and marked.raw[found.start] in DASHES:
        found.start += 1
    look_right(marked, found, tables)
    if office is not None and office.title == "secretary of state" and marked.low[core_end : core_end + 1] == ["for"]:
        found.office = replace(office, title="secretary of state for")  # a British minister
    return found


def _is_plural(marked: Marked, head: int, tables: Tables) -> bool:
    """Whether a noun is plural; of a capitalised title the tag does not always say so."""
    low = marked.low[head]
    return marked.tags[head] in PLURAL_TAGS or (low.endswith("s") and low[:-1] in tables.nouns["person"])


def _head(marked: Marked, start: int, end: int) -> int:
    """The noun that a title turns on: the last one before "of", "to", "for" or a hyphenated "-general"."""
    for i in range(start + 1, end):
        if marked.low[i] in ("of", "to", "for", "in") or (
            marked.low[i] in ("general", "elect", "designate") and i == end - 1
        ):
            last = i - 1
            return last - 1 if marked.raw[last] in DASHES and last > start else last
    return end - 1


def _look_left(marked: Marked, found: Nominal, tables: Tables) -> None:
    i = found.core - 1
    owned = False
    while i >= 0:
        span, low = marked.at[i], marked.low[i]
        if span is not None and span.sort in WORD_SORTS and not owned:
            if span.sort == "office" and not _is_role_part(marked, span):
                break
            i = span.start - 1
        elif span is not None and span.sort in OWNER_SORTS:
            if span.sort in ("run", "person") and not owned and not _modifies(marked, i, found):
                break
            if not owned and _is_where(marked, span):
                break
            found.owners.insert(0, span)
            i = span.start - 1
            if _is_joined(marked, i):
                i -= 1
                continue
            if owned:
                found.start = span.start
                found.det = marked.low[i] if i >= 0 and marked.low[i] in DETERMINERS else found.det or "the"
                return
        elif marked.raw[i] in POSSESSIVE and i > 0 and marked.tags[i] == "POS":
            owned = True
            i -= 1
            if marked.at[i] is None:
                if marked.tags[i] in NOUN_TAGS:
                    found.owner_noun = i
                    found.start = _noun_start(marked, i)
                found.det = "the"
                return
            continue
        elif marked.tags[i] == "PRP$" or low == "whose":
            found.pronoun, found.det = i, low
            i -= 1
            break
        elif low in DETERMINERS and marked.tags[i] in ("DT", "JJ", "PDT"):
            found.det = found.det or low
            if low in ("several", "many", "other", "some", "all", "both", "these", "those"):
                found.start = i if low in ("several", "many", "all", "some") else found.start
            if low == "both":
                found.count = 2
            break
        elif _is_modifier(marked, i, found):
            if marked.tags[i] == "CD":
                found.count = NUMBERS.get(low, int(low) if low.isdigit() and len(low) < 4 else 99)
            found.former = found.former or low in ("former", "ex", "then", "late", "onetime", "outgoing")
            i -= 1
        else:
            break
        found.start = i + 1 if low not in DETERMINERS else found.start
    return


def _is_where(marked: Marked, span: Span) -> bool:
    """Whether a capital is where it happens: "While in Brussels President X will ..."."""
    entry = span.entry
    capital = entry is not None and entry.form == "capital"
    return capital and span.start > 0 and marked.low[span.start - 1] in ("in", "at", "from")


def _is_role_part(marked: Marked, span: Span) -> bool:
    """Whether an office before another is only its modifier: "defence minister spokesman"."""
    return marked.tags[span.end - 1] not in PLURAL_TAGS


def _modifies(marked: Marked, i: int, found: Nominal) -> bool:
    """Whether a name right before a noun is part of its phrase: "Bush administration", not "told Bush officials"."""
    token = marked.doc[i]
    return found.core - 1 == i or token.head.i in range(found.start, found.core_end + 2)


def _is_joined(marked: Marked, i: int) -> bool:
    """Whether "and", a comma or a dash ties two owners to each other: "US and Chinese officials"."""
    if i < 1 or not (marked.low[i] in ("and", ",", "or", "&", "/") or marked.raw[i] in DASHES):
        return False
    before = marked.at[i - 1]
    if before is None or before.sort not in ("state", "igo", "region", "seat"):
        return False
    after = marked.at[i + 1]
    if after is None or after.sort == "run":
        return False
    if marked.raw[i] in DASHES:
        return True
    forms = {form_of(before), form_of(after)}
    if marked.low[i] == ",":
        return forms == {"adjective"}
    return forms <= {"adjective", "name"} and (len(forms) == 1 or before.end - before.start == 1)


def _is_modifier(marked: Marked, i: int, found: Nominal) -> bool:
    tag, raw = marked.tags[i], marked.raw[i]
    if raw in (",", ";", ":", "(", ")", '"', "“", "”"):
        return False
    if tag in MODIFIER_TAGS or raw in DASHES:
        token = marked.doc[i]
        return tag not in ("VBG", "VBN", "RB") or token.dep_ in MODIFIER_DEPS
    if tag in NOUN_TAGS and marked.low[i] not in DETERMINERS:
        token = marked.doc[i]
        return (
            token.dep_ in MODIFIER_DEPS
            and i < token.head.i <= found.core_end + 3
            and marked.labels[i] not in ("DATE", "TIME")
        )
    return False


def _noun_start(marked: Marked, i: int) -> int:
    while i > 0 and (marked.tags[i - 1] in MODIFIER_TAGS or marked.tags[i - 1] in NOUN_TAGS):
        i -= 1
    return i

"""Marks the capitalised names of a sentence that no table knows, from the first word to the last."""

from __future__ import annotations

from collections.abc import Iterator

from .spans import CALENDAR, DASHES, NAME_TAGS, ORGANISATION_LABELS, POSSESSIVE, Marked, Span
from .tables import Tables

DATING = frozenset(
    ["in", "since", "until", "till", "by", "of", "last", "next", "this", "early", "late", "mid", "from", "to", "for"]
)
"""What stands before the name of a month."""

FILIAL = frozenset({"bin", "ibn", "ben", "bint", "al", "el"})
"""Words between the names of an Arabic name: "bin Sultan" is no title."""


def runs(marked: Marked, tables: Tables) -> Iterator[Span]:
    """Unbroken capitalised names outside the known spans, with their particles, initials and hyphens."""
    particles = tables.nouns["particles"]
    i, n = 0, len(marked.raw)
    while i < n:
        if not _is_name(marked, i, tables):
            i += 1
            continue
        end = i + 1
        while end < n:
            step = _goes_on(marked, end, tables, particles)
            if not step:
                break
            end += step
        while end > i + 1 and marked.low[end - 1] in ("-", "–"):
            end -= 1
        start = _joined_start(marked, i, end, tables)
        if (cut := _matter_end(marked, i, end, tables)) and start == i:
            yield Span(i, cut, "run", (), "")
            start = i = cut
        if end - start > 1 or _is_no_noun(marked, i, tables):
            yield Span(start, end, "run", (), _label(marked, start, end))
        i = end


def _joined_start(marked: Marked, i: int, end: int, tables: Tables) -> int:
    """Where "the Justice and Equality Movement" begins."""
    if _is_place_of_name(marked, i, end):
        return i - 1
    if i < 3 or marked.low[i - 1] != "and" or marked.low[end - 1] not in tables.nouns["political_words"]:
        return i
    j = i - 2
    while j > 0 and marked.low[j] != "the" and marked.raw[j][0].isupper() and marked.at[j] is None:
        j -= 1
    return j + 1 if marked.low[j] == "the" and j + 1 < i - 1 else i


def _matter_end(marked: Marked, start: int, end: int, tables: Tables) -> int:
    """Where "National Security Tarun Chhabra" turns from what an office is for into a name; 0 when it does not."""
    if end - start < 3 or start == 0 or marked.low[start - 1] not in ("for", "and", "of", ","):
        return 0
    for i in range(end - 3, start - 1, -1):
        hyphens = sum(2 for k in range(i + 1, end) if marked.raw[k] in DASHES)
        if marked.low[i] in tables.nouns["matters"] and 2 <= end - i - 1 <= 3 + hyphens:
            return i + 1
    return 0


def _is_place_of_name(marked: Marked, i: int, end: int) -> bool:
    """Whether the known word before a person's name belongs to it: "Aden Hashi Ayro"."""
    span = marked.at[i - 1] if i else None
    if span is None or span.sort != "state" or span.end - span.start > 1 or marked.tags[i - 1] != "NNP":
        return False
    entry = span.entry
    if entry is None or entry.form != "capital" or _label(marked, i, end) != "PERSON":
        return False
    return (
        marked.low[i - 2 : i - 1] not in (["in"], ["at"], ["from"], ["to"], ["of"])
        and marked.doc[i - 1].dep_ == "compound"
    )


def _is_no_noun(marked: Marked, i: int, tables: Tables) -> bool:
    """Whether a single capitalised word is a name, and not a common noun at the head of a sentence or of a title."""
    return marked.low[i] not in tables.nouns["all"] and marked.doc[i].lemma_.lower() not in tables.nouns["all"]


def _is_name(marked: Marked, i: int, tables: Tables) -> bool:
    word, span = marked.raw[i], marked.at[i]
    if not word[0].isupper() and not (word[:2] in ("d'", "d’") and len(word) > 3):
        return False
    if span is not None:
        return span.sort == "person"
    if marked.low[i] in CALENDAR and marked.tags[i] == "MD":
        return marked.low[i] in tables.surnames and marked.tags[i + 1 : i + 2] == ["VBD"]  # "May said"
    if marked.tags[i] not in NAME_TAGS and marked.labels[i] not in ("PERSON", "ORG") and span is None:
        return False
    low = marked.low[i]
    if low in ("designate", "elect") and i > 0 and marked.raw[i - 1] in DASHES:
        return False
    if low in CALENDAR and marked.labels[i] in ("DATE", "") and not _is_surname(marked, i, tables):
        return False
    if marked.labels[i] in ("DATE", "TIME") and low not in CALENDAR:
        return False
    return not _is_honorific(marked, i, tables) and low not in ("the", "a")


def _is_surname(marked: Marked, i: int, tables: Tables) -> bool:
    """Whether "May" is someone's name: after a forename or a title, or before a verb, and not where a date stands."""
    if marked.low[i] not in tables.surnames or marked.tags[i] not in NAME_TAGS:
        return False
    if marked.at[i] is not None and marked.at[i].sort == "person":  # type: ignore[union-attr]
        return True
    before = marked.low[i - 1] if i else ""
    if before in tables.forenames or before in tables.honorifics:
        return True
    if i and marked.at[i - 1] is not None and marked.at[i - 1].sort == "office":  # type: ignore[union-attr]
        return True
    follows = marked.tags[i + 1 : i + 2] in (["VBD"], ["VBZ"], ["MD"], ["POS"])
    return follows and before not in DATING and not before[:1].isdigit() and marked.doc[i].dep_ != "npadvmod"


def _is_honorific(marked: Marked, i: int, tables: Tables) -> bool:
    """Whether a word is "Mr" or the like, before a name: "Major" in "John Major" is none."""
    if marked.low[i] not in tables.honorifics or (i and marked.low[i - 1] in FILIAL):
        return False
    before = marked.tags[i - 1] if i and marked.raw[i - 1] != "." else ""
    return i + 1 < len(marked.raw) and marked.raw[i + 1][0].isupper() and before not in NAME_TAGS


def _goes_on(marked: Marked, i: int, tables: Tables, particles: frozenset[str]) -> int:
    """How many tokens from i on still belong to the name before them."""
    doc, n = marked.doc, len(marked.raw)
    if marked.raw[i - 1] in DASHES and not doc[i - 1].whitespace_:
        return 1 if _is_word(marked, i, tables) else 0
    if _is_name(marked, i, tables):
        return 0 if _breaks(marked, i) and marked.low[i - 1] not in tables.forenames else 1
    if marked.raw[i] in DASHES and not doc[i].whitespace_ and not doc[i - 1].whitespace_ and i + 1 < n:
        return 1 if _is_word(marked, i + 1, tables) else 0
    if marked.low[i] in particles and marked.raw[i].islower():
        far = (
            i + 1 + (marked.low[i + 1 : i + 2] != [] and marked.low[i + 1] in particles and marked.raw[i + 1].islower())
        )
        if far < n and _is_name(marked, far, tables):
            return far + 1 - i
    if marked.low[i] in particles and marked.labels[i] == "PERSON" and i + 1 < n and marked.labels[i + 1] == "PERSON":
        return 1
    if marked.raw[i] == "," and i + 1 < n and marked.low[i + 1] in tables.nouns["suffixes"]:
        return 2
    if marked.low[i] in tables.nouns["suffixes"]:
        return 1
    return 0


def _is_word(marked: Marked, i: int, tables: Tables) -> bool:
    """What may follow a hyphen inside a name: "Ki-moon", "al-Sadr"."""
    if _is_name(marked, i, tables):
        return True
    free = marked.at[i] is None or marked.at[i].sort == "person"  # type: ignore[union-attr]
    return free and marked.raw[i].isalpha() and (marked.labels[i] == "PERSON" or marked.tags[i] in NAME_TAGS)


def _breaks(marked: Marked, i: int) -> bool:
    """A new name begins where the model begins a person after something else."""
    token = marked.doc[i]
    if token.ent_iob_ != "B" or token.ent_type_ != "PERSON":
        return False
    if marked.labels[i - 1] in ORGANISATION_LABELS | {"GPE"}:
        return True
    return i > 1 and marked.raw[i - 2][:1].isupper() and marked.at[i - 2] is None and marked.labels[i - 1] != "PERSON"


def _label(marked: Marked, start: int, end: int) -> str:
    counts: dict[str, int] = {}
    for label in marked.labels[start:end]:
        if label:
            counts[label] = counts.get(label, 0) + 1
    return max(counts, key=lambda k: counts[k]) if counts else ""


def long_names(marked: Marked, tables: Tables) -> Iterator[Span]:
    """Names of organisations that hold known words: "Sudan Liberation Army", "Bank of China", "Iraq Study Group"."""
    for ent in marked.doc.ents:
        if ent.label_ not in ORGANISATION_LABELS:
            continue
        start, end = ent.start, ent.end
        while start < end and marked.low[start] in ("the", "a", "an"):
            start += 1
        while end > start and not marked.raw[end - 1][0].isupper() and not marked.raw[end - 1].isdigit():
            end -= 1
        pieces = [marked.at[i] for i in range(start, end)]
        loose = [p for p in pieces if p is not None and p.sort == "run"]
        known = [p for p in pieces if p is not None and p.sort != "run"]
        if not loose or any(_stands_alone(p) for p in known):
            continue
        before = marked.at[start - 1] if start else None
        if before is not None and before.sort == "office" and loose[0].start == start:
            continue
        if any(_cuts(marked, i) for i in range(start, end)) or _is_of_event(marked, start, end, tables):
            continue
        if any(marked.low[p.start] in tables.forenames and p.end > p.start + 1 for p in loose):
            continue  # "the President of Norway Ada Moe"
        first = next((p for p in pieces if p is not None), None)
        widest = start == min(p.start for p in [*loose, *known]) or first in loose
        if widest and (known or any(p is None for p in pieces)) and loose[-1].end <= end:
            yield Span(start, end, "run", (), ent.label_)


def _is_of_event(marked: Marked, start: int, end: int, tables: Tables) -> bool:
    """Whether it is a summit or a treaty, not a body: "June 28-30 NATO Summit"."""
    if marked.low[end - 1] not in tables.nouns["no_party"]:
        return False
    return any(s is not None and s.sort in ("igo", "state", "seat") for s in marked.at[start:end])


def _stands_alone(span: Span) -> bool:
    """Whether a known stretch is a whole by itself: a title, or a name of several words ("Popular Front for ...")."""
    return span.sort in ("office", "collective") or (
        span.end - span.start > 1 and span.sort in ("igo", "seat", "movement", "media")
    )


def _cuts(marked: Marked, i: int) -> bool:
    """Whether a name cannot go on over a token: a comma, a bracket, a possessive that is no part of a name."""
    if marked.raw[i] in POSSESSIVE:
        return marked.low[i - 1] not in ("people", "workers", "peoples", "doctors", "teachers", "women")
    return marked.raw[i] in (",", ";", "(", "-", "–") and marked.doc[i - 1].whitespace_ != ""

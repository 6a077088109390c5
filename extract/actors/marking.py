"""Marks what the tables know in a sentence: the longest phrases, from left to right; then the names that are left."""

from __future__ import annotations

from collections.abc import Iterator

from ..units import Unit
from ..words import labelled
from .entries import Entry, Holder
from .phrases import normal
from .runs import FILIAL, long_names, runs
from .spans import DASHES, NAME_TAGS, WIDER, Marked, Span
from .tables import Region, Tables

PARTY_WORDS = frozenset(
    {"high", "supreme"}
    | {"social", "christian", "national", "liberal", "new", "progressive", "united", "popular", "free", "independent"}
    | {"socialist", "communist", "islamic", "kurdish", "radical", "revolutionary", "justice", "movement", "peoples"}
)
"""First words of the names of parties that end as a known one does."""


def mark(unit: Unit, tables: Tables, year: int | None, text: str | None = None) -> Marked:
    """The spans of one unit: what the tables know, then the names that are left."""
    doc = unit.doc
    words = labelled(doc)
    raw = [word for word, _, _ in words]
    found = Marked(
        unit,
        raw,
        [normal(w) for w in raw],
        [tag for _, tag, _ in words],
        [label for _, _, label in words],
        text or doc.text,
    )
    found.at = [None] * len(raw)
    for span in _known(found, tables, year):
        found.spans.append(span)
        found.at[span.start : span.end] = [span] * (span.end - span.start)
    for span in list(runs(found, tables)):
        found.put(span)
    for span in list(long_names(found, tables)):
        found.put(span)
    return found


def _known(marked: Marked, tables: Tables, year: int | None) -> Iterator[Span]:
    """Longest phrases of the tables, from left to right."""
    raw, low = marked.raw, marked.low
    i, n = 0, len(raw)
    while i < n:
        if not (raw[i][:1].isupper() or tables.words.begins(low[i]) or tables.names.begins(low[i])):
            i += 1
            continue
        if skip := _wider(marked, i):
            i += skip
            continue
        length, names = tables.names.match(raw, low, i)
        if (
            length > 1
            and raw[i + length - 1].islower()
            and all(isinstance(e, Entry) and e.kind == "group" for e in names)
        ):
            length = 0  # "European nations": some of them, which the words around tell
        if length and (_is_in_name(marked, i, length, names) or _is_surname(marked, i, length, names, tables)):
            i += 1
            continue
        if length and i and low[i - 1] in PARTY_WORDS and raw[i - 1][0].isupper() and _is_party(names):
            i += 1  # "the Social Democratic Party" is another one
            continue
        other, offices = tables.words.match(raw, low, i)
        region = _region(raw, low, i, tables)
        if region and region[0] >= length and not any(isinstance(e, Entry) and e.kind != "group" for e in names):
            yield Span(i, i + region[0], "region", (region[1],))
            i += region[0]
            continue
        if length and other > length and _is_owner(names) and not _whole(tables, raw, low, i, length):
            length, other = length, 0
        if length >= max(other, 1) and (entries := tuple(e for e in names if _fits(e, year))):
            yield Span(i, i + length, _sort(entries), entries)
            i += length
        elif other and _is_nominal(marked, i, other):
            yield Span(i, i + other, offices[0].sort, tuple(offices[:1]))
            i += other
        else:
            i += 1


def _wider(marked: Marked, i: int) -> int:
    """How many words "Ibero-American" has that begins here; 0 where none does."""
    if marked.low[i] not in WIDER:
        return 0
    step = 2 if marked.raw[i + 1 : i + 2] and marked.raw[i + 1] in DASHES else 1
    return step + 1 if marked.low[i + step : i + step + 1] in (["american"], ["americans"]) else 0


def _is_party(entries: list[Entry | Holder]) -> bool:
    return all(isinstance(e, Entry) and (e.kind == "party" or e.sort == "seat") for e in entries)


def _is_in_name(marked: Marked, i: int, length: int, entries: list[Entry | Holder]) -> bool:
    """Whether a known word is only part of a person's name: Aden Hashi Ayro, Israel Katz, Ersin Tatar."""
    if length > 1 or marked.labels[i] != "PERSON" or marked.tags[i] not in NAME_TAGS:
        return False
    if any(not isinstance(e, Entry) or e.sort != "state" for e in entries):
        return False
    doc, n = marked.doc, len(marked.raw)
    follows = doc[i].ent_iob_ == "I" and marked.at[i - 1] is None and marked.raw[i - 1][0].isupper()
    goes_on = i + 1 < n and marked.labels[i + 1] == "PERSON" and doc[i + 1].ent_iob_ == "I"
    if follows and (i + 1 == n or marked.tags[i + 1] != "POS" or i > 0):
        return True
    return goes_on and doc[i].ent_iob_ == "B" and all(getattr(e, "form", "") in ("name", "capital") for e in entries)


def _is_surname(marked: Marked, i: int, length: int, entries: list[Entry | Holder], tables: Tables) -> bool:
    """Whether a country's or capital's name stands right behind a forename: "Ana Lima", "Michael Jordan"."""
    if length > 1 or i == 0 or marked.at[i - 1] is not None or marked.tags[i] not in NAME_TAGS:
        return False
    before = marked.raw[i - 1]
    if not before[:1].isupper() or marked.low[i - 1] not in tables.forenames:
        return False
    return all(isinstance(e, Entry) and e.sort == "state" and e.form in ("name", "capital") for e in entries)


def _is_owner(entries: list[Entry | Holder]) -> bool:
    return any(isinstance(e, Entry) and e.sort in ("state", "igo", "seat") for e in entries)


def _whole(tables: Tables, raw: list[str], low: list[str], i: int, length: int) -> bool:
    """Whether an office that begins with a name cannot be cut after it: "Kremlin spokesman" can."""
    rest, _ = tables.words.match(raw, low, i + length) if i + length < len(low) else (0, [])
    return rest == 0


def _region(raw: list[str], low: list[str], i: int, tables: Tables) -> tuple[int, Region] | None:
    if not raw[i][:1].isupper():
        return None
    if i + 1 < len(low) and (found := tables.regions.get(f"{low[i]} {low[i + 1]}")):
        return 2, found
    one = tables.regions.get(low[i])
    return (1, one) if one else None


def _fits(entry: Entry | Holder, year: int | None) -> bool:
    if isinstance(entry, Holder) or entry.years is None or year is None:
        return True
    return entry.years[0] <= year <= entry.years[1]


def _sort(entries: tuple[Entry | Holder, ...]) -> str:
    first = entries[0]
    return first.sort if isinstance(first, Entry) else "person"


def _is_nominal(marked: Marked, start: int, length: int) -> bool:
    """An office is a noun: "heads", "leads", "general" and "police" may be other things."""
    if start and marked.low[start - 1] in FILIAL:
        return False
    if length > 1 or marked.tags[start].startswith("NN"):
        return True
    following = marked.tags[start + 1 : start + 2]
    return marked.tags[start] == "JJ" and following == ["NNP"] and marked.raw[start].islower()

"""Marks, in one sentence, every stretch of words that a table knows and every capitalised name that none knows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from spacy.tokens import Doc

from ..units import Unit
from .entries import Entry, Holder, Office
from .phrases import normal
from .tables import Region, Tables

NAME_TAGS = frozenset({"NNP", "NNPS"})
PLURAL_TAGS = frozenset({"NNS", "NNPS"})
TIME_LABELS = frozenset({"DATE", "TIME", "CARDINAL", "ORDINAL", "MONEY", "PERCENT", "QUANTITY", "LANGUAGE"})
ORGANISATION_LABELS = frozenset({"ORG", "FAC", "EVENT", "LAW", "WORK_OF_ART", "PRODUCT"})
DASHES = frozenset({"-", "–", "‑"})
POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
CALENDAR = frozenset(
    [
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ]
)


@dataclass(frozen=True, slots=True)
class Span:
    """Tokens `start:end` of a unit, and what a table says they are.

    `sort` is "state", "igo", "seat", "movement", "media", "region", "person" (a table's person), "office", "body",
    "collective" or "run" (capitalised words that no table knows).
    """

    start: int
    end: int
    sort: str
    entries: tuple[Entry | Holder | Office | Region, ...] = ()
    label: str = ""
    """Of a run: the entity label that the model gives most of it."""

    @property
    def entry(self) -> Entry | None:
        """The line of the tables of states, bodies and seats that it stands for."""
        return next((e for e in self.entries if isinstance(e, Entry)), None)

    @property
    def office(self) -> Office | None:
        """The title, body or collective that it is."""
        return next((e for e in self.entries if isinstance(e, Office)), None)


@dataclass(slots=True)
class Marked:
    """A unit with its words and spans; `at[i]` is the span that token i lies in."""

    unit: Unit
    raw: list[str]
    low: list[str]
    tags: list[str]
    labels: list[str]
    spans: list[Span] = field(default_factory=list)
    at: list[Span | None] = field(default_factory=list)

    @property
    def doc(self) -> Doc:
        """The sentence."""
        return self.unit.doc

    def words(self, start: int, end: int) -> str:
        """The text of tokens `start:end` as written."""
        return str(self.doc[start:end].text)

    def put(self, span: Span) -> None:
        """Adds a span in place of those it covers."""
        self.spans = [s for s in self.spans if s.end <= span.start or s.start >= span.end]
        self.spans.append(span)
        self.spans.sort(key=lambda s: s.start)
        for i in range(len(self.at)):
            old = self.at[i]
            if old is not None and old.start < span.end and old.end > span.start:
                self.at[i] = None
        for i in range(span.start, span.end):
            self.at[i] = span


def mark(unit: Unit, tables: Tables, year: int | None) -> Marked:
    """The spans of one unit: what the tables know, then the names that are left."""
    doc = unit.doc
    raw = [t.text for t in doc]
    found = Marked(unit, raw, [normal(w) for w in raw], [t.tag_ for t in doc], [t.ent_type_ for t in doc])
    found.at = [None] * len(raw)
    for span in _known(found, tables, year):
        found.spans.append(span)
        found.at[span.start : span.end] = [span] * (span.end - span.start)
    for span in list(_runs(found, tables)):
        found.put(span)
    for span in list(_long_names(found)):
        found.put(span)
    return found


def _known(marked: Marked, tables: Tables, year: int | None) -> Iterator[Span]:
    """Longest phrases of the tables, from left to right."""
    raw, low = marked.raw, marked.low
    i, n = 0, len(raw)
    while i < n:
        length, names = tables.names.match(raw, low, i)
        if length > 1 and raw[i + length - 1].islower() and all(isinstance(e, Entry) and e.kind == "group" for e in names):
            length = 0  # "European nations": some of them, which the words around tell
        if length and _is_in_name(marked, i, length, names):
            i += 1
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
    if length > 1 or marked.tags[start].startswith("NN"):
        return True
    following = marked.tags[start + 1 : start + 2]
    return marked.tags[start] == "JJ" and following == ["NNP"] and marked.raw[start].islower()


def _runs(marked: Marked, tables: Tables) -> Iterator[Span]:
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
        if end - start > 1 or low_noun(marked, i, tables):
            yield Span(start, end, "run", (), _label(marked, start, end))
        i = end


def _matter_end(marked: Marked, start: int, end: int, tables: Tables) -> int:
    """Where "National Security Tarun Chhabra" turns from what an office is for into a name; 0 when it does not."""
    if end - start < 3 or start == 0 or marked.low[start - 1] not in ("for", "and", "of", ","):
        return 0
    for i in range(end - 3, start - 1, -1):
        if marked.low[i] in tables.nouns["matters"] and 2 <= end - i - 1 <= 3:
            return i + 1
    return 0


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


def _is_place_of_name(marked: Marked, i: int, end: int) -> bool:
    """Whether the known word before a person's name belongs to it: "Aden Hashi Ayro"."""
    span = marked.at[i - 1] if i else None
    if span is None or span.sort != "state" or span.end - span.start > 1 or marked.tags[i - 1] != "NNP":
        return False
    entry = span.entry
    if entry is None or entry.form != "capital" or _label(marked, i, end) != "PERSON":
        return False
    return marked.low[i - 2 : i - 1] not in (["in"], ["at"], ["from"], ["to"], ["of"]) and marked.doc[i - 1].dep_ == "compound"


def low_noun(marked: Marked, i: int, tables: Tables) -> bool:
    """Whether a single capitalised word is a name, and not a common noun at the head of a sentence or of a title."""
    return marked.low[i] not in tables.nouns["all"] and marked.doc[i].lemma_.lower() not in tables.nouns["all"]


def _is_name(marked: Marked, i: int, tables: Tables) -> bool:
    word, span = marked.raw[i], marked.at[i]
    if not word[0].isupper() and not (word[:2] in ("d'", "d’") and len(word) > 3):
        return False
    if span is not None and span.sort != "person":
        return False
    if marked.tags[i] not in NAME_TAGS and marked.labels[i] not in ("PERSON", "ORG") and span is None:
        return False
    low = marked.low[i]
    if low in CALENDAR and marked.labels[i] in ("DATE", ""):
        return False
    return marked.labels[i] not in ("DATE", "TIME") and not _is_honorific(marked, i, tables) and low not in ("the", "a")


def _is_honorific(marked: Marked, i: int, tables: Tables) -> bool:
    """ "Mr" and the like, before a name: "Major" in "John Major" is none."""
    if marked.low[i] not in tables.honorifics:
        return False
    before = marked.tags[i - 1] if i and marked.raw[i - 1] != "." else ""
    return i + 1 < len(marked.raw) and marked.raw[i + 1][0].isupper() and before not in NAME_TAGS


def _goes_on(marked: Marked, i: int, tables: Tables, particles: frozenset[str]) -> int:
    """How many tokens from i on still belong to the name before them."""
    doc, n = marked.doc, len(marked.raw)
    if marked.raw[i - 1] in DASHES and not doc[i - 1].whitespace_:
        return 1 if _is_word(marked, i, tables) else 0
    if _is_name(marked, i, tables):
        return 0 if _breaks(marked, i) else 1
    if marked.raw[i] in DASHES and not doc[i].whitespace_ and not doc[i - 1].whitespace_ and i + 1 < n:
        return 1 if _is_word(marked, i + 1, tables) else 0
    if marked.low[i] in particles and i + 1 < n and _is_name(marked, i + 1, tables) and marked.raw[i].islower():
        return 2
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
    return free and marked.raw[i].isalpha() and marked.labels[i] == "PERSON"


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


def _long_names(marked: Marked) -> Iterator[Span]:
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
        runs = [p for p in pieces if p is not None and p.sort == "run"]
        known = [p for p in pieces if p is not None and p.sort != "run"]
        if not runs or any(_stands_alone(p) for p in known):
            continue
        before = marked.at[start - 1] if start else None
        if before is not None and before.sort == "office" and runs[0].start == start:
            continue
        if any(_cuts(marked, i) for i in range(start, end)):
            continue
        first = next((p for p in pieces if p is not None), None)
        widest = start == min(p.start for p in [*runs, *known]) or first in runs
        if widest and (known or any(p is None for p in pieces)) and runs[-1].end <= end:
            yield Span(start, end, "run", (), ent.label_)


def _stands_alone(span: Span) -> bool:
    """Whether a known stretch is a whole by itself: a title, or a name of several words ("Popular Front for ...")."""
    return span.sort in ("office", "collective") or (
        span.end - span.start > 1 and span.sort in ("igo", "seat", "movement", "media")
    )


def _cuts(marked: Marked, i: int) -> bool:
    """Whether a name cannot go on over a token: a comma, a bracket, a possessive that is no part of a name."""
    if marked.raw[i] in POSSESSIVE:
        return marked.low[i - 1] not in ("people", "workers", "peoples", "doctors", "teachers", "women")
    return marked.raw[i] in (",", ";", "(", "-", "–") and not marked.doc[i - 1].whitespace_ == ""

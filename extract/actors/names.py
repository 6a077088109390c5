"""Decides over a whole article which capitalised names are people, and which runs are one name.

The model's labels are hints: each mention votes, and so do the words before it, the tables and the form of the name.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from .entries import Holder
from .phrases import normal
from .spans import DASHES, Marked, Span
from .tables import Tables
from .terms import Terms

_PERSONAL = frozenset({"PERSON", "ORG", "GPE", "NORP", "LOC", "FAC", ""})
"""What the model calls surnames."""

_PERSON_LABEL, _TITLE, _FORENAME, _TABLE = 2.0, 3.0, 1.5, 4.0
_OTHER_LABEL, _ORGANISATION_WORD, _ARTICLE = 1.0, 6.0, 2.0


NAMED_TITLES = frozenset(
    {
        "sheikh",
        "sheik",
        "shaikh",
        "sheikha",
        "prince",
        "princess",
        "king",
        "queen",
        "sultan",
        "emir",
        "sayyid",
        "mullah",
    }
    | {
        "ayatollah",
        "imam",
        "haji",
        "hajji",
        "maulana",
        "lord",
        "lady",
        "sir",
        "dame",
        "general",
        "colonel",
        "major",
        "dr",
    }
)
"""Titles that are read as part of a name: they tell nobody apart."""


@dataclass(slots=True)
class Name:
    """One name of the article, over all its mentions; `parts` are its words, without case and accents."""

    parts: tuple[str, ...]
    written: str
    person: float = 0.0
    other: float = 0.0
    titled: bool = False
    titles: set[str] = field(default_factory=set)
    holder: Holder | None = None
    label: str = ""

    @property
    def is_person(self) -> bool:
        """Whether the votes make it a person's."""
        return self.person > self.other


@dataclass(slots=True)
class Names:
    """The names of an article by their words, and the people among them by each single word."""

    by_parts: dict[tuple[str, ...], Name] = field(default_factory=dict)
    people: dict[str, list[Name]] = field(default_factory=dict)

    def full_names(self, part: str) -> list[Name]:
        """People of more than one name, one of which this is, spelling variants included."""
        exact = self.people.get(part)
        if exact:
            return exact
        bare = part.removeprefix("al-").removeprefix("el-")
        if len(bare) < 5:
            return []
        near = [p for p in self.people if len(p) >= 5 and _is_variant(p, bare)]
        return [name for p in near for name in self.people[p]]


def _is_variant(one: str, two: str) -> bool:
    """Whether two surnames are one, spelt differently: "Zelensky" and "Zelenskiy", "al-Gilani" and "Jailani"."""
    if one[0] != two[0] and {one[0], two[0]} != {"g", "j"}:
        return False
    if one[0] != two[0]:
        one, two = one.replace("j", "g", 1), two.replace("j", "g", 1)
    return skeleton(one) == skeleton(two) or _is_slip(one, two)


@lru_cache(maxsize=1 << 14)
def skeleton(word: str) -> str:
    """What spelling variants of a transcribed name share: Zelensky, Zelenskyy, Zelenskiy."""
    for old, new in (
        ("kh", "h"),
        ("ou", "u"),
        ("oo", "u"),
        ("ee", "i"),
        ("iy", "i"),
        ("yi", "i"),
        ("ck", "k"),
        ("ph", "f"),
        ("ai", "i"),
        ("dj", "j"),
    ):
        word = word.replace(old, new)
    word = (
        word.replace("y", "i").replace("j", "i").replace("w", "v").replace("'", "").replace("q", "k").replace("o", "u")
    )
    return "".join(c for i, c in enumerate(word) if i == 0 or c != word[i - 1])


def _is_slip(a: str, b: str) -> bool:
    """Whether two long words differ by one letter, or by two neighbours swapped."""
    if a == b or abs(len(a) - len(b)) > 1 or min(len(a), len(b)) < 6:
        return a == b
    i = next((k for k in range(min(len(a), len(b))) if a[k] != b[k]), min(len(a), len(b)))
    if len(a) == len(b):
        return a[i + 1 :] == b[i + 1 :] or (a[i : i + 2] == b[i : i + 2][::-1] and a[i + 2 :] == b[i + 2 :])
    return a[i + 1 :] == b[i:] or a[i:] == b[i + 1 :]


def forename(parts: Sequence[str]) -> str:
    """The first word of a name that is no title: "Sheikh Mohamed bin Zayed", "King Felipe VI"."""
    return parts[1] if parts[0] in NAMED_TITLES and len(parts) > 2 else parts[0]


def parts_of(marked: Marked, span: Span, tables: Tables) -> tuple[str, ...]:
    """The words of a name: hyphens joined ("ki-moon"), initials and "Jr." left out."""
    words: list[str] = []
    glue = False
    for i in range(span.start, span.end):
        low = marked.low[i]
        if marked.raw[i] in DASHES:
            glue = True
        elif glue and words:
            words[-1] += "-" + low
            glue = False
        elif low[0].isalnum() and low not in tables.nouns["suffixes"] and not (low.endswith(".") and len(low) <= 5):
            words.append(low)
    return tuple(words) or (marked.low[span.start],)


def names(units: Sequence[Marked], tables: Tables, published: date | None) -> Names:
    """Counts the votes for every name of the article."""
    found = Names()
    for marked in units:
        for span in marked.spans:
            if span.sort in ("run", "person"):
                _vote(found, marked, span, tables, published)
    for name in found.by_parts.values():
        if len(name.parts) > 1 and name.is_person:
            for part in {*name.parts, *_suffixes(name.parts)}:
                if part not in tables.nouns["particles"]:
                    found.people.setdefault(part, []).append(name)
    full = [n for n in found.by_parts.values() if len(n.parts) > 2 and n.is_person]
    terms = Terms(tables, published, units)
    for name in found.by_parts.values():
        if len(name.parts) > 1 and any(n.parts[-len(name.parts) :] == name.parts and n is not name for n in full):
            name.person += _TABLE * 2
        if len(name.parts) == 1:
            _decide_single(found, name, terms)
    return found


def _suffixes(parts: tuple[str, ...]) -> Iterator[str]:
    for part in parts:
        if "-" in part:
            yield part.rpartition("-")[2]


def _vote(found: Names, marked: Marked, span: Span, tables: Tables, published: date | None) -> None:
    parts = parts_of(marked, span, tables)
    name = found.by_parts.setdefault(parts, Name(parts, marked.words(span.start, span.end)))
    label = span.label or next((x for x in marked.labels[span.start : span.end] if x), "")
    name.label = name.label or label
    if label == "PERSON":
        name.person += _PERSON_LABEL
    elif label:
        name.other += _OTHER_LABEL
    if is_titled(marked, span, tables):
        name.person += _TITLE
        name.titled = True
        before = marked.at[span.start - 1]
        if before is not None and before.office is not None:
            name.titles.add(before.office.title)
    elif _is_apposed(marked, span):
        name.person += _TITLE
    if marked.at[span.start] is not None and any(isinstance(e, Holder) for e in span.entries):
        name.person += _TABLE
    if len(parts) > 1 and name.holder is None:
        name.holder = _holder(parts, tables, published)
        if name.holder is not None:
            name.person += _TABLE * 2
    if len(parts) > 1 and parts[0] in tables.forenames:
        name.person += _FORENAME
    if len(parts) > 1 and parts[-1] in tables.nouns["organisation_words"]:
        name.other += _ORGANISATION_WORD
    if 2 <= len(parts) <= 4 and _is_of_state(marked, span):
        name.person += _FORENAME * 2
    if span.start and marked.low[span.start - 1] == "the" and label != "PERSON":
        name.other += _ARTICLE
    if any(w in ("of", "and", "for", "&") for w in marked.low[span.start : span.end]):
        name.other += _ORGANISATION_WORD


def _is_apposed(marked: Marked, span: Span) -> bool:
    """Whether an office is set off behind a name: "Maulid Warfa, UNICEF emergency officer, said"."""
    if marked.raw[span.end : span.end + 1] != [","] or span.end - span.start < 2:
        return False
    for i in range(span.end + 1, min(span.end + 7, len(marked.raw))):
        here = marked.at[i]
        if here is not None and here.sort == "office":
            plural = marked.tags[here.end - 1] in ("NNS", "NNPS")
            return not plural and marked.low[here.end : here.end + 1] in ([","], ["of"], ["for"], ["to"], ["at"])
        if marked.raw[i] == "," or marked.tags[i].startswith("VB"):
            return False
    return False


def _is_of_state(marked: Marked, span: Span) -> bool:
    """Whether a name stands as a delegate's does: "Jose Alves of Brazil told him"."""
    after = marked.at[span.end + 1] if span.end + 1 < len(marked.raw) and marked.low[span.end] == "of" else None
    if after is None or after.sort != "state" or (span.start and marked.low[span.start - 1] in ("the", "of")):
        return False
    return marked.tags[after.end : after.end + 1] in (["VBD"], ["VBZ"], [","])


def _holder(parts: tuple[str, ...], tables: Tables, published: date | None) -> Holder | None:
    """The person of the tables with these names: in office at the date, else the latest one."""
    known = [h for h in tables.surnames.get(parts[-1], ()) if _agrees(parts, h)]
    length, other = tables.names.match([p.capitalize() for p in parts], parts, 0)
    if length == len(parts):
        known += [h for h in other if isinstance(h, Holder) and h.kind == "person" and h not in known]
    month = (published.year, published.month) if published else None
    now = [h for h in known if h.holds(month)]
    if month is not None:  # who will serve a body of states one day is still his state's
        known = [h for h in known if h.code in tables.states or h.start is None or h.start <= month]
    if now:
        return now[-1]
    known = [h for h in known if h.code in tables.states] or known  # of the offices that he held, the one in a state
    return known[-1] if known else None


def _agrees(parts: tuple[str, ...], holder: Holder) -> bool:
    own = [normal(w) for w in holder.name.replace("-", " ").split()]
    if len(parts) < len(own) and tuple(own[-len(parts) :]) == parts:
        return True
    return forename(parts).split("-")[0] == forename(own) or (
        parts[-1] == own[0] and len(parts) > 1 and parts[0] == own[-1]
    )


def is_titled(marked: Marked, span: Span, tables: Tables) -> bool:
    """Whether an office or a "Mr" stands right before a name."""
    i = span.start - 1
    if i < 0:
        return False
    before = marked.at[i]
    if before is not None and before.sort == "state" and marked.low[before.start - 1] == "of" and before.start > 1:
        before = marked.at[before.start - 2]  # "President of Norway Ada Moe"
    if before is not None and before.sort == "office":
        return True
    return marked.low[i] in tables.honorifics or _is_after_matter(marked, span, tables)


def _is_after_matter(marked: Marked, name: Span, tables: Tables) -> bool:
    """Whether what an office is for stands right before: "Minister of Trade, Industry and Energy Ana Lind"."""
    matters, i = tables.nouns["matters"], name.start - 1
    if marked.low[name.start] in matters:
        return False
    while i > 0 and (marked.low[i] in matters or marked.low[i] in (",", "and", "&")):
        span = marked.at[i]
        if span is not None and span.sort == "office":
            return not {"of", "for"}.isdisjoint(marked.low[span.start : span.end])
        i -= 1
    span = marked.at[i]
    return (
        span is not None and span.sort == "office" and not {"of", "for"}.isdisjoint(marked.low[span.start : span.end])
    )


def _decide_single(found: Names, name: Name, terms: Terms) -> None:
    """A bare word is a person when a full name of the article has it, or the tables have someone in office."""
    part = name.parts[0]
    if found.full_names(part):
        name.person += 10.0
        return
    if _is_bare_acronym(name) or not (name.titled or name.label in _PERSONAL):
        return
    name.holder = terms.bare(part, name.titles, name.label == "PERSON")
    if name.holder is not None:
        name.person += _TABLE * 2


def _is_bare_acronym(name: Name) -> bool:
    return name.written.isupper() and len(name.written) <= 5

"""Short names that an article defines itself: "Justice and Equality Movement (JEM)", "..., or Jem,"."""

from __future__ import annotations

from .entries import Entry
from .organisations import initials
from .spans import Marked, Span

SMALL = frozenset({"of", "the", "and", "for", "to", "in", "on", "de"})

_LONG = 12
"""How many words a name before its acronym may have."""


def short_names(units: list[Marked]) -> dict[tuple[int, int], list[str]]:
    """The short names that are given to names, by unit and first token of the long name's spans.

    What the article defines goes before what a table knows by the same letters: all its mentions become plain names.
    """
    found: dict[tuple[int, int], list[str]] = {}
    own: set[str] = set()
    for marked in units:
        for i in range(1, len(marked.raw) - 1):
            span = marked.at[i]
            if span is None or span.start != i or span.end != i + 1 or not _is_defined(marked, i):
                continue
            start = _long_name(marked, i)
            if start is None or span.sort in ("state", "person"):
                continue
            if span.sort == "run" or not _is_the_same(marked, start, span):
                own.add(marked.raw[i])
                _join(marked, start, i - 1 - (marked.low[i - 1] == "or"))
                last = marked.at[i - 2 - (marked.low[i - 1] == "or")]
                if last is not None:
                    found.setdefault((marked.unit.index, last.start), []).append(marked.low[i])
    for marked in units if own else ():
        for span in list(marked.spans):
            if span.end == span.start + 1 and marked.raw[span.start] in own and span.sort != "run":
                marked.put(Span(span.start, span.end, "run", (), "ORG"))
    return found


def _is_defined(marked: Marked, i: int) -> bool:
    """Whether a word stands in brackets, or after "or" and a comma."""
    raw = marked.raw
    if raw[i - 1] == "(":
        return raw[i + 1] in (")", ",", ";") and sum(c.isupper() for c in raw[i]) > 1
    return i > 1 and marked.low[i - 1] == "or" and raw[i - 2] == "," and raw[i + 1] == ","


def _long_name(marked: Marked, i: int) -> int | None:
    """Where the words before the bracket begin whose initials the acronym has; None when they have others."""
    end = i - 1 - (marked.low[i - 1] == "or")
    key = marked.raw[i].replace(".", "")
    for start in range(end - 2, max(-1, end - _LONG), -1):
        if not marked.raw[start][0].isupper() and marked.low[start] not in SMALL:
            return None
        if marked.raw[start][0].isupper() and initials(marked.words(start, end), key):
            return start
    return None


def _join(marked: Marked, start: int, end: int) -> None:
    """Makes one name of "Justice and Equality Movement", whatever its words are by themselves."""
    last = marked.at[end - 1]
    loose = last is not None and last.sort == "run" and marked.raw[end - 1][0].isupper()
    if loose and not any(s is not None and s.sort in ("state", "igo", "person", "seat") for s in marked.at[start:end]):
        marked.put(Span(start, end, "run", (), "ORG"))


def _is_the_same(marked: Marked, start: int, span: Span) -> bool:
    """Whether the table's own long name stands before its acronym."""
    here = set(marked.low[start : span.start])
    names = (e.name.lower().replace("-", " ").split() for e in span.entries if isinstance(e, Entry))
    return any(len(here & set(words) - SMALL) > 1 for words in names)

"""Whom a bare surname means by the tables: who held an office when the article was written."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from .entries import Entry, Holder
from .spans import Marked
from .tables import Tables

TOP = frozenset(
    {"president", "prime minister", "king", "queen", "supreme leader", "chancellor", "emir", "sultan", "pope"}
)
FIRST = frozenset(
    {"foreign minister", "secretary of state", "foreign secretary", "vice president", "leader", "premier"}
)

_YEARS = range(1945, 2100)


class Terms:
    """The office-holders of the time of an article: of its date, or of the years that it names."""

    __slots__ = ("_month", "_states", "_tables", "_year")

    def __init__(self, tables: Tables, published: date | None, units: Sequence[Marked]) -> None:
        self._tables = tables
        self._month = (published.year, published.month) if published else None
        self._year = None if published else _latest_year(units)
        self._states = _states(units)

    def bare(self, surname: str, titles: set[str], is_name: bool) -> Holder | None:
        """The one person whom a surname alone means; None when there are several, or when it is too unlikely.

        `titles` are the offices that stand before it, `is_name` whether the model reads it as a person's name.
        """
        known = [h for h in self._tables.surnames.get(surname, ()) if h.kind == "person"]
        now = [h for h in known if self._holds(h)]
        if not now:
            now = [h for h in known if self._is_past(h)]
            if len({h.name for h in now}) != 1 and not self._is_undated:
                return None
            if not is_name and not titles:
                return None
        return self._likeliest(now, titles)

    @property
    def _is_undated(self) -> bool:
        return self._month is None and self._year is None

    def _holds(self, holder: Holder) -> bool:
        if self._year is None:
            return holder.holds(self._month)
        first, last = holder.start, holder.end
        return (first is None or first[0] <= self._year) and (last is None or self._year <= last[0])

    def _is_past(self, holder: Holder) -> bool:
        now = self._month or (self._year or 9999, 12)
        return holder.start is not None and holder.start <= now and _rank(holder.office) < 3

    def _likeliest(self, holders: list[Holder], titles: set[str]) -> Holder | None:
        """The highest in rank, one with the title first; two people of one rank differ by whose state is named."""
        scored = [(self._score(h, titles), h) for h in holders]
        if not scored:
            return None
        best = max(score for score, _ in scored)
        first = [h for score, h in scored if score == best]
        if len({h.name for h in first}) > 1 and not self._is_undated:
            return None
        titled, rank, named = best
        if not titled and -rank > 1 and not named:
            return None  # a minister of a state that the article does not name: likely someone else
        return max(first, key=lambda h: h.start or (0, 0))

    def _score(self, holder: Holder, titles: set[str]) -> tuple[bool, int, bool]:
        return holder.office.lower() in titles, -_rank(holder.office), holder.code in self._states


def _rank(office: str) -> int:
    """How likely a bare surname means whoever holds an office: presidents first, spouses last."""
    office = office.lower()
    if office in TOP or office in ("un secretary-general", "secretary-general"):
        return 0
    if office in FIRST:
        return 1
    return 2 if "minister" in office or "secretary" in office else 5 if office == "first lady" else 3


def _latest_year(units: Iterable[Marked]) -> int | None:
    """The latest year in an undated article that is no year to come: mostly the one in which it was written."""
    years = [
        int(word)
        for marked in units
        for i, word in enumerate(marked.raw)
        if len(word) == 4
        and word.isdigit()
        and int(word) in _YEARS
        and marked.labels[i] == "DATE"
        and marked.low[i - 1] not in ("by", "until", "before")
    ]
    return max(years, default=None)


def _states(units: Iterable[Marked]) -> frozenset[str]:
    """The codes of all states and bodies that an article names."""
    entries = (e for marked in units for span in marked.spans for e in span.entries)
    return frozenset(e.code for e in entries if isinstance(e, Entry) and e.code)

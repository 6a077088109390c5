"""A sentence with every stretch of words that is somebody's name, title or noun marked as such."""

from __future__ import annotations

from dataclasses import dataclass, field

from spacy.tokens import Doc

from ..units import Unit
from .entries import Entry, Holder, Office
from .tables import Region

NAME_TAGS = frozenset({"NNP", "NNPS"})
PLURAL_TAGS = frozenset({"NNS", "NNPS"})
TIME_LABELS = frozenset({"DATE", "TIME", "CARDINAL", "ORDINAL", "MONEY", "PERCENT", "QUANTITY", "LANGUAGE"})
ORGANISATION_LABELS = frozenset({"ORG", "FAC", "EVENT", "LAW", "WORK_OF_ART", "PRODUCT"})
DASHES = frozenset({"-", "–", "‑"})
WIDER = frozenset({"african", "afro", "asian", "hispanic", "iberian", "ibero", "inter", "native", "pan", "trans"})
"""First parts of words for a people or a continent: "Ibero-American", "African American" are not of the state."""
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
    text: str
    """The sentence as the article has it, which may differ from the words analysed in capitals alone."""
    spans: list[Span] = field(default_factory=list)
    at: list[Span | None] = field(default_factory=list)

    @property
    def doc(self) -> Doc:
        """The sentence."""
        return self.unit.doc

    def words(self, start: int, end: int) -> str:
        """The text of tokens `start:end` as written."""
        if start >= end:
            return ""
        last = self.doc[end - 1]
        return self.text[self.doc[start].idx : last.idx + len(last)]

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

"""What was found: an event and the records it is made of (see the README for the JSON form, field by field)."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

Field = Literal["text", "title"]
Kind = Literal["state", "government", "person", "organisation", "igo", "group"]
Factuality = Literal["actual", "planned", "possible", "negated"]
Granularity = Literal["day", "range", "week", "weekend", "month", "quarter", "season", "half", "year", "decade"]


@dataclass(frozen=True, slots=True)
class Actor:
    """Someone who does, or to whom it is done; `text` is the mention as written, at `start:end` of `field`.

    `code` is ISO 3166-1 alpha-3 of the state it belongs to or acts for (XKX, PSE, TWN besides), or the usual acronym
    of an intergovernmental organisation; None when unknown. `role` is the office or title as written.
    """

    name: str
    code: str | None
    kind: Kind
    role: str | None
    text: str
    start: int
    end: int
    field: Field = "text"


@dataclass(frozen=True, slots=True)
class Source:
    """Who the article names as the source of an event; `direct` when the words are quoted."""

    name: str
    code: str | None
    kind: Kind
    role: str | None
    text: str
    start: int
    end: int
    field: Field = "text"
    direct: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """Where; `country` is an ISO 3166-1 alpha-3 code or None (a sea, a region of several states)."""

    name: str
    country: str | None
    kind: str
    latitude: float | None
    longitude: float | None
    text: str
    text_start: int
    text_end: int
    field: Field = "text"


@dataclass(frozen=True, slots=True)
class Date:
    """When: first and last day, inclusive. An unresolved expression has neither, and a `reason`."""

    start: date | None
    end: date | None
    granularity: Granularity | None
    text: str
    text_start: int
    text_end: int
    field: Field = "text"
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """One sentence that mentions the event: `text` is `article[field][start:end]`; the trigger's offsets likewise."""

    field: Field
    start: int
    end: int
    text: str
    trigger: str
    trigger_start: int
    trigger_end: int


@dataclass(frozen=True, slots=True)
class Extractor:
    """What made the event, so that a dataset can be made again."""

    dragoman: str
    model: str
    lexicon: str


@dataclass(frozen=True, slots=True)
class ArticleRef:
    """The article an event comes from, without its text."""

    id: str
    title: str | None
    published: date | None
    source: str | None
    url: str | None


@dataclass(frozen=True, slots=True)
class Event:
    """One diplomatic act. Types and fields follow the codebook; PLOVER and CAMEO codes are derived from them."""

    id: str
    article: ArticleRef
    type: str
    actors: tuple[Actor, ...]
    recipients: tuple[Actor, ...]
    place: Place | None
    date: Date | None
    factuality: Factuality
    attribution: tuple[Source, ...]
    topic: str | None
    trigger: str
    rule: str
    evidence: tuple[Evidence, ...]
    plover: str | None
    plover_mode: str | None
    cameo: str
    goldstein: float | None
    quad_class: int
    confidence: float | None = field(default=None, kw_only=True)
    extractor: Extractor

"""Gold and found events in one shape, so that they can be held against each other.

A gold article is {id, title, date, text, events}; a gold event has type, alt_types, actors and recipients (name,
code), place (name, country), date (start, end), factuality, optional, and mentions (sentence, trigger), the sentences
word for word. A found event is the JSON form of an Event.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from ...models.types import CONFLICT, TYPE_NAMES
from ..errors import InputError

LONGEST_EVIDENCE = 1000
"""Characters; longer evidence points at nothing and does not count."""
FACTUALITIES = ("actual", "planned", "possible", "negated")

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Party:
    """An actor or recipient: its name and its code, in capitals."""

    name: str
    code: str | None


@dataclass(frozen=True, slots=True)
class Where:
    """A place: its name and the code of its country."""

    name: str
    country: str | None


@dataclass(frozen=True, slots=True)
class When:
    """First and last day; both None when the words were not resolved."""

    start: date | None
    end: date | None


@dataclass(frozen=True, slots=True)
class Act:
    """An event, gold or found. `spans` are where its sentences stand in the article's text."""

    article: str
    type: str
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    place: Where | None
    date: When | None
    factuality: str
    spans: tuple[Span, ...]
    sentence: str
    id: str = ""
    alt_types: frozenset[str] = frozenset()
    optional: bool = False
    confidence: float | None = None

    @property
    def types(self) -> frozenset[str]:
        """The types that count as this one."""
        return self.alt_types | {self.type}


@dataclass(frozen=True, slots=True)
class Gold:
    """A gold file: the articles' ids in their order, their events, and what looks wrong in it."""

    articles: tuple[str, ...]
    acts: tuple[Act, ...]
    warnings: tuple[str, ...] = ()


def gold_of(rows: Iterable[Mapping[str, Any]], name: str = "gold") -> Gold:
    """The gold events of articles. Raises InputError that names article, event and what is allowed."""
    articles: dict[str, None] = {}
    acts: list[Act] = []
    warnings: list[str] = []
    for number, row in enumerate(rows, 1):
        identity, text = row.get("id"), row.get("text")
        if not isinstance(identity, str) or not isinstance(text, str):
            raise InputError(f"{name}: article {number}: has no id or no text; a gold article needs id, text, events")
        if identity in articles:
            raise InputError(f"{name}: article {identity}: stands twice; each id once in a gold file")
        articles[identity] = None
        for at, raw in enumerate(_list(row, "events", f"{name}: article {identity}"), 1):
            where = f"{name}: article {identity}: event {at}"
            act = _gold(raw, identity, text, where)
            if not act.spans:
                warnings.append(f"{where}: none of its sentences stands in the text word for word; it cannot be found")
            acts.append(act)
    return Gold(tuple(articles), tuple(acts), tuple(warnings))


def read_events(rows: Iterable[Mapping[str, Any]], name: str = "events") -> list[Act]:
    """Found events that can be held against gold: with evidence in the text, and of no conflict type.

    The gold marks the text alone and no acts of conflict, so the others are left out. Raises InputError.
    """
    return list(_found(rows, name))


def _found(rows: Iterable[Mapping[str, Any]], name: str) -> Iterator[Act]:
    for number, row in enumerate(rows, 1):
        where = f"{name}: event {number}"
        article = row.get("article")
        if not isinstance(article, Mapping) or "id" not in article:
            raise InputError(f"{where}: has no article.id; give events as extract writes them (--format jsonl)")
        kind = _type(row, where)
        evidence = _evidence(row, where)
        if evidence and kind not in CONFLICT:
            yield Act(
                article=str(article["id"]),
                spans=tuple((start, end) for start, end, _ in evidence),
                sentence=evidence[0][2],
                id=str(row.get("id", "")),
                confidence=row.get("confidence"),
                **_fields(row, kind, where),
            )


def _evidence(row: Mapping[str, Any], where: str) -> list[tuple[int, int, str]]:
    """Start, end and words of each sentence in the text that can count."""
    try:
        return [
            (int(e["start"]), int(e["end"]), str(e.get("text", "")))
            for e in _list(row, "evidence", where)
            if e.get("field", "text") == "text" and e["end"] - e["start"] <= LONGEST_EVIDENCE
        ]
    except (KeyError, TypeError, ValueError):
        raise InputError(f"{where}: evidence needs start and end, offsets into the article's text") from None


def _gold(row: Mapping[str, Any], article: str, text: str, where: str) -> Act:
    kind = _type(row, where)
    factuality = row.get("factuality")
    if factuality not in FACTUALITIES:
        raise InputError(f"{where}: factuality {factuality!r} is unknown; allowed: {', '.join(FACTUALITIES)}")
    sentences = [str(m.get("sentence") or "") for m in _list(row, "mentions", where)]
    return Act(
        article=article,
        spans=tuple(span for sentence in sentences if sentence for span in _occurrences(sentence, text)),
        sentence=sentences[0] if sentences else "",
        alt_types=frozenset(row.get("alt_types") or ()),
        optional=bool(row.get("optional")),
        **_fields(row, kind, where),
    )


def _fields(row: Mapping[str, Any], kind: str, where: str) -> dict[str, Any]:
    return {
        "type": kind,
        "actors": _parties(_list(row, "actors", where)),
        "recipients": _parties(_list(row, "recipients", where)),
        "place": _where(row.get("place")),
        "date": _when(row.get("date"), where),
        "factuality": row.get("factuality"),
    }


def _type(row: Mapping[str, Any], where: str) -> str:
    kind = row.get("type")
    if kind not in TYPE_NAMES:
        raise InputError(f"{where}: type {kind!r} is unknown; allowed: {', '.join(TYPE_NAMES)}")
    return str(kind)


def _list(row: Mapping[str, Any], key: str, where: str) -> Sequence[Any]:
    value = row.get(key) or []
    if not isinstance(value, list) or not all(isinstance(item, Mapping) for item in value):
        raise InputError(f"{where}: {key} must be a list of objects")
    return value


def _parties(rows: Iterable[Mapping[str, Any]]) -> tuple[Party, ...]:
    return tuple(
        Party(row.get("name") or row.get("text") or "", (row.get("code") or "").upper() or None) for row in rows
    )


def _where(row: Mapping[str, Any] | None) -> Where | None:
    return Where(row.get("name") or "", row.get("country") or None) if row else None


def _when(row: Mapping[str, Any] | None, where: str) -> When | None:
    if not row:
        return None
    if not row.get("start"):
        return When(None, None)
    try:
        return When(date.fromisoformat(row["start"]), date.fromisoformat(row.get("end") or row["start"]))
    except (ValueError, TypeError):
        raise InputError(f"{where}: date {row!r} is none; write start and end as YYYY-MM-DD") from None


def _occurrences(sentence: str, text: str) -> Iterator[Span]:
    at = text.find(sentence)
    while at >= 0:
        yield at, at + len(sentence)
        at = text.find(sentence, at + 1)

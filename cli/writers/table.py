"""A table for the eye: one block per article, as wide as the terminal, the evidence quoted."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from ...models import Actor, Article, Date, Event, Place
from ..shown import visible
from . import columns
from .base import Options, Writer
from .target import Target

_NARROW = 110
"""Below this many columns the evidence stands under its row instead of beside it."""

_TYPE_STYLES = {1: "green", 2: "bold green", 3: "yellow", 4: "bold red"}
_FACTUALITY_STYLES = {"actual": "", "planned": "cyan", "possible": "magenta", "negated": "red"}
_WIDE = 10_000


def open_writer(path: Path | None, options: Options) -> Writer:
    """A writer to standard output or a file."""
    return _Table(Target(path), options.wide)


class _Table(Writer):
    def __init__(self, target: Target, wide: bool) -> None:
        self._target = target
        self._wide = wide
        self._console = Console(
            file=target.stream, highlight=False, emoji=False, markup=False, width=_WIDE if wide else None
        )
        self._events = 0

    def write(self, article: Article, events: Sequence[Event]) -> None:
        if not events:
            return
        self._events += len(events)
        if self._wide:
            self._print(_all_columns(events))
        else:
            width = self._console.width
            first = self._events == len(events)
            body = _narrow(events, width, first) if width < _NARROW else _beside(events, width, first)
            self._print(_heading(article), body, Text())
        self._target.flush()

    def _print(self, *parts: RenderableType) -> None:
        """Renders first and writes then: rich would end the program itself when a pipe closes."""
        with self._console.capture() as captured:
            self._console.print(*parts, sep="\n")
        self._target.write(captured.get())

    def close(self) -> None:
        if not self._events:
            self._target.write("no events\n")
        self._target.commit()

    def abort(self) -> None:
        self._target.abort()


def _heading(article: Article) -> Text:
    parts = [article.title or article.id, article.source or "", str(article.published or "")]
    return Text(" · ".join(visible(part) for part in parts if part), style="bold", overflow="fold")


def _beside(events: Sequence[Event], width: int, header: bool) -> RenderableType:
    """One table with the evidence in its last column."""
    table = Table(box=None, pad_edge=False, width=width, show_header=header, header_style="dim")
    fixed = max(12, width // 8)
    for name, size in (("type", 13), ("who", fixed), ("to whom", fixed), ("where", 14), ("when", 12), ("how", 8)):
        table.add_column(name, width=size, overflow="fold")
    table.add_column("evidence", ratio=1, overflow="fold", style="dim")
    for event in events:
        table.add_row(*_cells(event), _evidence(event))
    return table


def _narrow(events: Sequence[Event], width: int, header: bool) -> RenderableType:
    """A row of short columns per event, with the evidence beneath."""
    rest = max(10, (width - 12 - 10 - 8 - 10) // 3)
    sizes = (12, rest, rest, max(8, rest - 6), 10, 8)
    parts: list[RenderableType] = []
    for number, event in enumerate(events):
        row = Table(box=None, pad_edge=False, show_header=header and number == 0, header_style="dim", width=width)
        for name, size in zip(("type", "who", "to whom", "where", "when", "how"), sizes, strict=True):
            row.add_column(name, width=size, overflow="fold")
        row.add_row(*_cells(event))
        parts += [row, Padding(_evidence(event), (0, 0, 0, 2), style="dim")]
    return Group(*parts)


def _all_columns(events: Sequence[Event]) -> RenderableType:
    table = Table(box=None, pad_edge=False, header_style="dim")
    for name in columns.NAMES:
        table.add_column(name, no_wrap=True)
    for event in events:
        values = (columns.plain(value) for value in columns.values(event).values())
        table.add_row(*(Text(visible("" if value is None else str(value))) for value in values))
    return table


def _cells(event: Event) -> list[Text]:
    style = _FACTUALITY_STYLES[event.factuality]
    return [
        Text(visible(event.type), style=_TYPE_STYLES.get(event.quad_class, "")),
        _people(event.actors),
        _people(event.recipients),
        Text(_place(event.place)),
        Text(_when(event.date)),
        Text(event.factuality, style=style),
    ]


def _people(people: Sequence[Actor]) -> Text:
    return Text("\n".join(visible(p.name if p.code in (None, p.name) else f"{p.name} {p.code}") for p in people))


def _place(place: Place | None) -> str:
    if place is None:
        return ""
    return visible(f"{place.name} {place.country}" if place.country else place.name)


def _when(when: Date | None) -> str:
    if when is None:
        return ""
    if when.start is None or when.end is None:
        return visible(f"“{when.text}”")
    return str(when.start) if when.start == when.end else f"{when.start}\n{when.end}"


def _evidence(event: Event) -> Text:
    """The first sentence, quoted, with the trigger underlined, and how many more there are."""
    first = event.evidence[0] if event.evidence else None
    if first is None:
        return Text("")
    at = first.trigger_start - first.start
    whole = Text.assemble(
        "“",
        visible(first.text[:at]),
        (visible(first.text[at : at + len(first.trigger)]), "underline"),
        visible(first.text[at + len(first.trigger) :]),
        "”",
    )
    sources = ", ".join(visible(source.name) for source in event.attribution)
    more = len(event.evidence) - 1
    notes = [f"{sources}" if sources else "", f"+{more} more" if more else ""]
    whole.append("".join(f" ({note})" for note in notes if note))
    return whole

"""Explanations as text: the sentence with its parts marked, then each field with how it came about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import typer

from ..extract.explain import EventWhy, Explanation, Mark, MentionWhy, SentenceWhyNot
from .shown import visible

COLOURS = {
    "trigger": "red", "actor": "green", "recipient": "blue", "date": "yellow", "place": "magenta", "cue": "cyan"
}  # fmt: skip
_INDENT = "  "
_LABEL = 12


def lines(explanation: Explanation, event: str | None, coloured: bool) -> Iterator[str]:
    """The whole explanation of an article, or that of the event whose id is (or begins with) `event`."""
    chosen = [why for why in explanation.events if event is None or why.event.id.startswith(event)]
    if event is None:
        yield visible(f"article {explanation.article.id}: {_count(len(chosen), 'event')}")
        yield ""
    for why in chosen:
        yield from _event(why, coloured)
        yield ""
    if event is None and explanation.silent:
        yield f"{_count(len(explanation.silent), 'sentence')} without an event"
        yield ""
        for sentence in explanation.silent:
            yield from _silent(sentence)


def _event(why: EventWhy, coloured: bool) -> Iterator[str]:
    event = why.event
    title = f"{event.type} {event.id}"
    yield typer.style(title, bold=True) if coloured else title
    for mention in why.mentions:
        yield from _mention(mention, why, coloured)
    for party in why.parties:
        yield _field("party", party)
    yield _field("factuality", why.factuality)
    yield _field("date", why.date)
    yield _field("place", why.place)
    for source in why.attribution:
        yield _field("told by", source)
    yield _field("codes", why.codes)
    points = ", ".join(f"{name} {value:+.2f}" for name, value in why.confidence)
    yield _field("confidence", f"{event.confidence}: {points}")


def _mention(mention: MentionWhy, why: EventWhy, coloured: bool) -> Iterator[str]:
    yield _INDENT + marked(mention.text, mention.start, mention.marks, coloured)
    yield _field("entry", f'{mention.rule}, trigger "{mention.pattern}" ({mention.entry})')
    for role in mention.roles:
        name = role.name if role.code in (None, role.name) else f"{role.name} {role.code}"
        yield _field(role.role, f"{name}: {role.slot}: {role.path}")
        if role.how:
            yield _field("", "; ".join(role.how))
    if len(why.mentions) > 1:
        yield _field("here", mention.factuality)


def _silent(sentence: SentenceWhyNot) -> Iterator[str]:
    yield _INDENT + visible(sentence.text)
    if not sentence.triggers:
        yield 2 * _INDENT + "no trigger word"
    for trigger in sentence.triggers:
        entry = f" ({trigger.rule})" if trigger.rule else ""
        yield visible(2 * _INDENT + f'"{trigger.word}" {trigger.why}{entry}')
    yield ""


def _field(name: str, text: str) -> str:
    return 2 * _INDENT + f"{name:{_LABEL}}" + visible(text)


def _count(number: int, noun: str) -> str:
    return f"{number or 'no'} {noun}{'' if number == 1 else 's'}"


def marked(text: str, offset: int, marks: Iterable[Mark], coloured: bool) -> str:
    """The sentence with its parts in colour, or in brackets with their names: [actor China] [trigger denied] it."""
    return _within(text, 0, len(text), _nested(text, offset, marks), coloured)


def _nested(text: str, offset: int, marks: Iterable[Mark]) -> list[tuple[int, int, list[str]]]:
    """Stretches with their labels, from left to right, the wider first; what crosses another is left out."""
    labels: dict[tuple[int, int], list[str]] = {}
    for mark in marks:
        start, end = mark.start - offset, mark.end - offset
        if 0 <= start < end <= len(text) and mark.label not in labels.setdefault((start, end), []):
            labels[start, end].append(mark.label)
    kept: list[tuple[int, int, list[str]]] = []
    for (start, end), names in sorted(labels.items(), key=lambda item: (item[0][0], -item[0][1])):
        if all(end <= b or start >= b for a, b, _ in kept if a <= start < b and end > b):
            kept.append((start, end, names))
    return kept


def _within(text: str, start: int, end: int, parts: Sequence[tuple[int, int, list[str]]], coloured: bool) -> str:
    out, at = "", start
    rest = list(parts)
    while rest:
        a, b, names = rest.pop(0)
        inner = [part for part in rest if part[1] <= b]
        rest = [part for part in rest if part[1] > b]
        words = _within(text, a, b, inner, coloured)
        out += visible(text[at:a]) + (_styled(words, names) if coloured else f"[{', '.join(names)} {words}]")
        at = b
    return out + visible(text[at:end])


def _styled(words: str, names: Sequence[str]) -> str:
    return typer.style(words, fg=COLOURS[names[0]], underline=names[0] == "trigger")


def legend() -> str:
    """What the colours mean."""
    return " ".join(typer.style(name, fg=colour) for name, colour in COLOURS.items())

"""A table of mentions in short texts, each with the parties it stands for."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from dragoman.extract.actors.cast import Mention, cast
from dragoman.extract.actors.scene import root
from dragoman.extract.units import Analysis

ROWS = [
    tuple(line.split("\t"))
    for line in Path(__file__).with_name("coreference.tsv").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]


def resolve(analyse: Callable[..., Analysis], marked: str) -> tuple[Mention, ...]:
    """Whom the bracketed mention of a text stands for."""
    start, end = marked.index("["), marked.index("]") - 1
    analysis = analyse(marked.replace("[", "").replace("]", ""), None, date(2022, 3, 1))
    unit = next(u for u in analysis.units if u.start <= start < u.start + len(u.doc.text))
    span = unit.doc.char_span(start - unit.start, end - unit.start, alignment_mode="contract")
    head = span.root
    found = cast(analysis)
    return found.resolve(unit, head)


def is_right(found: tuple[Mention, ...], wanted: str) -> bool:
    """Whether names and codes are those wanted; "?" is no code, "*" any."""
    if wanted == "-":
        return not found
    parties = [party.rpartition("/")[::2] for party in wanted.split(" + ")]
    if len(parties) != len(found):
        return False
    got = {(m.actor.name, m.actor.code) for m in found}
    return all(any(n == name and code in ("*", c or "?") for n, c in got) for name, code in parties)


def test_there_are_enough_rows() -> None:
    """The figure is only worth something over many rows."""
    assert len(ROWS) >= 150


def test_share_of_rows_right(analyse: Callable[..., Analysis]) -> None:
    """At least nine in ten mentions are resolved as wanted; the others are listed."""
    wrong = []
    for kind, text, wanted in ROWS:
        found = resolve(analyse, text)
        if not is_right(found, wanted):
            got = " + ".join(f"{m.actor.name}/{m.actor.code}" for m in found)
            wrong.append(f"{kind}: {text} -> {got or '-'} (wanted {wanted})")
    share = 1 - len(wrong) / len(ROWS)
    print(f"{share:.3f} of {len(ROWS)}", *wrong, sep="\n")
    assert share >= 0.9, "\n".join(wrong)


@pytest.mark.parametrize(("text", "wanted"), [("[Norway] left.", "Norway/NOR"), ("[The plan] failed.", "-")])
def test_rows_are_read(analyse: Callable[..., Analysis], text: str, wanted: str) -> None:
    """The reader of the table itself works."""
    assert is_right(resolve(analyse, text), wanted)


def test_root_is_the_outer_token(analyse: Callable[..., Analysis]) -> None:
    """The head of a span is the token that hangs on something outside it."""
    from dragoman.extract.actors.marking import mark
    from dragoman.extract.actors.tables import builtin

    unit = analyse("Norway left.").units[0]
    assert root(mark(unit, builtin(), None), 0, 1) == 0

"""Scores as text and as JSON: tables of figures, confusion, errors, and what changed between two runs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from ..extract.evaluate import Act, Figures, Scores
from ..extract.evaluate.chance import Interval, intervals
from ..extract.evaluate.compare import Change
from ..extract.evaluate.confusion import NOTHING, Table
from ..extract.evaluate.scores import figures, wrong_fields
from .shown import visible

_HEADING = f"{'':15}{'precision':>10}{'recall':>8}{'F1':>7}{'95% of F1':>16}{'found':>7}{'gold':>6}"
_SENTENCE = 110
"""Characters of a sentence that a line shows."""


def table(scores: Scores) -> Iterator[str]:
    """The figures of all events and fields, then those of each type with the share of it that is right throughout."""
    doubt = intervals(list(scores.tallies.values()), (*scores.fields, *(f"type {t}" for t in scores.by_type)))
    yield _HEADING
    for name, found in scores.fields.items():
        yield _line(name, found, doubt.get(name))
    yield f"{'names':15}{'':10}{scores.names:8.3f}"
    yield f"{'factuality':15}{scores.factuality:10.3f}  right, of the events that match"
    yield ""
    yield _HEADING + f"{'who':>7}{'record':>8}"
    total = sum(scores.tallies.values(), Counter[str]())
    for name, found in scores.by_type.items():
        key = f"type {name}"
        more = [figures(total, key).right and total[f"{key} {level}"] / total[key] for level in ("who", "record")]
        yield _line(name, found, doubt.get(key)) + f"{more[0]:7.2f}{more[1]:8.2f}"


def _line(name: str, found: Figures, doubt: Interval | None) -> str:
    spread = f"{doubt.low:.3f} - {doubt.high:.3f}" if doubt else ""
    return (
        f"{name:15}{found.precision:10.3f}{found.recall:8.3f}{found.f1:7.3f}{spread:>16}{found.found:7}{found.gold:6}"
    )


def confusion(counts: Table, what: str) -> Iterator[str]:
    """The pairs that differ, the most frequent first, and how many agree."""
    same = sum(n for (gold, found), n in counts.items() if gold == found)
    yield f"{what}: {same} as in the gold"
    for (gold, found), n in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        if gold != found:
            words = (f"{found} found, not in the gold", f"{gold} missed", f"{gold} found as {found}")
            yield f"{n:5}  {words[0 if gold == NOTHING else 1 if found == NOTHING else 2]}"


def errors(scores: Scores) -> Iterator[str]:
    """Every miss, every extra event and every wrong field, by article."""
    for article, matching in scores.matchings.items():
        for gold, found in matching.pairs:
            wrong = () if gold.optional else wrong_fields(gold, found)
            if wrong:
                yield visible(f"wrong {', '.join(wrong)}: {article}")
                yield visible(f"    gold  {brief(gold)}")
                yield visible(f"    found {brief(found)}")
        for what, acts in (("missed", _core(matching.missed)), ("extra", matching.extra)):
            for act in acts:
                yield visible(f"{what}: {article}")
                yield visible(f"    {brief(act)}")


def _core(acts: Iterable[Act]) -> list[Act]:
    return [act for act in acts if not act.optional]


def brief(act: Act) -> str:
    """An event in one line."""
    when = f" on {act.date.start}" if act.date and act.date.start else ""
    where = f" in {act.place.name}" if act.place else ""
    sentence = " ".join(act.sentence.split())
    short = sentence if len(sentence) <= _SENTENCE else sentence[: _SENTENCE - 1] + "…"
    return f"{act.type} {_side(act, 'actors')} > {_side(act, 'recipients')}{where}{when}, {act.factuality} | {short}"


def _side(act: Act, name: str) -> str:
    return " + ".join(p.name + (f" {p.code}" if p.code and p.code != p.name else "") for p in getattr(act, name)) or "-"


def changes(found: Iterable[Change], said: Mapping[int, str]) -> Iterator[str]:
    """Each change in a line, with one more for each field; `said` is what the gold says, by an event's id()."""
    for change in found:
        act = change.new or change.old
        if act is None:
            continue
        mark = {"gained": "+", "lost": "-", "changed": "~"}[change.kind]
        words = dict.fromkeys(said[id(a)] for a in (change.old, change.new) if a is not None and id(a) in said)
        verdict = f" [{' -> '.join(words)}]" if words else ""
        yield visible(f"{mark} {act.article}: {brief(act)}{verdict}")
        for name in change.fields:
            yield visible(f"    {name}: {_value(change.old, name)} -> {_value(change.new, name)}")


def _value(act: Act | None, name: str) -> str:
    value = getattr(act, name)
    if name in ("actors", "recipients"):
        return _side(act, name) if act else "-"
    if value is None:
        return "-"
    if name == "place":
        return f"{value.name} {value.country or ''}".strip()
    if name == "date":
        return f"{value.start}" if value.start == value.end else f"{value.start} - {value.end}"
    return str(value)


def verdicts(scores: Scores) -> dict[int, str]:
    """What the gold says of each found event, by its identity: right, optional, wrong, or right with wrong fields."""
    found: dict[int, str] = {}
    for matching in scores.matchings.values():
        found.update({id(act): "wrong" for act in matching.extra})
        for gold, act in matching.pairs:
            wrong = wrong_fields(gold, act)
            found[id(act)] = "optional" if gold.optional else f"right, but {', '.join(wrong)}" if wrong else "right"
    return found


def gains(old: Scores, new: Scores) -> Iterator[str]:
    """The F1 of both runs with the interval of the difference, drawn over the same articles."""
    names = ("event", "who", "record")
    doubt = intervals(list(new.tallies.values()), names, list(old.tallies.values()))
    for name in names:
        before, after, spread = old.fields[name].f1, new.fields[name].f1, doubt.get(name)
        between = f" (95%: {spread.low:+.3f} to {spread.high:+.3f})" if spread else ""
        yield f"{name:8} F1 {before:.3f} -> {after:.3f}, {after - before:+.3f}{between}"


def as_json(scores: Scores, types: Table, factualities: Table) -> dict[str, Any]:
    """All figures as plain data."""
    doubt = intervals(list(scores.tallies.values()), (*scores.fields, *(f"type {t}" for t in scores.by_type)))
    return {
        **{name: _figures(found, doubt.get(name)) for name, found in scores.fields.items()},
        "names": scores.names,
        "factuality": scores.factuality,
        "by_type": {name: _figures(found, doubt.get(f"type {name}")) for name, found in scores.by_type.items()},
        "confusion": {"type": _pairs(types), "factuality": _pairs(factualities)},
    }


def _figures(found: Figures, doubt: Interval | None) -> dict[str, Any]:
    return {
        "precision": found.precision,
        "recall": found.recall,
        "f1": found.f1,
        "f1_interval": [doubt.low, doubt.high] if doubt else None,
        "right": found.right,
        "found": found.found,
        "gold": found.gold,
    }


def _pairs(counts: Table) -> list[dict[str, Any]]:
    """Rows with null for "no event there", the most frequent first."""
    rows = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return [
        {"gold": None if gold == NOTHING else gold, "found": None if found == NOTHING else found, "count": n}
        for (gold, found), n in rows
    ]

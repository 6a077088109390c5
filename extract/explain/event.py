"""How an event came about, field by field."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...models import Actor, Article, Date, Event, Place, Source
from .. import codes, confidence, factuality
from ..draft import Draft
from ..frames.frame import Filler, Frame
from ..merge import Group
from ..units import Unit
from . import phrases
from .paths import path
from .records import EventWhy, Label, Mark, MentionWhy, RoleWhy

CROSSING = frozenset({"speaker", "addressee"})
"""Slots whose filler may stand in another sentence."""


def why(event: Event, group: Group, groups: Sequence[Group], article: Article) -> EventWhy:
    """The explanation of an event; `groups` are all acts of the article, of which it may have taken something."""
    return EventWhy(
        event=event,
        mentions=tuple(_mention(draft, article) for draft in group.drafts),
        parties=tuple(_unfilled(group)),
        factuality=_factuality(_deciding(group)),
        date=_date(group, groups, article),
        place=_place(group, groups),
        attribution=tuple(_source(source) for source in event.attribution) or (phrases.OWN_VOICE,),
        codes=_codes(event, group),
        confidence=tuple(_points(group)),
    )


def _mention(draft: Draft, article: Article) -> MentionWhy:
    frame, unit = draft.frame, draft.frame.unit
    start, end = unit.start, unit.start + len(unit.doc.text)
    field = article.title or "" if unit.field == "title" else article.text
    return MentionWhy(
        field=unit.field,
        start=start,
        end=end,
        text=field[start:end],
        rule=frame.entry.rule,
        pattern=frame.pattern.text,
        entry=frame.entry.source,
        roles=tuple(_roles(frame)),
        factuality=_factuality(draft),
        marks=tuple(sorted(_marks(draft), key=lambda mark: (mark.start, -mark.end))),
    )


def _roles(frame: Frame) -> Iterator[RoleWhy]:
    for filler in frame.actors:
        yield _role("actor", filler, frame)
    for filler in frame.recipients:
        yield _role("recipient", filler, frame)


def _role(role: Label, filler: Filler, frame: Frame) -> RoleWhy:
    actor = filler.mention.actor
    return RoleWhy(
        role="actor" if role == "actor" else "recipient",
        name=actor.name,
        code=actor.code,
        text=actor.text,
        slot=filler.slot,
        path=_path(filler, frame),
        how=filler.mention.how,
    )


def _path(filler: Filler, frame: Frame) -> str:
    if filler.token.doc is frame.trigger.doc and filler.slot not in CROSSING:
        return path(frame.trigger, filler.token)
    if filler.slot in CROSSING:
        where = phrases.SPEAKER_PATH if filler.slot == "speaker" else phrases.ADDRESSEE_PATH
        return where if filler.token.doc is frame.trigger.doc else f"{where}, {phrases.ELSEWHERE_PATH}"
    return phrases.ELSEWHERE_PATH


def _marks(draft: Draft) -> Iterator[Mark]:
    frame, unit = draft.frame, draft.frame.unit
    for word in frame.words:
        yield Mark("trigger", *unit.span(word))
    sides: tuple[tuple[Label, tuple[Filler, ...]], ...] = (("actor", frame.actors), ("recipient", frame.recipients))
    for label, fillers in sides:
        for filler in fillers:
            if filler.token.doc is unit.doc:
                yield Mark(label, *_words(unit, filler.mention.actor, filler))
    if draft.date is not None and _is_inside(unit, draft.date.field, draft.date.text_start):
        yield Mark("date", draft.date.text_start, draft.date.text_end)
    if draft.place is not None and _is_inside(unit, draft.place.field, draft.place.text_start):
        yield Mark("place", draft.place.text_start, draft.place.text_end)
    cue = factuality.judge(unit, frame.trigger, draft.type).span
    if cue is not None and not frame.is_content and frame.entry.factuality is None:
        yield Mark("cue", *cue)


def _words(unit: Unit, actor: Actor, filler: Filler) -> tuple[int, int]:
    """The mention's words where they are in this sentence, else the word that fills the role ("he")."""
    if _is_inside(unit, actor.field, actor.start):
        return actor.start, actor.end
    return unit.span(filler.token)


def _is_inside(unit: Unit, field: str, at: int) -> bool:
    return field == unit.field and unit.start <= at < unit.start + len(unit.doc.text)


def _unfilled(group: Group) -> Iterator[str]:
    """Parties that no role of the sentence gives: hosts of a visit, those whose act is answered."""
    filled = {f.mention.actor.name for d in group.drafts for f in (*d.frame.actors, *d.frame.recipients)}
    given = {actor.name for actor in group.given_recipients}
    for actor in (*group.actors, *group.recipients):
        if actor.name in filled:
            continue
        template = phrases.ANSWERED if actor.name in given else phrases.HOST
        yield template.format(name=actor.name)


def _deciding(group: Group) -> Draft:
    """The mention whose factuality is the event's."""
    return next((draft for draft in group.drafts if draft.cue is not None), group.drafts[0])


def _factuality(draft: Draft) -> str:
    frame = draft.frame
    if frame.entry.factuality is not None:
        return phrases.FIXED.format(value=draft.factuality)
    if frame.is_content:
        return phrases.UTTERED.format(value=draft.factuality)
    if draft.cue is None:
        return phrases.PLAIN.format(value=draft.factuality)
    return phrases.CUED.format(value=draft.factuality, cue=draft.cue)


def _date(group: Group, groups: Sequence[Group], article: Article) -> str:
    date = group.date
    if date is None:
        return phrases.NO_DATE
    own = any(draft.date is not None for draft in group.drafts)
    home = None if own else next((g for g in groups if g is not group and g.date is date), None)
    published = article.published
    anchor = phrases.ANCHOR.format(published=published) if published else phrases.UNDATED_ANCHOR
    size = f" ({date.granularity})" if date.granularity else ""
    told = phrases.DATE.format(text=date.text, anchor=anchor, days=_days(date), size=size)
    return told if own else told + _given(home)


def _days(date: Date) -> str:
    if date.start is None:
        return f"unresolved, {date.reason}"
    return str(date.start) if date.start == date.end else f"{date.start} to {date.end}"


def _place(group: Group, groups: Sequence[Group]) -> str:
    place = group.place
    if place is None:
        return phrases.NO_PLACE
    own = any(draft.place is not None for draft in group.drafts)
    home = None if own else next((g for g in groups if g is not group and g.place is place), None)
    return _named(place) if own else _named(place) + _given(home)


def _named(place: Place) -> str:
    country = f" ({place.country})" if place.country else ""
    return phrases.PLACE.format(text=place.text, name=place.name, country=country, kind=place.kind)


def _given(home: Group | None) -> str:
    return phrases.GIVEN.format(type=home.type) if home is not None else phrases.GIVEN_BY_SOME


def _source(source: Source) -> str:
    manner = "quoted" if source.direct else "reported"
    return phrases.SOURCE.format(
        name=source.name, field=source.field, start=source.start, end=source.end, manner=manner
    )


def _codes(event: Event, group: Group) -> str:
    """From the codes of the done act of that type to those of this one."""
    entry = group.drafts[0].frame.entry
    done = codes.derive(event.type, "actual", entry.cameo, entry.mode)
    told = phrases.CODES.format(type=event.type, done=_code(done.plover, done.mode, done.cameo))
    told += phrases.ENTRY_CODE if entry.cameo or entry.mode else ""
    mine = (event.plover, event.plover_mode, event.cameo)
    if mine != (done.plover, done.mode, done.cameo):
        told += phrases.SHIFTED.format(factuality=event.factuality, codes=_code(*mine))
    return told


def _code(plover: str | None, mode: str | None, cameo: str) -> str:
    names = "/".join(part for part in (plover, mode) if part) or "no PLOVER type"
    return f"{names}, CAMEO {cameo} ({codes.cameo()[cameo]['name']})"


def _points(group: Group) -> Iterator[tuple[str, float]]:
    table = confidence.points()
    yield "base", table["base"]
    found = [(name, table[name]) for name in confidence.features(group) if name in table]
    yield from sorted(found, key=lambda item: -abs(item[1]))

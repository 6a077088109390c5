"""One act, one event: the mentions of an act in an article become one event that keeps all evidence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from ..models import Actor, Date, Factuality, Place, Source
from .codes import UNREAL
from .draft import Draft

ONE_OF_A_KIND = frozenset(
    {"visit", "meeting", "call", "negotiation", "mediation", "agreement", "recognition", "expulsion"}
)
"""Acts that an article tells of again and again; the others are words, and new words are a new act."""
PAIRED = frozenset({"meeting", "call", "negotiation"})
TALKS = frozenset({"meeting", "call", "negotiation", "visit"})
_NEAR = 3
"""How many sentences after an act what was discussed in it is told."""
_OLD = 45
"""Days after which an act is no news any more."""
_ALIKE = 0.34
"""Share of content words from which two speech acts of the same parties are one act told twice."""
CONTENT_POS = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})


@dataclass(slots=True)
class Group:
    """The drafts of one act, in reading order, and what they say together.

    What is `given` comes from the acts around this one, and counts where it has none of its own.
    """

    drafts: list[Draft]
    given_date: Date | None = None
    given_place: Place | None = None
    given_recipients: tuple[Actor, ...] = ()

    @property
    def type(self) -> str:
        return self.drafts[0].type

    @property
    def actors(self) -> tuple[Actor, ...]:
        told = [d.actors for d in self.drafts if d.type == self.type]
        whole = [d.actors for d in self.drafts if d.type == self.type in PAIRED and _is_whole(d)]
        return whole[0] if whole else _longest(told)

    @property
    def recipients(self) -> tuple[Actor, ...]:
        return _longest([d.recipients for d in self.drafts if d.type == self.type]) or self.given_recipients

    @property
    def place(self) -> Place | None:
        return next((d.place for d in self.drafts if d.place is not None), self.given_place)

    @property
    def date(self) -> Date | None:
        dated = [d.date for d in self.drafts if d.date is not None]
        return next((d for d in dated if d.start is not None), dated[0] if dated else self.given_date)

    @property
    def factuality(self) -> Factuality:
        cued = [d.factuality for d in self.drafts if d.cue is not None]
        return cued[0] if cued else self.drafts[0].factuality

    @property
    def attribution(self) -> tuple[Source, ...]:
        found: dict[str, Source] = {}
        for draft in self.drafts:
            for source in draft.attribution:
                found.setdefault(source.name, source)
        return tuple(found.values())

    @property
    def is_political(self) -> bool:
        """Whether a state, an official or another political party is on one side."""
        return any(f.mention.political for d in self.drafts for f in (*d.frame.actors, *d.frame.recipients))

    @property
    def topic(self) -> str | None:
        return next((d.topic for d in self.drafts if d.topic), None)


def groups(drafts: Iterable[Draft], published: date | None = None) -> list[Group]:
    """Puts each draft to the latest group that it is a mention of, or starts a new one."""
    found: list[Group] = []
    for draft in drafts:
        home = next((g for g in reversed(found) if _same_act(g, draft, published) or _is_talk_of(g, draft)), None)
        if home is None:
            found.append(Group([draft]))
        else:
            home.drafts.append(draft)
    return found


def _is_talk_of(group: Group, draft: Draft) -> bool:
    """What the two "discussed" is said of the call or visit just told, not of a meeting of its own."""
    if not draft.frame.entry.vague or group.type not in TALKS:
        return False
    near = 0 <= draft.frame.unit.index - group.drafts[-1].frame.unit.index <= _NEAR
    parties = (*group.actors, *group.recipients)
    if len(draft.actors) == 1 and draft.actors[0].kind == "group":  # "the delegations discussed"
        return near and draft.actors[0].code in {None, *(a.code for a in parties)}
    return near and _names(draft.actors) <= _names(parties)


def _same_act(group: Group, draft: Draft, published: date | None) -> bool:
    if group.type != draft.type or not _dates_agree(group.date, draft.date):
        return False
    if (
        not _factualities_agree(group, draft)
        or _is_past(group, draft, published)
        or _is_history(group, draft, published)
    ):
        return False
    mine, theirs = _names(draft.actors), _names(group.actors)
    if draft.type in ONE_OF_A_KIND:
        if not _agree(draft.actors, group.actors) or not _places_agree(group, draft):
            return False
        host = draft.frame.entry.mutual or _agree(draft.recipients, group.recipients, empty=True)
        if mine == theirs and _is_title(group, draft) and len(group.drafts) == 1:
            return True
        persons = any(r.kind == "person" for r in (*draft.recipients, *group.recipients))
        if not host and (persons or not _is_one_country(draft.place, group.place)):
            return False
        return bool(mine & theirs) or draft.is_nominal
    if mine != theirs and not _is_title(group, draft):
        return False
    if not _agree(draft.actors, group.actors) or not _agree(draft.recipients, group.recipients, empty=True):
        return False
    if draft.type == "denial" and draft.frame.unit.index - group.drafts[-1].frame.unit.index == 1:
        return draft.recipients == () or _names(draft.recipients) == _names(group.recipients)
    if draft.frame.said and _is_explained(group.drafts[-1], draft):
        return True
    return draft.is_nominal or any(_is_told_again(d, draft) for d in group.drafts)


def _is_title(group: Group, draft: Draft) -> bool:
    """Headlines name the state where the text names its official."""
    return "title" in {group.drafts[0].frame.unit.field, draft.frame.unit.field}


def _is_past(group: Group, draft: Draft, published: date | None) -> bool:
    """An act of a day gone by is not the one that is still to come."""
    if published is None or (group.factuality in UNREAL) == (draft.factuality in UNREAL):
        return False
    dated = [d for d in (group.date, draft.date) if d is not None and d.end is not None]
    return any(d.end is not None and d.end < published for d in dated) and len(dated) < 2


def _is_history(group: Group, draft: Draft, published: date | None) -> bool:
    """An act of long ago is not the one that the headline, or a verb without a date, told as news before it."""
    if group.date is not None:
        return False
    first = group.drafts[0]
    is_news = first.frame.unit.field == "title" or not first.is_nominal
    return is_news and is_old(draft.date, published)


def is_old(day: Date | None, published: date | None) -> bool:
    """Whether an article tells of a day as of history."""
    if day is None or day.end is None or published is None:
        return False
    return (published - day.end).days > _OLD


def _places_agree(group: Group, draft: Draft) -> bool:
    """A tour of Europe is not the visit to Moscow."""
    mine, theirs = draft.place, group.place
    if draft.type != "visit" or mine is None or theirs is None or mine.name == theirs.name:
        return True
    return _is_one_country(mine, theirs)


def _is_one_country(mine: Place | None, theirs: Place | None) -> bool:
    return mine is not None and theirs is not None and mine.country is not None and mine.country == theirs.country


def _is_explained(before: Draft, draft: Draft) -> bool:
    """Whether words are only how an act was put: "criticised the plan, saying it was illegal"."""
    here, there = draft.frame.unit, before.frame.unit
    if here.index == there.index:
        return True
    return here.index - there.index == 1 and here.paragraph == there.paragraph and not before.frame.said


def _names(actors: Iterable[Actor]) -> set[str]:
    return {a.name for a in actors}


def _agree(mine: Sequence[Actor], theirs: Sequence[Actor], empty: bool = False) -> bool:
    """Same parties: the shorter list's names are all in the longer, or its states all stand there for someone."""
    if not mine or not theirs:
        return empty
    a, b = (mine, theirs) if len(mine) <= len(theirs) else (theirs, mine)
    names, codes = _names(b), {x.code for x in b if x.code}
    return all(x.name in names or (x.code in codes and _is_body(x, b)) for x in a)


def _is_body(actor: Actor, others: Iterable[Actor]) -> bool:
    """A state and its official are one party, two officials of a state are two."""
    if actor.kind != "person":
        return True
    return any(o.code == actor.code and o.kind != "person" for o in others)


def _dates_agree(a: Date | None, b: Date | None) -> bool:
    if a is None or b is None or a.start is None or b.start is None or a.end is None or b.end is None:
        return True
    return a.start <= b.end and b.start <= a.end


def _factualities_agree(group: Group, draft: Draft) -> bool:
    if draft.cue is None or all(d.cue is None for d in group.drafts):
        return draft.is_nominal or group.drafts[0].is_nominal or draft.factuality == group.factuality
    return draft.factuality == group.factuality or {draft.factuality, group.factuality} <= UNREAL


def _is_told_again(a: Draft, b: Draft) -> bool:
    if a.frame.unit.index == b.frame.unit.index:
        return False
    first, second = _content(a), _content(b)
    if not first or not second:
        return False
    return len(first & second) / min(len(first), len(second)) >= _ALIKE and len(first & second) >= 2


def _content(draft: Draft) -> set[str]:
    parties = {f.token.i for f in (*draft.frame.actors, *draft.frame.recipients)}
    return {
        t.lemma_.lower()
        for t in draft.frame.trigger.subtree
        if t.pos_ in CONTENT_POS and t.i not in parties and not t.is_stop
    }


def _is_whole(draft: Draft) -> bool:
    """Whether a sentence of the text names parties of two states: what is told of their talks later adds none."""
    return draft.frame.unit.field != "title" and len({a.code for a in draft.actors if a.code}) > 1


def _longest(sides: Sequence[tuple[Actor, ...]]) -> tuple[Actor, ...]:
    return max(sides, key=len) if sides else ()

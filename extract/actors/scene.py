"""What has been read of an article so far: parties, where they stand, and whose codes are whose."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from ..quotes import Quotation, Quotations
from .entities import Entity, Ref
from .entries import Entry
from .following import ENVOYS
from .nominals import Nominal
from .people import People
from .phrases import normal, tokenise
from .spans import DASHES, Marked, Span
from .tables import Region, Tables

Owner = tuple[str | None, str, Span | None]
"""Whose a phrase is: the code, the words that say so, and the span that they are."""

PLACING = frozenset(
    ["in", "to", "from", "at", "against", "into", "near", "across", "over", "toward", "towards", "visit"]
)
"""Words before a state that is no party."""
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
ABROAD = frozenset({"embassy", "consulate", "consular", "diplomatic", "foreign"})
"""Words that say that those in a place are not of its state: "embassy officials in Cairo"."""
STATE_SORTS = frozenset({"state", "igo", "seat"})


@dataclass(slots=True)
class Scene:
    """The article under reading. `refs` are in reading order, `at` maps (unit, token) to the ref that it belongs to."""

    tables: Tables
    published: date | None
    units: list[Marked]
    people: People
    quotations: Quotations
    home: Entry | None
    """Whose release the article is: the state or body that its source names."""
    refs: list[Ref] = field(default_factory=list)
    at: dict[tuple[int, int], Ref] = field(default_factory=dict)
    known: dict[tuple[str, str | None], Entity] = field(default_factory=dict)
    owners: dict[tuple[int, int], tuple[Entity, ...]] = field(default_factory=dict)
    usual: dict[tuple[str, str], str] = field(default_factory=dict)
    """How the article calls a state or body, by table and usual name."""
    codes_named: dict[str, int] = field(default_factory=dict)
    """How often each code's state or body is named in the article."""
    shares: dict[str, float] = field(default_factory=dict)
    """How much the article is about each state, once it has been asked."""
    codes_owning: dict[str, int] = field(default_factory=dict)
    """How often each state owns an office or a body in the article: whose politics it is about."""

    def put(self, ref: Ref, *tokens: int) -> Ref:
        """Records a ref under its tokens, in reading order."""
        self.refs.append(ref)
        for i in tokens or range(ref.start, ref.end):
            self.at.setdefault((ref.unit, i), ref)
        return ref

    def shared(self, entity: Entity) -> Entity:
        """The entity of this name and code that is known already, else this one from now on."""
        key = (" ".join(normal(w) for w in tokenise(entity.name)), entity.code)
        return self.known.setdefault(key, entity)

    def recent(self, unit: int, reach: int) -> Iterator[Ref]:
        """Refs from the latest backwards, as far as `reach` units before `unit`."""
        for ref in reversed(self.refs):
            if unit - ref.unit > reach:
                return
            yield ref

    def entry(self, span: Span) -> Entry | None:
        """The line that a span stands for; of several (Korean, Congolese), the one that the article names most."""
        entries = [e for e in span.entries if isinstance(e, Entry)]
        if len(entries) < 2:
            return entries[0] if entries else None
        return max(reversed(entries), key=lambda e: self.codes_named.get(e.code or "", 0))

    def body_of(self, marked: Marked, span: Span) -> str | None:
        """The usual name of the movement that a span is, or its words when no table has it."""
        if span.sort == "run":
            return " ".join(marked.low[span.start : span.end])
        entry = self.entry(span)
        return entry.name if entry is not None and entry.sort == "movement" else None

    def state(self, code: str) -> Entity | None:
        """The state of a code as a party."""
        if code == "EU":  # Europe as a party
            union = self.usual.get(("igo", "European Union"), "European Union")
            return self.shared(Entity(union, "igo", "igo", code, how=["table organisations.csv: European Union"]))
        name = self.tables.states.get(code)
        if name is None:
            return None
        return self.shared(Entity(name, "state", "state", code, how=[f"table states.csv: {name}"]))

    def speaker(self, quotation: Quotation) -> Entity | None:
        """The person or body whose words a quotation holds, if it is known already."""
        if quotation.speaker is None:
            return None
        unit, token = quotation.speaker
        ref = self.at.get((unit.index, token.i))
        if ref is not None and ref.entities:
            return ref.entities[0]
        span = self.units[unit.index].at[token.i]
        return self.people.of.get((unit.index, span.start)) if span is not None else None


def root(marked: Marked, start: int, end: int) -> int:
    """The token of `start:end` whose head lies outside it."""
    token = marked.doc[end - 1]
    while token.head.i != token.i and start <= token.head.i < end:
        token = token.head
    return int(token.i)


def is_placed(marked: Marked, span: Span) -> bool:
    """Whether a state is only where or whence something is, alone or in a list: "from Norway and Denmark"."""
    i = span.start - 1
    if i > 0 and marked.raw[i] in DASHES and marked.low[i - 1] in ("anti", "pro", "non"):
        return True  # "the anti-Syrian opposition"
    while i > 0 and marked.low[i] in ("and", ","):
        before = marked.at[i - 1]
        if before is None or before.sort != span.sort:
            return False
        i = before.start - 1
    return i >= 0 and marked.low[i] in PLACING


def is_subject(marked: Marked, i: int) -> bool:
    """Whether a token, or what it is coordinated or apposed to, is a subject."""
    token = marked.doc[i]
    for _ in range(4):
        if token.dep_ in SUBJECTS:
            return True
        if token.dep_ not in ("conj", "appos"):
            return False
        token = token.head
    return False


def owner_codes(scene: Scene, marked: Marked, nominal: Nominal) -> list[Owner]:
    """Whose a phrase is: a code, why, and the span that says it, for each owner; with places when there is no owner."""
    found: list[Owner] = []
    kinds = {span.sort for span in nominal.owners}
    aimed = (
        nominal.noun == "ambassador"
        or (nominal.noun in ENVOYS | {"mission"} and {"state", "igo"} <= kinds)
        or (nominal.office is not None and nominal.office.title == "permanent representative")
    )
    for span in nominal.owners:
        code = code_of(scene, marked, span)
        if aimed and span.sort == "igo" and (len(nominal.owners) > 1 or span.start >= nominal.start):
            continue
        found.append((code, f'"{marked.words(span.start, span.end)}"', span))
    if nominal.pronoun is not None or nominal.owner_noun is not None:
        i = nominal.pronoun if nominal.pronoun is not None else nominal.owner_noun
        for entity in scene.owners.get((marked.unit.index, i or 0), ()) or _entities(scene, marked, i or 0):
            found.append((entity.code, f'"{marked.raw[i or 0]}" is {entity.name}', None))
    if not found and not ABROAD & set(marked.low[nominal.start : nominal.core_end]):
        found = [(code_of(scene, marked, s), f'"{marked.words(s.start, s.end)}"', s) for s in nominal.places]
    return found


def _entities(scene: Scene, marked: Marked, i: int) -> tuple[Entity, ...]:
    ref = scene.at.get((marked.unit.index, i))
    return ref.entities if ref is not None else ()


def code_of(scene: Scene, marked: Marked, span: Span) -> str | None:
    """The code of what a span stands for."""
    if span.sort == "region":
        return next((e.code for e in span.entries if isinstance(e, Region)), None)
    entry = scene.entry(span)
    if entry is not None:
        return entry.code
    person = scene.people.of.get((marked.unit.index, span.start))
    if person is not None:
        return person.code
    ref = scene.at.get((marked.unit.index, span.start))
    return ref.entities[0].code if ref is not None and ref.entities else None

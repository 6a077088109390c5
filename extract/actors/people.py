"""Makes one entity of each person of an article: full names, surnames, titles, codes."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from .entities import Entity
from .entries import Holder
from .names import Name, Names, forename, parts_of
from .nominals import Nominal
from .phrases import normal
from .spans import Marked, Span
from .tables import Tables
from .titles import Tie


@dataclass(slots=True)
class People:
    """The persons of an article; `of` maps a span (unit index, first token) to its person."""

    tables: Tables
    names: Names
    published: date | None
    of: dict[tuple[int, int], Entity] = field(default_factory=dict)
    all: list[Entity] = field(default_factory=list)
    _full: dict[tuple[str, ...], Entity] = field(default_factory=dict)
    _last: dict[str, Entity] = field(default_factory=dict)
    _usual: dict[str, Entity] = field(default_factory=dict)
    """Whom a bare surname meant first."""

    def link(self, marked: Marked, span: Span, titles: list[Nominal], women: bool | None) -> Entity:
        """The person that a name at one place stands for; `women` is what a "Mr" or "Mrs" before it says."""
        parts = parts_of(marked, span, self.tables)
        offices = {o for t in titles for o in titles_of(t)}
        entity = self._known(parts, offices, women) or self._new(marked, span, parts)
        self.of[marked.unit.index, span.start] = entity
        for part in entity.words:
            self._last[part] = entity
        if len(parts) == 1:
            self._usual.setdefault(parts[0], entity)
        if women is not None and entity.gender is None:
            entity.gender = "f" if women else "m"
        return entity

    def _known(self, parts: tuple[str, ...], offices: set[str], women: bool | None) -> Entity | None:
        if parts in self._full:
            return self._full[parts]
        if len(parts) > 1:
            whole = (e for known, e in self._full.items() if _is_same(parts, known) or known[-len(parts) :] == parts)
            return next(whole, None) or self._by_suffix(parts)
        return self._by_part(parts[0], offices, women)

    def _by_part(self, part: str, offices: set[str], women: bool | None) -> Entity | None:
        """The most recent person of a name who may have this title; else one whose full name comes later."""
        names = [n for n in self.names.full_names(part) if n.is_person]
        if not names:
            return None
        close = [n for n in names if n.parts[-1] == part or part in n.parts[-1].split("-")] or names
        entities = [self._of_name(n) for n in close]
        fitting = [e for e in entities if _fits(e, offices, women)] or entities
        titled = [e for e in fitting if offices & e.offices]
        pool = titled or fitting
        recent = self._last.get(part)
        if offices and not titled and (usual := self._usual.get(part)) in pool:
            return usual
        return recent if recent in pool else pool[0]

    def _by_suffix(self, parts: tuple[str, ...]) -> Entity | None:
        """A surname of several words whose full name comes later: "Van der Meer"."""
        for name in self.names.by_parts.values():
            if len(name.parts) <= len(parts) or not name.is_person:
                continue
            if all(_is_like(a, b) for a, b in zip(name.parts[-len(parts) :], parts, strict=True)):
                return self._of_name(name)
        return None

    def _of_name(self, name: Name) -> Entity:
        entity = self._full.get(name.parts) or next((e for k, e in self._full.items() if _is_same(name.parts, k)), None)
        return entity or self._make(name.parts, name.written, name)

    def _new(self, marked: Marked, span: Span, parts: tuple[str, ...]) -> Entity:
        name = self.names.by_parts.get(parts)
        return self._make(parts, marked.words(span.start, span.end), name)

    def _make(self, parts: tuple[str, ...], written: str, name: Name | None) -> Entity:
        entity = Entity(written.replace("\n", " "), "person", "person", words=frozenset(parts))
        if len(parts) > 1:
            entity.gender = self.tables.forenames.get(parts[0].split("-")[0]) or self.tables.forenames.get(parts[0])
        if name is not None and name.holder is not None:
            adopt(entity, name.holder)
            when = self.published
            entity.former = when is not None and not name.holder.holds((when.year, when.month))
        self._full[parts] = entity
        self.all.append(entity)
        return entity


def adopt(entity: Entity, holder: Holder) -> None:
    """Takes over what the tables know of a person, short of what the article says itself."""
    if entity.code is None and holder.code:
        entity.code = holder.code
        entity.how.append(f"table {holder.table}: {holder.name}, {holder.office}, {holder.term}")
    entity.gender = holder.gender or entity.gender
    if holder.office:
        entity.offices.add(holder.office.lower())
        entity.offices.add(holder.office.lower().split()[-1])


def titles_of(nominal: Nominal) -> set[str]:
    """What a person with this title may be called: the title, its head noun and, for an office, its usual name."""
    found = {nominal.noun}
    if nominal.office is not None and nominal.office.sort == "office":
        found.add(nominal.office.title)
    return found


def learn(entity: Entity, marked: Marked, tie: Tie, codes: list[tuple[str, str]]) -> None:
    """Gives a person the title, the role and the code of a phrase that is tied to the name."""
    nominal, _, _ = tie
    entity.offices |= titles_of(nominal)
    if entity.role is None and not nominal.plural:
        entity.role = role_of(marked, nominal)
    if codes:
        code, why = codes[0]
        entity.learn_code(code, why)


def role_of(marked: Marked, nominal: Nominal) -> str:
    """The office as written, without whose it is: "Foreign Ministry spokesperson"."""
    start = nominal.start
    for span in nominal.owners:
        if start <= span.start < nominal.core:
            start = span.end
    while start < nominal.core and marked.raw[start] in ("'s", "’s", "'", "’", ",", "and"):
        start += 1
    return marked.words(min(start, nominal.core), nominal.core_end)


def _fits(entity: Entity, offices: set[str], women: bool | None) -> bool:
    if women is not None and entity.gender is not None and (entity.gender == "f") != women:
        return False
    return not ({"first lady"} & offices and "first lady" not in entity.offices and entity.gender == "m")


def _is_same(one: tuple[str, ...], two: tuple[str, ...]) -> bool:
    """Whether two full names are one person's: "Joe Biden" and "Joseph Biden", "Bashar Assad" and "Bashar al-Assad"."""
    if not _is_like(one[-1], two[-1]):
        return False
    if len(one) == 1 or len(two) == 1:
        return False
    a, b = forename(one), forename(two)
    return (
        a == b
        or (len(min(a, b, key=len)) >= 3 and a[:3] == b[:3] and (a.startswith(b) or b.startswith(a)))
        or _is_like(a, b)
    )


def _is_like(a: str, b: str) -> bool:
    from .names import _is_slip, skeleton

    a, b = normal(a).removeprefix("al-").removeprefix("el-"), normal(b).removeprefix("al-").removeprefix("el-")
    return a == b or skeleton(a) == skeleton(b) or _is_slip(a, b)

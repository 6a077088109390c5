"""Introduces the people of an article: each name with its titles, its gender and whose it is."""

from __future__ import annotations

import re

from .entities import Entity
from .names import is_titled, parts_of
from .nominals import Nominal
from .people import learn
from .scene import Scene, owner_codes
from .spans import DASHES, Marked, Span
from .titles import Tie, ties

SEAT = re.compile(r"[DRI](-[A-Z]|$)")
"""Party and state of a member of the US Congress, in brackets: "(R-MI)"."""


CHAIRS = frozenset({"chairman", "chairwoman", "chairperson", "chair"})


class Introductions:
    """Who has which title where: `tied` by (unit, head of the title), `titles` by (unit, first token of the name)."""

    def __init__(self, scene: Scene, phrases: list[list[Nominal]]) -> None:
        self.scene = scene
        self.tied: dict[tuple[int, int], Tie] = {}
        self.titles: dict[tuple[int, int], list[Nominal]] = {}
        for marked in scene.units:
            self._split(marked)
        for marked, here in zip(scene.units, phrases, strict=True):
            self._count_owners(here)
            self._introduce(marked, here)

    def _split(self, marked: Marked) -> None:
        """Cuts "Wang-Putin" in two where each half is someone the article knows."""
        names = self.scene.people.names
        for span in list(marked.spans) if marked.unit.field == "title" else ():
            own = names.by_parts.get(parts_of(marked, span, self.scene.tables)) if span.sort == "run" else None
            first = marked.low[span.start]
            if own is not None and own.holder is None and span.end - span.start == 2 and names.full_names(first):
                marked.put(Span(span.start, span.start + 1, "run", (), "PERSON"))
        for span in list(marked.spans):
            dash = next((i for i in range(span.start, span.end) if marked.raw[i] in DASHES), None)
            if span.sort != "run" or dash is None or dash in (span.start, span.end - 1):
                continue
            left, right = marked.low[dash - 1], marked.low[dash + 1]
            if names.full_names(left) and names.full_names(right) and f"{left}-{right}" not in names.people:
                marked.put(Span(span.start, dash, "run", (), "PERSON"))
                marked.put(Span(dash + 1, span.end, "run", (), "PERSON"))

    def _count_owners(self, phrases: list[Nominal]) -> None:
        for nominal in phrases:
            if nominal.office is None or nominal.office.sort not in ("office", "body", "collective"):
                continue
            for span in nominal.owners:
                entry = self.scene.entry(span)
                if entry is not None and entry.code and entry.sort in ("state", "seat"):
                    self.scene.codes_owning[entry.code] = self.scene.codes_owning.get(entry.code, 0) + 1

    def _is_person(self, marked: Marked, span: Span) -> bool:
        if span.sort not in ("run", "person"):
            return False
        name = self.scene.people.names.by_parts.get(parts_of(marked, span, self.scene.tables))
        if name is None:
            return span.label == "PERSON" or span.sort == "person"
        return name.is_person

    def _introduce(self, marked: Marked, phrases: list[Nominal]) -> None:
        people = frozenset(s for s in marked.spans if self._is_person(marked, s))
        if not people:
            return
        found = list(ties(marked, phrases, people, self.scene.tables.nouns["things"]))
        unit = marked.unit.index
        for nominal, span, how in found:
            self.titles.setdefault((unit, span.start), []).append(nominal)
            self.tied[unit, nominal.head] = (nominal, span, how)
        for span in sorted(people, key=lambda s: s.start):
            titles = self.titles.get((unit, span.start), [])
            entity = self.scene.people.link(marked, span, titles, self._gender(marked, span, titles))
            for tie in found:
                if tie[1] == span:
                    self._learn(entity, marked, tie)
            self._of_phrase(entity, marked, span)
            self._of_pair(entity, marked, titles)

    def _of_pair(self, entity: Entity, marked: Marked, titles: list[Nominal]) -> None:
        """The state of the second of "the Norwegian king X and prime minister Y", who has none of his own."""
        title = titles[0] if titles else None
        i = title.start - 1 if title is not None else 0
        if title is None or entity.code is not None or title.owners or title.det or i < 1 or marked.low[i] != "and":
            return
        before = marked.at[i - 1]
        first = self.scene.people.of.get((marked.unit.index, before.start)) if before is not None else None
        owned = before is not None and any(t.owners for t in self.titles.get((marked.unit.index, before.start), ()))
        if first is not None and owned and first.code and not first.offices & entity.offices - {"office:", "minister"}:
            entity.learn_code(first.code, f"named beside {first.name}")

    def _learn(self, entity: Entity, marked: Marked, tie: Tie) -> None:
        nominal, span, how = tie
        entity.bodies |= {b for s in nominal.owners if (b := self.scene.body_of(marked, s))}
        codes = [(c, w) for c, w, s in owner_codes(self.scene, marked, nominal) if c and s is not span]
        if nominal.plural and how == "after" and len(codes) > 1:
            codes = []
        if nominal.noun in CHAIRS and (igo := self._chaired(nominal)) is not None:
            entity.code, entity.code_is_own = igo, True
            entity.how.append(f"chairs {igo}")
        learn(
            entity,
            marked,
            tie,
            [(c, f"{w} before or after the title (sentence {marked.unit.index})") for c, w in codes],
        )
        if (
            nominal.office is not None
            and nominal.office.sort == "citizen"
            and not any("office:" in o for o in entity.offices)
        ):
            entity.offices.add("citizen:")
        elif nominal.office is not None:
            entity.offices.add("office:")

    def _chaired(self, nominal: Nominal) -> str | None:
        """The body of states whose chair a title is: its holder acts for it, not for his own state."""
        entries = (self.scene.entry(s) for s in nominal.owners)
        code = next((e.code for e in entries if e is not None and e.sort == "igo" and e.code), None)
        title = nominal.office.title if nominal.office is not None else ""
        return code or self.scene.tables.titles_of.get(title)

    def _gender(self, marked: Marked, span: Span, titles: list[Nominal]) -> bool | None:
        """What "Mr", "Mrs", "spokeswoman" or "King" say."""
        tables = self.scene.tables
        words = [marked.low[span.start - 1]] if is_titled(marked, span, tables) else []
        for title in titles:
            words += [title.noun, *marked.low[title.core : title.core_end]]
        for word in words:
            if word in tables.nouns["women"] or tables.honorifics.get(word) == "f":
                return True
            if word in tables.nouns["men"] or tables.honorifics.get(word) == "m":
                return False
        return None

    def _of_phrase(self, entity: Entity, marked: Marked, span: Span) -> None:
        """What the words around a name alone say: "Y of the African Union", "Israeli Moshe X", "Scotland's Z"."""
        n = len(marked.raw)
        i = span.end
        if i + 1 < n and marked.raw[i] == "(" and SEAT.match(marked.raw[i + 1]) and ")" in marked.raw[i + 2 : i + 5]:
            entity.learn_code("USA", f"a seat in Congress: {marked.raw[i + 1]}")
            entity.offices.add("office:")
        self._of_delegation(entity, marked, span)
        if (code := self._represented(marked, i)) is not None:
            entity.code, entity.code_is_own = code, True
            entity.how.append(f"represents {code}")
        if i + 1 < n and marked.low[i] in ("of", "from"):
            i += 1 + (marked.low[i + 1] == "the")
            other = marked.at[i] if i < n else None
            if other is not None and (entry := self.scene.entry(other)) is not None and entry.form != "capital":
                entity.learn_code(entry.code, f'"{marked.words(span.end, other.end)}"')
                self._share_code(entity, marked, span)
        j = span.start - 1
        if j > 0 and marked.tags[j] == "POS":
            j -= 1
        before = marked.at[j] if j >= 0 else None
        if (
            before is not None
            and (entry := self.scene.entry(before)) is not None
            and entry.sort in ("state", "igo", "seat")
        ):
            if marked.low[before.start - 1 : before.start] == ["the"] and j == span.start - 1:
                return
            if j < span.start - 1 or any(getattr(e, "form", "") == "adjective" for e in before.entries):
                entity.learn_code(entry.code, f'"{marked.words(before.start, span.end)}"')

    def _of_delegation(self, entity: Entity, marked: Marked, span: Span) -> None:
        """Whose delegation a person leads: "X led the Norwegian team", "the Norwegian team was led by X"."""
        token = marked.doc[span.end - 1]
        verb = token.head.head if token.dep_ == "pobj" and token.head.dep_ == "agent" else token.head
        if verb.lemma_ not in ("lead", "head", "chair") or token.dep_ not in ("nsubj", "pobj"):
            return
        for child in verb.children:
            if child.dep_ in ("dobj", "nsubjpass") and child.lemma_ in ("delegation", "team", "side", "mission"):
                inside = (marked.at[t.i] for t in child.subtree if t.i != child.i)
                entries = (self.scene.entry(s) for s in inside if s is not None and s.sort in ("state", "igo"))
                code = next((e.code for e in entries if e is not None and e.code), None)
                entity.learn_code(code, f'leads "{marked.words(child.left_edge.i, child.i + 1)}"')

    def _represented(self, marked: Marked, i: int) -> str | None:
        """The body that a state's delegate speaks for: "Foreign Minister X, representing the chair of NATO,"."""
        if marked.low[i : i + 2] != [",", "representing"]:
            return None
        for j in range(i + 2, min(i + 12, len(marked.raw))):
            if marked.raw[j] in (",", ";"):
                return None
            span = marked.at[j]
            entry = self.scene.entry(span) if span is not None else None
            if entry is not None and entry.sort == "igo":
                return entry.code
        return None

    def _share_code(self, entity: Entity, marked: Marked, span: Span) -> None:
        """Gives the phrase after the last of several names to the first one too: "X and Mrs. Y of France"."""
        titles = self.titles.get((marked.unit.index, span.start), [])
        start = min([t.start for t in titles if t.end <= span.start] or [span.start])
        j = start - 1
        while j > 0 and (marked.low[j] == "and" or marked.low[j] in self.scene.tables.honorifics):
            j -= 1
        before = marked.at[j] if j >= 0 and j < start - 1 else None
        first = self.scene.people.of.get((marked.unit.index, before.start)) if before is not None else None
        if first is not None and first.code is None:
            first.learn_code(entity.code, f'"of {entity.code}" after both names')

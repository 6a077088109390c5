"""Reads an article from left to right and settles each mention in turn."""

from __future__ import annotations

from .acronyms import short_names
from .appositions import apposed
from .company import company
from .definites import described
from .entities import Entity, Ref
from .guesses import guess, listed_under
from .introductions import Introductions
from .modifiers import is_currency, is_hyphened, is_in_treaty, is_of_something
from .nominals import WORD_SORTS, Nominal
from .organisations import hyphenated, known, unknown
from .people import role_of
from .pronouns import PRONOUN_TAGS, THIRD, antecedent
from .scene import Scene, code_of, is_subject, owner_codes, root
from .spans import DASHES, Marked, Span
from .speakers import FIRST, SECOND, spoken
from .together import several


class Reader:
    """Fills a scene: people first, over the whole article, then everything else in reading order."""

    def __init__(self, scene: Scene, phrases: list[list[Nominal]]) -> None:
        self.scene = scene
        self.phrases = phrases
        self.short = short_names(scene.units)
        known_people = Introductions(scene, phrases)
        self.tied, self.titles = known_people.tied, known_people.titles

    def read(self) -> None:
        """Everything: all mentions in order, then the pronouns of speech, whose speaker may come after them."""
        for marked, phrases in zip(self.scene.units, self.phrases, strict=True):
            self._unit(marked, phrases)
        for marked in self.scene.units:
            self._speech(marked)

    def _unit(self, marked: Marked, phrases: list[Nominal]) -> None:
        items: list[tuple[int, Span | Nominal | int]] = [(s.start, s) for s in marked.spans if s.sort not in WORD_SORTS]
        items += [(p.head, p) for p in phrases]
        items += [(i, i) for i, tag in enumerate(marked.tags) if tag in PRONOUN_TAGS or is_pair(marked, i)]
        for _, item in sorted(items, key=lambda pair: pair[0]):
            if isinstance(item, Span):
                self._span(marked, item)
            elif isinstance(item, Nominal):
                self._nominal(marked, item)
            else:
                self._pronoun(marked, item)
        if (ref := company(self.scene, marked)) is not None:
            self.scene.refs.append(ref)

    def _span(self, marked: Marked, span: Span) -> None:
        unit = marked.unit.index
        person = self.scene.people.of.get((unit, span.start))
        if person is not None:
            titles = self.titles.get((unit, span.start), [])
            self._settle_code(person, marked, titles, span.start)
            titles = [t for t in titles if t.end <= span.start and not t.plural]
            start = min([t.start for t in titles if t.end >= span.start - 1] or [span.start])
            role = role_of(marked, titles[-1]) if titles else None
            self._put((person,), marked, start, span.end, root(marked, span.start, span.end), role=role, own=span)
            return
        if span.sort == "region":
            self._region(marked, span)
            return
        if (
            span.sort == "run"
            and span.end - span.start == 1
            and (both := hyphenated(self.scene, marked.raw[span.start]))
        ):
            self._put(both, marked, span.start, span.end, span.start)
            return
        if is_in_treaty(self.scene, marked, span) or is_currency(marked, span):
            return
        entity = known(self.scene, marked, span) if span.sort != "run" else unknown(self.scene, marked, span)
        if entity is not None:
            self._put((entity,), marked, span.start, span.end, root(marked, span.start, span.end))
            for short in self.short.get((unit, span.start), ()):
                self.scene.known[(short, None)] = entity

    def _region(self, marked: Marked, span: Span) -> None:
        region = span.entries[0]
        code = getattr(region, "code", None)
        name = getattr(region, "name", "")
        if marked.tags[span.end - 1] in ("NNP", "NNPS"):
            entity = self.scene.shared(Entity(name if name != "West" else "the West", "group", "group", code))
            self._put((entity,), marked, span.start, span.end, root(marked, span.start, span.end))

    def _settle_code(self, person: Entity, marked: Marked, titles: list[Nominal], start: int) -> None:
        """A person whose code nothing has told yet: a possessive pronoun, the release's state, the state named last."""
        if person.code is not None or not person.offices:
            return
        for title in titles:
            for code, why, _ in owner_codes(self.scene, marked, title):
                person.learn_code(code, why)
        if person.code is None and (code := listed_under(self.scene, marked, start)) is not None:
            person.learn_code(code, "one of those named before the list")
            return
        if any(self.scene.entry(s) is not None for t in titles for s in t.owners):
            person.stateless = True  # a movement or a body that has no code
        if self.scene.home is None and any(is_of_something(marked, title) for title in titles):
            person.stateless = True
        if person.stateless:
            return
        if person.code is None and "office:" in person.offices:
            person.code, why = guess(
                self.scene, marked, person.offices, {code_of(self.scene, marked, s) for t in titles for s in t.targets}
            )
            if person.code is not None:
                person.how.append(why)

    def _nominal(self, marked: Marked, nominal: Nominal) -> None:
        unit = marked.unit.index
        tie = self.tied.get((unit, nominal.head))
        if tie is not None:
            person = self.scene.people.of.get((unit, tie[1].start))
            if person is not None:
                self._put(
                    (person,),
                    marked,
                    nominal.start,
                    nominal.end,
                    nominal.head,
                    role=role_of(marked, nominal),
                    tokens=range(nominal.core, nominal.core_end),
                )
                return
        if self._only_modifies(marked, nominal):
            return
        for i in (nominal.pronoun, nominal.owner_noun):
            if i is not None and (held := self.scene.at.get((unit, i))) is not None:
                self.scene.owners[unit, i] = held.entities
        entities, step = (
            self._second(marked, nominal)
            or apposed(self.scene, marked, nominal)
            or described(self.scene, marked, nominal)
        )
        if entities:
            self._put(
                entities,
                marked,
                nominal.start,
                nominal.end,
                nominal.head,
                step=step,
                tokens=range(nominal.core, nominal.core_end),
            )

    def _only_modifies(self, marked: Marked, nominal: Nominal) -> bool:
        """The first noun of "army battalions", "a seven-party alliance": it stands for nobody, unless it says whose."""
        token = marked.doc[nominal.head]
        if is_hyphened(marked, nominal):
            return True
        if nominal.owners or (nominal.office is not None and nominal.office.sort == "office"):
            return False
        if token.i and marked.raw[token.i - 1] in DASHES and not marked.doc[token.i - 1].whitespace_:
            return True
        return token.dep_ in ("compound", "amod", "nmod") and token.head.i > token.i

    def _second(self, marked: Marked, nominal: Nominal) -> tuple[tuple[Entity, ...], str] | None:
        """The second title of "the state councilor and director of the office": one person."""
        i = nominal.start - 1
        if nominal.det or nominal.owners or nominal.plural or i < 1 or marked.low[i] != "and":
            return None
        before = self.scene.at.get((marked.unit.index, i - 1))
        titles = {nominal.office.title} if nominal.office is not None else {nominal.noun}
        if any(titles & e.offices for e in self.scene.people.all if before is None or e not in before.entities):
            nominal.det = "the"  # "the minister and ambassador" are two, when the article knows an ambassador
            return None
        if before is None or before.end != i or len(before.entities) != 1 or before.entities[0].sort != "person":
            return None
        if before.role is not None or marked.at[i - 1] is None or marked.at[i - 1].sort == "office":  # type: ignore[union-attr]
            return before.entities, "second title"
        return None

    def _pronoun(self, marked: Marked, i: int) -> None:
        low = marked.low[i]
        if low in ("both", "two"):
            if entities := several(self.scene, marked, 2, "leaders") or several(self.scene, marked, 2, "sides"):
                self._put(entities, marked, i, i + 1, i, step=f'"{low}": those named together', pronoun=True)
            return
        if low in THIRD or marked.tags[i] in ("WP", "WDT", "WP$"):
            entities, step = antecedent(self.scene, marked, i)
            if entities:
                self._put(entities, marked, i, i + 1, i, step=step, pronoun=True)

    def _speech(self, marked: Marked) -> None:
        for i, tag in enumerate(marked.tags):
            if tag in ("PRP", "PRP$") and (marked.low[i] in FIRST or marked.low[i] in SECOND):
                entities, step = spoken(self.scene, marked, i)
                if entities:
                    self.scene.at.setdefault(
                        (marked.unit.index, i), Ref(entities, marked.unit.index, i, i, i + 1, step=step, pronoun=True)
                    )

    def _put(
        self,
        entities: tuple[Entity, ...],
        marked: Marked,
        start: int,
        end: int,
        head: int,
        role: str | None = None,
        step: str = "",
        pronoun: bool = False,
        tokens: range | None = None,
        own: Span | None = None,
    ) -> Ref:
        token = marked.doc[head]
        ref = Ref(
            entities,
            marked.unit.index,
            head,
            start,
            end,
            role,
            step,
            pronoun=pronoun,
            subject=is_subject(marked, head),
            owning=token.dep_ in ("poss", "amod", "compound", "nmod"),
            quoted=self.scene.quotations.quoted(marked.unit, token),
        )
        self.scene.put(ref, *(tokens if tokens is not None else range(own.start if own else start, end)), head)
        self._join(marked, ref)
        return ref

    def _join(self, marked: Marked, ref: Ref) -> None:
        """Makes one antecedent of "Bush and Blair", for "they" and "the two leaders"."""
        token = marked.doc[ref.head]
        if token.dep_ == "conj":
            head = token.head
        elif token.dep_ == "pobj" and token.head.lower_ == "with" and token.head.head.lower_ in ("along", "together"):
            head = token.head.head.head  # "X, along with Y, said that they"
            head = next((c for c in head.children if c.dep_ == "nsubj" and c.i < token.i), head)
        else:
            return
        first = self.scene.at.get((ref.unit, head.i))
        if first is None or set(first.entities) & set(ref.entities):
            return
        before = next(
            (r for r in reversed(self.scene.refs) if r.joined and r.unit == ref.unit and r.head == first.head), first
        )
        both = before.entities + ref.entities
        joined = Ref(
            both, ref.unit, ref.head, before.start, ref.end, joined=True, subject=first.subject, quoted=ref.quoted
        )
        self.scene.refs.append(joined)


def is_pair(marked: Marked, i: int) -> bool:
    """Whether "both" or "the two" stands alone."""
    if marked.low[i] != "both" and (marked.low[i] != "two" or i == 0 or marked.low[i - 1] != "the"):
        return False
    return marked.doc[i].dep_ in ("nsubj", "nsubjpass", "pobj", "dobj")

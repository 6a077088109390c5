"""Who is who in an article: every noun phrase that stands for a person, a body, a state or a group, resolved."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from ...models import Actor, Article
from ..quotes import Quotations, quotations
from ..units import Analysis, Unit
from .entities import Entity, Ref
from .entries import Entry
from .marking import mark
from .names import names
from .nominals import nominals
from .organisations import usual_names
from .people import People
from .phrases import normal, tokenise
from .reading import Reader
from .scene import Scene, is_placed
from .spans import Marked
from .speakers import author_of
from .tables import Tables, builtin

QUANTITIES = frozenset(
    {"dozen", "hundred", "thousand", "ten", "million", "majority", "minority", "number", "handful", "score", "couple"}
    | {"pair", "most", "many", "some", "several", "all", "half", "none", "rest", "lot", "scores", "dozens", "few"}
)
"""Words that count those after "of"."""


@dataclass(frozen=True, slots=True)
class Mention:
    """One party at one place of the text; `how` says, step by step, what led to its name and code.

    `political` is False for people and organisations that hold no office and act for no state or party.
    """

    actor: Actor
    political: bool
    how: tuple[str, ...]


class Cast:
    """The parties of an article, asked for by the head of a noun phrase."""

    __slots__ = ("_cache", "_scene")

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._cache: dict[tuple[int, int], tuple[Mention, ...]] = {}

    def resolve(self, unit: Unit, head: Token) -> tuple[Mention, ...]:
        """Whom the noun phrase with this head stands for; () when it is no person, body, state or group."""
        key = (unit.index, head.i)
        if key not in self._cache:
            self._cache[key] = self._mentions(unit, head)
        return self._cache[key]

    def _mentions(self, unit: Unit, head: Token) -> tuple[Mention, ...]:
        ref = self._scene.at.get((unit.index, head.i))
        if ref is None:
            counted = _counted(head)
            return self.resolve(unit, counted) if counted is not None else ()
        return tuple(_mention(self._scene, unit, ref, entity) for entity in ref.entities)

    def issuer(self) -> tuple[Unit, Token] | None:
        """Whose release the article is, where its source says so: the first place that names that state or body."""
        if (author := author_of(self._scene)) is not None:
            unit = self._scene.units[author.unit].unit
            return unit, unit.doc[author.head]
        home = self._scene.home
        if home is None:
            return None
        for ref in sorted(self._scene.refs, key=lambda r: (r.unit, r.start)):
            if len(ref.entities) == 1 and not ref.pronoun and not ref.joined:
                entity = ref.entities[0]
                if entity.name == home.name or (entity.code == home.code and entity.sort == "state"):
                    unit = self._scene.units[ref.unit].unit
                    return unit, unit.doc[ref.head]
        return None

    def mentions(self) -> Iterator[tuple[Unit, Mention]]:
        """Every mention, in reading order, for `dragoman actors` and `dragoman explain`."""
        for ref in sorted((r for r in self._scene.refs if not r.joined), key=lambda r: (r.unit, r.start)):
            unit = self._scene.units[ref.unit].unit
            for entity in ref.entities:
                yield unit, _mention(self._scene, unit, ref, entity)


def _counted(head: Token) -> Token | None:
    """Whom "dozens of", "a majority of", "most of" count."""
    if head.lemma_.lower() not in QUANTITIES:
        return None
    of = next((c for c in head.children if c.dep_ == "prep" and c.lower_ == "of"), None)
    return next((c for c in of.children if c.dep_ == "pobj"), None) if of is not None else None


def _naming(scene: Scene, ref: Ref, entity: Entity) -> Ref:
    """The mention whose words are shown: of a pronoun the nearest one before it in its sentence that names somebody."""
    if not ref.pronoun:
        return ref
    before = [r for r in scene.refs if r.unit == ref.unit and r.end <= ref.start and not (r.pronoun or r.joined)]
    return max((r for r in before if r.entities == (entity,)), key=lambda r: r.end, default=ref)


def _mention(scene: Scene, unit: Unit, ref: Ref, entity: Entity) -> Mention:
    doc = unit.doc
    steps = ((ref.step,) if ref.step else ()) + tuple(entity.how)
    ref = _naming(scene, ref, entity)
    start, end = unit.span(doc[ref.start], doc[ref.end - 1])
    field = scene.units[ref.unit].unit.field
    text = scene.units[ref.unit].words(ref.start, ref.end)
    role = ref.role or entity.role
    actor = Actor(entity.name, entity.code, entity.kind, role, text, start, end, field)
    private = entity.sort == "person" and bool(entity.words) and not entity.code and "office:" not in entity.offices
    private = private or ("citizen:" in entity.offices and "office:" not in entity.offices)
    return Mention(actor, entity.political and not private, steps)


def cast(analysis: Analysis, tables: Tables | None = None, quoted: Quotations | None = None) -> Cast:
    """Reads an analysed article once and says who everybody is.

    `tables` are the built-in ones unless given; `quoted` saves finding the quotations again.
    """
    tables = tables or builtin()
    published = analysis.article.published
    units = [
        mark(unit, tables, published.year if published else None, _text(analysis, unit)) for unit in analysis.units
    ]
    found = names(units, tables, published)
    people = People(tables, found, published)
    scene = Scene(
        tables,
        published,
        units,
        people,
        quotations(analysis) if quoted is None else quoted,
        _home(analysis.article, tables),
    )
    _count_codes(scene)
    scene.usual.update(usual_names(scene))
    Reader(scene, [list(nominals(marked, tables)) for marked in units]).read()
    return Cast(scene)


def _text(analysis: Analysis, unit: Unit) -> str:
    """A unit's words as the article has them."""
    field = (analysis.article.title or "") if unit.field == "title" else analysis.article.text
    return field[slice(*unit.span(unit.doc[0], unit.doc[-1]))].replace("\n", " ")


def _home(article: Article, tables: Tables) -> Entry | None:
    """The state or body whose release an article is, by its source: "US Department of State press release"."""
    raw = tokenise(article.source or "")
    low = [normal(word) for word in raw]
    state: Entry | None = None
    official = False
    for i in range(len(raw)):
        official = official or any(o.sort == "body" for o in tables.words.match(raw, low, i)[1])
        for entry in tables.names.match(raw, low, i)[1]:
            if isinstance(entry, Entry) and entry.sort in ("seat", "igo"):
                return entry
            if isinstance(entry, Entry) and entry.sort == "state":
                state = state or entry
    return state if official else None


def _count_codes(scene: Scene) -> None:
    for marked in scene.units:
        for span in marked.spans:
            entries = {e.code for e in span.entries if isinstance(e, Entry) and e.sort != "movement"}
            if is_placed(marked, span):
                continue
            if len(entries) == 1 and (code := next(iter(entries))):
                scene.codes_named[code] = scene.codes_named.get(code, 0) + 1


__all__ = ["Cast", "Marked", "Mention", "cast"]

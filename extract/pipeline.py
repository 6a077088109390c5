"""The way from an article to its events, one step a line."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from ..models import Actor, Article, ArticleRef, Event, Evidence, Place, Source
from ..models import Extractor as Stamp
from . import attribution, codes, confidence, context, dates, factuality, merge, nlp, places, quotes, targets
from .actors import Cast, cast, load_tables
from .draft import Draft
from .forms import Forms
from .frames import frame as frames_
from .frames import lexicon, matcher, nesting
from .gate import Gate
from .hosts import destination, hosts
from .prospects import Prospects
from .spokesmen import spokesman
from .topic import topic
from .units import Analysis, Unit


class Extractor:
    """Finds the events of articles; loads model, lexicon and tables once.

    `model` names a spaCy package, `types` the event types to give (the diplomatic ones by default), `lexicon_files` and
    `actor_files` are the user's own. Diplomatic events have a political party on one side; where a conflict type is
    asked for, which anybody may do, the acts of private parties are given too. Without `gate`, sentences that can hold
    no event are searched all the same, which is slower and gives the same events. Raises ModelError or LexiconError.
    """

    def __init__(
        self,
        model: str | None = None,
        types: Iterable[str] | None = None,
        lexicon_files: Sequence[Path] = (),
        actor_files: Sequence[Path] = (),
        gate: bool = True,
    ) -> None:
        self.types = frozenset(types if types is not None else lexicon.DIPLOMATIC)
        self.anybody = not self.types.isdisjoint(lexicon.CONFLICT)
        self.lexicon = lexicon.load(lexicon_files)
        self.tables = load_tables(actor_files)
        self.model = nlp.load(model)
        self.gate = Gate(self.lexicon, Forms(self.model.nlp)) if Forms.fits(self.model.nlp) else None
        self.prospects = Prospects(self.lexicon, self.tables)
        self.skip = gate
        self.stamp = Stamp(_version(), self.model.id, self.lexicon.hash)

    def events(self, article: Article) -> list[Event]:
        """The events of one article, in the order of their first mention."""
        return next(self.stream([article]))[1]

    def stream(self, articles: Iterable[Article]) -> Iterator[tuple[Article, list[Event]]]:
        """Each article with its events, in the order given; a small batch of articles is held in memory."""
        for batch in nlp.batches(articles):
            yield from zip(batch, self.shard(batch), strict=True)

    def analyse(self, articles: Iterable[Article]) -> Iterator[Analysis]:
        """The analyses of articles; sentences that can hold no event are left out of `searched`, unless not gated."""
        return nlp.analyse(articles, self.model, self.gate, self.prospects, skip=self.skip)

    def shard(self, articles: Sequence[Article]) -> list[list[Event]]:
        """The events of each of several articles, analysed at one go."""
        with nlp.transient(self.model):
            analyses = nlp.analysed(articles, self.model, self.gate, self.prospects, self.skip)
            return [[self.event(a.article, group) for group in self.groups(a)] for a in analyses]

    def drafts_of(self, articles: Iterable[Article]) -> Iterator[list[Draft]]:
        """The drafts of each article."""
        for analysis in self.analyse(articles):
            yield self.drafts(analysis)

    def groups(self, analysis: Analysis) -> list[merge.Group]:
        """The acts of an article, of the types asked for: the drafts of each, with what the acts around it give it."""
        return self.merged(self.drafts(analysis), analysis)

    def merged(self, drafts: Iterable[Draft], analysis: Analysis) -> list[merge.Group]:
        """The acts that these mentions tell of."""
        groups = merge.groups(drafts, analysis.article.published)
        groups = context.answered(groups)
        groups = targets.targeted(groups)
        groups = context.inherited(groups, analysis.article.published)
        groups = context.placed(groups)
        return [g for g in groups if g.type in self.types and (self.anybody or g.is_political)]

    def drafts(self, analysis: Analysis) -> list[Draft]:
        """Every mention of an act with its fields, before mentions are merged."""
        if not analysis.telling:
            return []
        scene = self.scene(analysis)
        found = [f for unit in analysis.telling for f in nesting.nested(matcher.frames(scene, unit))]
        return [self.draft(analysis, scene, f) for f in found]

    def scene(self, analysis: Analysis) -> matcher.Scene:
        """Who is who in an article, and who says what."""
        speech = quotes.quotations(analysis)
        who = cast(analysis, self.tables, speech)
        return matcher.Scene(self.lexicon, who, speech, issuer=who.issuer())

    def draft(self, analysis: Analysis, scene: matcher.Scene, frame: frames_.Frame) -> Draft:
        """A frame with its fields."""
        unit, trigger, kind = frame.unit, frame.trigger, frame.entry.type
        actors, recipients = _parties(frame.actors), _parties(frame.recipients)
        countries = {a.code for a in (*actors, *recipients) if a.code}
        place = _true_place(scene.cast, unit, places.where(unit, trigger, kind, countries))
        if kind == "visit":
            recipients = hosts(recipients, place, actors)
            place = place or destination(recipients, actors)
        judged = factuality.judge(unit, trigger, kind)
        fixed = frame.entry.factuality
        return Draft(
            frame=frame,
            actors=actors,
            recipients=recipients,
            place=place,
            date=dates.when(unit, trigger, analysis.article.published, _is_uttered(frame), frame.said),
            factuality=fixed or ("actual" if frame.is_content else judged.value),  # type: ignore[arg-type]
            cue=frame.pattern.text if fixed else judged.cue,
            attribution=attribution.sources(scene.cast, scene.quotations, unit, trigger, actors),
            topic=topic(frame),
        )

    def event(self, article: Article, group: merge.Group) -> Event:
        """The record of an act."""
        first = group.drafts[0]
        entry = first.frame.entry
        derived = codes.derive(group.type, group.factuality, entry.cameo, entry.mode)
        evidence = tuple(_evidence(article, d.frame) for d in group.drafts)
        return Event(
            id=_id(article, group, evidence[0]),
            article=ArticleRef(article.id, article.title, article.published, article.source, article.url),
            type=group.type,
            actors=group.actors,
            recipients=group.recipients,
            place=group.place,
            date=group.date,
            factuality=group.factuality,
            attribution=self._attribution(article, group),
            topic=group.topic,
            trigger=evidence[0].trigger,
            rule=entry.rule,
            evidence=evidence,
            plover=derived.plover,
            plover_mode=derived.mode,
            cameo=derived.cameo,
            goldstein=derived.goldstein,
            quad_class=derived.quad_class,
            confidence=confidence.confidence(group),
            extractor=self.stamp,
        )

    def _attribution(self, article: Article, group: merge.Group) -> tuple[Source, ...]:
        """The sources of an act; of all that a release tells also the one whom it names at its head."""
        speaker = spokesman(article, self.tables)
        known = {actor.name for actor in group.actors} | {source.name for source in group.attribution}
        return group.attribution if speaker is None or speaker.name in known else (*group.attribution, speaker)


def _is_uttered(frame: frames_.Frame) -> bool:
    """Whether an act lies in words, so that it is of the day on which they are said."""
    return frame.said or frame.entry.type in context.WORDS


def _true_place(who: Cast, unit: Unit, place: Place | None) -> Place | None:
    """The place, unless its words are somebody's name here: "the Quad summit"."""
    if place is None:
        return None
    token = next((t for t in unit.doc if unit.start + t.idx == place.text_start), None)
    named = who.resolve(unit, token) if token is not None else ()
    return None if place.kind == "city" and any(m.actor.kind == "igo" for m in named) else place


def _parties(fillers: Iterable[frames_.Filler]) -> tuple[Actor, ...]:
    found: dict[tuple[str, str | None], Actor] = {}
    for filler in fillers:
        actor = filler.mention.actor
        found.setdefault((actor.name, actor.code), actor)
    return tuple(found.values())


def _evidence(article: Article, frame: frames_.Frame) -> Evidence:
    """The sentence and the trigger as written in the article (line ends inside a sentence included)."""
    unit: Unit = frame.unit
    source = article.title or "" if unit.field == "title" else article.text
    start, end = unit.span(unit.doc[0], unit.doc[-1])
    first, last = unit.span(frame.words[0], frame.words[-1])
    return Evidence(unit.field, start, end, source[start:end], source[first:last], first, last)


def _id(article: Article, group: merge.Group, evidence: Evidence) -> str:
    """Names the event by its article and its first mention: the same on every run over the same text."""
    names = [a.name for a in (*group.actors, *group.recipients)]
    parts = [article.id, group.type, evidence.field, str(evidence.trigger_start), *sorted(names)]
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]


@cache
def _version() -> str:
    try:
        return version("dragoman")
    except PackageNotFoundError:
        return "0"

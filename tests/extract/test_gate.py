"""The gate: sentences that it leaves out hold no event, whatever their words, forms and neighbours."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.extract import nlp
from dragoman.extract.forms import Forms
from dragoman.extract.frames import lexicon
from dragoman.extract.morphology import Morphology
from dragoman.extract.pipeline import Extractor
from dragoman.models import Article, Event


@pytest.fixture(scope="module")
def ungated() -> Extractor:
    """An extractor of every type that searches every sentence."""
    return Extractor(types=lexicon.TYPES, gate=False)


def texts(shared: Path, step: int) -> Iterator[Article]:
    """Every so-manieth of the shared articles, diplomatic and general ones."""
    with gzip.open(shared / "articles" / "general.jsonl.gz", "rt", encoding="utf-8") as general:
        lines = [*(shared / "articles" / "diplomacy.jsonl").read_text(encoding="utf-8").splitlines(), *general]
    for line in lines[::step]:
        row = json.loads(line)
        published = date.fromisoformat(row["date"]) if row["date"] else None
        yield Article(row["id"], row["text"], row["title"], published, row["source"])


@pytest.mark.parametrize(
    ("word", "lemmas"),
    [
        ("met", {"met", "meet"}),
        ("meetings", {"meetings", "meeting"}),
        ("meeting", {"meeting", "meet"}),
        ("flies", {"flies", "fly"}),
        ("fleeing", {"fleeing", "flee"}),
        ("withdrew", {"withdrew", "withdraw"}),
        ("sought", {"sought", "seek"}),
        ("n't", {"n't", "not"}),
        ("'s", {"'s", "be"}),
        ("worse", {"worse", "bad"}),
        ("moscow", {"moscow"}),
    ],
)
def test_forms(model: nlp.Model, word: str, lemmas: set[str]) -> None:
    assert lemmas <= Forms(model.nlp).of(word)


def test_every_lemma_that_the_model_gives_is_among_the_forms(model: nlp.Model, shared: Path) -> None:
    forms = Forms(model.nlp)
    for analysis in nlp.analyse(texts(shared, 120), model):
        for unit in analysis.units:
            wrong = [t for t in unit.doc if t.lemma_.lower() not in forms.of(t.lower_)]
            assert not wrong, unit.doc.text


def test_morphology_by_memory_is_that_of_the_rules(model: nlp.Model, shared: Path) -> None:
    memory = Morphology(model.nlp)
    sentences = [unit.doc.text for a in nlp.analyse(texts(shared, 240), model) for unit in a.units]
    sentences += ["Let's go, y'all; they ain't gonna.", "There 's  a  meeting .", "He got ta go, nothin' to it."]
    pipes = dict(model.nlp.pipeline)
    for text in sentences:
        ours, theirs = (pipes["parser"](pipes["tagger"](pipes["tok2vec"](model.nlp.make_doc(text)))) for _ in range(2))
        list(memory.pipe([ours]))
        pipes["lemmatizer"](pipes["attribute_ruler"](theirs))
        for a, b in zip(ours, theirs, strict=True):
            assert (a.pos, a.tag, a.dep, a.lemma_, str(a.morph)) == (b.pos, b.tag, b.dep, b.lemma_, str(b.morph)), text


def test_gated_articles_have_the_same_events(extractor: Extractor, ungated: Extractor, shared: Path) -> None:
    articles = list(texts(shared, 193))
    assert list(extractor.stream(articles)) == list(ungated.stream(articles))


def test_a_sentence_without_trigger_words_is_left_out(extractor: Extractor) -> None:
    article = Article("a", "The weather was mild. Wang visited Moscow on Monday. Roses are red.")
    analysis = next(extractor.analyse([article]))
    assert [unit.index for unit in analysis.searched] == [1]
    assert not analysis.units[0].doc.has_annotation("DEP")


def test_a_user_file_opens_the_gate(tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text(
        'type = "meeting"\n[[entry]]\nid = "palaver"\nverbs = ["palaver"]\nactor = ["subject", "with"]\n'
        'needs = ["pair"]\nexamples = []\n',
        encoding="utf-8",
    )
    article = Article("a", "Iran palavered with Iraq.")
    assert not next(Extractor().analyse([article])).searched
    assert len(next(Extractor(lexicon_files=[own]).analyse([article])).searched) == 1


NAMES = ("Wang Yi", "Russia", "the Kremlin", "Mr. Blinken", "she", "President Lula", "both sides", "protesters")
MIDDLES = sorted({p.text for e in lexicon.load().entries for p in e.patterns})
TAILS = ("in Moscow", "on Monday", 'that "it must stop"', "with Iran", "the minister", "to leave", "of talks", "")
FORMS = ("{}", "{}ed", "{}s", "{}ing", "did not {}", "will {}", "has {}", "was {}ed by")

sentence = st.builds(
    lambda name, form, middle, tail, end: f"{name} {form.format(middle)} {tail}{end}",
    st.sampled_from(NAMES),
    st.sampled_from(FORMS),
    st.sampled_from(MIDDLES),
    st.sampled_from(TAILS),
    st.sampled_from((".", '," he said.', "?", '."', " said Putin.")),
)
noise = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), max_size=30)
body = st.lists(st.one_of(sentence, noise, st.sampled_from(('"', "It rained.", "\n\n"))), min_size=1, max_size=7)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(body.map(" ".join), st.none() | sentence)
def test_gated_texts_have_the_same_events(
    extractor: Extractor, ungated: Extractor, text: str, title: str | None
) -> None:
    def found(by: Extractor) -> list[Event]:
        return by.events(Article("a", text, title, date(2024, 5, 6)))

    assert found(extractor) == found(ungated)

"""Every example and counter-example of every lexicon entry."""

from __future__ import annotations

import pytest

from dragoman.extract.examples import Failure, failures
from dragoman.extract.frames import lexicon
from dragoman.extract.pipeline import Extractor

ENTRIES = lexicon.load().entries


@pytest.fixture(scope="module")
def failed(extractor: Extractor) -> list[Failure]:
    """What fails, over all entries in one pass of the model."""
    return list(failures(extractor, ENTRIES))


@pytest.mark.parametrize("type_", lexicon.TYPES)
def test_examples(type_: str, failed: list[Failure]) -> None:
    """The examples of a type's entries are found with their parties, the counter-examples are not."""
    wrong = [f"{f.entry.id}: {f.text!r} {f.why}" for f in failed if f.entry.type == type_]
    assert not wrong, f"{len(wrong)} examples of {type_} fail:\n" + "\n".join(wrong)


@pytest.mark.parametrize("type_", lexicon.TYPES)
def test_every_type_has_entries(type_: str) -> None:
    """Each type of the codebook has a lexicon file, and each entry an example."""
    own = [e for e in ENTRIES if e.type == type_]
    assert own
    assert not [e.id for e in own if not e.examples]

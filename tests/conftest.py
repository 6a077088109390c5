"""What several tests share: the model, loaded once a session, and short ways to analyse a text."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from dragoman.extract import nlp
from dragoman.extract.units import Analysis
from dragoman.models import Article

if TYPE_CHECKING:
    from dragoman.extract.pipeline import Extractor

SHARED = Path(__file__).resolve().parents[2] / "shared"


@pytest.fixture(scope="session")
def model() -> nlp.Model:
    """The embedded model."""
    return nlp.load()


@pytest.fixture(scope="session")
def analyse(model: nlp.Model) -> Callable[..., Analysis]:
    """A function from a text (title and publication date if wanted) to its analysis."""

    def run(text: str, title: str | None = None, published: date | None = None) -> Analysis:
        return next(nlp.analyse([Article("test", text, title, published)], model))

    return run


@pytest.fixture(scope="session")
def shared() -> Path:
    """The development data beside the project; a test that needs it is skipped where it is absent."""
    if not SHARED.is_dir():
        pytest.skip("the development data is not here")
    return SHARED


@pytest.fixture(scope="session")
def extractor() -> Extractor:
    """An extractor of every type, with the built-in lexicon and tables."""
    from dragoman.extract.frames.lexicon import TYPES
    from dragoman.extract.pipeline import Extractor

    return Extractor(types=TYPES)

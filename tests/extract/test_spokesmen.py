"""To whom a release attributes itself."""

from __future__ import annotations

import pytest

from dragoman.extract.pipeline import Extractor
from dragoman.models import Article

HEADS = [
    # first line, name, role, code
    ("The following is attributable to Spokesperson Ned Price:", "Ned Price", "Spokesperson", "USA"),
    ("The below is attributable to Deputy Spokesperson Mara Oteno:\u200e", "Mara Oteno", "Deputy Spokesperson", None),
    (
        "The following statement is attributable to Ilse van Dahl, the spokesman",
        None,
        None,
        None,
    ),
    ("The success is attributable to Minister Mara Oteno and her long work.", None, None, None),
]


@pytest.mark.parametrize(("head", "name", "role", "code"), HEADS)
def test_head(head: str, name: str | None, role: str | None, code: str | None, extractor: Extractor) -> None:
    """All acts of the release have the person as their source, at the place where he is named."""
    text = f"{head}\n\nNorway's prime minister met Kenya's president in Oslo. She condemned the attack by Chad."
    events = extractor.events(Article("x", text))
    assert len(events) > 1
    for event in events:
        found = [s for s in event.attribution if s.name == name]
        assert len(found) == (name is not None)
        for source in found:
            assert (source.role, source.code, source.direct) == (role, code, False)
            assert text[source.start : source.end] == name
        assert name is not None or not event.attribution

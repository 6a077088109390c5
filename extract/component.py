"""A spaCy component: `nlp.add_pipe("dragoman")` gives `doc._.events`.

The text is analysed anew, sentence by sentence with the embedded model, so that the events are the same whatever
pipeline the component stands in. Imports nothing heavy: spaCy reads this module whenever any model is loaded.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc


class Component:
    """Sets `doc._.events`, a list of Event records whose offsets count in `doc.text`.

    `doc._.published` (a date), or else the component's `date`, is the publication date of the text.
    """

    def __init__(self, types: Iterable[str] | None = None, date: date | None = None) -> None:
        from .pipeline import Extractor

        self._extractor = Extractor(types=types)
        self._date = date
        for name in ("events", "published"):
            if not Doc.has_extension(name):
                Doc.set_extension(name, default=None)

    def __call__(self, doc: Doc) -> Doc:
        from .api import article

        doc._.events = self._extractor.events(article(doc.text, doc._.published or self._date))
        return doc


def make_component(nlp: Language, name: str, types: list[str] | None, date: str | None) -> Any:
    """The component; `types` and `date` (YYYY-MM-DD) come from the configuration of `add_pipe`."""
    return Component(types, None if date is None else _day(date))


def _day(text: str) -> date:
    return date.fromisoformat(text)


Language.factory(
    "dragoman", assigns=["doc._.events"], default_config={"types": None, "date": None}, func=make_component
)

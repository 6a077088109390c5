"""Where an act may be told, before it is known who is who: the sentences whose names are worth finding.

Finding names is the dearest step of the model. The parse alone says which sentences have a trigger with somebody in the
roles that it needs: the matcher is run with everyone who could be a party counted as one. Names are then looked for
in those sentences, and where the article first writes the same names.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from dataclasses import replace

from spacy.attrs import TAG
from spacy.tokens import Token

from ..models import Actor
from .actors import Mention
from .actors.cast import QUANTITIES
from .actors.nominals import NUMBERS
from .actors.phrases import normal
from .actors.tables import Tables
from .frames import matcher
from .frames.lexicon import Lexicon
from .memory import remembering
from .quotes import known, quotations
from .units import Analysis, Unit
from .words import forms

NAME_TAGS = frozenset({"NNP", "NNPS"})
PRONOUN_TAGS = frozenset({"PRP", "PRP$", "WP", "WP$", "WDT"})
COUNTING = frozenset({"both", "all", "each", "either", "neither", "others", "those"}) | NUMBERS.keys()


class Anyone:
    """Stands for the cast of an article that is not known yet: whatever looks like a party is one of its own."""

    def __init__(self, tables: Tables) -> None:
        self._nouns = tables.nouns["all"] | tables.words.first_words() | QUANTITIES
        self._tables = tables

    def resolve(self, unit: Unit, head: Token) -> tuple[Mention, ...]:
        """Two parties for a name, a pronoun or a word for people and bodies; () for other words."""
        if not self._is_party(head):
            return ()
        names = (f"{unit.index}:{head.i}", f"{unit.index}:{head.i}, another")
        return tuple(Mention(Actor(n, None, "group", None, head.text, 0, 0, unit.field), True, ()) for n in names)

    def issuer(self, analysis: Analysis) -> tuple[Unit, Token] | None:
        """Some party of the text, where the article may be a release."""
        if analysis.article.source is None:
            return None
        return next(((unit, t) for unit in analysis.units for t in unit.doc if self._is_party(t)), None)

    def _is_party(self, head: Token) -> bool:
        if head.text[0].isupper() or head.tag_ in PRONOUN_TAGS or head.lower_ in COUNTING:
            return True
        return normal(head.lower_) in self._nouns or normal(head.lemma_) in self._nouns


class Prospects:
    """The lexicon and the tables, as a function from a parsed article to the units that need names."""

    def __init__(self, lexicon: Lexicon, tables: Tables) -> None:
        self._lexicon = lexicon
        self._anyone = Anyone(tables)

    def __call__(self, analysis: Analysis) -> tuple[Analysis, frozenset[int]]:
        """The analysis with the units that may tell an act; indices of these and of those that name them first."""
        issuer = self._anyone.issuer(analysis)
        speech = quotations(analysis)
        scene = matcher.Scene(self._lexicon, self._anyone, speech, issuer=issuer, anybody=True)  # type: ignore[arg-type]
        told = replace(analysis, telling=tuple(unit for unit in analysis.searched if _tells(scene, unit)))
        known(told, speech)
        telling = frozenset(unit.index for unit in told.telling)
        return told, telling.union(_introductions(analysis.units, telling)) if telling else telling


def _tells(scene: matcher.Scene, unit: Unit) -> bool:
    with remembering(unit):
        return any(matcher.candidates(scene, unit))


def _introductions(units: Iterable[Unit], telling: Set[int]) -> Iterator[int]:
    """Where a name of the sentences that tell something is written for the first time."""
    names = [(unit.index, _names(unit)) for unit in units]
    wanted = frozenset[str]().union(*(found for index, found in names if index in telling))
    for index, found in names:
        if not wanted.isdisjoint(found):
            wanted -= found
            yield index


def _names(unit: Unit) -> frozenset[str]:
    """The words that are tagged as names, in lower case."""
    tags = set(map(unit.doc.vocab.strings.add, NAME_TAGS))
    rows = zip(forms(unit.doc), unit.doc.to_array(TAG).tolist(), strict=True)
    return frozenset(form for form, tag in rows if tag in tags)

"""Who says the words that an act is done by: all the speakers of a clause, or those who issue a release together."""

from __future__ import annotations

from spacy.tokens import Token

from .. import grammar
from ..actors import Cast, Mention
from ..quotes import Quotation
from ..units import Unit

OURS = frozenset({"we", "i"})


def speakers(cast: Cast, unit: Unit, verb: Token, speech: Quotation, *, issued: bool) -> list[tuple[Token, Mention]]:
    """Each speaker with the token that names him; `verb` heads what is said, `issued` is a release's own voice."""
    if speech.speaker is None:
        return []
    where, first = speech.speaker
    if issued:
        ours = [t for t in grammar.surface_subjects(verb) if t.lower_ in OURS]  # "we" is the state, "I" the author
        together = [(t, m) for t in ours for m in cast.resolve(unit, t)]
        if together:
            return together
    heads = [first]
    if speech.verb is not None and speech.verb[0].index == where.index:
        heads += [t for t in grammar.subjects(speech.verb[1]) if t != first and not t.is_ancestor(first)]
    found: dict[str, tuple[Token, Mention]] = {}
    for head in heads:
        for mention in cast.resolve(where, head):
            found.setdefault(mention.actor.name, (head, mention))
    return list(found.values())

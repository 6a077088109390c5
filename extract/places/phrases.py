"""The phrases by which a sentence says where: "in Moscow", "at a hotel in Geneva", "on the margins of the summit"."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from spacy.tokens import Token

from ...models import Place
from ..units import Unit
from .names import read
from .words import words

LOCATIVES = {"in", "at", "inside", "outside", "near", "within", "aboard"}
ON = {"on", "along"}
EVENT_PREPOSITIONS = {"in", "at", "during", "on", "for", "after", "following", "alongside", "through", "with"}
TOPICS = {"on", "about", "over", "regarding", "concerning", "against", "toward", "towards"}
FRAMES = {"in", "at", "during", "on"}
GOALS = {"to", "in", "at", "of", "into", "through", "around", "across", "for", "from", "near"}
_MODIFIERS = {"compound", "nmod", "poss", "amod"}
_OBJECTS = {"dobj", "prep", "dative", "attr", "advcl", "xcomp", "ccomp", "oprd", "acl"}
_LINKS = {"with", "between", "of", "by", "the", "'s", "’s", ",", "-", "–", "today", "here", "early", "late", "on"}
_CONTENT = {"NOUN", "PROPN", "PRON", "NUM", "VERB"}
GATHERINGS = {"meeting", "negotiation", "mediation", "agreement", "cooperation"}
_ISLANDS = ("island", "isle", "hill", "peninsula", "guam", "crete", "cyprus", "bali", "strip", "heights", "bank")
_TIMES = {"DATE", "TIME", "CARDINAL", "ORDINAL"}


def lemma(token: Token) -> str:
    """The lemma in small letters."""
    return str(token.lemma_).lower()


def phrases(node: Token) -> Iterator[Token]:
    """The prepositions that may say where a node is: its own, and those that the parse hangs on a date beside it."""
    for child in node.children:
        if _is_locative(child):
            yield child
        if child.lower_ in {"while", "whilst", "when"} or child.dep_ == "acomp":
            yield from (t for t in child.children if _is_locative(t))
        elif child.dep_ in {"prep", "npadvmod"}:
            for noun in (child, *child.children, *(t for c in child.children for t in c.children)):
                if noun.ent_type_ in _TIMES:
                    yield from (t for t in noun.children if _is_locative(t) and t.i > noun.i)


def _is_locative(token: Token) -> bool:
    return token.pos_ in {"ADP", "SCONJ", "ADV"} and token.lower_ in LOCATIVES | ON


def place_of(unit: Unit, preposition: Token, countries: Collection[str]) -> Place | None:
    """The place that a prepositional phrase names, itself or through the act or building in it."""
    for noun in preposition.children:
        if noun.dep_ not in {"pobj", "pcomp"}:
            continue
        if preposition.lower_ in ON and not _stands_on(unit, noun, countries):
            return None
        return place_at(unit, noun, countries)
    return None


def _stands_on(unit: Unit, noun: Token, countries: Collection[str]) -> bool:
    if lemma(noun) in words("margins") | words("areas") | words("journeys") | {"border", "frontier"}:
        return True
    found = read(unit, noun, countries)
    return found is not None and (found.name + found.text).lower().endswith(_ISLANDS)


def place_at(unit: Unit, noun: Token, countries: Collection[str], depth: int = 3) -> Place | None:
    """The place that a noun names, or the place of the act, the building or the margin that it names."""
    if found := read(unit, noun, countries):
        return found
    if depth == 0:
        return None
    kind = _kind(noun)
    if kind is None:
        return next((found for t in noun.children if t.dep_ == "appos" and (found := read(unit, t, countries))), None)
    if kind == "events" and (found := before(unit, noun, countries)):
        return found
    goals = LOCATIVES | {"of"} | (GOALS if kind == "journeys" else set())
    for child in noun.children:
        if child.pos_ in {"ADP", "SCONJ"} and child.lower_ in goals | ON:
            if child.lower_ in ON and kind != "margins":
                continue
            for inner in child.children:
                if inner.dep_ == "pobj" and (found := place_at(unit, inner, countries, depth - 1)):
                    return found
    if found := before(unit, noun, countries):
        return found
    for child in noun.children:
        if child.dep_ in {"appos", "conj"} and (found := place_at(unit, child, countries, depth - 1)):
            return found
    return carried(unit, noun, countries)


def carried(unit: Unit, noun: Token, countries: Collection[str]) -> Place | None:
    """ "talks held in Geneva", "a summit that opened in Madrid": the place said by the clause after the noun."""
    for clause in noun.children:
        if clause.dep_ in {"acl", "relcl"} and lemma(clause) in words("supports") | words("scenes"):
            for preposition in phrases(clause):
                if found := place_of(unit, preposition, countries):
                    return found
            if found := beside(unit, clause, countries, noun):
                return found
    return None


def beside(unit: Unit, verb: Token, countries: Collection[str], but: Token | None = None) -> Place | None:
    """The place of an act that frames another: "made the offer during his Middle East tour"."""
    for preposition in verb.children:
        if preposition.dep_ == "prep" and preposition.lower_ in FRAMES:
            for noun in preposition.children:
                if noun.dep_ == "pobj" and noun != but and is_act(noun) and (found := place_at(unit, noun, countries)):
                    return found
    return None


def before(unit: Unit, noun: Token, countries: Collection[str]) -> Place | None:
    """The place before a noun: "the Moscow talks", "his Texas ranch"; of an act, only a city."""
    kind = _kind(noun)
    found = [
        place
        for child in noun.children
        if child.i < noun.i and child.dep_ in _MODIFIERS and _may_locate(child, kind)
        if (place := read(unit, child, countries, part=True))
    ]
    if len(found) != 1:
        return None
    if kind in {"events", "accords"} and found[0].kind not in {"city", "venue"}:
        return None
    return found[0]


def _may_locate(child: Token, kind: str | None) -> bool:
    if child.dep_ == "poss":
        return kind == "facilities"
    if child.dep_ == "amod":
        return kind == "journeys" or child.pos_ == "PROPN"
    joined = child.i + 1 < len(child.doc) and child.doc[child.i + 1].text in {"-", "–", "/"}
    return not joined and not (child.i and child.doc[child.i - 1].text in {"-", "–", "/"})


def _kind(noun: Token) -> str | None:
    word = lemma(noun)
    kinds = ("events", "journeys", "facilities", "areas", "margins", "accords")
    return next((kind for kind in kinds if word in words(kind) or noun.lower_ in words(kind)), None)


def is_act(noun: Token) -> bool:
    """A noun of an act that has a place: a meeting, a speech, a journey, a deal."""
    return _kind(noun) in {"events", "journeys", "accords"}


def attached(unit: Unit, node: Token, type: str, countries: Collection[str], but: Token | None = None) -> Place | None:
    """The place of a node\'s own phrases, but for those that describe a thing between (see `belongs_elsewhere`)."""
    for preposition in phrases(node):
        found = place_of(unit, preposition, countries)
        if found and not belongs_elsewhere(node, preposition, found, type, but):
            return found
    return None


def belongs_elsewhere(node: Token, preposition: Token, found: Place, type: str, but: Token | None = None) -> bool:
    """Between node and phrase stands a thing that the phrase describes ("condemned the violence in Darfur").

    Names, acts and times do not take the phrase for themselves, nor do people where people gather; nor does `but`.
    """
    if preposition.i < node.i or found.kind == "venue" or any(is_act(t) for t in preposition.children):
        return False
    if type == "investigation" or any(t.dep_ == "mark" for t in preposition.children):
        return False
    between = [c for c in node.children if node.i < c.i < preposition.i and c.dep_ in _OBJECTS]
    if not between or between[-1] == but:
        return False
    if type in GATHERINGS and lemma(node) in words("gathering") and between[-1].lower_ not in TOPICS | {"for"}:
        return False  # whom one meets is people
    last = [t for t in between[-1].subtree if t.i < preposition.i and t.pos_ in _CONTENT]
    return bool(last) and not is_unlocated(last[-1], type) and last[-1].lower_ not in words("idioms")


def is_unlocated(noun: Token, type: str) -> bool:
    """A noun that takes no place of its own: a name, a pronoun, an act, a time; people who meet or listen."""
    if noun.pos_ in {"PROPN", "PRON", "NUM"} or noun.ent_type_ in _TIMES | {"PERSON"} or is_act(noun):
        return True
    return lemma(noun) in words("people" if type in GATHERINGS | {"visit"} else "listeners")


def ahead(unit: Unit, trigger: Token, countries: Collection[str]) -> Place | None:
    """The city or venue of the first "in/at X" after a trigger with nothing but people, names and dates between them.

    For the parses that hang the phrase elsewhere ("met today with Minister A. B. in New York to affirm ...").
    """
    for token in trigger.doc[trigger.i + 1 :]:
        if token.lower_ in {"in", "at"} and token.pos_ == "ADP":
            if found := place_of(unit, token, countries):
                return found if found.kind in {"city", "venue"} else None
            if not any(t.ent_type_ in _TIMES for t in token.children):
                return None
        elif not _lets_pass(token):
            return None
    return None


def _lets_pass(token: Token) -> bool:
    if token.ent_type_ in _TIMES | {"PERSON", "NORP"} or token.lower_ in _LINKS:
        return True
    if token.pos_ in {"NOUN", "PROPN", "PRON"}:
        return token.pos_ != "NOUN" or is_unlocated(token, "meeting") or _kind(token) is not None
    return token.pos_ in {"ADJ", "DET", "NUM", "CCONJ"}

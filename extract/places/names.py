"""Reads the place that a noun stands for: its name in full, looked up, with what the text itself says of it."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from spacy.tokens import Doc, Span, Token

from ...models import Place
from ..units import Unit
from .gazetteer import Entry, candidates, capital, country_name, country_of, fold, lookup
from .words import words

_LONGEST = 6  # words of a name: "Great Hall of the People"
_PLACE_ENTITIES = {"GPE", "LOC", "FAC"}
_NEVER = {"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "ORDINAL", "CARDINAL"}
_HOLDERS = {"ORG", "EVENT", "LAW", "FAC", "WORK_OF_ART", "PRODUCT"}
_KNOWN = 1_000_000.0  # weight of a place that a wrong entity label does not hide
_FAIRLY_KNOWN = 50_000.0  # enough where the whole entity is the name, and a preposition of place stands before it
_DISTRICT = {"D.C.", "DC", "D.C"}  # the one name with a comma in it
_BROAD = {"country", "region"}
_NAME_DEPS = {"compound", "nmod", "appos", "npadvmod"}


def read(unit: Unit, noun: Token, countries: Collection[str] = (), part: bool = False) -> Place | None:
    """The place that `noun`, the head of a noun phrase, names; None when it names none.

    `part` lets it stand inside the name of an act or a building ("the Munich Security Conference").
    """
    if noun.lemma_.lower() in words("areas") and (inner := _inside_area(unit, noun, countries)):
        return inner
    if noun.ent_type_ in {"DATE", "TIME"}:  # "in Auckland Monday"
        cities = [t for t in noun.children if t.dep_ == "compound" and t.ent_type_ == "GPE"]
        return read(unit, cities[0], countries) if cities else None
    span = _span(noun, part)
    if span is None:
        return None
    start, end = span
    name = noun.doc[start:end].text
    given = _qualifier(noun.doc, end) if _may_be_qualified(name) else ()
    entry = lookup(name, countries, given) or lookup(name, countries)
    return place(unit, noun.doc[start], noun.doc[end - 1], entry, given)


def place(unit: Unit, first: Token, last: Token, entry: Entry | None, given: Collection[str] = ()) -> Place:
    """The record of a place written from `first` to `last`; `given` holds the country that the text gives, if any."""
    start, end = unit.span(first, last)
    text = first.doc[first.i : last.i + 1].text
    if entry is None:
        country = next(iter(given)) if len(given) == 1 else None
        return Place(text.removeprefix("the "), country, "city", None, None, text, start, end, unit.field)
    return Place(entry.name, entry.country, entry.kind, entry.latitude, entry.longitude, text, start, end, unit.field)


def _inside_area(unit: Unit, noun: Token, countries: Collection[str]) -> Place | None:
    """ "the capital Mogadishu", "the port city of Odessa", "the Iranian capital", "a Turkish resort"."""
    inner = [t for of in noun.children if of.lower_ == "of" for t in of.children if t.dep_ == "pobj"]
    inner += [t for t in noun.children if t.dep_ in _NAME_DEPS and not country_of(t.text)]
    found = next((found for t in inner if (found := read(unit, t, countries))), None)
    is_capital = noun.lemma_.lower() == "capital"
    if found is not None and not (is_capital and found.kind == "country" and found.country):
        return found
    adjectives = [code for t in noun.children if t.dep_ in {"amod", "compound"} and (code := _nationality(t))]
    code = found.country if found is not None else next(iter(adjectives), None)
    if code is None:
        return None
    entry = capital(code) if is_capital else lookup(country_name(code) or "")
    return place(unit, noun.left_edge, noun, entry) if entry is not None else None


def _nationality(adjective: Token) -> str | None:
    """The country of "Turkish" and of "South Korean"."""
    before = adjective.doc[adjective.i - 1].text + " " if adjective.i else ""
    return country_of(before + adjective.text) or country_of(adjective.text)


def _span(noun: Token, part: bool) -> tuple[int, int] | None:
    """Token span of the longest known name around `noun`, or of the place that the model sees there."""
    doc = noun.doc
    entity = next((e for e in doc.ents if e.start <= noun.i < e.end), None)
    label = entity.label_ if entity is not None else ""
    for start, end in _windows(doc, noun.i):
        places = candidates(fold(doc[start:end].text))
        if not places or not _is_named(doc, start, end):
            continue
        known = max(p.weight for p in places) >= _KNOWN
        whole = entity is None or _covers(doc, start, end, entity)
        if label in _NEVER or _is_surname(doc, start):
            return None
        if label in _PLACE_ENTITIES | {""}:
            return (start, end) if whole or known else _entity_span(entity)
        fairly = not part and max(p.weight for p in places) >= _FAIRLY_KNOWN
        if whole and (known or fairly or label == "ORG"):
            return start, end
        return (start, end) if part and known and label in _HOLDERS else None
    if entity is not None and label in _PLACE_ENTITIES and noun.pos_ == "PROPN":
        return _entity_span(entity)
    return None


def _entity_span(entity: Span | None) -> tuple[int, int] | None:
    """The tokens of a place that only the model knows, without article and genitive; no act, no person."""
    if entity is None or entity.root.lower_ in words("events") | words("people"):
        return None
    if entity.label_ == "FAC" and entity.root.lower_ not in words("facilities"):
        return None
    doc = entity.doc
    return entity.start + (doc[entity.start].lower_ == "the"), entity.end - (doc[entity.end - 1].tag_ == "POS")


def _covers(doc: Doc, start: int, end: int, entity: Span) -> bool:
    """Whether the window holds the entity, but for its article and genitive."""
    begin = entity.start + (doc[entity.start].lower_ == "the")
    return bool(start <= begin and entity.end - (doc[entity.end - 1].tag_ == "POS") <= end)


def _windows(doc: Doc, at: int) -> Iterator[tuple[int, int]]:
    """Spans around a token, the longest first; none begins or ends in the middle of a hyphenated name."""
    for length in range(_LONGEST, 0, -1):
        for start in range(max(0, at - length + 1), min(at, len(doc) - length) + 1):
            yield start, start + length


def _is_named(doc: Doc, start: int, end: int) -> bool:
    """A name: capitals at its ends, nothing but name words between; one word must be a noun."""
    first, last = doc[start], doc[end - 1]
    if end - start == 1:
        return first.pos_ in {"PROPN", "NOUN", "X", "ADJ"} and first.text[:1].isupper() and first.tag_ != "JJ"
    if first.is_punct or last.is_punct or first.lower_ == "the":
        return False
    if any(t.is_punct and t.text not in {"-", "–"} for t in doc[start:end]):
        return bool(last.text in _DISTRICT)
    return last.text[:1].isupper() or (first.pos_ != "DET" and last.pos_ in {"NOUN", "PROPN"})


def _is_surname(doc: Doc, start: int) -> bool:
    """A known name that stands behind another name is a person's or a body's, unless the other is a place too."""
    before = doc[start - 1] if start else None
    if before is None or before.pos_ != "PROPN" or before.ent_type_ in {"GPE", "LOC"}:
        return False
    return bool(before.dep_ == "compound" and before.lower_ not in words("parts"))


def _may_be_qualified(name: str) -> bool:
    places = candidates(fold(name))
    return not places or any(p.kind not in _BROAD for p in places)


def _qualifier(doc: Doc, end: int) -> frozenset[str]:
    """Countries of the name right after: "Paris, Texas", "Geneva, Switzerland"."""
    if end + 1 >= len(doc) or doc[end].text not in {",", "("}:
        return frozenset()
    for start, stop in _windows(doc, end + 1):
        if start != end + 1:
            continue
        places = [p for p in candidates(fold(doc[start:stop].text)) if p.kind in _BROAD and p.country]
        if places and doc[start].text[:1].isupper():
            return frozenset(p.country for p in places if p.country)
    return frozenset()

"""The JSON Schema of an event, built from the records so that the two cannot drift apart."""

from __future__ import annotations

from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from .event import Event
from .types import TYPE_NAMES

DIALECT = "https://json-schema.org/draft/2020-12/schema"

_SCALARS: dict[Any, dict[str, Any]] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    float: {"type": "number"},
    bool: {"type": "boolean"},
    date: {"type": "string", "format": "date"},
}

_LIMITS: dict[str, dict[str, Any]] = {
    "Event.type": {"enum": list(TYPE_NAMES)},
    "Event.quad_class": {"minimum": 1, "maximum": 4},
    "Event.confidence": {"minimum": 0, "maximum": 1},
    "Event.evidence": {"minItems": 1},
    "Place.latitude": {"minimum": -90, "maximum": 90},
    "Place.longitude": {"minimum": -180, "maximum": 180},
}

DESCRIPTIONS: dict[str, str] = {
    "Event.id": "Stable id: the same article and event give the same id on every run",
    "Event.article": "The article the event comes from, without its text",
    "Event.type": "Event type of the codebook",
    "Event.actors": "Who does it; in a symmetric act (meeting, call, ...) all participants",
    "Event.recipients": "Toward whom; empty in a symmetric act",
    "Event.place": "Where the act happens, null when the article does not say",
    "Event.date": "When the act happens, null when the article does not say",
    "Event.factuality": "Whether it happened, is planned, is possible, or did not or will not happen",
    "Event.attribution": "The sources that the article names for the event; empty when the article itself asserts it",
    "Event.topic": "The words that say what it is about, as written",
    "Event.trigger": "The word or words that name the act, as written at its first mention",
    "Event.rule": "Id of the lexicon entry that made the event: type and entry",
    "Event.evidence": "Each sentence that mentions the event, in reading order",
    "Event.plover": "PLOVER event type, null for a statement",
    "Event.plover_mode": "PLOVER mode, where the type has modes",
    "Event.cameo": "CAMEO code, the most specific one that the words support",
    "Event.goldstein": "Goldstein value of that CAMEO code, from -10 (conflict) to 10 (cooperation)",
    "Event.quad_class": "1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict",
    "Event.confidence": "Probability that the event is one, by a table fitted on annotated articles (docs/accuracy.md)",
    "Event.extractor": "What made the event, so that a dataset can be made again",
    "ArticleRef.id": "Id of the article, as the input gives it or after its file",
    "ArticleRef.title": "Headline",
    "ArticleRef.published": "Publication date, against which relative dates are resolved",
    "ArticleRef.source": "Paper, agency or site",
    "ArticleRef.url": "Web address",
    "Actor.name": "Fullest name the article gives, without titles",
    "Actor.code": "ISO 3166-1 alpha-3 code of its state (XKX, PSE, TWN besides), or the acronym of an organisation "
    "of states; null when unknown",
    "Actor.kind": "What it is",
    "Actor.role": "Office or title as written",
    "Actor.text": "The mention as written",
    "Actor.start": "Where the mention begins in `field`, in Unicode code points",
    "Actor.end": "Where the mention ends (exclusive)",
    "Actor.field": "Whether the offsets count in the article's text or its title",
    "Source.name": "Fullest name the article gives, without titles",
    "Source.code": "Code of its state or organisation of states; null when unknown",
    "Source.kind": "What it is",
    "Source.role": "Office or title as written",
    "Source.text": "The mention as written",
    "Source.start": "Where the mention begins in `field`, in Unicode code points",
    "Source.end": "Where the mention ends (exclusive)",
    "Source.field": "Whether the offsets count in the article's text or its title",
    "Source.direct": "Whether its words are quoted",
    "Place.name": "Name as usual in English",
    "Place.country": "ISO 3166-1 alpha-3 code; null for a sea or a region of several states",
    "Place.kind": "What it is: country, capital, city, region, ...",
    "Place.latitude": "Degrees north (WGS 84)",
    "Place.longitude": "Degrees east (WGS 84)",
    "Place.text": "The mention as written",
    "Place.text_start": "Where the mention begins in `field`, in Unicode code points",
    "Place.text_end": "Where the mention ends (exclusive)",
    "Place.field": "Whether the offsets count in the article's text or its title",
    "Date.start": "First day; null when the words could not be resolved",
    "Date.end": "Last day, inclusive; the same as `start` for a single day",
    "Date.granularity": "How exact the words are",
    "Date.text": "The words as written",
    "Date.text_start": "Where the words begin in `field`, in Unicode code points",
    "Date.text_end": "Where the words end (exclusive)",
    "Date.field": "Whether the offsets count in the article's text or its title",
    "Date.reason": "Why the words could not be resolved; null when they could",
    "Evidence.field": "Whether the offsets count in the article's text or its title",
    "Evidence.start": "Where the sentence begins in `field`, in Unicode code points",
    "Evidence.end": "Where the sentence ends (exclusive), so that text[start:end] is the quote",
    "Evidence.text": "The sentence as written",
    "Evidence.trigger": "The word or words that name the act in this sentence",
    "Evidence.trigger_start": "Where the trigger begins in `field`",
    "Evidence.trigger_end": "Where the trigger ends (exclusive)",
    "Extractor.dragoman": "Version of dragoman",
    "Extractor.model": "Name and version of the spaCy model",
    "Extractor.lexicon": "Hash of the lexicon",
}
"""What each field holds; the README's table and the schema say the same."""


def schema(kind: type = Event) -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of a record's JSON form."""
    definitions: dict[str, Any] = {}
    body = _object(kind, definitions)
    return {"$schema": DIALECT, "title": f"dragoman {kind.__name__.lower()}", **body, "$defs": definitions}


def _object(kind: type, definitions: dict[str, Any]) -> dict[str, Any]:
    hints = get_type_hints(kind)
    properties = {}
    for field in fields(kind):
        path = f"{kind.__name__}.{field.name}"
        value = _value(hints[field.name], definitions) | _LIMITS.get(path, {})
        properties[field.name] = {"description": DESCRIPTIONS[path], **value} if path in DESCRIPTIONS else value
        if field.default is not MISSING:
            properties[field.name]["default"] = field.default
    return {
        "type": "object",
        "properties": properties,
        "required": [field.name for field in fields(kind)],
        "additionalProperties": False,
    }


def _value(hint: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    origin, inner = get_origin(hint), get_args(hint)
    if origin in (Union, UnionType):
        return _or_null(_value(next(part for part in inner if part is not NoneType), definitions))
    if origin is tuple:
        return {"type": "array", "items": _value(inner[0], definitions)}
    if origin is Literal:
        return {"type": "string", "enum": list(inner)}
    if is_dataclass(hint) and isinstance(hint, type):
        if hint.__name__ not in definitions:
            definitions[hint.__name__] = {}
            definitions[hint.__name__] = _object(hint, definitions)
        return {"$ref": f"#/$defs/{hint.__name__}"}
    return dict(_SCALARS[hint])


def _or_null(value: dict[str, Any]) -> dict[str, Any]:
    if "$ref" in value:
        return {"anyOf": [value, {"type": "null"}]}
    if "enum" in value:
        value["enum"] = [*value["enum"], None]
    return {**value, "type": [value["type"], "null"]}

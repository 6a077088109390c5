"""Records to plain data and back."""

from __future__ import annotations

import json
from dataclasses import fields
from datetime import date
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.models import Actor, ArticleRef, Date, Event, Evidence, Extractor, Place, Source, from_dict, to_dict
from dragoman.models.schema import DESCRIPTIONS, schema
from dragoman.models.serialise import dumps

EVENT = Event(
    id="e1",
    article=ArticleRef("a1", "Title", date(2023, 2, 21), None, None),
    type="visit",
    actors=(Actor("Wang Yi", "CHN", "person", "Foreign Minister", "Wang", 3, 7),),
    recipients=(Actor("Russia", "RUS", "state", None, "Russia", 20, 26, "title"),),
    place=Place("Moscow", "RUS", "capital", 55.75, 37.62, "Moscow", 30, 36),
    date=Date(date(2023, 2, 20), date(2023, 2, 26), "week", "this week", 40, 49),
    factuality="planned",
    attribution=(Source("CNN", None, "organisation", None, "CNN", 0, 3, direct=True),),
    topic=None,
    trigger="visit",
    rule="visit/visit",
    evidence=(Evidence("text", 0, 50, "CNN ...", "visit", 10, 15),),
    plover="AGREE",
    plover_mode="visit",
    cameo="036",
    goldstein=4.0,
    quad_class=1,
    extractor=Extractor("0.1.0", "en_core_web_sm-3.8.0", "abc"),
)

texts = st.text(st.characters(codec=None), max_size=20)
names = st.one_of(st.none(), texts)
offsets = st.integers(0, 10**6)
kinds = st.sampled_from(["state", "government", "person", "organisation", "igo", "group"])
sides = st.sampled_from(["text", "title"])
days = st.one_of(st.none(), st.dates())
numbers = st.one_of(st.none(), st.floats(-90, 90))
people = st.builds(Actor, texts, names, kinds, names, texts, offsets, offsets, sides)
events = st.builds(
    Event,
    texts,
    st.builds(ArticleRef, texts, names, days, names, names),
    st.sampled_from(["visit", "denial", "assault"]),
    st.lists(people, max_size=3).map(tuple),
    st.lists(people, max_size=3).map(tuple),
    st.one_of(st.none(), st.builds(Place, texts, names, texts, numbers, numbers, texts, offsets, offsets, sides)),
    st.one_of(st.none(), st.builds(Date, days, days, st.just("day"), texts, offsets, offsets, sides, names)),
    st.sampled_from(["actual", "planned", "possible", "negated"]),
    st.lists(
        st.builds(Source, texts, names, kinds, names, texts, offsets, offsets, sides, st.booleans()), max_size=2
    ).map(tuple),
    names,
    texts,
    texts,
    st.lists(st.builds(Evidence, sides, offsets, offsets, texts, texts, offsets, offsets), min_size=1, max_size=2).map(
        tuple
    ),
    names,
    names,
    texts,
    numbers,
    st.integers(1, 4),
    st.builds(Extractor, texts, texts, texts),
)


@settings(max_examples=50, deadline=None)
@given(events)
def test_every_event_comes_back_as_it_was(event: Event) -> None:
    """Through JSON text that any encoding takes."""
    text = dumps(to_dict(event))
    assert from_dict(Event, json.loads(text.encode("utf-8"))) == event


def test_keys_are_the_fields_in_their_order() -> None:
    """At every level."""
    data = to_dict(EVENT)
    assert list(data) == [field.name for field in fields(Event)]
    assert list(data["actors"][0]) == [field.name for field in fields(Actor)]
    assert data["date"]["start"] == "2023-02-20"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("\ud800", '"\\ud800"'),
        ("\x1b[2J", '"\\u001b[2J"'),
        ("\x9b2J", '"\\u009b2J"'),
        ("São Paulo", '"São Paulo"'),
        ("line\u2028end", '"line\\u2028end"'),
    ],
)
def test_what_would_steer_a_terminal_is_escaped(text: str, expected: str) -> None:
    """And so is what no encoding holds."""
    assert dumps(text) == expected
    assert json.loads(expected) == text


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"actors": {}}, "Event.actors: expected a list, found an object"),
        ({"factuality": "maybe"}, "Event.factuality: 'maybe' is none of actual, planned, possible, negated"),
        ({"quad_class": "1"}, "Event.quad_class: expected an integer, found a string"),
        ({"quad_class": True}, "Event.quad_class: expected an integer, found true or false"),
        ({"date": {"start": "2023-02-30"}}, "Event.date.start: '2023-02-30' is no date (YYYY-MM-DD)"),
        ({"article": None}, "Event.article: expected an object, found null"),
    ],
)
def test_what_does_not_fit_is_named_by_its_path(change: dict[str, Any], message: str) -> None:
    """ValueError says where it stands and what was expected."""
    with pytest.raises(ValueError) as caught:
        from_dict(Event, to_dict(EVENT) | change)
    assert str(caught.value) == message


def test_missing_fields_are_named() -> None:
    """A field without a default must be there; unknown ones are ignored."""
    data = to_dict(EVENT) | {"later": 1}
    assert from_dict(Event, data) == EVENT
    del data["cameo"]
    with pytest.raises(ValueError, match=r"missing 1 required .*'cameo'"):
        from_dict(Event, data)


def test_the_schema_is_valid_and_takes_events() -> None:
    """By the draft it names."""
    jsonschema.Draft202012Validator.check_schema(schema())
    jsonschema.Draft202012Validator(schema(), format_checker=jsonschema.FormatChecker()).validate(to_dict(EVENT))


@pytest.mark.parametrize(
    "change",
    [{"type": "party"}, {"evidence": []}, {"quad_class": 5}, {"extra": 1}, {"date": {}}, {"place": {"name": "x"}}],
)
def test_the_schema_refuses_what_is_no_event(change: dict[str, Any]) -> None:
    """Unknown types, unknown keys, values out of range."""
    validator = jsonschema.Draft202012Validator(schema())
    assert not validator.is_valid(to_dict(EVENT) | change)


def test_every_field_is_described() -> None:
    """No more and no fewer than the records have."""
    records = (Event, ArticleRef, Actor, Source, Place, Date, Evidence, Extractor)
    assert set(DESCRIPTIONS) == {f"{kind.__name__}.{field.name}" for kind in records for field in fields(kind)}

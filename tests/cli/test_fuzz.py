"""Whatever comes in, no reader and no writer ends in a traceback, and none takes more than linear time."""

from __future__ import annotations

import csv
import gzip
import io
import json
import os
import sqlite3
import time
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from dragoman.cli.items import Reject
from dragoman.cli.readers import Reading, articles
from dragoman.cli.readers.formats import FORMATS as READ
from dragoman.cli.readers.inputs import Input
from dragoman.cli.shown import cell, visible
from dragoman.cli.writers import FORMATS as WRITTEN
from dragoman.cli.writers import Options, open_writer
from dragoman.models import Article, Event

# FUZZ=1000 in the environment makes a longer search, of other examples each time
calm = settings(
    max_examples=int(os.environ.get("FUZZ", "30")),
    derandomize="FUZZ" not in os.environ,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
STORY = "Peru met Chad in Lima on Monday, and “they” said so."
Make = Callable[..., list[Event]]


@cache
def sample(format: str) -> bytes:
    """A small file of a format, to be damaged."""
    record = {"text": STORY, "id": "1", "title": "T", "date": "2023-05-06"}
    line = json.dumps(record, ensure_ascii=False)
    page = f"<html><head><title>T</title></head><body><article>{f'<p>{STORY}</p>' * 9}</article></body></html>"
    samples = {
        "text": f"---\ntitle: T\n---\nLIMA, May 6, 2023 (AP) - {STORY}",
        "markdown": f"# T\n\n> [a](b) **{STORY}** ![x](y)\n",
        "jsonl": f"{line}\n{line}\n",
        "json": f"[{line}, {line}]",
        "csv": f'id,text\n1,"{STORY}"\n2,{STORY!r}\n',
        "tsv": f"id\ttext\n1\t{STORY}\n",
        "html": page,
        "warc": f"WARC/1.0\r\nWARC-Type: conversion\r\nContent-Length: {len(STORY.encode())}\r\n\r\n{STORY}\r\n\r\n",
        "feed": f"<rss version='2.0'><channel><item><description>{STORY}</description></item></channel></rss>",
        "newsml": f"<newsItem><contentSet><inlineXML><p>{STORY}</p></inlineXML></contentSet></newsItem>",
        "ninjs": json.dumps({"uri": "u", "body_xhtml": f"<p>{STORY}</p>"}),
    }
    return samples[format].encode() if format in samples else table(format)


def table(format: str) -> bytes:
    """A database or Parquet file with one article."""
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"t.{format}"
        if format == "sqlite":
            base = sqlite3.connect(path)
            base.execute("create table articles as select 'Peru met Chad.' as text")
            base.commit()
            base.close()
        else:
            with pytest.importorskip("duckdb").connect(str(path) if format == "duckdb" else ":memory:") as duck:
                duck.execute("create table articles as select 'Peru met Chad.' as text")
                if format == "parquet":
                    duck.execute(f"copy articles to '{path}'")
        return path.read_bytes()


def read(folder: Path, format: str, data: bytes) -> list[Any]:
    """What a reader makes of some bytes."""
    path = folder / "input"
    path.write_bytes(data)
    return list(articles([Input("input", "input", path, None, format)], Reading()))


def check(found: list[Any]) -> None:
    """Articles can go on to spaCy, bad records to the terminal."""
    for item in found:
        if isinstance(item, Article):
            assert item.text.strip()
            repr(item).encode("utf-8")
        else:
            assert isinstance(item, Reject)
            assert visible(str(item)).isprintable()


# DuckDB's own files are left out: it checks their pages, and damage there only tests DuckDB.
@pytest.mark.parametrize("format", [name for name in READ if name != "duckdb"])
@calm
@given(data=st.data())
def test_damaged_files(format: str, tmp_path: Path, data: st.DataObject) -> None:
    """A piece cut out, other bytes put in, compressed or not."""
    whole = sample(format)
    at = data.draw(st.integers(0, len(whole)))
    gone = data.draw(st.integers(0, 50))
    new = data.draw(
        st.one_of(st.binary(max_size=20), st.sampled_from([b"\xed\xa0\x80", b"\0", b'"', b"\xff\xfe", b"<"]))
    )
    damaged = whole[:at] + new + whole[at + gone :]
    check(read(tmp_path, format, gzip.compress(damaged) if data.draw(st.booleans()) else damaged))


@pytest.mark.parametrize("format", [name for name in READ if name != "duckdb"])
@calm
@given(data=st.binary(max_size=300))
@example(data=b"\xff\xfe")
@example(data=b"\xef\xbb\xbf")
@example(data=b"\x1f\x8b\x08")
@example(data=b"\x28\xb5\x2f\xfd")
@example(data=b"{}")
@example(data=b"---\n---\n---\n")
def test_random_bytes(format: str, tmp_path: Path, data: bytes) -> None:
    """As any format."""
    check(read(tmp_path, format, data))


@calm
@given(
    record=st.recursive(
        st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=9),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.sampled_from(["text", "date", "id", "title", "bodies", "value", "body_text", "body_xhtml"]),
                inner,
                max_size=4,
            )
        ),
    )
)
def test_odd_records(record: Any, tmp_path: Path) -> None:
    """Any JSON, where an article is awaited."""
    check(read(tmp_path, "jsonl", json.dumps(record).encode()))
    check(read(tmp_path, "json", json.dumps([record]).encode()))


HOSTILE = [
    "\x1b[2J\x1b]0;t\x07", "\ud800\udfff\udc80", "\u202eabc\u2066", "\0", "=1+1", "a\r\nb\tc", "[red]x[/red]",
    "'\"`;--",
    "\ufeff", "\x85\u2028", "𝔘𝔫𝔦", "x" * 5000, "ا" * 300, "{{{", "</script>", "%s%n", "\\", "../../etc",
]  # fmt: skip


@pytest.mark.parametrize("format", WRITTEN)
@calm
@given(text=st.one_of(st.text(st.characters(codec=None), max_size=40), st.sampled_from(HOSTILE)))
def test_hostile_text_in_every_field(format: str, text: str, tmp_path: Path, make_events: Make) -> None:
    """Every writer takes it, and what comes out can be read."""
    pytest.importorskip("duckdb") if WRITTEN[format].extra == "duckdb" else None
    (event,) = make_events("Peru met Chad.", title=text, source=text, url=text)
    actor = replace(event.actors[0], name=text or "x", code=text or None, role=text)
    place = replace(event.place, name=text) if event.place else None
    quote = replace(event.evidence[0], text=text, trigger=text)
    event = replace(event, actors=(actor, actor), place=place, topic=text, evidence=(quote,), trigger=text)
    path = tmp_path / "out"
    path.unlink(missing_ok=True)
    with open_writer(path, Options(format)) as writer:
        writer.write(Article("a", "Peru met Chad."), [event])
    if format in ("sqlite", "duckdb", "parquet"):
        return
    out = path.read_text(encoding="utf-8")
    assert not {"\x1b", "\x9b", "\x07", "\u202e"} & set(out) or format in ("json", "jsonl", "geojson")
    if format in ("json", "geojson"):
        json.loads(out)
    elif format == "jsonl":
        assert len([json.loads(line) for line in out.split("\n") if line]) == 1
    elif format in ("csv", "tsv"):
        rows = list(csv.reader(io.StringIO(out), delimiter="," if format == "csv" else "\t"))
        assert [len(row) for row in rows] == [len(rows[0])] * 2
    elif format == "gdelt":
        assert {line.count("\t") for line in out.split("\n") if line} == {60}


@calm
@given(text=st.text(st.characters(codec=None), max_size=30))
def test_cells_are_one_line_and_no_formula(text: str) -> None:
    """Whatever they hold."""
    shown = cell(text)
    assert shown.encode("utf-8").decode() == shown
    assert len(shown.splitlines()) <= 1
    assert shown.lstrip()[:1] not in ("=", "+", "-", "@") or not shown


HARD: dict[str, tuple[str, Callable[[int], str]]] = {
    "brackets": ("text", lambda n: "[" * n),
    "datelines": ("text", lambda n: "A, " * n + "- x"),
    "front matter": ("text", lambda n: "---\n" + "a: b\n" * n),
    "open links": ("markdown", lambda n: "[a](" * n),
    "stars": ("markdown", lambda n: "**a " * n),
    "comments": ("markdown", lambda n: "<!--" * n),
    "fences": ("markdown", lambda n: "```\n" * n + "~~~\n" * n),
    "nested objects": ("jsonl", lambda n: '{"a":' * n),
    "many values": ("json", lambda n: "[" + "{}," * n),
    "one long string": ("json", lambda n: '["' + "a" * n),
    "quotes": ("csv", lambda n: 'text\n"' + '""' * n),
    "short lines": ("csv", lambda n: "text\n" + "a\n" * n),
    "open tags": ("ninjs", lambda n: json.dumps({"body_xhtml": "<p><b" * n})),
    "open elements": ("newsml", lambda n: "<a>" * n),
    "html comments": ("", lambda n: "<!--" * n),
}


@pytest.mark.parametrize("name", HARD)
def test_the_worst_input_costs_linear_time(name: str, tmp_path: Path) -> None:
    """Ten times the input takes far less than the hundredfold time of a quadratic reader."""
    format, make = HARD[name]
    spent = []
    for size in (10_000, 100_000):
        text = make(size).encode()
        began = time.process_time()
        check(read(tmp_path, format or None, text))  # type: ignore[arg-type]
        spent.append(time.process_time() - began)
    assert spent[1] < max(1.5, 40 * spent[0])

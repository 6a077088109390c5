"""Gzip files of many members, some of them damaged."""

from __future__ import annotations

import gzip
import io
import json
import random
from pathlib import Path

import pytest

from dragoman.cli.items import Reject
from dragoman.cli.readers import Reading, articles
from dragoman.cli.readers.inputs import Input
from dragoman.cli.readers.members import Members
from dragoman.models import Article


def unpack(data: bytes) -> tuple[bytes, int]:
    """The bytes of whole members, and how many pieces were damaged."""
    members = Members(io.BufferedReader(io.BytesIO(data)))  # type: ignore[type-var]
    found = io.BufferedReader(members).read()
    return found, members.damaged


ONE, TWO, THREE = (gzip.compress(text) for text in (b"one\n" * 999, b"two\n" * 50_000, b"three\n"))


@pytest.mark.parametrize("parts", [(ONE,), (ONE, TWO, THREE), (ONE, b"\0" * 512, TWO), (ONE, b"\0" * 100_000)])
def test_whole_members(parts: tuple[bytes, ...]) -> None:
    """One after the other, with noughts between them and after them."""
    data = b"".join(parts)
    assert unpack(data) == (gzip.decompress(data.replace(b"\0" * 512, b"")), 0)


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ((ONE, TWO[:50], THREE), (b"one\n" * 999, b"three\n")),
        ((ONE, TWO[:15] + b"\xff" * 9 + TWO[24:], THREE), (b"one\n" * 999, b"three\n")),
        ((ONE, b"garbage" * 30_000, THREE), (b"one\n" * 999, b"three\n")),
        ((ONE, TWO[:-5]), (b"one\n" * 999, b"two\n" * 9)),
        ((ONE, b"\x1f\x8b\x08" * 20, THREE), (b"one\n" * 999, b"three\n")),
        ((ONE, b"x"), (b"one\n" * 999, b"")),
    ],
)
def test_a_damaged_member_is_passed_over(parts: tuple[bytes, ...], expected: tuple[bytes, bytes]) -> None:
    """And counted once."""
    found, damaged = unpack(b"".join(parts))
    assert damaged == 1
    assert found.startswith(expected[0])
    assert found.endswith(expected[1]) or expected[1] in found


def test_a_file_of_false_starts_ends() -> None:
    """It is given up before it costs time."""
    assert unpack(b"\x1f\x8b\x08" * 1_000_000)[1] == 1


def test_random_damage_never_raises() -> None:
    """Whatever is changed, and wherever."""
    chance = random.Random(3)
    whole = ONE + THREE * 3 + TWO
    for _ in range(300):
        data = bytearray(whole)
        for _ in range(chance.randrange(1, 5)):
            data[chance.randrange(2, len(data))] = chance.randrange(256)
        unpack(bytes(data[: chance.randrange(3, len(data) + 1)]))


def test_lines_after_the_damage_are_read(tmp_path: Path) -> None:
    """A file of lines in three members, the second of them damaged: told once."""
    packed = [gzip.compress(json.dumps({"id": str(n), "text": "Peru met Chad."}).encode() + b"\n") for n in range(3)]
    packed[1] = packed[1][:12] + b"\xff\xff\xff" + packed[1][15:]
    path = tmp_path / "a.jsonl.gz"
    path.write_bytes(b"".join(packed))
    found = list(articles([Input("a", "a", path, None, "jsonl")], Reading()))
    assert [item.id for item in found if isinstance(item, Article)] == ["0", "2"]
    assert ["damaged" in item.reason for item in found if isinstance(item, Reject)] == [True]


def test_pages_after_the_damage_are_read(tmp_path: Path) -> None:
    """An archive of three records, each a member, as crawlers write them; the second is damaged."""
    pytest.importorskip("fastwarc")
    record = "WARC/1.0\r\nWARC-Type: conversion\r\nWARC-Target-URI: {0}\r\nContent-Length: {1}\r\n\r\n{2}\r\n\r\n"
    text = "\n".join(f"Peru met Chad for the {n}th time." for n in range(300))
    packed = [gzip.compress(record.format(f"http://{n}", len(text), text).encode()) for n in range(4)]
    for damaged in (packed[1][:300], packed[1][:12] + b"\xff\xff\xff" + packed[1][15:]):
        path = tmp_path / "a.warc.gz"
        path.write_bytes(packed[0] + damaged + packed[2] + packed[3])
        found = list(articles([Input("a", "a", path, None, "warc")], Reading()))
        assert {item.id for item in found if isinstance(item, Article)} >= {"http://0", "http://3"}
        assert ["damaged" in item.reason for item in found if isinstance(item, Reject)].count(True) == 1

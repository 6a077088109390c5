"""Each input format, from files made by the library or program that its users make them with."""

from __future__ import annotations

import csv
import gzip
import io
import json
import sqlite3
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from dragoman.cli.items import Item, Reject
from dragoman.cli.readers import Reading, articles, parquet
from dragoman.cli.readers.inputs import find
from dragoman.cli.readers.records import Options
from dragoman.models import Article

STORY = "Peru met Chad in Lima on Monday."
LONG = "\n\n".join(
    f"Paragraph {n} says that the ministers of Peru and Chad held talks in Lima for hours." for n in range(5)
)


def read(path: Path | str, **how: Any) -> list[Item]:
    """What a file holds."""
    options = Options(how.pop("fields", {}), how.pop("table", None))
    return list(articles(find([str(path)], how.get("format")), Reading(options=options, **how)))


def put(folder: Path, name: str, content: str | bytes) -> Path:
    """A file with a content."""
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def one(path: Path, **how: Any) -> Article:
    """The only article of a file."""
    (found,) = read(path, **how)
    assert isinstance(found, Article), found
    return found


def test_text(tmp_path: Path) -> None:
    """As it is, line ends and all, so that offsets count in the file."""
    text = "\r\n  Peru met Chad.\r\n\r\n* One\r\n"
    assert one(put(tmp_path, "a.txt", text)).text == text


def test_front_matter(tmp_path: Path) -> None:
    """Gives title, date, source, address, id; the text begins after it."""
    block = '---\ntitle: "Talks: a start"\nDate: 2023-05-06\nsource: AP\nurl: http://u\ntags: [a]\n---\n'
    found = one(put(tmp_path, "a.txt", block + STORY))
    assert (found.title, found.published, found.source) == ("Talks: a start", date(2023, 5, 6), "AP")
    assert (found.text, found.url, found.id) == (STORY, "http://u", "a.txt")
    assert one(put(tmp_path, "b.txt", "---\n\nPeru met Chad.\n---\n")).text.startswith("---")


def test_markdown(tmp_path: Path) -> None:
    """Its first heading is the title, the markup goes."""
    text = "# Talks in *Lima*\n\n> Peru **met** [Chad](http://x) ![map](m.png)\n\n## Later\n\n- snake_case\n<!-- x -->"
    found = one(put(tmp_path, "a.md", text))
    assert found.title == "Talks in Lima"
    assert found.text == "\nPeru met Chad \n\nLater\n\n- snake_case\n"


@pytest.mark.parametrize(
    ("dateline", "place", "source", "published"),
    [
        ("MOSCOW, Feb 20 (Reuters) - ", "MOSCOW", "Reuters", None),
        ("MOSCOW, Feb 20, 2023 (Reuters) - ", "MOSCOW", "Reuters", date(2023, 2, 20)),
        ("WASHINGTON (AP) — ", "WASHINGTON", "AP", None),
        ("ST. PETERSBURG, Russia (AP) — ", "ST. PETERSBURG, Russia", "AP", None),
        ("SÃO PAULO — ", "SÃO PAULO", None, None),
        ("Geneva, 3 March 2021 – ", "Geneva", None, date(2021, 3, 3)),
        ("UNITED NATIONS/GENEVA (Reuters) -- ", "UNITED NATIONS/GENEVA", "Reuters", None),
        ("Nancy Pelosi - ", None, None, None),
        ("The minister (a lawyer) - ", None, None, None),
        ("EU - ", None, None, None),
        ("Peru-Chad ", None, None, None),
        ("(" * 50_000, None, None, None),
        ("A" * 50_000, None, None, None),
    ],
)
def test_dateline(tmp_path: Path, dateline: str, place: str | None, source: str | None, published: date | None) -> None:
    """Gives place, source, and the date when it names the year."""
    found = one(put(tmp_path, "a.txt", dateline + STORY))
    assert (found.place, found.source, found.published) == (place, source, published)
    assert found.text == dateline + STORY


def test_a_dateline_does_not_overrule_the_record(tmp_path: Path) -> None:
    """Nor does --date."""
    record = {"text": "MOSCOW, Feb 20, 2023 (AP) - " + STORY, "source": "S", "date": "2023-02-21"}
    found = one(put(tmp_path, "a.jsonl", json.dumps(record)), published=date(2020, 1, 1))
    assert (found.source, found.published, found.place) == ("S", date(2023, 2, 21), "MOSCOW")


def test_json_arrays_and_single_objects(tmp_path: Path) -> None:
    """One by one, however they are laid out; ids name file and place."""
    records = [{"text": STORY, "id": "x"}, {"text": LONG, "more": [1, {"a": None}]}]
    for indent in (None, 2):
        found = read(put(tmp_path, "a.json", json.dumps(records, indent=indent)))
        assert [item.id for item in found if isinstance(item, Article)] == ["x", "a.json:2"]
    assert one(put(tmp_path, "b.json", json.dumps(records[0], indent=1))).id == "x"
    assert [type(item) for item in read(put(tmp_path, "c.json", "[]"))] == []
    many = [{"text": STORY * 50, "id": str(n)} for n in range(500)]
    assert len(read(put(tmp_path, "d.json", json.dumps(many)))) == 500


@pytest.mark.parametrize(
    ("text", "good", "reason"),
    [
        ('[{"text": "Peru met Chad."}, {"text": ]', 1, "is not JSON"),
        ('[{"text": "Peru met Chad."} {"text": "x"}]', 1, "a comma is missing"),
        ('[{"text": "Peru met Chad."}', 1, "does not end"),
        ('[{"text": "Peru met Chad."}, 5, {"text": "Mali met Togo."}]', 2, "no object"),
        ("[" * 100_000, 0, "nested"),
    ],
)
def test_broken_json(tmp_path: Path, text: str, good: int, reason: str) -> None:
    """What comes before is read, and the place is told."""
    found = read(put(tmp_path, "a.json", text))
    assert sum(isinstance(item, Article) for item in found) == good
    assert [reason in item.reason for item in found if isinstance(item, Reject)] == [True]


@pytest.mark.parametrize(
    ("fields", "record"),
    [
        ({"text": "body", "date": "day", "id": "key"}, {"body": STORY, "day": "2023-05-06", "key": "k"}),
        ({"text": "a.b", "date": "d.0", "id": "x.y"}, {"a": {"b": STORY}, "d": ["2023-05-06"], "x": {"y": "k"}}),
        ({"text": "a.b", "date": "date", "id": "id"}, {"a.b": STORY, "date": "2023-05-06", "id": "k"}),
    ],
)
def test_fields_are_mapped(tmp_path: Path, fields: dict[str, str], record: dict[str, Any]) -> None:
    """Dots lead into nested objects, unless the name itself has one."""
    found = one(put(tmp_path, "a.jsonl", json.dumps(record)), fields=fields)
    assert (found.text, found.published, found.id) == (STORY, date(2023, 5, 6), "k")


@pytest.mark.parametrize(("name", "separator"), [("a.csv", ","), ("b.csv", ";"), ("c.tsv", "\t"), ("d.tab", "\t")])
def test_delimited(tmp_path: Path, name: str, separator: str) -> None:
    """With line ends and quotes in cells, a byte-order mark, missing cells."""
    sheet = io.StringIO()
    rows = csv.writer(sheet, delimiter=separator)
    rows.writerows([["id", "text", "date", "title"], ["1", f'"{STORY}"\n{LONG}', "2023-05-06", ""], ["2", STORY]])
    found = read(put(tmp_path, name, b"\xef\xbb\xbf" + sheet.getvalue().encode()))
    assert [(item.id, item.published) for item in found if isinstance(item, Article)] == [
        ("1", date(2023, 5, 6)),
        ("2", None),
    ]


def test_delimited_with_old_line_ends(tmp_path: Path) -> None:
    """A lone carriage return ends a line, too."""
    found = read(put(tmp_path, "a.csv", f"id,text\r1,{STORY}\r2,{STORY}\r"))
    assert [item.id for item in found if isinstance(item, Article)] == ["1", "2"]


def test_delimited_with_too_many_cells(tmp_path: Path) -> None:
    """A row that does not fit its headings is told with the line where it begins."""
    found = read(put(tmp_path, "a.csv", 'id,text\n1,"a\nb"\n2,Peru met Chad, and more\n3,Mali met Togo.\n'))
    assert [item.line for item in found if isinstance(item, Reject)] == [4]
    assert len(found) == 3


def test_sqlite(tmp_path: Path) -> None:
    """The only table, the one named articles, or the one asked for."""
    path = tmp_path / "a.db"
    base = sqlite3.connect(path)
    base.execute('create table "my news" (id integer, body text, date text)')
    base.executemany('insert into "my news" values (?, ?, ?)', [(n, STORY, "2023-05-06") for n in range(600)])
    base.commit()
    found = read(path, fields={"text": "body"})
    assert [item.id for item in found if isinstance(item, Article)] == [str(n) for n in range(600)]
    base.execute("create view short as select id, body as text from 'my news' limit 1")
    base.commit()
    base.close()
    (bad,) = read(path)
    assert isinstance(bad, Reject) and "my news, short" in bad.reason and "--table" in bad.cure
    assert one(path, table="short").text == STORY


def test_duckdb_and_parquet(tmp_path: Path) -> None:
    """Written by duckdb itself; dates are dates; a name with brackets is no pattern."""
    duckdb = pytest.importorskip("duckdb")
    base = duckdb.connect(str(tmp_path / "a.duckdb"))
    base.execute(
        "create table news as select i as id, 'Peru met Chad.' as body, date '2023-05-06' as date from range(600) t(i)"
    )
    base.execute(f"copy news to '{tmp_path / 'b[1].parquet'}'")
    base.close()
    for name in ("a.duckdb", "b[1].parquet"):
        found = read(tmp_path / name, fields={"text": "body"})
        assert [item.id for item in found if isinstance(item, Article)] == [str(n) for n in range(600)]
        assert {item.published for item in found if isinstance(item, Article)} == {date(2023, 5, 6)}


@pytest.mark.parametrize("column", ["n", "file_row_number"])
def test_parquet_of_several_row_groups(column: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each row once and in order, though a span of row groups is read at a time."""
    duckdb = pytest.importorskip("duckdb")
    monkeypatch.setattr(parquet, "FEWEST", 2048)
    path = tmp_path / "a.parquet"
    query = f"select i as id, 'Peru met Chad.' as text, i as {column} from range(5000) t(i)"
    duckdb.connect().execute(f"copy ({query}) to '{path}' (row_group_size 2048)")
    assert [item.id for item in read(path) if isinstance(item, Article)] == [str(n) for n in range(5000)]


def html(title: str = "Talks in Lima") -> str:
    """A page as papers make them."""
    body = "".join(f"<p>{paragraph}</p>" for paragraph in LONG.split("\n\n"))
    return f"""<!doctype html><html><head><title>{title} | The Paper</title><meta charset="utf-8">
    <meta property="og:title" content="{title}"><meta property="og:site_name" content="The Paper">
    <meta property="article:published_time" content="2023-05-06T10:00:00Z">
    <link rel="canonical" href="https://paper.example/talks"></head>
    <body><nav><a href="/">Home</a><a href="/sport">Sport</a></nav><article><h1>{title}</h1>{body}</article>
    <footer>All rights reserved, cookies, subscribe now</footer></body></html>"""


def test_html(tmp_path: Path) -> None:
    """Text without menus; title, date, source and address of the page."""
    pytest.importorskip("trafilatura")
    found = one(put(tmp_path, "a.html", html()))
    assert (found.title, found.published) == ("Talks in Lima", date(2023, 5, 6))
    assert (found.source, found.url) == ("The Paper", "https://paper.example/talks")
    assert "ministers of Peru" in found.text and "cookies" not in found.text
    (bad,) = read(put(tmp_path, "b.html", "<html><body></body></html>"))
    assert isinstance(bad, Reject) and "no article" in bad.reason


def warc(path: Path, pages: list[tuple[str, bytes, str]], wet: bool = False) -> Path:
    """An archive written by fastwarc: (address, payload, content type) of each record."""
    kinds = pytest.importorskip("fastwarc.warc")
    with gzip.open(path, "wb") if path.suffix == ".gz" else path.open("wb") as stream:
        for url, payload, kind in pages:
            record = kinds.WarcRecord()
            record.init_headers(record_type=kinds.WarcRecordType.conversion if wet else kinds.WarcRecordType.response)
            record.headers["WARC-Target-URI"] = url
            record.headers["WARC-Date"] = "2023-05-07T01:02:03Z"
            head = f"HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\n\r\n".encode()
            record.headers["Content-Type"] = "text/plain" if wet else "application/http; msgtype=response"
            record.set_bytes_content(payload if wet else head + payload)
            record.write(stream)
    return path


@pytest.mark.parametrize("name", ["a.warc", "a.warc.gz"])
def test_warc(tmp_path: Path, name: str) -> None:
    """Pages become articles; pictures are passed over."""
    pytest.importorskip("trafilatura")
    page = html().replace("2023-05-06T10:00:00Z", "").encode()
    records = [("https://paper.example/1", page, "text/html"), ("https://paper.example/2", b"GIF89a", "image/gif")]
    found = one(warc(tmp_path / name, records))
    assert (found.id, found.published) == ("https://paper.example/1", date(2023, 5, 7))
    assert found.title == "Talks in Lima"


def test_wet(tmp_path: Path) -> None:
    """The text as the crawl has it."""
    found = one(warc(tmp_path / "a.warc.wet.gz", [("https://paper.example/1", STORY.encode(), "")], wet=True))
    assert (found.text, found.url, found.published) == (STORY, "https://paper.example/1", date(2023, 5, 7))


RSS = f"""<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>The Paper</title><item><title>Talks &amp; tea</title><link>https://p.example/1</link><guid>g1</guid>
<pubDate>Sat, 06 May 2023 10:00:00 GMT</pubDate><description>Short.</description>
<content:encoded><![CDATA[<p>{STORY}</p><p>Mali met Togo.</p><script>x</script>]]></content:encoded></item>
<item><title>Second</title><description>{STORY}</description></item></channel></rss>"""

ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>The Paper</title><entry><title>Talks</title><id>e1</id>
<link href="https://p.example/1"/><updated>2023-05-06T10:00:00Z</updated><summary>{STORY}</summary></entry></feed>"""


@pytest.mark.parametrize("name", ["a.rss", "a.xml"])
def test_rss(tmp_path: Path, name: str) -> None:
    """The whole article where the feed carries it."""
    pytest.importorskip("feedparser")
    first, second = read(put(tmp_path, name, RSS))
    assert isinstance(first, Article) and isinstance(second, Article)
    assert (first.id, first.title, first.url, first.source) == ("g1", "Talks & tea", "https://p.example/1", "The Paper")
    assert first.published == date(2023, 5, 6)
    assert first.text == f"{STORY}\n\nMali met Togo."
    assert (second.id, second.text) == (f"{name}:2", STORY)


def test_atom(tmp_path: Path) -> None:
    """Likewise."""
    pytest.importorskip("feedparser")
    found = one(put(tmp_path, "a.atom", ATOM))
    assert (found.id, found.title, found.published, found.text) == ("e1", "Talks", date(2023, 5, 6), STORY)


NEWSML = f"""<?xml version="1.0" encoding="UTF-8"?>
<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>
<packageItem guid="p"><groupSet/></packageItem>
<newsItem guid="urn:newsml:agency.example:1" version="2"><itemMeta><provider qcode="nprov:AGENCY"/>
<versionCreated>2023-05-06T10:00:00Z</versionCreated></itemMeta>
<contentMeta><located qcode="city:1"><name>Lima</name></located><headline>Talks in Lima</headline></contentMeta>
<contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml">
<head><title>no</title></head><body><p>{STORY}</p><div><p>Mali <b>met</b> Togo.</p></div></body></html></inlineXML>
</contentSet></newsItem></itemSet></newsMessage>"""


def test_newsml(tmp_path: Path) -> None:
    """Headline, provider, date, place, and the paragraphs of the text."""
    found = one(put(tmp_path, "a.xml", NEWSML))
    assert (found.id, found.title) == ("urn:newsml:agency.example:1", "Talks in Lima")
    assert (found.published, found.source, found.place) == (date(2023, 5, 6), "AGENCY", "Lima")
    assert found.text == f"{STORY}\n\nMali met Togo."


@pytest.mark.parametrize(
    "item",
    [
        {"uri": "u1", "headline": "Talks", "body_text": STORY, "versioncreated": "2023-05-06T10:00:00Z"},
        {"uri": "u1", "headline": "Talks", "body_xhtml": f"<div><p>{STORY}</p></div>", "firstcreated": "2023-05-06"},
        {
            "uri": "u1",
            "headlines": [{"value": "Talks"}],
            "firstCreated": "x",
            "bodies": [
                {"contenttype": "text/html", "value": "<p>no</p>"},
                {"contenttype": "text/plain", "value": STORY},
            ],
            "contentcreated": "2023-05-06T10:00:00+02:00",
        },
    ],
)
@pytest.mark.parametrize("name", ["a.json", "a.ninjs", "a.jsonl"])
def test_ninjs(tmp_path: Path, item: dict[str, Any], name: str) -> None:
    """Versions 1 to 3, recognised by their keys."""
    found = one(put(tmp_path, name, json.dumps(item)))
    assert (found.id, found.title, found.published, found.text) == ("u1", "Talks", date(2023, 5, 6), STORY)


@pytest.mark.parametrize("pack", ["gzip", "bz2", "lzma", "zstandard"])
@pytest.mark.parametrize("name", ["a.jsonl.x", "a.json.gz", "noname"])
def test_compressed(tmp_path: Path, pack: str, name: str) -> None:
    """Known by their first bytes; the suffix before tells the format."""
    module = pytest.importorskip(pack)
    compress: Callable[[bytes], bytes] = module.compress
    record = json.dumps({"text": STORY, "id": "x"}).encode()
    how = {"format": "jsonl"} if name.endswith(".x") else {}
    assert one(put(tmp_path, name, compress(record)), **how).id == "x"


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (STORY.encode(), "a"),
        (json.dumps({"text": STORY}).encode() + b"\n" + b"{}", "a"),
        (json.dumps([{"text": STORY}]).encode(), "a"),
        (json.dumps({"text": STORY}, indent=1).encode(), "a.data"),
        (NEWSML.encode(), "a"),
    ],
)
def test_an_unknown_suffix_is_read_by_its_first_bytes(tmp_path: Path, data: bytes, name: str) -> None:
    """Text, JSON Lines, JSON, XML."""
    found = read(put(tmp_path, name, data))
    assert isinstance(found[0], Article) and STORY in found[0].text


WORDS = "Peru met Chad. “Señor Núñez” said – naïvely – that €5 were enough."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
@pytest.mark.parametrize("name", ["a.txt", "a.jsonl", "a.csv"])
def test_encodings_are_detected(tmp_path: Path, encoding: str, name: str) -> None:
    """In text, lines and tables."""
    text = {"a.txt": WORDS, "a.jsonl": json.dumps({"text": WORDS}, ensure_ascii=False), "a.csv": f'text\n"{WORDS}"\n'}[
        name
    ]
    assert one(put(tmp_path, name, text.encode(encoding))).text == WORDS


def test_other_encodings_can_be_named(tmp_path: Path) -> None:
    """Where guessing fails."""
    assert one(put(tmp_path, "a.txt", "Peru met Chad. Łódź".encode("cp1250")), encoding="cp1250").text.endswith("Łódź")


def test_a_line_that_cannot_be_decoded_is_told(tmp_path: Path) -> None:
    """And the others are read."""
    lines = [json.dumps({"text": f"“{STORY}”"}, ensure_ascii=False).encode() for _ in range(20)]
    lines[3] = b'{"text": "\xff\xfe Peru"}'
    found = read(put(tmp_path, "a.jsonl", b"\n".join(lines)))
    assert [item.line for item in found if isinstance(item, Reject)] == [4]
    assert len(found) == 20


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.txt", b"", "is empty"),
        ("a.txt", b" \n \n", "is empty"),
        ("a.txt", bytes(range(256)) * 10, "binary"),
        ("a.jsonl", b"\x7fELF\x02\x01\x01\x00\x00\x00" * 100, "binary"),
        ("a.txt", b"x" * 1_000_001, "longer than 1,000,000 characters"),
        ("a.txt", b"x" * 50_000_000, "longer than"),
        ("a.jsonl", b'{"text": "' + b"x" * 50_000_000 + b'"}', "line of more than"),
        ("a.jsonl", b'{"text": "x", "date": "2023-02-30"}', "date '2023-02-30'"),
        ("a.jsonl", b'{"text": "x", "date": "03/04/2023"}', "is no full date"),
        ("a.jsonl", b'{"text": "x", "date": {"a": 1}}', "is no date"),
        ("a.jsonl", b'{"text": null}', "no field"),
        ("a.jsonl", b'{"text": ["a"]}', "not a string"),
        ("a.jsonl", b"[" * 100_000, "nested"),
        ("a.jsonl", b'{"a":' * 100_000, "nested"),
        ("a.jsonl", b'{"text": ' + b"9" * 5000 + b"}", "number too long"),
        ("a.txt.gz", gzip.compress(STORY.encode() * 100)[:-20], "damaged"),
        ("a.txt.gz", gzip.compress(STORY.encode() * 100)[:10] + b"\xff" * 50, "damaged"),
        ("a.jsonl.gz", gzip.compress(b"x" * 300_000_000), "bomb"),
        ("a.db", b"SQLite format 3\0" + b"\xff" * 2000, "SQLite"),
        ("a.db", b"no database", "SQLite"),
        ("a.xml", b'<!DOCTYPE r [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><rss>&b;</rss>', "entities"),
        (
            "a.xml",
            "<?xml version='1.0' encoding='utf-16'?><!DOCTYPE r [<!ENTITY a 'x'>]><r/>".encode("utf-16"),
            "entities",
        ),
        ("a.xml", b"<newsItem><contentSet>", "is not XML"),
        ("a.xml", b"<a/>", "no news item"),
        ("a.html", b"\x89PNG\r\n\x1a\n\0\0", "binary"),
        ("a.parquet", b"PAR1 no", "Parquet"),
        ("a.duckdb", b"no database", "DuckDB"),
        ("a.warc", b"no archive", "no WARC"),
        ("a.warc", b"WARC/1.0\r\nnonsense", None),
        ("a.rss", b"no feed", "no feed"),
    ],
)
def test_bad_input_is_a_reject_and_never_an_exception(
    tmp_path: Path, name: str, data: bytes, reason: str | None
) -> None:
    """With what is wrong and how to cure it."""
    found = read(put(tmp_path, name, data))
    assert all(isinstance(item, Reject) for item in found)
    assert [reason in str(item) for item in found] == [True] if reason else not found


def test_what_comes_before_the_damage_is_read(tmp_path: Path) -> None:
    """A torn archive gives its beginning."""
    lines = b"".join(json.dumps({"text": f"{STORY} {n}"}).encode() + b"\n" for n in range(5000))
    found = read(put(tmp_path, "a.jsonl.gz", gzip.compress(lines)[:5000]))
    assert len(found) > 100
    assert [type(item) for item in found].count(Reject) in (1, 2)
    assert isinstance(found[-1], Reject)


def test_lone_surrogates_are_replaced_in_place(tmp_path: Path) -> None:
    """spaCy takes none; offsets stay."""
    found = one(put(tmp_path, "a.jsonl", '{"text": "a\\ud800b Peru met Chad."}'))
    assert found.text == "a\ufffdb Peru met Chad."


def test_addresses_are_fetched_only_when_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Otherwise the cure is told."""
    (bad,) = read("https://paper.example/1")
    assert isinstance(bad, Reject) and "--fetch" in bad.cure

    def fake(url: str, allowed: bool) -> Iterator[bytes]:
        assert allowed
        return io.BytesIO(STORY.encode())  # type: ignore[return-value]

    monkeypatch.setattr("dragoman.cli.readers.web.fetch", fake)
    (found,) = read("https://paper.example/1.txt", fetch=True)
    assert isinstance(found, Article) and found.id == "https://paper.example/1.txt"


def test_a_missing_extra_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With the command that installs it."""
    import sys

    from dragoman.cli.extras import ExtraError

    for module, name, data, extra in (
        ("trafilatura", "a.html", b"<html>", "html"),
        ("fastwarc.warc", "a.warc", b"WARC/1.0", "warc"),
        ("feedparser", "a.rss", b"<rss/>", "rss"),
        ("duckdb", "a.parquet", b"PAR1", "duckdb"),
        ("zstandard", "a.txt.zst", b"\x28\xb5\x2f\xfd00", "zstd"),
    ):
        monkeypatch.setitem(sys.modules, module, None)
        with pytest.raises(ExtraError, match=rf'pip install "dragoman\[{extra}\]"'):
            read(put(tmp_path, name, data))

"""The formats that can be read: their suffixes, the module that reads each, and the extra it needs."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Format:
    """An input format. `module` stands in this folder and has a function `read(source, options)`."""

    name: str
    suffixes: tuple[str, ...]
    module: str
    what: str
    extra: str | None = None


FORMATS: dict[str, Format] = {
    f.name: f
    for f in (
        Format("text", (".txt", ".text"), "text", "plain text, one article a file"),
        Format("markdown", (".md", ".markdown"), "markdown", "Markdown, one article a file"),
        Format("jsonl", (".jsonl", ".ndjson"), "jsonl", "JSON Lines, one article a line"),
        Format("json", (".json",), "jsonfile", "a JSON array of articles, or one article; ninjs is recognised"),
        Format("csv", (".csv",), "delimited", "CSV with a header line"),
        Format("tsv", (".tsv", ".tab"), "delimited", "TSV with a header line"),
        Format("sqlite", (".sqlite", ".sqlite3", ".db"), "sqlite", "a table of an SQLite database"),
        Format("duckdb", (".duckdb", ".ddb"), "duckdb", "a table of a DuckDB database", "duckdb"),
        Format("parquet", (".parquet", ".pq"), "parquet", "Parquet", "duckdb"),
        Format("html", (".html", ".htm", ".xhtml"), "html", "a saved web page", "html"),
        Format("warc", (".warc", ".wet"), "warc", "WARC and WET archives (CC-NEWS, Common Crawl)", "warc"),
        Format("feed", (".rss", ".atom", ".rdf"), "feed", "an RSS or Atom file", "rss"),
        Format("newsml", (".newsml", ".xml"), "newsml", "NewsML-G2; an .xml file that holds a feed is read as one"),
        Format("ninjs", (".ninjs",), "ninjs", "IPTC ninjs"),
    )
}

COMPRESSED = (".gz", ".gzip", ".zst", ".zstd", ".bz2", ".xz")
"""Suffixes of compressed files: what is inside decides the format by the suffix before."""

_BY_SUFFIX = {suffix: f.name for f in FORMATS.values() for suffix in f.suffixes}


def suffix_format(path: Path) -> str | None:
    """The format that a file's suffix names, looking past a suffix of compression; None when it names none."""
    suffixes = [suffix.lower() for suffix in path.suffixes]
    while suffixes and suffixes[-1] in COMPRESSED:
        suffixes.pop()
    return _BY_SUFFIX.get(suffixes[-1]) if suffixes else None

"""The formats that can be written: their suffixes, the module that writes each, and the extra it needs."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Format:
    """An output format. `module` stands in this folder and has a function `open_writer(path, options)`."""

    name: str
    suffixes: tuple[str, ...]
    module: str
    what: str
    extra: str | None = None
    needs_file: bool = False


FORMATS: dict[str, Format] = {
    f.name: f
    for f in (
        Format("table", (), "table", "a table for the eye, as wide as the terminal"),
        Format("csv", (".csv",), "delimited", "one row an event, safe to open in a spreadsheet"),
        Format("tsv", (".tsv", ".tab"), "delimited", "the same columns, parted by tabs"),
        Format("json", (".json",), "jsonfile", "an array of events"),
        Format("jsonl", (".jsonl", ".ndjson"), "jsonl", "one event a line, as it is found"),
        Format("sqlite", (".sqlite", ".sqlite3", ".db"), "sqlite", "tables with a view of dyads", needs_file=True),
        Format("duckdb", (".duckdb", ".ddb"), "rowfile", "a table of a DuckDB database", "duckdb", True),
        Format("parquet", (".parquet", ".pq"), "rowfile", "Parquet, compressed with zstd", "duckdb", True),
        Format("geojson", (".geojson",), "geojson", "the events whose place has coordinates, as points"),
        Format("gdelt", (), "gdelt", "GDELT 2.0 event rows: 61 columns, one row a dyad"),
    )
}

_BY_SUFFIX = {suffix: f.name for f in FORMATS.values() for suffix in f.suffixes}


def suffix_format(path: Path) -> str | None:
    """The format that a file's suffix names; None when it names none."""
    return _BY_SUFFIX.get(path.suffix.lower())

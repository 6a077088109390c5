"""Each output format, read back by the library or program that its users open it with."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from dragoman.cli.writers import FORMATS, Options, dyads, gdelt, open_writer, rows
from dragoman.cli.writers.columns import COLUMNS, NAMES
from dragoman.cli.writers.frame import to_dataframe
from dragoman.models import Article, Event, from_dict

Make = Callable[..., list[Event]]
TEXT = 'China met Russia.\n\nMali denied Togo; it "said, so".\n\n=cmd denied Peru.'
TITLE = "Talks; tea, and \"quotes\"\n'now' \u202e\ud800"


@pytest.fixture
def events(make_events: Make) -> list[Event]:
    """Three events with awkward characters in them."""
    return make_events(TEXT, title=TITLE, source="=S", url="https://u", published=None)


def write(path: Path | None, events: list[Event], **options: Any) -> Path | None:
    """Writes the events by the suffix of the path."""
    by_suffix = next((f.name for f in FORMATS.values() if path is not None and path.suffix in f.suffixes), "gdelt")
    with open_writer(path, Options(**({"format": by_suffix} | options))) as writer:
        writer.write(Article("a1", TEXT), events)
    return path


@pytest.mark.parametrize("suffix", ["json", "jsonl"])
def test_json_gives_the_same_events_back(events: list[Event], tmp_path: Path, suffix: str) -> None:
    """Field by field."""
    path = tmp_path / f"e.{suffix}"
    write(path, events)
    text = path.read_text(encoding="utf-8")
    data = json.loads(text) if suffix == "json" else [json.loads(line) for line in text.splitlines()]
    assert [from_dict(Event, item) for item in data] == events


@pytest.mark.parametrize(("suffix", "separator"), [("csv", ","), ("tsv", "\t")])
def test_delimited_reads_back(events: list[Event], tmp_path: Path, suffix: str, separator: str) -> None:
    """With Python's csv: one row an event, the columns as documented."""
    path = tmp_path / f"e.{suffix}"
    write(path, events)
    with path.open(encoding="utf-8", newline="") as stream:
        found = list(csv.DictReader(stream, delimiter=separator))
    assert [row["id"] for row in found] == [event.id for event in events]
    assert tuple(found[0]) == NAMES
    assert found[0]["article_title"] == "Talks; tea, and \"quotes\" 'now' \\u202e\\ud800"
    assert found[0]["article_source"] == "'=S"
    assert found[0]["actors"] == "China; Russia"


def test_the_csv_opens_in_pandas(events: list[Event], tmp_path: Path) -> None:
    """With numbers as numbers."""
    pandas = pytest.importorskip("pandas")
    path = tmp_path / "e.csv"
    write(path, events)
    frame = pandas.read_csv(path)
    assert len(frame) == 3
    assert frame["latitude"].tolist() == [46.2] * 3
    assert frame["goldstein"].tolist() == [1.0, -2.0, -2.0]


def test_to_dataframe(events: list[Event], make_events: Make) -> None:
    """Lists stay lists, dates are dates; no events give an empty frame of the same columns."""
    pandas = pytest.importorskip("pandas")
    from datetime import date

    frame = to_dataframe([*events, *make_events("Peru met Chad.", published=date(2024, 1, 2))])
    assert tuple(frame.columns) == NAMES
    assert frame["actors"][0] == ["China", "Russia"]
    assert frame["date_start"][3] == pandas.Timestamp(2024, 1, 2)
    assert pandas.isna(frame["date_start"][0])
    assert tuple(to_dataframe([]).columns) == NAMES


def test_sqlite_holds_everything_once(events: list[Event], tmp_path: Path) -> None:
    """Running twice gives one copy, and an event that changed is replaced with all that belongs to it."""
    path = tmp_path / "e.sqlite"
    write(path, events)
    write(path, events)
    base = sqlite3.connect(path)

    def count(query: str) -> Any:
        return base.execute(query).fetchone()[0]

    assert count("select count(*) from events") == 3
    assert count("select count(*) from parties") == 6
    assert count("select count(*) from sources") == 3
    assert count("select count(*) from evidence") == 3
    assert count("select count(*) from articles") == 1
    assert count("select count(*) from progress") == 0
    assert count("pragma integrity_check") == "ok"
    pairs = base.execute("select source_name, target_name from dyads order by event_id, 1").fetchall()
    assert pairs == [("China", "Russia"), ("Russia", "China"), ("Mali", "Togo"), ("cmd", "Peru")]
    plan = base.execute("explain query plan select * from events where type = 'denial'").fetchall()
    assert "events_by_type" in str(plan)
    base.close()


def test_sqlite_refuses_a_file_that_is_none(events: list[Event], tmp_path: Path) -> None:
    """In one line."""
    from dragoman.cli.writers.sqlite import DatabaseError

    path = tmp_path / "e.sqlite"
    path.write_bytes(b"no database" * 100)
    with pytest.raises(DatabaseError, match="cannot be written"):
        write(path, events)
    assert path.read_bytes() == b"no database" * 100


def test_parquet_reads_back(events: list[Event], tmp_path: Path) -> None:
    """By duckdb, with typed columns; a name with quotes and brackets is no trouble."""
    duckdb = pytest.importorskip("duckdb")
    path = tmp_path / "e'[1].parquet"
    write(path, events)
    with duckdb.connect() as base:
        found = base.execute("select * from read_parquet(?)", [str(path).replace("[", "[[]")])
        assert tuple(column[0] for column in found.description) == NAMES
        table = found.fetchall()
    assert [row[0] for row in table] == [event.id for event in events]
    assert table[0][2] == ["China", "Russia"]
    assert [p.name for p in tmp_path.iterdir()] == [path.name]


def test_duckdb_holds_everything_once(events: list[Event], tmp_path: Path) -> None:
    """A second run replaces what is there."""
    duckdb = pytest.importorskip("duckdb")
    path = tmp_path / "e.duckdb"
    for _ in range(2):
        write(path, events)
        write(path, events, format="duckdb", dyads=True)
    with duckdb.connect(str(path)) as base:
        assert base.execute("select count(*), sum(len(actors)) from events").fetchone() == (3, 4)
        assert base.execute("select count(*) from dyads").fetchone() == (4,)


def test_geojson_holds_the_located_events(events: list[Event], tmp_path: Path) -> None:
    """As points, longitude first."""
    from dataclasses import replace

    path = tmp_path / "e.geojson"
    write(path, [*events[:1], replace(events[1], place=None)])
    data = json.loads(path.read_text(encoding="utf-8"))
    (point,) = data["features"]
    assert data["type"] == "FeatureCollection"
    assert point["geometry"] == {"type": "Point", "coordinates": [6.15, 46.2]}
    assert point["properties"]["actors"] == ["China", "Russia"]
    write(path, [])
    assert json.loads(path.read_text(encoding="utf-8"))["features"] == []


def test_gdelt_rows_have_61_columns(events: list[Event], tmp_path: Path) -> None:
    """In GDELT's order, one row a dyad, numbers the same on every run."""
    path = tmp_path / "e.export.tsv"
    write(path, events, format="gdelt")
    lines = path.read_text(encoding="utf-8").splitlines()
    found = list(csv.DictReader(lines, fieldnames=gdelt.COLUMNS, delimiter="\t", quoting=csv.QUOTE_NONE))
    assert len(gdelt.COLUMNS) == 61
    assert [(r["Actor1Name"], r["Actor2Name"]) for r in found] == [
        ("CHINA", "RUSSIA"), ("RUSSIA", "CHINA"), ("MALI", "TOGO"), ("CMD", "PERU")
    ]  # fmt: skip
    assert {row["ActionGeo_CountryCode"] for row in found} == {"SZ"}
    assert [row["EventRootCode"] for row in found] == ["04", "04", "01", "01"]
    assert [row["IsRootEvent"] for row in found] == ["1", "1", "0", "0"]
    assert len({int(row["GLOBALEVENTID"]) for row in found}) == 4
    assert all(row["SOURCEURL"] == "https://u" for row in found)


def test_gdelt_dates(make_events: Make) -> None:
    """GDELT's own way to count a year in fractions."""
    from datetime import date

    (event,) = make_events("Peru met Chad.", published=date(2023, 2, 21))
    row = gdelt.row(next(iter(dyads.dyads(event))))
    assert (row["SQLDATE"], row["MonthYear"], row["Year"]) == ("20230221", "202302", 2023)
    assert (row["FractionDate"], row["DATEADDED"]) == ("2023.2219", "20230221000000")


def test_dyads(events: list[Event], tmp_path: Path) -> None:
    """In every format that takes them."""
    pairs = [("China", "Russia"), ("Russia", "China"), ("Mali", "Togo"), ("cmd", "Peru")]
    path = tmp_path / "e.csv"
    write(path, events, format="csv", dyads=True)
    found = list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8"))))
    assert tuple(found[0]) == dyads.NAMES
    assert [(row["source_name"], row["target_name"]) for row in found] == pairs
    write(path, events, format="json", dyads=True)
    assert [(row["source_name"], row["target_name"]) for row in json.loads(path.read_text())] == pairs


@pytest.mark.parametrize(
    ("code", "kind", "role", "expected"),
    [
        ("CHN", "state", None, "CHN"),
        ("CHN", "government", None, "CHNGOV"),
        ("CHN", "person", "Foreign Minister", "CHNGOV"),
        ("CHN", "person", None, "CHN"),
        ("ROU", "state", None, "ROM"),
        ("UN", "igo", None, "IGOUNO"),
        ("ASEAN", "igo", None, "IGOSEAASN"),
        ("OIC", "igo", None, "IGOOIC"),
        (None, "group", None, ""),
    ],
)
def test_cameo_actors(make_events: Make, code: str | None, kind: Any, role: str | None, expected: str) -> None:
    """Country and role, or organisation."""
    from dataclasses import replace

    actor = replace(make_events("Peru met Chad.")[0].actors[0], code=code, kind=kind, role=role)
    assert dyads.cameo_actor(actor) == expected


def test_columns_are_those_of_the_rows(events: list[Event]) -> None:
    """Names, order and kinds."""
    assert tuple(rows.of(events[0], False)[0]) == tuple(rows.kinds(False)) == NAMES
    assert tuple(rows.of(events[0], True)[0]) == tuple(rows.kinds(True)) == dyads.NAMES
    assert len({column.name for column in COLUMNS}) == len(COLUMNS)

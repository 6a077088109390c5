"""`dragoman extract` as issue and README describe it: what goes in, what comes out, what is said, how it ends."""

from __future__ import annotations

import csv
import gzip
import io
import json
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from dragoman.models.schema import schema

TEXT = "China met Russia in Geneva on Monday.\n\nFrance denied Mali.\n"
Run = Callable[..., Any]


def put(folder: Path, name: str, content: str | bytes) -> Path:
    """A file with a content."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def lines(*records: object) -> str:
    """Records as JSON Lines."""
    return "".join(json.dumps(record) + "\n" for record in records)


def test_a_text_file_gives_json_lines_in_a_pipe(dragoman: Run, tmp_path: Path) -> None:
    """One event a line, as the schema says."""
    ran = dragoman("extract", put(tmp_path, "a.txt", TEXT), "--date", "2024-01-02")
    assert (ran.code, ran.err) == (0, "")
    assert [event["type"] for event in ran.events] == ["meeting", "denial"]
    assert {event["article"]["id"] for event in ran.events} == {"a.txt"}
    assert {event["date"]["start"] for event in ran.events} == {"2024-01-02"}
    validator = jsonschema.Draft202012Validator(schema())
    assert all(validator.is_valid(event) for event in ran.events)


@pytest.mark.parametrize("arguments", [("-",), ()])
def test_standard_input_is_text_or_json_lines(dragoman: Run, arguments: tuple[str, ...]) -> None:
    """JSON Lines when the first line is an object; without file names it is read as well."""
    assert [e["type"] for e in dragoman("extract", *arguments, stdin=TEXT).events] == ["meeting", "denial"]
    ran = dragoman("extract", *arguments, stdin=lines({"text": TEXT, "id": "x"}, {"text": "Peru met Chad."}))
    assert [e["article"]["id"] for e in ran.events] == ["x", "x", "stdin:2"]


def test_several_files_make_one_result(dragoman: Run, tmp_path: Path) -> None:
    """In the order given."""
    one, two = put(tmp_path, "1.txt", "Peru met Chad."), put(tmp_path, "2.jsonl", lines({"text": "Mali met Togo."}))
    assert [e["article"]["id"] for e in dragoman("extract", two, one, "--quiet").events] == ["2.jsonl:1", "1.txt"]


def test_the_fields_of_a_record_reach_the_event(dragoman: Run) -> None:
    """id, title, date, source and url; a record's own date comes before --date."""
    record = {"text": TEXT, "id": 7, "title": "T", "date": "2023-05-06", "source": "S", "url": "http://u"}
    event = dragoman("extract", "-", "--date", "2020-01-01", stdin=lines(record)).events[0]
    assert event["article"] == {"id": "7", "title": "T", "published": "2023-05-06", "source": "S", "url": "http://u"}


def test_one_line_says_that_relative_dates_wait_for_a_publication_date(dragoman: Run) -> None:
    """The words are kept; --quiet says nothing."""
    ran = dragoman("extract", "-", stdin=TEXT)
    assert ran.code == 0
    assert ran.events[0]["date"]["text"] == "Monday"
    assert len(ran.err.splitlines()) == 1
    assert "2 relative dates stayed unresolved" in ran.err and "--date YYYY-MM-DD" in ran.err
    assert dragoman("extract", "-", "--quiet", stdin=TEXT).err == ""


@pytest.mark.parametrize(
    ("types", "expected"), [("denial", ["denial"]), ("visit, meeting", ["meeting"]), ("all", ["meeting", "denial"])]
)
def test_types_filter(dragoman: Run, types: str, expected: list[str]) -> None:
    """By name, or all."""
    assert [e["type"] for e in dragoman("extract", "-", "--types", types, stdin=TEXT).events] == expected


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (["--types", "party"], "party"),
        (["--types", ""], "known"),
        (["--date", "2023-13-01"], "2023-13-01"),
        (["--date", "yesterday"], "YYYY-MM-DD"),
        (["--format", "xls"], "jsonl"),
        (["--from", "docx"], "jsonl"),
        (["--map", "text"], "OURS=THEIRS"),
        (["--map", "words=body"], "words=body"),
        (["--encoding", "nonsense"], "utf-8"),
        (["-o", "events.xls"], ".csv"),
        (["-o", "nowhere/events.csv"], "nowhere"),
        (["-o", "."], "folder"),
        (["--resume"], "-o FILE"),
        (["--resume", "-o", "events.csv"], "jsonl"),
        (["--lexicon", "nowhere.toml"], "nowhere.toml"),
        (["--jobs", "0"], "--jobs"),
        (["--nonsense"], "--nonsense"),
    ],
)
def test_wrong_usage_ends_with_2(dragoman: Run, arguments: list[str], word: str) -> None:
    """And says what is allowed."""
    ran = dragoman("extract", "-", *arguments, stdin=TEXT)
    assert ran.code == 2
    assert ran.out == ""
    assert word in ran.err


def test_an_input_is_never_overwritten(dragoman: Run, tmp_path: Path) -> None:
    """Not by the output and not by the rejects."""
    path = put(tmp_path, "a.jsonl", lines({"text": TEXT}))
    before = path.read_bytes()
    for arguments in (["-o", path], ["--rejects", path], ["-o", tmp_path / "x.json", "--rejects", tmp_path / "x.json"]):
        assert dragoman("extract", path, *arguments).code == 2
    assert path.read_bytes() == before


def test_the_rest_is_processed_when_some_input_fails(dragoman: Run, tmp_path: Path) -> None:
    """Exit code 1, one line each on standard error, with file, line and cure."""
    good = put(tmp_path, "good.txt", TEXT)
    bad = put(tmp_path, "bad.jsonl", '{"text": "Peru met Chad."}\n{"text": \n{"id": 1}\n[1]\n')
    ran = dragoman("extract", tmp_path / "missing.txt", bad, good, "--date", "2024-01-02")
    assert ran.code == 1
    assert len(ran.events) == 3
    said = ran.err.splitlines()
    assert said[0].startswith(f"{tmp_path / 'missing.txt'}: no such file")
    assert said[1].startswith(f"{bad}:2: is not JSON") and said[1].endswith("give one JSON object a line")
    assert said[2].startswith(f"{bad}:3: has no field 'text'") and "--map" in said[2]
    assert said[3].startswith(f"{bad}:4: is JSON but no object")
    assert said[4] == "4 bad records skipped"


def test_strict_stops_at_the_first_bad_record(dragoman: Run, tmp_path: Path) -> None:
    """With exit code 1; a file that was to be whole is not there."""
    bad = put(tmp_path, "bad.jsonl", '{"text": "Peru met Chad."}\nnonsense\n{"text": "Mali met Togo."}\n')
    ran = dragoman("extract", bad, "--strict", "-o", tmp_path / "events.csv")
    assert ran.code == 1
    assert "bad.jsonl:2: is not JSON" in ran.err
    assert not list(tmp_path.glob("*events*"))


def test_rejects_are_kept(dragoman: Run, tmp_path: Path) -> None:
    """As JSON Lines that can be mended and read again."""
    kept = tmp_path / "kept.jsonl"
    ran = dragoman("extract", "-", "--rejects", kept, stdin='{"text": "Peru met Chad."}\n{"text": 5, "id": "x"}\n')
    assert ran.code == 1
    (entry,) = [json.loads(line) for line in kept.read_text().splitlines()]
    assert (entry["file"], entry["line"], json.loads(entry["record"])) == ("standard input", 2, {"text": 5, "id": "x"})


def test_many_bad_records_of_a_kind_are_counted_but_not_all_listed(dragoman: Run) -> None:
    """The terminal stays usable."""
    ran = dragoman("extract", "-", stdin='{"text": "Peru met Chad."}\n' + '{"body": "x"}\n' * 500)
    assert ran.code == 1
    assert len(ran.err.splitlines()) < 60
    assert "500 bad records skipped" in ran.err


def test_csv_has_one_row_an_event_and_reads_back(dragoman: Run, tmp_path: Path) -> None:
    """With Python's csv and with sqlite."""
    from dragoman.cli.writers.columns import NAMES

    out = tmp_path / "events.csv"
    assert dragoman("extract", "-", "-o", out, "--date", "2024-01-02", stdin=TEXT).code == 0
    with out.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert tuple(rows[0]) == NAMES
    assert [row["type"] for row in rows] == ["meeting", "denial"]
    assert rows[0]["actors"].split("; ") == ["China", "Russia"]
    assert rows[0]["goldstein"] == "1.0"
    table = sqlite3.connect(":memory:")
    table.execute(f"create table events ({', '.join(NAMES)})")
    table.executemany(f"insert into events values ({', '.join('?' * len(NAMES))})", [tuple(r.values()) for r in rows])
    assert table.execute("select count(*) from events where date_start = '2024-01-02'").fetchone() == (2,)
    table.close()


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t=", " =", "＝"])
def test_a_cell_is_never_run_as_a_formula(dragoman: Run, start: str) -> None:
    """An apostrophe stands before what would be one; numbers stay numbers."""
    record = {"text": TEXT, "id": f"{start}HYPERLINK(1)", "title": f"{start}1+1"}
    ran = dragoman("extract", "-", "--format", "csv", stdin=lines(record))
    row = next(csv.DictReader(io.StringIO(ran.out)))
    assert row["article_title"].startswith("'")
    assert row["id"].startswith("'")
    assert float(row["latitude"]) == 46.2


def test_tsv_has_the_same_columns_and_no_stray_tabs(dragoman: Run) -> None:
    """Nor line ends inside a cell."""
    ran = dragoman("extract", "-", "--format", "tsv", stdin=lines({"text": TEXT, "title": "a\tb\nc"}))
    rows = [line.split("\t") for line in ran.out.splitlines()]
    assert len({len(row) for row in rows}) == 1
    assert len(rows) == 3


def test_json_is_an_array(dragoman: Run) -> None:
    """Also when it is empty."""
    assert len(json.loads(dragoman("extract", "-", "--format", "json", stdin=TEXT).out)) == 2
    assert json.loads(dragoman("extract", "-", "--format", "json", stdin="Nothing.").out) == []


@pytest.mark.parametrize("width", [40, 60, 80, 100, 120, 200])
def test_the_table_fits_the_terminal(dragoman: Run, monkeypatch: pytest.MonkeyPatch, width: int) -> None:
    """And shows type, who, to whom, where, when, factuality and the evidence."""
    monkeypatch.setenv("COLUMNS", str(width))
    ran = dragoman("extract", "-", "--format", "table", "--date", "2024-01-02", stdin=TEXT)
    assert max(map(len, ran.out.splitlines())) <= width
    seen = " ".join(ran.out.split())
    for word in ("meeting", "China", "RUS", "Geneva", "2024", "actual", "France denied Mali"):
        assert word in seen or width < 60, word


def test_wide_shows_all_columns(dragoman: Run) -> None:
    """One line an event, whatever the width."""
    from dragoman.cli.writers.columns import NAMES

    ran = dragoman("extract", "-", "--format", "table", "--wide", stdin=TEXT)
    assert ran.out.splitlines()[0].split() == list(NAMES)
    assert len(ran.out.splitlines()) == 3


@pytest.mark.parametrize("format", ["table", "csv", "tsv", "json", "jsonl"])
def test_hostile_text_is_shown_and_not_obeyed(dragoman: Run, format: str) -> None:
    """Escape sequences, rich markup, direction marks and lone surrogates."""
    title = "\x1b]0;owned\x07\x1b[31m\x9b31m [bold red]x[/] \u202egnp.exe \ud800"
    ran = dragoman("extract", "-", "--format", format, stdin=lines({"text": TEXT, "id": "1", "title": title}))
    assert ran.code == 0
    assert not {"\x1b", "\x9b", "\x07"} & set(ran.out)
    if format == "table":
        assert "[bold red]x[/]" in ran.out and "\\x1b]0;owned" in ran.out and "\u202e" not in ran.out


def test_stats_count_types(dragoman: Run) -> None:
    """On standard error, at the end."""
    ran = dragoman("extract", "-", "--stats", "--date", "2024-01-02", stdin=TEXT)
    assert "articles: 1, without an event 0; events: 2" in ran.err and "meeting 1" in ran.err
    assert "sentences without an event: nobody met or denied anything in 1 articles" in ran.err
    assert "sentences without" not in dragoman("extract", "-", "--stats", "--quiet", stdin=TEXT).err


def test_an_unfinished_output_is_not_left_behind(
    dragoman: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And an older one stays as it was; the new one has the permissions of any new file."""
    out = put(tmp_path, "events.json", "old")
    source = put(tmp_path, "bad.jsonl", '{"text": "Peru met Chad."}\nnonsense\n')
    assert dragoman("extract", source, "--strict", "-o", out).code == 1
    assert out.read_text() == "old"
    assert dragoman("extract", source, "-o", out).code == 1
    assert len(json.loads(out.read_text())) == 1
    assert sorted(path.name for path in tmp_path.iterdir()) == ["bad.jsonl", "events.json"]
    assert out.stat().st_mode & 0o777 == source.stat().st_mode & 0o777


def test_a_folder_is_read_in_the_order_of_names(dragoman: Run, tmp_path: Path) -> None:
    """Hidden files, unknown formats, links in a ring and the run's own output are left out."""
    for name in ("b/2.txt", "b/1.txt", "a.txt", ".hidden.txt", "picture.png"):
        put(tmp_path / "news", name, "Peru met Chad.")
    put(tmp_path / "news", "c.txt.gz", gzip.compress(b"Peru met Chad."))
    (tmp_path / "news" / "ring").symlink_to(tmp_path / "news")
    out = tmp_path / "news" / "events.jsonl"
    for _ in range(2):
        assert dragoman("extract", tmp_path / "news", "-o", out, "-q").code == 0
        found = [json.loads(line)["article"]["id"] for line in out.read_text().splitlines()]
        assert found == ["news/a.txt", "news/b/1.txt", "news/b/2.txt", "news/c.txt.gz"]


def test_a_pattern_is_expanded(dragoman: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also where no shell does it; a pattern that fits nothing is told."""
    for name in ("x/1.txt", "x/y/2.txt", "x/3.md"):
        put(tmp_path, name, "Peru met Chad.")
    monkeypatch.chdir(tmp_path)
    assert [e["article"]["id"] for e in dragoman("extract", "x/**/*.txt", "-q").events] == ["x/1.txt", "x/y/2.txt"]
    ran = dragoman("extract", "x/*.html")
    assert ran.code == 1 and "no file matches" in ran.err


def test_files_of_one_name_keep_their_paths(dragoman: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """So that no two articles share an id."""
    for name in ("x/1.txt", "y/1.txt"):
        put(tmp_path, name, "Peru met Chad.")
    monkeypatch.chdir(tmp_path)
    assert [e["article"]["id"] for e in dragoman("extract", "x/1.txt", "y/1.txt", "-q").events] == [
        "x/1.txt",
        "y/1.txt",
    ]

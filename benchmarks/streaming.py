"""Measures that memory stays flat, and that the first row comes soon, however large the input.

    python benchmarks/streaming.py NEWS.jsonl[.gz] [--real 10000] [--silent 1000000] [--write docs/streaming.md]

Two runs of `dragoman extract`: over real articles (those of the file, over and over), and over articles without any
trigger word. Memory is the resident set, and its peak, read from /proc at every tenth of the input (Linux only).
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import date
from itertools import cycle, islice
from pathlib import Path
from threading import Thread
from typing import IO

HERE = Path(__file__).resolve().parent.parent
SILENT = (
    "The garden is green.",
    "Rain fell on the old roof in the afternoon.",
    "A brown dog slept near the warm stove.",
    "There were apples and pears under the tall trees.",
    "The river is wide and slow here.",
)
"""Sentences that hold no trigger of the lexicon; `main` checks it."""


def real(path: Path) -> Iterator[str]:
    """The lines of a file of articles, over and over, each with an id of its own."""
    data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    rows = [json.loads(line) for line in data.decode("utf-8").splitlines()]
    for number, row in enumerate(cycle(rows)):
        yield json.dumps({"id": f"a{number}", "text": row["text"], "title": row.get("title"), "date": row.get("date")})


def silent() -> Iterator[str]:
    """Articles in which nothing is done."""
    for number in range(sys.maxsize):
        sentences = [SILENT[(number + i) % len(SILENT)] for i in range(3 + number % 5)]
        yield json.dumps({"id": f"s{number}", "text": " ".join(sentences), "date": "2023-02-21"})


def feed(lines: Iterator[str], count: int, to: IO[str], marks: list[tuple[int, float, float]], pid: int) -> None:
    """Writes articles into a pipe, and notes time, memory and peak at every tenth."""
    start = time.perf_counter()
    for number, line in enumerate(islice(lines, count), 1):
        to.write(line + "\n")
        if number % max(1, count // 10) == 0:
            to.flush()
            resident, _ = memory(pid)
            marks.append((number, time.perf_counter() - start, resident))
    to.close()


def memory(pid: int) -> tuple[float, float]:
    """Resident set of a process and its peak, in MB."""
    status = Path(f"/proc/{pid}/status").read_text(encoding="utf-8")
    values = {line.split(":")[0]: line.split()[1] for line in status.splitlines() if line.startswith("Vm")}
    return int(values["VmRSS"]) / 1024, int(values["VmHWM"]) / 1024


def run(lines: Iterator[str], count: int) -> Iterator[str]:
    """A run over so many articles, as lines of a report."""
    command = [
        sys.executable,
        "-m",
        "dragoman",
        "extract",
        "-",
        "--from",
        "jsonl",
        "--format",
        "jsonl",
        "-q",
        "-j",
        "1",
    ]
    start = time.perf_counter()
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=HERE.parent)
    assert process.stdin is not None and process.stdout is not None
    marks: list[tuple[int, float, float]] = []
    feeder = Thread(target=feed, args=(lines, count, process.stdin, marks, process.pid))
    feeder.start()
    first, rows, peak = None, 0, 0.0
    for _ in process.stdout:
        first = first or time.perf_counter() - start
        rows += 1
        if rows % 64 == 1:
            peak = memory(process.pid)[1]
    feeder.join()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    seconds, peak = time.perf_counter() - start, max(peak, usage.ru_maxrss / 1024)
    yield f"{count:,} articles in {seconds:.0f} s ({count / seconds:,.0f} a second), {rows:,} events,"
    yield f"exit code {process.returncode};"
    yield f"first row after {first:.1f} s; peak {peak:.0f} MB." if first else f"no row; peak {peak:.0f} MB."
    yield ""
    yield "| articles read | seconds | MB |"
    yield "|---|---|---|"
    for number, at, resident in marks:
        yield f"| {number:,} | {at:.0f} | {resident:.0f} |"


def report(options: argparse.Namespace) -> Iterator[str]:
    """The lines of the report."""
    commit = subprocess.run(["git", "rev-parse", "--short", "HEAD"], cwd=HERE, capture_output=True, text=True).stdout
    yield "# Streaming"
    yield ""
    yield f"Written by `python benchmarks/streaming.py --real {options.real} --silent {options.silent}`"
    yield f"on {date.today()}, commit {commit.strip()}; {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f};"
    yield "one process, articles through a pipe."
    yield "\n## Real articles\n"
    yield from run(real(options.file), options.real)
    yield "\n## Articles without trigger words\n"
    yield from run(silent(), options.silent)


def main() -> None:
    """Prints the report, or writes it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path)
    parser.add_argument("--real", type=int, default=10_000)
    parser.add_argument("--silent", type=int, default=1_000_000)
    parser.add_argument("--write", type=Path, metavar="FILE")
    options = parser.parse_args()
    check()
    lines = []
    for line in report(options):
        print(line, flush=True)
        lines.append(line)
    if options.write:
        options.write.write_text("\n".join(lines) + "\n", encoding="utf-8")


def check() -> None:
    """Stops when a sentence that is to hold no trigger passes the gate."""
    from dragoman.extract.pipeline import Extractor
    from dragoman.models import Article

    (analysis,) = Extractor().analyse([Article("a", " ".join(SILENT))])
    if analysis.searched:
        raise SystemExit(f"these hold triggers: {[unit.doc.text for unit in analysis.searched]}")


if __name__ == "__main__":
    main()

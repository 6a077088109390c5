"""The way through the parse from one word to another, written out."""

from __future__ import annotations

from itertools import pairwise

from spacy.tokens import Token


def path(start: Token, end: Token) -> str:
    """For example `talks <dobj- held -nsubj> Putin`: an arrow points from a head to its dependent."""
    if start == end:
        return str(start.text)
    up = [start, *start.ancestors]
    down = [end, *end.ancestors]
    meeting = next((token for token in up if token in down), None)
    if meeting is None:
        return f"{start.text} ... {end.text}"
    words = [start.text]
    for lower, upper in pairwise(up[: up.index(meeting) + 1]):
        words.append(f"<{lower.dep_}- {upper.text}")
    for token in reversed(down[: down.index(meeting)]):
        words.append(f"-{token.dep_}> {token.text}")
    return " ".join(words)

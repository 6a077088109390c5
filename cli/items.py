"""What a reader yields: an article, or a record that could not be read as one."""

from __future__ import annotations

from dataclasses import dataclass

from ..models import Article

LONGEST_RAW = 65_536
"""Characters of a bad record that are kept for `--rejects`."""


@dataclass(frozen=True, slots=True)
class Reject:
    """A bad record: the file, the line (or row) where it begins, what is wrong and what cures it."""

    where: str
    line: int | None
    reason: str
    cure: str
    raw: str = ""

    def __str__(self) -> str:
        place = self.where if self.line is None else f"{self.where}:{self.line}"
        return f"{place}: {self.reason}; {self.cure}"


Item = Article | Reject

"""Derives the codes of PLOVER and CAMEO from an event's type, factuality and lexicon entry (codebook, section 4).

Goldstein values are those that GDELT publishes (CAMEO.goldsteinscale.txt), as in `lexicon/cameo.tsv`.
"""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from ..models import Factuality

UNREAL = frozenset({"planned", "possible"})
AGREEABLE = frozenset(
    {
        *("visit", "meeting", "call", "negotiation", "mediation"),
        *("agreement", "support", "recognition", "cooperation", "aid"),
    }
)
"""Types that are AGREE while only planned or possible, and REJECT when refused."""
HOSTILE = frozenset({"demonstration", "mobilization", "coercion", "assault"})
"""The conflict types: announced and not yet done they are THREATEN, as PLOVER has it."""
RETREATS = ("084", "085", "086", "087")
"""Concessions that are RETREAT once done, CONCEDE while planned."""


@dataclass(frozen=True, slots=True)
class Codes:
    """The derived codes of an event; `plover` is None for a statement, `goldstein` None where GDELT has no value."""

    plover: str | None
    mode: str | None
    cameo: str
    goldstein: float | None
    quad_class: int


@cache
def types() -> Mapping[str, Any]:
    """The table of event types with their codes, as in `lexicon/types.toml`."""
    return tomllib.loads((_lexicon() / "types.toml").read_text(encoding="utf-8"))


@cache
def cameo() -> Mapping[str, Mapping[str, str]]:
    """The CAMEO codes with name, PLOVER type, mode, context and Goldstein value."""
    with (_lexicon() / "cameo.tsv").open(encoding="utf-8", newline="") as lines:
        return {row["cameo"]: row for row in csv.DictReader(lines, delimiter="\t")}


@cache
def plover() -> Mapping[str, Mapping[str, str]]:
    """The PLOVER event types with modes, score and quad class."""
    with (_lexicon() / "plover.tsv").open(encoding="utf-8", newline="") as lines:
        return {row["plover"]: row for row in csv.DictReader(lines, delimiter="\t")}


def derive(kind: str, factuality: Factuality, code: str | None = None, mode: str | None = None) -> Codes:
    """The codes of an event of a type; `code` and `mode` are what its lexicon entry implies beyond the type."""
    row = types()[kind]
    root = row.get("plover")
    if code is not None and cameo()[code]["plover"] == root:
        mode = mode or cameo()[code]["mode"]
    code = code or row["cameo"]
    mode = mode or row.get("mode")
    if kind in AGREEABLE and factuality in UNREAL:
        root, mode, code = "AGREE", None, _shifted(code, "planned_codes", row["planned"])
    elif kind in AGREEABLE and factuality == "negated":
        root, mode, code = "REJECT", None, _shifted(code, "negated_codes", row["negated"])
    elif kind == "concession":
        root, mode, code = _concession(code, factuality, mode)
    elif kind in HOSTILE and factuality == "planned":
        root, mode, code = "THREATEN", None, _shifted(code, "threatened_codes", "130")
    found = cameo()[code]
    goldstein = float(found["goldstein"]) if found["goldstein"] else None
    if root is not None and mode is None and found["plover"] == root:
        mode = found["mode"] or None
    return Codes(root, mode, code, goldstein, int(plover()[root]["quad_class"]) if root else 1)


def _concession(code: str, factuality: Factuality, mode: str | None) -> tuple[str, str | None, str]:
    if factuality in UNREAL:
        return "CONCEDE", None, _shifted(code, "planned_codes", "035")
    if factuality == "negated":
        return "REJECT", None, _shifted(code, "negated_codes", "124")
    if code.startswith(RETREATS):
        return "RETREAT", mode, code
    return "CONCEDE", mode, code


def _shifted(code: str, table: str, default: str) -> str:
    """The code that the table gives for the longest prefix of this one."""
    for length in range(len(code), 1, -1):
        if code[:length] in types()[table]:
            return str(types()[table][code[:length]])
    return default


def _lexicon() -> Any:
    return files("dragoman.extract") / "lexicon"

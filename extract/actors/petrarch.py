"""Reads the actor dictionaries of PETRARCH, TABARI and Phoenix as lines of the tables of who is who.

    ABDULLAH_GUL_  ; comment
    +PRESIDENT_GUL_
        [TURGOV 020101-140828]
        [TURELI >140829]

A line at the margin names an actor, "+" lines are its synonyms, brackets hold a code and the dates within which it is
right (YYMMDD or YYYYMMDD). The first three letters of a code are a state, or "IGO" and the body after it. Who has a
state's bare code is the state under another name ("WASHINGTON_ [USA]"), and nobody in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from ..errors import LexiconError
from .entries import Row

_NAME = re.compile(r"^\+?\s*([^\[;#\s][^\[;#]*)")
_CODE = re.compile(r"\[\s*([A-Za-z~]+)?\s*([<>])?\s*(\d{4,8})?\s*(?:-\s*(\d{4,8}))?\s*\]")
_SET = re.compile(r"^[&<].*$")

IGO = {
    "UNO": "UN",
    "EEC": "EU",
    "NAT": "NATO",
    "AFU": "AU",
    "OAU": "AU",
    "ASN": "ASEAN",
    "ARL": "LAS",
    "GCC": "GCC",
    "OPC": "OPEC",
    "IAE": "IAEA",
    "IMF": "IMF",
    "WBK": "WB",
    "WTO": "WTO",
    "SCE": "OSCE",
    "OAS": "OAS",
    "ECA": "ECOWAS",
    "HCH": "UN",
    "ICC": "ICC",
}
"""The bodies behind "IGO" and CAMEO's stand-alone codes, by the acronyms that dragoman uses."""

ROLES = {
    "GOV": "government official",
    "MIL": "military officer",
    "LEG": "legislator",
    "JUD": "judge",
    "OPP": "opposition leader",
    "REB": "rebel leader",
    "SPY": "intelligence officer",
    "COP": "police officer",
}
_REGIONS = frozenset({"IGO", "IMG", "NGO", "NGM", "MNC", "INT", "UIG"})


def is_petrarch(content: str) -> bool:
    """Whether a text looks like such a dictionary: names that end in an underscore, and codes in brackets."""
    return bool(re.search(r"^[+A-Z][^\n;#]*_\s*(?:\[|;|#|$)", content, re.M) and _CODE.search(content))


def petrarch(content: str, file: str, states: Mapping[str, str]) -> Iterator[tuple[str, int, Row]]:
    """Lines of the tables "state", "igo" and "person", one for each dated code of each actor.

    Each comes with its table and the number of the actor's line. `states` holds the names of codes that are known.
    """
    for sort, number, row in _rows(content, file):
        yield (
            sort,
            number,
            {**row, "name": states[str(row["code"])]} if sort == "state" and row["code"] in states else row,
        )


def _rows(content: str, file: str) -> Iterator[tuple[str, int, Row]]:
    names: list[str] = []
    codes: list[tuple[str, str, str]] = []
    first = 0
    for number, line in enumerate(content.splitlines(), 1):
        bare = line.split("#")[0].split(";")[0].rstrip()
        if not bare.strip() or _SET.match(bare):
            continue
        found = [_dated(m, file, number) for m in _CODE.finditer(bare)]
        name = _NAME.match(bare) if not bare[0].isspace() else None
        if name and not bare.startswith("+"):
            yield from _lines(names, codes, first)
            names, codes, first = [], [], number
        if name:
            names.append(_words(name[1]))
        elif not found:
            raise LexiconError(f"{file}, line {number}: expected a name, a +synonym or a [CODE] in brackets")
        codes.extend(found)
    yield from _lines(names, codes, first)


def _words(name: str) -> str:
    words = name.replace("_", " ").split()
    return " ".join(word.capitalize() if word.isupper() and len(word) > 1 else word for word in words)


def _dated(found: re.Match[str], file: str, number: int) -> tuple[str, str, str]:
    code, sign, first, last = found[1] or "", found[2], found[3], found[4]
    start = _month(first, file, number) if first and sign != "<" else ""
    end = _month(last or (first if sign == "<" or not sign else ""), file, number)
    return code.upper(), start, end if last or sign == "<" else ""


def _month(digits: str | None, file: str, number: int) -> str:
    if not digits:
        return ""
    if len(digits) == 4:
        return digits
    if len(digits) == 6:
        digits = ("20" if int(digits[:2]) < 40 else "19") + digits
    if len(digits) != 8 or not 1 <= int(digits[4:6]) <= 12:
        raise LexiconError(f"{file}, line {number}: date {digits!r} is not YYMMDD or YYYYMMDD")
    return f"{digits[:4]}-{digits[4:6]}"


def _lines(names: list[str], codes: list[tuple[str, str, str]], number: int) -> Iterator[tuple[str, int, Row]]:
    if not names:
        return
    for code, start, end in codes or [("", "", "")]:
        if _is_body(code) or (len(code) == 3 and code not in _REGIONS):
            yield "igo" if _is_body(code) else "state", number, _names(names, state_of(code), start, end)
        else:
            row = {"name": names[0], "names": names[1:], "code": state_of(code), "office": ROLES.get(code[3:6], "")}
            yield "person", number, {**row, "from": start, "to": end, "kind": "person"}


def _names(names: list[str], code: str, start: str, end: str) -> Row:
    """The names of a state or body, with the years that they stand for it."""
    years = f"@{start[:4]}-{end[:4]}" if start or end else ""
    return {"code": code, "name": names[0], "names": [name + years for name in names]}


def _is_body(code: str) -> bool:
    """Whether a code is that of an organisation of states as a whole."""
    return bool(state_of(code)) and (code[:3] == "IGO" or (len(code) == 3 and code in IGO))


def state_of(code: str) -> str:
    """The state or body of a CAMEO actor code: "USAGOV" is USA, "IGOUNO" is UN; empty when it names none."""
    if code[:3] in _REGIONS:
        return IGO.get(code[3:6], "")
    return IGO.get(code[:3], code[:3]) if len(code) >= 3 else ""

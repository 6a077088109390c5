"""The reader of PETRARCH's actor dictionaries."""

from __future__ import annotations

import pytest

from dragoman.extract.actors.petrarch import is_petrarch, petrarch, state_of
from dragoman.extract.errors import LexiconError

DICTIONARY = """# comment
<SET>
BELA_KOVACS_ ; a note
+PRESIDENT_KOVACS_
\t[FRLGOV 020101-081231]
\t[FRLELI >20090101]
UNITED_NATIONS_ [IGOUNO]
OLD_MAN_ [SYLREB <991231]
FREEDONIA_ [FRD <19331124]
"""


def test_lines() -> None:
    """One line for each dated code, with synonyms, states and dates."""
    found = list(petrarch(DICTIONARY, "a.txt", {"FRD": "Free State"}))
    assert [(sort, line) for sort, line, _ in found] == [
        ("person", 3),
        ("person", 3),
        ("igo", 7),
        ("person", 8),
        ("state", 9),
    ]
    kovacs, later, un, old, state = [row for _, _, row in found]
    assert (kovacs["name"], kovacs["names"], kovacs["code"]) == ("Bela Kovacs", ["President Kovacs"], "FRL")
    assert (kovacs["office"], kovacs["from"], kovacs["to"]) == ("government official", "2002-01", "2008-12")
    assert (later["from"], later["to"]) == ("2009-01", "")
    assert (un["code"], un["names"]) == ("UN", ["United Nations"])
    assert (state["name"], state["names"]) == ("Free State", ["Freedonia@-1933"])
    assert (old["from"], old["to"], old["office"]) == ("", "1999-12", "rebel leader")


@pytest.mark.parametrize(
    ("code", "wanted"), [("USAGOV", "USA"), ("IGOUNO", "UN"), ("NGOHRI", ""), ("NAT", "NATO"), ("XX", ""), ("", "")]
)
def test_state_of(code: str, wanted: str) -> None:
    """A CAMEO code begins with a state or with the kind of a body."""
    assert state_of(code) == wanted


def test_is_petrarch() -> None:
    """A dictionary is known by its underscores and brackets."""
    assert is_petrarch(DICTIONARY)
    assert not is_petrarch("name,code\nX,USA\n")


@pytest.mark.parametrize("content", ["A_B_ [USA 20201301]\n", "A_B_ [USA]\n\tnothing here\n"])
def test_errors_name_file_and_line(content: str) -> None:
    """A wrong line is refused with its place."""
    with pytest.raises(LexiconError, match=r"a\.txt, line \d"):
        list(petrarch(content, "a.txt", {}))

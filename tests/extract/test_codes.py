"""The derived codes agree with the codebook and with the ontologies' own tables."""

from __future__ import annotations

import pytest

from dragoman.extract import codes
from dragoman.extract.frames import lexicon


@pytest.mark.parametrize(
    ("kind", "factuality", "code", "expected"),
    [
        ("visit", "actual", None, ("CONSULT", "visit", "042")),
        ("visit", "planned", None, ("AGREE", None, "036")),
        ("visit", "possible", None, ("AGREE", None, "036")),
        ("visit", "negated", None, ("REJECT", "meet", "125")),
        ("visit", "actual", "043", ("CONSULT", "visit", "043")),
        ("meeting", "actual", "044", ("CONSULT", "third-party", "044")),
        ("mediation", "planned", None, ("AGREE", None, "039")),
        ("call", "actual", None, ("CONSULT", "phone", "041")),
        ("aid", "planned", "073", ("AGREE", None, "0333")),
        ("aid", "negated", "072", ("REJECT", "assist", "1222")),
        ("aid", "actual", "072", ("AID", None, "072")),
        ("concession", "actual", "0841", ("RETREAT", "release", "0841")),
        ("concession", "planned", "0841", ("CONCEDE", None, "0353")),
        ("concession", "planned", "0871", ("CONCEDE", None, "0356")),
        ("concession", "negated", "085", ("REJECT", "yield", "1244")),
        ("concession", "actual", None, ("CONCEDE", None, "080")),
        ("pledge", "actual", "0333", ("AGREE", None, "0333")),
        ("threat", "actual", "1312", ("THREATEN", "restrict", "1312")),
        ("apology", "actual", None, ("SUPPORT", None, "055")),
        ("sanction", "actual", None, ("SANCTION", None, "163")),
        ("expulsion", "actual", None, ("SANCTION", "expel", "166")),
        ("rupture", "actual", "162", ("SANCTION", "discontinue", "162")),
        ("demarche", "actual", None, ("ACCUSE", "disapprove", "114")),
        ("statement", "actual", None, (None, None, "010")),
        ("denial", "actual", None, ("REJECT", None, "016")),
        ("assault", "planned", None, ("THREATEN", "violence", "1384")),
        ("coercion", "planned", "191", ("THREATEN", "restrict", "1381")),
        ("coercion", "actual", "173", ("COERCE", "arrest", "173")),
    ],
)
def test_derive(kind: str, factuality: str, code: str | None, expected: tuple[str | None, str | None, str]) -> None:
    """Type, factuality and the entry's own code give PLOVER type, mode and CAMEO code."""
    found = codes.derive(kind, factuality, code)  # type: ignore[arg-type]
    assert (found.plover, found.mode, found.cameo) == expected


@pytest.mark.parametrize("kind", lexicon.TYPES)
@pytest.mark.parametrize("factuality", ["actual", "planned", "possible", "negated"])
def test_every_code_is_in_the_tables(kind: str, factuality: str) -> None:
    """Whatever is derived stands in CAMEO's and PLOVER's tables."""
    found = codes.derive(kind, factuality)  # type: ignore[arg-type]
    assert found.cameo in codes.cameo()
    assert found.plover is None or found.plover in codes.plover()
    assert found.quad_class in {1, 2, 3, 4}


def test_types_are_those_of_the_lexicon() -> None:
    """The table of codes has each event type, in the same order."""
    tables = [name for name in codes.types() if not name.endswith("_codes")]
    assert tables == list(lexicon.TYPES)


@pytest.mark.parametrize("entry", [e for e in lexicon.load().entries if e.cameo], ids=lambda e: e.rule)
def test_codes_of_entries(entry: lexicon.Entry) -> None:
    """A code that an entry implies is a CAMEO code, and its mode one that PLOVER or its conversion table has."""
    assert entry.cameo in codes.cameo()
    modes = {m for row in codes.plover().values() for m in row["modes"].split(",") if m}
    assert entry.mode is None or entry.mode in modes | {row["mode"] for row in codes.cameo().values()}


@pytest.mark.parametrize(
    ("code", "value"), [("016", -2.0), ("042", 1.9), ("057", 8.0), ("163", -8.0), ("1213", None), ("190", -10.0)]
)
def test_goldstein_is_gdelts(code: str, value: float | None) -> None:
    """Spot checks against CAMEO.goldsteinscale.txt as GDELT publishes it."""
    assert codes.cameo()[code]["goldstein"] == ("" if value is None else str(value))

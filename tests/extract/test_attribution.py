"""Who the article names as source: speakers, outlets, makers of statements."""

from dataclasses import dataclass

import pytest

from dragoman.extract.attribution import sources
from dragoman.extract.quotes import quotations
from dragoman.models import Actor


@dataclass(frozen=True)
class Mention:
    actor: Actor
    political: bool = True
    how: tuple[str, ...] = ()


NAMES = {
    "Kremlin": Actor("Kremlin", "RUS", "government", None, "Kremlin", 0, 0),
    "Wang": Actor("Wang Yi", "CHN", "person", "foreign minister", "Wang", 0, 0),
    "Lavrov": Actor("Sergei Lavrov", "RUS", "person", None, "Lavrov", 0, 0),
    "he": Actor("Sergei Lavrov", "RUS", "person", None, "he", 0, 0),
    "official": Actor("senior official", None, "person", None, "official", 0, 0),
    "ministry": Actor("ministry", None, "government", None, "ministry", 0, 0),
    "Price": Actor("Ned Price", "USA", "person", "spokesperson", "Price", 0, 0),
}
LAVROV = NAMES["Lavrov"]


class Cast:
    """A cast that knows some names by their last word; anything else is no party."""

    def resolve(self, unit, head):
        actor = NAMES.get(head.text)
        return (Mention(actor),) if actor else ()


# (text with the trigger between asterisks, actors of the act, names of the sources, direct)
TABLE = [
    ("Putin *met* Modi in Goa.", (), [], False),
    ("The Kremlin said that Putin will *visit* China.", (), ["Kremlin"], False),
    ("Putin *met* Modi in Goa, the Kremlin said.", (), ["Kremlin"], False),
    ("Russia *condemned* the raid, the Kremlin said.", (), ["Kremlin"], False),
    ("According to the Kremlin, Putin will *visit* China.", (), ["Kremlin"], False),
    ('"Putin will *visit* China," said the Kremlin.', (), ["Kremlin"], True),
    ('"Putin is busy," Lavrov said. "He will *visit* China in May."', (), ["Sergei Lavrov"], True),
    ("CNN reported that Putin will *visit* China.", (), ["CNN"], False),
    ("Reuters reported a *meeting* of the two.", (), ["Reuters"], False),
    ("Xinhua quoted Wang as saying that the two had *met*.", (), ["Wang Yi", "Xinhua"], False),
    ("Lavrov told Interfax that the two had *met*.", (), ["Sergei Lavrov", "Interfax"], False),
    ("Lavrov told reporters that the two had *met*.", (), ["Sergei Lavrov"], False),
    ("A senior official said that the two had *met*.", (), ["senior official"], False),
    ("People familiar with the matter said that the two had *met*.", (), ["People"], False),
    ("In a statement from the ministry, the two were said to have *met*.", (), ["ministry"], False),
    ("A statement by the ministry said that the two had *met*.", (), ["ministry"], False),
    ("The ministry issued a statement. The statement said that the two had *met*.", (), ["ministry"], False),
    ("Lavrov said that he had *met* Modi.", (LAVROV,), [], False),
    ("Lavrov *condemned* the raid.", (LAVROV,), [], False),
    ("It was announced that the two had *met*.", (), [], False),
    (
        "The below is attributable to Spokesperson Ned Price:\n\nSecretary Blinken *spoke* with Modi.",
        (),
        ["Ned Price"],
        False,
    ),
]


def find(analyse, marked):
    at, text = marked.index("*"), marked.replace("*", "")
    analysis = analyse(text)
    unit = next(u for u in analysis.units if u.start <= at < u.start + len(u.doc.text))
    return analysis, unit, next(t for t in unit.doc if t.idx + len(t) > at - unit.start)


@pytest.mark.parametrize(("text", "actors", "names", "direct"), TABLE)
def test_sources_of_an_act(analyse, text, actors, names, direct):
    analysis, unit, trigger = find(analyse, text)
    found = sources(Cast(), quotations(analysis), unit, trigger, actors)
    assert [s.name for s in found] == names
    assert all(s.direct == direct for s in found)


def test_a_source_keeps_its_office_and_code(analyse):
    analysis, unit, trigger = find(analyse, "Wang said that the two had *met*.")
    (found,) = sources(Cast(), quotations(analysis), unit, trigger, ())
    assert (found.name, found.code, found.kind, found.role) == ("Wang Yi", "CHN", "person", "foreign minister")


def test_a_source_as_written_has_its_offsets(analyse):
    text = "The news agency Interfax reported that the two had met."
    analysis, unit, trigger = find(analyse, text.replace("met", "*met*"))
    (found,) = sources(Cast(), quotations(analysis), unit, trigger, ())
    assert text[found.start : found.end] == found.text
    assert found.name.endswith("Interfax")

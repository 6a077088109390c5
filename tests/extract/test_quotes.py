"""Who says what to whom: quotes over sentences and paragraphs, reported clauses."""

import pytest

from dragoman.extract.quotes import Quotation, quotations
from dragoman.extract.sayings import sayings


def summary(analysis, quotation: Quotation) -> tuple[str, str | None, str | None, str | None]:
    words = " / ".join(analysis.units[i].doc[a:b].text for i, a, b in quotation.parts)
    named = (quotation.speaker, quotation.verb, quotation.addressee)
    speaker, verb, addressee = (x[1].text if x else None for x in named)
    return words, speaker, verb, addressee


DIRECT = [
    ('"We will sign," said Lavrov.', [("We will sign,", "Lavrov", "said", None)]),
    ("“We will sign,” Lavrov told reporters.", [("We will sign,", "Lavrov", "told", "reporters")]),
    ('Lavrov said: "We will sign the treaty."', [("We will sign the treaty.", "Lavrov", "said", None)]),
    (
        '"We are ready," Merkel said on Monday. "The talks begin tomorrow."',
        [("We are ready,", "Merkel", "said", None), ("The talks begin tomorrow.", "Merkel", "said", None)],
    ),
    (
        '"The talks were difficult. We made progress," said Rice.',
        [("The talks were difficult. / We made progress,", "Rice", "said", None)],
    ),
    (
        '"The talks," said Rice, "were very difficult."',
        [("The talks,", "Rice", "said", None), ("were very difficult.", "Rice", "said", None)],
    ),
    (
        "Rice met Lavrov on Monday and said the mood was good.\n\n“The first day was hard.\n\n“But we agreed on much.”",
        [("The first day was hard. / But we agreed on much.", "Rice", "said", None)],
    ),
    (
        'The Kremlin rejected the offer. "This is not serious," it said.',
        [("This is not serious,", "it", "said", None)],
    ),
    (
        'Asked about the visit, Mr Peskov replied, "The date has not been agreed."',
        [("The date has not been agreed.", "Peskov", "replied", None)],
    ),
    ('China called the move "a grave violation" of its rights.', []),
    ('The minister said the deal "must not" fail.', []),
    (
        'According to the minister, "the two countries are very close to a deal."',
        [("the two countries are very close to a deal.", "minister", "According", None)],
    ),
]

REPORTED = [
    ("The Kremlin said that Putin will visit China.", ("that Putin will visit China", "Kremlin", "said", None)),
    ("Wang told Borrell that China would help.", ("that China would help", "Wang", "told", "Borrell")),
    ("Putin will visit China, the Kremlin said.", ("Putin will visit China", "Kremlin", "said", None)),
    ("According to the Kremlin, Putin will visit China.", ("Putin will visit China", "Kremlin", "According", None)),
    ("Putin will visit China, according to the Kremlin.", ("Putin will visit China", "Kremlin", "according", None)),
    ("Xinhua quoted Wang as saying that talks will go on.", ("that talks will go on", "Wang", "saying", None)),
    ("Wang was quoted as saying that talks will go on.", ("that talks will go on", "Wang", "saying", None)),
    ("The talks, Lavrov said, were useful.", ("The talks / were useful", "Lavrov", "said", None)),
    ("It was announced that Putin will visit China.", ("that Putin will visit China", None, "announced", None)),
    ("As CNN reported, Wang met Lavrov on Monday.", ("Wang met Lavrov on Monday", "CNN", "reported", None)),
]


@pytest.mark.parametrize(("text", "expected"), DIRECT)
def test_direct_quotes_have_their_speaker(analyse, text, expected):
    analysis = analyse(text)
    assert [summary(analysis, q) for q in quotations(analysis) if q.direct] == expected


@pytest.mark.parametrize(("text", "expected"), REPORTED)
def test_reported_clauses_have_their_speaker(analyse, text, expected):
    analysis = analyse(text)
    assert expected in [summary(analysis, q) for q in quotations(analysis) if not q.direct]


def test_covering_gives_the_innermost_first(analyse):
    analysis = analyse("Xinhua quoted Wang as saying that talks will go on.")
    unit = analysis.units[0]
    token = next(t for t in unit.doc if t.text == "talks")
    assert [q.speaker[1].text for q in quotations(analysis).covering(unit, token)] == ["Wang", "Xinhua"]


def test_few_quoted_words_are_quoted_but_no_speech(analyse):
    analysis = analyse('The minister said it does not "rule out" a meeting.')
    unit, found = analysis.units[0], quotations(analysis)
    words = {t.text for t in unit.doc if found.quoted(unit, t)}
    assert words == {"rule", "out"}
    assert not any(q.direct for q in found)


def test_a_missing_closing_mark_ends_with_its_paragraph(analyse):
    analysis = analyse('Lavrov said: "We will sign the treaty.\n\nRice met Merkel on Friday.')
    met = analysis.units[-1].doc[1]
    assert quotations(analysis).covering(analysis.units[-1], met) == ()


def test_text_without_speech_has_no_quotations(analyse):
    assert len(quotations(analyse("Rice met Merkel on Friday."))) == 0


def test_every_saying_word_is_a_lower_case_lemma():
    table = sayings()
    words = [*table.verbs, *table.tells, *table.said, *table.unnamed]
    assert all(word == word.lower() for word in words)
    assert table.tells <= set(table.verbs)

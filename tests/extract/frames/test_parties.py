"""Who does it to whom, where the parser or the text hides it: lists, compounds, possession, speakers, other clauses."""

from __future__ import annotations

from datetime import date

import pytest

from dragoman.extract.pipeline import Extractor
from dragoman.models import Actor, Article

PUBLISHED = date(2019, 5, 8)

ROWS = [
    # text, type of the event, codes of its actors, codes of its recipients ("?" for a party without a code)
    ("President Lund will visit the Republic of Korea and Japan in May.", "visit", "?", "KOR JPN"),
    (
        "The Peruvian president met with his counterparts: Prime Minister Ola Berg of Norway and President Ana Lima of "
        "Chile.",
        "meeting",
        "PER NOR CHL",
        "",
    ),
    (
        'A Kremlin spokesman said: "Russia stands with the people of Chile, as well as the United Nations, in this."',
        "support",
        "RUS",
        "CHL UN",
    ),
    ("The Syrian minister criticised the American-French proposal.", "criticism", "SYR", "USA FRA"),
    ("Kenya rejected appeals from states such as Peru.", "rejection", "KEN", "PER ?"),
    ("The Kenyan president has branded Lund a terrorist.", "accusation", "KEN", "?"),
    ("Norway's prime minister sought support for the bid from the Greek president.", "appeal", "NOR", "GRC"),
    ("Norway condemned the killings and warned its citizens against visiting Iraq.", "criticism", "NOR", ""),
    (
        "The Greek government, along with Norwegian Prime Minister Ola Berg, said they would not accept Iran's plan.",
        "rejection",
        "GRC NOR",
        "IRN",
    ),
    ("Both voiced Peru's and Chile's support for Ukraine's sovereignty.", "support", "PER CHL", "UKR"),
    ("The Norwegian minister said the force must be sent and urged Peru to pay for it.", "appeal", "NOR", "PER"),
    (
        "In June, the Norwegian prime minister spoke in talks with Peru and Chile of peace.",
        "meeting",
        "NOR PER CHL",
        "",
    ),
    ("The Greek minister also raised Peru-Chile negotiations on fishing.", "negotiation", "PER CHL", ""),
    ("Demands by Norway for Iran to halt its work went unheard.", "demand", "NOR", "IRN"),
    (
        "Iraq's president came home early, a move that was praised by Norway's foreign minister.",
        "support",
        "NOR",
        "IRQ",
    ),
    ("After talks with Peru, Norway voiced its condemnation of the Iranian decision.", "meeting", "NOR PER", ""),
    ("Norway's king told Peru to end the feud and warned the Chilean envoy of sanctions.", "threat", "NOR", "CHL"),
    (
        "The arrests were condemned by the Kenyan president, Norwegian Prime Minister Ola Berg, the European "
        "Union, Peru and Chile.",
        "criticism",
        "KEN NOR EU PER CHL",
        "",
    ),
    ("The UN called for a cessation of both Chadian rocket fire and Sudanese raids.", "appeal", "UN", "TCD SDN"),
    (
        "It was the view of Greek President Ola Berg and Iraqi leader Ali Hassan, who met then.",
        "meeting",
        "GRC IRQ",
        "",
    ),
    ("The Greek envoy decried Iran's plan and voiced Greece's outrage.", "criticism", "GRC", "IRN"),
    ("Norway welcomed the decision of Chad to expel the Iranian envoy.", "expulsion", "TCD", "IRN"),
    ("Norway welcomed the pledge made by Peru to help Chad.", "pledge", "PER", "TCD"),
    ("Norway called for the Peruvian minister to be released.", "appeal", "NOR", ""),
    ("Norway's king will not attend the NATO summit.", "meeting", "NATO", ""),
    (
        "Norway's king spoke today with Prime Minister Naftali Berg of Israel to condemn Iran's raid.",
        "criticism",
        "NOR",
        "IRN",
    ),
    (
        "Norway's king spoke today with Prime Minister Naftali Berg of Israel to condemn the raid.",
        "call",
        "NOR ISR",
        "",
    ),
    ("Norway deplored Chad's expulsion of the Peruvian envoy.", "expulsion", "TCD", "PER"),
    ("Norway's king stressed to Peru the need to negotiate with Chad.", "negotiation", "PER TCD", ""),
    ("Norway's envoy in Peru demanded an apology.", "demand", "NOR", "PER"),
    ("Norway hailed the visit of Chad's king to Peru.", "visit", "TCD", "PER"),
    ("Chad agreed to expel the Iranian envoy.", "expulsion", "TCD", "IRN"),
    (
        "Peru said that Chad's contempt for law demands an answer and told Norway of its plan.",
        "statement",
        "PER",
        "NOR",
    ),
    ("Russia expelled two diplomats on Monday. Norway condemned the move.", "criticism", "NOR", "RUS"),
    ("Chad's president ordered the U.N. and French peacekeepers to leave the country.", "expulsion", "TCD", "UN FRA"),
    ("Norway's king and Peru's president made a visit to Lima to meet Greek officials.", "meeting", "NOR PER GRC", ""),
    ("Kenya made a plea for the international community to help Somalia.", "appeal", "KEN", "?"),
    ("Iran said the British sailors had crossed the border and praised Oman for its help.", "support", "IRN", "OMN"),
    ("Norway's king welcomed plans for Prime Minister Ana Lima of Peru to visit Chad.", "visit", "PER", "TCD"),
    (
        "After a trip to Oman, Kuwait, the United Arab Emirates and Qatar by Norwegian Foreign Minister Ola Berg, "
        "hopes rose.",
        "visit",
        "NOR",
        "OMN KWT ARE QAT",
    ),
    ("The Peruvian president complained that the UK and US monitors were late.", "criticism", "PER", "GBR USA"),
    ("Chad accused Sudan of theft. The UN, which oversees the talks, is mediating.", "mediation", "UN", "TCD SDN"),
    (
        'When asked whether action against Iran is planned, the American president answered: "All options are on the '
        'table."',
        "threat",
        "USA",
        "IRN",
    ),
    (
        "Oman condemns the plan by Kenyan leader Ali Moe and Greek President Ola Berg.",
        "criticism",
        "OMN",
        "KEN GRC",
    ),
    ("As crowds met in the capital, Lima, Norway's king condemned Chad.", "criticism", "NOR", "TCD"),
    ("Peru's king will visit Lagos, and the president of Chad was to visit Oslo.", "visit", "PER", "NGA"),
    (
        "Peru condemned the diversion of a flight between two Greek towns by the Kenyan police.",
        "criticism",
        "PER",
        "KEN",
    ),
    ("Norway's king met today with Foreign Minister Simon Moe of Ireland.", "meeting", "NOR IRL", ""),
    (
        "The Greek State Department hosted Foreign Minister Ola Berg of Norway in Athens. They discussed trade.",
        "visit",
        "NOR",
        "GRC",
    ),
    (
        "Norway's king met Peru's president in Oslo. The king and the president urged dialogue with Chad. They spoke "
        "of trade.",
        "meeting",
        "NOR PER",
        "",
    ),
    ("In a note, the Peruvian government voiced its concerns for political events in Chad.", "criticism", "PER", "TCD"),
    ("Peru condemned the bombing in Kenya.", "criticism", "PER", ""),
    (
        "Peru accused Kenyan Prime Minister Ali Moe, the EU High Representative for Foreign Affairs and Security "
        "Policy Ola Berg, and Norwegian King Lars Lund of lies.",
        "accusation",
        "PER",
        "KEN EU NOR",
    ),
    ("The fighting between Chad and Sudan goes on despite a truce brokered by Norway.", "mediation", "NOR", "TCD SDN"),
    ("Peru imposed sanctions on Iran in May. Chile has extended its sanctions by a year.", "sanction", "CHL", "IRN"),
    ("Norway rejected Iran's claims, and Peru's minister said the claim was \"ridiculous\".", "denial", "PER", "IRN"),
    ("The Russia probe angered Chile, and Norway condemned the Iraq war.", "criticism", "NOR", "IRQ"),
    ("Peru urged the Human Rights Committee to act.", "appeal", "PER", "UN"),
    ("The Libya contact group met in Doha on Monday.", "meeting", "?", ""),
    ("A joint Norwegian-Chilean commission met in Lima on Monday.", "meeting", "NOR CHL", ""),
    ("The AHLC met in Oslo on Monday.", "meeting", "?", ""),
    ("Iran will not participate in talks with Norway.", "rejection", "IRN", "NOR"),
    ("Chile, with the support of Norway, announced sanctions on Iran.", "support", "NOR", "CHL"),
    (
        "The Peruvian king's fiercest rival, former army general Ola Berg, said he would seek peace with Chad.",
        "pledge",
        "PER",
        "TCD",
    ),
    ("Ibero-American leaders condemned Chad.", "criticism", "?", "TCD"),
    ("Iran's London embassy condemned Chad.", "criticism", "IRN", "TCD"),
    (
        "The king of Norway met with Chilean officials including Security Adviser Ola Berg and Minister Ada Moe.",
        "meeting",
        "NOR CHL CHL CHL",
        "",
    ),
]


def codes(actors: tuple[Actor, ...]) -> list[str]:
    return sorted(a.code or "?" for a in actors)


@pytest.mark.parametrize(("text", "kind", "actors", "recipients"), ROWS)
def test_parties(text: str, kind: str, actors: str, recipients: str, extractor: Extractor) -> None:
    """One event of the text is of this type and has these parties, no more and no fewer."""
    found = extractor.events(Article("x", text, None, PUBLISHED))
    got = [(e.type, codes(e.actors), codes(e.recipients)) for e in found]
    assert (kind, sorted(actors.split()), sorted(recipients.split())) in got, got


def test_backed_once(extractor: Extractor) -> None:
    """Who voices support of another is not backed by him."""
    found = extractor.events(Article("x", "Chile voices support of Peru's claim.", None, PUBLISHED))
    assert [(codes(e.actors), codes(e.recipients)) for e in found if e.type == "support"] == [(["CHL"], ["PER"])]

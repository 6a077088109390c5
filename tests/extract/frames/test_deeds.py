"""Acts of deed where the parse or the style hides them: headlines, weekdays, delegations, venues, participles."""

from __future__ import annotations

from datetime import date

import pytest

from dragoman.extract.pipeline import Extractor
from dragoman.models import Article

PUBLISHED = date(2019, 5, 8)

ROWS = [
    # text, type, codes of the actors, codes of the recipients
    ("The Norwegian foreign minister flew to Kabul Sunday for talks.", "visit", "NOR", "AFG"),
    ("A Kenyan delegation travelled to North Korea.", "visit", "KEN", "PRK"),
    ("In remarks made on a visit to Ghana, the Peruvian president warned of war.", "visit", "PER", "GHA"),
    ("The Norwegian minister's first stop is Kenya.", "visit", "NOR", "KEN"),
    ("The London conference was attended by the Kenyan president.", "meeting", "KEN", ""),
    ("The Norwegian minister welcomed the deal between Chad and Sudan.", "agreement", "TCD SDN", ""),
    ("Talks resumed between Chad and Sudan.", "meeting", "TCD SDN", ""),
    ("Talks held in Doha between Chad and Sudan failed.", "meeting", "TCD SDN", ""),
    ("The Kenyan president told the Ghanaian president in a phone call that peace was near.", "call", "KEN GHA", ""),
    ("Norway announced sanctions targeting Chadian generals.", "sanction", "NOR", "TCD"),
    ("President Lund heads to Chad on Friday.", "visit", "?", "TCD"),
    ("Kenya and Chad agreed to a cease-fire.", "agreement", "KEN TCD", ""),
    ("The Norwegian-led strike on a Libyan base failed.", "assault", "NOR", "LBY"),
    ("Guinea was suspended from the African Union.", "rupture", "AU", "GIN"),
]

NONE = [
    # text, type that it does not tell
    ("Officials were on their way to meet the boat.", "meeting"),
    ("The Norwegian prime minister called the killing of the envoy an outrage.", "call"),
    ("The minister took part in a press conference in Oslo.", "meeting"),
    ("The Norwegian minister said the army had authorised the car's journey.", "visit"),
    ("Norway is working on a deal with Chad and can share burdens and work with Kenya.", "cooperation"),
]

HEADLINES = [
    ("Norway severs ties with Chad", "rupture", "NOR", "TCD"),
    ("U.S. Lifts Travel Ban to Ghana", "concession", "USA", "GHA"),
    ("IAEA to probe Syria nuclear claims", "investigation", "IAEA", "SYR"),
]


def codes(extractor: Extractor, article: Article, type_: str) -> list[tuple[str, str]]:
    """Codes of the actors and recipients of the events of a type."""
    found = [e for e in extractor.events(article) if e.type == type_]
    return [tuple(" ".join(a.code or "?" for a in side) for side in (e.actors, e.recipients)) for e in found]  # type: ignore[misc]


@pytest.mark.parametrize(("text", "type_", "actors", "recipients"), ROWS)
def test_found(extractor: Extractor, text: str, type_: str, actors: str, recipients: str) -> None:
    """The act is found with its parties, in whatever order."""
    found = codes(extractor, Article("x", text, None, PUBLISHED), type_)
    wanted = (sorted(actors.split()), sorted(recipients.split()))
    assert wanted in [(sorted(a.split()), sorted(r.split())) for a, r in found]


@pytest.mark.parametrize(("text", "type_"), NONE)
def test_not_found(extractor: Extractor, text: str, type_: str) -> None:
    """Words in another sense tell no act of the type."""
    assert not codes(extractor, Article("x", text, None, PUBLISHED), type_)


@pytest.mark.parametrize(("title", "type_", "actors", "recipients"), HEADLINES)
def test_headlines(extractor: Extractor, title: str, type_: str, actors: str, recipients: str) -> None:
    """A headline's verb is one though it is taken for a noun."""
    found = codes(extractor, Article("x", "Officials confirmed it.", title, PUBLISHED), type_)
    assert (actors, recipients) in found

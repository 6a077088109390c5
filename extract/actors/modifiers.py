"""Names and titles that stand for nobody, or for nobody known, by the words around them."""

from __future__ import annotations

from .nominals import Nominal
from .scene import Scene
from .spans import DASHES, Marked, Span

CURRENCIES = frozenset(
    {"dollar", "dollars", "$", "pound", "pounds", "franc", "francs", "rupee", "rupees", "peso", "pesos", "yen", "euro"}
    | {"euros", "dinar", "dinars", "rouble", "roubles", "ruble", "rubles", "krona", "kroner", "krone", "lira", "riyals"}
)


def is_in_treaty(scene: Scene, marked: Marked, span: Span) -> bool:
    """Whether a capital only gives its name to a text: "Lisbon Treaty", "Treaty of Lisbon"."""
    entry = scene.entry(span)
    if entry is None or entry.form != "capital":
        return False
    texts = scene.tables.nouns["no_party"]
    after = marked.raw[span.end : span.end + 1]
    if after and after[0][0].isupper() and marked.low[span.end] in texts:
        return True
    if after == ["/"] and any(w in texts for w in marked.low[span.end + 1 : span.end + 5]):
        return True  # "the Belfast/Good Friday Agreement"
    i = span.start
    return i > 1 and marked.low[i - 1] == "of" and marked.raw[i - 2][0].isupper() and marked.low[i - 2] in texts


def is_hyphened(marked: Marked, nominal: Nominal) -> bool:
    """Whether a noun is the first part of "leader-level", "government-run"."""
    i = nominal.core_end
    if i + 1 >= len(marked.raw) or marked.raw[i] not in DASHES or marked.doc[i - 1].whitespace_:
        return False
    return not marked.doc[i].whitespace_ and marked.low[i + 1] not in ("elect", "designate", "general", "in")


def is_of_something(marked: Marked, title: Nominal) -> bool:
    """Whether a post is in something that no table knows: "director of the school's association"."""
    if any(s.sort == "run" and s.start >= title.core_end for s in title.owners):
        return True
    if title.office is None or title.office.level not in ("official", "party", ""):
        return False
    return marked.low[title.end : title.end + 1] in (["of"], ["at"])


def is_currency(marked: Marked, span: Span) -> bool:
    """Whether a state only says which money it is: "US dollars", "Swiss francs"."""
    return bool(CURRENCIES & set(marked.low[span.end : span.end + 1]))

"""What follows the head of a noun phrase and belongs to it: "of Iran", "to the UN", "for foreign affairs"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .spans import POSSESSIVE, Marked, Span
from .tables import Tables

if TYPE_CHECKING:
    from .nominals import Nominal

OWNER_SORTS = frozenset({"state", "igo", "seat", "movement", "region", "run", "media", "person"})
NOUN_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS"})
QUARTERS = frozenset({"eastern", "western", "northern", "southern", "central", "east", "west", "north", "south"})
OWNING = frozenset({"of"})
STANDING = frozenset({"in", "at", "from", "with", "inside"})
MOVED = frozenset({"troop", "soldier", "force", "peacekeeper", "inspector", "observer", "personnel", "monitor"})
"""Who is sent to a place and withdrawn from it: where they are does not say whose they are."""
AIMING = frozenset({"to", "for", "on"})
ENVOYS = frozenset(
    {"ambassador", "envoy", "representative", "negotiator", "mediator", "emissary", "coordinator", "rapporteur"}
)


def look_right(marked: Marked, found: Nominal, tables: Tables) -> None:
    """Takes in "of ...", "to ...", "for ..." and "in ..." after the head, as far as the words are known."""
    i, n = found.core_end, len(marked.raw)
    if found.office is not None and found.office.sort == "office" and _names_matter(marked, found):
        i = found.end = _more_matter(marked, i, tables.nouns["matters"])
    while i < n - 1:
        if marked.low[i] == "loyal" and marked.low[i + 1] == "to":
            spans, end = _object(marked, i + 2)
            found.owners.extend(s for s in spans if s.sort in OWNER_SORTS)
            found.end = end if spans else found.end
            return
        prep = marked.low[i]
        if prep == "for" and "time" in marked.low[i + 2 : i + 4]:  # "for the first time"
            return
        if prep not in OWNING | STANDING | AIMING:
            return
        if prep in STANDING and (found.owners or found.office is None or found.noun in MOVED):
            return
        if prep in AIMING and (found.office is None or found.office.sort != "office"):
            return
        if prep in ("for", "on", "of") and found.office is not None and found.office.sort == "office":
            first = marked.at[min(i + 1 + (marked.low[i + 1] == "the"), n - 1)]
            body = first is not None and first.sort == "body"  # "for the Interior Ministry"
            end = 0 if body else _named_matter(marked, i + 1, tables.nouns["matters"])
            if end:
                found.end = i = end
                continue
        spans, end = _object(marked, i + 1)
        if not spans:
            if prep in ("for", "of", "on") and found.office is not None and found.office.sort == "office":
                end = _matter(marked, i + 1, tables.nouns["matters"])
                if end > i + 1:
                    found.end = i = end
                    continue
            return
        owners = [s for s in spans if s.sort in OWNER_SORTS]
        if prep == "for" and found.noun not in ENVOYS and not found.owners:
            prep = "of"
        (found.owners if prep in OWNING else found.places if prep in STANDING else found.targets).extend(owners)
        found.end = i = end


def _names_matter(marked: Marked, found: Nominal) -> bool:
    """Whether a title says itself what it is for: "Minister of Trade"."""
    return not {"of", "for"}.isdisjoint(marked.low[found.core : found.core_end])


def _more_matter(marked: Marked, i: int, matters: frozenset[str]) -> int:
    """The end of the rest of what an office is for: ", Industry and Energy"."""
    end = i
    while end < len(marked.raw) and marked.low[end] in (",", "and", "&"):
        step = end + 1 + (marked.low[end + 1 : end + 2] == ["and"])
        last = next((k for k in range(step, min(step + 3, len(marked.raw))) if marked.low[k] in matters), None)
        if last is None or any(not marked.raw[k][:1].isupper() for k in range(step, last + 1)):
            return end
        end = last + 1
    return end


def _object(marked: Marked, i: int) -> tuple[list[Span], int]:
    """Known names from i on, after an article, and where they end: "the British Foreign Office", "Russia and Iran"."""
    n = len(marked.raw)
    if i < n and marked.low[i] in ("the", "both"):
        i += 1
    if marked.low[i : i + 1] and marked.low[i] in QUARTERS and marked.low[i + 1 : i + 2] == ["and"]:
        i += 2  # "for Eastern and Southern Africa"
    spans: list[Span] = []
    while i < n:
        span = marked.at[i]
        if span is not None and span.sort in OWNER_SORTS | {"body"} and span.start == i:
            if spans and span.sort in ("run", "person"):
                break
            spans.append(span)
            i = span.end
        elif spans and (step := _next_of_list(marked, i, spans)):
            i += step
        else:
            break
    if i < n and marked.raw[i] in POSSESSIVE and marked.tags[i] == "POS":
        end = i + 1
        while end < n and marked.tags[end] in NOUN_TAGS | {"JJ"} and _is_word(marked.at[end]):
            end += 1
        return (spans, end) if end > i + 1 else ([], i)
    if spans and i < n and form_of(spans[-1]) == "adjective" and marked.tags[i] in NOUN_TAGS and marked.at[i] is None:
        return [], i
    return spans, i


def _is_word(span: Span | None) -> bool:
    return span is None or span.sort in ("office", "body", "collective")


def _next_of_list(marked: Marked, i: int, spans: list[Span]) -> int:
    """How many words to step over to the next member of "Egypt, the European Union and Iraq"; 0 when there is none."""
    start, last = i, spans[-1]
    while i < len(marked.raw) and i - start < 3 and marked.low[i] in (",", "and", "the"):
        i += 1
    following = marked.at[i] if start < i < len(marked.raw) else None
    if following is None or following.start != i or not {following.sort, last.sort} <= {"state", "igo"}:
        return 0
    after = marked.low[following.end : following.end + 1]
    closing = len(spans) > 1 and marked.low[start : start + 2] == [",", "and"]
    listed = closing or marked.low[start] == "and" or after in ([","], ["and"]) or len(after) == 0
    return i - start if listed and after not in (["'s"], ["'"]) else 0


def _named_matter(marked: Marked, i: int, matters: frozenset[str]) -> int:
    """The end of "Educational and Cultural Affairs"; 0 when the words are not such a matter."""
    end, n = 0, len(marked.raw)
    for k in range(i, min(i + 9, n)):
        if marked.low[k] in matters:
            end = k + 1
        elif not (marked.tags[k] in NOUN_TAGS | {"JJ", "HYPH"} or marked.low[k] in ("and", ",", "the", "&")) or (
            (span := marked.at[k]) is not None and span.sort not in ("run", "body", "region", "collective", "citizen")
        ):
            break
    return end


def _matter(marked: Marked, i: int, matters: frozenset[str]) -> int:
    """The end of the words that say what an office is for: "foreign affairs and security policy"."""
    n = len(marked.raw)
    i += i < n and marked.low[i] == "the"
    start = i
    while i < n and i - start < 8:
        span = marked.at[i]
        if span is not None and span.sort == "run" and marked.low[span.end - 1] in matters:
            i = span.end
            continue
        if span is not None and span.sort not in ("body", "region", "collective"):
            break
        tag = marked.tags[i]
        plain = tag in ("NN", "NNS", "JJ", "HYPH") or (tag in ("NNP", "NNPS") and span is not None)
        linking = marked.low[i] == "and" and i > start and marked.tags[i + 1 : i + 2] in (["NN"], ["NNS"], ["JJ"])
        if not plain and not linking:
            break
        i += 1
    return i


def form_of(span: Span) -> str:
    entry = span.entry
    if entry is None:
        return "adjective" if span.sort == "region" else "name"
    return "adjective" if any(getattr(e, "form", "") == "adjective" for e in span.entries) else "name"

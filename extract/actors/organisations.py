"""Parties that are not people: states, bodies of states, organisations known and unknown, their acronyms."""

from __future__ import annotations

import re

from ...models import Kind
from .entities import Entity
from .entries import Entry, Holder
from .phrases import normal
from .scene import Scene
from .spans import DASHES, ORGANISATION_LABELS, PLURAL_TAGS, POSSESSIVE, WIDER, Marked, Span

KINDS: dict[str, Kind] = {
    "state": "state",
    "igo": "igo",
    "seat": "government",
    "movement": "organisation",
    "media": "organisation",
}
PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
NO_PARTY_LABELS = frozenset({"EVENT", "LAW", "WORK_OF_ART", "PRODUCT", "DATE", "TIME", "MONEY", "LANGUAGE"})
LEADING = frozenset({"president", "prime minister", "chancellor", "king", "premier", "taoiseach"})
ORGANS = frozenset({"representatives", "council", "parliament", "senate", "assembly", "court", "ministry", "congress"})
"""Last words of names that bodies of many states have."""
PEOPLE_OF = {"the": True}


def known(scene: Scene, marked: Marked, span: Span) -> Entity | None:
    """The party that a span of the tables stands for."""
    entry = scene.entry(span)
    if entry is None:
        holder = next((e for e in span.entries if isinstance(e, Holder)), None)
        return _of_holder(scene, holder) if holder is not None else None
    if entry.sort == "state" and _is_people(marked, span):
        return _people(scene, marked, span, entry)
    if entry.sort in ("seat", "igo") and (other := _of_another(scene, marked, span, entry)) is not None:
        return other
    if entry.sort == "movement" and (longer := _of_longer_name(scene, marked, span, entry)) is not None:
        return longer
    name = _name(scene, marked, span, entry)
    code = None if entry.sort == "movement" and _is_elsewhere(scene, span, entry) else entry.code
    entity = Entity(name, entry.sort, KINDS.get(entry.sort, "organisation"), code)
    if entry.sort == "movement":
        entity.sort = "organisation"
    if entry.sort == "media":
        entity.political, entity.code = False, entry.code
    entity.words = frozenset(marked.low[span.start : span.end]) | frozenset(entry.name.lower().split())
    entity.how.append(f"table {entry.table}: {entry.name}" + ("" if entry.form == "name" else f" ({entry.form})"))
    return scene.shared(entity)


def _is_elsewhere(scene: Scene, span: Span, entry: Entry) -> bool:
    """Whether a party of so common a name as "Labour" is another state's, by the states that the article names."""
    named = {c: n for c, n in scene.codes_named.items() if c in scene.tables.states}
    return (
        span.end - span.start == 1
        and entry.kind == "party"
        and bool(named)
        and named.get(entry.code or "", 0) < 2 * (named[max(named, key=lambda c: named[c])] > 2)
    )


def _name(scene: Scene, marked: Marked, span: Span, entry: Entry) -> str:
    """A state by its usual name; a capital, a seat or an organ of a body as the text says."""
    if entry.form == "capital":
        return marked.words(span.start, span.end)
    if entry.sort in ("seat", "media") and (written := _as_written(scene, marked, span)) is not None:
        return written
    return scene.usual.get((entry.sort, entry.name), entry.name)


def usual_names(scene: Scene) -> dict[tuple[str, str], str]:
    """How the article itself calls each state and body of the tables: by the full name that it uses most."""
    counts: dict[tuple[str, str], dict[str, int]] = {}
    for marked in scene.units:
        for span in marked.spans:
            entry = scene.entry(span)
            name = _as_written(scene, marked, span)
            if entry is not None and name is not None:
                row = counts.setdefault((entry.sort, entry.name), {})
                row[name] = row.get(name, 0) + 1
    return {
        key: max(row, key=lambda n: (n.count(" ") > 0 or n[-1].islower(), row[n], len(n)))
        for key, row in counts.items()
    }


def _as_written(scene: Scene, marked: Marked, span: Span) -> str | None:
    """The name of a state or a body as the text has it, when that is a full name: "Britain", "the Security Council"."""
    entry = scene.entry(span)
    if entry is None or entry.form != "name" or entry.sort == "person":
        return None
    words = marked.words(span.start, span.end).removeprefix("the ").removeprefix("The ")
    if any(len(word) > 3 and word[1].islower() for word in words.replace("-", " ").split()):
        return words
    acronym = words.replace(".", "")
    return (
        acronym
        if entry.sort == "igo" and (entry.code != acronym or acronym in scene.tables.nouns["spoken_acronyms"])
        else None
    )


def _of_another(scene: Scene, marked: Marked, span: Span, entry: Entry) -> Entity | None:
    """A body of the same name elsewhere: "the German Foreign Office", "Russia's Security Council"."""
    i = span.start - 1
    if i > 0 and marked.raw[i] in POSSESSIVE:
        i -= 1
    before = marked.at[i] if i >= 0 else None
    owner = scene.entry(before) if before is not None and before.sort == "state" else None
    common = entry.sort == "seat" and marked.low[span.end - 1] in ORGANS
    if owner is None and common and (listed := _of_listed(marked, span)) is not None:
        before, owner = listed, scene.entry(listed)
    if entry.sort == "igo" and span.end - span.start < 2:
        return None
    if owner is None or before is None or owner.code == entry.code or marked.raw[i + 1] in (",",):
        return None
    near = before.end >= span.start - 1
    name = marked.words(before.start if near else span.start, span.end)
    entity = Entity(name, "body", "government", owner.code)
    entity.words = frozenset(marked.low[span.start : span.end])
    entity.how.append(f"{marked.words(before.start, before.end)} is {owner.code}")
    return scene.shared(entity)


def _of_listed(marked: Marked, span: Span) -> Span | None:
    """The state of "all Libyan parties, including the House of Representatives"."""
    i = span.start - 1 - (marked.low[span.start - 1] == "the")
    if i < 1 or marked.low[i] != "including":
        return None
    for j in range(i - 1, max(i - 6, -1), -1):
        before = marked.at[j]
        if before is not None and before.sort == "state":
            return before
    return None


def _of_longer_name(scene: Scene, marked: Marked, span: Span, entry: Entry) -> Entity | None:
    """A party that the article named more fully before: "Labour" after "the Norwegian Labour Party"."""
    words = frozenset(marked.low[span.start : span.end])
    for entity in scene.known.values():
        if entity.sort in ("organisation", "body") and words < entity.words and entity.code not in (None, entry.code):
            return entity
    return None


def _of_holder(scene: Scene, holder: Holder) -> Entity | None:
    if holder.kind == "person":
        return None
    entity = Entity(holder.name, "organisation", "organisation", holder.code)
    entity.how.append(f"table {holder.table}: {holder.name}")
    return scene.shared(entity)


def _is_people(marked: Marked, span: Span) -> bool:
    """Whether it is people of a state ("Palestinians"); "the British", "the Americans" are the state itself."""
    last = marked.low[span.end - 1]
    if not last.endswith("s") or marked.tags[span.end - 1] not in PLURAL_TAGS or span.entry is None:
        return False
    if all(getattr(e, "form", "name") == "name" for e in span.entries):
        return False
    return span.start == 0 or marked.low[span.start - 1] != "the" or span.entry.kind != "state"


def _people(scene: Scene, marked: Marked, span: Span, entry: Entry) -> Entity:
    words = marked.words(span.start, span.end)
    start = span.start
    before = marked.at[start - 1] if start else None
    if before is not None and before.sort == "state" and before.end == start:
        words = marked.words(before.start, span.end)
    entity = Entity(words, "group", "group", entry.code, plural=True)
    entity.how.append(f"table {entry.table}: people of {entry.name}")
    return scene.shared(entity)


def unknown(scene: Scene, marked: Marked, span: Span) -> Entity | None:
    """The organisation that a name stands for which no table has; None for places, laws, events and things."""
    words = span_words(marked, span)
    acronym = _by_acronym(scene, words) or _by_last_word(scene, marked, span)
    if acronym is not None:
        return acronym
    last = marked.low[span.end - 1]
    if last in scene.tables.nouns["together"] and span.label != "ORG":
        return None
    political = bool({last, *marked.low[span.start : span.end]} & scene.tables.nouns["political_words"])
    if last in scene.tables.nouns["no_party"]:
        return None
    if span.label in NO_PARTY_LABELS or (span.label in PLACE_LABELS and not political):
        return None
    if span.label == "NORP":
        entity = Entity(words, "group", "group", None, plural=marked.tags[span.end - 1] in PLURAL_TAGS, political=False)
        return scene.shared(entity)
    if span.label not in ORGANISATION_LABELS | {"", "PERSON"} and not political:
        return None
    if span.label == "" and not (political or words.isupper()):
        return None
    if last in ("administration", "government", "cabinet") and (code := led(scene, marked, span)) is not None:
        entity = Entity(words, "body", "government", code, words=frozenset(marked.low[span.start : span.end]))
        return scene.shared(entity)
    entity = Entity(words, "organisation", "organisation", _inner_code(scene, marked, span), political=political)
    entity.words = frozenset(marked.low[span.start : span.end])
    return scene.shared(entity)


def led(scene: Scene, marked: Marked, span: Span) -> str | None:
    """The state of those whose names an administration bears: "the Biden-Harris Administration"."""
    for i in range(span.start, max(span.end - 1, span.start + 1)):
        for part in re.split(r"[-–]", marked.low[i]):
            known = next((e.code for e in scene.people.all if part in e.words and e.code), None)
            if known is not None or (known := _once_led(scene, part)) is not None:
                return known
    return None


def _once_led(scene: Scene, surname: str) -> str | None:
    """The state that somebody of this name leads, or led last before the article: "the Bush administration"."""
    month = (scene.published.year, scene.published.month) if scene.published else None
    known = [h for h in scene.tables.surnames.get(surname, ()) if h.code and h.office.lower() in LEADING]
    before = [h for h in known if month is None or h.start is None or h.start <= month]
    latest = max(before, key=lambda h: h.end or (9999, 1), default=None)
    return latest.code if latest is not None else None


def span_words(marked: Marked, span: Span) -> str:
    """The text of a span."""
    return marked.words(span.start, span.end)


def _inner_code(scene: Scene, marked: Marked, span: Span) -> str | None:
    """The state that a longer name holds: "Iraqi National Accord"."""
    for i in range(span.start, span.end):
        if i > span.start and marked.raw[i - 1] in DASHES and marked.low[i - 2] in WIDER:
            continue
        length, entries = scene.tables.names.match(marked.raw, marked.low, i)
        for entry in entries if length else ():
            if isinstance(entry, Entry) and entry.sort == "state":
                return entry.code
    return None


def _by_acronym(scene: Scene, words: str) -> Entity | None:
    """The organisation of the article whose initials these are, or that it was named after in brackets."""
    key = words.replace(".", "")
    if not (2 <= len(key) <= 8) or not key[0].isupper() or " " in key:
        return None
    for entity in scene.known.values():
        if entity.sort in ("organisation", "body", "igo") and initials(entity.name, key):
            return entity
    return None


def _by_last_word(scene: Scene, marked: Marked, span: Span) -> Entity | None:
    """The organisation that is called by the last word of its name, or of a second name: "the Tigers"."""
    word = marked.low[span.start]
    if span.end - span.start > 1 or len(word) < 5:
        return None
    for entity in scene.known.values():
        if entity.sort == "organisation" and len(entity.words) > 1 and entity.name.lower().split()[-1] == word:
            return entity
        if entity.sort == "organisation" and len(entity.words) > 2 and word in entity.words and word.endswith("s"):
            return entity
    return None


def initials(name: str, acronym: str) -> bool:
    """Whether an acronym is made of a name's initials, small words left in or out."""
    words = [w for w in name.replace("-", " ").split() if w[0].isalnum()]
    if len(words) < 2:
        return False
    big = "".join(w[0] for w in words if w.lower() not in ("of", "the", "and", "for", "to", "in", "on", "de")).upper()
    return acronym.upper() in (big, "".join(w[0] for w in words).upper())


def hyphenated(scene: Scene, word: str) -> tuple[Entity, ...]:
    """The states of a compound that is one token: "U.S.-Japan"."""
    parts = re.split(r"[-–/]", word)
    if len(parts) != 2:
        return ()
    found: list[Entity] = []
    for part in parts:
        entries = scene.tables.names.match([part], [normal(part)], 0)[1] if part else []
        entry = next((e for e in entries if isinstance(e, Entry) and e.sort in ("state", "igo") and e.code), None)
        if entry is None:
            return ()
        found.append(scene.shared(Entity(entry.name, entry.sort, KINDS[entry.sort], entry.code)))
    return tuple(found)

"""Whose an official is when the article does not say so: the release's own state, the body or the state it is about."""

from __future__ import annotations

from .entities import Entity, Ref
from .scene import Scene, is_placed
from .spans import Marked

IGO_OFFICES = frozenset({"secretary-general", "deputy secretary-general", "high representative", "high commissioner"})
FOREIGN = frozenset(
    {
        "president",
        "vice president",
        "minister",
        "prime minister",
        "foreign minister",
        "chancellor",
        "king",
        "taoiseach",
        "premier",
    }
)
"""Offices that a release does not name its own officials by, unless the tables have them."""

_TOP = frozenset(
    {"president", "prime minister", "king", "queen", "foreign minister", "emir", "sultan", "defence minister"}
)
"""Offices that a state has one holder of."""

SINGLE = frozenset({"national security adviser", "national security advisor"})
"""Offices that a state has one holder of, and that several states have under this name."""
CLAUSE_TAGS = frozenset({"VBD", "VBZ", "VBP", "MD"})
_LIST = 25
"""How many words a list behind "including" may have."""
_REACH = 3
"""How many sentences back a state may be named."""


def guess(scene: Scene, marked: Marked, offices: set[str], never: set[str | None]) -> tuple[str | None, str]:
    """A code for someone in these offices, and the reason; None when nothing speaks for any.

    `never` are the codes that it cannot be: of those whom an envoy is sent to.
    """
    if offices & IGO_OFFICES:
        found = next(
            (e for r in scene.recent(marked.unit.index, 60) for e in r.entities if e.sort == "igo" and e.code), None
        )
        if found is not None:
            return found.code, f"the body named last: {found.name}"
        return None, ""
    for office in offices:
        if office in scene.tables.titles_of:
            return scene.tables.titles_of[office], f"only one state has a {office}"
    home = scene.home
    if home is not None and home.code and not offices & FOREIGN and not _is_taken(scene, offices, home.code):
        return home.code, f"the article is a release of {home.name}"
    taken = {e.code for e in scene.people.all if e.code_is_own and _TOP & e.offices & offices}
    state = _nearest(scene, marked, {home.code if home else None, *taken, *never})
    if state is not None:
        return state.code, f"the state named last: {state.name}"
    return None, ""


def listed_under(scene: Scene, marked: Marked, start: int) -> str | None:
    """The state of those that somebody is told to be one of: "Norwegian officials, including Minister X and Y"."""
    for i in range(start - 1, max(start - _LIST, 0), -1):
        if marked.tags[i] in CLAUSE_TAGS:
            return None
        if marked.low[i] != "including":
            continue
        end = i - (marked.raw[i - 1] == ",")
        group = marked.at[end - 1]
        if group is None or group.sort not in ("office", "collective") or marked.tags[end - 1] != "NNS":
            return None
        entries = (scene.entry(s) for s in marked.at[max(group.start - 3, 0) : group.start] if s is not None)
        return next((e.code for e in entries if e is not None and e.sort == "state" and e.code), None)
    return None


def _is_place(scene: Scene, ref: Ref) -> bool:
    """Whether a state is only where something happens."""
    token = scene.units[ref.unit].doc[ref.head]
    return token.dep_ == "pobj" and token.head.lower_ in ("in", "at", "to", "from", "into", "across", "near", "against")


def _is_taken(scene: Scene, offices: set[str], code: str) -> bool:
    """Whether the state's own president or security adviser is someone else of the article."""
    if "president" in offices and any(
        "president" in e.offices and e.code == code and e.code_is_own for e in scene.people.all
    ):
        return True
    single = offices & SINGLE
    return bool(single) and any(single & e.offices and e.code == code for e in scene.people.all)


def _nearest(scene: Scene, marked: Marked, other_than: set[str | None]) -> Entity | None:
    """The state that the text is plainly about here: the one it names most, if it stands near, or the only one near.

    A wrong state is worse than none: when several stand near and none is the article's main one, it is nobody's.
    """
    if (host := _stage(scene, marked)) is not None and host not in other_than:
        return scene.state(host)
    here = {e.code for r in scene.recent(marked.unit.index, 0) if r.subject for e in r.entities if e.sort == "state"}
    if len(here) == 1 and (code := here.pop()) and code not in other_than:
        return scene.state(code)
    near: dict[str, int] = {}
    for ref in scene.recent(marked.unit.index, _REACH):
        for entity in ref.entities:
            mission = scene.units[ref.unit].low[ref.end : ref.end + 1] in (["embassy"], ["consulate"])
            if entity.sort == "state" and entity.code and not mission and not _is_place(scene, ref):
                near[entity.code] = scene.codes_owning.get(entity.code, 0)
    for span in marked.spans:
        entry = scene.entry(span)
        if is_placed(marked, span) or marked.low[span.end : span.end + 1] in (["embassy"], ["consulate"]):
            continue
        if entry is not None and entry.sort == "state" and entry.code:
            near.setdefault(entry.code, scene.codes_owning.get(entry.code, 0))
    near = {code: n for code, n in near.items() if code not in other_than}
    shares = _shares(scene)
    main = max(shares, key=lambda c: shares[c], default=None)
    plain = main if main is not None and shares[main] > 0.5 else None
    for code in near:
        if plain == code or (plain is None and len(near) == 1 and shares.get(code, 0.0) > 0.15):
            return scene.state(code)
    if near or plain is None or plain in other_than:
        return None
    return scene.state(plain)


def main_state(scene: Scene) -> Entity | None:
    """The state that more than half of the states' mentions in the article are of."""
    shares = _shares(scene)
    main = max(shares, key=lambda c: shares[c], default=None)
    return scene.state(main) if main is not None and shares[main] > 0.5 else None


def _shares(scene: Scene) -> dict[str, float]:
    """How much the article is about each state: of the states that it names, owners of offices twice."""
    if not scene.shares:
        owning = scene.codes_owning
        counts = {c: n + 2 * owning.get(c, 0) for c, n in scene.codes_named.items() if c in scene.tables.states}
        total = sum(counts.values())
        scene.shares.update({code: n / total for code, n in counts.items()})
    return scene.shares


def _stage(scene: Scene, marked: Marked) -> str | None:
    """The state where a sentence is set: "In the Kingdom of Norway, she met with Energy Minister ..."."""
    if not marked.low or marked.low[0] not in ("in", "at"):
        return None
    i = 2 if marked.low[1:2] == ["the"] else 1
    span = marked.at[i] if i < len(marked.at) else None
    entry = scene.entry(span) if span is not None and span.sort == "state" else None
    if span is None or entry is None or marked.raw[span.end : span.end + 1] != [","]:
        return None
    return entry.code

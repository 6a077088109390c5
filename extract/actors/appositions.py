"""What a body or a company is said to be right after its name: "Rodong Sinmun, the party newspaper, said"."""

from __future__ import annotations

from .entities import Entity
from .nominals import Nominal
from .scene import Scene, owner_codes
from .spans import Marked

NAMED = frozenset({"organisation", "media", "igo", "body", "seat"})


def apposed(scene: Scene, marked: Marked, nominal: Nominal) -> tuple[tuple[Entity, ...], str] | None:
    """The organisation whose name stands before a phrase in apposition; it learns from it whose it is."""
    sort = nominal.office.sort if nominal.office is not None else ""
    nouns = scene.tables.nouns
    if nominal.plural or sort == "office" or nominal.noun not in nouns["things"] | nouns["body"]:
        return None
    token = marked.doc[nominal.head]
    if token.dep_ != "appos" or nominal.det not in ("the", "a", "an", ""):
        return None
    ref = scene.at.get((marked.unit.index, token.head.i))
    if ref is None or len(ref.entities) != 1 or ref.pronoun or ref.end > nominal.start:
        return None
    entity = ref.entities[0]
    if entity.sort not in NAMED or marked.raw[ref.end : ref.end + 1] not in ([","], ["("], ["—"], ["–"]):
        return None
    if entity.code is None and entity.sort == "organisation":
        for code, why, _ in owner_codes(scene, marked, nominal)[:1]:
            entity.learn_code(code, why)
    return ref.entities, f"in apposition to {entity.name}"

"""What an act takes from the act it was done in: the date and place of the visit, meeting or call it belongs to.

What one side urged, promised or condemned in a dated meeting is dated by the meeting (codebook, section 5).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from .merge import Group

CONTAINERS = frozenset({"visit", "meeting", "call", "negotiation", "statement", "agreement"})
"""Acts in which others are done."""
WORDS = frozenset(
    {
        *("pledge", "support", "criticism", "appeal", "demand", "accusation", "denial", "rejection", "threat"),
        *("statement", "apology", "meeting", "agreement", "negotiation", "mediation", "cooperation", "demarche"),
    }
)
"""Acts that are done in another: those of words, and the meeting or signing during a visit."""
_FAR = 4
"""How many sentences after the containing act its acts are still told."""


def inherited(groups: Sequence[Group]) -> list[Group]:
    """The groups, with date and place filled in from the act that contains them where they have none."""
    found: list[Group] = []
    for group in groups:
        home = _container(group, groups) if group.type in WORDS else None
        if home is not None:
            date = home.date if group.date is None else None
            place = home.place if group.place is None else None
            group = replace(group, given_date=date, given_place=place)
        found.append(group)
    return found


def _container(group: Group, groups: Sequence[Group]) -> Group | None:
    """The nearest act before (or in the sentence) in which this one's actor takes part, and that knows more."""
    here = group.drafts[0].frame
    best: tuple[int, Group] | None = None
    for other in groups:
        if other is group or other.type not in CONTAINERS or other.type == group.type:
            continue
        if other.date is None and other.place is None:
            continue
        if not _takes_part(group, other) or not _realities_agree(group, other):
            continue
        for draft in other.drafts:
            unit = draft.frame.unit
            distance = here.unit.index - unit.index
            if unit.field == here.unit.field and 0 <= distance <= _FAR and (best is None or distance < best[0]):
                best = distance, other
    return best[1] if best else None


def _takes_part(group: Group, other: Group) -> bool:
    present = {a.name for a in (*other.actors, *other.recipients)}
    return bool(group.actors) and any(a.name in present for a in group.actors)


def _realities_agree(group: Group, other: Group) -> bool:
    """What was said is not said in a meeting still to come."""
    unreal = {"planned", "possible"}
    return other.factuality != "negated" and (group.factuality in unreal) == (other.factuality in unreal)

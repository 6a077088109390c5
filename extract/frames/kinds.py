"""Sets of event types that are treated alike."""

from __future__ import annotations

SPOKEN = frozenset(
    {"criticism", "support", "accusation", "denial", "rejection", "threat", "appeal", "demand", "pledge"}
)
"""Acts that are done by saying them."""
AIMED = frozenset({"criticism", "rejection", "support", "aid", "concession", "rupture"})
"""Acts toward somebody, whom their object names somewhere."""
ASKING = frozenset({"appeal", "demand"})
"""Acts that say who is to do something, "for X to do it" at the latest."""
DIRECTED = frozenset({"accusation", "criticism", "appeal", "demand", "threat", "support", "denial", "rejection"})
"""Acts of words that are directed at somebody."""

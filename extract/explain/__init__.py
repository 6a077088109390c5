"""Why this event, and why not that one: how each event came about, and what kept the other sentences out."""

from .explanation import Explanation, explain
from .records import EventWhy, Mark, MentionWhy, RoleWhy, SentenceWhyNot, TriggerWhyNot

__all__ = [
    "EventWhy",
    "Explanation",
    "Mark",
    "MentionWhy",
    "RoleWhy",
    "SentenceWhyNot",
    "TriggerWhyNot",
    "explain",
]

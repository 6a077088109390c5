"""How good is it: events held against a gold file, by type and by field, with the doubt that chance leaves."""

from .records import Act, Gold, gold_of, read_events
from .scores import Figures, Scores, score

__all__ = ["Act", "Figures", "Gold", "Scores", "gold_of", "read_events", "score"]

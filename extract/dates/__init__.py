"""Date expressions: found, resolved against the publication date, and given to the event that they date."""

from .scan import normalise

__all__ = ["normalise"]

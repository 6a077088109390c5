"""Date expressions: found, resolved against the publication date, and given to the event that they date."""

from .find import find
from .scan import normalise
from .when import when

__all__ = ["find", "normalise", "when"]

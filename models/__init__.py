"""The records that flow through dragoman: frozen, without behaviour beyond (de)serialising themselves."""

from .article import Article
from .event import (
    Actor,
    ArticleRef,
    Date,
    Event,
    Evidence,
    Extractor,
    Factuality,
    Field,
    Granularity,
    Kind,
    Place,
    Source,
)
from .serialise import from_dict, to_dict

__all__ = [
    "Actor",
    "Article",
    "ArticleRef",
    "Date",
    "Event",
    "Evidence",
    "Extractor",
    "Factuality",
    "Field",
    "Granularity",
    "Kind",
    "Place",
    "Source",
    "from_dict",
    "to_dict",
]

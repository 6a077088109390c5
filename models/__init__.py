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
]

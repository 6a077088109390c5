"""Where: a gazetteer, and the place of an act by syntax and type."""

from .gazetteer import country_name, lookup
from .place import where

__all__ = ["country_name", "lookup", "where"]

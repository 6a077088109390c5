"""Where: a gazetteer, and the place of an act by syntax and type."""

from .place import where

__all__ = ["where"]

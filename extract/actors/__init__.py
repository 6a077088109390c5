"""Who is who: every noun phrase that stands for a person, a body, a state or a group, resolved to a name and a code."""

from .cast import Cast, Mention, cast
from .tables import Tables
from .tables import load as load_tables

__all__ = ["Cast", "Mention", "Tables", "cast", "load_tables"]

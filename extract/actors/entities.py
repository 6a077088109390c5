"""The parties of an article, each once, however often it is named: what is learned of one holds everywhere."""

from __future__ import annotations

from dataclasses import dataclass, field

from ...models import Kind


@dataclass(slots=True, eq=False)
class Entity:
    """A party while the article is being read.

    `sort` is "person", "state", "igo", "seat", "organisation", "body", "media", "group" or "region"; `words` are the
    words of its name and `offices` the titles it is given, without case; `how` says what led to its name and code.
    """

    name: str
    sort: str
    kind: Kind
    code: str | None = None
    role: str | None = None
    political: bool = True
    gender: str | None = None
    plural: bool = False
    stateless: bool = False
    """Whether the article ties the person to a movement or a body that belongs to no state."""
    former: bool = False
    """Whether the tables say that the person was out of office at the article's date."""
    words: frozenset[str] = frozenset()
    offices: set[str] = field(default_factory=set)
    bodies: set[str] = field(default_factory=set)
    """The movements and bodies, by their usual names, in which the article gives a person a title."""
    how: list[str] = field(default_factory=list)
    code_is_own: bool = False
    """Whether the code was read in the article rather than looked up or guessed."""

    def learn_code(self, code: str | None, how: str) -> None:
        """Takes a code from the article itself; the first one stays."""
        if code and not self.code_is_own:
            self.code, self.code_is_own = code, True
            self.how.append(how)


@dataclass(frozen=True, slots=True, eq=False)
class Ref:
    """A place in the text that stands for one or more parties, in reading order."""

    entities: tuple[Entity, ...]
    unit: int
    head: int
    start: int
    end: int
    role: str | None = None
    step: str = ""
    joined: bool = False
    """Whether it is a coordination: "Bush and Blair"."""
    pronoun: bool = False
    subject: bool = False
    owning: bool = False
    quoted: bool = False

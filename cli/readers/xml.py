"""XML of strangers: parsed without entities of their own, which are what bombs are made of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from xml.etree.ElementTree import Element, ParseError, XMLPullParser

from ...extract.errors import InputError

_ENTITY = re.compile(r"<!\s*(?:ENTITY|DOCTYPE[^>\[]*\[)", re.IGNORECASE)
_HEADS = ("utf-8", "utf-16-le", "utf-16-be")


def refuse_entities(data: bytes) -> None:
    """Raises InputError when the document declares entities, in whatever encoding."""
    for encoding in _HEADS:
        if _ENTITY.search(data.decode(encoding, "ignore")):
            raise InputError("declares XML entities; refused, since they can make a bomb")


def elements(data: bytes, name: str) -> Iterator[Element]:
    """Each element of a local name, whole; memory is given back as it goes. Raises InputError."""
    refuse_entities(data)
    parser: Any = XMLPullParser(("start", "end"))
    depth = 0
    try:
        for at in range(0, len(data), 65_536):
            parser.feed(data[at : at + 65_536])
            for event, element in parser.read_events():
                if local(element) == name:
                    depth += 1 if event == "start" else -1
                    if event == "end" and depth == 0:
                        yield element
                        element.clear()
        parser.close()
    except (ParseError, ValueError, LookupError) as error:
        raise InputError(f"is not XML ({error}); mend it") from error


def local(element: Element) -> str:
    """An element's name without its namespace."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def first(parent: Element, *path: str) -> Element | None:
    """The first element at a path of local names below another, at any depth for each step."""
    found: Element | None = parent
    for name in path:
        found = (
            next((e for e in found.iter() if e is not found and local(e) == name), None) if found is not None else None
        )
    return found


def text(element: Element | None) -> str | None:
    """All the text of an element, in one line."""
    return " ".join("".join(element.itertext()).split()) or None if element is not None else None

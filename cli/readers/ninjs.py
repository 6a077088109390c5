"""IPTC ninjs, versions 1 to 3: the JSON in which news agencies deliver."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ..items import Item
from .markup import text_of
from .records import Options
from .source import Source

_BODIES = ("body_text", "body_xhtml", "bodies")


def read(source: Source, options: Options) -> Iterator[Item]:
    """The items of a file of one item or of an array."""
    from .jsonfile import read as read_json

    yield from read_json(source, options)


def is_ninjs(record: Mapping[str, Any]) -> bool:
    """Whether a record is a ninjs item (and gives no plain text)."""
    return "text" not in record and any(key in record for key in _BODIES)


def flat(item: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of an article from a ninjs item."""
    return {
        "text": _body(item),
        "id": item.get("uri") or item.get("guid"),
        "title": item.get("headline") or _first(item.get("headlines")),
        "date": item.get("contentcreated") or item.get("firstcreated") or item.get("versioncreated"),
        "source": item.get("source") or item.get("copyrightholder") or _name(item.get("infosources")),
        "url": _href(item),
        "place": item.get("located"),
    }


def _body(item: Mapping[str, Any]) -> Any:
    if isinstance(item.get("body_text"), str):
        return item["body_text"]
    if isinstance(item.get("body_xhtml"), str):
        return text_of(item["body_xhtml"])
    bodies = [body for body in _list(item.get("bodies")) if isinstance(body.get("value"), str)]
    bodies.sort(key=lambda body: "plain" not in str(body.get("contenttype") or body.get("contentType")))
    if not bodies:
        return None
    kind = str(bodies[0].get("contenttype") or bodies[0].get("contentType") or bodies[0].get("role"))
    return bodies[0]["value"] if "plain" in kind else text_of(bodies[0]["value"])


def _list(values: Any) -> list[dict[str, Any]]:
    """The objects of what should be a list of objects."""
    return [value for value in values if isinstance(value, dict)] if isinstance(values, list) else []


def _first(values: Any) -> Any:
    return next((value["value"] for value in _list(values) if value.get("value")), None)


def _name(values: Any) -> Any:
    return next((value["name"] for value in _list(values) if value.get("name")), None)


def _href(item: Mapping[str, Any]) -> Any:
    """The item's address on the web; its `uri` may be any name."""
    uri = item.get("uri")
    return uri if isinstance(uri, str) and uri.startswith(("http://", "https://")) else None

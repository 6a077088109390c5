"""Readers: from files, folders, pipes and addresses to articles, one file a format."""

from __future__ import annotations

import importlib
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date

from ...extract.errors import InputError
from ...models import Article
from ..items import Item, Reject
from .formats import FORMATS
from .inputs import Input
from .records import Options
from .sniff import sniff
from .source import Meter, Source


@dataclass(frozen=True, slots=True)
class Reading:
    """How inputs are read; `published` stands in where an article gives no date of its own."""

    published: date | None = None
    options: Options = field(default_factory=Options)
    encoding: str | None = None
    format: str | None = None
    fetch: bool = False


def articles(inputs: Iterable[Input | Reject], reading: Reading, meter: Meter | None = None) -> Iterator[Item]:
    """The articles of all inputs, one after the other; whatever cannot be read is a Reject, and reading goes on.

    Raises ExtraError when a format needs a package that is not installed.
    """
    meter = meter or Meter()
    for item in inputs:
        if isinstance(item, Reject):
            yield item
            continue
        source = Source(item, reading.encoding, reading.fetch, meter)
        for found in _read(source, reading.options):
            if isinstance(found, Article) and found.published is None and reading.published is not None:
                found = replace(found, published=reading.published)
            yield found


def _read(source: Source, options: Options) -> Iterator[Item]:
    """The items of one input; an error that ends it early becomes its last item."""
    name = source.name
    try:
        source.input = replace(source.input, format=source.input.format or sniff(source))
        format = FORMATS[source.input.format or "text"]
        if not source.head():
            yield Reject(name, None, "is empty", "give the article's text")
            return
        module = importlib.import_module(f".{format.module}", __name__)
        yield from module.read(source, options)
        if source.damaged:
            raise EOFError(f"{source.damaged} {'piece' if source.damaged == 1 else 'pieces'} could not be unpacked")
    except InputError as error:
        reason, _, cure = str(error).partition("; ")
        yield Reject(name, None, reason, cure or "check the file")
    except UnicodeError:
        yield Reject(name, None, "cannot be decoded", "name its encoding with --encoding")
    except (EOFError, zlib.error) as error:
        yield Reject(name, None, f"is compressed, but damaged ({error})", "fetch it again")
    except OSError as error:
        yield Reject(name, None, f"cannot be read ({error.strerror or error})", "check the file")
    except Exception as error:
        if type(error).__name__ not in ("LZMAError", "ZstdError"):
            raise
        yield Reject(name, None, f"is compressed, but damaged ({error})", "fetch it again")

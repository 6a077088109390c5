"""Fetches an address of the web, when the user says so."""

from __future__ import annotations

from typing import BinaryIO, cast

from ...extract.errors import InputError

_SECONDS = 30


def fetch(url: str, allowed: bool) -> BinaryIO:
    """The bytes at an http or https address. Raises InputError when fetching was not asked for or fails."""
    if not allowed:
        raise InputError("is a web address; fetch it with --fetch")
    from http.client import HTTPException
    from urllib.request import Request, urlopen

    from dragoman import __version__

    request = Request(url, headers={"User-Agent": f"dragoman/{__version__}"})
    try:
        return cast(BinaryIO, urlopen(request, timeout=_SECONDS))
    except (OSError, ValueError, HTTPException) as error:
        raise InputError(f"cannot be fetched ({error}); check the address") from error

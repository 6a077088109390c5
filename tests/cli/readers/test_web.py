"""Addresses are fetched from a server of this machine; nothing else is ever fetched."""

from __future__ import annotations

import gzip
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, ClassVar

import pytest

PAGE = (
    "<html lang='en'><head><title>Oslo talks</title><meta property='og:site_name' content='The Fjord'></head><body>"
    "<article><h1>Oslo talks</h1>"
    + "".join(
        f"<p>Norway met Chad and Peru met Togo, the minister said on day {n} of the talks in Oslo.</p>"
        for n in range(9)
    )
    + "</article></body></html>"
)
ROWS = b'{"id": "a1", "text": "Norway met Chad.", "date": "2023-02-21"}\n'


class Handler(BaseHTTPRequestHandler):
    """A few addresses, and what they answer."""

    pages: ClassVar[dict[str, tuple[int, str, bytes]]] = {
        "/news.jsonl": (200, "application/x-ndjson", ROWS),
        "/news.jsonl.gz": (200, "application/gzip", gzip.compress(ROWS)),
        "/story.html": (200, "text/html; charset=utf-8", PAGE.encode()),
        "/gone.jsonl": (404, "text/plain", b"gone"),
    }

    def do_GET(self) -> None:
        status, kind, body = self.pages[self.path]
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:
        """Says nothing."""


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """The address of a server that runs as long as these tests."""
    running = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=running.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{running.server_address[1]}"
    running.shutdown()
    running.server_close()
    thread.join()


@pytest.mark.parametrize("path", ["/news.jsonl", "/news.jsonl.gz", "/story.html"])
def test_fetched(dragoman: Any, server: str, path: str) -> None:
    """The format goes by the address's suffix, as that of a file does."""
    ran = dragoman("extract", server + path, "--fetch", "--format", "jsonl", "--date", "2023-02-21")
    assert (ran.code, ran.err) == (0, "")
    assert ran.events


def test_not_fetched_unless_asked_for(dragoman: Any, server: str) -> None:
    """One line says how."""
    ran = dragoman("extract", server + "/news.jsonl", "--format", "jsonl")
    assert ran.code == 1
    assert "--fetch" in ran.err
    assert not ran.out


@pytest.mark.parametrize("address", ["{server}/gone.jsonl", "http://127.0.0.1:1/news.jsonl"])
def test_what_cannot_be_fetched_is_told_and_the_rest_goes_on(dragoman: Any, server: str, address: str) -> None:
    """With the address and the reason, in one line."""
    address = address.format(server=server)
    ran = dragoman("extract", address, server + "/news.jsonl", "--fetch", "--format", "jsonl")
    assert ran.code == 1
    assert ran.events
    assert address in ran.err and "cannot be fetched" in ran.err
    assert "Traceback" not in ran.err

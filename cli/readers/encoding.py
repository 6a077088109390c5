"""Which encoding a text is in: by its mark, as UTF-8 when it is, else by likelihood."""

from __future__ import annotations

import codecs

from ...extract.errors import InputError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\r\f\x1b\b"))
_WESTERN = ("cp1252", "latin_1", "iso8859_15", "mac_roman", "cp1250", "cp1254", "cp1257", "iso8859_2", "cp858", "cp437")


def detect(head: bytes, name: str) -> str:
    """The encoding of a text by its first bytes. Raises InputError when it is no text."""
    for mark, encoding in _MARKS:
        if head.startswith(mark):
            return encoding
    wide = _utf16(head)
    if wide:
        return wide
    if _is_binary(head):
        raise InputError("is a binary file; give text, or name its format with --from")
    return "utf-8" if _is_utf8(head) else _likely(head)


def decode(data: bytes, encoding: str | None, name: str) -> str:
    """The text of a whole file. Raises InputError when it is no text or cannot be decoded."""
    encoding = encoding or detect(data, name)
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise InputError(f"byte {error.start} is not {encoding}; name its encoding with --encoding") from error


def _is_utf8(head: bytes) -> bool:
    """Whether the bytes are UTF-8, but for a few bad ones: a file that is mostly UTF-8 is not another encoding."""
    text = codecs.getincrementaldecoder("utf-8")("surrogateescape").decode(head)
    broken = sum("\udc80" <= c <= "\udcff" for c in text) if not text.isascii() else 0
    whole = sum(c > "\x7f" for c in text) - broken
    return broken <= whole // 10


def _utf16(head: bytes) -> str | None:
    """UTF-16 without a mark shows in every other byte being nought."""
    sample = head[:1000]
    if len(sample) < 4 or b"\0" not in sample:
        return None
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if odd > 0.4 * len(sample[1::2]) and even <= 0.05 * len(sample):
        return "utf-16-le"
    return "utf-16-be" if even > 0.4 * len(sample[::2]) and odd <= 0.05 * len(sample) else None


def _is_binary(head: bytes) -> bool:
    strange = len(head) - len(head.translate(None, _CONTROLS))
    return b"\0" in head[:1000] or strange * 20 > len(head)


def _likely(head: bytes) -> str:
    """The likeliest encoding; the usual Western one where any of its kin fits, since the texts are English."""
    from charset_normalizer import from_bytes

    found = from_bytes(head)
    best = found.best()
    if best is None:
        return "cp1252" if _decodes(head, "cp1252") else "latin_1"
    if (best.encoding in _WESTERN or best.bom) and _decodes(head, "cp1252"):
        return "cp1252"
    return best.encoding


def _decodes(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True

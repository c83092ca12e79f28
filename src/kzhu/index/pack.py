"""Texts and records made small: a record with its article's text as a dictionary, since its quotes are cut there."""

from __future__ import annotations

import zlib

#: Deflate looks back no further.
_WINDOW = 32768
_LEVEL = 6
#: What all records share. It is part of the index's form: with another one, `schema.VERSION` goes up.
_SHARED = (
    b'"country": null, "role": "President of "Minister of Foreign Affairs of "Prime Minister of ", "surfaces": ['
    b'"value_high": "from": ", "to": ", "kind": "change""target", "unit": "percent""times""person", "bound": "~""<"'
    b'"status": "planned", "plover": "COOPERATE""SUPPORT""AGREE", "type": "visit""summit""agreement""consultation"'
    b'"basis": "inferred""curated""unknown", "reason": "the first line states it", "date": null, "basis": "unknown", '
    b'{"id": ", "path": ".txt", "sha256": "0123456789abcdef", "language": "en", "headline": ", "headline_span": '
    b'{"start": 0, "end": 10}, "published": {"date": "2023-01-01", "basis": "stated", "earliest": "2023-01-01", '
    b'"latest": "2023-01-01", "evidence": [{"reason": ", "earliest": null, "latest": null, "start": 1, "end": 1}]}, '
    b'"source": {"outlet": null, "origin": null, "dateline": null, "spans": {"outlet": {"start": 1, "end": 1}, '
    b'"origin": {"start": 1, "end": 1}, "dateline": {"start": 1, "end": 1}}}, "people": [{"id": ", "name": ", '
    b'"country": ", "role": ", "surfaces": [", "], "mentions": [{"start": 1, "end": 1}, {"start": 2, "end": 2}]}], '
    b'"figures": [{"metric": "trade-turnover", "kind": "level", "parties": ["", ""], "value": 1000000, "unit": "USD", '
    b'"bound": "=", "period": "2023", "change": {"percent": 1, "base": "2022"}, "quote": ", "start": 1, "end": 1}, '
    b'{"metric": "investment", "kind": "level", "parties": [], "value": 1, "unit": "USD", "bound": ">", "period": null,'
    b' "change": null, "quote": ", "start": 1, "end": 1}], "events": [{"type": "meeting", "plover": "CONSULT", '
    b'"date": "2023-01-01", "status": "past", "place": ", "people": [", "], "countries": ["", ""], "quote": ", '
    b'"start": 1, "end": 1}], "dates": [{"edtf": "2023-01-01", "start": 1, "end": 1}, {"edtf": "2023", "start": 1, '
)


def pack(text: str) -> bytes:
    """A text made small."""
    return zlib.compress(text.encode(), _LEVEL)


def unpack(packed: bytes) -> str:
    """The text that was packed."""
    return zlib.decompress(packed).decode()


def unpack_bytes(packed: bytes) -> bytes:
    """The same in UTF-8."""
    return zlib.decompress(packed)


def pack_record(line: str, text: str) -> bytes:
    """A record's JSON made small, which its article's text is needed for to unpack."""
    packer = zlib.compressobj(_LEVEL, zdict=_dictionary(text))
    return packer.compress(line.encode()) + packer.flush()


def unpack_record(packed: bytes, text: str) -> str:
    """The record that was packed."""
    return zlib.decompressobj(zdict=_dictionary(text)).decompress(packed).decode()


def _dictionary(text: str) -> bytes:
    # The end of a dictionary is the cheapest to point at.
    return (text.encode() + _SHARED)[-_WINDOW:]

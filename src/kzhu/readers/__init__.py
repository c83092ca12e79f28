"""Bytes of a file in, raw articles out: plain text, JSON lines."""

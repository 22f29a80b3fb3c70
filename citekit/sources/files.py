"""Files, folders and standard input."""

from __future__ import annotations

import os
import sys
import zlib
from pathlib import Path

from citekit.errors import SourceError
from citekit.model import Page

LARGEST = 64 * 1024 * 1024
"""Bytes of one article, after unpacking; more is no article but an attack or a mistake."""

_MEDIA = {
    ".html": "text/html",
    ".htm": "text/html",
    ".xhtml": "application/xhtml+xml",
    ".shtml": "text/html",
    ".txt": "text/plain",
    ".text": "text/plain",
    ".md": "text/markdown",
    ".markdown": "text/markdown",
}


def paths(locator: str) -> list[str]:
    """The files that a path stands for: itself, or what a folder holds, in order of name.

    Of a folder, hidden files and those whose suffix is not an article's are left out, links to folders not
    followed. Raises `SourceError` for a path that is not there and for a folder with nothing to read.
    """
    if locator == "-":
        return ["-"]
    if not locator:
        raise SourceError("an empty name is no source")
    path = Path(locator)
    try:
        is_folder = path.is_dir()
        if not is_folder and not path.exists():
            raise SourceError(f"there is no file {locator}")
    except (OSError, ValueError) as error:
        raise SourceError(f"{locator!r} is not a path: {error}") from error
    if not is_folder:
        return [locator]
    found: list[str] = []
    troubles: list[OSError] = []
    for folder, folders, names in os.walk(path, onerror=troubles.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        found += [os.path.join(folder, name) for name in sorted(names) if _is_article(name)]
    if not found:
        why = f": {troubles[0].strerror}" if troubles else f" ({', '.join(sorted(_MEDIA))}, each also .gz)"
        raise SourceError(f"the folder {locator} holds nothing to read{why}")
    return found


def read_path(path: str) -> Page:
    """The bytes of a file or of standard input ("-"), unpacked if they are gzip.

    Raises `SourceError` for what cannot be read, and for more than `LARGEST` bytes.
    """
    try:
        if path == "-":
            content = sys.stdin.buffer.read(LARGEST + 1)
        else:
            with open(path, "rb") as file:
                content = file.read(LARGEST + 1)
    except OSError as error:
        raise SourceError(f"{path} cannot be read: {error.strerror or error}") from error
    if content.startswith(b"\x1f\x8b"):
        content = _unpacked(content, path)
    if len(content) > LARGEST:
        raise SourceError(f"{path} is larger than {LARGEST // 1024 // 1024} MiB")
    return Page(path, content, media_type=_media(path))


def _is_article(name: str) -> bool:
    return not name.startswith(".") and _media(name) is not None


def _media(name: str) -> str | None:
    return _MEDIA.get(Path(name.lower().removesuffix(".gz")).suffix)


def _unpacked(content: bytes, path: str) -> bytes:
    """A gzip file may unpack to a thousand times its size: no more than the limit is ever made."""
    unpacker = zlib.decompressobj(wbits=31)
    try:
        text = unpacker.decompress(content, LARGEST + 1)
    except zlib.error as error:
        raise SourceError(f"{path} is a damaged gzip file: {error}") from error
    if not unpacker.eof and len(text) <= LARGEST:
        raise SourceError(f"{path} is a gzip file that breaks off")
    return text

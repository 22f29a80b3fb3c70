"""Write a result whole or not at all: a reader never sees half a file, however the run ends."""

from __future__ import annotations

import errno
import os
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import BinaryIO

from citekit.errors import OutputError


def write(path: str | Path, chunks: Iterable[str] | Iterable[bytes] | str | bytes) -> None:
    """Write text (as UTF-8) or bytes to `path`; "-" is standard output.

    A file appears under its name only when the last chunk is in it; what stood there before stays until then,
    and for good if `chunks` raises. A symbolic link is followed; a device or a pipe is written straight into.
    Lone surrogates, which UTF-8 cannot hold, become "?". Raises `OutputError`.

    >>> write("-", ["one ", "line\\n"])
    one line
    """
    pieces: Iterable[str] | Iterable[bytes] = (chunks,) if isinstance(chunks, str | bytes) else chunks  # type: ignore[assignment]
    if str(path) == "-":
        _to_standard_output(pieces)
        return
    target = Path(os.path.realpath(path))
    try:
        if target.exists() and not target.is_file():
            if target.is_dir():
                raise OutputError(f"{path}: is a folder; name a file in it")
            with target.open("wb") as stream:
                _pour(stream, pieces)
        else:
            _replace(target, pieces)
    except OSError as error:
        raise OutputError(f"{path}: {_why(error)}") from error


def _replace(target: Path, pieces: Iterable[str] | Iterable[bytes]) -> None:
    handle, name = tempfile.mkstemp(prefix=f".{target.name[:40]}.", suffix=".part", dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as stream:
            _pour(stream, pieces)
        os.chmod(name, _mode(target))
        os.replace(name, target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _mode(target: Path) -> int:
    """The permissions of the file that is replaced, else those that a plain new file would get."""
    if target.exists():
        return target.stat().st_mode & 0o7777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _pour(stream: BinaryIO, pieces: Iterable[str] | Iterable[bytes], *, at_once: bool = False) -> None:
    for piece in pieces:
        stream.write(piece.encode("utf-8", "replace") if isinstance(piece, str) else piece)
        if at_once:
            stream.flush()


def _to_standard_output(pieces: Iterable[str] | Iterable[bytes]) -> None:
    stream = getattr(sys.stdout, "buffer", None)
    if stream is None:  # a notebook or a doctest has put a text stream in its place
        for piece in pieces:
            sys.stdout.write(piece if isinstance(piece, str) else piece.decode("utf-8", "replace"))
        return
    sys.stdout.flush()
    try:
        _pour(stream, pieces, at_once=sys.stdout.isatty())
        stream.flush()
    except OSError as error:
        if error.errno == errno.EPIPE:  # the reader has had enough, as `head` has: no failure of ours
            raise
        raise OutputError(f"standard output: {_why(error)}") from error


def _why(error: OSError) -> str:
    return (error.strerror or str(error)).lower()

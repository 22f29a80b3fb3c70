"""What kind of thing a page is, told from its content."""

from __future__ import annotations

import re
from typing import Literal

from citekit.errors import FormatError

Media = Literal["html", "text", "markdown"]

_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a zip archive (or an office document)"),
    (b"\x1f\x8b", "a gzip archive inside another"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"RIFF", "a WebP image or a RIFF recording"),
    (b"ID3", "an MP3 recording"),
    (b"OggS", "an Ogg recording"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"Rar!", "a RAR archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"SQLite format 3", "an SQLite database"),
)
_CONTROLS = bytes((*range(9), *range(14, 27), *range(28, 32)))
_HTML = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}>\s*|<!--(?:(?!-->).){0,2000}-->\s*)*<(?:!doctype\s+html|html|head|body|meta|title|script)\b",
    re.I | re.S,
)
_TAG = re.compile(
    r"<(?:p|div|a\s[^>]{0,300}href|br|span|article|section|h[1-6]|blockquote|table|ul|img)\b[^<>]{0,300}>",
    re.I,
)
_MARKED_LINE = re.compile(
    r"(?:^|\n)(?:#{1,6}\s+\S|>\s+\S|```|~~~|!?\[[^\]\n]{1,200}\]\(\S{1,500}\))",
)
_MARKED_WORDS = re.compile(
    r"\[[^\]\n]{1,200}\]\((?:https?://|/|mailto:)[^\s)]{1,500}\)|(?<![\w*])\*\*[^\s*][^*\n]{0,200}\*\*(?![\w*])"
)


def media_of(text: str, told: str | None = None) -> Media:
    """Whether `text` is HTML, Markdown or plain text.

    Markup has to be there: the media type that the server or the file's name told decides only where the text
    may be either.

    >>> media_of("<!doctype html><p>Hello"), media_of("# Head\\n\\nWords"), media_of("5 < 6 and 7 > 3")
    ('html', 'markdown', 'text')
    >>> media_of("Hello<br>you", "text/html"), media_of("Hello", "text/html")
    ('html', 'text')
    >>> media_of("Hello", "text/markdown")
    'markdown'
    """
    if _HTML.match(text):
        return "html"
    head = text[:50_000]
    tags = len(_TAG.findall(head))
    if tags >= (2 if len(head) > 200 else 1) and re.search(r"</\w{1,12}\s*>", head):
        return "html"
    if tags and told and "html" in told:
        return "html"
    return "markdown" if told == "text/markdown" or _is_markdown(head) else "text"


def _is_markdown(text: str) -> bool:
    if _MARKED_LINE.search(text):
        return True
    return ("](" in text or "**" in text) and _MARKED_WORDS.search(text) is not None


def refuse_binary(content: bytes, source: str) -> None:
    """Raise `FormatError`, saying what it is, if `content` is no text at all, or nothing."""
    if not content or content.isspace():
        raise FormatError(f"{source} is empty")
    for magic, name in _MAGIC:
        if content.startswith(magic):
            raise FormatError(f"{source} is {name}, not an article in HTML, Markdown or plain text")
    if content[4:8] == b"ftyp":
        raise FormatError(f"{source} is a video, not an article in HTML, Markdown or plain text")
    head = content[:4096]
    marked = head.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf"))
    if not marked and len(head) - len(head.translate(None, _CONTROLS)) > len(head) // 10:
        raise FormatError(f"{source} is binary, not an article in HTML, Markdown or plain text")

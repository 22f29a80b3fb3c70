"""From bytes to text, in the order in which browsers trust what they are told."""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

_META = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w:.-]{2,40})|<\?xml[^>]{0,100}encoding\s*=\s*[\"']([\w:.-]{2,40})",
    re.IGNORECASE,
)
_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
PRESCAN = 4096
"""How far a page is searched for its own word on its charset. The standard says 1,024; pages need more."""


class Decoded(NamedTuple):
    """The text of a page, and the same text in UTF-8: the page itself where that is what it is in."""

    text: str
    utf8: bytes


def decode(content: bytes, charset: str | None = None, *, markup: bool = True) -> Decoded:
    """The text of `content`; never raises: what no charset explains becomes U+FFFD.

    A byte order mark wins, then `charset` (what the server said), then the page's own `<meta>` if `markup`,
    then UTF-8 where it fits, then a guess. A charset that does not fit the bytes at all gives way to UTF-8
    where that does. Source: WHATWG HTML, 13.2.3 "The input byte stream"; labels as in WHATWG Encoding.

    >>> decode(b"caf\\xe9", "latin1").text, decode(b'<meta charset=iso-8859-2>\\xb1').text[-1:]
    ('café', 'ą')
    """
    for mark, name in _BOMS:
        if content.startswith(mark):
            return _encoded(content[len(mark) :].decode(name, "replace"))
    told = [_codec(charset)] if charset else []
    if markup and (found := _META.search(content, 0, PRESCAN)):
        own = _codec((found[1] or found[2]).decode("ascii", "replace"))
        told.append("utf-8" if own and own.startswith("utf-16") else own)
    for name in (*filter(None, told), "utf-8"):
        try:
            text = content.decode(name)
            return Decoded(text, content) if name == "utf-8" else _encoded(text)
        except UnicodeDecodeError:
            continue
    if named := next(filter(None, told), None):
        # one bad byte in a long page is no reason to doubt its own word
        return _encoded(content.decode(named, "replace"))
    return _encoded(_guess(content))


def _encoded(text: str) -> Decoded:
    return Decoded(text, text.encode("utf-8", "replace"))


def _codec(label: str) -> str | None:
    """The codec for a charset's label as browsers understand it, or None where there is no such charset."""
    import webencodings

    found = webencodings.lookup(label)
    return found.codec_info.name if found else None


def _guess(content: bytes) -> str:
    """Nearly UTF-8 is UTF-8 with damage; else what charset-normalizer thinks; else windows-1252."""
    damaged = content.decode("utf-8", "replace")
    if damaged.count("\ufffd") * 200 < len(damaged) and len(content) > len(damaged):
        return damaged
    from charset_normalizer import from_bytes

    best = from_bytes(content[:65536]).best()
    if best is not None and best.encoding not in ("ascii", "utf_8") and best.chaos < 0.1:
        return content.decode(best.encoding, "replace")
    return content.decode("cp1252", "replace")

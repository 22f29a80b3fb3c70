"""Text as BibTeX files hold it: special characters escaped, braces balanced, addresses verbatim."""

from __future__ import annotations

import codecs
import re
from functools import lru_cache

import latexcodec  # noqa: F401  registers the codec

from citekit.export.prose import tidy

_SPECIAL = re.compile(r"[\\{}$&%#_~^<>|]")

# Braces become commands: BibTeX counts `\{` as a brace, so one alone would swallow the rest of the file.
_ESCAPES = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "$": r"\$",
        "&": r"\&",
        "%": r"\%",
        "#": r"\#",
        "_": r"\_",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        "<": r"\textless{}",
        ">": r"\textgreater{}",
        "|": r"\textbar{}",
    }
)
_AND = re.compile(r"(?:^|\s)and(?:\s|$)|^others$", re.IGNORECASE)
_NOT_VERBATIM = re.compile(r"[\x00-\x20\x7f-\xa0\\{}\ud800-\udfff\u2028\u2029\ufeff]")
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")


def escape(text: str) -> str:
    """One line of text that TeX prints as it is.

    >>> print(escape("50% of {A & B} cost $1_000"))
    50\\% of \\textbraceleft{}A \\& B\\textbraceright{} cost \\$1\\_000
    """
    text = tidy(text)
    return text.translate(_ESCAPES) if _SPECIAL.search(text) else text


def listed(text: str) -> str:
    """Text for a field that biblatex splits at "and": braced where the word occurs, so that it stays one.

    >>> listed("Trinidad and Tobago Guardian"), listed("WSWS")
    ('{Trinidad and Tobago Guardian}', 'WSWS')
    """
    text = escape(text)
    return f"{{{text}}}" if _AND.search(text) else text


def verbatim(url: str) -> str:
    """An address as `url`, `doi` and the like hold it: unescaped; what would break the file percent-encoded.

    >>> verbatim("https://a.example/x_y%20z?q={1}&r=#f")
    'https://a.example/x_y%20z?q=%7B1%7D&r=#f'
    """
    return _NOT_VERBATIM.sub(_percent, url.strip())


def verbatim_ascii(url: str) -> str:
    """The address in ASCII alone, as `\\url` in a classic .bib must be."""
    return _NOT_ASCII.sub(_percent, verbatim(url))


def ascii_only(escaped: str) -> str:
    """Escaped text in ASCII alone: accents as TeX commands, what TeX has no command for as its code point.

    >>> print(ascii_only("Ñu — “Mañana” 😀"))
    {\\~N}u {---} {``}Ma{\\~n}ana{''} [U+1F600]
    """
    return _NOT_ASCII.sub(lambda match: _command(match[0]), escaped)


def _percent(match: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in match[0].encode("utf-8", "replace"))


@lru_cache(maxsize=4096)
def _command(character: str) -> str:
    try:
        code = str(codecs.encode(character, "ulatex+ascii"))
    except UnicodeEncodeError:
        return f"[U+{ord(character):04X}]"
    return f"{{{code.strip()}}}" if code.strip() else " "

"""Text as BibTeX files hold it: special characters escaped, braces balanced, addresses verbatim."""

from __future__ import annotations

import codecs
import re
from functools import lru_cache
from unicodedata import is_normalized

import latexcodec  # noqa: F401  registers the codec

from citekit.export.prose import NO_CHARACTERS, tidy

_SPECIAL = re.compile(
    r"[\\{}$&%#_~^<>|\t-\r\x1c-\x1f\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]"
)

# BibTeX's readers take any white space for a space; one that must not break is TeX's own "~".
_SPACE = re.compile(r"\s*[^\S ]\s*")

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
_NAMED = {
    "backslash": "\\",
    "braceleft": "{",
    "braceright": "}",
    "asciitilde": "~",
    "asciicircum": "^",
    "less": "<",
    "greater": ">",
    "bar": "|",
    "asciigrave": "`",
    "dollar": "$",
    "underscore": "_",
}
_BASE = 0xE000
_ESCAPED = re.compile(r"\\(?:text(" + "|".join(_NAMED) + r")(?:\{\}|(?![A-Za-z]) ?)|([&%$#_{}]))")
_TO_DECODE = re.compile(r"[\\{}$~`]|--|''")
_COMMAND = re.compile(r"\\(?:[A-Za-z]+\*?[ \t]*|.)")
_GUARDED = re.compile("[\ue000-\ue0ff]")
_LONE_GRAVE = re.compile(r"(?<![`\\])`(?!`)")
_CODE_POINT = re.compile(r"\[U\+([0-9A-F]{4,6})\]")
_AND = re.compile(r"(?:^|\s)and(?:\s|$)|^others$", re.IGNORECASE)
_ULATEX = codecs.lookup("ulatex")
_GROUPING = str.maketrans({"{": None, "}": None, "$": None})
_NOT_VERBATIM = re.compile(rf"[\x00-\x20\x7f-\xa0\\{{}}\ud800-\udfff\u2028\u2029\ufeff{NO_CHARACTERS}]")
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")


def escape(text: str) -> str:
    """One line of text that TeX prints as it is.

    >>> print(escape("50% of {A & B} cost $1_000"))
    50\\% of \\textbraceleft{}A \\& B\\textbraceright{} cost \\$1\\_000
    """
    text = tidy(text)
    if not _SPECIAL.search(text):
        return text
    return _SPACE.sub(_tied, text.translate(_ESCAPES)).strip(" ")


@lru_cache(maxsize=4096)
def listed(text: str) -> str:
    """Text for a field that biblatex splits at "and": braced where the word occurs, so that it stays one.

    >>> listed("Trinidad and Tobago Guardian"), listed("WSWS")
    ('{Trinidad and Tobago Guardian}', 'WSWS')
    """
    text = escape(text)
    return f"{{{text}}}" if _AND.search(text) else text


def protected(escaped: str) -> str:
    """An escaped title with its names in braces, so that styles with sentence case leave their capitals.

    A headline In Title Case stays as it is: nothing tells its names, and such styles are to lower it.

    >>> protected("How Evo Morales left La Paz last night"), protected("How the West Was Won")
    ('How {Evo Morales} left {La Paz} last night', 'How the West Was Won')
    """
    if escaped[1:] == escaped[1:].lower():
        return escaped
    first, *rest = escaped.split(" ")
    named = [
        word != word.lower() and not before.endswith((":", ".", "?", "!"))
        for before, word in zip([first, *rest], rest, strict=False)
    ]
    if 3 * sum(named) > 2 * sum(1 for word in rest if len(word) > 3 or word != word.lower()):
        return escaped
    words = [first]
    for place, (word, name) in enumerate(zip(rest, named, strict=True)):
        opens = name and not (place and named[place - 1])
        closes = name and not (place + 1 < len(named) and named[place + 1])
        words.append(f"{'{' * opens}{word}{'}' * closes}")
    return " ".join(words)


def verbatim(url: str) -> str:
    """An address as `url`, `doi` and the like hold it: unescaped; what would break the file percent-encoded.

    >>> verbatim("https://a.example/x_y%20z?q={1}&r=#f")
    'https://a.example/x_y%20z?q=%7B1%7D&r=#f'
    """
    url = url.strip()
    if not is_normalized("NFC", url):  # biber composes what it writes, and so would change the address
        url = _NOT_ASCII.sub(_percent, url)
    return _NOT_VERBATIM.sub(_percent, url)


def verbatim_ascii(url: str) -> str:
    """The address in ASCII alone, as `\\url` in a classic .bib must be."""
    return _NOT_ASCII.sub(_percent, verbatim(url))


def ascii_only(escaped: str) -> str:
    """Escaped text in ASCII alone: accents as TeX commands, what TeX has no command for as its code point.

    >>> print(ascii_only("Ñu — “Mañana” 😀"))
    {\\~N}u {---} {``}Ma{\\~n}ana{''} [U+1F600]
    """
    return _NOT_ASCII.sub(lambda match: _command(match[0]), escaped)


def unescape(tex: str) -> str:
    """The text that TeX prints: accents and special characters composed, commands and grouping braces gone.

    >>> unescape(r"50\\% of \\textbraceleft{}A\\textbraceright{}, {M\\"u}ller --- \\emph{s\\'i}")
    '50% of {A}, Müller — sí'
    """
    text = _GUARDED.sub("\ufffd", tex)
    if _TO_DECODE.search(text):
        text = _ESCAPED.sub(lambda match: chr(_BASE + ord(_NAMED[match[1]] if match[1] else match[2])), text)
        text = _LONE_GRAVE.sub(chr(_BASE + ord("`")), text)
        if "\\" in text or "--" in text or "`" in text or "''" in text or "~" in text:
            text = _ULATEX.decode(text)[0]  # type: ignore[arg-type]  # it decodes text, not bytes
        text = _COMMAND.sub("", text).translate(_GROUPING)
        text = _GUARDED.sub(lambda match: chr(ord(match[0]) - _BASE), text)
    if "[U+" in text:
        text = _CODE_POINT.sub(lambda match: _character(int(match[1], 16)), text)
    return text


def _tied(match: re.Match[str]) -> str:
    return "~" if "\xa0" in match[0] or "\u202f" in match[0] else " "


def _character(code: int) -> str:
    return chr(code) if code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd"


def _percent(match: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in match[0].encode("utf-8", "replace"))


@lru_cache(maxsize=4096)
def _command(character: str) -> str:
    try:
        code = str(codecs.encode(character, "ulatex+ascii"))
    except UnicodeEncodeError:
        return f"[U+{ord(character):04X}]"
    return f"{{{code.strip()}}}" if code.strip() else " "

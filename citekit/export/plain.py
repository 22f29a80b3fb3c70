"""A bibliography as a list with no citation style, for where nothing may be missing or slow: a notebook."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from citekit.bibliography import Bibliography
from citekit.export.caption import caption
from citekit.export.prose import tidy

_SHOWN = 200


def html_list(bibliography: Bibliography) -> Iterator[str]:
    """The first works as an HTML list: the key, and who, where, what, when; links go to http(s) alone.

    >>> from citekit.model import Work
    >>> "".join(html_list(Bibliography((Work("k", "book", "A < B"),))))
    '<p>1 work</p><ul><li><code>k</code> “A &lt; B”</li></ul>'
    """
    count = len(bibliography.works)
    yield f"<p>{count} work{'' if count == 1 else 's'}</p><ul>"
    for work in bibliography.works[:_SHOWN]:
        words = escape(tidy(caption(work)))
        if work.url and work.url.lower().startswith(("http://", "https://")):
            words = f'<a href="{escape(tidy(work.url))}">{words}</a>'
        yield f"<li><code>{escape(work.key)}</code> {words}</li>"
    if count > _SHOWN:
        yield f"<li>and {count - _SHOWN} more</li>"
    yield "</ul>"

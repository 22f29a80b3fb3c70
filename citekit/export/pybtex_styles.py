"""References formatted by pybtex's own styles: plain, unsrt, alpha and unsrtalpha, like BibTeX's own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from citekit.export.bibtex import to_pybtex
from citekit.export.guarded import guard
from citekit.export.tex import escape, unescape, verbatim
from citekit.model import Work

STYLES = ("plain", "unsrt", "alpha", "unsrtalpha")

_ADDRESS = re.compile(r"(?:[,;] )?\\url\{[^{}]*\}(?:; )?")


def references(works: Sequence[Work], style: str) -> Iterator[tuple[Work, str]]:
    """Each work with its reference as guarded HTML, in the order of the style."""
    from pybtex.backends.html import Backend
    from pybtex.plugin import find_plugin

    class Guarding(Backend):  # type: ignore[misc]
        """HTML that leaves text as it is, and has no links yet."""

        def format_str(self, text: str) -> str:
            return text  # guarded before the style saw it

        def format_href(self, url: str, text: str, external: bool = False) -> str:
            return text

    data = to_pybtex(works, "bibtex")
    by_key = {work.key: work for work in works}
    for key, entry in data.entries.items():
        work = by_key[key]
        entry.fields["note"] = escape(work.note or "")  # what else stands there is said beside the reference
        for field, value in list(entry.fields.items()):
            if shown := guard(unescape(_ADDRESS.sub("", value))):
                entry.fields[field] = f"{{{shown}}}" if field == "title" else shown
            else:
                del entry.fields[field]
        for person in entry.persons.get("author", ()):
            for names in (person.first_names, person.prelast_names, person.last_names, person.lineage_names):
                names[:] = [guard(unescape(name)) for name in names]
        if work.url:
            entry.fields["url"] = guard(verbatim(work.url))
    backend = Guarding("UTF-8")
    formatted = find_plugin("pybtex.style.formatting", style)().format_bibliography(data)
    for entry in formatted:
        yield by_key[entry.key], f"[{guard(entry.label)}] {' '.join(entry.text.render(backend).split())}"

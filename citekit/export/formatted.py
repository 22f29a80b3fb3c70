"""A bibliography as people read it: HTML, plain text or Markdown, in a citation style."""

from __future__ import annotations

import html as markup
from collections.abc import Callable, Iterator, Sequence

from citekit.bibliography import Bibliography
from citekit.export import csl_styles, guarded, pybtex_styles
from citekit.export.lookup import Lookup
from citekit.export.options import Options
from citekit.export.prose import addenda, cited_in, tidy
from citekit.model import Work

_PAGE = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Bibliography</title>
<style>
body { font: 1rem/1.5 serif; max-width: 44rem; margin: 2rem auto; padding: 0 1rem; }
li { margin: 0 0 .7em; padding-left: 2em; text-indent: -2em; }
ol { list-style: none; padding: 0; }
blockquote { text-indent: 0; font-size: .9em; margin: .3em 0; }
.cited { display: block; text-indent: 0; font-size: .85em; }
</style>
</head>
<body>
<h1>Bibliography</h1>
"""


def html(bibliography: Bibliography, options: Options | None = None) -> Iterator[str]:
    """A page in the style of `options`; what each work links to is its address, http(s) only."""
    options = options or Options()
    lookup = Lookup(bibliography)
    yield _PAGE
    for heading, works in _groups(bibliography, options):
        if heading:
            yield f"<h2>{markup.escape(tidy(heading))}</h2>\n"
        yield "<ol>\n"
        for work, reference in _references(works, options):
            yield f'<li id="{markup.escape(work.key)}">{_linked(guarded.html(reference), work)}'
            for line in _beside(work, lookup, options):
                yield f'\n<span class="cited">{markup.escape(line)}</span>'
            if work.archive_url and (link := _link(work.archive_url, "archived copy")):
                yield f'\n<span class="cited">{link}</span>'
            yield "</li>\n"
        yield "</ol>\n"
    yield "</body>\n</html>\n"


def text(bibliography: Bibliography, options: Options | None = None) -> Iterator[str]:
    """Plain text, a reference a paragraph."""
    return _lines(bibliography, options or Options(), guarded.plain, "{}\n{}\n\n", "  {}\n")


def markdown(bibliography: Bibliography, options: Options | None = None) -> Iterator[str]:
    """Markdown, a reference a list item."""
    return _lines(bibliography, options or Options(), guarded.markdown, "## {0}\n\n", "  {}\n", "- ")


def _lines(
    bibliography: Bibliography,
    options: Options,
    write: Callable[[str], str],
    title: str,
    beside: str,
    bullet: str = "",
) -> Iterator[str]:
    lookup = Lookup(bibliography)
    for heading, works in _groups(bibliography, options):
        if heading:
            shown = write(guarded.guard(tidy(heading)))
            yield title.format(shown, "-" * len(shown))
        for work, reference in _references(works, options):
            yield f"{bullet}{write(reference)}\n"
            for line in _beside(work, lookup, options):
                yield beside.format(write(guarded.guard(line)))
            if work.archive_url:
                yield beside.format(write(guarded.guard(f"Archived copy: {tidy(work.archive_url)}")))
            yield "" if bullet else "\n"
        yield "\n" if bullet else ""


def _groups(bibliography: Bibliography, options: Options) -> Iterator[tuple[str, Sequence[Work]]]:
    if options.group_by is None:
        yield "", bibliography.works
    else:
        yield from bibliography.groups(options.group_by).items()


def _references(works: Sequence[Work], options: Options) -> Iterator[tuple[Work, str]]:
    if options.style in pybtex_styles.STYLES:
        return pybtex_styles.references(works, options.style)
    return csl_styles.references(works, options.style)


def _beside(work: Work, lookup: Lookup, options: Options) -> Iterator[str]:
    for line in addenda(work, lookup):
        yield f"{line[:1].upper()}{line[1:]}."
    if options.include_quotes:
        yield from cited_in(work, lookup, quotes=True)


def _linked(reference: str, work: Work) -> str:
    """The reference with the work's address made a link, or with the link after it."""
    if not work.url:
        return reference
    shown = markup.escape(tidy(work.url))
    link = _link(work.url, tidy(work.url))
    return reference.replace(shown, link, 1) if link and shown in reference else reference


def _link(url: str, words: str) -> str:
    if not url.lower().startswith(("http://", "https://")):
        return ""
    return f'<a href="{markup.escape(tidy(url))}">{markup.escape(words)}</a>'

"""From what the user names to the bytes it stands for: files, folders, standard input, web addresses."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from citekit.errors import SourceError
from citekit.model import Page
from citekit.sources.files import paths, read_path

__all__ = ["Failure", "pages"]


@dataclass(frozen=True, slots=True)
class Failure:
    """A source that gave no page, as the user named it, and why."""

    source: str
    error: SourceError


def pages(
    locators: Iterable[str], *, allow_private: bool = False, contact: str | None = None
) -> Iterator[Page | Failure]:
    """The pages that the locators stand for, in order, each read when it is asked for.

    A locator is a path, a folder (walked in order of name), "-" for standard input, or an http(s) URL. What
    cannot be read is a `Failure` in its place, so that the others are still read. `allow_private` lets URLs
    lead to private addresses; `contact` is named in the User-Agent.

    >>> [type(page).__name__ for page in pages(["no/such/file"])]
    ['Failure']
    """
    web = None
    for locator in locators:
        try:
            if locator.lower().startswith(("http://", "https://")):
                if web is None:
                    from citekit.sources.web import Web  # requests costs a tenth of a second to import

                    web = Web(allow_private=allow_private, contact=contact)
                yield web.page(locator)
                continue
            found = paths(locator)
        except SourceError as error:
            yield Failure(locator, error)
            continue
        for path in found:
            try:
                page = read_path(path)
            except SourceError as error:
                yield Failure(path, error)
            else:
                yield page

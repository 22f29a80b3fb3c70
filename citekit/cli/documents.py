"""The documents of the sources that a command was given, each made when it is asked for."""

from __future__ import annotations

import logging
import os
import signal
from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

import click

from citekit.cli.terminal import Progress
from citekit.errors import CitekitError, SourceError
from citekit.model import Corpus, Document, Page
from citekit.text.terminal import safe

if TYPE_CHECKING:
    from citekit.articles import Hints


@dataclass(frozen=True, slots=True)
class Unread:
    """A source that came to nothing: the line to print and the exit code."""

    source: str
    message: str
    exit_code: int

    @property
    def line(self) -> str:
        """The message, which names the source once."""
        return self.message if self.source in self.message else f"{self.source}: {self.message}"


@dataclass
class Documents:
    """The documents of the sources, in order, each made when it is asked for.

    A source that cannot be read is one line on standard error; the others are still done, and `exit_code`
    tells afterwards: the code of the failures if they are of one kind, else 3.
    """

    sources: tuple[str, ...]
    hints: Hints
    fetching: dict[str, Any] = field(default_factory=dict)
    jobs: int = 1
    quiet: bool = False
    verbose: bool = False
    to_terminal: bool = False
    codes: set[int] = field(default_factory=set)

    @property
    def exit_code(self) -> int:
        """0 if everything was read so far."""
        if len(self.codes) > 1:
            return SourceError.exit_code if 1 not in self.codes else CitekitError.exit_code
        return next(iter(self.codes), 0)

    def __iter__(self) -> Iterator[Document]:
        return self._counted(shown=not (self.quiet or self.to_terminal))

    def corpus(self) -> Corpus:
        """All documents, resolved together, in the order of the sources."""
        from citekit.pipeline import resolve

        documents = list(self._counted(shown=not self.quiet))
        corpus = resolve(documents)
        place = {document.article.source: number for number, document in enumerate(documents)}
        ordered = sorted(corpus.documents, key=lambda document: place[document.article.source])
        return replace(corpus, documents=tuple(ordered))

    def _counted(self, *, shown: bool) -> Iterator[Document]:
        with Progress(shown=shown, total=self._total) as progress:
            for result in self._results():
                progress.step(result.source if isinstance(result, Unread) else result.article.source)
                if isinstance(result, Unread):
                    progress.clear()
                    click.echo(f"citekit: {safe(result.line)}", err=True)
                    self.codes.add(result.exit_code)
                else:
                    yield result

    def _total(self) -> int:
        """How many articles the sources hold, as far as can be told without reading them."""
        from citekit.sources.files import paths

        count = 0
        for source in self.sources:
            try:
                count += len(paths(source))
            except SourceError:  # a URL, or what will be said when its turn comes
                count += 1
        return count

    def _pages(self) -> Iterator[Page | Unread]:
        from citekit.sources import pages

        for found in pages(self.sources, **self.fetching):
            if isinstance(found, Page):
                logging.info("reading %s", safe(found.source))
                yield found
            else:
                yield Unread(found.source, str(found.error), found.error.exit_code)

    def _results(self) -> Iterator[Document | Unread]:
        if self.jobs == 1:
            for page in self._pages():
                yield page if isinstance(page, Unread) else _document(page, self.hints, self.verbose)
            return
        try:
            yield from self._parallel()
        except BrokenProcessPool as error:
            raise CitekitError(
                f"a process ended before its work was done (out of memory?): {error}"
            ) from error

    def _parallel(self) -> Iterator[Document | Unread]:
        """As many pages in flight as keep the processes busy, and no more: memory stays flat."""
        pool = ProcessPoolExecutor(self.jobs, initializer=_leave_interrupts_to_parent)
        waiting: deque[Unread | Future[Document | Unread]] = deque()
        try:
            for page in self._pages():
                waiting.append(
                    page
                    if isinstance(page, Unread)
                    else pool.submit(_document, page, self.hints, self.verbose)
                )
                if len(waiting) >= 4 * self.jobs:
                    yield _result(waiting.popleft())
            while waiting:
                yield _result(waiting.popleft())
        finally:
            pool.shutdown(cancel_futures=True)


def _result(waiting: Unread | Future[Document | Unread]) -> Document | Unread:
    return waiting if isinstance(waiting, Unread) else waiting.result()


def _leave_interrupts_to_parent() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _document(page: Page, hints: Hints, verbose: bool) -> Document | Unread:
    """One page's document. A fault of our own in one article must not cost the user the other 9,999."""
    from citekit.pipeline import extract, read

    try:
        return extract(read(page, hints))
    except CitekitError as error:
        return Unread(page.source, str(error), error.exit_code)
    except Exception as error:
        if verbose:
            logging.exception("%s (process %d)", safe(page.source), os.getpid())
        return Unread(
            page.source, f"a fault in citekit: {type(error).__name__}: {error}", CitekitError.exit_code
        )

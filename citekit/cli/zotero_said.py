"""What `citekit zotero` tells: a bar while it writes, and what came of it."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Sequence
from types import TracebackType
from typing import TYPE_CHECKING

import click

from citekit.text.terminal import clip, safe

if TYPE_CHECKING:
    from citekit.zotero.push import Outcome

_WIDTH = 20
_SHOWN = 20


class Bar:
    """A bar on standard error; silent where that is no terminal."""

    def __init__(self, *, shown: bool) -> None:
        self._shown = shown and sys.stderr.isatty()
        self._last = 0.0

    def __enter__(self) -> Bar:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._write("")

    def show(self, what: str, done: int, of: int) -> None:
        """Draw how much of what is done; ten times a second at most, but always the last."""
        now = time.monotonic()
        if done < of and now - self._last < 0.1:
            return
        self._last = now
        bar = "#" * round(_WIDTH * done / max(of, 1))
        self._write(clip(f"[{bar:-<{_WIDTH}}] {what}: {done} of {of}", 79))

    def _write(self, line: str) -> None:
        if self._shown:
            sys.stderr.write(f"\r\x1b[2K{line}")
            sys.stderr.flush()


def saying(*, quiet: bool) -> Callable[[str], None]:
    """A function that tells the user something on standard error, or nothing."""

    def say(words: str) -> None:
        if not quiet:
            click.echo(f"citekit: {safe(words)}", err=True)

    return say


def tell(outcome: Outcome, *, dry_run: bool, quiet: bool) -> None:
    """Print what a push did, or would do; what Zotero refused is an error, and gives the exit code."""
    would = "would be " if dry_run else ""
    if not quiet:
        rows: Sequence[tuple[str, Sequence[str]]] = (
            (f"items {would}created", outcome.created),
            (f"collections {would}created", outcome.collections),
            (f"items {would}added to", outcome.changed),
            (f"pairs {would}related", [" - ".join(pair) for pair in outcome.related]),
        )
        for label, names in rows:
            if names:
                shown = ", ".join(names[:_SHOWN]) + (", ..." if len(names) > _SHOWN else "")
                click.echo(f"{len(names)} {label}: {safe(shown)}")
        if outcome.notes:
            click.echo(f"{len(outcome.notes)} notes and links {would}added")
        click.echo(f"{len(outcome.found)} items were there already")
    for label, error in outcome.failed:
        click.echo(f"citekit: {safe(label)}: {safe(str(error))}", err=True)
    if outcome.failed:
        click.get_current_context().exit(outcome.failed[0][1].exit_code)

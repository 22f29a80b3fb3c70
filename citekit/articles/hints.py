"""What the user knows of an article that it may not say itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from citekit.model import Outlet, PartialDate


@dataclass(frozen=True, slots=True)
class Hints:
    """What was said on the command line: `media` overrides what the content looks like, the rest fills gaps.

    `outlet` is an `Outlet`, or its id, name or domain.
    """

    media: Literal["html", "text", "markdown"] | None = None
    url: str | None = None
    date: PartialDate | None = None
    outlet: Outlet | str | None = None
    language: str | None = None

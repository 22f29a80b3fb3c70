"""Posts, videos and recordings of other sites, shown inside an article."""

from __future__ import annotations

from citekit.articles.embeds.credit import Credit, read_credit
from citekit.articles.embeds.frames import Frame, frame_at, frame_of, has_words
from citekit.articles.embeds.snippets import Snippet, read_snippet

__all__ = ["Credit", "Frame", "Snippet", "frame_at", "frame_of", "has_words", "read_credit", "read_snippet"]

"""From the article's place on the page to its text: one pass over the nodes, in reading order."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from selectolax.lexbor import LexborNode

from citekit.articles.html.body import Body, is_furniture
from citekit.articles.html.builder import Builder
from citekit.articles.html.furniture import is_byline_class
from citekit.articles.html.links import Links
from citekit.articles.html.tree import names
from citekit.model import MarkKind, PassageKind

_BLOCK = frozenset(
    "address article aside blockquote center dd details div dl dt fieldset figure footer h1 h2 h3 h4 h5 h6 header hgroup hr li "
    "main ol p pre section summary table tbody td tfoot th thead tr ul body html".split()
)
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_MARKS: dict[str, MarkKind] = {
    "em": "emphasis", "i": "emphasis", "strong": "strong", "b": "strong", "cite": "cite", "q": "quote",
}  # fmt: skip
LONGEST_BYLINE = 300


@dataclass(slots=True)
class _Context:
    """What the words at this point of the walk are part of."""

    kind: PassageKind = "paragraph"
    block: int = 0
    depth: int = 0


@dataclass(slots=True)
class Walk:
    """The walk's state; `blocks` counts the containers met so far."""

    builder: Builder
    links: Links
    exempt: set[int]
    blocks: int = 0
    contexts: list[_Context] = field(default_factory=lambda: [_Context()])

    def over(self, body: Body) -> None:
        """Write all that is the article's under `body` into the builder."""
        stack = [iter(body.root.iter(include_text=True))]
        exits: list[Callable[[], None]] = [self._flush]
        while stack:
            node = next(stack[-1], None)
            if node is None:
                stack.pop()
                exits.pop()()
                continue
            tag = node.tag
            if tag == "-text":
                self._words(node)
            elif tag == "br":
                self._break()
            elif (
                tag
                and tag[0] != "-"
                and node.mem_id not in body.without
                and not is_furniture(node, self.exempt)
            ):
                stack.append(iter(node.iter(include_text=True)))
                exits.append(self._enter(node, tag))
        self._flush()

    def _words(self, node: LexborNode) -> None:
        self.builder.words(node.text_content or "", verbatim=self.contexts[-1].kind == "preformatted")

    def _break(self) -> None:
        self.builder.line()
        if self.builder.broken:
            self._flush()

    def _flush(self) -> None:
        context = self.contexts[-1]
        self.builder.flush(context.kind, context.block, context.depth)

    def _enter(self, node: LexborNode, tag: str) -> Callable[[], None]:
        """Open an element; the answer closes it."""
        if tag == "a":
            return self._link(node)
        if tag in _MARKS:
            begin = self.builder.here()
            return lambda: self.builder.mark(begin, _MARKS[tag])
        if tag not in _BLOCK:
            return _nothing
        self._flush()
        context = self._context(node, tag)
        if context is None:
            return self._flush
        self.contexts.append(context)
        return self._leave

    def _leave(self) -> None:
        self._flush()
        self.contexts.pop()

    def _context(self, node: LexborNode, tag: str) -> _Context | None:
        """What an element makes of the words in it, if that differs from what they were before."""
        around = self.contexts[-1]
        if around.kind == "embed":
            return None
        if tag in _HEADINGS:
            return _Context("heading", around.block, around.depth)
        if tag == "blockquote":
            self.blocks += 1
            if any(
                word in (node.attributes.get("class") or "") for word in ("twitter-", "instagram-", "tiktok-")
            ):
                return _Context("embed", self.blocks, around.depth)
            return _Context("quotation", self.blocks, around.depth + 1)
        if tag in ("ul", "ol", "dl", "table"):
            self.blocks += 1
            return _Context(around.kind, self.blocks, around.depth)
        if tag in ("li", "td", "th", "dt", "dd"):
            return _Context("item", around.block, around.depth)
        if tag == "pre":
            return _Context("preformatted", around.block, around.depth)
        if around.kind == "paragraph" and (said := names(node.attributes)) and is_byline_class(said):
            return _Context("byline") if len(node.text()) < LONGEST_BYLINE else None
        return None

    def _link(self, node: LexborNode) -> Callable[[], None]:
        attributes = node.attributes
        url = self.links.absolute(attributes.get("href"))
        if url is None:
            return _nothing
        begin = self.builder.here()
        rel = " ".join((attributes.get("rel") or "").lower().split())
        return lambda: self.builder.link(begin, url, rel)


def _nothing() -> None:
    """Close an element that means nothing."""

"""From the article's place on the page to its text: one pass over the nodes, in reading order."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from selectolax.lexbor import LexborNode

from citekit.articles.embeds import Frame, frame_at, frame_of, has_words, read_snippet
from citekit.articles.html.body import Body, listings
from citekit.articles.html.builder import Builder
from citekit.articles.html.contexts import BLOCKS, Context, inside
from citekit.articles.html.elements import WORDLESS, Elements
from citekit.articles.html.links import Links
from citekit.articles.html.posts import Posts
from citekit.articles.html.tree import holds_words_alone
from citekit.model import MarkKind

_MARKS: dict[str, MarkKind] = {
    "em": "emphasis",
    "i": "emphasis",
    "strong": "strong",
    "b": "strong",
    "cite": "cite",
    "q": "quote",
}
_IMAGES = (".jpg", ".jpeg", ".png", ".gif", ".webp", ".svg", ".avif")
_CARD = "p, div, h2, h3, h4, h5, h6, li, section, article"
LONGEST_BYLINE = 300

Close = Callable[[], None]


@dataclass(slots=True)
class Walk:
    """Writes what it meets into a builder, and the posts it meets into `posts`; `blocks` counts the
    containers.
    """

    builder: Builder
    links: Links
    elements: Elements
    posts: Posts = field(default_factory=Posts)
    blocks: int = 0
    contexts: list[Context] = field(default_factory=lambda: [Context()])

    def bylines(self, nodes: list[LexborNode]) -> None:
        """Write lines of authors and credits that stand outside the text."""
        for node in nodes:
            self.contexts.append(Context("byline"))
            self._nodes(node, set())
            self._leave()

    def over(self, body: Body) -> None:
        """Write all that is the article's in `body`."""
        self._nodes(body.root, body.without | listings(body.root, self.links))

    def _nodes(self, root: LexborNode, without: set[int]) -> None:
        stack = [iter(root.iter(include_text=True))]
        exits: list[Close] = [self._flush]
        while stack:
            node = next(stack[-1], None)
            if node is None:
                stack.pop()
                exits.pop()()
                continue
            tag = node.tag or "-"
            if tag == "-text":
                self._words(node)
            elif tag == "br":
                self._break()
            elif tag[0] != "-" and node.mem_id not in without:
                close = self._enter(node, tag, node.attributes)
                if close is None:
                    continue
                first = node.first_child
                if first is None:
                    close()
                elif first.next is None and first.is_text_node:  # most elements hold words alone
                    self._words(first)
                    close()
                else:
                    stack.append(iter(node.iter(include_text=True)))
                    exits.append(close)

    def _words(self, node: LexborNode) -> None:
        self.builder.words(node.text_content or "", verbatim=self.contexts[-1].kind == "preformatted")

    def _break(self) -> None:
        self.builder.line()
        if self.builder.broken:
            self._flush()

    def _flush(self) -> None:
        context = self.contexts[-1]
        self.builder.flush(context.kind, context.block, context.depth)

    def _leave(self) -> None:
        self._flush()
        self.contexts.pop()

    def _enter(self, node: LexborNode, tag: str, attributes: dict[str, str | None]) -> Close | None:
        """Open an element: the answer closes it; None leaves it out with all that is in it."""
        if attributes:
            classes = attributes.get("class")
            if classes and (platform := has_words(classes)):
                return self._post(node, platform, tag, attributes)
            shown = frame_of(tag, attributes)
            if shown is not None:
                return self._frame(shown)
        if (attributes or tag in WORDLESS) and self.elements.is_furniture(node):
            return None
        if tag == "a":
            return self._link(node, attributes)
        if tag in _MARKS:
            return self._mark(tag)
        if tag == "sup" and node.css_first("a") is not None and node.text().strip().isdigit():
            self.builder.words("[")
            return lambda: self.builder.words("]")
        if tag not in BLOCKS:
            return _nothing
        return self._block(node, tag, attributes)

    def _block(self, node: LexborNode, tag: str, attributes: dict[str, str | None]) -> Close | None:
        around = self.contexts[-1]
        if attributes and around.kind == "paragraph":
            if self.elements.is_standfirst(node) and not self.builder.has_prose():
                return None
            if self.elements.is_byline(node) and len(node.text()) < LONGEST_BYLINE:
                return self._into(Context("byline"))
        context = inside(node, tag, around, self.blocks + 1)
        if context is around:
            self._flush()
            return self._flush
        self.blocks = max(self.blocks, context.block)
        close = self._into(context)
        return self._cited(close, attributes.get("cite")) if tag == "blockquote" else close

    def _into(self, context: Context) -> Close:
        self._flush()
        self.contexts.append(context)
        return self._leave

    def _cited(self, close: Close, cite: str | None) -> Close:
        """A quotation whose markup names its source has an empty link to it at its end."""
        url = self.links.absolute(cite)
        if url is None or not url.startswith(("http://", "https://")):
            return close

        def leave() -> None:
            close()
            self.builder.link(self.builder.position, url, "cite")

        return leave

    def _mark(self, tag: str) -> Close:
        if tag == "q":
            self.builder.words("“", glued=True)
        begin = self.builder.here()

        def leave() -> None:
            self.builder.mark(begin, _MARKS[tag])
            if tag == "q":
                self.builder.words("”")

        return leave

    def _link(self, node: LexborNode, attributes: dict[str, str | None]) -> Close | None:
        url = self.links.absolute(attributes.get("href"))
        if url is None:
            return _nothing
        if self.links.is_own(url) and not holds_words_alone(node) and node.css_first(_CARD) is not None:
            return None  # a card: picture, headline and teaser of another article of the same outlet
        begin = self.builder.here()
        rel = " ".join((attributes.get("rel") or "").lower().split())
        if self.contexts[-1].kind == "byline" and "author" not in rel.split():
            rel = f"{rel} author".strip()

        def leave() -> None:
            if self.builder.position > begin or not url.lower().partition("?")[0].endswith(_IMAGES):
                self.builder.link(begin, url, rel)

        return leave

    def _post(
        self, node: LexborNode, platform: str, tag: str, attributes: dict[str, str | None]
    ) -> Close | None:
        """A block with a post's own words in it."""
        shown = frame_of(tag, attributes)
        targets = [link.attributes.get("href") or "" for link in node.css("a[href]")]
        frame = (
            shown if isinstance(shown, Frame) else next(filter(None, map(frame_at, reversed(targets))), None)
        )
        frame = frame or Frame(platform, url=self.links.absolute(targets[-1]) if targets else None)
        if self.posts.has_words(frame):
            return None
        self._flush()
        self.blocks += 1
        self.contexts.append(Context("embed", self.blocks, self.contexts[-1].depth))
        begin = self.builder.here()
        place = self.builder.pieces

        def leave() -> None:
            self._leave()
            text = self.builder.text_since(place)
            self.posts.add(frame, begin if text.strip() else self.builder.position, text)

        return leave

    def _frame(self, shown: Frame | str) -> Close | None:
        """An element that only shows something of another site; what else is in it is for old browsers."""
        snippet = read_snippet(shown) if isinstance(shown, str) else None
        frame = snippet.frame if snippet else shown
        if not isinstance(frame, Frame):
            return _nothing
        if snippet is None or not snippet.paragraphs:
            self.posts.add(frame, self.builder.position, "")
        elif not self.posts.has_words(frame):
            self._flush()
            self.blocks += 1
            begin, place = self.builder.here(), self.builder.pieces
            for paragraph in snippet.paragraphs:
                for words, target in paragraph:
                    start = self.builder.here()
                    self.builder.words(words)
                    if target:
                        self.builder.link(start, target, "")
                self.builder.flush("embed", self.blocks, self.contexts[-1].depth)
            self.posts.add(frame, begin, self.builder.text_since(place))
        return None


def _nothing() -> None:
    """Close an element that means nothing."""

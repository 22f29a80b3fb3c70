"""Text reuse: a quoted passage that stands in another article which was read is from that article.

Winnowing (Schleimer, Wilkerson and Aiken, "Winnowing: local algorithms for document fingerprinting", SIGMOD
2003) over shingles of eight words: any shared run of `SHINGLE + WINDOW - 1` words or more is found, most
shorter ones too.
"""

from __future__ import annotations

import re
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from citekit.model import Citation, Document

SHINGLE = 8
WINDOW = 4
_WORD = re.compile(r"\w+")
_SHARE = 0.5


def fingerprints(text: str, window: int = WINDOW) -> Iterator[tuple[int, int]]:
    """(hash, offset) of the shingles that stand for a text: the least of each window of them."""
    words = [(m.group().casefold(), m.start()) for m in _WORD.finditer(text)]
    hashes = [
        (zlib.crc32(" ".join(w for w, _ in words[i : i + SHINGLE]).encode()), words[i][1])
        for i in range(len(words) - SHINGLE + 1)
    ]
    if window <= 1:
        yield from hashes
        return
    last = None
    for start in range(max(1, len(hashes) - window + 1)):
        frame = hashes[start : start + window]
        if not frame:
            return
        least = min(frame, key=lambda pair: pair[0])
        if least != last:
            yield least
            last = least


def sources_of_quotes(
    documents: Sequence[Document], citations: Sequence[Sequence[Citation]]
) -> dict[tuple[int, str], int]:
    """For each (document, citation id) whose quoted words stand in another document: the number of that
    document.

    Words that two other documents share alike are left without a source: the first of them is not guessed.
    """
    if len(documents) < 2:
        return {}
    index: dict[int, set[int]] = defaultdict(set)
    for number, document in enumerate(documents):
        for mark, _ in fingerprints(document.article.text):
            index[mark].add(number)
    found = {}
    for number, document in enumerate(documents):
        for citation in citations[number]:
            if citation.quote is None or (citation.form == "reprint" and citation.url):
                continue
            marks = list(fingerprints(citation.quote.of(document.article.text), 1))
            if not marks:
                continue
            hits = Counter(d for mark, _ in marks for d in index.get(mark, ()) if d != number)
            best = hits.most_common(2)
            wanted = max(1, int(_SHARE * len(marks) / (WINDOW + 1) * 2))
            if best and best[0][1] >= wanted and (len(best) == 1 or best[0][1] > best[1][1]):
                found[(number, citation.id)] = best[0][0]
    return found

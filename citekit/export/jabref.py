"""JabRef's groups, version 3: the one way in which Zotero's own .bib importer makes collections.

Format: a tree in a comment, a line a group, `level ExplicitGroup:name\\;0\\;key\\;key\\;;`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from citekit.export.prose import tidy
from citekit.model import Work

# The importers look for the first "}" and split at ";", with no way round either.
_RESERVED = re.compile(r"[{}\\;@]")


def groups_comment(groups: Mapping[str, Sequence[Work]]) -> str:
    """The groups as two comments to stand after the entries; a work may be in several.

    >>> print(groups_comment({"Shea; 2019": [Work("a", "book"), Work("b", "book")]}))
    <BLANKLINE>
    @comment{jabref-meta: groupsversion:3;}
    <BLANKLINE>
    @comment{jabref-meta: groupstree:
    0 AllEntriesGroup:;
    1 ExplicitGroup:Shea, 2019\\;0\\;a\\;b\\;;
    }
    <BLANKLINE>
    """
    lines = ["\n@comment{jabref-meta: groupsversion:3;}\n\n@comment{jabref-meta: groupstree:\n"]
    lines.append("0 AllEntriesGroup:;\n")
    for heading, works in groups.items():
        name = _RESERVED.sub(",", tidy(heading)) or "No title"
        keys = "".join(f"{work.key}\\;" for work in works)
        lines.append(f"1 ExplicitGroup:{name}\\;0\\;{keys};\n")
    return "".join([*lines, "}\n"])

"""What a spreadsheet must not take for more than words."""

from __future__ import annotations

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def guard(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula (OWASP, "CSV injection"), without NULs.

    >>> guard('=HYPERLINK("x")'), guard("words")
    ('\\'=HYPERLINK("x")', 'words')
    """
    cell = cell.replace("\0", "")
    return f"'{cell}" if cell.startswith(_FORMULA) else cell

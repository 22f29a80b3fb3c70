"""What can go wrong at citekit's doors, and the exit code of each.

    CitekitError                1   anything below
    ├── SourceError             3   an article could not be read: not there, not readable, refused
    │   ├── FetchError          4   a URL could not be fetched
    │   └── FormatError         5   what was read is not an article (binary, unknown format)
    ├── DataError               6   a data file (outlets, phrases, styles) is wrong
    ├── OutputError             7   a result could not be written, or in no such format
    ├── PluginError             8   a reader, detector or exporter is unknown or broken
    ├── BibliographyError       9   a .bib, CSL-JSON or RIS file could not be read
    └── ZoteroError            10   Zotero refused, or did not do what it was asked

Click's own 2 means that the command line was wrong. Trouble inside an article is no exception but a
`citekit.model.Problem`.
"""


class CitekitError(Exception):
    """Any error that citekit raises on purpose; its text says what, where and what to do."""

    exit_code = 1


class SourceError(CitekitError):
    """An article could not be read."""

    exit_code = 3


class FetchError(SourceError):
    """A URL could not be fetched."""

    exit_code = 4


class FormatError(SourceError):
    """What was read is not an article."""

    exit_code = 5


class DataError(CitekitError):
    """A data file is wrong; the text names file and line."""

    exit_code = 6


class OutputError(CitekitError):
    """A result could not be written."""

    exit_code = 7


class PluginError(CitekitError):
    """A plugin is unknown or broken; the text names the known ones."""

    exit_code = 8


class BibliographyError(CitekitError):
    """A bibliography file could not be read; the text names file and line."""

    exit_code = 9


class ZoteroError(CitekitError):
    """Zotero refused, or did not do what it was asked."""

    exit_code = 10

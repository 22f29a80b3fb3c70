"""The JavaScript that draws the page: sigma and graphology, taken from the installed package `ipysigma`.

ipysigma (MIT, by the médialab of Sciences Po) ships both (MIT, too) as modules with readable names. They
are put into each page when it is written, so that a page needs no network and this project has no copy of
them.
"""

from __future__ import annotations

from importlib.metadata import distribution
from importlib.resources import files

from citekit.errors import CitekitError
from citekit.graph.need import need

_MODULES = (
    "./node_modules/events/events.js",
    "./node_modules/graphology/dist/graphology.umd.min.js",
    "./node_modules/sigma/index.js",
)


def library() -> str:
    """The scripts, and the licence that they come under, safe inside a `script` element.

    Raises `CitekitError` if ipysigma is not installed, or a version that does not have them.
    """
    need("ipysigma")
    scripts = [
        entry.read_text("utf-8")
        for entry in files("ipysigma").joinpath("labextension", "static").iterdir()
        if entry.name.endswith(".js")
    ]
    found = []
    for module in _MODULES:
        holding = [script for script in scripts if f'/***/ "{module}":' in script]
        if not holding:
            version = distribution("ipysigma").version
            raise CitekitError(f"ipysigma {version} does not ship {module}; citekit needs 0.24.6")
        found.append(min(holding, key=len))
    licence = distribution("ipysigma").read_text("LICENSE.txt") or "MIT"
    return inside_script("\n".join((f"/*! {licence.replace('*/', '* /')} */", *dict.fromkeys(found))))


def inside_script(script: str) -> str:
    """A script with nothing in it that an HTML parser would take for the end of its element.

    In JavaScript, these can stand in strings, comments and regular expressions only, where the backslash
    changes nothing.

    >>> inside_script("'</script>'")
    "'<\\\\/script>'"
    """
    return script.replace("</", "<\\/").replace("<!--", "<\\!--")

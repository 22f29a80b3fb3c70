"""Straight into Zotero: the bibliography as items, collections, notes and Related links of a library.

`plan` turns a bibliography into what a library should hold; `push` makes the library hold it, over one of
three roads: the local API of Zotero 10 and later, the Web API of zotero.org, or the connector of any Zotero
since 5. The facts of all three are measured; the tests' server answers as the recorded requests show.
"""

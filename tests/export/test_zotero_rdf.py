"""Zotero RDF as Zotero's importer was measured to read it: ../shared/zotero/example.rdf."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from pathlib import Path

from citekit.bibliography import Bibliography
from citekit.export.options import Options
from citekit.export.zotero_rdf import zotero_rdf
from citekit.model import Outlet, Person, Work
from tests.export.works import BIBLIOGRAPHY, WORKS

RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
DC = "{http://purl.org/dc/elements/1.1/}"
DCTERMS = "{http://purl.org/dc/terms/}"
Z = "{http://www.zotero.org/namespaces/export#}"
BIB = "{http://purl.org/net/biblio#}"


def tree(bibliography: Bibliography = BIBLIOGRAPHY, **options: object) -> ET.Element:
    """The file, parsed."""
    return ET.fromstring("".join(zotero_rdf(bibliography, Options(**options))))  # type: ignore[arg-type]


def test_every_subject_that_is_named_is_there() -> None:
    root = tree()
    subjects = [node.get(f"{RDF}about") for node in root]
    named = [node.get(f"{RDF}resource") for node in root.iter() if node.get(f"{RDF}resource")]
    assert len(subjects) == len(set(subjects))
    assert set(named) <= set(subjects)


def test_each_work_is_an_item_with_its_key() -> None:
    keys = [node.text for node in tree().iter(f"{Z}citationKey")]
    assert keys == [work.key for work in WORKS]


def test_each_article_is_a_collection_below_one() -> None:
    found = {node.findtext(f"{DC}title"): node for node in tree().iter(f"{Z}Collection")}
    assert set(found) == {"Along the shore; {part 1}", "Far inland", "No article", "citekit"}
    assert len(found["Far inland"].findall(f"{DCTERMS}hasPart")) == 1
    assert len(found["citekit"].findall(f"{DCTERMS}hasPart")) == 3


def test_a_note_holds_the_quoted_words_as_html() -> None:
    notes = [node.findtext(f"{RDF}value") or "" for node in tree().iter(f"{BIB}Memo")]
    assert any(
        "<blockquote>Nobody here remembers a strike like this one.</blockquote>" in note for note in notes
    )


def test_a_post_is_a_forum_post_with_one_field_for_its_author() -> None:
    post = Work(
        "k", "post", "T", (Person("Sprague", "Jeb", handle="JebSprague"),), outlet=Outlet("x", "X", "x.com")
    )
    item = tree(Bibliography((post,)))[0]
    assert item.findtext(f"{Z}itemType") == "forumPost"
    assert item.findtext(f"{Z}type") == "Tweet"
    assert item.findtext(f".//{Z}Forum/{DC}title") == "Twitter"
    names = [node.text for node in item.iter("{http://xmlns.com/foaf/0.1/}surname")]
    assert names == ["Jeb Sprague [@JebSprague]"]
    assert not list(item.iter("{http://xmlns.com/foaf/0.1/}givenName"))


def test_only_elements_that_zotero_was_seen_to_take(shared: Path) -> None:
    """The captured file shows what an import keeps; what goes beyond it is Zotero's for other types."""
    taken = {node.tag for node in ET.parse(shared / "zotero" / "example.rdf").iter()}
    beyond = {node.tag for node in tree().iter()} - taken
    publisher = {
        f"{DC}publisher",
        "{http://xmlns.com/foaf/0.1/}Organization",
        "{http://xmlns.com/foaf/0.1/}name",
    }
    prism = "{http://prismstandard.org/namespaces/1.2/basic/}"
    classes = {tag for tag in beyond if tag.startswith((BIB, Z)) and tag.rpartition("}")[2][:1].isupper()}
    assert beyond - classes - publisher <= {f"{prism}volume", f"{prism}number", f"{BIB}pages"}

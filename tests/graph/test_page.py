"""The page that shows a graph, as a reader uses it, in a real browser."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from selenium.webdriver import ActionChains, Chrome, Keys
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.ui import Select, WebDriverWait

from citekit.export.graphs import export
from citekit.export.graphs.sigma import library
from citekit.graph import graph
from tests.graph.browser import chromium
from tests.graph.samples import NASTY, corpus

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("page") / "graph.html"
    path.write_text("".join(map(str, export(graph(corpus()), "html"))), "utf-8")
    return path


@pytest.fixture(scope="module")
def window() -> Iterator[Chrome]:
    with chromium() as found:
        yield found


@pytest.fixture
def browser(window: Chrome, page: Path) -> Iterator[Chrome]:
    window.get(page.as_uri())
    WebDriverWait(window, 20).until(lambda w: "nodes" in w.find_element(By.ID, "summary").text)
    yield window
    wrong = [line for line in window.get_log("browser") if line["level"] == "SEVERE"]  # type: ignore[no-untyped-call]
    assert not wrong


def by_id(browser: Chrome, name: str) -> WebElement:
    return browser.find_element(By.ID, name)


def find(browser: Chrome, words: str) -> None:
    by_id(browser, "search").send_keys(words)
    by_id(browser, "found").find_element(By.TAG_NAME, "button").click()


def test_it_counts_what_it_shows(browser: Chrome) -> None:
    assert by_id(browser, "summary").text == "7 of 7 nodes, 6 of 8 edges, 9 citations"
    assert "Moon of Alabama" in by_id(browser, "legend").text


def test_search_shows_a_profile(browser: Chrome) -> None:
    find(browser, "abc n")
    shown = by_id(browser, "details").text
    assert "ABC News\nbroadcaster · US" in shown
    assert "FAIR: 2 citations" in shown
    assert "pagerank" in shown
    assert browser.switch_to.active_element == by_id(browser, "details")


def test_search_takes_enter_and_says_when_nothing_is_found(browser: Chrome) -> None:
    by_id(browser, "search").send_keys("ÁLABAMA", Keys.ENTER)
    assert "Moon of Alabama" in by_id(browser, "details").text
    by_id(browser, "search").send_keys("xyz")
    assert by_id(browser, "found").text == "Nothing is called so."


def test_an_edge_shows_the_passages_that_make_it(browser: Chrome) -> None:
    find(browser, "abc")
    browser.find_element(By.XPATH, "//button[starts-with(., 'Moon of Alabama: 2')]").click()
    details = by_id(browser, "details")
    assert "Moon of Alabama cites ABC News\n2 citations (link 1, parenthetical 1)" in details.text
    assert "1 inside another's words" in details.text
    assert "word00001" in details.text
    link = details.find_element(By.LINK_TEXT, "Lessons")
    assert urlsplit(link.get_attribute("href") or "").hostname == "www.moonofalabama.org"
    assert "noopener" in (link.get_attribute("rel") or "")


def test_what_articles_say_is_only_text(browser: Chrome) -> None:
    find(browser, "script")
    assert by_id(browser, "details").find_element(By.TAG_NAME, "h2").text == NASTY
    browser.find_element(By.XPATH, "//button[starts-with(., 'FAIR: 1')]").click()
    assert NASTY in by_id(browser, "details").text
    assert len(browser.find_elements(By.TAG_NAME, "script")) == 3


def test_a_filter_by_form(browser: Chrome) -> None:
    by_id(browser, "filters").click()
    for box in by_id(browser, "forms").find_elements(By.TAG_NAME, "input"):
        if box.get_attribute("value") != "link":
            box.click()
    assert by_id(browser, "summary").text == "3 of 7 nodes, 2 of 8 edges, 2 citations"
    by_id(browser, "show-all").click()
    assert "9 citations" in by_id(browser, "summary").text


def test_filters_by_kind_count_and_date(browser: Chrome) -> None:
    by_id(browser, "filters").click()
    least = by_id(browser, "least")
    least.send_keys(Keys.ARROW_RIGHT)
    assert "3 of 8 edges" in by_id(browser, "summary").text
    by_id(browser, "show-all").click()
    browser.find_element(By.CSS_SELECTOR, "#kinds input[value=broadcaster]").click()
    assert "4 of 8 edges" in by_id(browser, "summary").text
    by_id(browser, "show-all").click()
    browser.execute_script(
        "const since = document.getElementById('since'); since.value = '2020-01-20';"
        "since.dispatchEvent(new Event('change'))"
    )
    assert "2 of 8 edges" in by_id(browser, "summary").text
    by_id(browser, "carries").click()
    assert "2 of 8 edges" in by_id(browser, "summary").text
    by_id(browser, "show-all").click()
    by_id(browser, "carries").click()
    assert "8 of 8 edges" in by_id(browser, "summary").text


def test_a_click_in_the_picture_shows_the_node(browser: Chrome) -> None:
    find(browser, "abc")
    ActionChains(browser).pause(0.6).perform()  # the picture moves the node to its middle
    by_id(browser, "search").send_keys(Keys.ESCAPE)
    assert by_id(browser, "details").text == ""
    ActionChains(browser).move_to_element(by_id(browser, "canvas")).click().pause(0.4).perform()
    assert "ABC News" in by_id(browser, "details").text


def test_keys_move_and_zoom_the_picture(browser: Chrome) -> None:
    canvas = by_id(browser, "canvas")
    before = canvas.screenshot_as_png
    canvas.send_keys(Keys.ARROW_LEFT)
    ActionChains(browser).pause(0.3).perform()
    moved = canvas.screenshot_as_png
    canvas.send_keys("+")
    ActionChains(browser).pause(0.6).perform()
    assert len({before, moved, canvas.screenshot_as_png}) == 3


def test_lists_say_what_the_picture_shows(browser: Chrome) -> None:
    by_id(browser, "all-nodes").click()
    first = by_id(browser, "all-nodes").find_element(By.CSS_SELECTOR, "tbody tr").text
    assert first.startswith("ABC News broadcaster 4")
    by_id(browser, "all-edges").click()
    rows = by_id(browser, "all-edges").find_elements(By.CSS_SELECTOR, "tbody tr")
    assert len(rows) == 6
    rows[0].find_element(By.TAG_NAME, "button").click()
    assert "2 citations" in by_id(browser, "details").text


def test_colours_sizes_and_themes(browser: Chrome) -> None:
    Select(by_id(browser, "color-by")).select_by_visible_text("kind")
    assert "broadcaster" in by_id(browser, "legend").text
    before = by_id(browser, "canvas").screenshot_as_png
    Select(by_id(browser, "size-by")).select_by_visible_text("pagerank")
    assert by_id(browser, "canvas").screenshot_as_png != before
    by_id(browser, "theme").click()
    dark = browser.find_element(By.TAG_NAME, "body").value_of_css_property("background-color")
    assert re.findall(r"\d+", dark)[:3] == ["22", "24", "28"]


def test_everything_can_be_named_and_reached(browser: Chrome) -> None:
    """What can be used has a name for a screen reader."""
    for element in browser.find_elements(By.CSS_SELECTOR, "button, input, select, #canvas, summary"):
        if element.is_displayed():
            assert element.accessible_name, element.get_attribute("outerHTML")


def test_it_prints_its_picture(browser: Chrome) -> None:
    printed = base64.b64decode(browser.print_page())
    assert printed.startswith(b"%PDF")
    drawn = browser.execute_script("return document.querySelectorAll('#print circle').length")
    assert drawn == 7


def test_without_webgl_the_lists_still_work(page: Path) -> None:
    with chromium("--disable-3d-apis") as browser:
        browser.get(page.as_uri())
        assert by_id(browser, "unable").is_displayed()
        find(browser, "abc")
        assert "FAIR: 2 citations" in by_id(browser, "details").text


def test_the_page_asks_for_nothing(page: Path) -> None:
    text = page.read_text("utf-8")
    assert "default-src 'none'" in text
    assert not re.search(r"<(script|link|img|iframe)[^>]+(src|href)=", text.replace(library(), ""))
    assert len(text) < 600_000

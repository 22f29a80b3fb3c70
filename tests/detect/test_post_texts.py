"""Posts copied into a text, in the layouts in which browsers and readers leave them."""

from __future__ import annotations

import time

import pytest

from tests.detect.read_texts import TOWN, read_text

WORDS = "The pumps are gone. Nobody knows where they went."

# A post, and its platform, its account and its day.
POSTS = [
    (f"Ada Moor @adamoor - 20:19 UTC · Nov 11, 2019\n{WORDS}", ("Twitter", "Ada Moor", "2019-11-11")),
    (f"Ada Moor @adamoor May 3\n{WORDS}", ("Twitter", "Ada Moor", None)),
    (f"Ada Moor (@adamoor) · May 3, 2019\n\n{WORDS}", ("Twitter", "Ada Moor", "2019-05-03")),
    (f"Ada Moor ✔ @adamoor 9:14 AM - 3 May 2019\n{WORDS}", ("Twitter", "Ada Moor", "2019-05-03")),
    (f"Ada Moor\n@adamoor\n{WORDS}\n9:14 AM · May 3, 2019\n4 Likes", ("Twitter", "Ada Moor", "2019-05-03")),
    (f"Ada Moor\n\n@adamoor\n\n{WORDS}\n\n9:14 AM · May 3, 2019", ("Twitter", "Ada Moor", "2019-05-03")),
    (f"Ada Moor\n✔\n@adamoor\n\n{WORDS}\n9:14 AM - May 3, 2019", ("Twitter", "Ada Moor", "2019-05-03")),
    (f"Ada Moor\n@adamoor\nReplying to @orn\n{WORDS}\nMay 3, 2019", ("Twitter", "Ada Moor", "2019-05-03")),
    (f"Ada Moor\n@adamoor\n·\nMay 3, 2019\n{WORDS}", ("Twitter", "Ada Moor", "2019-05-03")),
    (f"{WORDS}\n\n— Ada Moor (@adamoor) May 3, 2019", ("Twitter", "Ada Moor", "2019-05-03")),
    (f"{WORDS}\n— Ada Moor (@adamoor)", ("Twitter", "Ada Moor", None)),
    (f"Ada Moor on Twitter: “{WORDS}”", ("Twitter", "Ada Moor", None)),
    (f"Rain Watch on Telegram: “{WORDS}”", ("Telegram", "Rain Watch", None)),
    (f"Anna Moor auf Facebook: „{WORDS}“", ("Facebook", "Anna Moor", None)),
    (
        f"Ada Moor (@adamoor.bsky.social) May 3, 2024 at 9:14 AM\n{WORDS}",
        ("Bluesky", "Ada Moor", "2024-05-03"),
    ),
    (f"Ada Moor (@adamoor@mastodon.social) 3 May 2023\n{WORDS}", ("Mastodon", "Ada Moor", "2023-05-03")),
]


@pytest.mark.parametrize(("post", "wanted"), POSTS)
def test_a_post_as_it_was_copied(post: str, wanted: tuple[str, str, str | None]) -> None:
    found = read_text(f"{TOWN}{post}\n\nI think that she is right about that, as so often.")
    (citation,) = found.citations
    date = str(citation.date).partition("T")[0] if citation.date else None
    assert (citation.outlet and citation.outlet.name, citation.authors[0].name, date) == wanted
    assert citation.quote is not None
    assert citation.quote.of(found.article.text).startswith(WORDS)


def test_a_post_of_several_paragraphs_begins_where_it_is_led_into() -> None:
    found = read_text(f"{TOWN}Ada Moor tweeted:\n\n{WORDS}\n\nIt rains.\n\n— Ada Moor (@adamoor) May 3, 2019")
    (citation,) = found.citations
    assert citation.quote is not None
    assert citation.quote.of(found.article.text) == f"{WORDS}\n\nIt rains."


NONE = [
    "Ada Moor met @orn at 10 Downing Street in the rain.\nThen she left for the coast.",
    "Write to Ada Moor @adamoor with your questions, please.\nShe will answer.",
    "Ada Moor wrote on Twitter: “No.”",
    "@adamoor: I do not think so at all, and you know it.",
]


@pytest.mark.parametrize("text", NONE)
def test_an_account_that_is_only_named_posts_nothing(text: str) -> None:
    assert [c.rule for c in read_text(TOWN + text).citations if c.rule.startswith("post.")] == []


@pytest.mark.parametrize("piece", ["Ada Moor\n", " \t✔", "@adamoor ", "Ada @a 3 ", "— Ada (@", "A B: “"])
def test_it_is_linear(piece: str) -> None:
    took = []
    for times in (400, 3200):
        text = TOWN + piece * times
        runs = []
        for _ in range(3):
            started = time.perf_counter()
            read_text(text)
            runs.append(time.perf_counter() - started)
        took.append(min(runs))
    assert took[1] < 24 * took[0] + 0.2

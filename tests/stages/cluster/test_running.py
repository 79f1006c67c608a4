from __future__ import annotations

from tests.stages.reading import read_article
from twosource.model.annotated import Annotated
from twosource.stages import cluster

HEADLINE = "Swing bridge at Ellmouth shuts after barge hits pier"
TOLD = """A barge hit the middle pier of the Ellmouth swing bridge on Monday.

Engineers have closed it until the pier was looked at by divers."""


def reads_like(told: Annotated, plain: Annotated) -> bool:
    one, other = cluster.read(told), cluster.read(plain)
    return (one.title, one.body, one.names) == (other.title, other.body, other.names)


def test_what_stands_around_the_sentences_is_not_read() -> None:
    around = (
        f"{HEADLINE}\n\n{TOLD}",
        f"By Nora Brandt\n\nAdvertisement\n\n{TOLD}",
        f"Sign up to our newsletter and follow us on Facebook.\n\n{TOLD}",
        f"{TOLD} Read more of Ellmouth in our newsletter.",
        f"{TOLD}\n\nRelated\n\nMayor of Varn opens the third museum of glass in a year",
    )
    plain = read_article(TOLD, HEADLINE)
    assert [reads_like(read_article(text, HEADLINE), plain) for text in around] == [True] * 5


def test_the_name_of_the_site_behind_a_headline_is_not_read() -> None:
    plain = read_article(TOLD, HEADLINE)
    for name in (" | The Harbour Post", " - Harbour Post", " – Harbour Post News"):
        assert reads_like(read_article(TOLD, HEADLINE + name), plain)


def test_what_the_text_tells_too_stays_in_the_headline() -> None:
    one = cluster.read(read_article(TOLD, "Barge hits swing bridge - divers at the pier"))
    assert {"diver", "pier"} <= set(one.title)


def test_a_line_that_gives_a_date_is_read() -> None:
    told = cluster.read(read_article(f"Updated 14 March 2031\n\n{TOLD}", HEADLINE))
    assert "2031" in told.figures


def test_a_text_whose_lines_end_anywhere_is_read_whole() -> None:
    broken = "\n".join(TOLD.replace(".", "").split())
    assert {"engineer", "diver"} <= set(cluster.read(read_article(broken, HEADLINE)).body)


def test_an_article_of_notices_alone_is_read() -> None:
    told = cluster.read(read_article("Sign up to our newsletter.", HEADLINE))
    assert "newsletter" in told.body

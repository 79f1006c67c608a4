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
        f"{TOLD}\n\nRead more of Ellmouth in our newsletter.",
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


def test_a_sentence_of_the_report_that_tells_of_an_advertisement_is_read() -> None:
    last = "The advertisement for a new master has been out since April."
    told = cluster.read(read_article(f"{TOLD}\n\n{last}", HEADLINE))
    assert {"april", "master"} <= set(told.body)


def test_one_plea_above_two_events_does_not_make_them_one() -> None:
    plea = """Sign up to our newsletter and read the Ellmouth Gazette over breakfast.
Follow us on Facebook, where Gazette readers argue about gardens, ferries and the harbour choir.
Read more: the finest bakeries of the Ellmouth coast, picked by our cook Petra Lindqvist."""
    bridge = (
        f"{TOLD} Lorries for the quarry go round by Osterby, which takes forty minutes longer. "
        "The owner of the barge said its rudder had jammed in the current.",
        HEADLINE,
    )
    theft = (
        "Thieves took a bronze otter from the park of Varn castle on Monday night, police said. "
        "The gardener saw a van without lights leave by the orchard gate shortly before dawn. "
        "The sculpture weighs ninety kilograms and was cast for a flower show in the sixties.",
        "Bronze otter stolen from castle park in Varn",
    )
    one, other = (read_article(f"{plea}\n\n{text}", head) for text, head in (bridge, theft))
    assert reads_like(one, read_article(*bridge))
    assert reads_like(other, read_article(*theft))


def test_what_stands_between_the_sentences_is_read() -> None:
    first, last = TOLD.split("\n\n")
    told = cluster.read(read_article(f"{first}\n\nFerry queues grow\n\n{last}", HEADLINE))
    assert "ferry" in told.body


def test_a_headline_is_kept_whole_where_the_text_tells_a_word_of_its_end() -> None:
    told = cluster.read(read_article(TOLD, "Barge hits swing bridge | divers wait"))
    assert "wait" in told.title

"""What tells copying from sharing, where wording alone does not."""

from __future__ import annotations

from tests.stages.reading import read_article
from twosource.stages.lineage import read
from twosource.stages.lineage.beside import of_two
from twosource.stages.lineage.score import CLEAR_SCORE, probability
from twosource.stages.lineage.traits import Taken

CLEAR = Taken(
    wording=0.7,
    whole=0.6,
    scattered=0.1,
    covered=0.6,
    besides=0.2,
    uneven=0.0,
    in_order=0.3,
    ordered=200.0,
    concord=0.6,
    as_it_stood=1.0,
    opening=0.9,
    opens_at=0.1,
    atop=0.6,
    names=0.7,
    agree=1.0,
    recounted=0.0,
    item=0.0,
    item_from=0.0,
    item_to=0.0,
    item_share=0.0,
)
REPORT = (
    "The Old Iron Bridge in Kessin has been closed since Monday, head of public works Ronja Adler "
    "said.\n\nCracks of 11 centimetres were seen by a drone.\n\nThe baker Tom Reuss sold a third "
    "of what he sells on other days.\n\nA repair would cost 38 million euros. It is from 1907."
)
MOVED = (
    "Some 38 million euros would a repair cost, Ronja Adler reckons.\n\nThe Old Iron Bridge, which "
    "the people of Kessin opened in 1907, is shut.\n\nBy a drone cracks of 11 centimetres had been "
    "seen on Monday.\n\nOnly a third of what he sells was sold by Tom Reuss, a baker."
)


def share_of_names_kept(copy: str, original: str) -> float:
    one, other = read(read_article(copy, outlet="echo")), read(read_article(original))
    return of_two(one, other).sides[0].agree


def test_wording_tells_a_copy_where_one_opening_was_taken() -> None:
    assert probability((CLEAR, CLEAR)) == CLEAR_SCORE


def test_half_of_a_text_is_no_copy_by_wording_alone_where_neither_opening_was_taken() -> None:
    aside = CLEAR._replace(opening=0.0)
    assert probability((aside, aside)) < CLEAR_SCORE


def test_names_that_a_rewording_moved_to_other_sentences_speak_less_against_it() -> None:
    elsewhere = MOVED.replace("Ronja Adler", "Edda Falk").replace("1907", "1921")
    assert share_of_names_kept(MOVED, REPORT) > share_of_names_kept(elsewhere, REPORT)
    assert share_of_names_kept(MOVED, REPORT) < 1.0

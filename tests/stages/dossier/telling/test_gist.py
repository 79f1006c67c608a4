"""What a saying comes to must be weighed in any story: sayings of nobody who lives."""

from __future__ import annotations

from twosource.stages.dossier.statements.stated import OfStory, in_story
from twosource.stages.dossier.telling.gist import read_gist


def test_a_word_that_only_a_reprint_tells_keeps_its_weight() -> None:
    first, reprint = read_gist("the harbour opened"), read_gist("the harbour opened 5am")
    weighed = in_story(reprint, OfStory([first]).weights(reprint), frozenset())
    assert weighed.told["5am"] == reprint.told["5am"]
    assert weighed.told.keys() == reprint.told.keys()


def test_what_is_to_be_done_is_told_apart_from_what_was_done() -> None:
    planned, done = (
        read_gist("The yard is to sign a contract"),
        read_gist("The yard signed a contract"),
    )
    assert "sign" in planned.planned - planned.done
    assert "sign" in done.done - done.planned


def test_a_noun_tells_an_act_but_not_the_one_who_does_it() -> None:
    assert "resign" in read_gist("after his resignation").acts
    assert "rescue" not in read_gist("the rescuers").acts

"""Whom a pronoun before or behind a statement means."""

from __future__ import annotations

from tests.factories import article
from tests.stages.annotate.found import ENGLISH, told
from twosource.stages.annotate import annotate


def test_pronoun_gives_way_to_the_one_person_it_can_mean() -> None:
    of = article("Anna Berg went to Oslo on Monday. “We are ready,” she said.")
    quote = annotate(of, ENGLISH).quotes[0]
    assert quote.speaker is not None
    assert quote.pronoun is not None
    assert (of.words(quote.speaker), of.words(quote.pronoun)) == ("Anna Berg", "she")


def test_pronoun_stays_where_two_persons_can_be_meant() -> None:
    of = article("Paul Lund met Carl Berg on Monday. “We are ready,” he said.")
    quote = annotate(of, ENGLISH).quotes[0]
    assert quote.speaker is not None
    assert quote.pronoun is None
    assert of.words(quote.speaker) == "he"


def test_first_name_tells_whom_the_pronoun_means() -> None:
    of = article("Paul Lund met Anna Berg on Monday. “We are ready,” he said.")
    quote = annotate(of, ENGLISH).quotes[0]
    assert quote.speaker is not None
    assert of.words(quote.speaker) == "Paul Lund"


def test_one_who_spoke_last_is_meant_by_the_pronoun() -> None:
    of = article("Carl Berg left. Paul Lund said the port was shut. “We are ready,” he said.")
    quote = annotate(of, ENGLISH).quotes[-1]
    assert quote.speaker is not None
    assert of.words(quote.speaker) == "Paul Lund"


def test_only_person_of_the_text_is_meant_by_a_far_pronoun() -> None:
    text = (
        "Anna Berg runs the port. It is old. It is cold. The cranes do not move. "
        "“Nobody comes here any more,” she said."
    )
    assert ("“Nobody comes here any more,”", "Anna Berg", "direct") in told(text)


def test_pronouns_used_of_a_name_tell_whom_a_later_one_means() -> None:
    text = (
        "Ysolde Marek has blisters. She shows them with pride. Paul Lund has no such scars. "
        "“It went quiet on the left,” she said."
    )
    assert ("“It went quiet on the left,”", "Ysolde Marek", "direct") in told(text)


def test_pronoun_stays_where_somebody_without_a_name_has_spoken() -> None:
    text = "Anna Berg runs the port. A climber said it was cold. “It is old,” she said."
    assert ("“It is old,”", "she", "direct") in told(text)


def test_pronoun_means_the_person_its_own_paragraph_names() -> None:
    text = (
        "Nora Lindahl told the board that the tunnel was wet.\n\n"
        "Karin Aune heard of it from the baker. “They tell me everything late,” she said."
    )
    assert ("“They tell me everything late,”", "Karin Aune", "direct") in told(text)


def test_one_of_another_paragraph_is_not_meant_where_this_one_names_two() -> None:
    of = article(
        "Carl Berg said the strike was over.\n\n"
        "Paul Lund paid tribute to Ivo Holt, a docker. Holt was a member, he said."
    )
    quote = annotate(of, ENGLISH).quotes[-1]
    assert quote.speaker is not None
    assert of.words(quote.speaker) == "he"


def test_he_is_not_the_wife_who_was_named_last() -> None:
    text = (
        "Carl Lauge heard it on the radio. His wife, Bodil, 52, died in March.\n\n"
        "“Nobody rang me. I want to know why,” he said."
    )
    assert told(text)[-1][:2] == ("“Nobody rang me. I want to know why,”", "Carl Lauge")

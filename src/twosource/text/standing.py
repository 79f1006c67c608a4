"""Find where given words stand in a text: the words of a story are no patterns worth compiling."""

from __future__ import annotations

from collections.abc import Iterator


def places_of(words: str, text: str) -> Iterator[int]:
    """Yield where words stand in a text, in its case, and end where one of its words ends.

    As the pattern of the words and `\\b` would, which costs more to compile than to ask: names
    are asked for once or twice, and each throws another out of what `re` keeps. Empty words stand
    nowhere.
    """
    place = text.find(words) if words else -1
    while place >= 0:
        end = place + len(words)
        if _is_of_a_word(words[-1]) != (end < len(text) and _is_of_a_word(text[end])):
            yield place
        place = text.find(words, place + 1)


def stands_in(words: str, text: str) -> bool:
    """Return whether words stand in a text as whole words, in its case."""
    return first_place(words, text) is not None


def first_place(words: str, text: str) -> int | None:
    """Return where words first stand in a text as whole words, in its case; None where nowhere."""
    first = words[:1]
    for place in places_of(words, text):
        if _is_of_a_word(first) != (place > 0 and _is_of_a_word(text[place - 1])):
            return place
    return None


def _is_of_a_word(character: str) -> bool:
    return character.isalnum() or character == "_"

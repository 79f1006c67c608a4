"""Find the names in a text by their capital letters alone, to compare articles with each other."""

from __future__ import annotations

from twosource.text.calendar import MONTHS, WEEKDAYS
from twosource.text.normalize import Words

ENDS = frozenset(".!?:;\n\r\"“”„»«‘’'`•|-–—([")  # after these a capital says nothing
BLANKS = " \t\xa0"
DAYS = frozenset(  # capitals by custom that name nobody
    (*WEEKDAYS, *MONTHS, *"jan feb mar apr jun jul aug sept sep oct nov dec mr mrs ms dr".split())
)
TITLE_CASE = 0.6  # a headline with more of its longer words capitalised is set in title case


def names_in(text: str, words: Words) -> frozenset[str]:
    """Return the folded words that the text writes with a capital inside a sentence.

    A word that opens a sentence counts if it has a capital elsewhere too, or if the next word
    has one ("Tara Reid said"). Not a list of persons and places: enough to tell whether two
    texts speak of the same ones. Scripts without capitals give none.
    """
    sure: set[str] = set()
    capitals = [place for place, start in enumerate(words.starts) if text[start].isupper()]
    for place in capitals:
        start, end = words.starts[place], words.ends[place]
        if not _opens(text, start) or _next_is_name(text, words, place, end):
            sure.add(words.forms[place])
    return frozenset(form for form in sure if len(form) > 1 and form not in DAYS)


def headline_names(headline: str, words: Words, known: frozenset[str]) -> frozenset[str]:
    """Return the names in a headline: those the body knows, and in sentence case all capitals."""
    capitals = [text_start.isupper() for text_start in (headline[s] for s in words.starts)]
    long = [up for up, form in zip(capitals, words.forms, strict=True) if len(form) > 3]
    title_case = not long or sum(long) > TITLE_CASE * len(long)
    found = {form for form in words.forms if form in known}
    if not title_case:
        found |= {
            form
            for place, form in enumerate(words.forms)
            if capitals[place] and place > 0 and len(form) > 1 and form not in DAYS
        }
    return frozenset(found)


def _opens(text: str, start: int) -> bool:
    """Return whether the word stands at the start of a sentence, line or quotation."""
    before = text[max(0, start - 3) : start].rstrip(BLANKS)
    return not before or before[-1] in ENDS


def _next_is_name(text: str, words: Words, place: int, end: int) -> bool:
    if place + 1 >= len(words):
        return False
    start = words.starts[place + 1]
    return text[end:start] == " " and text[start].isupper() and len(words.forms[place]) > 2

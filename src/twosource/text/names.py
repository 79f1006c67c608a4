"""Know what a capital letter says of a word, and find the names in a headline by theirs."""

from __future__ import annotations

from twosource.text.calendar import MONTHS, WEEKDAYS
from twosource.text.normalize import Words

ENDS = frozenset(".!?:;\n\r\"“”„»«‘’'`•|-–—([")  # after these a capital says nothing
BLANKS = " \t\xa0"
DAYS = frozenset(  # capitals by custom that name nobody
    (*WEEKDAYS, *MONTHS, *"jan feb mar apr jun jul aug sept sep oct nov dec mr mrs ms dr".split())
)
TITLE_CASE = 0.6  # a headline with more of its longer words capitalised is set in title case


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

"""Step over what opens a paragraph and is no part of its first sentence: a dateline, a clock."""

from __future__ import annotations

import re

from twosource.languages import Stretch

_OPENING = re.compile(
    # "18:04", "6.15pm", "14:30 GMT –": an entry of a live blog
    r"\d{1,2}[:.]\d{2}(?:\s?[ap]\.?m\.?)?(?:\s[A-Z]{2,4}\b)?\s*(?:[-–—|]\s*)?(?=\S)"
    # "OBAN, Scotland, March 4 (Norda) - ", "WALBRZYCH, Poland -- "
    r"|[A-ZÀ-Þ][A-ZÀ-Þ'’. -]+(?:,[\w .,'’-]{2,50}?)?\s?(?:\([^)\n]{2,40}\)\s*)?(?:[—–]|--?)\s+"
)


def after_opening(text: str, sentence: Stretch) -> Stretch:
    """Return a sentence without the dateline or the clock that opens its paragraph.

    Only at the start of a paragraph; what would leave nothing stays whole.
    """
    start, end = sentence
    if text[max(0, start - 1) : start].strip("\n"):
        return sentence
    opening = _OPENING.match(text, start, end)
    return (opening.end(), end) if opening and opening.end() < end else sentence

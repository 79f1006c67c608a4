"""Tell what a quotation is by its look: somebody's whole sentence, a title, a word or two."""

from __future__ import annotations

from collections.abc import Sequence

from twosource.languages.english.marks import ANY
from twosource.languages.language import Stretch

SHORT = 3  # letters of a word that titles have in lower case: "of", "the"


def is_speech(quote: Stretch, text: str) -> bool:
    """Return whether a quotation stands for itself: set off by a comma, colon or its own stop."""
    words = text[quote[0] : quote[1]]
    before = text[: quote[0]].rstrip()
    inner = words.strip(ANY)
    return bool(inner) and (
        not before or before[-1] in ",:;-—–.?!" or inner[-1] in ",.?!—–…-" or len(inner.split()) > 3
    )


def is_utterance(quote: Stretch, text: str) -> bool:
    """Return whether a quotation can be somebody's whole sentence, by length and capital."""
    words = text[quote[0] : quote[1]].strip(ANY)
    begins = words[:1].isupper() or words[:1] in ("…", "[", ".", "$") or quote[0] == 0
    return len(words.split()) > 2 and begins and not _is_title(words)


def _is_title(words: str) -> bool:
    """Return whether all words but the short ones have capitals: “The Drowned Orchard”."""
    long = [word for word in words.split() if len(word) > SHORT]
    return words[-1:].isalnum() and not words.isupper() and all(w[:1].isupper() for w in long)


def inside(offset: int, quoted: Sequence[Stretch]) -> bool:
    """Return whether a place lies in one of the quotations."""
    return any(start <= offset < end for start, end in quoted)


def to_marks(piece: Stretch, quoted: Sequence[Stretch]) -> Stretch:
    """Widen a stretch to the quotation marks that it cuts."""
    start, end = piece
    for left, right in quoted:
        if left < end and start < right:
            start, end = min(start, left), max(end, right)
    return start, end


def merged(pieces: Sequence[Stretch]) -> tuple[Stretch, ...]:
    """Return stretches in order, those that touch as one."""
    whole: list[Stretch] = []
    for start, end in sorted(pieces):
        if whole and start <= whole[-1][1] + 1:
            whole[-1] = whole[-1][0], max(whole[-1][1], end)
        else:
            whole.append((start, end))
    return tuple(whole)

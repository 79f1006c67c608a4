"""Hear the second witness: the article's body as JSON-LD gives it, beside the visible page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from twosource.stages.extract.reading.lines import Line
from twosource.stages.extract.reading.words import squeeze

LEAST_LETTERS = 300  # a shorter articleBody is a summary or a caption
MOST_COMPARED = 2_000_000_000  # letters times lines; beyond any page, it would take minutes
PROBE = 30  # letters at either end of a line by which it is known again
MARKUP = re.compile(r"<[^>]{1,200}>")


@dataclass(frozen=True, slots=True)
class Witness:
    """The letters and digits of the articleBody, nothing between them."""

    letters: str

    def knows(self, text: str) -> bool:
        """Return whether the text stands in the articleBody, by its beginning or its end.

        Letters and digits alone are compared: white space, quotation marks and inline markup
        differ between page and JSON-LD, and some languages write no spaces.
        """
        squeezed = squeeze(text)
        if len(squeezed) <= PROBE:
            return len(squeezed) > 6 and squeezed in self.letters
        return squeezed[:PROBE] in self.letters or squeezed[-PROBE:] in self.letters


def witness_of(article_body: str) -> Witness | None:
    """Return the witness that an articleBody makes; None where it is too short to tell anything."""
    letters = squeeze(MARKUP.sub(" ", article_body))
    return Witness(letters) if len(letters) >= LEAST_LETTERS else None


def known_lines(witness: Witness | None, lines: Sequence[Line]) -> list[bool]:
    """Return for each line whether the witness knows it."""
    if witness is None or len(witness.letters) * len(lines) > MOST_COMPARED:
        return [False] * len(lines)
    return [len(line.text) > 6 and witness.knows(line.text) for line in lines]


def share_seen(witness: Witness, lines: Sequence[Line], known: Sequence[bool]) -> float:
    """Return how much of the articleBody stands in the page's lines (0 to 1, about)."""
    seen = {line.text for line, is_known in zip(lines, known, strict=True) if is_known}
    return min(1.0, sum(len(squeeze(text)) for text in seen) / len(witness.letters))

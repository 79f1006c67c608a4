"""One line of a plain-text dossier: words, the stretches they come from, and how deep it stands."""

from __future__ import annotations

from dataclasses import dataclass

from twosource.exports.dates import day_of
from twosource.exports.hostile import shown
from twosource.exports.marks import dots
from twosource.exports.reading import Reading
from twosource.model.cited import Citation, CitedText, Label


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """Words on one line before wrapping; depth 0 begins an entry, deeper lines belong to it."""

    words: str
    depth: int = 0
    cites: tuple[Citation, ...] = ()
    detail: bool = False  # what only who asks for everything is shown


def sentence(text: CitedText, *, depth: int = 0) -> Line:
    """Return the line of a cited sentence."""
    return Line(words=shown(text.text), depth=depth, cites=text.citations)


def label_words(label: Label) -> str:
    """Return a label with its dots in front: "●● corroborated: 2 reports, 2 informants"."""
    return f"{dots(label)} {shown(label.text)}".strip()


def origin_words(text: CitedText, reading: Reading) -> str:
    """Return outlet and day of the stretch that gave a sentence, and its label if it has one."""
    first = text.citations[0]
    told = f"{reading.outlet(first.outlet)}, {day_of(first.published)}"
    return f"{told} · {label_words(text.label)}" if text.label else told

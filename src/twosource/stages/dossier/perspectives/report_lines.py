"""Read one report as the lines in which themes are looked for: its words, and the cues in them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from twosource.model.annotated import Annotated
from twosource.model.identity import BODY, Span
from twosource.stages.dossier.marks import Marks
from twosource.stages.dossier.prose import after_dateline, is_prose
from twosource.stages.once import once_per_article
from twosource.text.themes import Cue, every_cue

LEAD = 400  # code points that open a report
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportLines:
    """The sentences of a report that may be evidence, and what of them hangs on no other report."""

    spans: tuple[Span, ...]
    opens: frozenset[int]  # which stand in a headline, a deck or the first sentences
    naming: Mapping[Span, tuple[int, ...]]  # by the place of a name: the lines it stands in
    cues: Mapping[Cue, tuple[int, ...]]  # the lines in which each stands, without those of none


@once_per_article
def lines_of(annotated: Annotated) -> ReportLines:
    """Return headline, deck and the sentences of running text."""
    spans = tuple(
        after_dateline(annotated, span)
        for span in annotated.sentences
        if span.part in ("headline", "deck") or is_prose(annotated, span)
    )
    lines = Marks((span, k) for k, span in enumerate(spans))
    return ReportLines(
        spans=spans,
        opens=frozenset(
            k for k, span in enumerate(spans) if span.part != BODY or span.start < LEAD
        ),
        naming={each.span: tuple(sorted(lines.beside(each.span))) for each in annotated.mentions},
        cues=cues_in([annotated.article.words(span) for span in spans], _bundled()),
    )


class Cues:
    """Cues by the word they begin with: most stand nowhere in a text, and that is soon seen."""

    def __init__(self, cues: Sequence[Cue]) -> None:
        self._whole: dict[str, list[Cue]] = defaultdict(list)
        self._begun: dict[str, list[Cue]] = defaultdict(list)
        for cue in cues:
            first = next(_WORD.finditer(cue.words.lower()))
            goes_on = cue.stem and first.end() == len(cue.words)
            (self._begun if goes_on else self._whole)[first[0]].append(cue)
        self._lengths = sorted({len(word) for word in self._begun})

    def perhaps_in(self, text: str) -> Iterator[Cue]:
        """Yield the cues whose first word stands in a text."""
        for word in dict.fromkeys(_WORD.findall(text.lower())):
            yield from self._whole.get(word, ())
            for length in self._lengths:
                if length > len(word):
                    break
                yield from self._begun.get(word[:length], ())


def cues_in(texts: Sequence[str], cues: Cues) -> dict[Cue, tuple[int, ...]]:
    """Return the cues that stand in the texts, each with the numbers of those that hold it."""
    found: dict[Cue, list[int]] = defaultdict(list)
    for number, text in enumerate(texts):
        for cue in dict.fromkeys(cues.perhaps_in(text)):
            if _stands(cue, text):
                found[cue].append(number)
    return {cue: tuple(numbers) for cue, numbers in found.items()}


@cache
def _bundled() -> Cues:
    return Cues(every_cue())


def _stands(cue: Cue, text: str) -> bool:
    """Return whether a cue stands in a text as whole words; names in their own capitals."""
    words = cue.words if cue.is_name else cue.words.lower()
    told = text if cue.is_name else text.lower()
    at = told.find(words)
    while at >= 0:
        end = at + len(words)
        if not _in_word(told, at) and (cue.stem or not _in_word(told, end)):
            return True
        at = told.find(words, at + 1)
    return False


def _in_word(text: str, at: int) -> bool:
    """Return whether the letters on both sides of a place are of one word."""
    return 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum()

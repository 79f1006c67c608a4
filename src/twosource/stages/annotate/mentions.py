"""Find the names of an article and settle what kind of thing each of them is."""

from __future__ import annotations

from collections.abc import Sequence

from twosource.languages import Language
from twosource.model.annotated import Mention, Quote
from twosource.stages.annotate.parts import Passage


def find_mentions(
    passages: Sequence[Passage], quotes: Sequence[Quote], language: Language
) -> tuple[Mention, ...]:
    """Return the names, part by part in reading order, without their titles."""
    found = language.find_names([passage.cased for passage in passages])
    return tuple(
        Mention(span=passage.span((name.start, name.end)), kind=name.kind)
        for passage, names in zip(passages, found, strict=True)
        for name in names
    )

"""Find who stands for a sentence: whom it names itself, whom the next one or the last one names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from twosource.model.annotated import Annotated
from twosource.model.identity import Span
from twosource.stages.dossier.prose import leans_back
from twosource.stages.dossier.telling.attributions import named_sources
from twosource.stages.dossier.telling.parties import Stretch
from twosource.stages.dossier.telling.told import Told

MOST_BEHIND = 3  # words that tell when and where somebody denies it: "on Thursday evening"
_SAYS_SO = re.compile(
    r"^(?P<who>[^,;:“”\"]{2,60}?) (?:said|says|confirmed|announced|reported|wrote|stated) "
    r"(?:so|this|that much|as much|the same)\b"
)
# "Anas Berg, who speaks for the port, denied this"; "Berg called the figures a lie".
_SAYS_NO = re.compile(
    r"^(?P<who>[^,;:“”\"]{2,60}?(?:, [^,;:“”\"]{2,60}(?=,))?),? (?:has |have |had )?"
    r"(?:flatly |firmly |strongly |later )?"
    r"(?:(?P<calls>called|calls|described|describes|branded)"
    r"|den(?:ied|ies|y)|reject(?:s|ed)?|dismiss(?:es|ed)?|dispute[sd]?|contest(?:s|ed)?) "
    r"(?:this|it|all of (?:this|that)"
    r"|that(?=(?(calls)|\s*(?:[.,;:]|$|(?:and|but|when|on|in|at)\b)))"
    r"|(?:the|this|that|these|those|such) (?:claim|allegation|accusation|report|account|charge|"
    r"suggestion|number|figure|estimate|count|version|story)s?)\b(?! (?:of|that)\b)"
    r"(?(calls) (?:as )?(?:an? )?(?:\w+ )?(?:lies?|false|untrue|wrong|incorrect|nonsense|rubbish|"
    r"baseless|unfounded|fabrication|invention)\b)"
)


def told_before(annotated: Annotated, body: Sequence[Span], place: int) -> Span | None:
    """Return who is named for the sentence that one leans on: "About a third of it is lost."."""
    if not place:
        return None
    before, span = body[place - 1], body[place]
    between = annotated.article.text[before.end : span.start]
    if "\n" in between or not leans_back(annotated.article.words(span)):
        return None
    quoted = [
        quote.speaker
        for quote in annotated.quotes
        if quote.speaker is not None and before.holds(quote.speaker)
    ]
    who = (*sources_in(annotated.article.words(before), before), *quoted)
    return next(iter(who), None)


def vouched(
    told: Iterator[Told], annotated: Annotated, after: Sequence[Span], before: Span | None
) -> Iterator[Told]:
    """Yield what a sentence tells, with who stands for it in the next or told the one before.

    "Police said so." "The hull is sound, Holt said. About a third of it is under the road."
    """
    who = [
        Span(part=span.part, start=span.start + found[0], end=span.start + found[1])
        for span in after
        if (found := says_so(annotated.article.words(span)))
    ]
    for each in told:
        named = each.sources or (each.quote is not None and each.quote.speaker is not None)
        if not named:
            each = replace(each, sources=tuple(who), goes_on=None if who else before)
        yield each


def sources_in(words: str, span: Span) -> Iterator[Span]:
    """Yield the sources that a sentence names, the surest first, where they stand."""
    for start, end in named_sources(words):
        yield Span(part=span.part, start=span.start + start, end=span.start + end)


def says_so(sentence: str) -> Stretch | None:
    """Return who in a sentence stands for what stood before it: "Police said so"; else None."""
    found = _SAYS_SO.match(sentence)
    return found.span("who") if found else None


def says_no(sentence: str) -> Stretch | None:
    """Return who in a sentence denies what stood before it: "Lindwerk denied this"; else None."""
    found = _SAYS_NO.match(sentence)
    return found.span("who") if found else None


def only_says_no(sentence: str) -> bool:
    """Return whether a sentence tells nothing but that somebody denies what stood before it."""
    found = _SAYS_NO.match(sentence)
    return found is not None and len(sentence[found.end() :].split()) <= MOST_BEHIND

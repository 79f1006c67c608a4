"""Tell whether a speaker's words were put into the language of the article."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from twosource.model.annotated import Annotated, Quote
from twosource.model.identity import CountryCode, EntityId
from twosource.stages.dossier.sameness import word_set
from twosource.stages.dossier.statements.speaker import Speaker

# Where what is said in public is said in English; elsewhere an English quote is a translation.
ENGLISH_SPEAKING = word_set(
    """
    AG AU BB BS BW BZ CA DM FJ GB GD GH GM GY IE IN JM KE LC LR MT MW NA NG NZ PG SG SL TT
    UG US VC ZA ZM ZW
    """
)
_TRANSLATED = re.compile(
    r"(?i:\btranslat(?:ed|ion|or)|\binterpreters?\b)"
    r"|\b(?:said|told|speaking|spoke|wrote|added|read|broadcast)\b[^.;\n]{0,40} in "
    r"(?!English)[A-Z][a-z]+(?:ese|ish|ian|an|ch|ic|ek|i|ai)\b"
)


def homes_of(
    speakers: Iterator[Speaker],
) -> Callable[[Speaker], CountryCode | None]:
    """Return what tells a speaker's country: given with the name somewhere in the story.

    Where a story happens is no evidence: an English tourist may speak there, or a foreigner
    who speaks English to the press.
    """
    known: dict[EntityId, CountryCode] = {}
    for speaker in speakers:
        if speaker.entity is not None and speaker.home is not None:
            known.setdefault(speaker.entity.id, speaker.home)

    def home(speaker: Speaker) -> CountryCode | None:
        return speaker.home or (known.get(speaker.entity.id) if speaker.entity else None)

    return home


def is_translated(quote: Quote, annotated: Annotated) -> bool:
    """Return whether an outlet says, or shows, that the words were put into its language.

    By its own word ("through an interpreter", "he said in German") in the quote's paragraph.
    """
    anchor = quote.cue or quote.speaker
    if anchor is None:
        return False
    text = annotated.article.part_text(anchor.part)
    start = text.rfind("\n", 0, anchor.start) + 1
    end = text.find("\n", anchor.end)
    paragraph = text[start : end if end >= 0 else len(text)]
    quoted = [text[each.start : each.end] for each in quote.content if each.part == anchor.part]
    for words in quoted:
        paragraph = paragraph.replace(words, " ")
    return bool(_TRANSLATED.search(paragraph))

"""Say who speaks a quote: the person or body if unambiguous, else the words as they stand."""

from __future__ import annotations

import re

from twosource.model.annotated import Annotated, Quote
from twosource.model.claimed import Informant
from twosource.model.identity import Span
from twosource.model.linked import Entity
from twosource.stages.dossier.cite import folded
from twosource.stages.dossier.informants.passages import Informants
from twosource.stages.dossier.informants.phrases import is_definite, tokens
from twosource.stages.dossier.informants.spoken_before import with_title
from twosource.stages.dossier.reading import Reading
from twosource.stages.dossier.sameness import STOP_WORDS
from twosource.stages.dossier.statements.speaker import NOBODY, Speaker

_DATE_LINK = re.compile(r"[\s,;(–—-]*(?:\b(?:on|of|in|since|dated))?\s*$")
_TELLS_LITTLE = re.compile(r"the [\w-]+$|(?:its|their)\b", re.IGNORECASE)
_SPOKE = re.compile(
    r"\b(?:sa(?:y|ys|id)|tells?|told|add(?:s|ed)|according|announce[sd]?|explain(?:s|ed)|repl(?:y|ies|"
    r"ied)|insist(?:s|ed)|warn(?:s|ed)|confirm(?:s|ed)|den(?:y|ies|ied)|report(?:s|ed))\b"
)


def speakers_of(annotated: Annotated, reading: Reading, informants: Informants) -> list[Speaker]:
    """Return the speaker of every quote of an article, in the order of its quotes.

    Whom "the embassy", "he", "it" mean the informants know; where they do not, the words stand.
    """
    return [_speaker(annotated, quote, reading, informants) for quote in annotated.quotes]


def _speaker(
    annotated: Annotated, quote: Quote, reading: Reading, informants: Informants
) -> Speaker:
    """Return who speaks, a body under the name by which it can be known again.

    An outlet is nobody here: that it has reported something is a report, no statement.
    """
    if quote.speaker is None:
        return NOBODY
    article, own = annotated.article, annotated.article.words(quote.speaker)
    heard = informants.heard(article.id, quote.speaker)
    informant = informants.at(article.id, quote.speaker)
    entity = informants.entities.get(heard.voice) if heard.voice is not None else None
    spoken = _undated(annotated, heard.spoken)
    words, whole = folded(article.words(spoken)), with_title(annotated, spoken)
    body = entity is None or entity.kind == "organization"
    if informant.kind == "unstated" and body and not _is_heard(words, annotated, quote, informants):
        return NOBODY
    sure = informant.kind == "body" and not informant.key.startswith(("state:", "unsure:"))
    named = reading.entities_in(article.id, whole)
    home = next((each.country for each in named if each.kind == "country"), None)
    return Speaker(
        name=_name(words, entity, informant if sure else None),
        words=own if is_definite(own) else folded(article.words(whole)),
        entity=entity,
        home=home or (None if entity is None or body else entity.country),
        key=informant.key if sure and body else "",
        by_colon=quote.cue is None or article.words(quote.cue) == ":",
    )


def _name(words: str, entity: Entity | None, body: Informant | None) -> str:
    """Return what a speaker is called: by name, by the name of "the fire service", by his words."""
    if entity is not None:
        return entity.name
    bare = body is not None and _TELLS_LITTLE.match(words)
    if body is None or not bare or body.name.lower() in {*STOP_WORDS, *tokens(words)}:
        return words
    return body.name


def _is_heard(words: str, annotated: Annotated, quote: Quote, informants: Informants) -> bool:
    """Return whether words that tell of no informant speak all the same: "said the carrier".

    Quoted words are somebody's, and who "said" a thing is somebody; but "the rocket showed". An
    outlet's name before its own headline says nothing.
    """
    cue = annotated.article.words(quote.cue).lower() if quote.cue else ""
    said = quote.kind == "direct" or _SPOKE.search(cue) is not None
    return said and not informants.names.is_outlet(words)


def _undated(annotated: Annotated, speaker: Span) -> Span:
    """Return the speaker's words without a date behind them: "police, 4 March 2026"."""
    for time in annotated.times:
        if time.type == "DATE" and speaker.holds(time.span) and time.span.start > speaker.start:
            before = annotated.article.part_text(speaker.part)[speaker.start : time.span.start]
            return Span(
                part=speaker.part,
                start=speaker.start,
                end=speaker.start + len(_DATE_LINK.sub("", before)),
            )
    return speaker

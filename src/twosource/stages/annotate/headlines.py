"""Read a headline that names its speaker before a colon: "Putin: Russia will answer"."""

from __future__ import annotations

import re

from twosource.languages import Language, Said
from twosource.places import country_of

MOST_SPEAKER_WORDS = 5
LEAST_CONTENT_WORDS = 3

_COLON = re.compile(r"(?P<speaker>[^:\"“”'‘]{2,60}?)(?P<colon>:)\s+(?P<content>\S.*\S)")


_MODEL = re.compile(r"-\d+$")  # "VLX-2": a rocket, a disease, a road
# "Harbour Fire: What we know", "Rate Cut: Why the peso fell": a paper explains.
_EXPLAINS = re.compile(r"(?:How|What|When|Where|Why|Who|Here['’]?s)\b|\d+ [Tt]hings\b")


def said_by_colon(headline: str, language: Language) -> Said | None:
    """Return what a headline lets somebody say by a colon; None for a label or a subject.

    "Exclusive: …" and "Brexit deal: what we know" are no speakers: the words before the colon
    must all be capitalised, at most five, none of them a label of the trade, and the last none for
    what happens ("Harbour Fire: …"). "Norway: nine dead in ferry fire" tells where; a state that
    speaks is called by its capital.
    """
    found = _COLON.fullmatch(headline.strip())
    if not found:
        return None
    speaker = found["speaker"].split()
    if len(speaker) > MOST_SPEAKER_WORDS or len(found["content"].split()) < LEAST_CONTENT_WORDS:
        return None
    words = [word.lower() for word in speaker]
    if not all(word[0].isupper() for word in speaker) or not language.labels.isdisjoint(words):
        return None
    if words[-1] in language.happenings or _EXPLAINS.match(found["content"]):
        return None
    if country_of(found["speaker"]) is not None or _MODEL.search(found["speaker"]):
        return None
    shift = len(headline) - len(headline.lstrip())
    return Said(
        content=((found.start("content") + shift, found.end("content") + shift),),
        speaker=(found.start("speaker") + shift, found.end("speaker") + shift),
        cue=(found.start("colon") + shift, found.end("colon") + shift),
    )

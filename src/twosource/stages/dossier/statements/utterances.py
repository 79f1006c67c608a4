"""Read every quote of a story as an utterance: who speaks, in which words, in what sense."""

from __future__ import annotations

from dataclasses import dataclass

from twosource.model.annotated import Annotated, QuoteKind, Sense
from twosource.model.identity import ArticleId, OutletId, Span
from twosource.stages.dossier.informants.passages import Informants
from twosource.stages.dossier.reading import Reading
from twosource.stages.dossier.statements.sayings import Saying, sayings_of
from twosource.stages.dossier.statements.speaker import Speaker
from twosource.stages.dossier.statements.speaking import speaking
from twosource.stages.dossier.statements.stated import names_in, of_story
from twosource.stages.dossier.statements.translated import ENGLISH_SPEAKING, homes_of
from twosource.stages.dossier.telling.gist import Gist

FEWEST_STEMS = 2  # of a reported statement; "said so" and "about the soup" state nothing
FEWEST_QUOTED = 3  # words of a direct quote; "We sang" is a title


@dataclass(frozen=True, slots=True, kw_only=True)
class Utterance:
    """One thing said at its place, ready to be compared with others."""

    article: ArticleId
    outlet: OutletId
    place: int  # of its article in the story
    reworded: bool  # told in a copy that puts another's report in its own words
    span: Span
    text: str
    kind: QuoteKind
    sense: Sense
    speaker: Speaker
    said_on: str
    quoted: tuple[str, ...]  # the words inside quotation marks
    words: frozenset[str]  # stems that carry meaning, of all the content
    gist: Gist
    parts: tuple[Gist, ...]  # of each of its sentences, where there are several
    translated: bool  # the speaker's country, or an outlet's word, tells of another language
    abroad: bool  # nothing tells it, but the story happens where English is not spoken


def utterances(reading: Reading, informants: Informants) -> list[Utterance]:
    """Return what is said in all versions, in the order of articles and places.

    A quote of several sentences is one utterance; who quotes one of them alone trims it.
    """
    heard = speaking(reading.story)(reading.all_versions, reading, informants)
    spoken = [
        (annotated, saying, speaker)
        for annotated, speakers in zip(reading.all_versions, heard, strict=True)
        for saying, speaker in zip(sayings_of(annotated), speakers, strict=True)
    ]
    homes, main = homes_of(speaker for *_, speaker in spoken), reading.main_country()
    told = [
        (annotated, saying, speaker)
        for annotated, saying, speaker in spoken
        if saying is not None and _says_something(saying, speaker, annotated, reading)
    ]
    weighed = of_story(list({saying.text: saying.told[0].gist for _, saying, _ in told}.values()))
    found = []
    for annotated, saying, speaker in told:
        article, home = annotated.article, homes(speaker)
        foreign = home not in ENGLISH_SPEAKING | {None}
        translated = foreign or saying.translated
        gist, *parts = (
            weighed(each.gist, names_in(article.id, each.stretches, reading))
            for each in saying.told
        )
        found.append(
            Utterance(
                article=article.id,
                outlet=article.outlet,
                place=reading.place(article.id),
                reworded=article.id in reading.reworded,
                span=saying.span,
                text=saying.text,
                kind=saying.quote.kind,
                sense=saying.quote.sense,
                speaker=speaker,
                said_on=saying.said_on,
                quoted=saying.quoted,
                words=saying.words,
                gist=gist,
                parts=tuple(parts),
                translated=translated,
                abroad=translated or (home is None and main not in ENGLISH_SPEAKING | {None}),
            )
        )
    return sorted(found, key=lambda each: (each.place, each.span))


def _says_something(
    saying: Saying, speaker: Speaker, annotated: Annotated, reading: Reading
) -> bool:
    """Return whether it can stand as a statement: words enough, and somebody who can speak.

    "Plainwire: ferry aground" is a headline with the outlet's name before it, "Vestby: fire under
    control" one with the town's.
    """
    kind, things = saying.quote.kind, saying.told[0].gist.things
    if kind == "indirect" and max(len(saying.words), things) < FEWEST_STEMS:
        return False
    if kind == "direct" and len(saying.quoted) < FEWEST_QUOTED:
        return False
    own = reading.outlet_name(annotated.article.outlet).lower()
    if speaker.words.lower() in (own, f"the {own}"):
        return False
    return bool(saying.words) and speaker.can_speak

"""Read every quote of a story as an utterance: who speaks, in which words, in what sense."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from twosource.model.acquired import Article
from twosource.model.annotated import Annotated, QuoteKind, Sense
from twosource.model.identity import ArticleId, OutletId, Span
from twosource.stages.dossier.informants.passages import Informants
from twosource.stages.dossier.reading import Reading
from twosource.stages.dossier.statements.sayings import Saying, sayings_of
from twosource.stages.dossier.statements.speaker import Speaker
from twosource.stages.dossier.statements.speaking import Speaking
from twosource.stages.dossier.statements.stated import OfStory, in_story, names_in
from twosource.stages.dossier.statements.translated import ENGLISH_SPEAKING, homes_of
from twosource.stages.dossier.telling.gist import Gist
from twosource.stages.once import Known, kept_per_story

FEWEST_STEMS = 2  # of a reported statement; "said so" and "about the soup" state nothing
FEWEST_QUOTED = 3  # words of a direct quote; "We sang" is a title


@dataclass(frozen=True, slots=True, kw_only=True)
class Utterance:
    """One thing said at its place, ready to be compared with others."""

    article: ArticleId
    outlet: OutletId
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


class Utterances:
    """What is said in a story; what tells the same in its next revision is the same value there."""

    def __init__(self) -> None:
        self._speaking = Speaking()
        self._names = Known[tuple[frozenset[str], ...]]()
        self._known = Known[Utterance]()

    def __call__(self, reading: Reading, informants: Informants) -> list[Utterance]:
        """Return what is said in all versions, in the order of articles and places.

        A quote of several sentences is one utterance; who quotes one of them alone trims it.
        """
        self._names.anew()
        self._known.anew()
        heard = list(self._speaking(reading.all_versions, reading, informants))
        told = [
            (annotated, passages, list(_told(annotated, speakers, reading)))
            for annotated, passages, speakers in heard
        ]
        sayings = (saying for *_, each in told for saying, _ in each)
        weighed = OfStory(list({each.text: each.told[0].gist for each in sayings}.values()))
        homes = homes_of(speaker for *_, speakers in heard for speaker in speakers)
        main = reading.main_country()
        found = []
        for annotated, passages, each in told:
            article = annotated.article
            reworded = article.id in reading.reworded
            inside = []
            for saying, speaker in each:
                home = homes(speaker)
                translated = saying.translated or home not in ENGLISH_SPEAKING | {None}
                abroad = translated or (home is None and main not in ENGLISH_SPEAKING | {None})
                weights = [weighed.weights(stated.gist) for stated in saying.told]
                # Who is meant there can only have changed where the passages are others.
                names = self._names.of(
                    partial(_names, saying, article.id, reading), saying, passages
                )
                make = partial(
                    _utterance,
                    article,
                    saying,
                    speaker,
                    weights,
                    names,
                    reworded,
                    translated,
                    abroad,
                )
                given = (speaker, weights, names, reworded, translated, abroad)
                inside.append(self._known.of(make, saying, given=given))
            found += sorted(inside, key=lambda each: each.span)
        return found


@kept_per_story
def utterances() -> Utterances:
    """Return what knows what is said in a story."""
    return Utterances()


def _told(
    annotated: Annotated, speakers: Sequence[Speaker], reading: Reading
) -> Iterator[tuple[Saying, Speaker]]:
    for saying, speaker in zip(sayings_of(annotated), speakers, strict=True):
        if saying is not None and _says_something(saying, speaker, annotated, reading):
            yield saying, speaker


def _names(saying: Saying, article: ArticleId, reading: Reading) -> tuple[frozenset[str], ...]:
    return tuple(names_in(article, each.stretches, reading) for each in saying.told)


def _utterance(
    article: Article,
    saying: Saying,
    speaker: Speaker,
    weights: Sequence[tuple[float, ...]],
    names: Sequence[frozenset[str]],
    reworded: bool,
    translated: bool,
    abroad: bool,
) -> Utterance:
    gist, *parts = (
        in_story(stated.gist, telling, named)
        for stated, telling, named in zip(saying.told, weights, names, strict=True)
    )
    return Utterance(
        article=article.id,
        outlet=article.outlet,
        reworded=reworded,
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
        abroad=abroad,
    )


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

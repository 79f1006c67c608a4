"""Read every quote of a story as an utterance: who speaks, in which words, in what sense."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from twosource.model.acquired import Article
from twosource.model.annotated import Annotated, QuoteKind, Sense
from twosource.model.identity import ArticleId, CountryCode, OutletId, Span
from twosource.stages.dossier.informants.passages import Informants
from twosource.stages.dossier.reading import Reading
from twosource.stages.dossier.statements.sayings import Saying, sayings_of
from twosource.stages.dossier.statements.speaker import Speaker
from twosource.stages.dossier.statements.stated import OfStory, in_story, names_in
from twosource.stages.dossier.statements.translated import ENGLISH_SPEAKING, homes_of
from twosource.stages.dossier.statements.who_speaks import speakers_of
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
    published: str  # ISO day of its article, "" where that has none
    quoted: tuple[str, ...]  # the words inside quotation marks
    words: frozenset[str]  # stems that carry meaning, of all the content
    gist: Gist
    parts: tuple[Gist, ...]  # of each of its sentences, where there are several
    translated: bool  # the speaker's country, or an outlet's word, tells of another language
    abroad: bool  # nothing tells it, but the story happens where English is not spoken


_Told = tuple[tuple[Saying, Speaker], ...]
"""What an article has said by whom, in its order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Uttered:
    """What an article has said, in the order of its places, and what that follows from."""

    inside: _Told
    leaning: object  # who is meant in the article
    where: tuple[object, ...]  # a copy or not, and countries
    things: frozenset[str]  # of which it matters how much they tell in the story
    said: list[Utterance]

    def stands(self, inside: _Told, leaning: object, where: object, moved: frozenset[str]) -> bool:
        """Return whether all of it stands, where some things tell more or less in the story."""
        same = self.inside is inside and self.leaning is leaning
        return same and self.where == where and self.things.isdisjoint(moved)


class Utterances:
    """What is said in a story; what tells the same in its next revision is the same value there."""

    def __init__(self) -> None:
        self._speakers = Known[Sequence[Speaker]]()
        self._told = Known[_Told]()
        self._weighed = OfStory(())
        self._last: dict[ArticleId, _Uttered] = {}

    def __call__(self, reading: Reading, informants: Informants) -> list[Utterance]:
        """Return what is said in all versions, in the order of articles and places.

        A quote of several sentences is one utterance; who quotes one of them alone trims it.
        """
        self._told.anew()
        self._speakers.anew()
        heard = [
            (each, self._speakers_in(each, reading, informants)) for each in reading.all_versions
        ]
        told = [self._told_in(each, speakers, reading) for each, speakers in heard]
        sayings = (saying for article in told for saying, _ in article)
        weighed = OfStory(list({each.text: each.told[0].gist for each in sayings}.values()))
        moved, self._weighed = weighed.moved_since(self._weighed), weighed
        homes = homes_of(speaker for _, speakers in heard for speaker in speakers)
        main = reading.main_country()
        last, self._last = self._last, {}
        for (annotated, _), inside in zip(heard, told, strict=True):
            article = annotated.article
            leaning, before = informants.leaning(article.id), last.get(article.id)
            where = article.id in reading.reworded, main, [homes(each) for _, each in inside]
            if before is None or not before.stands(inside, leaning, where, moved):
                said = _said(article, inside, reading, weighed, *where)
                before = _Uttered(
                    inside=inside,
                    leaning=leaning,
                    where=where,
                    things=_things_in(inside),
                    said=_as_before(said, before.said if before is not None else ()),
                )
            self._last[article.id] = before
        return [each for article in self._last.values() for each in article.said]

    def _speakers_in(
        self, annotated: Annotated, reading: Reading, informants: Informants
    ) -> Sequence[Speaker]:
        """Return who speaks in an article: the same value while all that tells so is."""
        article = annotated.article.id
        given = informants.leaning(article), informants.passages(article)
        make = partial(speakers_of, annotated, reading, informants)
        return self._speakers.of(make, annotated, given=given)

    def _told_in(
        self, annotated: Annotated, speakers: Sequence[Speaker], reading: Reading
    ) -> _Told:
        outlet = reading.outlet_name(annotated.article.outlet)
        make = partial(_told, annotated, speakers, outlet)
        return self._told.of(make, annotated, speakers, given=outlet)


@kept_per_story
def utterances() -> Utterances:
    """Return what knows what is said in a story."""
    return Utterances()


def _told(annotated: Annotated, speakers: Sequence[Speaker], outlet: str) -> _Told:
    return tuple(
        (saying, speaker)
        for saying, speaker in zip(sayings_of(annotated), speakers, strict=True)
        if saying is not None and _says_something(saying, speaker, outlet.lower())
    )


def _things_in(inside: _Told) -> frozenset[str]:
    return frozenset(
        thing for saying, _ in inside for stated in saying.told for thing in stated.gist.told
    )


def _as_before(said: Sequence[Utterance], before: Sequence[Utterance]) -> list[Utterance]:
    """Return what is said, the very same value as before where it equals that."""
    known = {each.span: each for each in before}
    pairs = [(each, known.get(each.span, each)) for each in said]
    return [old if old == each else each for each, old in pairs]


def _said(
    article: Article,
    inside: _Told,
    reading: Reading,
    weighed: OfStory,
    reworded: bool,
    main: CountryCode | None,
    homes: Sequence[CountryCode | None],
) -> list[Utterance]:
    """Return what an article has said, in the order of its places."""
    said = []
    for (saying, speaker), home in zip(inside, homes, strict=True):
        translated = saying.translated or home not in ENGLISH_SPEAKING | {None}
        abroad = translated or (home is None and main not in ENGLISH_SPEAKING | {None})
        names = [names_in(article.id, each.stretches, reading) for each in saying.told]
        weights = [weighed.weights(each.gist) for each in saying.told]
        said.append(
            _utterance(article, saying, speaker, weights, names, reworded, translated, abroad)
        )
    return sorted(said, key=lambda each: each.span)


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
        published=article.published.date().isoformat() if article.published else "",
        quoted=saying.quoted,
        words=saying.words,
        gist=gist,
        parts=tuple(parts),
        translated=translated,
        abroad=abroad,
    )


def _says_something(saying: Saying, speaker: Speaker, own: str) -> bool:
    """Return whether it can stand as a statement: words enough, and somebody who can speak.

    `own` is the outlet's own name.

    "Plainwire: ferry aground" is a headline with the outlet's name before it, "Vestby: fire under
    control" one with the town's.
    """
    kind, things = saying.quote.kind, saying.told[0].gist.things
    if kind == "indirect" and max(len(saying.words), things) < FEWEST_STEMS:
        return False
    if kind == "direct" and len(saying.quoted) < FEWEST_QUOTED:
        return False
    if speaker.words.lower() in (own, f"the {own}"):
        return False
    return bool(saying.words) and speaker.can_speak(quoted=kind == "direct")

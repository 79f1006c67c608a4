"""Read every quote of a story as an utterance: who speaks, in which words, in what sense."""

from __future__ import annotations

import re
from dataclasses import dataclass

from twosource.model.annotated import Annotated, Quote, QuoteKind, Sense
from twosource.model.identity import ArticleId, CountryCode, OutletId, Span
from twosource.model.linked import Entity
from twosource.stages.dossier.cite import folded
from twosource.stages.dossier.reading import Reading, sentence_of
from twosource.stages.dossier.sameness import content_words, word_set, words_of

LONGEST = 900  # code points; a quote over more than that is cited by its first stretch
PRONOUNS = word_set(
    """
    he she they it we i you who him her them this that
    """
)
# Where what is said in public is said in English; elsewhere an English quote is a translation.
ENGLISH_SPEAKING = word_set(
    """
    AG AU BB BS BW BZ CA DM FJ GB GD GH GM GY IE IN JM KE LC LR MT MW NA NG NZ PG SG SL TT
    UG US VC ZA ZM ZW
    """
)
_MARKED = re.compile(r"[“\"«„]([^”\"»“]+)(?:[”\"»]|$)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Utterance:
    """One quote at its place, ready to be compared with others."""

    article: ArticleId
    outlet: OutletId
    place: int  # of its article in the story
    span: Span
    text: str
    kind: QuoteKind
    sense: Sense
    speaker: str  # canonical name, else the words; "" where not told
    speaker_words: str
    entity: Entity | None
    home: CountryCode | None  # the country given with the speaker, None where none is
    said_on: str
    quoted: tuple[str, ...]  # the words inside quotation marks
    words: frozenset[str]  # stems that carry meaning, of all the content
    numbers: frozenset[str]

    @property
    def nameless(self) -> bool:
        """Return whether the speaker is unknown: none told, or a pronoun that may be anybody."""
        return not self.speaker or self.speaker.lower() in PRONOUNS

    @property
    def translated(self) -> bool:
        """Return whether the speaker's country does not speak English, as the texts do."""
        return self.home is not None and self.home not in ENGLISH_SPEAKING


def utterances(reading: Reading) -> list[Utterance]:
    """Return all quotes of the newest versions, in the order of articles and places."""
    found = []
    for annotated in reading.articles:
        for quote in annotated.quotes:
            if quote.content and quote.content[0].part.partition(" ")[0] != "related":
                found.append(_utterance(annotated, quote, reading))
    return sorted(found, key=lambda each: (each.place, each.span))


def _utterance(annotated: Annotated, quote: Quote, reading: Reading) -> Utterance:
    article = annotated.article
    span = _covering(quote)
    text = folded(article.words(span))
    pieces = [article.words(each) for each in quote.content if span.holds(each)]
    said = " ".join(pieces)
    entity, home = _speaker(annotated, quote, reading)
    speaker_words = folded(article.words(quote.speaker)) if quote.speaker else ""
    return Utterance(
        article=article.id,
        outlet=article.outlet,
        place=reading.place(article.id),
        span=span,
        text=text,
        kind=quote.kind,
        sense=quote.sense,
        speaker=entity.name if entity else speaker_words,
        speaker_words=_with_title(annotated, quote, speaker_words),
        entity=entity,
        home=home,
        said_on=_said_on(annotated, quote),
        quoted=tuple(words_of(" ".join(_marked(pieces, quote.kind)))),
        words=content_words(said),
        numbers=frozenset(word for word in words_of(said) if any(c.isdigit() for c in word)),
    )


def _covering(quote: Quote) -> Span:
    """Return one stretch over all the quote's parts, with the cue that interrupts them."""
    first = quote.content[0]
    same_part = [each for each in quote.content if each.part == first.part]
    whole = Span(part=first.part, start=first.start, end=max(each.end for each in same_part))
    return whole if len(whole) <= LONGEST else first


def _marked(pieces: list[str], kind: QuoteKind) -> list[str]:
    """Return the stretches inside quotation marks; all of a direct quote is."""
    if kind == "indirect":
        return []
    if kind == "direct":
        return pieces
    return [match.group(1) for piece in pieces for match in _MARKED.finditer(piece)]


def _speaker(
    annotated: Annotated, quote: Quote, reading: Reading
) -> tuple[Entity | None, CountryCode | None]:
    """Return who speaks, if unambiguous, and the country given with them.

    One person named among the speaker's words is the speaker. A body or country is only when
    nothing but its name stands there: "a coast guard spokesman" is somebody else than the body.
    """
    if quote.speaker is None:
        return None, None
    named = reading.entities_in(annotated.article.id, _stretched(annotated, quote.speaker))
    home = next((e.country for e in named if e.kind == "country"), None)
    persons = [entity for entity in named if entity.kind == "person"]
    if persons:
        return (persons[0] if len(persons) == 1 else None), home or persons[0].country
    words = {w for w in words_of(annotated.article.words(quote.speaker)) if w not in _LINKS}
    for entity in named:
        forms = (entity.name, *entity.aliases)
        if any(set(words_of(form)) - _LINKS == words for form in forms):
            return entity, entity.country
    return None, home


_LINKS = frozenset({"the", "of", "and", "for", "a", "an"})


def _stretched(annotated: Annotated, speaker: Span) -> Span:
    """Return the speaker's words with the title before them, which may name the country."""
    for mention in annotated.mentions:
        if mention.title and speaker.holds(mention.span) and mention.title.part == speaker.part:
            start = min(speaker.start, mention.title.start)
            return Span(part=speaker.part, start=start, end=speaker.end)
    return speaker


def _with_title(annotated: Annotated, quote: Quote, words: str) -> str:
    if quote.speaker is None:
        return words
    return folded(annotated.article.words(_stretched(annotated, quote.speaker)))


def _said_on(annotated: Annotated, quote: Quote) -> str:
    """Return the day the text gives for the saying: a date beside the cue, outside the words."""
    anchor = quote.cue or quote.speaker
    if anchor is None:
        return ""
    sentence = sentence_of(annotated, anchor)
    for time in annotated.times:
        inside = any(content.touches(time.span) for content in quote.content)
        if (
            sentence.holds(time.span)
            and not inside
            and time.type == "DATE"
            and time.granularity == "day"
        ):
            return time.value
    return ""

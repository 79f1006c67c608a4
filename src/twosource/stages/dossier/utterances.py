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
FEWEST_STEMS = 3  # of a reported statement; "said so" and "about the soup" state nothing
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
_ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d")
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
            if quote.content:
                found.append(_utterance(annotated, quote, reading))
    told = [each for each in found if _says_something(each, reading)]
    return sorted(told, key=lambda each: (each.place, each.span))


def _says_something(each: Utterance, reading: Reading) -> bool:
    """Return whether it can stand as a statement: words enough, and not the outlet's own label.

    "Plainwire: ferry aground" is a headline with the outlet's name before it.
    """
    own = reading.outlet_name(each.outlet).lower()
    few = len(each.words) < (FEWEST_STEMS if each.kind == "indirect" else 1)
    return not few and each.speaker_words.lower() not in (own, f"the {own}")


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
    speaker = annotated.article.words(quote.speaker)
    persons = [entity for entity in named if entity.kind == "person"]
    if persons and not _stands_for(speaker, persons[0]):
        return (persons[0] if len(persons) == 1 else None), home or persons[0].country
    bodies = [entity for entity in named if entity.kind == "organization"]
    named_by = {w for e in named for form in (e.name, *e.aliases) for w in words_of(form)}
    own = {word for word in words_of(speaker) if word not in _LINKS}
    if named and own <= named_by and len(bodies or named) == 1:
        return (bodies or list(named))[0], home
    return None, home


def _stands_for(speaker: str, person: Entity) -> bool:
    """Return whether the name only says whose: "a spokesman for X", "police in X", "X's lawyer"."""
    for form in {person.name, *person.aliases, person.name.split()[-1]}:
        name = re.escape(form)
        if re.search(rf"\b(?:of|for|in|at|to|by|with|near) (?:\w+\.? )?{name}\b", speaker):
            return True
        if re.search(rf"{name}['’]s? \w", speaker):
            return True
    return False


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
        if sentence.holds(time.span) and not inside and _ISO_DAY.fullmatch(time.value):
            return time.value
    return ""

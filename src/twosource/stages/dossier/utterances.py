"""Read every quote of a story as an utterance: who speaks, in which words, in what sense."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from twosource.model.acquired import Article
from twosource.model.annotated import Annotated, Quote, QuoteKind, Sense
from twosource.model.identity import ArticleId, CountryCode, EntityId, OutletId, Span
from twosource.stages.dossier.cite import folded
from twosource.stages.dossier.reading import Reading, sentence_of
from twosource.stages.dossier.sameness import content_words, one_spelling, word_set, words_of
from twosource.stages.dossier.who_speaks import Speaker, speakers_of

LONGEST = 900  # code points; a quote over more than that is cited by its first stretch
FEWEST_STEMS = 3  # of a reported statement; "said so" and "about the soup" state nothing
FEWEST_WORDS = 4  # of a sentence in a direct quote that can stand alone
# Where what is said in public is said in English; elsewhere an English quote is a translation.
ENGLISH_SPEAKING = word_set(
    """
    AG AU BB BS BW BZ CA DM FJ GB GD GH GM GY IE IN JM KE LC LR MT MW NA NG NZ PG SG SL TT
    UG US VC ZA ZM ZW
    """
)
_ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_STOPPED = re.compile(r"[.!?…][\"”’'»)]*$")
_BETWEEN_SENTENCES = re.compile(r"(?<=[.!?…])\s+(?=[\"“‘'«]?[A-ZÀ-Þ0-9])")
_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
_OPENING, _CLOSING = frozenset('“"«„‘'), frozenset('”"»“’')
_MARKED = re.compile(r"[“\"«„]([^”\"»“]+)(?:[”\"»]|$)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Utterance:
    """One thing said at its place, ready to be compared with others."""

    article: ArticleId
    outlet: OutletId
    place: int  # of its article in the story
    span: Span
    text: str
    kind: QuoteKind
    sense: Sense
    speaker: Speaker
    said_on: str
    quoted: tuple[str, ...]  # the words inside quotation marks
    words: frozenset[str]  # stems that carry meaning, of all the content
    numbers: tuple[float, ...]
    translated: bool  # the speaker's country does not speak English, as the texts do


def utterances(reading: Reading) -> list[Utterance]:
    """Return what is said in the newest versions, in the order of articles and places.

    A direct quote of several sentences is as many utterances: outlets quote them singly, and each
    must be told once.
    """
    spoken = [
        (annotated, quote, speaker)
        for annotated in reading.articles
        for quote, speaker in zip(annotated.quotes, speakers_of(annotated, reading), strict=True)
    ]
    homes = _homes((speaker for *_, speaker in spoken), reading)
    found = []
    for annotated, quote, speaker in spoken:
        translated = homes(speaker) not in ENGLISH_SPEAKING | {None}
        for stretches in _sayings(annotated, quote):
            found.append(_utterance(annotated, quote, speaker, stretches, reading, translated))
    told = [each for each in found if _says_something(each, reading)]
    return sorted(told, key=lambda each: (each.place, each.span))


def _homes(
    speakers: Iterator[Speaker], reading: Reading
) -> Callable[[Speaker], CountryCode | None]:
    """Return what tells a speaker's country: given with the name somewhere, else the story's own.

    Of somebody without a country in a story set abroad it is not known that he spoke English; then
    two wordings are rather two translations than an alteration.
    """
    known: dict[EntityId, CountryCode] = {}
    for speaker in speakers:
        if speaker.entity is not None and speaker.home is not None:
            known.setdefault(speaker.entity.id, speaker.home)
    main = reading.main_country()

    def home(speaker: Speaker) -> CountryCode | None:
        if speaker.entity is None:
            return speaker.home
        given = speaker.home or known.get(speaker.entity.id)
        return given or (main if speaker.entity.kind == "person" else None)

    return home


def _says_something(each: Utterance, reading: Reading) -> bool:
    """Return whether it can stand as a statement: words enough, and not the outlet's own label.

    "Plainwire: ferry aground" is a headline with the outlet's name before it.
    """
    own = reading.outlet_name(each.outlet).lower()
    few = len(each.words) < (FEWEST_STEMS if each.kind == "indirect" else 1)
    return not few and each.speaker.words.lower() not in (own, f"the {own}")


def _utterance(
    annotated: Annotated,
    quote: Quote,
    speaker: Speaker,
    stretches: list[Span],
    reading: Reading,
    translated: bool,
) -> Utterance:
    article = annotated.article
    span = _balanced(article, _covering(stretches))
    pieces = [article.words(each) for each in stretches if span.touches(each)]
    said = " ".join(pieces)
    return Utterance(
        article=article.id,
        outlet=article.outlet,
        place=reading.place(article.id),
        span=span,
        text=folded(article.words(span)),
        kind=quote.kind,
        sense=quote.sense,
        speaker=speaker,
        said_on=_said_on(annotated, quote),
        quoted=tuple(map(one_spelling, words_of(" ".join(_marked(pieces, quote.kind))))),
        words=content_words(said),
        numbers=tuple(_numbers(said)),
        translated=translated,
    )


def _covering(stretches: list[Span]) -> Span:
    """Return one stretch over all parts of a saying, with the cue that interrupts them."""
    first = stretches[0]
    end = max(each.end for each in stretches if each.part == first.part)
    whole = Span(part=first.part, start=first.start, end=end)
    return whole if len(whole) <= LONGEST else first


def _balanced(article: Article, span: Span) -> Span:
    """Return a stretch without a quotation mark at one end that has no partner at the other.

    A sentence taken out of a longer quote begins or ends inside it.
    """
    words = article.words(span)
    opens, closes = words[:1] in _OPENING, words[-1:] in _CLOSING
    if opens == closes or words.count("“") == words.count("”") > 0:
        return span
    return Span(part=span.part, start=span.start + opens, end=span.end - closes)


def _sayings(annotated: Annotated, quote: Quote) -> list[list[Span]]:
    """Return the sentences of a direct quote, each as its stretches; any other quote whole.

    A sentence that the cue interrupts ("We will not," he said, "give up.") has two stretches.
    Sentences of under four words go with the one before: alone they say nothing.
    """
    if not quote.content:
        return []
    if quote.kind != "direct":
        return [list(quote.content)]
    sayings: list[list[Span]] = []
    for piece in (each for span in quote.content for each in _sentences(annotated, span)):
        short = _length(annotated, piece) < FEWEST_WORDS
        if sayings and (short or _goes_on(annotated, sayings[-1][-1], piece)):
            sayings[-1].append(piece)
        else:
            sayings.append([piece])
    if len(sayings) > 1 and _length(annotated, *sayings[0]) < FEWEST_WORDS:
        sayings[:2] = [sayings[0] + sayings[1]]
    return sayings


def _length(annotated: Annotated, *spans: Span) -> int:
    return sum(len(annotated.article.words(span).split()) for span in spans)


def _goes_on(annotated: Annotated, before: Span, piece: Span) -> bool:
    """Return whether a sentence goes on after the cue: no stop before it, none at the cue's end."""
    if before.part != piece.part:
        return False
    text = annotated.article.part_text(before.part)
    between = text[before.end : piece.start].rstrip("\"“‘'« \n")
    stopped = _STOPPED.search(text[before.start : before.end]) or _STOPPED.search(between)
    return stopped is None


def _sentences(annotated: Annotated, span: Span) -> list[Span]:
    text, start, found = annotated.article.words(span), 0, []
    for stop in _BETWEEN_SENTENCES.finditer(text):
        found.append((start, stop.start()))
        start = stop.end()
    found.append((start, len(text)))
    return [
        Span(part=span.part, start=span.start + a, end=span.start + b) for a, b in found if a < b
    ]


def _numbers(text: str) -> Iterator[float]:
    for match in _NUMBER.finditer(text):
        yield float(match.group().replace(",", ""))


def _marked(pieces: list[str], kind: QuoteKind) -> list[str]:
    """Return the stretches inside quotation marks; all of a direct quote is."""
    if kind == "indirect":
        return []
    if kind == "direct":
        return pieces
    return [match.group(1) for piece in pieces for match in _MARKED.finditer(piece)]


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

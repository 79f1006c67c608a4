"""Read every quote of a story as an utterance: who speaks, in which words, in what sense."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from twosource.model.acquired import Article
from twosource.model.annotated import Annotated, Quote, QuoteKind, Sense
from twosource.model.identity import ArticleId, OutletId, Span
from twosource.stages.dossier.cite import folded
from twosource.stages.dossier.informants.passages import Informants
from twosource.stages.dossier.reading import Reading, sentence_of
from twosource.stages.dossier.sameness import content_words, one_spelling, words_of
from twosource.stages.dossier.statements.gist import Gist, gists_of, of_story
from twosource.stages.dossier.statements.shown import shown_of
from twosource.stages.dossier.statements.speaker import Speaker
from twosource.stages.dossier.statements.translated import (
    ENGLISH_SPEAKING,
    homes_of,
    is_translated,
)
from twosource.stages.dossier.statements.who_speaks import speakers_of

LONGEST = 900  # code points; a quote over more than that is cited by its first stretch
FEWEST_STEMS = 2  # of a reported statement; "said so" and "about the soup" state nothing
FEWEST_QUOTED = 3  # words of a direct quote; "We sang" is a title
_ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_CONTRACTED = tuple(
    (re.compile(rf"(?<=\w){short}\b", re.IGNORECASE), full)
    for short, full in (
        ("n['’]t", " not"), ("['’]re", " are"), ("['’]ve", " have"), ("['’]ll", " will"),
        ("['’]m", " am"),
    )
)  # fmt: skip
_OPENING, _CLOSING = frozenset('“"«„‘'), frozenset('”"»“’')
_MARKED = re.compile(r"[“\"«„]([^”\"»“]+)(?:[”\"»]|$)")


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
    spoken = [
        (annotated, quote, speaker)
        for annotated in reading.all_versions
        for quote, speaker in zip(
            annotated.quotes, speakers_of(annotated, reading, informants), strict=True
        )
    ]
    homes, main = homes_of(speaker for *_, speaker in spoken), reading.main_country()
    found = []
    for annotated, quote, speaker in spoken:
        home = homes(speaker)
        foreign = home not in ENGLISH_SPEAKING | {None}
        translated = foreign or is_translated(quote, annotated)
        abroad = translated or (home is None and main not in ENGLISH_SPEAKING | {None})
        stretches = shown_of(annotated, quote)
        if stretches:
            found.append(
                _utterance(annotated, quote, speaker, stretches, reading, translated, abroad)
            )
    told = [each for each in found if _says_something(each, reading)]
    weighed = of_story(list({each.text: each.gist for each in told}.values()))
    return [
        replace(each, gist=weighed(each.gist), parts=tuple(map(weighed, each.parts)))
        for each in sorted(told, key=lambda each: (each.place, each.span))
    ]


def _says_something(each: Utterance, reading: Reading) -> bool:
    """Return whether it can stand as a statement: words enough, and somebody who can speak.

    "Plainwire: ferry aground" is a headline with the outlet's name before it, "Vestby: fire under
    control" one with the town's.
    """
    if each.kind == "indirect" and max(len(each.words), each.gist.things) < FEWEST_STEMS:
        return False
    if each.kind == "direct" and len(each.quoted) < FEWEST_QUOTED:
        return False
    own = reading.outlet_name(each.outlet).lower()
    if each.speaker.words.lower() in (own, f"the {own}"):
        return False
    return bool(each.words) and each.speaker.can_speak


def _utterance(
    annotated: Annotated,
    quote: Quote,
    speaker: Speaker,
    stretches: list[Span],
    reading: Reading,
    translated: bool,
    abroad: bool,
) -> Utterance:
    article = annotated.article
    span = _balanced(article, _covering(stretches))
    first = max(stretches[0], quote.content[0])  # without the verb that it is shown with
    told = [first, *stretches[1:]]
    told = [each for each in told if span.touches(each)]
    pieces = [article.words(each) for each in told]
    gist, parts = gists_of(annotated, told, quote.sense, reading)
    return Utterance(
        article=article.id,
        outlet=article.outlet,
        place=reading.place(article.id),
        reworded=article.id in reading.reworded,
        span=span,
        text=folded(article.words(span)),
        kind=quote.kind,
        sense=quote.sense,
        speaker=speaker,
        said_on=_said_on(annotated, quote),
        quoted=_in_full(" ".join(_marked(pieces, quote.kind))),
        words=content_words(" ".join(pieces)),
        gist=gist,
        parts=parts,
        translated=translated,
        abroad=abroad,
    )


def _in_full(words: str) -> tuple[str, ...]:
    """Return words in one spelling, contractions in full: "we will" for "we'll" alters nothing."""
    for short, full in _CONTRACTED:
        words = short.sub(full, words)
    return tuple(map(one_spelling, words_of(words)))


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

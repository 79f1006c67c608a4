"""Choose headline and summary from the sources' own sentences; nothing is written anew."""

from __future__ import annotations

import math
import re
from collections import Counter
from dataclasses import dataclass

from twosource.model.annotated import Annotated
from twosource.model.identity import BODY, ArticleId, LineageId, Span
from twosource.model.material import Draft, StoryMaterial
from twosource.settings import DossierSettings
from twosource.stages.dossier.cite import citer
from twosource.stages.dossier.claimed import sentence_labels
from twosource.stages.dossier.prose import (
    LEANING,
    after_dateline,
    is_prose,
    leans,
    length_in_words,
    speaks_of_itself,
)
from twosource.stages.dossier.reading import Reading, reading_of
from twosource.stages.dossier.sameness import content_words, word_set
from twosource.stages.dossier.summary.headline import OVERTAKEN, choose_headline
from twosource.stages.dossier.summary.overtaken import overtaken
from twosource.stages.dossier.summary.salience import Sentence, choose
from twosource.stages.once import once_per_article

BY = "extractive-1"
FEWEST_WORDS, MOST_WORDS = 8, 55  # shorter ones say little alone, longer ones are lists

_PRONOUNS = word_set("he she they it his her their its him them")
# Who was asked in vain, or spoke on air: no news of the event.
_SAYS_NOTHING = re.compile(
    r"\b(?:could not (?:immediately )?be (?:immediately )?reached|"
    r"(?:did|has|have) not (?:immediately |yet )?(?:respond|return|repl|comment|reached)\w*|"
    r"(?:talks|speaks) (?:to|with)\b.*\b(?:reporter|correspondent|editor|author|professor)|"
    r"declined to comment|did not say|(?:no|without) (?:immediate )?comment)\b"
)
OPENING = 6  # words; a pronoun further on mostly means somebody the sentence has named
LEAST_NEW = 0.55  # of a sentence, that those chosen do not tell: all reports open with one event
HEADLINES = 1.0  # what it is worth to hold all the words of all the reports' headlines
ONE_QUOTES = 0.4  # what it costs to hold nothing but words that one report alone quotes
BORNE_OUT = 0.5  # what it is worth that all reports make the claim a sentence makes


@dataclass(frozen=True, slots=True, kw_only=True)
class _Candidate:
    article: ArticleId
    span: Span
    sentence: Sentence
    heart: float  # how much of the headlines it holds, up to twice that if all reports tell it


def draft_extractive(material: StoryMaterial, settings: DossierSettings) -> Draft:
    """Return the headline that most reports bear out and the sentences that tell most together.

    One article of each report is read, so that wording is counted by reports and not by copies.
    Opinion, satire, sponsored texts and press releases are never taken while there is news.
    Sentences that lean on another (a pronoun with no name before it, a quote without its speaker,
    "however") or break off are left out. What happened, in the headlines' own words, comes first,
    the other sentences in the order in which the reports tell them.
    """
    reading = reading_of(material)
    reports = _reports(reading)
    candidates = _candidates(material, reports)
    chosen = choose([each.sentence for each in candidates], settings.summary_sentences, LEAST_NEW)
    told = [candidates[place] for place in chosen]
    # A summary opens with what happened, not with what somebody called it or how it began.
    opening = max((each for each in told if not _is_quote(each)), key=_heart, default=None)
    ordered = sorted(
        told,
        key=lambda each: (
            each is not opening,
            each.sentence.position,
            reading.place(each.article),
            each.span,
        ),
    )
    return Draft(
        headline=choose_headline(reports, reading, overtaken(material)),
        summary=tuple((each.article, each.span) for each in ordered),
        by=BY,
    )


def _heart(candidate: _Candidate) -> tuple[float, int]:
    return candidate.heart, -candidate.sentence.position


def _is_quote(candidate: _Candidate) -> bool:
    return candidate.sentence.text[0] in "\"“‘'«„"


def _reports(reading: Reading) -> list[Annotated]:
    """Return one article of each report, news before all other genres.

    It is the newest version of the origin; where that is not held, a copy.
    """
    first: dict[LineageId, Annotated] = {}
    own = {lineage.origin for lineage in reading.lineages}
    own |= {d.copy for each in reading.lineages for d in each.derivations if d.kind == "update"}
    for each in sorted(reading.articles, key=lambda a: a.article.id not in own):
        first.setdefault(reading.report(each.article.id), each)
    held = sorted(first.values(), key=lambda each: reading.place(each.article.id))
    news = [each for each in held if reading.is_news(each)] or held
    spoken = Counter(each.article.language for each in news)
    most = max(spoken, key=lambda language: spoken[language])  # of two as many, the earlier
    return [each for each in news if each.article.language == most]


def _candidates(material: StoryMaterial, reports: list[Annotated]) -> list[_Candidate]:
    """Return the sentences to choose from, each with its worth beyond its words.

    A scene that opens a feature is told by nobody else. What happened stands in the headlines, and
    other reports claim it too.
    """
    cite, labels, past = citer(material), sentence_labels(material), overtaken(material)
    headlines = [content_words(each.article.headline) for each in reports]

    def borne_out(article: ArticleId, span: Span) -> float:
        carrying = labels.of(cite(article, span)).reports
        return min(1.0, math.log(max(1, carrying)) / math.log(max(2, len(reports))))

    found = []
    for number, annotated in enumerate(reports):
        article = annotated.article.id
        for position, span, text, quoted in _standing_alone(annotated):
            heart = _share_of(headlines, text)
            worth = HEADLINES * heart
            # What outlets quote stands in a block of its own; what one alone quotes most of all.
            told = borne_out(article, span)
            worth += -ONE_QUOTES * quoted * (1 - told) if quoted else BORNE_OUT * told
            worth -= OVERTAKEN * past.holds(annotated, span)
            sentence = Sentence(
                report=number,
                position=position,
                text=text,
                claims=labels.claims_of(article, span),
                bonus=worth,
            )
            found.append(
                _Candidate(article=article, span=span, sentence=sentence, heart=heart * (1 + told))
            )
    return found


@once_per_article
def _standing_alone(annotated: Annotated) -> tuple[tuple[int, Span, str, float], ...]:
    """Return the sentences of an article that a summary may take.

    Each with its place, its words, and how much of it is somebody's words in quotation marks.
    """
    whole = [span for span in annotated.sentences if span.part == BODY]
    shown = [after_dateline(annotated, span) for span in whole]
    texts = [annotated.article.words(span) for span in shown]
    return tuple(
        (position, span, text, _quoted(annotated, span))
        for position, (span, text) in enumerate(zip(shown, texts, strict=True))
        if _stands_alone(text, span, annotated)
    )


def _share_of(headlines: list[frozenset[str]], text: str) -> float:
    """Return how much of the reports' headlines a sentence holds, 0 to 1: the event's heart."""
    words = content_words(text)
    shares = [len(words & each) / len(each) for each in headlines if each]
    return sum(shares) / len(shares) if shares else 0.0


def _stands_alone(text: str, span: Span, annotated: Annotated) -> bool:
    """Return whether a sentence says something by itself, to somebody who reads only it."""
    if not (FEWEST_WORDS <= length_in_words(text) <= MOST_WORDS and is_prose(annotated, span)):
        return False
    first = text.lstrip("\"“‘'(「『")[:1]
    if text.endswith("?") or speaks_of_itself(text) or _SAYS_NOTHING.search(text):
        return False
    if leans(text) or not first.isalpha() or first.islower():  # many scripts have no upper case
        return False
    if _opens_with_pronoun(span, annotated):
        return False
    return not _torn_quote(text, span, annotated)


def _opens_with_pronoun(span: Span, annotated: Annotated) -> bool:
    """Return whether a pronoun comes before any name: "When they stood up", "In her words"."""
    names = [m.span.start for m in annotated.mentions if span.holds(m.span)]
    first = min(names, default=span.end)
    before = annotated.article.text[span.start : first].lower().split()[:OPENING]
    return any(word.strip(",.;:'’\"“”") in _PRONOUNS for word in before)


def _quoted(annotated: Annotated, span: Span) -> float:
    """Return how much of a sentence is somebody's words in quotation marks, 0 to 1."""
    contents = (
        content
        for quote in annotated.quotes
        if quote.kind != "indirect"
        for content in quote.content
        if content.touches(span)
    )
    held = sum(min(each.end, span.end) - max(each.start, span.start) for each in contents)
    return min(1.0, held / len(span))


def _torn_quote(text: str, span: Span, annotated: Annotated) -> bool:
    """Return whether a quote's words stand here without who says them, or by a mere pronoun."""
    if text.count("“") != text.count("”") or text.count('"') % 2:
        return True
    for quote in annotated.quotes:
        if not any(content.touches(span) for content in quote.content):
            continue
        speaker = quote.speaker
        if speaker is None or not span.holds(speaker):
            return True
        said_by = annotated.article.words(speaker).lower()
        # "…," said its representative: whose, the sentence before tells
        whose = said_by.partition(" ")[0] in _PRONOUNS
        led = any(m.span.start < speaker.start and span.holds(m.span) for m in annotated.mentions)
        if said_by in LEANING or (whose and not led):
            return True
    return text[0] in '"“«' and text.rstrip()[-1] in '"”»'

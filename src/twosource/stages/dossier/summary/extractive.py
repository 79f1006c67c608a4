"""Choose headline and summary from the sources' own sentences; nothing is written anew."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence, Set
from dataclasses import dataclass
from datetime import timedelta

from twosource.model.annotated import Annotated
from twosource.model.identity import ArticleId, LineageId, Span
from twosource.model.material import Draft, StoryMaterial
from twosource.settings import DossierSettings
from twosource.stages.dossier.angles import LEAD_SENTENCES, angles_of
from twosource.stages.dossier.cite import citer
from twosource.stages.dossier.claimed import sentence_labels
from twosource.stages.dossier.notices.meant import TakenBack, set_aside, taken_back
from twosource.stages.dossier.reading import Reading, reading_of
from twosource.stages.dossier.sameness import content_words
from twosource.stages.dossier.summary.headline import OVERTAKEN, choose_headline
from twosource.stages.dossier.summary.overtaken import Overtaken, is_of_an_hour, overtaken
from twosource.stages.dossier.summary.salience import Sentence, choose
from twosource.stages.dossier.summary.standing_alone import standing_alone

BY = "extractive-1"

LEAST_NEW = 0.55  # of a sentence, that those chosen do not tell: all reports open with one event
HEADLINES = 1.0  # what it is worth to hold all the words of all the reports' headlines
ONE_QUOTES = 0.4  # what it costs to hold nothing but words that one report alone quotes
ONE_DAYS_NEWS = timedelta(hours=12)  # reports so near in time tell one state of things
LEAST_OF_EVENT = 1 / 3  # of how much of the headlines the opening holds
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
    Opinion, analysis, satire, sponsored texts and press releases are never taken while there is
    news, nor what its outlet has withdrawn; a side angle's headline not while there is a report's.
    Sentences that lean on another (a pronoun with no name before it, a quote without its speaker,
    "however") or break off are left out. What happened, in the headlines' own words, comes first,
    the other sentences in the order in which the reports tell them.
    """
    reading = reading_of(material)
    notices = taken_back(material)
    reports = _reports(reading, set_aside(notices), overtaken(material))
    angles = angles_of(material)
    heads = [each for each in reports if each.article.id not in angles] or reports
    begins = {each.article.id: 0 for each in heads}  # an angle's beginning is of another matter
    every = _candidates(material, reports, notices)
    candidates = [
        each for each in every if each.sentence.position >= begins.get(each.article, LEAD_SENTENCES)
    ] or every
    chosen = choose([each.sentence for each in candidates], settings.summary_sentences, LEAST_NEW)
    told = [candidates[place] for place in chosen]
    # A summary opens with what happened, not with what somebody called it or how it began.
    opening = max((each for each in told if not _is_quote(each)), key=_heart, default=None)
    news = _what_came_of_it(told, candidates, reports, opening)
    room = settings.summary_sentences
    if news is not None and room > 1:
        told = [*told[: room - 1], news]
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
        headline=choose_headline(heads, reading, overtaken(material)),
        summary=tuple((each.article, each.span) for each in ordered),
        by=BY,
    )


def _what_came_of_it(
    told: Sequence[_Candidate],
    candidates: Sequence[_Candidate],
    reports: Sequence[Annotated],
    opening: _Candidate | None,
) -> _Candidate | None:
    """Return a sentence of the newest reports, where those chosen tell none of them; else None.

    What many outlets told on the first day outweighs what one tells on the third: that the deal
    they told of has come to nothing. What is told last must be of the event, not a side of it.
    """
    dated = {each.article.id: each.article.published for each in reports}
    newest = max((at for at in dated.values() if at), default=None)
    if newest is None or opening is None:
        return None
    late = {article for article, at in dated.items() if at and newest - at < ONE_DAYS_NEWS}
    least = LEAST_OF_EVENT * opening.heart
    news = [each for each in candidates if each.article in late and each.heart >= least]
    if opening.article in late or any(each in news for each in told):
        return None
    return max((each for each in news if not _is_quote(each)), key=_heart, default=None)


def _heart(candidate: _Candidate) -> tuple[float, int]:
    return candidate.heart, -candidate.sentence.position


def _is_quote(candidate: _Candidate) -> bool:
    return candidate.sentence.text[0] in "\"“‘'«„"


def _reports(reading: Reading, aside: Set[ArticleId], past: Overtaken) -> list[Annotated]:
    """Return one article of each report, news before all other genres.

    It is the newest version of the origin; where that is not held, a copy. Where its toll has been
    overtaken, a reprint that gives the newest stands for it: an agency's next take in a paper.
    """
    first: dict[LineageId, Annotated] = {}
    own = {lineage.origin for lineage in reading.lineages}
    own |= {d.copy for each in reading.lineages for d in each.derivations if d.kind == "update"}
    takes = {d.copy for each in reading.lineages for d in each.derivations if d.kind == "verbatim"}
    takes &= past.newest

    def rank(each: Annotated) -> tuple[bool, bool]:
        article = each.article.id
        return article not in own | takes or past.is_of_before(each), article not in own

    for each in sorted(reading.articles, key=rank):
        first.setdefault(reading.report(each.article.id), each)
    held = sorted(first.values(), key=lambda each: reading.place(each.article.id))
    held = [each for each in held if each.article.id not in aside] or held
    news = [each for each in held if reading.is_news(each)] or held
    # An analysis opens with what its writer makes of it: "Brask did not lose on Sunday."
    news = [each for each in news if each.article.genre.name != "analysis"] or news
    spoken = Counter(each.article.language for each in news)
    most = max(spoken, key=lambda language: spoken[language])  # of two as many, the earlier
    return [each for each in news if each.article.language == most]


def _candidates(
    material: StoryMaterial, reports: list[Annotated], notices: Sequence[TakenBack]
) -> list[_Candidate]:
    """Return the sentences to choose from, each with its worth beyond its words.

    A notice on another report tells nothing of the event.

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
        for position, span, text, quoted in standing_alone(annotated):
            if any(n.teller == article and n.notice.span.touches(span) for n in notices):
                continue
            heart = _share_of(headlines, text)
            worth = HEADLINES * heart
            # What outlets quote stands in a block of its own; what one alone quotes most of all.
            told = borne_out(article, span)
            worth += -ONE_QUOTES * quoted * (1 - told) if quoted else BORNE_OUT * told
            over = past.holds(annotated, span) or past.is_to_come_no_more(annotated, span)
            worth -= OVERTAKEN * (over or is_of_an_hour(annotated, span))
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


def _share_of(headlines: list[frozenset[str]], text: str) -> float:
    """Return how much of the reports' headlines a sentence holds, 0 to 1: the event's heart."""
    words = content_words(text)
    shares = [len(words & each) / len(each) for each in headlines if each]
    return sum(shares) / len(shares) if shares else 0.0

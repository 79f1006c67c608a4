"""Choose headline and summary from the sources' own sentences; nothing is written anew."""

from __future__ import annotations

import re
from dataclasses import dataclass

from twosource.model.annotated import Annotated
from twosource.model.dossier import Draft, StoryMaterial
from twosource.model.identity import BODY, HEADLINE, ArticleId, LineageId, Span
from twosource.settings import DossierSettings
from twosource.stages.dossier.reading import Reading
from twosource.stages.dossier.salience import Sentence, choose
from twosource.stages.dossier.sameness import content_words, word_set

BY = "extractive-1"
FEWEST_WORDS, MOST_WORDS = 8, 55  # shorter ones say little alone, longer ones are lists
NO_NEWS = frozenset({"opinion", "satire", "sponsored"})

# A sentence that begins so leans on the one before it.
_LEANING = word_set(
    """
    he she they it his her their its this these those that such here there but and or so yet also
    however meanwhile instead then therefore thus nor both another others one some many still
    earlier later asked because which who among
    """
)
_DATELINE = re.compile(
    r"^[A-ZÀ-Þ][\w'’.,/ -]{1,48}?(?:\([^)]{2,40}\)\s*)?\s?[—–]\s+"
    r"|^[A-Z][A-Z .,'’-]{2,40}?\([^)]{2,40}\)\s*[—–:-]\s*"
)
_ENDS = re.compile(r"[.!?][\"”’')»\]]*$")
_FURNITURE = re.compile(
    r"(?i)^(?:read more|related|watch|listen|sign up|subscribe|photo|image|source link|follow us|"
    r"copyright|all rights reserved|advertisement|click here|share this)\b"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Candidate:
    article: ArticleId
    span: Span
    sentence: Sentence


def draft_extractive(material: StoryMaterial, settings: DossierSettings) -> Draft:
    """Return the headline that most reports bear out and the sentences that tell most together.

    Only the first article of each report is read, so that wording is counted by reports and not
    by copies. Opinion, satire and sponsored texts are never taken while there is news. Sentences
    that lean on another (a pronoun with no name before it, a quote without its speaker, "however")
    or break off are left out. Summary sentences come in the order in which the reports tell them.
    """
    reading = Reading(material)
    reports = _reports(reading)
    candidates = _candidates(reports, reading)
    chosen = choose([each.sentence for each in candidates], settings.summary_sentences)
    ordered = sorted(
        (candidates[place] for place in chosen),
        key=lambda each: (each.sentence.position, reading.place(each.article), each.span),
    )
    return Draft(
        headline=_headline(reports),
        summary=tuple((each.article, each.span) for each in ordered),
        by=BY,
    )


def _reports(reading: Reading) -> list[Annotated]:
    """Return one article of each report, the origin if held, news before all other genres."""
    first: dict[LineageId, Annotated] = {}
    origins = {lineage.origin for lineage in reading.lineages if lineage.origin}
    for each in sorted(reading.articles, key=lambda a: a.article.id not in origins):
        first.setdefault(reading.report(each.article.id), each)
    held = sorted(first.values(), key=lambda each: reading.place(each.article.id))
    news = [each for each in held if each.article.genre.name not in NO_NEWS]
    return news or held


def _candidates(reports: list[Annotated], reading: Reading) -> list[_Candidate]:
    found = []
    for number, annotated in enumerate(reports):
        whole = [span for span in annotated.sentences if span.part == BODY]
        for position, span in enumerate(whole):
            start = _after_dateline(annotated, span) if position < 3 else span.start
            shown = Span(start=start, end=span.end)
            text = annotated.article.words(shown)
            if _stands_alone(text, shown, annotated):
                found.append(
                    _Candidate(
                        article=annotated.article.id,
                        span=shown,
                        sentence=Sentence(report=number, position=position, text=text),
                    )
                )
    return found


def _after_dateline(annotated: Annotated, span: Span) -> int:
    text = annotated.article.words(span)
    dateline = _DATELINE.match(text)
    head = dateline.group() if dateline else ""
    is_dateline = bool(head) and (head[:3].isupper() or "(" in head)
    return span.start + (len(head) if is_dateline else 0)


def _stands_alone(text: str, span: Span, annotated: Annotated) -> bool:
    """Return whether a sentence says something by itself, to somebody who reads only it."""
    words = text.split()
    if not FEWEST_WORDS <= len(words) <= MOST_WORDS or not _ENDS.search(text):
        return False
    if "\n" in text.strip() or _FURNITURE.match(text) or not _in_paragraph(span, annotated):
        return False
    first = words[0].strip("\"“‘'(").lower().rstrip(",")
    if first in _LEANING or not text.lstrip("\"“‘'(")[:1].isupper():
        return False
    return not _torn_quote(text, span, annotated)


def _in_paragraph(span: Span, annotated: Annotated) -> bool:
    return all(
        block.kind == "paragraph"
        for block in annotated.article.blocks
        if block.start < span.end and span.start < block.end
    )


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
        if annotated.article.words(speaker).lower() in _LEANING:
            return True
    return text[0] in '"“«' and text.rstrip()[-1] in '"”»'


def _headline(reports: list[Annotated]) -> tuple[ArticleId, Span]:
    """Return the headline whose words most reports use in headline or first sentences."""
    leads = [content_words(_opening(each)) for each in reports]

    def support(each: Annotated) -> float:
        words = content_words(each.article.headline)
        if not words:
            return -1.0
        shares = [
            len(words & lead) / len(words)
            for other, lead in zip(reports, leads, strict=True)
            if other is not each
        ]
        return round(sum(shares) / max(1, len(shares)) - _flaws(each), 6)

    best = max(enumerate(reports), key=lambda item: (support(item[1]), -item[0]))[1]
    article = best.article
    if not article.headline.strip():
        return article.id, next(s for s in best.sentences if s.part == BODY)
    return article.id, Span(part=HEADLINE, start=0, end=len(article.headline))


def _opening(each: Annotated) -> str:
    article = each.article
    return f"{article.headline} {article.deck or ''} {article.text[:600]}"


def _flaws(each: Annotated) -> float:
    """Return how far a headline is none: shouted, a question, cut off, a running page's label."""
    headline = each.article.headline.strip()
    flaws = 0.0
    if headline.isupper() or headline.endswith(("…", "...", "?")):
        flaws += 0.5
    if len(headline.split()) < 4 or len(headline.split()) > 20:
        flaws += 0.3
    if each.article.kind != "article" or re.match(
        r"(?i)(?:live|watch|video|photos?|opinion)\b", headline
    ):
        flaws += 0.3
    return flaws

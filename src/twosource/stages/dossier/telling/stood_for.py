"""Find who stands for a sentence, or denies it: whom it names, or the next one or the last one."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from twosource.model.acquired import Article
from twosource.model.annotated import Annotated
from twosource.model.identity import BODY, ArticleId, Span
from twosource.stages.dossier.prose import leans_back
from twosource.stages.dossier.telling.told import Told
from twosource.stages.once import once_per_article
from twosource.text.attributions import sources_in
from twosource.text.parties import Stretch

MOST_BEHIND = 3  # words that tell when and where somebody denies it: "on Thursday evening"
# Nobody who "has not confirmed this" or "would neither confirm nor deny it" stands for a thing.
_WHO = (
    r"(?:(?!\b(?i:not|never|neither|nor|nobody|none|no(?! \d)|few|cannot|if|unless)\b|n['’]t\b)"
    r"[^,;:“”\"]){2,60}?"
)
_ONLY_MIGHT = r"(?<! to)(?<! can)(?<! may)(?<! could)(?<! might)(?<! would)"
_SAYS_SO = re.compile(
    rf"^(?P<who>{_WHO}) (?:said|says|confirmed|announced|reported|wrote|stated) "
    r"(?:so|this|that much|as much|the same)\b"
)
# "Anas Berg, who speaks for the port, denied this"; "Berg called the figures a lie"; but "denied it
# had paid" says itself what it denies.
_SAYS_NO = re.compile(
    rf"^(?P<who>{_WHO}(?:, [^,;:“”\"]{{2,60}}(?=,))?){_ONLY_MIGHT},? (?:has |have |had )?"
    r"(?:\w+ly |always |again |since |later )?"
    r"(?:(?P<calls>called|calls|described|describes|branded)"
    r"|den(?:ied|ies|y)|reject(?:s|ed)?|dismiss(?:es|ed)?|dispute[sd]?|contest(?:s|ed)?) "
    r"(?:all of (?:this|that)"
    r"|(?:this|that|it)(?=(?(calls)|\s*(?:[.,;:]|$|(?:and|but|when|on|in|at|to|by|through|as|again|"
    r"all|too|late|last|this|yesterday|outright|\w+ly|[A-Z]\w+day)\b)))"
    r"|(?:the|this|that|these|those|such) (?:claim|allegation|accusation|report|account|charge|"
    r"suggestion|number|figure|estimate|count|version|story)s?)\b(?! (?:of|that|it|he|she|they)\b)"
    r"(?(calls) (?:as )?(?:an? )?(?:(?!not?\b)\w+ )?(?:lies?|false|untrue|wrong|incorrect|nonsense|"
    r"rubbish|baseless|unfounded|fabrication|invention)\b)"
)


def told_before(annotated: Annotated, body: Sequence[Span], place: int) -> Span | None:
    """Return who is named for the sentence that one leans on: "About a third of it is lost."."""
    if not place:
        return None
    before, span = body[place - 1], body[place]
    between = annotated.article.text[before.end : span.start]
    if "\n" in between or not leans_back(annotated.article.words(span)):
        return None
    quoted = [
        quote.speaker
        for quote in annotated.quotes
        if quote.speaker is not None and before.holds(quote.speaker)
    ]
    who = (*sources_in(annotated.article.words(before), before), *quoted)
    return next(iter(who), None)


def vouched(
    told: Iterator[Told], annotated: Annotated, after: Sequence[Span], before: Span | None
) -> Iterator[Told]:
    """Yield what a sentence tells, with who stands for it in the next or told the one before.

    "Police said so." "The hull is sound, Holt said. About a third of it is under the road."
    """
    who = [
        Span(part=span.part, start=span.start + found[0], end=span.start + found[1])
        for span in after
        if (found := says_so(annotated.article.words(span)))
    ]
    for each in told:
        named = each.sources or (each.quote is not None and each.quote.speaker is not None)
        if not named:
            each = replace(each, sources=tuple(who), goes_on=None if who else before)
        yield each


def says_so(sentence: str) -> Stretch | None:
    """Return who in a sentence stands for what stood before it: "Police said so"; else None."""
    found = _SAYS_SO.match(sentence)
    return found.span("who") if found else None


def says_no(sentence: str) -> Stretch | None:
    """Return who in a sentence denies what stood before it: "Lindwerk denied this"; else None."""
    found = _SAYS_NO.match(sentence)
    return found.span("who") if found else None


def only_points_back(sentence: str) -> bool:
    """Return whether a sentence but says whether somebody stands for what stood before it."""
    found = _SAYS_NO.match(sentence) or _SAYS_SO.match(sentence)
    return found is not None and len(sentence[found.end() :].split()) <= MOST_BEHIND


_PAPER = re.compile(r"\bthe (?P<what>report|account|charge|accus|alleg)(?:s|ations?)?\b")
FURTHEST = 3  # sentences back: "this" seldom means anything said before


@dataclass(frozen=True, slots=True, kw_only=True)
class Denial:
    """A sentence that denies what stands shortly before it in the same article."""

    article: ArticleId
    span: Span  # of the sentence
    who: Span
    of: tuple[int, ...]  # the things told that it may mean, nearest sentence first


def denials_in(articles: Sequence[Annotated], told: Sequence[Told]) -> tuple[Denial, ...]:
    """Return the blunt denials of a story's articles.

    What is denied are the claims of the nearest sentence before that tells any, and nothing where
    that asks ("Is the dam about to fail? Officials deny it"). A denial that says itself what it
    denies is a quotation in the sense "denied" and needs no looking back.
    """
    told_in: dict[ArticleId, list[tuple[int, Told]]] = defaultdict(list)
    for index, each in enumerate(told):
        told_in[each.article].append((index, each))
    return tuple(
        Denial(article=annotated.article.id, span=span, who=who, of=meant)
        for annotated in articles
        for earliest, span, who in _blunt(annotated)
        if (meant := _before(told_in[annotated.article.id], earliest, span, annotated.article))
    )


@once_per_article
def _blunt(annotated: Annotated) -> tuple[tuple[int, Span, Span], ...]:
    """Return the sentences that deny what stands before them, each with from where on it may stand,
    and with who denies it.
    """
    body = [span for span in annotated.sentences if span.part == BODY]
    return tuple(
        (
            _earliest(body[max(0, place - FURTHEST) : place + 1], annotated.article),
            span,
            Span(start=span.start + who[0], end=span.start + who[1]),
        )
        for place, span in enumerate(body)
        if (who := says_no(annotated.article.words(span))) is not None
    )


def _earliest(near: Sequence[Span], article: Article) -> int:
    """Return from where on a denial looks back, the last sentence: behind the last question."""
    asking = [each.end for each in near[:-1] if article.words(each).endswith("?")]
    return asking[-1] if asking else near[0].start


def _before(
    mine: Sequence[tuple[int, Told]], earliest: int, denial: Span, article: Article
) -> tuple[int, ...]:
    """Return what the nearest sentences before tell, as far as they belong to one passage.

    Of "rejected the report" first what is told by the report; of the charge, what tells of one.
    """
    near = [(i, t) for i, t in mine if earliest <= t.span.start < denial.start]
    paper = _PAPER.search(article.words(denial))
    by_it = [x for x in near if paper and paper["what"] in article.words(x[1].span).lower()]
    return tuple(i for i, t in sorted(by_it or near, key=lambda each: -each[1].span.start))

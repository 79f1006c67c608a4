"""Take the print of an article: what a copy of it would keep."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from itertools import compress
from operator import and_

from twosource.model.acquired import Article
from twosource.model.annotated import Annotated
from twosource.model.identity import BODY, HEADLINE, ArticleId, LanguageCode, OutletId, Span
from twosource.stages.lineage.boilerplate import is_boilerplate
from twosource.stages.lineage.wording import Wording, worded
from twosource.text.align import Sentences, Terms, laid_out
from twosource.text.names import names_in
from twosource.text.normalize import Words, read_words, stem
from twosource.text.quoted import quoted_stretches
from twosource.text.shingles import SHINGLE_WORDS, shingles
from twosource.text.weights import weight

RARE = 3.5  # weight: a word in fewer than 1 of 33 articles
MIDDLE = SHINGLE_WORDS // 2  # a run counts as quoted when its middle word is
LEAST_OPENING_MASS = 25.0  # a line with less ("Photo", a byline, a date) opens nothing
STAMP = re.compile(  # looked back from its "20", which is found without trying every letter
    r"20(?<=\b20)\d\d ?- ?\d\d ?- ?\d\d(?:.{1,2}\d\d ?: ?\d\d(?: ?: ?\d\d)?(?: [A-Z]{3,4}\b)?)?"
)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Fingerprint:
    """What `compare` needs to know of an article; the site's standing notices are left out.

    Its sentences, the headline before them, are numbered; those that tell nothing are left out.
    """

    article: ArticleId
    outlet: OutletId
    published: datetime | None  # UTC; None where the page does not say
    language: LanguageCode
    addresses: frozenset[str]  # its own
    leads_to: frozenset[str]  # addresses of its source links
    credited: frozenset[OutletId]  # outlets other than its own that the page names as origin
    spans: tuple[Span, ...]  # of each sentence, in body or headline
    told: Sentences  # what stands outside quotation marks
    whole: Sentences
    marks: tuple[frozenset[str], ...]  # of each sentence: the rare names and figures it tells
    standing: Mapping[str, int]  # for each stem a number whose bits are the sentences it stands in
    opening: int  # number of the first sentence of the body that tells something
    wording: Wording
    landmarks: tuple[str, ...]  # rare names and figures in the order of their first mention
    wholes: tuple[int, ...]  # of each, the number of the whole name it first stands in
    names: frozenset[str]  # the landmarks, to be looked up


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sentence:
    span: Span
    told: Terms  # the weights of its stems outside quotation marks
    whole: Terms
    marks: frozenset[str]  # rare names and figures outside quotation marks; none in a headline


def read(annotated: Annotated) -> Fingerprint:
    """Return an article's fingerprint, from its sentences, its text and its credits."""
    article = annotated.article
    text = f"{article.headline}\n\n{article.text}"
    shift = len(article.headline) + 2
    words = read_words(text)
    spans = [Span(part=HEADLINE, start=0, end=len(article.headline))] + [
        span
        for span in annotated.sentences
        if span.part == BODY and not is_boilerplate(article.text[span.start : span.end])
    ]
    places = [_joined(span, shift) for span in spans]
    kept = inside(words, places)
    said = inside(words, quoted_stretches(text))
    runs = shingles(list(compress(words.forms, kept)))
    quoted = list(compress(said, kept))[MIDDLE : MIDDLE + len(runs)]
    marked = _marked(text, words, shift, article.language)
    sentences = _sentences(words, zip(spans, places, strict=True), said, marked, article.language)
    whole = laid_out([each.whole for each in sentences])
    as_told = any(each.told is not each.whole for each in sentences)
    landmarks, wholes = _landmarks(words.forms, list(map(and_, kept, marked)))
    return Fingerprint(
        article=article.id,
        outlet=article.outlet,
        published=article.published,
        language=article.language,
        addresses=frozenset((article.url, article.canonical)),
        leads_to=frozenset(
            part.address for part in article.parts if part.kind == "source_link" and part.address
        ),
        credited=credited_outlets(article),
        spans=tuple(each.span for each in sentences),
        told=laid_out([each.told for each in sentences]) if as_told else whole,
        whole=whole,
        marks=tuple(each.marks for each in sentences),
        standing=_standing(sentences),
        opening=_opening(sentences),
        wording=worded(runs, quoted),
        landmarks=landmarks,
        wholes=wholes,
        names=frozenset(landmarks),
    )


def _landmarks(
    forms: Sequence[str], marked: Sequence[bool]
) -> tuple[tuple[str, ...], tuple[int, ...]]:
    """Return the marked words where they come first, and which of them stand side by side there."""
    found: dict[str, int] = {}
    whole, before = 0, -1
    for place in compress(range(len(forms)), marked):
        if forms[place] not in found:
            whole += place != before + 1
            before = place
            found[forms[place]] = whole
    return tuple(found), tuple(found.values())


def credited_outlets(article: Article) -> frozenset[OutletId]:
    """Return the outlets that the page names as its text's origin, other than its own.

    Captions credit the picture, not the text.
    """
    return frozenset(
        credit.outlet
        for credit in article.credits
        if credit.outlet and credit.kind != "caption" and credit.outlet != article.outlet
    )


def inside(words: Words, stretches: Sequence[tuple[int, int]]) -> list[bool]:
    """Return for every word whether it stands in one of these stretches (in reading order)."""
    answer = [False] * len(words)
    for start, end in stretches:
        first, last = bisect_left(words.starts, start), bisect_left(words.starts, end)
        answer[first:last] = [True] * (last - first)
    return answer


def _joined(span: Span, shift: int) -> tuple[int, int]:
    """Return where a span lies in headline and body set one after the other."""
    move = 0 if span.part == HEADLINE else shift
    return span.start + move, span.end + move


def _sentences(
    words: Words,
    spans: Iterable[tuple[Span, tuple[int, int]]],
    said: Sequence[bool],
    marked: Sequence[bool],
    language: LanguageCode,
) -> list[_Sentence]:
    found = []
    terms = [_term(form, language) for form in words.forms]
    for span, (start, end) in spans:
        part = slice(bisect_left(words.starts, start), bisect_left(words.starts, end))
        forms, marks = words.forms[part], compress(words.forms[part], marked[part])
        whole = told = dict(filter(None, terms[part]))
        if True in said[part]:
            own = [not each for each in said[part]]
            told = dict(filter(None, compress(terms[part], own)))
            marks = compress(forms, map(and_, own, marked[part]))
        if whole:
            found.append(_Sentence(span=span, told=told, whole=whole, marks=frozenset(marks)))
    return found


@lru_cache(maxsize=200_000)
def _term(form: str, language: LanguageCode) -> tuple[str, float] | None:
    """Return a word's stem and weight, None for a word that tells nothing."""
    mass = weight(form, language)
    return (stem(form), mass) if mass else None


def _standing(sentences: Sequence[_Sentence]) -> dict[str, int]:
    standing: dict[str, int] = defaultdict(int)
    for number, sentence in enumerate(sentences):
        bit = 1 << number
        for term in sentence.whole:
            standing[term] |= bit
    return dict(standing)


def _opening(sentences: Sequence[_Sentence]) -> int:
    body = [number for number, each in enumerate(sentences) if each.span.part == BODY]
    telling = (n for n in body if sum(sentences[n].whole.values()) >= LEAST_OPENING_MASS)
    return next(telling, body[0] if body else 0)


def _marked(text: str, words: Words, shift: int, language: LanguageCode) -> list[bool]:
    """Return which words are rare names or figures of the body.

    Those of the headline are left aside: its capitals may be mere style. So is the stamp of when
    a page was put out.
    """
    wanted = {form for form in names_in(text, words) if weight(form, language) >= RARE}
    wanted |= {form for form in set(words.forms) if form.isdigit() and len(form) > 1}
    left_aside = [(0, shift), *(found.span() for found in STAMP.finditer(text))]
    aside = inside(words, left_aside)
    return [form in wanted and not off for form, off in zip(words.forms, aside, strict=True)]

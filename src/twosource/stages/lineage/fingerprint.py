"""Take the print of an article: what a copy of it would keep."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import compress

import numpy as np
from numpy.typing import NDArray

from twosource.model.acquired import Article
from twosource.model.annotated import Annotated
from twosource.model.identity import BODY, HEADLINE, ArticleId, LanguageCode, OutletId, Span
from twosource.stages.lineage.boilerplate import is_boilerplate
from twosource.stages.lineage.wording import Truths, Wording, worded
from twosource.text.align import Numbers, Sentences, laid_out
from twosource.text.lexicon import Looked, look_up
from twosource.text.names import names_in
from twosource.text.normalize import Words, read_words
from twosource.text.quoted import quoted_stretches
from twosource.text.shingles import SHINGLE_WORDS, Hashes, runs_of

RARE = 3.5  # weight: a word in fewer than 1 of 33 articles
MIDDLE = SHINGLE_WORDS // 2  # a run counts as quoted when its middle word is
NOWHERE = -1
LEAST_OPENING_MASS = 25.0  # a line with less ("Photo", a byline, a date) opens nothing
STAMP = re.compile(  # looked back from its "20", which is found without trying every letter
    r"20(?<=\b20)\d\d ?- ?\d\d ?- ?\d\d(?:.{1,2}\d\d ?: ?\d\d(?: ?: ?\d\d)?(?: [A-Z]{3,4}\b)?)?"
)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Marks:
    """The rare names and figures of a text outside quotation marks as columns, in reading order.

    In each sentence each stands once; none is taken of a headline.
    """

    words: Hashes
    terms: Hashes  # of their stems
    inside: Numbers  # of each: the number of its sentence
    figures: NDArray[np.bool_]


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
    marks: Marks
    opening: int  # number of the first sentence of the body that tells something
    wording: Wording
    landmarks: tuple[str, ...]  # rare names and figures in the order of their first mention
    wholes: tuple[int, ...]  # of each, the number of the whole name it first stands in
    names: frozenset[str]  # the landmarks, to be looked up


def read(annotated: Annotated) -> Fingerprint:
    """Return an article's fingerprint, from its sentences, its text and its credits."""
    article = annotated.article
    text = f"{article.headline}\n\n{article.text}"
    shift = len(article.headline) + 2
    words = read_words(text)
    known = look_up(words.forms, article.language)
    spans = [Span(part=HEADLINE, start=0, end=shift - 2), *_telling(annotated)]
    sentence = _numbered(words, [_joined(span, shift) for span in spans])
    kept = sentence >= 0
    said = _inside(words, quoted_stretches(text))
    marked = kept & _marked(text, words, known, shift)
    kept_said = said[kept]
    runs = runs_of(known.words[kept])
    # Who tells nothing is left out, and the others are numbered anew.
    weighs = np.flatnonzero(kept & (known.masses > 0))
    tells = np.bincount(sentence[weighs], minlength=len(spans)) > 0
    sentence = np.append(np.where(tells, np.cumsum(tells) - 1, NOWHERE), NOWHERE)[sentence]
    told = weighs[~said[weighs]]
    whole = _laid_out(known, sentence, weighs)
    landmarks, wholes = _landmarks(words.forms, np.flatnonzero(marked).tolist())
    spans = list(compress(spans, tells.tolist()))
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
        spans=tuple(spans),
        told=whole if len(told) == len(weighs) else _laid_out(known, sentence, told),
        whole=whole,
        marks=_marks(words.forms, known, sentence, np.flatnonzero(marked & ~said)),
        opening=_opening(spans, whole),
        wording=worded(runs, kept_said[MIDDLE : MIDDLE + len(runs)]),
        landmarks=landmarks,
        wholes=wholes,
        names=frozenset(landmarks),
    )


def credited_outlets(article: Article) -> frozenset[OutletId]:
    """Return the outlets that the page names as its text's origin, other than its own.

    Captions credit the picture, not the text.
    """
    return frozenset(
        credit.outlet
        for credit in article.credits
        if credit.outlet and credit.kind != "caption" and credit.outlet != article.outlet
    )


def _telling(annotated: Annotated) -> Iterator[Span]:
    """Yield the sentences of the body but for the site's standing notices."""
    text = annotated.article.text
    for span in annotated.sentences:
        if span.part == BODY and not is_boilerplate(text[span.start : span.end]):
            yield span


def _joined(span: Span, shift: int) -> tuple[int, int]:
    """Return where a span lies in headline and body set one after the other."""
    move = 0 if span.part == HEADLINE else shift
    return span.start + move, span.end + move


def _numbered(words: Words, stretches: Iterable[tuple[int, int]]) -> Numbers:
    """Return for every word which of these stretches it stands in, -1 for none."""
    answer = np.full(len(words), NOWHERE, dtype=np.int64)
    for number, (start, end) in enumerate(stretches):
        answer[bisect_left(words.starts, start) : bisect_left(words.starts, end)] = number
    return answer


def _inside(words: Words, stretches: Iterable[tuple[int, int]]) -> Truths:
    """Return for every word whether it stands in one of these stretches."""
    return _numbered(words, stretches) > NOWHERE


def _marked(text: str, words: Words, known: Looked, shift: int) -> Truths:
    """Return which words are rare names or figures of the body.

    Those of the headline are left aside: its capitals may be mere style. So is the stamp of when
    a page was put out.
    """
    names = names_in(text, words)
    named = np.array([form in names for form in words.forms], dtype=np.bool_)
    aside = [(0, shift), *(found.span() for found in STAMP.finditer(text))]
    return ((named & (known.masses >= RARE)) | known.figures) & ~_inside(words, aside)


def _landmarks(
    forms: Sequence[str], marked: Sequence[int]
) -> tuple[tuple[str, ...], tuple[int, ...]]:
    """Return the words at these places, each once, and which stand side by side at first."""
    found: dict[str, int] = {}
    whole, before = 0, -1
    for place in marked:
        if forms[place] not in found:
            whole += place != before + 1
            before = place
            found[forms[place]] = whole
    return tuple(found), tuple(found.values())


def _marks(forms: Sequence[str], known: Looked, sentence: Numbers, marked: Numbers) -> Marks:
    """Return the words at these places as marks; those of a sentence left out are left out too."""
    once = {
        (number, forms[place]): place
        for number, place in zip(sentence[marked].tolist(), marked.tolist(), strict=True)
        if number > NOWHERE
    }
    places = np.array(list(once.values()), dtype=np.int64)
    return Marks(
        words=known.words[places],
        terms=known.terms[places],
        inside=sentence[places],
        figures=known.figures[places],
    )


def _laid_out(known: Looked, sentence: Numbers, places: Numbers) -> Sentences:
    count = int(sentence.max(initial=NOWHERE)) + 1
    return laid_out(known.terms[places], known.masses[places], sentence[places], count)


def _opening(spans: Sequence[Span], whole: Sentences) -> int:
    body = [number for number, span in enumerate(spans) if span.part == BODY]
    telling = (number for number in body if whole.masses[number] >= LEAST_OPENING_MASS)
    return next(telling, body[0] if body else 0)

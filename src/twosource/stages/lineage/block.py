"""Take the print of an article: what a copy of it would keep, and the keys that find copies."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from itertools import chain, compress
from operator import and_, not_

from twosource.model.acquired import Article
from twosource.model.annotated import Annotated
from twosource.model.identity import BODY, HEADLINE, ArticleId, LanguageCode, OutletId, Span
from twosource.stages.lineage.boilerplate import is_boilerplate
from twosource.text.names import names_in
from twosource.text.normalize import Words, read_words, stem
from twosource.text.quoted import quoted_stretches
from twosource.text.shingles import SHINGLE_WORDS, as_key, sampled, shingles
from twosource.text.weights import weight

RARE = 3.5  # weight: a word in fewer than 1 of 33 articles
MIDDLE = SHINGLE_WORDS // 2  # a run counts as quoted when its middle word is
STAMP = re.compile(  # looked back from its "20", which is found without trying every letter
    r"20(?<=\b20)\d\d ?- ?\d\d ?- ?\d\d(?:.{1,2}\d\d ?: ?\d\d(?: ?: ?\d\d)?(?: [A-Z]{3,4}\b)?)?"
)
SHORT_RUNS = 250  # of a brief, which one 5-gram in eight leaves with too few keys to be found by
SHORT_ONE_IN = 4
KEY_LANDMARKS = 24  # the first ones: a copy that breaks off still has them


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence, or the headline: where it stands, and the weights of its stems."""

    span: Span  # in body or headline
    told: Mapping[str, float]  # outside quotation marks
    whole: Mapping[str, float]
    marks: frozenset[str]  # rare names and figures outside quotation marks; none in a headline


@dataclass(frozen=True, slots=True, kw_only=True)
class Fingerprint:
    """What `compare` needs to know of an article; the site's standing notices are left out."""

    article: ArticleId
    outlet: OutletId
    published: datetime | None  # UTC; None where the page does not say
    language: LanguageCode
    addresses: frozenset[str]  # its own
    leads_to: frozenset[str]  # addresses of its source links
    credited: frozenset[OutletId]  # outlets other than its own that the page names as origin
    sentences: tuple[Sentence, ...]
    runs: tuple[int, ...]  # hashed 5-grams in reading order
    quoted: tuple[bool, ...]  # for each run, whether it stands between quotation marks
    said_runs: tuple[int, ...]  # those between them, in reading order
    told_runs: frozenset[int]  # those outside
    all_runs: frozenset[int]
    landmarks: tuple[str, ...]  # rare names and figures in the order of their first mention


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
    runs = shingles(list(compress(words.forms, kept))).tolist()
    quoted = list(compress(said, kept))[MIDDLE : MIDDLE + len(runs)]
    marked = _marked(text, words, shift, article.language)
    sentences = _sentences(words, zip(spans, places, strict=True), said, marked, article.language)
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
        sentences=tuple(sentences),
        runs=tuple(runs),
        quoted=tuple(quoted),
        said_runs=tuple(compress(runs, quoted)),
        told_runs=frozenset(compress(runs, map(not_, quoted))),
        all_runs=frozenset(runs),
        landmarks=tuple(dict.fromkeys(compress(words.forms, map(and_, kept, marked)))),
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


def block(fingerprint: Fingerprint) -> tuple[int, ...]:
    """Return the keys under which copies of the article can be found, sorted.

    One hashed 5-gram in eight, of a short text in four, which reprints and excerpts share, and
    pairs of rare names and figures that are first mentioned one after the other, at most one
    between: a rewording changes the words, but keeps who comes after whom. Quotations stay in:
    they may find a pair that `compare` then looks at more closely. And its address: a page may be
    rewritten whole. Keys of names are odd, the others even: one run in common is worth a look,
    two names in a row may be a president's.
    """
    runs = fingerprint.runs
    keys = set(sampled(runs, SHORT_ONE_IN) if len(runs) <= SHORT_RUNS else sampled(runs))
    # Two for each address: who shares one key alone is no candidate.
    keys |= {as_key(f"page {a} {n}") & ~1 for a in fingerprint.addresses for n in (1, 2)}
    marks = fingerprint.landmarks[:KEY_LANDMARKS]
    for distance in (1, 2):
        for one, other in zip(marks, marks[distance:], strict=False):
            keys.add(as_key("marks " + " ".join(sorted((one, other)))) | 1)
    return tuple(sorted(keys))


def glance(fingerprint: Fingerprint) -> tuple[int, ...]:
    """Return its rare names and figures as numbers: who shares few is no copy, read or unread."""
    return tuple(as_key(f"mark {mark}") for mark in fingerprint.landmarks)


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
) -> Iterator[Sentence]:
    for span, (start, end) in spans:
        part = slice(bisect_left(words.starts, start), bisect_left(words.starts, end))
        forms, marks = words.forms[part], compress(words.forms[part], marked[part])
        whole = told = _terms(forms, language)
        if True in said[part]:
            own = [not each for each in said[part]]
            told = _terms(compress(forms, own), language)
            marks = compress(forms, map(and_, own, marked[part]))
        if whole:
            yield Sentence(span=span, told=told, whole=whole, marks=frozenset(marks))


def _terms(forms: Iterable[str], language: LanguageCode) -> dict[str, float]:
    """Return the weight of each stem that tells something."""
    return dict(chain.from_iterable(_term(form, language) for form in forms))


@lru_cache(maxsize=200_000)
def _term(form: str, language: LanguageCode) -> tuple[tuple[str, float], ...]:
    """Return a word's stem and weight, nothing for a word that tells nothing."""
    mass = weight(form, language)
    return ((stem(form), mass),) if mass else ()


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

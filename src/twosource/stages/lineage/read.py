"""Take the prints of articles: what copies of them would keep."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import compress

import numpy as np
from numpy.typing import NDArray

from twosource.compiled import compiled, part, step
from twosource.model.acquired import Article
from twosource.model.annotated import Annotated
from twosource.model.identity import BODY, HEADLINE, OutletId, Span
from twosource.stages.lineage.credits import is_of_the_whole, source_links
from twosource.stages.lineage.fingerprint import NOWHERE, RARE, SILENT, Fingerprint
from twosource.stages.lineage.wording import Truths
from twosource.text.boilerplate import SIGN, is_boilerplate
from twosource.text.counterparts import Masses, Numbers
from twosource.text.cut import Starts, cut_up
from twosource.text.lexicon import FIGURE, NOTICE, Bits
from twosource.text.named import named_in
from twosource.text.quoted import quoted_stretches

Stretch = tuple[int, int]
Placed = tuple[NDArray[np.int32], Truths, Truths, Truths]

STAMP = re.compile(  # looked back from its "20", which is found without trying every letter
    r"20(?<=\b20)\d\d ?- ?\d\d ?- ?\d\d(?:.{1,2}\d\d ?: ?\d\d(?: ?: ?\d\d)?(?: [A-Z]{3,4}\b)?)?"
)


def read(annotated: Annotated) -> Fingerprint:
    """Return an article's fingerprint, from its sentences, its text and its credits."""
    article = annotated.article
    body = len(article.headline) + 2
    cut = cut_up(f"{article.headline}\n\n{article.text}", article.language)
    named, bits = named_in(cut), cut.bits()
    spans, sentences = _told(annotated, cut.starts, bits, body)
    # The capitals of a headline may be mere style; a stamp is of when the page was put out.
    aside = [(0, body), *(found.span() for found in STAMP.finditer(cut.text))]
    inside, tells, quoted, marked = placed.over(len(cut))(
        cut.starts,
        cut.masses(),
        bits,
        named,
        sentences,
        _columns(aside),
        _columns(quoted_stretches(cut.text)),
    )
    return Fingerprint(
        article=article.id,
        outlet=article.outlet,
        published=article.published,
        language=article.language,
        addresses=frozenset((article.url, article.canonical)),
        leads_to=source_links(article),
        credited=credited_outlets(article),
        spans=tuple(compress(spans, tells.tolist())),
        figures=tuple([each for each in annotated.figures if each.span.part == BODY]),
        cut=cut,
        body=body,
        inside=inside,
        quoted=quoted,
        named=named,
        marked=marked,
    )


def credited_outlets(article: Article) -> frozenset[OutletId]:
    """Return the outlets that the page names as its text's origin, other than its own.

    To whom somebody spoke is one; captions credit the picture, not the text.
    """
    return frozenset(
        credit.outlet
        for credit in article.credits
        if credit.outlet
        and credit.outlet != article.outlet
        and (credit.kind == "told" or is_of_the_whole(credit, article))
    )


def _told(
    annotated: Annotated, starts: Starts, bits: Bits, body: int
) -> tuple[list[Span], Numbers]:
    """Return headline and sentences but for the site's standing notices, and where each stands.

    Only of sentences with a word that such notices have it is asked whether they are one.
    """
    text = annotated.article.text
    headline = Span(part=HEADLINE, start=0, end=body - 2)
    spans = [headline, *(span for span in annotated.sentences if span.part == BODY)]
    sentences = _columns([(-body, -2), *((span.start, span.end) for span in spans[1:])]) + body
    suspect = noticed.over(len(spans))(starts, bits, sentences) | (SIGN in text)
    suspect[0] = False
    for number in np.flatnonzero(suspect).tolist():
        suspect[number] = is_boilerplate(text[spans[number].start : spans[number].end])
    told = ~suspect
    return [*compress(spans, told.tolist())], sentences[told]


def _columns(stretches: Sequence[Stretch]) -> Numbers:
    return np.array(stretches, dtype=np.int64).reshape(-1, 2)


@compiled
def noticed(starts: Starts, bits: Bits, sentences: Numbers) -> Truths:
    """Return which sentences have a word that a site's standing notices have."""
    found = np.zeros(len(sentences), dtype=np.bool_)
    end = 0
    for number in range(len(sentences)):
        first = first_word(starts, sentences[number, 0], end)
        end = first_word(starts, sentences[number, 1], first)
        for word in range(first, end):
            found[number] |= bits[word] & NOTICE != 0
    return found


@compiled
def placed(
    starts: Starts,
    masses: Masses,
    bits: Bits,
    named: Truths,
    sentences: Numbers,
    aside: Numbers,
    quotations: Numbers,
) -> Placed:
    """Return of each word where it stands: the number of its sentence among those that tell.

    Then which sentences tell something, which words are quoted, and which are rare names or
    figures; those that stand aside are not.
    """
    inside = np.full(len(starts), NOWHERE, dtype=np.int32)
    end = 0
    for number in range(len(sentences)):
        first = first_word(starts, sentences[number, 0], end)
        end = first_word(starts, sentences[number, 1], first)
        for word in range(first, end):
            inside[word] = number
    tells = np.zeros(len(sentences), dtype=np.bool_)
    for word in range(len(starts)):
        if inside[word] != NOWHERE and masses[word] > 0:
            tells[inside[word]] = True
    numbers, telling = np.full(len(sentences), SILENT), 0
    for number in range(len(sentences)):
        if tells[number]:
            numbers[number] = telling
            telling += 1
    marked = ~in_any(starts, aside)
    for word in range(len(starts)):
        if inside[word] == NOWHERE:
            marked[word] = False
            continue
        inside[word] = numbers[inside[word]]
        is_rare = named[word] and masses[word] >= RARE
        marked[word] = marked[word] and (is_rare or bits[word] & FIGURE != 0)
    return inside, tells, in_any(starts, quotations), marked


@part
def in_any(starts: Starts, stretches: Numbers) -> Truths:
    """Return which words begin in one of some stretches of the text."""
    found = np.zeros(len(starts), dtype=np.bool_)
    end = 0
    for number in range(len(stretches)):
        first = first_word(starts, stretches[number, 0], end)
        end = first_word(starts, stretches[number, 1], first)
        for word in range(first, end):
            found[word] = True
    return found


@step
def first_word(starts: Starts, place: int, near: int) -> int:
    """Return the first word that begins at a place of the text or behind it, looking from one."""
    word = near
    while word and starts[word - 1] >= place:
        word -= 1
    while word < len(starts) and starts[word] < place:
        word += 1
    return word

"""Take the prints of articles: what copies of them would keep."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

import numpy as np

from twosource.model.acquired import Article
from twosource.model.annotated import Annotated
from twosource.model.identity import BODY, HEADLINE, OutletId, Span
from twosource.stages.lineage.fingerprint import NOWHERE, SILENT, Fingerprint
from twosource.stages.lineage.wording import Truths
from twosource.text.boilerplate import SIGN, is_boilerplate
from twosource.text.counterparts import Numbers
from twosource.text.cut import Cut, cut_up
from twosource.text.lexicon import FIGURE, NOTICE
from twosource.text.named import named_in
from twosource.text.quoted import quoted_stretches

RARE = 3.5  # weight: a word in fewer than 1 of 33 articles

Stretch = tuple[int, int]

STAMP = re.compile(  # looked back from its "20", which is found without trying every letter
    r"20(?<=\b20)\d\d ?- ?\d\d ?- ?\d\d(?:.{1,2}\d\d ?: ?\d\d(?: ?: ?\d\d)?(?: [A-Z]{3,4}\b)?)?"
)


def read(annotated: Annotated) -> Fingerprint:
    """Return an article's fingerprint, from its sentences, its text and its credits."""
    article = annotated.article
    body = len(article.headline) + 2
    cut = cut_up(f"{article.headline}\n\n{article.text}", article.language)
    masses, bits, named = cut.masses(), cut.bits(), named_in(cut)
    spans, ranges = _telling(annotated, cut, body, bits & NOTICE != 0)
    inside = np.full(len(cut), NOWHERE, dtype=np.int32)
    for number, (start, end) in enumerate(ranges):
        inside[start:end] = number
    kept = inside > NOWHERE
    tells = np.bincount(inside[kept & (masses > 0)], minlength=len(spans)) > 0
    numbers = np.append(np.where(tells, np.cumsum(tells) - 1, SILENT), NOWHERE).astype(np.int32)
    inside = numbers[np.where(kept, inside, len(spans))]
    # The capitals of a headline may be mere style; a stamp is of when the page was put out.
    aside = _inside_of(cut, [(0, body), *(found.span() for found in STAMP.finditer(cut.text))])
    marked = kept & ~aside & ((named & (masses >= RARE)) | (bits & FIGURE != 0))
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
        spans=tuple([span for span, telling in zip(spans, tells, strict=True) if telling]),
        figures=tuple([each for each in annotated.figures if each.span.part == BODY]),
        cut=cut,
        body=body,
        inside=inside,
        quoted=_inside_of(cut, quoted_stretches(cut.text)),
        named=named,
        marked=marked,
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


def _telling(
    annotated: Annotated, cut: Cut, body: int, notice: Truths
) -> tuple[list[Span], list[Stretch]]:
    """Return headline and sentences but for the site's standing notices, and the words of each.

    Only of sentences with a word that such notices have it is asked whether they are one.
    """
    text = annotated.article.text
    spans = [Span(part=HEADLINE, start=0, end=body - 2)]
    spans += [span for span in annotated.sentences if span.part == BODY]
    places = [(0, body - 2), *((span.start + body, span.end + body) for span in spans[1:])]
    ranges = _ranges(cut, places)
    so_far = np.append(0, np.cumsum(notice))
    suspect = so_far[ranges[:, 1]] > so_far[ranges[:, 0]]
    suspect |= SIGN in text
    suspect[0] = False
    for number in np.flatnonzero(suspect).tolist():
        suspect[number] = is_boilerplate(text[spans[number].start : spans[number].end])
    kept = np.flatnonzero(~suspect)
    return [spans[number] for number in kept.tolist()], ranges[kept].tolist()


def _inside_of(cut: Cut, stretches: Iterable[Stretch]) -> Truths:
    """Return which words begin in one of some stretches of the text."""
    found = np.zeros(len(cut), dtype=np.bool_)
    for start, end in _ranges(cut, [*stretches]).tolist():
        found[start:end] = True
    return found


def _ranges(cut: Cut, stretches: Sequence[Stretch]) -> Numbers:
    """Return which words begin in each stretch of the text: the first, and the end."""
    ends = np.array(stretches, dtype=cut.starts.dtype).reshape(-1, 2)
    return cut.starts.searchsorted(ends)

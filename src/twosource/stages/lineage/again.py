"""Find what an outlet prints again of its own earlier report: background, which makes no copy."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from twosource.model.annotated import Annotated
from twosource.model.identity import BODY, Span
from twosource.model.linked import Link, OwnBackground
from twosource.outlets import one_outlet
from twosource.stages.lineage.beside import Shared
from twosource.stages.lineage.direction import moments
from twosource.stages.lineage.fingerprint import Fingerprint, words_of
from twosource.stages.lineage.passages import told_again
from twosource.stages.lineage.releases import seen_from
from twosource.stages.lineage.traits import LITTLE_MASS
from twosource.text.counterparts import Numbers
from twosource.text.frames import tell_of_two

AGAIN = "own background: sentences of the one report stand in the other"
LEAST_RUNS = 10  # in common: fewer are no paragraph
REPEATED = 0.7  # likeness of two sentences: a word swapped here and there, a clause cut off
LEAST_REPEATED = 2 * LITTLE_MASS  # weight of two sentences: a paragraph
LEAST_TOLD_ELSEWHERE = 2  # names and figures: what stands below every page of a site has one


def own_background(one: Fingerprint, other: Fingerprint, shared: Shared) -> Link | None:
    """Return a link if two reports of one outlet have a paragraph in common, nearly as it stood.

    Asked of two that are no versions of each other. What is quoted counts nothing: a reporter may
    hear a speech twice. Nor do lines that stand below every page of a site: what is repeated must
    name or count what a headline or the rest of either report tells of, too. The score is the
    share, by weight, of the report that has most of the other.
    """
    if shared.runs < LEAST_RUNS or not one_outlet(one.outlet, other.outlet):
        return None
    repeated = tuple(
        each
        for each in told_again(one, other, REPEATED)
        if each.left.part == each.right.part == BODY
    )
    here = _sentences(one, (each.left for each in repeated))
    there = _sentences(other, (each.right for each in repeated))
    weights = float(one.told.masses[here].sum()), float(other.told.masses[there].sum())
    named = _named(one, here) | _named(other, there)
    told_elsewhere = named & (_elsewhere(one, here) | _elsewhere(other, there))
    if min(weights) < LEAST_REPEATED or len(told_elsewhere) < LEAST_TOLD_ELSEWHERE:
        return None
    if tell_of_two(one.filled, other.filled):
        return None
    return Link(
        kind="background",
        left=one.article,
        right=other.article,
        score=round(max(weights[0] / one.told.mass, weights[1] / other.told.mass), 6),
        why=(AGAIN,),
        passages=repeated,
    )


def used_again(link: Link, one: Annotated, other: Annotated) -> OwnBackground | None:
    """Return what the later of two linked reports repeats; None where no date tells which it is."""
    mine, its = moments(one.article, other.article)
    if mine is None or its is None or mine == its:
        return None
    earlier, later = (one, other) if mine < its else (other, one)
    repeated = seen_from(later.article.id, link)
    body = [span for span in later.sentences if span.part == BODY]
    return OwnBackground(
        later=later.article.id,
        earlier=earlier.article.id,
        headline=earlier.article.headline,
        published=min(mine, its),
        sentences=len({each.left for each in repeated}),
        of=len(body),
        passages=tuple(sorted(repeated, key=lambda each: each.left.start)),
    )


def _sentences(article: Fingerprint, spans: Iterable[Span]) -> Numbers:
    """Return the numbers of the sentences that stand at some places, each once."""
    numbers = {span: number for number, span in enumerate(article.spans)}
    return np.array(sorted({numbers[span] for span in spans}), dtype=np.int64)


def _named(article: Fingerprint, sentences: Numbers) -> set[int]:
    """Return the names and figures of some sentences."""
    marks = article.marks
    return set(marks.terms[np.isin(marks.inside, sentences)].tolist())


def _elsewhere(article: Fingerprint, sentences: Numbers) -> set[int]:
    """Return the words of the headline, and the names and figures of all other sentences."""
    marks, (headline, _) = article.marks, words_of(article)
    return headline | set(marks.terms[~np.isin(marks.inside, sentences)].tolist())

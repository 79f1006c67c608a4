"""Take the prints of articles: what copies of them would keep."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import accumulate, chain, compress, pairwise

import numpy as np

from twosource.model.acquired import Article
from twosource.model.annotated import Annotated
from twosource.model.identity import BODY, OutletId, Span
from twosource.stages.lineage.amounts import Amount, amounts_in
from twosource.stages.lineage.cut import Cut, Range, cut_up
from twosource.stages.lineage.fingerprint import Fingerprint, Landmark, Marks
from twosource.stages.lineage.values import Values, values_in
from twosource.stages.lineage.wording import Truths, Wording, worded
from twosource.text.align import Numbers, Sentences, laid_out
from twosource.text.frames import Filled
from twosource.text.lexicon import Looked, look_up
from twosource.text.shingles import SHINGLE_WORDS, runs_of

RARE = 3.5  # weight: a word in fewer than 1 of 33 articles
MIDDLE = SHINGLE_WORDS // 2  # a run counts as quoted when its middle word is
NOWHERE = -1
LEAST_OPENING_MASS = 25.0  # a line with less ("Photo", a byline, a date) opens nothing


def read(annotated: Annotated) -> Fingerprint:
    """Return an article's fingerprint, from its sentences, its text and its credits."""
    [found] = read_all([annotated])
    return found


def read_all(articles: Sequence[Annotated]) -> list[Fingerprint]:
    """Return the fingerprints of articles, the same as of each alone, in two thirds of the time.

    The words of all stand one after the other in columns, as do their sentences.
    """
    cuts = [cut_up(each) for each in articles]
    known = look_up(
        (cut.words.forms, each.article.language) for cut, each in zip(cuts, articles, strict=True)
    )
    begins = list(accumulate((len(cut.words) for cut in cuts), initial=0))  # and where all end
    sentence = _numbered((cut.sentences for cut in cuts), begins)
    said = _numbered((cut.quoted for cut in cuts), begins) > NOWHERE
    kept = sentence > NOWHERE
    marked = kept & _marked(cuts, known, begins)
    wordings = _wordings(known, kept, said, begins)
    weighs = np.flatnonzero(kept & (known.masses > 0))
    tells = np.bincount(sentence[weighs], minlength=sum(len(cut.spans) for cut in cuts)) > 0
    sentence, firsts = _numbered_anew(sentence, tells, cuts)
    spans = tuple(compress(chain.from_iterable(cut.spans for cut in cuts), tells.tolist()))
    whole = _laid_out(known, sentence, weighs, firsts)
    told = _laid_out(known, sentence, weighs[~said[weighs]], firsts)
    marks = _marks(known, sentence, np.flatnonzero(marked & ~said), firsts)
    landmarks = _landmarks(cuts, np.flatnonzero(marked), begins)
    by_article = [spans[first:end] for first, end in pairwise(firsts)]
    amounts = map(amounts_in, articles, by_article)
    values = map(values_in, articles)
    filled = [cut.filled for cut in cuts]
    columns = (by_article, whole, told, marks, amounts, values, landmarks, wordings, filled)
    return [_print(each.article, *rest) for each, *rest in zip(articles, *columns, strict=True)]


def _print(
    article: Article,
    spans: tuple[Span, ...],
    whole: Sentences,
    told: Sentences,
    marks: Marks,
    amounts: tuple[Amount, ...],
    values: Values,
    landmarks: tuple[Landmark, ...],
    wording: Wording,
    filled: Filled,
) -> Fingerprint:
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
        spans=spans,
        told=whole if told.mass == whole.mass else told,  # nothing quoted: held once
        whole=whole,
        marks=marks,
        named=np.unique(marks.terms[~marks.figures]),
        amounts=amounts,
        values=values,
        opening=_opening(spans, whole),
        wording=wording,
        filled=filled,
        landmarks=landmarks,
        names=frozenset([each.form for each in landmarks]),
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


def _numbered(ranges: Iterable[Iterable[Range]], begins: Sequence[int]) -> Numbers:
    """Return for every word of all texts in which range it stands, counted through all texts."""
    answer = np.full(begins[-1], NOWHERE, dtype=np.int64)
    number = 0
    for begin, of_text in zip(begins, ranges, strict=False):
        for start, end in of_text:
            answer[begin + start : begin + end] = number
            number += 1
    return answer


def _numbered_anew(
    sentence: Numbers, tells: Truths, cuts: Sequence[Cut]
) -> tuple[Numbers, list[int]]:
    """Return the sentence of each word and the first of each text, without those that tell nothing.

    Behind the first sentences stands the count of all.
    """
    up_to = np.append(0, np.cumsum(tells))
    numbers = np.append(np.where(tells, up_to[:-1], NOWHERE), NOWHERE)
    firsts = list(accumulate((len(cut.spans) for cut in cuts), initial=0))
    return numbers[sentence], up_to[firsts].tolist()  # the last number is that of nowhere


def _marked(cuts: Sequence[Cut], known: Looked, begins: Sequence[int]) -> Truths:
    """Return which words are rare names or figures."""
    named = np.zeros(len(known), dtype=np.bool_)
    named[
        [begin + place for begin, cut in zip(begins, cuts, strict=False) for place in cut.named]
    ] = True
    aside = _numbered((cut.aside for cut in cuts), begins) > NOWHERE
    return ((named & (known.masses >= RARE)) | known.figures) & ~aside


def _wordings(known: Looked, kept: Truths, said: Truths, begins: Sequence[int]) -> list[Wording]:
    """Return the runs of words of each text; none goes from one text into the next."""
    places = np.flatnonzero(kept)
    runs = runs_of(known.words[places])
    of = np.searchsorted(begins[1:], places, side="right")
    inside = of[: len(runs)] == of[SHINGLE_WORDS - 1 :]
    quoted = said[places[MIDDLE : MIDDLE + len(runs)]]
    return worded(runs[inside], quoted[inside], of[: len(runs)][inside], len(begins) - 1)


def _laid_out(
    known: Looked, sentence: Numbers, places: Numbers, firsts: Sequence[int]
) -> list[Sentences]:
    return laid_out(known.terms[places], known.masses[places], sentence[places], firsts)


def _marks(known: Looked, sentence: Numbers, marked: Numbers, firsts: Sequence[int]) -> list[Marks]:
    """Return the words at these places as the marks of each text."""
    words, inside = known.words[marked], sentence[marked]
    order = np.lexsort((words, inside))
    words, inside = words[order], inside[order]
    once = inside > NOWHERE
    once[1:] &= (words[1:] != words[:-1]) | (inside[1:] != inside[:-1])
    places, inside = marked[order[once]], inside[once]
    bounds = np.searchsorted(inside, firsts).tolist()
    return [
        Marks(
            words=known.words[places[start:end]],
            terms=known.terms[places[start:end]],
            inside=inside[start:end] - first,
            figures=known.figures[places[start:end]],
        )
        for first, (start, end) in zip(firsts, pairwise(bounds), strict=False)
    ]


def _landmarks(
    cuts: Sequence[Cut], marked: Numbers, begins: Sequence[int]
) -> list[tuple[Landmark, ...]]:
    """Return the marked words of each text where they come first."""
    bounds, places = np.searchsorted(marked, begins).tolist(), marked.tolist()
    return [
        _first_mentions(cut, [place - begin for place in places[start:end]])
        for cut, begin, (start, end) in zip(cuts, begins, pairwise(bounds), strict=False)
    ]


def _first_mentions(cut: Cut, marked: Sequence[int]) -> tuple[Landmark, ...]:
    text, forms, starts, ends = cut.text, cut.words.forms, cut.words.starts, cut.words.ends
    found: dict[str, Landmark] = {}
    whole, before = 0, NOWHERE
    for place in marked:
        form, start = forms[place], starts[place]
        if form not in found:
            whole += place != before + 1
            before = place
            parted = text[ends[place - 1] : start]
            found[form] = Landmark(form, text[start : ends[place]], whole, parted)
    return tuple(found.values())


def _opening(spans: Sequence[Span], whole: Sentences) -> int:
    masses = whole.masses.tolist()
    body = [number for number, span in enumerate(spans) if span.part == BODY]
    telling = (number for number in body if masses[number] >= LEAST_OPENING_MASS)
    return next(telling, body[0] if body else 0)

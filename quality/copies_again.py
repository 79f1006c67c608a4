"""Measure lineage on copies and independent pairs made a second way, on events kept for reporting.

`quality.copies` makes its pairs with the means the method was first fitted on. Here the writers of
`quality.rewriting` are at work, and the independent reports share what reports share in the world:
a statement told in two places, a release that each rewords, a speech, a wire's background, the
outlet's own earlier paragraphs; and twins tell of other people in the same words. Weights may be
fitted on the even half of the events; the figures are those of the odd half.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import partial
from hashlib import blake2b
from pathlib import Path
from random import Random

from quality.copies import ECB, GIVEME, QUOTATION
from quality.events import labelled
from quality.measure import Measure
from quality.pairs import (
    PER_KIND,
    Pair,
    as_article,
    by_event,
    independent_pairs,
    linked,
    sentences_of,
    set_in,
    strewn,
)
from quality.rewording import paragraphs
from quality.rewriting import KINDS, Rewrite, Writer, twin
from twosource.model.annotated import Annotated

SEED = 20261122
RELEASE_SENTENCES = 4
BACKGROUND_SENTENCES = 3


def again(name: str, data: Path) -> Mapping[str, float]:
    """Answer the share of copies found by kind, and of independent pairs left alone by kind."""
    figures: dict[str, float] = {}
    for kind, pairs in pairs_again(data / name, half=1, seed=SEED).items():
        wanted = not kind.startswith("independent")
        figures[kind] = sum(linked(*pair) == wanted for pair in pairs) / len(pairs)
    alone = [share for kind, share in figures.items() if kind.startswith("independent")]
    figures["independent_mean"] = sum(alone) / len(alone)
    return figures


def pairs_again(path: Path, half: int, seed: int) -> dict[str, list[Pair]]:
    """Return pairs by kind, made of the events of one half (0 or 1) of a set."""
    chance = Random(seed)
    events = {
        event: articles
        for event, articles in by_event(labelled(path)).items()
        if blake2b(event.encode()).digest()[0] % 2 == half
    }
    articles = [each for event in events.values() for each in event]
    pairs: dict[str, list[Pair]] = {}
    for kind, rewrite in KINDS.items():
        pairs[kind] = [
            (each, _rewritten(each, rewrite, articles, chance))
            for each in chance.sample(articles, min(PER_KIND, len(articles)))
        ]
    independent = list(independent_pairs(events, chance))
    pairs["later_version"] = [(one, _later(one, other, chance)) for one, other in independent]
    pairs["independent"] = independent
    pairs |= _sharing(independent[:PER_KIND], articles, events, chance)
    names = _names(articles)
    pairs["independent_twins"] = [
        (one, as_article(one, twin(one.article.text, chance, names), "another outlet", ""))
        for one in chance.sample(articles, min(PER_KIND, len(articles)))
    ]
    return pairs


def _rewritten(
    article: Annotated, rewrite: Rewrite, articles: Sequence[Annotated], chance: Random
) -> Annotated:
    own = chance.choice(articles)
    text = rewrite(sentences_of(article), chance, sentences_of(own))
    headline = Writer(chance=chance, stand_ins=0.5).reword(article.article.headline)
    kept = headline if chance.random() < 0.5 else own.article.headline
    return as_article(article, paragraphs(text, chance), "copier", kept)


def _later(before: Annotated, other: Annotated, chance: Random) -> Annotated:
    """Return what an outlet made of its report hours later: edited, cut, and with news in it."""
    writer = Writer(chance=chance, stand_ins=0.05)
    lead, *rest = sentences_of(before)
    kept = [each for each in rest if chance.random() < 0.6]
    news = sentences_of(other)[1 : 1 + max(1, len(kept) // 2)]
    half = len(news) // 2
    text = [writer.reword(lead), *news[:half], *kept, *news[half:]]
    return as_article(before, paragraphs(text, chance), before.article.outlet)


def _sharing(
    pairs: Sequence[Pair],
    articles: Sequence[Annotated],
    events: Mapping[str, Sequence[Annotated]],
    chance: Random,
) -> dict[str, list[Pair]]:
    """Return independent pairs that share what is no sign of copying."""
    event_of = {each.article.id: event for event, held in events.items() for each in held}
    spoken = [words for each in articles for words in QUOTATION.findall(each.article.text)]
    found = defaultdict[str, list[Pair]](list)
    for pair in pairs:
        release = sentences_of(chance.choice(articles))[:RELEASE_SENTENCES]
        found["independent_same_statement"].append(_same_statement(pair, release, chance))
        found["independent_reworded_release"].append(_reworded_release(pair, release, chance))
        said = chance.sample(spoken, 5)
        found["independent_same_speech"].append(_same_speech(pair, said, chance))
        ids = [each.article.id for each in pair]
        others = [each for each in events[event_of[ids[0]]] if each.article.id not in ids]
        if others:
            wire = sentences_of(chance.choice(others))[-BACKGROUND_SENTENCES:]
            found["independent_wire_background"].append(_same_background(pair, wire))
        found["independent_own_background"].append(_own_background(pair, chance))
    return found


def _same_statement(pair: Pair, told: Sequence[str], chance: Random) -> Pair:
    """Tell a statement in both reports, in two places of each."""
    one, other = (set_in(set_in(each, told[:2], chance), told[2:], chance) for each in pair)
    return one, other


def _reworded_release(pair: Pair, release: Sequence[str], chance: Random) -> Pair:
    """Tell a release in both reports, each in words of its own."""
    one, other = (
        set_in(each, [Writer(chance=chance, stand_ins=0.3).reword(s) for s in release], chance)
        for each in pair
    )
    return one, other


def _same_speech(pair: Pair, said: Sequence[str], chance: Random) -> Pair:
    """Quote a speech in both reports, here and there."""
    cues = ("She told the meeting", "The chairwoman said")
    one, other = (
        strewn(each, [f"{cue}, {words}" for words in said], chance)
        for each, cue in zip(pair, cues, strict=True)
    )
    return one, other


def _same_background(pair: Pair, wire: Sequence[str]) -> Pair:
    """End both reports with a wire's background."""
    one, other = (
        as_article(each, "\n\n".join((each.article.text, *wire)), each.article.outlet)
        for each in pair
    )
    return one, other


def _own_background(pair: Pair, chance: Random) -> Pair:
    """Let the second be of the first's outlet, which tells again what it told before."""
    one, other = pair
    before = sentences_of(one)[-4:]
    later = set_in(set_in(other, before[:2], chance), before[2:], chance)
    return one, as_article(other, later.article.text, one.article.outlet)


def _names(articles: Sequence[Annotated]) -> list[str]:
    """Return capitalised words that stand inside sentences, to people twins with."""
    return sorted(
        {
            word
            for each in articles
            for word in each.article.text.split()
            if word.isalpha() and word.istitle() and len(word) > 3
        }
    )


MEASURES = (
    Measure(name="copies_again.ecbplus", corpora=(ECB,), run=partial(again, ECB)),
    Measure(name="copies_again.giveme5w1h", corpora=(GIVEME,), run=partial(again, GIVEME)),
)

"""Measure lineage on ways of copying that nobody had in mind when its rules were written.

Pairs are made at run time out of real articles by the hands of `quality.handling`, one habit a
kind. Beside them stand pairs that share what is no sign of copying: a press conference told
indirectly by one, a release on which both open, a rival's report cited in one paragraph, a
company's boilerplate, a table of results, an outlet's follow-up of which two fifths are background.

Events fall into halves: of the one the misses were read, the figures of the other were looked at
when all was done.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from hashlib import blake2b
from pathlib import Path
from random import Random

from quality.copies import ECB, GIVEME, QUOTATION
from quality.events import labelled
from quality.handling import FURNITURE, HANDS, in_other_words, indirect
from quality.kin import with_figures
from quality.measure import Measure, share
from quality.pairs import (
    Pair,
    as_article,
    by_event,
    independent_pairs,
    repeats,
    right_by_kind,
    sentences_of,
    set_in,
    strewn,
)
from quality.rewording import paragraphs
from twosource.model.annotated import Annotated

SEED = 20261123
PER_KIND = 50
ABOUT = (
    "Nordlys Maritime Holding is a leading provider of port and towage services in 14 countries.",
    "Founded in 1952 in Stavanger, the group employs 6,300 people and had sales of $2.4 billion.",
    "Its shares are listed in Oslo under the ticker NLM; for more, visit nordlysmaritime.example.",
)
CLUBS = "Alnvik Borgås Drevik Eidhamn Fjellro Gransund Havnes Isfoss Jarvik Kollen Lunde Mosvik"


def pairs_by_kind(path: Path, half: int) -> dict[str, list[Pair]]:
    """Return copies by the hand that made them, and independent pairs by what they share."""
    chance = Random(SEED)
    events = {
        event: articles
        for event, articles in by_event(labelled(path)).items()
        if blake2b(event.encode()).digest()[1] % 2 == half
    }
    articles = [each for event in events.values() for each in event]
    pairs: dict[str, list[Pair]] = {}
    for kind in HANDS:
        chosen = chance.sample(articles, min(PER_KIND, len(articles)))
        pairs[kind] = [(with_figures(each), _by(each, kind, chance)) for each in chosen]
    independent = list(independent_pairs(events, chance))[:PER_KIND]
    spoken = [words for each in articles for words in QUOTATION.findall(each.article.text)]
    releases = [sentences_of(each)[:5] for each in articles]
    for kind, sharing in SHARING.items():
        pairs[kind] = [
            sharing(pair, chance.sample(spoken, 6), chance.choice(releases), chance)
            for pair in independent
        ]
    return pairs


def _by(article: Annotated, kind: str, chance: Random, outlet: str = "copier") -> Annotated:
    text = HANDS[kind](sentences_of(article), chance)
    headline = in_other_words([article.article.headline], chance)[0]
    if kind == "headline_only":
        headline = " ".join(FURNITURE[16].split()[::-1])
    made = as_article(article, paragraphs(text, chance), outlet, headline)
    return with_figures(made)


def _press_conference(
    pair: Pair, said: Sequence[str], _release: Sequence[str], chance: Random
) -> Pair:
    """Let one quote six answers, and the other tell them as what was said."""
    quoted = [f"{words} the minister said." for words in said]
    told = [indirect(each) for each in quoted]
    return strewn(pair[0], quoted, chance), strewn(pair[1], told, chance)


def _release_on_top(
    pair: Pair, _said: Sequence[str], release: Sequence[str], chance: Random
) -> Pair:
    """Let both open on one release, each in words of its own, and go on with own gathering."""
    one, other = (
        as_article(
            each,
            paragraphs([*in_other_words(release, chance), *sentences_of(each)], chance),
            each.article.outlet,
        )
        for each in pair
    )
    return one, other


def _own_follow_up(
    pair: Pair, _said: Sequence[str], _release: Sequence[str], chance: Random
) -> Pair:
    """Let the second be the first's outlet's next report, two fifths of it background."""
    one, other = pair
    news = sentences_of(other)
    background = sentences_of(one)[1:]
    much = round(len(news) * 2 / 3)
    text = paragraphs([*news, *background[:much]], chance)
    return one, as_article(other, text, one.article.outlet)


def _rival_cited(pair: Pair, _said: Sequence[str], _release: Sequence[str], chance: Random) -> Pair:
    """Let the second cite the first in one paragraph."""
    one, other = pair
    lead = in_other_words(sentences_of(one)[:2], chance)
    cited = [
        f"As {one.article.outlet} first reported, {lead[0][0].lower()}{lead[0][1:]}",
        *lead[1:],
    ]
    return one, set_in(other, cited, chance)


def _about(pair: Pair, _said: Sequence[str], _release: Sequence[str], chance: Random) -> Pair:
    """End both with what a company says of itself."""
    one, other = (
        as_article(each, "\n\n".join((each.article.text, *ABOUT)), each.article.outlet)
        for each in pair
    )
    return one, other


def _table(pair: Pair, _said: Sequence[str], _release: Sequence[str], chance: Random) -> Pair:
    """Print the same results in both."""
    clubs = CLUBS.split()
    chance.shuffle(clubs)
    rows = [
        f"{home} {chance.randrange(5)} - {chance.randrange(5)} {away}"
        for home, away in zip(clubs[::2], clubs[1::2], strict=True)
    ]
    table = "\n".join(["Results", *rows])
    one, other = (
        as_article(each, f"{each.article.text}\n\n{table}", each.article.outlet) for each in pair
    )
    return one, other


SHARING = {
    "independent_press_conference": _press_conference,
    "independent_release_on_top": _release_on_top,
    "independent_own_follow_up": _own_follow_up,
    "independent_rival_cited": _rival_cited,
    "independent_about": _about,
    "independent_table": _table,
}


def handled(name: str, half: int, data: Path) -> Mapping[str, float]:
    """Answer the share of copies found by kind, and of independent pairs left alone by kind.

    And of next reports with background those that are said to use it again.
    """
    pairs = pairs_by_kind(data / name, half)
    named = share(repeats(*pair) for pair in pairs["independent_own_follow_up"])
    return {**right_by_kind(pairs), "own_follow_up_named": named}


MEASURES = tuple(
    Measure(
        name=f"handled.{name.split('-')[1].split('.')[0]}{part}",
        corpora=(name,),
        run=partial(handled, name, half),
    )
    for name in (ECB, GIVEME)
    for half, part in ((0, ""), (1, "_held_out"))
)

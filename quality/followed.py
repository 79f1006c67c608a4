"""Measure what an outlet writes next: a later version of its report, or a report of its own.

A version keeps what the report opens with, whatever is set above, inside or below. The next report
brings news and tells at its end again what went before: in one block or several, as it stood or
edited, the old opening among it too. Both are made at run time of two reports of one event, as if
the second's outlet were the first's. Weights may be fitted on the events of the one half; the
figures are those of the other.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from hashlib import blake2b
from pathlib import Path
from random import Random

from quality.copies import ECB, GIVEME
from quality.events import labelled
from quality.measure import Measure, share
from quality.pairs import (
    Pair,
    as_article,
    by_event,
    independent_pairs,
    linked,
    repeats,
    sentences_of,
)
from quality.rewording import paragraphs
from quality.rewriting import Writer
from twosource.model.annotated import Annotated

SEED = 20261124
PER_KIND = 50
Sentences = list[str]
Follow = Callable[[Sentences, Sentences, Random], tuple[Sentences, Sentences]]
"""Make of a report and of news two texts of one outlet, the earlier first."""


def _grown(report: Sentences, _news: Sentences, chance: Random) -> tuple[Sentences, Sentences]:
    """Print the first sentences at once, and all an hour later."""
    first = report[: chance.randrange(3, 6)]
    return first, _edited(report, chance, 0.05)


def _news_on_top(report: Sentences, news: Sentences, chance: Random) -> tuple[Sentences, Sentences]:
    """Set a fifth of news above the report."""
    top = news[: max(1, len(report) // 4)]
    return report, [*top, *report[: max(3, round(len(report) * chance.uniform(0.7, 1)))]]


def _appended(report: Sentences, news: Sentences, chance: Random) -> tuple[Sentences, Sentences]:
    """Go on below the report, up to as long again."""
    return report, [*report, *news[1 : 1 + round(len(report) * chance.uniform(0.3, 1))]]


def _new_opening(report: Sentences, news: Sentences, chance: Random) -> tuple[Sentences, Sentences]:
    """Write the opening anew, with news inside and the end cut off."""
    opening = _edited(report[:1], chance, 0.6)
    kept = report[1 : max(4, round(0.8 * len(report)))]
    place = chance.randrange(len(kept))
    return report, [*opening, *kept[:place], *news[1 : 1 + len(kept) // 4], *kept[place:]]


def _edited_throughout(
    report: Sentences, _news: Sentences, chance: Random
) -> tuple[Sentences, Sentences]:
    """Swap a word here and there, and leave one sentence in four out."""
    kept = [each for each in report if chance.random() < 0.75] or report[:2]
    return report, _edited(kept, chance, 0.15)


def _in_one_block(
    report: Sentences, news: Sentences, chance: Random
) -> tuple[Sentences, Sentences]:
    """End on a quarter to two fifths of background."""
    return report, [*news, *_background(report, news, chance)]


def _in_blocks(report: Sentences, news: Sentences, chance: Random) -> tuple[Sentences, Sentences]:
    """Tell background here and there from the middle on."""
    told, text = _background(report, news, chance), list(news)
    for block in (told[: len(told) // 3], told[len(told) // 3 :]):
        place = chance.randrange(len(news) // 2, len(text) + 1)
        text[place:place] = block
    return report, text


def _background_edited(
    report: Sentences, news: Sentences, chance: Random
) -> tuple[Sentences, Sentences]:
    """End on background with a word swapped here and there."""
    return report, [*news, *_edited(_background(report, news, chance), chance, 0.1)]


def _old_opening(report: Sentences, news: Sentences, chance: Random) -> tuple[Sentences, Sentences]:
    """End on background that begins with what the report opened with."""
    told = _background(report, news, chance)
    return report, [*news, f"As reported on Monday, {report[0]}", *told]


def _short(report: Sentences, news: Sentences, chance: Random) -> tuple[Sentences, Sentences]:
    """Tell five sentences of news and three of background."""
    start = chance.randrange(1, max(2, len(report) - 2))
    return report, [*news[:5], *report[start : start + 3]]


def _after_the_opening(
    report: Sentences, news: Sentences, chance: Random
) -> tuple[Sentences, Sentences]:
    """Tell background after two sentences of news, and go on with news."""
    return report, [*news[:2], *_background(report, news, chance)[: len(news) // 3], *news[2:]]


VERSIONS: Mapping[str, Follow] = {
    "grown": _grown,
    "news_on_top": _news_on_top,
    "appended": _appended,
    "new_opening": _new_opening,
    "edited": _edited_throughout,
}
NEXT_REPORTS: Mapping[str, Follow] = {
    "in_one_block": _in_one_block,
    "in_blocks": _in_blocks,
    "background_edited": _background_edited,
    "old_opening": _old_opening,
    "short": _short,
    "after_the_opening": _after_the_opening,
}


def _edited(text: Sequence[str], chance: Random, share: float) -> Sentences:
    writer = Writer(chance=chance, stand_ins=share)
    return [writer.reword(each) for each in text]


def _background(report: Sentences, news: Sentences, chance: Random) -> Sentences:
    """Return what a report told after its opening, as much as makes a quarter to two fifths."""
    much = max(2, round(len(news) * chance.uniform(1 / 3, 2 / 3)))
    start = chance.randrange(1, 4)
    return report[start : start + much] or report[-2:]


def pairs_by_kind(path: Path, half: int) -> dict[str, list[Pair]]:
    """Return by kind what one outlet wrote of one event, made of the events of one half."""
    chance = Random(SEED)
    pairs = of_one_event(path, half, chance)
    return {
        kind: [_of_one_outlet(pair, follow, kind in VERSIONS, chance) for pair in pairs]
        for kind, follow in (*VERSIONS.items(), *NEXT_REPORTS.items())
    }


def of_one_event(path: Path, half: int, chance: Random) -> list[Pair]:
    """Return two reports each of an event of one half that share next to no wording."""
    events = {
        event: articles
        for event, articles in by_event(labelled(path)).items()
        if blake2b(event.encode()).digest()[0] % 2 == half
    }
    return list(independent_pairs(events, chance))[:PER_KIND]


def _of_one_outlet(pair: Pair, follow: Follow, version: bool, chance: Random) -> Pair:
    one, other = pair
    earlier, later = follow(sentences_of(one), sentences_of(other), chance)
    headlines = [one.article.headline, other.article.headline]
    of_later = chance.choice(headlines) if version else headlines[1]
    before = _printed(one, earlier, headlines[0], chance)
    return before, _printed(before, later, of_later, chance)


def _printed(article: Annotated, text: Sentences, headline: str, chance: Random) -> Annotated:
    return as_article(article, paragraphs(text, chance), article.article.outlet, headline)


def followed(name: str, data: Path) -> Mapping[str, float]:
    """Answer the share of versions found by kind, and of next reports left alone by kind.

    Then that of next reports said to use own background again, and of those not said to: versions,
    and reports of one event that share next to nothing, as if one outlet had written both.
    """
    figures: dict[str, float] = {}
    made = pairs_by_kind(data / name, half=1)
    for kind, pairs in made.items():
        figures[kind] = share(linked(*pair) == (kind in VERSIONS) for pair in pairs)
    for mean, kinds in (("version_mean", VERSIONS), ("next_mean", NEXT_REPORTS)):
        figures[mean] = sum(figures[kind] for kind in kinds) / len(kinds)
    for kind in NEXT_REPORTS:
        figures[f"named_{kind}"] = share(repeats(*pair) for pair in made[kind])
    figures["named_mean"] = share(repeats(*pair) for kind in NEXT_REPORTS for pair in made[kind])
    figures["not_named_version"] = share(
        not repeats(*pair) for kind in VERSIONS for pair in made[kind]
    )
    unlike = of_one_event(data / name, half=1, chance=Random(SEED))
    figures["not_named_unlike"] = share(
        not repeats(one, as_article(other, other.article.text, one.article.outlet))
        for one, other in unlike
    )
    return figures


MEASURES = tuple(
    Measure(
        name=f"followed.{name.split('-')[1].split('.')[0]}",
        corpora=(name,),
        run=partial(followed, name),
    )
    for name in (ECB, GIVEME)
)

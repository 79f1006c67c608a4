"""Measure storylines: are the stories of one running matter tied, in order, and no others?

On own texts with labels (quality/storylines), half of them held out. On events-giveme5w1h each
event is cut into stories wherever it pauses for more than three days, so that its parts are one
matter. On events-ecbplus the two events of a topic are dated up to six weeks apart: they are two
of a kind and not one matter. Both sets in one season of 90 days: whose stories are tied to those of
other topics?
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from functools import partial
from itertools import combinations
from pathlib import Path
from random import Random

from quality.events import article_of, labelled
from quality.measure import Measure
from quality.stories import ECB, GIVEME
from quality.streams import mixed, streamed
from twosource.model.annotated import Annotated
from twosource.model.identity import StoryId
from twosource.model.storyline import StoryTie
from twosource.settings import StorylineSettings
from twosource.stages import storylines

OWN = Path(__file__).parent / "storylines"
SETTINGS = StorylineSettings()
PAUSE = timedelta(hours=72)
SEED = 20261122
TWINS_APART_DAYS = 42.0
SEASON_DAYS = 90
FIRST_DAY = datetime(2026, 1, 1, tzinfo=UTC)

# What giveme5w1h calls several events and is one matter, and what is neither clearly one nor two.
ONE_MATTER = {"49": "18"}  # the car that the rocket is to carry
UNCLEAR = (frozenset({"70", "34", "19", "71"}),)  # Korea: missiles, sanctions, talks

_PAGE = re.compile(
    r"== (?P<story>\S+)(?: in (?P<whole>\S+))? (?P<outlet>\S+) (?P<time>\S+) \| (?P<headline>.+)"
)

Pair = tuple[StoryId, StoryId]
"""Two stories, the one that began first in front."""


@dataclass(slots=True)
class Labels:
    """Stories as they are known to be, and of which matter each is."""

    stories: dict[StoryId, list[Annotated]] = field(default_factory=dict)
    matters: dict[StoryId, str] = field(default_factory=dict)
    wholes: dict[StoryId, StoryId] = field(default_factory=dict)  # what a story is part of

    def pairs(self) -> Iterator[tuple[Pair, bool]]:
        """Yield every two stories, unclear ones left out, and whether they are of one matter."""
        began = sorted(self.stories, key=lambda each: (published(self.stories[each][0]), each))
        for one, other in combinations(began, 2):
            matters = {self.matters[one], self.matters[other]}
            if not any(matters <= unclear for unclear in UNCLEAR):
                yield (one, other), len(matters) == 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The ties between all stories, and the matters they make."""

    ties: Mapping[Pair, StoryTie]
    matters: Mapping[StoryId, frozenset[StoryId]]


def published(annotated: Annotated) -> datetime:
    """Return when an article of a labelled story was published; all of them are dated."""
    at = annotated.article.published
    assert at, annotated.article.id
    return at


def own_texts(folder: str) -> Labels:
    """Return the labelled stories of one half of the own texts."""
    return in_folder(OWN / folder)


def in_folder(folder: Path) -> Labels:
    """Return the labelled stories of a folder, each file a matter."""
    labels = Labels()
    for file in sorted(folder.glob("*.txt")):
        _read(file.stem, file.read_text(encoding="utf-8"), labels)
    return labels


def _read(name: str, text: str, labels: Labels) -> None:
    first, *blocks = re.split(r"(?m)^(?=== )", text)
    for block in blocks:
        line, _, body = block.partition("\n")
        page = _PAGE.fullmatch(line)
        assert page, line
        story = StoryId(f"{name}/{page['story']}")
        row = {
            "id": f"{story} {page['time']}",
            "outlet": page["outlet"],
            "text": body.strip(),
            "headline": page["headline"],
            "published": page["time"],
        }
        labels.stories.setdefault(story, []).append(article_of(row))
        labels.matters[story] = story if first.strip() == "alone" else name
        if page["whole"]:
            labels.wholes[story] = StoryId(f"{name}/{page['whole']}")


def paused_events(data: Path) -> Labels:
    """Return the dated articles of giveme5w1h as stories, cut where an event pauses."""
    events = defaultdict(list)
    for row in labelled(data / GIVEME):
        if row.article.article.published:
            events[row.event].append(row.article)
    labels = Labels()
    for event, articles in events.items():
        articles.sort(key=lambda each: (published(each), each.article.id))
        part, last = 0, published(articles[0])
        for article in articles:
            part += published(article) - last > PAUSE
            last, story = published(article), StoryId(f"{event}/{part}")
            labels.stories.setdefault(story, []).append(article)
            labels.matters[story] = ONE_MATTER.get(event, event)
    return labels


def twin_events(data: Path) -> Labels:
    """Return the events of ecbplus as stories: topics years apart, the twins of one weeks."""
    chance, labels = Random(SEED), Labels()
    topics = sorted({row.topic for row in labelled(data / ECB)})
    begins: dict[StoryId, datetime] = {}
    for row in labelled(data / ECB):
        story = StoryId(row.event)
        if story not in begins:
            days = 400 * topics.index(row.topic) + chance.uniform(0, TWINS_APART_DAYS)
            begins[story] = FIRST_DAY + timedelta(days=days)
        labels.matters[story] = story
        article = replace(row.article.article, published=begins[story])
        labels.stories.setdefault(story, []).append(replace(row.article, article=article))
    return labels


def found_in(labels: Labels) -> Found:
    """Return what the stage ties, all stories held beside each other."""
    known = {
        story: storylines.profile(story, articles[0].article.headline, articles)
        for story, articles in labels.stories.items()
    }
    pairs = combinations(known.values(), 2)
    tied = (storylines.tie(one, other, SETTINGS) for one, other in pairs)
    ties = {(tie.earlier, tie.later): tie for tie in tied if tie}
    matters = {story: storylines.walk(story, ties.values()) for story in known}
    return Found(ties=ties, matters=matters)


def on_own_texts(folder: str, data: Path) -> Mapping[str, float]:
    """Answer pairs, matters, order and parts on a folder of own texts."""
    labels = own_texts(folder)
    found = found_in(labels)
    true = {pair for pair, one in labels.pairs() if one}
    hit = true & found.ties.keys()
    within = {(whole, part) for part, whole in labels.wholes.items()}
    called = {pair for pair, tie in found.ties.items() if tie.kind == "part of"}
    return {
        **_pairs(labels, found),
        "order_right": sum((found.ties[pair].kind == "part of") == (pair in within) for pair in hit)
        / len(hit),
        "part_of_f1": 2 * len(within & called) / (len(within) + len(called)),
    }


def on_paused_events(data: Path) -> Mapping[str, float]:
    """Answer pairs and matters on events that pause."""
    labels = paused_events(data)
    return _pairs(labels, found_in(labels), SETTINGS.horizon_days)


def on_twin_events(data: Path) -> Mapping[str, float]:
    """Answer the share of topics whose two events are left apart."""
    labels = twin_events(data)
    topics = len(labels.stories) / 2
    return {"left_apart": 1 - len(found_in(labels).ties) / topics}


def in_a_season(data: Path) -> Mapping[str, float]:
    """Answer the share of stories tied to no story of another topic, all brought into 90 days."""
    labels, topics = Labels(), dict[StoryId, str]()
    for row in streamed(mixed(data), SEASON_DAYS, SEED):
        story = StoryId(row.event)
        labels.stories.setdefault(story, []).append(row.article)
        topics[story] = row.topic
    ties = found_in(labels).ties
    strange = {end for pair in ties for end in pair if topics[pair[0]] != topics[pair[1]]}
    return {"left_alone": 1 - len(strange) / len(labels.stories)}


def _pairs(labels: Labels, found: Found, horizon_days: int = 10**6) -> Mapping[str, float]:
    """Return precision, recall and F1 of the ties, and F1 of what stands in one matter."""
    horizon = timedelta(days=horizon_days)
    true, tied, together = set[Pair](), set[Pair](), set[Pair]()
    for pair, one_matter in labels.pairs():
        earlier, later = labels.stories[pair[0]], labels.stories[pair[1]]
        if published(later[0]) - published(earlier[-1]) <= horizon:
            true |= {pair} if one_matter else set()
            tied |= {pair} & found.ties.keys()
            together |= {pair} if pair[1] in found.matters[pair[0]] else set()
    hit = len(true & tied)
    return {
        "precision": hit / len(tied),
        "recall": hit / len(true),
        "f1": 2 * hit / (len(tied) + len(true)),
        "matters_f1": 2 * len(true & together) / (len(true) + len(together)),
    }


MEASURES = (
    *(
        Measure(name=f"storylines.{folder}", corpora=(), run=partial(on_own_texts, folder))
        for folder in ("dev", "held_out")
    ),
    Measure(name="storylines.giveme5w1h", corpora=(GIVEME,), run=on_paused_events),
    Measure(name="storylines.ecbplus", corpora=(ECB,), run=on_twin_events),
    Measure(name="storylines.season", corpora=(GIVEME, ECB), run=in_a_season),
)

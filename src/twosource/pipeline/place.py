"""Give new articles their stories: decide anew what hangs together, or join what is too large."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from datetime import UTC, datetime, timedelta

from twosource.model.identity import ArticleId, StoryId
from twosource.model.linked import Link, Story
from twosource.pipeline.around import Around, Part, Window
from twosource.pipeline.known import Known
from twosource.pipeline.stream import SECONDS_PER_HOUR
from twosource.pipeline.together import Pair, density
from twosource.protocols import Store
from twosource.settings import ClusterSettings
from twosource.stages import cluster
from twosource.stages.linking import contradiction, keep_identities

EARLIEST = datetime.min.replace(tzinfo=UTC)
NO_LIMIT = 1 << 60


class Desk:
    """Puts the articles of one stretch of the log into stories, in the order of the log.

    An article that hangs together with few is decided anew with all of them; one that hangs
    together with more than can be decided at once joins the story it is most like, or founds one,
    and waits for the next tick. Both follow from the log alone, not from how it was cut.
    """

    def __init__(self, store: Store, settings: ClusterSettings, window: Window | None) -> None:
        self.store, self.settings, self.window = store, settings, window
        self.known = Known(store)
        self.touched: set[StoryId] = set()

    def place(self, new: Sequence[ArticleId]) -> None:
        """Put new articles into stories."""
        self.store.open_stories(new, waiting=False)
        around = Around(self.known, new, self.window, self.settings.most_at_once)
        for article in new:
            parts, own = around.met(article)
            whole = sum(len(part.articles) for part in parts) < self.settings.most_at_once
            if whole and not any(part.large for part in parts):
                around.merge([*parts, own]).waits = True
                continue
            self._decide_waiting(parts)
            around.merge([*parts, own]).waits = False
            self._join(article, own)
        self._decide_waiting(around.parts.values())
        self.known.write()

    def repair(self, articles: Sequence[ArticleId]) -> None:
        """Decide anew all that hangs together with these articles, however much that is."""
        around = Around(self.known, articles, self.window, NO_LIMIT)
        for article in articles:
            parts, own = around.met(article)
            around.merge([*parts, own]).waits = True
        self._decide_waiting(around.parts.values())
        self.known.write()
        self.store.open_stories(articles, waiting=False)

    def _decide_waiting(self, parts: Iterable[Part]) -> None:
        for part in dict.fromkeys(parts):
            if part.waits:
                part.waits = False
                self._decide(part)

    def _decide(self, part: Part) -> None:
        articles = sorted(part.articles)
        self.known.look_up(articles)
        before = self.known.stories_of(articles)
        times = self.known.times(articles)
        settled = _settled(times, self.known.open_ones, before)
        window = density({a: times[a] for a in articles if a not in settled}, self.store)
        links = _with_copies(part.links, _movable(part.copied, settled))
        groups = cluster.decide(times, links, window, self.settings, settled)
        far = [each for story in before for each in story.articles if each not in times]
        times |= self.known.times(far)
        self._keep(before, _with_far(groups, before, times), times)

    def _join(self, article: ArticleId, own: Part) -> None:
        """Let an article join the story it is most like, or found its own."""
        links: dict[StoryId, list[Link]] = defaultdict(list)
        ends = {end for link in own.links.values() for end in (link.left, link.right)} - {article}
        self.known.look_up(ends)
        stories = self.known.stories_of(ends)
        stands = {each: story for story in stories for each in story.articles}
        for link in _with_copies(own.links, own.copied):
            other = link.right if link.left == article else link.left
            if other in stands:
                links[stands[other].id].append(link)
        window = density(self.known.times([article]), self.store)
        candidates = [
            cluster.Candidate(
                story=story.id,
                compared=len(story.articles),
                links=_best(links[story.id], self.settings.newest_members),
            )
            for story in stories
        ]
        chosen = cluster.assign(candidates, window, self.settings)
        joined = [story for story in stories if story.id == chosen]
        times = self.known.times([article, *(each for s in joined for each in s.articles)])
        groups = [sorted(times, key=lambda each: (times[each] or EARLIEST, each))]
        self.store.open_stories([article], waiting=True)
        self._keep(joined, groups, times)

    def _keep(
        self,
        before: Sequence[Story],
        groups: Sequence[Sequence[ArticleId]],
        times: Mapping[ArticleId, datetime | None],
    ) -> None:
        stories, changes = keep_identities(before, groups)
        held = {story.id: story.articles for story in before}
        changed = [story for story in stories if held.get(story.id) != story.articles]
        mark = max((moment.isoformat() for moment in times.values() if moment), default="")
        self.known.decide(changed, changes, mark)
        gone = {old for story in changed for old in story.merged_from}
        self.touched = (self.touched | {story.id for story in changed}) - gone


def window_of(first: int, last: int, settings: ClusterSettings) -> Window:
    """Return from when until when articles can matter to those between two ticks.

    Within one horizon an article is still linked to new ones; those linked to it go another back.
    """
    near = timedelta(hours=2 * settings.horizon_hours)
    begin, end = (
        datetime.fromtimestamp(tick * settings.tick_hours * SECONDS_PER_HOUR, UTC)
        for tick in (first, last + 1)
    )
    return begin - near, end + near


def _settled(
    times: Mapping[ArticleId, datetime | None],
    open_ones: Set[ArticleId],
    before: Sequence[Story],
) -> dict[ArticleId, StoryId]:
    """Return the articles that stay in their stories, each with its story.

    An undated article stays where its story reaches beyond the window: what holds it there is not
    looked at now.
    """
    settled = {}
    for story in before:
        far = any(each not in times for each in story.articles)
        for article in story.articles:
            if article in times and (article not in open_ones or (far and times[article] is None)):
                settled[article] = story.id
    return settled


def _movable(copied: Iterable[Pair], settled: Mapping[ArticleId, StoryId]) -> set[Pair]:
    """Return the pairs of copy and original that no settled stories keep apart."""
    return {
        (one, other)
        for one, other in copied
        if not (one in settled and other in settled and settled[one] != settled[other])
    }


def _with_far(
    groups: Sequence[Sequence[ArticleId]],
    before: Sequence[Story],
    times: Mapping[ArticleId, datetime | None],
) -> list[list[ArticleId]]:
    """Return the groups with those articles of their stories that lie beside the window.

    They go with the group that holds most of their story.
    """
    whole = [list(group) for group in groups]
    place = {article: number for number, group in enumerate(groups) for article in group}
    for story in before:
        held = Counter(place[each] for each in story.articles if each in place)
        heir = min(held, key=lambda number: (-held[number], number))
        whole[heir] += [each for each in story.articles if each not in place]
    return [sorted(group, key=lambda each: (times[each] or EARLIEST, each)) for group in whole]


def _best(links: Sequence[Link], most: int) -> tuple[Link, ...]:
    """Return a person's verdicts and the surest links, at most so many."""
    ranked = sorted(
        links, key=lambda link: (link.verdict is None, -link.score, link.left, link.right)
    )
    return tuple(ranked[:most])


def _with_copies(links: Mapping[Pair, Link], copied: Iterable[Pair]) -> list[Link]:
    """Return links, those between a copy and its original as sure as a verdict.

    Where a person keeps apart what copying would join, even by a detour, the person is heard.
    """
    by_pair = dict(links)
    judged = [link for link in by_pair.values() if link.verdict]
    for left, right in sorted(copied):
        why = ("the one is made from the other",)
        link = Link(kind="story", left=left, right=right, score=1.0, why=why, verdict="same")
        if contradiction([*judged, link]) is None:
            by_pair[left, right] = link
            judged.append(link)
    return [by_pair[pair] for pair in sorted(by_pair)]

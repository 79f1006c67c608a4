"""Hold in memory what a store was lately asked for, the links of articles above all."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence

from twosource.model.identity import ArticleId
from twosource.model.linked import Link

MOST_ARTICLES = 30_000  # whose links are held: some 60 MB; three days of three thousand feeds' news

Fetch = Callable[[Sequence[ArticleId]], Iterable[Link]]
"""Returns the links that have one of some articles at an end."""


class LinksAtHand:
    """All links of the articles that were asked for lately, of one kind.

    Nothing but a copy of what the store holds; it can be dropped at any moment.
    """

    def __init__(self, fetch: Fetch, most: int = MOST_ARTICLES) -> None:
        """Hold the links of some so many articles, or of as many as are asked for at once."""
        self._fetch, self._most = fetch, most
        self._held: dict[ArticleId, dict[ArticleId, Link]] = {}

    def of(self, articles: Iterable[ArticleId]) -> list[Link]:
        """Return the links that have one of these articles at an end, each once, by their ends."""
        wanted = dict.fromkeys(articles)
        self._look_up(wanted)
        found = {(link.left, link.right): link for a in wanted for link in self._held[a].values()}
        return [found[pair] for pair in sorted(found)]

    def among(self, articles: Iterable[ArticleId]) -> list[Link]:
        """Return the links between these articles, each once, in any order."""
        wanted = dict.fromkeys(articles)
        self._look_up(wanted)
        found = list[Link]()
        for article in wanted:
            own = self._held[article]
            found += [own[other] for other in own.keys() & wanted.keys() if article < other]
        return found

    def _look_up(self, wanted: Collection[ArticleId]) -> None:
        """Fetch the links of those of the articles that are not held."""
        missing = [article for article in wanted if article not in self._held]
        if missing:
            self.begin(missing, wanted)
            self.take(self._fetch(missing))

    def begin(
        self, fresh: Sequence[ArticleId], wanted: Collection[ArticleId] = frozenset()
    ) -> None:
        """Hold articles that have no links yet; the oldest give way, but for those wanted."""
        too_many = len(self._held) + len(fresh) - self._most
        if too_many > 0:
            for oldest in [each for each in self._held if each not in wanted][:too_many]:
                del self._held[oldest]
        self._held |= {article: {} for article in fresh}

    def take(self, links: Iterable[Link]) -> None:
        """Hold links with those of their ends that are held; a verdict gives way to one only."""
        for link in links:
            for end, other in ((link.left, link.right), (link.right, link.left)):
                own = self._held.get(end)
                if own is not None and (link.verdict or other not in own or not own[other].verdict):
                    own[other] = link

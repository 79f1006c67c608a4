"""A page that reads otherwise when it is looked at again."""

from __future__ import annotations

import time
from dataclasses import replace

from tests.edges.server import Site
from tests.pipeline.watched import QUICK, feed_of, text
from twosource.newsroom import Newsroom, open_newsroom


def test_an_edited_page_is_a_second_article_of_the_same_address(
    site: Site, newsroom: Newsroom
) -> None:
    settings = replace(newsroom.settings, fetch=replace(QUICK, revisit_hours=(0, 0, 0)))
    with open_newsroom(settings=settings) as impatient:
        impatient.keep(feed_of(site, 1))
        impatient.look()
        site.put("/0", text(0).replace("stood", "sank"))
        assert impatient.look().run.articles == 1
        [story] = impatient.stories()
        urls = {article.url for article in impatient.articles(story.articles)}
        assert (len(story.articles), urls) == (2, {site.url("/0")})


DATED = '<meta property="article:published_time" content="2026-03-03T10:00:00Z">'


def test_a_page_that_was_changed_without_notice_is_told_of_everywhere(
    site: Site, newsroom: Newsroom
) -> None:
    def dated(page: str) -> str:
        return page.replace("<title>", DATED + "<title>")

    settings = replace(newsroom.settings, fetch=replace(QUICK, revisit_hours=(0, 0, 0)))
    with open_newsroom(settings=settings) as impatient:
        impatient.keep(feed_of(site, 1))
        site.put("/0", dated(text(0)))
        impatient.look()
        time.sleep(1.1)  # times of fetching are kept to the second
        site.put("/0", dated(text(0)).replace("stood", "sank"))
        impatient.look()
        [edit] = [each for _, each in impatient.changes() if each.kind == "edited"]
        before, now = impatient.articles(edit.articles)
        assert ("stood" in before.text, "sank" in now.text) == (True, True)
        assert "without notice" in edit.why[0]
        assert impatient.why(*edit.articles).report_why[0] == edit.why[0]
        sources = {each.article: each for each in impatient.dossier(edit.story).sources}
        assert sources[before.id].role == "earlier version"
        assert sources[now.id].notes == ("changed without notice",)
        impatient.rebuild()
        assert [each for _, each in impatient.changes() if each.kind == "edited"] == [edit]

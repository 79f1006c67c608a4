"""Tell what kind of page it is: an article, a live blog, a list, a gallery, a video, or none."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from twosource.model.acquired import ArticleKind
from twosource.stages.extract.markup.metadata import Metadata
from twosource.stages.extract.reading import zones
from twosource.stages.extract.reading.lines import Reading

LEAST_ENTRIES = 3  # a live blog has more than one turn; two boxes of that name occur elsewhere
LEAST_PICTURES = 6  # captions from which on a short text is a gallery
FEW_WORDS = 120  # of running text; articles with fewer are briefs, captions or video notes
COUNTED = re.compile(
    r"^\W*(?:the\s+)?(?:top\s+)?(?:\d{1,3}|three|four|five|six|seven|eight|nine|ten|twelve)\s+"
    r"(?:\w+\s+){0,3}\w+",
    re.I,
)
LEAST_LIST_HEADINGS = 5
ABOUT = re.compile(
    r"^/(?:[a-z]{2}(?:-[a-z]{2})?/)?(?:about(?:-us|-the-\w+)?|contact(?:-us)?|impressum|imprint|privacy(?:-policy)?|"
    r"terms(?:-of-\w+|-and-conditions)?|cookies?(?:-policy)?|advertise(?:-with-us)?|careers|jobs|subscribe|"
    r"ueber-uns|kontakt|datenschutz|mentions-legales|quienes-somos|contacto|aviso-legal|agb)(?:\.\w+)?/?$",
    re.I,
)
NO_ARTICLE_TYPES = frozenset(
    {"AboutPage", "ContactPage", "CollectionPage", "SearchResultsPage", "ProfilePage"}
)
NEWS_SHARE = 0.5  # of the text that stands in teaser cards; a front has more


@dataclass(frozen=True, slots=True)
class Weighed:
    """How much of what a page has."""

    words: int  # of running text
    captions: int
    headings: int
    teasers: int  # lines that lead to other articles
    dated: bool


def kind_of(metadata: Metadata, entries: int, weighed: Weighed, headline: str) -> ArticleKind:
    """Return the kind of an article's page."""
    types = set(metadata.article.types) if metadata.article else set()
    if "LiveBlogPosting" in types or entries >= LEAST_ENTRIES:
        return "live blog"
    if weighed.words < FEW_WORDS and weighed.captions >= LEAST_PICTURES:
        return "gallery"
    og_type = metadata.tag("og:type").lower()
    if weighed.words < FEW_WORDS and (og_type.startswith("video") or _is_video(metadata)):
        return "video"
    if COUNTED.match(headline) and weighed.headings >= LEAST_LIST_HEADINGS:
        return "list"
    return "article"


def reason_against(metadata: Metadata, weighed: Weighed, url: str) -> str | None:
    """Return why a page is no article, or None where nothing clearly says so.

    Anything that calls itself an article or is dated stays one: a report refused by mistake is
    lost, a front let through is only noise.
    """
    if metadata.article is not None or weighed.dated:
        return None
    og_type = metadata.tag("og:type").lower()
    if og_type == "article" or "article:published_time" in metadata.tags:
        return None
    path = _path(url)
    if ABOUT.match(path):
        return f"the address {path} is that of a page about the site"
    types = {name for node in metadata.nodes if not node.elsewhere for name in node.types}
    named = sorted(types & NO_ARTICLE_TYPES)
    if named:
        return f"JSON-LD calls the page a {named[0]}"
    if path in ("", "/") and weighed.teasers >= LEAST_ENTRIES:
        return "the address is the site's front page"
    if weighed.teasers * 12 > weighed.words and weighed.teasers >= 6 and og_type in ("website", ""):
        return f"{weighed.teasers} links to other articles around {weighed.words} words"
    return None


def count_teasers(reading: Reading, around: Sequence[int]) -> int:
    """Return how many lines in the page's middle lead to other articles by their titles."""
    return sum(
        1
        for line in reading.lines
        if line.linked > 0.7 * len(line.text)
        and len(line.text.split()) >= 4
        and not around[line.place] & (zones.NAVIGATION | zones.FOOTER)
    )


def _is_video(metadata: Metadata) -> bool:
    return any("VideoObject" in node.types and not node.elsewhere for node in metadata.nodes)


def _path(url: str) -> str:
    try:
        return urlsplit(url).path
    except ValueError:
        return ""

"""Tell what kind of page it is: an article, a live blog, a list, a gallery or a video."""

from __future__ import annotations

import re
from dataclasses import dataclass

from twosource.model.acquired import ArticleKind
from twosource.stages.extract.markup.metadata import Metadata
from twosource.stages.extract.reading import zones
from twosource.stages.extract.reading.lines import Reading

LEAST_ENTRIES = 3  # a live blog has more than one turn; two boxes of that name occur elsewhere
LEAST_PICTURES = 6  # captions from which on a short text is a gallery
LEAST_TOLD = 3  # the same where the page calls itself a gallery
GALLERY_TYPES = frozenset({"ImageGallery", "MediaGallery", "Photograph"})
FEW_WORDS = 120  # of running text; articles with fewer are briefs, captions or video notes
COUNTED = re.compile(
    r"^\W*(?:the\s+)?(?:top\s+)?(?:\d{1,3}|three|four|five|six|seven|eight|nine|ten|twelve)\s+"
    r"(?:\w+\s+){0,3}\w+",
    re.I,
)
LEAST_LIST_HEADINGS = 5


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
    types = {name for node in metadata.nodes if not node.elsewhere for name in node.types}
    if "LiveBlogPosting" in types or entries >= LEAST_ENTRIES:
        return "live blog"
    told = types & GALLERY_TYPES
    if weighed.words < FEW_WORDS and weighed.captions >= (LEAST_TOLD if told else LEAST_PICTURES):
        return "gallery"
    og_type = metadata.tag("og:type").lower()
    if weighed.words < FEW_WORDS and (og_type.startswith("video") or _is_video(metadata)):
        return "video"
    if COUNTED.match(headline) and weighed.headings >= LEAST_LIST_HEADINGS:
        return "list"
    return "article"


def count_teasers(reading: Reading) -> int:
    """Return how many lines in the page's middle lead to other articles by their titles."""
    return sum(
        1
        for line in reading.lines
        if line.linked > 0.7 * len(line.text)
        and len(line.text.split()) >= 4
        and not reading.zone_of(line) & (zones.NAVIGATION | zones.FOOTER)
    )


def _is_video(metadata: Metadata) -> bool:
    return any("VideoObject" in node.types and not node.elsewhere for node in metadata.nodes)

"""Tell what sort of text a page is, and what on it says so."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from twosource.model.acquired import Genre, GenreName, Outlet
from twosource.stages.extract.markup.metadata import path_of

SCHEMA_TYPES: dict[str, GenreName] = {
    "OpinionNewsArticle": "opinion",
    "AnalysisNewsArticle": "analysis",
    "BackgroundNewsArticle": "analysis",
    "SatiricalArticle": "satire",
    "AdvertiserContentArticle": "sponsored",
    "ReviewNewsArticle": "opinion",
    "ClaimReview": "fact-check",
}
# One pattern a word; an underscore stands for a blank.
LABELS: dict[GenreName, str] = {
    "opinion": """
        opinions? op-?ed editorials? columns? columnists? leaders? commentary comment
        comment_is_free views? viewpoints? letters meinung kommentare? leitartikel kolumne opinión
        tribunes? tribuna editorial opinião opinioni voices
        """,
    "analysis": """
        (?:news_)?analysis analyse analysen análisis explainers? explained background
        hintergrund in_depth
        """,
    "satire": "satire satira sátira humou?r",
    "press release": """
        press[_-]?releases? pressemitteilung(?:en)? pressemeldung news_releases?
        media_releases? for_immediate_release communiqués? comunicados?(?:_de_prensa)? press-?room
        """,
    "sponsored": """
        sponsored(?:_content|_post)? paid_(?:content|post|partnership) partner_content
        advertorial advertisement_feature brand_?studio promoted(?:_content)? anzeige
        publirreportaje contenu_sponsorisé in_association_with
        """,
    "fact-check": """
        fact[_-]?check(?:s|ing)? faktencheck les_décodeurs verifica verificación checamos
        reality_check
        """,
}
LABELS_JOINED = {name: "|".join(words.split()).replace("_", " ") for name, words in LABELS.items()}
LABEL = {name: re.compile(rf"^(?:{words})$", re.I) for name, words in LABELS_JOINED.items()}
OPENING = {
    name: re.compile(rf"^(?:{words})\s?[:|–—]\s", re.I) for name, words in LABELS_JOINED.items()
}
OUTLET_GENRES: dict[str, Genre] = {
    "satire": Genre(name="satire", why="the outlet prints satire"),
    "press_release": Genre(name="press release", why="the outlet distributes press releases"),
    "government": Genre(name="press release", why="the publisher is an authority"),
}
NEWS_OUTLETS = frozenset({"agency", "newspaper", "broadcaster", "magazine", "online"})


def genre_of(
    types: Iterable[str],
    labels: Sequence[str],
    headline: str,
    url: str,
    tags: Sequence[str],
    og_types: Sequence[str],
) -> Genre:
    """Return the genre that markup, labels beside the headline, the headline or the address name.

    Satire is looked for first: a satire site labels its pieces "politics" like any other. A label
    counts only as a whole: "Opinion" is one, "Public opinion" none.
    """
    for kind in types:
        if kind in SCHEMA_TYPES:
            return Genre(name=SCHEMA_TYPES[kind], why=f"JSON-LD type {kind}")
    for words in (*labels, *tags):
        for name, pattern in LABEL.items():
            if pattern.match(words.strip(" :|•·[]()")):
                return Genre(name=name, why=f"labelled {words.strip()!r}")
    for name, pattern in OPENING.items():
        match = pattern.match(headline)
        if match:
            return Genre(name=name, why=f"headline opens with {match.group().strip()!r}")
    for step in path_of(url).lower().split("/")[1:-1]:
        for name, pattern in LABEL.items():
            if pattern.match(step):
                return Genre(name=name, why=f"address has /{step}/")
    if any(kind in ("NewsArticle", "ReportageNewsArticle", "LiveBlogPosting") for kind in types):
        return Genre(name="news", why="JSON-LD type NewsArticle")
    if "article" in og_types:
        return Genre(name="news", why="og:type article and nothing says otherwise")
    return Genre()


def genre_at(outlet: Outlet, found: Genre) -> Genre:
    """Return the genre, given who publishes: a satire site's or an authority's pages are its own.

    A page without any sign at an outlet that prints news is news.
    """
    if outlet.kind in OUTLET_GENRES and found.name in ("unknown", "news"):
        return OUTLET_GENRES[outlet.kind]
    if found.name == "unknown" and outlet.kind in NEWS_OUTLETS:
        return Genre(name="news", why="the outlet prints news and nothing says otherwise")
    return found

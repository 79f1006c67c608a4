"""Tell what kind of page it is: an article, a live blog, a list, a gallery, or none of these."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from twosource.model.acquired import ArticleKind
from twosource.stages.extract.layout import Paragraph
from twosource.stages.extract.markup.metadata import Metadata, path_of
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

ABOUT = re.compile(
    r"^/(?:[a-z]{2}(?:-[a-z]{2})?/)?(?:about(?:-us|-the-\w+)?|contact(?:-us)?|impressum|imprint|privacy(?:-policy)?|"
    r"terms(?:-of-\w+|-and-conditions)?|cookies?(?:-policy)?|advertise(?:-with-us)?|careers|jobs|subscribe|"
    r"ueber-uns|kontakt|datenschutz|mentions-legales|quienes-somos|contacto|aviso-legal|agb)(?:\.\w+)?/?$",
    re.I,
)
NO_ARTICLE_TYPES = frozenset(
    {"AboutPage", "ContactPage", "CollectionPage", "SearchResultsPage", "ProfilePage"}
)
# How servers and gatekeepers title what they send in place of an article.
ERROR_TITLE = re.compile(
    r"^\W*(?:(?:error |http )?(?:40[0-9]|410|429|50[0-4])\b.{0,60}"
    r"|(?:oops\W+)?(?:the |this )?(?:page|article|story|content|site)(?: is| was| could)?"
    r" (?:not(?: be)? found|unavailable|not available|no longer (?:exists|available))"
    r"|not found|access denied|forbidden|just a moment|attention required\b.{0,40}"
    r"|are you (?:a )?(?:human|robot)|(?:security|robot|bot) (?:check|verification)"
    r"|(?:please )?verify (?:that )?you are (?:a )?human|one more step|service unavailable"
    r"|(?:die )?seite (?:wurde )?nicht gefunden|page (?:introuvable|non trouvée)"
    r"|página no encontrada|página não encontrada|pagina non trovata|pagina niet gevonden"
    r"|sidan (?:hittades inte|kunde inte hittas)|siden (?:blev |ble )?ikke funnet"
    r"|strona nie (?:została znaleziona|istnieje)|stránka nenalezena|страница не найдена"
    r"|сторінку не знайдено|sayfa bulunamadı)\W*$",
    re.I,
)
SIGN_IN_TITLE = re.compile(
    r"^\W*(?:(?:sign|log) ?[io]n\b|login\b|create (?:an|your) account|register\b|my account\b"
    r"|anmelden\b|anmeldung\b|einloggen\b|connexion\b|(?:se connecter|s['’]identifier)\b"
    r"|iniciar sesión|inicia sesión|accedi\b|inloggen\b|logga in\b|logg inn\b|zaloguj\b|войти\b)",
    re.I,
)
CONSENT_WORD = re.compile(
    r"\b(?:cookies?|consent|personal data|privacy|our partners|your device|einwilligung\w*"
    r"|datenschutz\w*|personenbezogen\w*|consentement|données personnelles|traceurs"
    r"|consentimiento|datos personales|consenso|dati personali|toestemming|samtycke|samtykke"
    r"|zgod[aęy]|dan(?:e|ych) osobow\w+)\b",
    re.I,
)
MOST_SIGN_IN_WORDS = 250  # a page that asks for an account and tells more is an article about one
MOST_CONSENT_WORDS = 600
CONSENT_SHARE = 0.5  # of a page's paragraphs that speak of consent


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
    types = metadata.types
    if "LiveBlogPosting" in types or entries >= LEAST_ENTRIES:
        return "live blog"
    least = LEAST_PICTURES if GALLERY_TYPES.isdisjoint(types) else LEAST_TOLD
    if weighed.words < FEW_WORDS and weighed.captions >= least:
        return "gallery"
    og_type = metadata.tag("og:type").lower()
    if weighed.words < FEW_WORDS and (og_type.startswith("video") or "VideoObject" in types):
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


def reason_against(
    metadata: Metadata,
    weighed: Weighed,
    url: str,
    titles: Sequence[str],
    paragraphs: Sequence[Paragraph],
) -> str | None:
    """Return why a page is no article, or None where nothing clearly says so.

    Anything that calls itself an article or is dated stays one: a report refused by mistake is
    lost, a front let through is only noise. `titles` are its headline and what its tab says.
    """
    if metadata.article or metadata.marked or weighed.dated:
        return None
    og_type = metadata.tag("og:type").lower()
    if og_type == "article" or "article:published_time" in metadata.tags:
        return None
    instead = _sent_instead(titles, paragraphs, weighed.words)
    if instead:
        return instead
    path = path_of(url)
    if ABOUT.match(path):
        return f"the address {path} is that of a page about the site"
    named = sorted(NO_ARTICLE_TYPES.intersection(metadata.types))
    if named:
        return f"it calls itself a {named[0]}"
    if path in ("", "/") and weighed.teasers >= LEAST_ENTRIES:
        return "the address is the site's front page"
    if weighed.teasers * 12 > weighed.words and weighed.teasers >= 6 and og_type in ("website", ""):
        return f"{weighed.teasers} links to other articles around {weighed.words} words"
    return None


def _sent_instead(titles: Sequence[str], paragraphs: Sequence[Paragraph], words: int) -> str | None:
    """Return what a site has sent in place of the article that was asked for, None for nothing."""
    error = next((title for title in titles if ERROR_TITLE.match(title)), None)
    if error:
        return f"the site answers {error!r}"
    asks = next((title for title in titles if SIGN_IN_TITLE.match(title)), None)
    if asks and words <= MOST_SIGN_IN_WORDS:
        return f"it asks the reader to sign in: {asks!r}"
    told = [each.text for each in paragraphs if each.kind != "heading"]
    consent = sum(CONSENT_WORD.search(text) is not None for text in told)
    if words <= MOST_CONSENT_WORDS and consent > 1 and consent >= CONSENT_SHARE * len(told):
        return "it asks the reader to consent to cookies"
    return None

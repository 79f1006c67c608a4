"""Know by their words the lines beside a body that are none of it: captions, credits, corrections.

A line is judged by how it begins or ends, never by a word somewhere inside it.
"""

from __future__ import annotations

import re

from twosource.stages.extract.reading.calls import any_of

# Who helped with the report. What follows "by" are names and small words alone, since "Research by
# the University of Kent found" opens a sentence.
_NAMED = (
    r"(?-i:(?:\W{0,3}+(?:[^\W\d_a-zà-þ][\w.’'&-]*+|(?:and|in|for|by|from|the|of|at|to|with|de|la"
    r"|van|von|additional|reporting|editing|writing|research|graphics|photography|agencies|staff)\b"
    r")){1,40}+)\W*$"
)
_WORK = "(?:reporting|writing|editing|research)"
_BY = "(?: (?:from|by|inputs?|reports?)\\b)?"
SIGNATURES = rf"""
    (?:with )?(?:additional )?{_WORK} (?:by|for|from) {_NAMED}
    with (?:files|reports?|inputs?|reporting|agency|agencies){_BY}{_NAMED}
    with (?:agency|agencies|wires?|staff)(?: (?:inputs?|reports?))?\W*$
    compiled by {_NAMED}
"""
# Asked only of lines with the word in them: they may begin with anything.
CONTRIBUTED = re.compile(
    r"^(?:\W{0,3}(?:the )?associated press\b.{0,100}\bcontributed\b.{0,80}"
    r"|[\w .,'’&—–-]{3,160} contributed (?:reporting|research)\b.{0,60}"
    r"|[\w .,'’&—–-]{3,160} contributed to this (?:report|story|article|piece)\b.{0,20}"
    r"|our (?:staff|bureau)\b.{0,60} contributed\b.{0,40})$",
    re.I,
)
LONGEST_SIGNATURE = 300  # characters
SIGNATURE = re.compile(r"^\W{0,3}(?:" + any_of(SIGNATURES) + ")", re.I)
# Makers and sellers of pictures, and what a credit in brackets says.
PICTURE_WORDS = r"""
    getty
    \bap photo\b
    \bap/|/ap\b
    \breuters
    \bafp\b
    \bepa\b
    file photo
    file:
    shutterstock
    istock
    alamy
    bloomberg
    wikimedia
    courtesy
    handout
    screenshot
    photo by
    (?:photo|image|picture|pic|foto|image credit):
    instagram
    twitter
    facebook
"""
CAPTION_END = re.compile(
    r"(?:[(\[][^()\[\]]{0,100}(?:" + any_of(PICTURE_WORDS) + r")[^()\[\]]{0,100}[)\]]\.?"
    r"|\b(?:photograph|photo|picture|image|credit|foto|bild|(?:photo|image) credit|source|©) ?: ?"
    r"[^.:]{2,70}"
    r"|(?<=[.!?] )(?:photograph|photo|picture|image)s? by [^.:]{2,50}"
    r"|\bvia (?:getty images|ap|reuters|afp|shutterstock)\W*"
    r"|\| ?photo credit\b.{0,60})$",
    re.I,
)
CAPTION_STARTS = r"""
    (?:image|photo|photos|picture|pic|foto|fotos|bild|bilder|file photo|photograph) ?:
    (?:(?:image|photo) credits?|bildquelle|crédito|crédit photo|screenshot) ?:
    (?:photo(?:graph)?|picture|image|video)s? by (?:[^\W\d_][\w.’'-]* ?){1,5}$
    (?:image|photo|picture|video|media) (?:source|caption)\s?[,:]
    in this .{3,60}\bphoto\b
    \(?(?:file|ap|afp|reuters) photo\b
"""
RELATED_HEADINGS = r"""
    related (?:stories|articles|news|posts|coverage|content|topics|videos?)$
    related$
    more (?:stories|news|articles|videos|coverage|on this|from|in|like this|to read)\b.{0,30}$
    read (?:more|next|also)$
    you (?:may|might) also (?:like|be interested in)$
    (?:recommended|see also|further reading|what to read next|up next|most read|also on)\b.{0,20}$
    (?:mehr|weitere artikel|lesen sie auch|auch interessant|das könnte sie auch)\b.{0,30}$
    (?:lire aussi|à lire aussi|sur le même sujet|à lire également)$
    (?:te puede interesar|más noticias|noticias relacionadas|relacionad[ao]s|lea también)$
    (?:leia (?:também|mais)|veja também|leggi anche|articoli correlati|lees ook|läs (?:också|mer))$
    (?:les også|læs også|czytaj (?:także|też|również)|zobacz (?:także|też)|ilgili haberler)$
    (?:читайте также|по теме|читайте також|اقرأ أيضا|مواضيع ذات صلة)$
    (?:関連(?:記事|ニュース)|相关(?:新闻|阅读|报道)|관련\s?(?:기사|뉴스))$
"""
RELATED_HEADING = re.compile(r"^\W*(?:" + any_of(RELATED_HEADINGS) + r")", re.I)
# Lists under "In short" or "Das Wichtigste in Kürze" are as often the text itself: left alone.
KEY_POINTS = r"""
    (?:story |news )?highlights$
    key (?:points|takeaways)$
"""
KEY_POINTS_HEADING = re.compile(r"^\W*(?:" + any_of(KEY_POINTS) + r")\W*", re.I)
LONGEST_HINT = 45  # characters of what a link says to those who hear the page
OPENS_WINDOW = re.compile(
    r"[\s,(\[]{0,4}(?:opens (?:in )?(?:a )?new (?:tab|window)"
    r"|öffnet (?:im|in) neue[mn] (?:fenster|tab)"
    r"|(?:s['’]ouvre|ouvre|nouvelle) .{0,12}(?:fenêtre|onglet)"
    r"|se abre en .{0,12}ventana)[\s)\]]{0,4}$",
    re.I,
)
OWNER = re.compile(r"^\W*(?:copyright|©|\(c\)|all rights reserved)", re.I)
MOST_CORRECTION = 700  # characters; a longer paragraph is a report about a correction
CAPTION_START = re.compile(r"^\W{0,2}(?:" + any_of(CAPTION_STARTS) + ")", re.I)

# Only forms that no sentence of a report opens with: "This report said …" is one.
CORRECTIONS = r"""
    (?:corrections?|clarification|korrektur|berichtigung|rectificati(?:f|on)|corrección)\s?[:(–—.-]
    (?:rettelse|rättelse|rectificatie|rettifica|sprostowanie|correção|oikaisu)\s?[:(–—.-]
    (?:editor['’]?s['’]? note|anmerkung der redaktion)\s?[:(–—.-]
    (?:correction|clarification|update)s?,? (?:on )?[^\W\d_]{3,9}\.? \d{1,2}\b.{0,20}:
    (?:correction|clarification|update)s?,? (?:on )?\d{1,2}\.? [^\W\d_]{3,9}\b.{0,20}:
    a correction was made\b
    this (?:article|story|report|post|piece) (?:was|has been) (?:updated )?to correct\b
    this (?:article|story|report|post|piece) (?:was|has been) (?:amended|corrected)\b
    this (?:article|story|report|post|piece) (?:was|has been) updated (?:on|to|at)\b
    (?:an earlier|a previous|the original) version of this (?:article|story|report|post|piece)\b
    this (?:article|story|report|post|piece)\b.{0,60}\b(?:to correct|misstated|misspelled)\b
    this (?:article|story|report|post|piece)\b.{0,60}\bcontained an error\b
    [\w.]{1,9} [\w.,]{2,9} (?:19|20)\d\d\s?[:–—-] ?(?:corrected|clarified|amended)\b
"""
CORRECTION_START = re.compile(r"^\W*(?:" + any_of(CORRECTIONS) + ")", re.I)


def is_correction(text: str) -> bool:
    """Return whether a line tells what the page has changed in its own text."""
    return len(text) <= MOST_CORRECTION and CORRECTION_START.match(text) is not None


def is_signature(text: str) -> bool:
    """Return whether a line names who helped with the report."""
    if len(text) > LONGEST_SIGNATURE:
        return False
    if "contributed" in text and CONTRIBUTED.match(text):
        return True
    return SIGNATURE.match(text) is not None


def is_caption(text: str) -> bool:
    """Return whether a line reads like a picture's caption or credit."""
    if len(text) > 450:
        return False
    return CAPTION_START.match(text) is not None or (
        len(text) <= 350 and CAPTION_END.search(text) is not None
    )


def heads_other_articles(text: str) -> bool:
    """Return whether a heading announces titles of other articles."""
    return len(text) <= 60 and RELATED_HEADING.match(text) is not None


def heads_key_points(text: str) -> bool:
    """Return whether a heading announces the report once more in a few points."""
    return len(text) <= 40 and KEY_POINTS_HEADING.match(text.rstrip(" :")) is not None


def names_owner(text: str) -> bool:
    """Return whether a line says whose the text is; whether it is body, the page must say."""
    return OWNER.match(text) is not None


def is_hint(text: str) -> bool:
    """Return whether words in a link only tell those who hear the page what the link does."""
    return len(text) < LONGEST_HINT and OPENS_WINDOW.match(text) is not None

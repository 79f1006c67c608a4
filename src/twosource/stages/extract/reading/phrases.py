"""Know lines by their first and last words: calls to the reader, captions, credits, corrections.

`page-lines.toml` holds what many newsrooms print in the same words. A line is judged by how it
begins or ends, never by a word somewhere inside it.
"""

from __future__ import annotations

import re

from twosource.text.tabled import table

LINES: dict[str, str] = table("page-lines.toml")["lines"]


def any_of(patterns: str) -> str:
    """Return the alternation of patterns that stand one a line; a blank in them is a blank."""
    return "|".join(line.strip() for line in patterns.splitlines() if line.strip())


CALLS = any_of("\n".join(table("page-lines.toml")["calls"].values()))
CALL = re.compile(rf"^\W*(?:{CALLS})", re.I)
CALL_INSIDE = re.compile(any_of(LINES["calls_inside"]), re.I)

# Titles of other articles in one line, each with its label: "Tug sold [VIDEO] She sank [INSIGHT]".
LABELLED = re.compile(r"\[[A-Z ]{4,20}\].{10,120}\[[A-Z ]{4,20}\]")

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
CAPTION_END = re.compile(
    r"(?:[(\[][^()\[\]]{0,100}(?:" + any_of(LINES["picture_words"]) + r")[^()\[\]]{0,100}[)\]]\.?"
    r"|\b(?:photograph|photo|picture|image|credit|foto|bild|(?:photo|image) credit|source|©) ?: ?"
    r"[^.:]{2,70}"
    r"|(?<=[.!?] )(?:photograph|photo|picture|image)s? by [^.:]{2,50}"
    r"|\bvia (?:getty images|ap|reuters|afp|shutterstock)\W*"
    r"|\| ?photo credit\b.{0,60})$",
    re.I,
)
RELATED_HEADING = re.compile(r"^\W*(?:" + any_of(LINES["related_headings"]) + r")", re.I)
KEY_POINTS_HEADING = re.compile(r"^\W*(?:" + any_of(LINES["key_points"]) + r")\W*", re.I)
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
CAPTION_START = re.compile(r"^\W{0,2}(?:" + any_of(LINES["caption_starts"]) + ")", re.I)
CORRECTION_START = re.compile(r"^\W*(?:" + any_of(LINES["corrections"]) + ")", re.I)


def is_call(text: str) -> bool:
    """Return whether a line calls the reader to do something or belongs to the page's machinery."""
    if CALL.match(text):
        return len(text) <= 500
    if len(text) > 350:
        return False
    return (
        CALL_INSIDE.search(text) is not None
        or "is a reader-supported publication" in text
        or ("[" in text and LABELLED.search(text) is not None)
    )


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

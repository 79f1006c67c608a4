"""Know by their first words the lines that call the reader to do something or serve the page.

`page-lines.toml` holds what many newsrooms print in the same words. A line is judged by how it
begins, never by a word somewhere inside it.
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

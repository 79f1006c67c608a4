"""Know a phrase that names a paper, what was ruled, or who has written it."""

from __future__ import annotations

import re

from twosource.stages.dossier.informants.phrases import head_of, tokens
from twosource.stages.dossier.informants.roles import AUTHORS, DOCUMENT, RULINGS, VOICES
from twosource.stages.dossier.telling.attributions import SOME_REPORTS

_ISSUED_BY = re.compile(
    r"(?<!obtained )(?<!seen )(?<!reviewed )\b(?:from|by) (?:the )?([A-Z][^,]*)$"
)

_SOME_REPORTS = re.compile(SOME_REPORTS, re.IGNORECASE)
_BROUGHT_OUT = re.compile(
    r"\b(?:reports?|story|stories|articles?|columns?|dispatch|blog post)\b"
    r".*\b(?:posted|published|aired|broadcast|filed)\b.*\bby\b"
)


def is_document(words: str) -> bool:
    """Return whether a phrase names a paper: "an audit office report", "a page of the log".

    A statement, a release, a notice is the voice of whoever issues it, and no paper.
    """
    head = _up_to_paper(tokens(head_of(words)))
    if head[-1:] == ("paper",):  # "the paper" is a newspaper
        return words[:2].lower() in ("a ", "an")
    return bool(head) and head[-1] in DOCUMENT - VOICES


def _up_to_paper(head: tuple[str, ...]) -> tuple[str, ...]:
    """Return a phrase without what was done to a paper: "a preprint posted this week"."""
    for place, word in enumerate(head[1:], start=1):
        done = word.endswith("ed") or word in ("taken", "made", "drawn", "written", "sent", "shown")
        if done and head[place - 1] in DOCUMENT:
            return head[:place]
    return head


def without_document(words: str) -> str:
    """Return who a document is by, as its name tells: "an audit office report" the audit office."""
    return head_of(words).rpartition(" ")[0] or words


def is_paper(words: str) -> bool:
    """Return whether a phrase names a paper by a common noun, and not an outlet called so."""
    return is_document(words) and head_of(words).split()[-1].islower()


def issued_by(words: str) -> str:
    """Return who a paper is said to be from: "figures from Statistics Norway"; "" for nobody."""
    found = _ISSUED_BY.search(words)
    return found.group(1) if found else ""


def is_of_the_press(words: str) -> bool:
    """Return whether words mean what an outlet has brought out: "one report posted by X"."""
    return bool(_SOME_REPORTS.fullmatch(words) or _BROUGHT_OUT.search(words))


def is_ruling(words: str) -> bool:
    """Return whether words mean what a court has just found: "the ruling"."""
    found = tokens(words)
    return len(found) == 2 and found[0] in ("the", "its") and found[1] in RULINGS


def are_authors(words: str) -> bool:
    """Return whether a phrase may mean who has written a paper: "the authors", "a team"."""
    found = [each for each in tokens(words) if each not in ("the", "a", "its", "two", "study")]
    return len(found) == 1 and found[0] in AUTHORS

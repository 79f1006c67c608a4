"""Bring the spellings of a place's name to one form: case, accents, full stops, "the", "'s"."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

LONGEST_ABBREVIATION = 5  # letters of "U.S.A." or "DPRK"; a longer word in capitals is a heading


@lru_cache(maxsize=50_000)
def folded(form: str) -> str:
    """Return the form in lower case, without accents, stops, a leading "the" and a closing "'s".

    Hyphens count as spaces and "&" as "and", "St" as "Saint": Guinea-Bissau, Trinidad & Tobago,
    St. Lucia.
    """
    plain = unicodedata.normalize("NFKD", without_possessive(form))
    plain = "".join(sign for sign in plain if not unicodedata.combining(sign))
    plain = (
        plain.casefold().replace("’", "'").replace("ı", "i").replace(".", "").replace("&", " and ")
    )
    words = plain.replace("-", " ").replace("–", " ").split()
    if len(words) > 1 and words[0] == "the":
        del words[0]
    if len(words) > 1 and words[0] == "st":
        words[0] = "saint"
    return " ".join(words)


def without_possessive(form: str) -> str:
    """Return the form without a closing "'s" or, after an s, "'": Kyiv's, the Netherlands'."""
    trimmed = form.strip().replace("’", "'")
    if trimmed.lower().endswith("'s"):
        return trimmed[:-2]
    return trimmed[:-1] if trimmed.lower().endswith("s'") else trimmed


def is_abbreviation(form: str) -> bool:
    """Return whether the form is a short run of capitals with or without stops: US, U.S., DPRK."""
    letters = form.replace(".", "")
    return letters.isalpha() and letters.isupper() and 1 < len(letters) <= LONGEST_ABBREVIATION


def is_capitalised(form: str) -> bool:
    """Return whether any word but "The" holds a capital; "turkey" and "us" do not."""
    bare = form[4:] if form[:4].casefold() == "the " else form
    return any(sign.isupper() for sign in bare)

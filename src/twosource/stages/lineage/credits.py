"""Read from a page's credits whose report it is when that report is not held here."""

from __future__ import annotations

import re
from collections.abc import Iterable

from twosource.model.acquired import Article, Credit
from twosource.model.identity import OutletId

WHOLE = frozenset({"byline", "dateline", "canonical", "syndication", "rss"})
"""Kinds of credit that speak for the whole text, not for one sentence of it."""

HELPED = re.compile(
    r"contribut|additional|\bplus\b|staff and"
    r"|with (?:files|reporting|reports|material|information)",
    re.IGNORECASE,
)


def origin_not_held(article: Article, held: Iterable[OutletId]) -> Credit | None:
    """Return the credit that names another outlet as the text's origin, or None.

    "told The X" names one only beside a source link: a reporter who quotes another paper once has
    still written his own report. "With reporting by X" names a helper. None too where an article
    of that outlet is among those `held` in the same family.
    """
    here = {article.outlet, *held}
    linked = any(part.kind == "source_link" for part in article.parts)
    for credit in article.credits:
        if credit.outlet is None or credit.outlet in here or HELPED.search(credit.words):
            continue
        if credit.kind in WHOLE or credit.kind == "source link":
            return credit
        if credit.kind == "told" and linked:
            return credit
    return None

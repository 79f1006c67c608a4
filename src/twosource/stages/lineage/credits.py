"""Read from a page's credits whose report it is when that report is not held here."""

from __future__ import annotations

import re
from collections.abc import Iterable

from twosource.model.acquired import Article, Credit
from twosource.model.identity import OutletId

LEAD = 400
"""Letters of a body in which whoever retells a report names it; further down he cites it once."""

HELPED = re.compile(
    r"contribut|additional|\bplus\b|staff and"
    r"|with (?:files|reporting|reports|material|information)",
    re.IGNORECASE,
)


def origin_not_held(article: Article, held: Iterable[OutletId]) -> Credit | None:
    """Return the credit that names another outlet as the text's origin, or None.

    "With reporting by X" names a helper. None too where an article of that outlet is among those
    `held` in the same family.
    """
    here = {None, article.outlet, *held}
    named = (
        each
        for each in article.credits
        if each.outlet not in here and not HELPED.search(each.words)
    )
    return next((each for each in named if is_of_the_whole(each, article)), None)


def source_links(article: Article) -> frozenset[str]:
    """Return the addresses that a page names as where it has its text from."""
    return frozenset(p.address for p in article.parts if p.kind == "source_link" and p.address)


def is_of_the_whole(credit: Credit, article: Article) -> bool:
    """Return whether a credit speaks for the text, and not for one sentence or a picture.

    "Told The X" does only beside a source link, and "X reported" in the lead: a reporter who cites
    another paper once has still written his own report.
    """
    if credit.kind == "told":
        return any(part.kind == "source_link" for part in article.parts)
    if credit.kind == "reported":
        return credit.span is not None and credit.span.end <= LEAD
    return credit.kind != "caption"

"""Find out which of two like articles was written first, by what their pages say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from twosource.model.acquired import Article
from twosource.model.identity import OutletId
from twosource.stages.versions import changed_without_notice, corrects, same_page

Kinds = Mapping[OutletId, str]
"""What kind of outlet each one is; "unknown" where no table has it."""

# How much each sort of evidence says; signs, not measures: a credit outranks all dates.
CREDIT = 4.0
SOURCE_LINK = 4.0
TOLD = 2.0
ISSUER = 1.5  # per step: agencies and issuers of press releases are copied, and seldom copy
GATHERER = 2.0  # aggregators copy
EARLIER = 2.0
CORRECTION = 4.0  # a version that says it was corrected is the later one


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What speaks for `original` being the original of `copy`; below 0 it speaks against."""

    strength: float
    why: tuple[str, ...]


def direction(copy: Article, original: Article, kinds: Kinds) -> Evidence:
    """Return what speaks for this direction, less what speaks for the other.

    `kinds` holds the outlets of both.
    """
    for_it, why = _speaks_for(copy, original, kinds)
    against, _ = _speaks_for(original, copy, kinds)
    return Evidence(strength=for_it - against, why=tuple(why))


def _speaks_for(copy: Article, original: Article, kinds: Kinds) -> tuple[float, list[str]]:
    strength, why = 0.0, []
    if copy.outlet != original.outlet:
        for credit in copy.credits:
            if credit.outlet == original.outlet and credit.kind != "caption":
                strength = max(strength, TOLD if credit.kind == "told" else CREDIT)
                why.append(f"{copy.outlet} names {original.outlet}: “{credit.words}”")
    if original.url in _links(copy) or original.canonical in _links(copy):
        strength += SOURCE_LINK
        why.append(f"the source link of {copy.outlet} leads to {original.outlet}")
    more_issuing = _issues(original, kinds) - _issues(copy, kinds)
    if more_issuing > 0:
        strength += ISSUER * more_issuing
        why.append(f"{original.outlet} issues what others print")
    if kinds[copy.outlet] == "aggregator" != kinds[original.outlet]:
        strength += GATHERER
        why.append(f"{copy.outlet} gathers what others write")
    mine, theirs = _moments(copy, original)
    if mine and theirs and theirs < mine:
        strength += EARLIER
        hours = (mine - theirs).total_seconds() / 3600
        why.append(f"{original.outlet} published {hours:.1f} hours earlier")
    if copy.outlet == original.outlet and corrects(copy) and not corrects(original):
        strength += CORRECTION
        why.append("it carries a correction")
    if mine == theirs and same_page(copy, original) and original.fetched_at < copy.fetched_at:
        strength += EARLIER
        why.append(f"its page was read so {_hours(original, copy):.1f} hours later")
    if changed_without_notice(original, copy) and original.fetched_at < copy.fetched_at:
        why.append("the page has other words now, and the dates it gives are the same as before")
    return strength, why


def _links(article: Article) -> frozenset[str]:
    return frozenset(p.address for p in article.parts if p.kind == "source_link" and p.address)


def _moments(copy: Article, original: Article) -> tuple[datetime | None, datetime | None]:
    """Return when the two were written; versions of one page may share their first publication."""
    if copy.outlet == original.outlet and copy.published == original.published:
        return copy.changed or copy.published, original.changed or original.published
    return copy.published, original.published


def _hours(earlier: Article, later: Article) -> float:
    return (later.fetched_at - earlier.fetched_at).total_seconds() / 3600


def _issues(article: Article, kinds: Kinds) -> int:
    """Return 2 for agencies and issuers, 1 for whoever prints a press release as such, else 0."""
    if kinds[article.outlet] in ("agency", "press_release"):
        return 2
    return int(article.genre.name == "press release")

"""Find out which of two like articles was written first, by what their pages say."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from twosource.model.acquired import Article, Credit
from twosource.model.identity import OutletId
from twosource.outlets import Outlets, may_be_called, one_outlet
from twosource.stages.lineage.credits import source_links
from twosource.stages.lineage.reasons import outlet
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
MANY_HOURS = 48  # from which on days are told
SURE_EVIDENCE = 1.0  # above it a direction is told; one sign alone is worth more
OPEN = "nothing tells which of the two came first"


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What speaks for `original` being the original of `copy`; below 0 it speaks against."""

    strength: float
    why: tuple[str, ...]


def kind_of(outlet: OutletId, outlets: Outlets) -> str:
    """Return what kind of outlet one is, "unknown" where no table has it."""
    row = outlets.by_id(outlet)
    return row.kind if row else "unknown"


def directions(one: Article, other: Article, kinds: Kinds) -> tuple[Evidence, Evidence]:
    """Return what speaks for the first being the copy, and for the second, each less the other.

    `kinds` holds the outlets of both.
    """
    for_it, why = _speaks_for(one, other, kinds)
    against, why_not = _speaks_for(other, one, kinds)
    return (
        Evidence(strength=for_it - against, why=tuple(why)),
        Evidence(strength=against - for_it, why=tuple(why_not)),
    )


def _speaks_for(copy: Article, original: Article, kinds: Kinds) -> tuple[float, list[str]]:
    why: list[str] = []
    own = one_outlet(copy.outlet, original.outlet)
    here, there = outlet(copy.outlet), outlet(original.outlet)
    credits = () if own else [c for c in copy.credits if _names(c, original)]
    strength = max((TOLD if each.kind == "told" else CREDIT for each in credits), default=0.0)
    worded = [each for each in credits if each.kind != "source link"]
    if worded:
        why.append(f"{here} names {there} as its source: {_as_named(worded)}")
    if not source_links(copy).isdisjoint((original.url, original.canonical)):
        strength += SOURCE_LINK
        why.append(f"the source link of {here} leads to {there}")
    more_issuing = _issues(original, kinds) - _issues(copy, kinds)
    if more_issuing > 0:
        strength += ISSUER * more_issuing
        why.append(f"{there} issues what others print")
    if kinds[copy.outlet] == "aggregator" != kinds[original.outlet]:
        strength += GATHERER
        why.append(f"{here} gathers what others write")
    mine, theirs = moments(copy, original)
    if mine and theirs and theirs < mine:
        strength += EARLIER
        earlier = _apart(theirs, mine)
        why.append(
            f"one version was published {earlier} before the other"
            if own
            else f"{there} published {earlier} earlier"
        )
    if own and corrects(copy) and not corrects(original):
        strength += CORRECTION
        why.append("the later version carries a correction")
    if mine == theirs and same_page(copy, original) and original.fetched_at < copy.fetched_at:
        strength += EARLIER
        read = _apart(original.fetched_at, copy.fetched_at)
        why.append(f"the page was read with these words {read} later")
    if changed_without_notice(original, copy) and original.fetched_at < copy.fetched_at:
        why.append("the page has other words now, and the dates it gives are the same as before")
    return strength, why


def moments(copy: Article, original: Article) -> tuple[datetime | None, datetime | None]:
    """Return when the two were written; versions of one page may share their first publication."""
    if copy.outlet == original.outlet and copy.published == original.published:
        return copy.changed or copy.published, original.changed or original.published
    return copy.published, original.published


def _apart(earlier: datetime, later: datetime) -> str:
    hours = (later - earlier).total_seconds() / 3600
    return f"{hours:.1f} hours" if hours < MANY_HOURS else f"{hours / 24:.0f} days"


def _names(credit: Credit, original: Article) -> bool:
    """Return whether a credit names an outlet; captions credit the picture, not the text."""
    if credit.kind == "caption":
        return False
    if credit.outlet is None:  # no table has him
        return may_be_called(original.outlet, credit.words)
    return credit.outlet == original.outlet


def _as_named(credits: Sequence[Credit]) -> str:
    """Return the words of credits, each once with the kinds of all that have them."""
    kinds: dict[str, list[str]] = defaultdict(list)
    for credit in credits:
        if credit.kind not in kinds[credit.words]:
            kinds[credit.words].append(credit.kind)
    return ", ".join(f"“{words}” ({', '.join(of)})" for words, of in kinds.items())


def _issues(article: Article, kinds: Kinds) -> int:
    """Return 2 for agencies and issuers, 1 for whoever prints a press release as such, else 0."""
    if kinds[article.outlet] in ("agency", "press_release"):
        return 2
    return int(article.genre.name == "press release")

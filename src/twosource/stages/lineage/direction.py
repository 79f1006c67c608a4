"""Find out which of two like articles was written first, by what their pages say."""

from __future__ import annotations

from dataclasses import dataclass

from twosource.model.acquired import Article
from twosource.outlets import Outlets

# How much each sort of evidence says; signs, not measures: a credit outranks all dates.
CREDIT = 4.0
SOURCE_LINK = 4.0
TOLD = 2.0
ISSUER = 3.0  # agencies and issuers of press releases are copied, and seldom copy
GATHERER = 2.0  # aggregators copy
EARLIER = 2.0
LONGER = 0.5  # who carries more: cuts are commoner than additions, but not by much


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What speaks for `original` being the original of `copy`; below 0 it speaks against."""

    strength: float
    why: tuple[str, ...]


def direction(copy: Article, original: Article, outlets: Outlets) -> Evidence:
    """Return what speaks for this direction, less what speaks for the other."""
    for_it, why = _speaks_for(copy, original, outlets)
    against, _ = _speaks_for(original, copy, outlets)
    return Evidence(strength=for_it - against, why=tuple(why))


def _speaks_for(copy: Article, original: Article, outlets: Outlets) -> tuple[float, list[str]]:
    strength, why = 0.0, []
    if copy.outlet != original.outlet:
        for credit in copy.credits:
            if credit.outlet == original.outlet and credit.kind != "caption":
                strength = max(strength, TOLD if credit.kind == "told" else CREDIT)
                why.append(f"{copy.outlet} names {original.outlet}: “{credit.words}”")
    if original.url in _links(copy) or original.canonical in _links(copy):
        strength += SOURCE_LINK
        why.append(f"the source link of {copy.outlet} leads to {original.outlet}")
    kind_of_original, kind_of_copy = _kind(original, outlets), _kind(copy, outlets)
    if _issues(original, kind_of_original) and not _issues(copy, kind_of_copy):
        strength += ISSUER
        role = "an agency" if kind_of_original == "agency" else "the issuer"
        why.append(f"{original.outlet} is {role}")
    if kind_of_copy == "aggregator" and kind_of_original != "aggregator":
        strength += GATHERER
        why.append(f"{copy.outlet} gathers what others write")
    if copy.published and original.published and original.published < copy.published:
        strength += EARLIER
        hours = (copy.published - original.published).total_seconds() / 3600
        why.append(f"{original.outlet} published {hours:.1f} hours earlier")
    if len(original.text) > len(copy.text):
        strength += LONGER
    return strength, why


def _links(article: Article) -> frozenset[str]:
    return frozenset(p.address for p in article.parts if p.kind == "source_link" and p.address)


def _kind(article: Article, outlets: Outlets) -> str:
    row = outlets.by_id(article.outlet)
    return row.kind if row else "unknown"


def _issues(article: Article, kind: str) -> bool:
    return kind in ("agency", "press_release") or article.genre.name == "press release"

"""Find what an outlet has taken back, and which copies still carry it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from twosource.model.acquired import Article
from twosource.model.identity import ArticleId, LineageId, OutletId
from twosource.model.material import StoryMaterial
from twosource.stages.dossier.claims.carriages import Carried
from twosource.stages.dossier.claims.positions import Side
from twosource.stages.dossier.claims.taken_back import CORRECTED, withdrawn
from twosource.stages.dossier.telling.told import Told
from twosource.stages.dossier.telling.vocabulary import weighed
from twosource.stages.dossier.versions import origin_outlet, pages_in, versions_in
from twosource.text.number_words import WORD_VALUES

SHARED_WORDS = 2  # words of weight a correction and a passage share, where no number tells

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """What a page says it has corrected, and whose report that touches."""

    article: ArticleId
    lineages: frozenset[LineageId]  # of all versions of its page: a person may have parted them
    outlet: OutletId
    of_its_own: bool  # the report that it corrects, or nobody knows whose that is
    words: str
    numbers: frozenset[float]


def corrections_in(material: StoryMaterial) -> tuple[Correction, ...]:
    """Return the correction notices of a story's articles, in the order of articles."""
    lineage_of = {m: lineage for lineage in material.lineages for m in lineage.members}
    whose = {lineage.id: origin_outlet(lineage, material) for lineage in material.lineages}
    pages = {each.id: page for page in pages_in(material) for each in page}
    return tuple(
        Correction(
            article=each.article.id,
            lineages=frozenset(
                lineage_of[version.id].id for version in pages.get(each.article.id, (each.article,))
            ),
            outlet=each.article.outlet,
            of_its_own=whose[lineage_of[each.article.id].id] in (None, each.article.outlet),
            words=part.text,
            numbers=_numbers(part.text),
        )
        for each in material.articles
        for part in each.article.parts
        if part.kind == "correction"
    )


def with_withdrawals(
    sides: Sequence[Side], corrections: Sequence[Correction], material: StoryMaterial
) -> tuple[Side, ...]:
    """Return the positions without the support of withdrawn passages, which are marked.

    Withdrawn is what a correction of the same report names (its number, or two of its words),
    where the corrected article no longer tells it; and a count of dead or hurt that the outlet's
    own later version lowers. Copies that still carry it are withdrawn with it; what only a copy
    corrects in its reprint, its origin has not taken back.
    """
    outlets = {outlet.id: outlet for outlet in material.outlets}

    def marked(each: Carried, side: Side) -> Carried:
        by = _withdrawn_by(each, side, sides, corrections, material)
        return withdrawn(each, by.outlet, CORRECTED, outlets) if by is not None else each

    return tuple(
        replace(side, carried=tuple(marked(each, side) for each in side.carried)) for side in sides
    )


def _withdrawn_by(
    each: Carried,
    side: Side,
    sides: Sequence[Side],
    corrections: Sequence[Correction],
    material: StoryMaterial,
) -> Article | None:
    """Return the article in which its outlet takes a passage back; None where none does."""
    for correction in corrections:
        if each.carriage.report not in correction.lineages or correction.article in _tellers(side):
            continue
        theirs = correction.of_its_own or correction.outlet == each.carriage.outlet
        if theirs and _names(correction, each):
            return material.article(correction.article)
    return _lowered_by(each, side, sides, material)


def _names(correction: Correction, each: Carried) -> bool:
    """Return whether a correction speaks of what a passage tells."""
    shared = weighed(correction.words).keys() & each.told.concepts.keys()
    if each.told.figure is not None:
        return each.told.figure.value in correction.numbers and bool(shared)
    return each.told.article != correction.article and len(shared) > SHARED_WORDS


def _lowered_by(
    each: Carried, side: Side, sides: Sequence[Side], material: StoryMaterial
) -> Article | None:
    """Return the outlet's later version of a report that lowers a count of the dead or hurt."""
    counted = each.told.quantity
    if counted is None or not may_be_lowered(each.told):
        return None
    lower = {
        other.told.article
        for position in sides
        for other in position.carried
        if other.told.quantity is not None
        and other.told.quantity.base < counted.base
        and other.told.quantity.outcome == counted.outcome
    }
    for old, new in versions_in(material):
        if new in lower - _tellers(side) and each.told.article in {old, *copies_of(old, material)}:
            return material.article(new)
    return None


def may_be_lowered(told: Told) -> bool:
    """Return whether a later version of a report may take back what a sentence counts."""
    return told.quantity is not None and told.quantity.outcome in ("dead", "injured")


def copies_of(article: ArticleId, material: StoryMaterial) -> set[ArticleId]:
    """Return the articles of a story that were made from one."""
    return {
        derivation.copy
        for lineage in material.lineages
        for derivation in lineage.derivations
        if derivation.original == article and derivation.kind != "update"
    }


def _tellers(side: Side) -> set[ArticleId]:
    return {each.told.article for each in side.carried}


def _numbers(words: str) -> frozenset[float]:
    found = {float(each.replace(",", "")) for each in _NUMBER.findall(words)}
    found |= {WORD_VALUES[w] for w in re.findall(r"[a-z]+", words.lower()) if w in WORD_VALUES}
    return frozenset(found)

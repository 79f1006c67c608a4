"""Turn the sentences of one claim into its carriages: by whom, in which report, known from whom."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from twosource.model.claimed import Carriage, Informant
from twosource.model.identity import ArticleId, LineageId
from twosource.stages.dossier.claims.standing import Standing
from twosource.stages.dossier.telling.stood_for import Denial
from twosource.stages.dossier.telling.told import Told


@dataclass(frozen=True, slots=True, kw_only=True)
class Carried:
    """A sentence of a claim as a carriage, with the thing told that it stands for, or against."""

    told: Told
    carriage: Carriage
    dropped: bool = False  # a copy that leaves out whom the report it copies knows it from
    withdrawn: bool = False  # its source has taken it back


def carriages_of(
    told: Sequence[Told], copied_from: Mapping[int, int], standing: Standing
) -> tuple[Carried, ...]:
    """Return the carriages of one claim, one per article, report, informant and stance.

    `copied_from` says of which other thing told (by place in `told`) one is the copy. A passage
    without attribution inherits the informant from its own article, else from the report it
    copies: then the attribution was dropped. The first sentence stands for its likes.
    """
    informants = _inherited(told, copied_from, [_known_from(each, standing) for each in told])
    kept: dict[tuple[object, ...], Carried] = {}
    for each, (informant, dropped) in zip(_with_denials_as_told(told), informants, strict=True):
        carriage = standing.carriage(each.article, each.span, informant, each.stance)
        value = each.figure.value if each.figure else None
        key = (each.article, carriage.report, informant.key, each.stance, each.negated, value)
        kept.setdefault(key, Carried(told=each, carriage=carriage, dropped=dropped))
    return _without_bare_repeats(tuple(kept.values()))


def _with_denials_as_told(told: Sequence[Told]) -> list[Told]:
    """Return the passages of a claim; where all who assert it say "not", a denial says so too.

    Who denies that they had been warned bears out that they had not.
    """
    asserted = [each.negated for each in told if each.stance == "asserts"]
    if not asserted or not all(asserted):
        return list(told)
    return [
        replace(each, stance="asserts", negated=True)
        if each.stance == "denies" and not each.negated
        else each
        for each in told
    ]


def _known_from(told: Told, standing: Standing) -> Informant:
    """Return whom a passage knows from; who told the sentence it leans on is inherited."""
    found = standing.informants.of(told)
    if found.kind != "unstated" or told.goes_on is None:
        return found
    return replace(standing.informants.at(told.article, told.goes_on), inherited=True, span=None)


def denying(denial: Denial, denied: Told, standing: Standing) -> Carried:
    """Return the carriage of a sentence that denies what was told shortly before it."""
    informant = standing.informants.at(denial.article, denial.who)
    carriage = standing.carriage(denial.article, denial.span, informant, "denies")
    return Carried(told=denied, carriage=carriage)


def _inherited(
    told: Sequence[Told], copied_from: Mapping[int, int], informants: list[Informant]
) -> list[tuple[Informant, bool]]:
    """Return each passage's informant and whether a copy dropped the attribution."""
    by_article: dict[ArticleId, Informant] = {}
    for each, informant in zip(told, informants, strict=True):
        if informant.kind != "unstated" and not informant.inherited:
            by_article.setdefault(each.article, informant)
    found = []
    for index, (each, informant) in enumerate(zip(told, informants, strict=True)):
        if informant.kind != "unstated" and not informant.inherited:
            found.append((informant, False))
        elif each.article in by_article:
            found.append((replace(by_article[each.article], inherited=True, span=None), False))
        elif informant.inherited:
            found.append((informant, False))
        else:
            origin = _origin_of(index, copied_from, informants)
            passed_on = replace(origin, inherited=True, span=None) if origin else informant
            found.append((passed_on, origin is not None))
    return found


def _origin_of(
    index: int, copied_from: Mapping[int, int], informants: Sequence[Informant]
) -> Informant | None:
    """Return the informant of the passage that one copies, through copies of copies."""
    seen = {index}
    while index in copied_from and copied_from[index] not in seen:
        index = copied_from[index]
        seen.add(index)
        if informants[index].kind != "unstated":
            return informants[index]
    return None


def _without_bare_repeats(carried: tuple[Carried, ...]) -> tuple[Carried, ...]:
    """Leave out inherited passages where the article has the attributed one too."""
    stated: dict[tuple[ArticleId, LineageId], list[Carried]] = defaultdict(list)
    for each in carried:
        if not each.carriage.informant.inherited:
            stated[each.told.article, each.carriage.report].append(each)
    return tuple(
        each
        for each in carried
        if not each.carriage.informant.inherited
        or not any(
            other.carriage.informant.key == each.carriage.informant.key
            and other.carriage.stance == each.carriage.stance
            for other in stated[each.told.article, each.carriage.report]
        )
    )

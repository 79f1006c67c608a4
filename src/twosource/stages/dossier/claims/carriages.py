"""Turn the sentences of one claim into its carriages: by whom, in which report, known from whom."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from twosource.model.claimed import Carriage, Informant
from twosource.model.identity import ArticleId, LineageId
from twosource.model.material import StoryMaterial
from twosource.stages.dossier.cite import Cite
from twosource.stages.dossier.claims.reports import ReportOf
from twosource.stages.dossier.informants.passages import Informants
from twosource.stages.dossier.reading import no_reports
from twosource.stages.dossier.telling.stood_for import Denial
from twosource.stages.dossier.telling.told import Told
from twosource.stages.dossier.versions import earlier_versions


@dataclass(frozen=True, slots=True, kw_only=True)
class Carried:
    """A sentence of a claim as a carriage, with the thing told that it stands for, or against."""

    told: Told
    carriage: Carriage
    dropped: bool = False  # a copy that leaves out whom the report it copies knows it from
    withdrawn: bool = False  # its source has taken it back


@dataclass(frozen=True, slots=True, kw_only=True)
class Readers:
    """What is asked of a passage: its citation, its report and its informant."""

    cite: Cite
    report_of: ReportOf
    informants: Informants
    against: Mapping[ArticleId, str]  # why nothing in an article supports a claim, where so


def unsupporting(material: StoryMaterial) -> dict[ArticleId, str]:
    """Return the articles in which nothing supports a claim, each with the reason."""
    replaced = "a later version of this article is here"
    return no_reports(material) | dict.fromkeys(earlier_versions(material), replaced)


def carriages_of(
    told: Sequence[Told], copied_from: Mapping[int, int], read: Readers
) -> tuple[Carried, ...]:
    """Return the carriages of one claim, one per article, report, informant and stance.

    `copied_from` says of which other thing told (by place in `told`) one is the copy. A passage
    without attribution inherits the informant from its own article, else from the report it
    copies: then the attribution was dropped. The first sentence stands for its likes.
    """
    informants = _inherited(told, copied_from, [_known_from(each, read) for each in told])
    kept: dict[tuple[object, ...], Carried] = {}
    for each, (informant, dropped) in zip(_with_denials_as_told(told), informants, strict=True):
        belongs = read.report_of(each.article, each.span)
        value = each.figure.value if each.figure else None
        key = (each.article, belongs.report, informant.key, each.stance, each.negated, value)
        if key in kept:
            continue
        against, citation = read.against.get(each.article, ""), read.cite(each.article, each.span)
        carriage = Carriage(
            citation=citation,
            outlet=citation.outlet,
            report=belongs.report,
            informant=informant,
            stance=each.stance,
            supports=not against,
            why=against or belongs.why,
        )
        kept[key] = Carried(told=each, carriage=carriage, dropped=dropped)
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


def _known_from(told: Told, read: Readers) -> Informant:
    """Return whom a passage knows from; who told the sentence it leans on is inherited."""
    found = read.informants.of(told)
    if found.kind != "unstated" or told.goes_on is None:
        return found
    return replace(read.informants.at(told.article, told.goes_on), inherited=True, span=None)


def denying(denial: Denial, denied: Told, read: Readers) -> Carried:
    """Return the carriage of a sentence that denies what was told shortly before it."""
    against, citation = read.against.get(denial.article, ""), read.cite(denial.article, denial.span)
    carriage = Carriage(
        citation=citation,
        outlet=citation.outlet,
        report=read.report_of(denial.article, denial.span).report,
        informant=read.informants.at(denial.article, denial.who),
        stance="denies",
        supports=not against,
        why=against,
    )
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

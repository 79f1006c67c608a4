"""Lay every claim against every report: which carry it, which contradict it, which are silent."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from twosource.model.acquired import Article
from twosource.model.claimed import Carriage, Claim, Position
from twosource.model.dossier import Cell, CellState, Omission
from twosource.model.identity import ArticleId, LanguageCode, OutletId
from twosource.model.linked import Lineage
from twosource.model.material import StoryMaterial
from twosource.stages.dossier.versions import earlier_versions

BRIEF_WORDS = 80  # a shorter text leaves out nearly everything; that says nothing of this claim


def lay_out(claims: Sequence[Claim], material: StoryMaterial) -> tuple[Omission, ...]:
    """Return a row per claim with a cell per report; copies stand under their origin.

    Silence is never called hiding: where a report could not have told it (cut off, behind a wall,
    published before the claim first came up, a brief, opinion, a language not read), its cell says
    "not comparable" and why.
    """
    reports = [_report(lineage, material) for lineage in material.lineages]
    reports.sort(key=lambda each: (_time(each.article), each.article.id))
    languages = {each.article.id: each.article.language for each in material.articles}
    return tuple(
        Omission(
            claim=claim.id, text=claim.text.text, cells=tuple(_cells(claim, reports, languages))
        )
        for claim in claims
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Report:
    lineage: Lineage
    article: Article  # the one that stands for it: its origin's newest version, else its first copy
    unfit: str  # why nothing can be missed in it; "" where it could tell


def _report(lineage: Lineage, material: StoryMaterial) -> _Report:
    old = earlier_versions(material)
    members = [material.article(each) for each in lineage.members]
    first = material.article(lineage.origin) if lineage.origin else members[0]
    versions = [each for each in members if each.outlet == first.outlet and each.id not in old]
    article = versions[-1] if versions else first
    return _Report(lineage=lineage, article=article, unfit=_unfit(article))


def _cells(
    claim: Claim, reports: Sequence[_Report], languages: Mapping[ArticleId, LanguageCode]
) -> Iterator[Cell]:
    told = [
        (place, carriage)
        for place, position in enumerate(claim.positions)
        for carriage in position.carriages
    ]
    language, came_up = languages[claim.text.citations[0].article], _came_up(claim)
    for report in reports:
        own, outlet = report.lineage.id, report.article.outlet
        here = [each for each in told if _stands_in(each[1], report)]
        if here:
            place, carriage = min(here, key=lambda each: _weight(each[0], each[1], outlet))
            state, why = _state(claim, place, carriage)
            yield Cell(report=own, outlet=outlet, state=state, why=why, citation=carriage.citation)
        else:
            why = report.unfit or _not_comparable(report.article, language, came_up)
            state = "not comparable" if why else "not found"
            yield Cell(report=own, outlet=outlet, state=state, why=why)


def _stands_in(carriage: Carriage, report: _Report) -> bool:
    """Return whether a passage stands in this report, own passages in copies included.

    So does what one of its pages repeats of another report, or gives as that one's.
    """
    own = (carriage.report + ":").startswith(f"{report.lineage.id}:")
    return own or carriage.citation.article in report.lineage.members


def _weight(place: int, carriage: Carriage, outlet: OutletId) -> tuple[object, ...]:
    """Return what a passage goes by among a report's: its own goes before a copy's."""
    told = not carriage.supports, carriage.stance != "asserts", place
    return (*told, carriage.outlet != outlet, carriage.citation.span)


def _state(claim: Claim, place: int, carriage: Carriage) -> tuple[CellState, str]:
    if not carriage.supports:
        return "not comparable", carriage.why
    if carriage.stance == "denies":
        return "contradicts", f"denied by {carriage.informant.name or carriage.outlet}"
    if carriage.stance != "asserts":
        return "not comparable", f"the report {carriage.stance} it and does not assert it"
    if place == 0:
        return "carries", ""
    value = claim.positions[place].value
    if "disputed" in claim.flags:
        return "contradicts", f"gives {value}"
    return "carries", f"gives {value}{_told_when(claim.positions[place], claim.positions[0])}"


def _told_when(position: Position, first: Position) -> str:
    """Return whether another value came up before or after the first; "" where nothing tells."""
    mine, yours = (
        min((c.citation.published for c in each.carriages if c.citation.published), default=None)
        for each in (position, first)
    )
    if mine is None or yours is None or mine == yours:
        return ""
    return ", which was told before" if mine < yours else ", which was told later"


def _unfit(article: Article) -> str:
    """Return why an article could not be expected to tell any claim; "" where it could."""
    if article.genre.name in ("opinion", "satire", "sponsored"):
        return article.genre.name
    if article.walled:
        return "behind a wall"
    if article.truncated:
        return "cut off"
    return "a brief" if len(article.text.split()) < BRIEF_WORDS else ""


def _not_comparable(article: Article, language: LanguageCode, came_up: datetime | None) -> str:
    """Return why an article could not be expected to tell one claim; "" where it could.

    The claim is told in that language, and came up then.
    """
    if article.language != language:
        return "a language not read"
    if article.published is not None and came_up is not None and article.published < came_up:
        return "published earlier"
    return ""


def _came_up(claim: Claim) -> datetime | None:
    """Return when a claim was first told; None where a passage that tells it has no date."""
    times = [c.citation.published for p in claim.positions for c in p.carriages]
    known = [time for time in times if time is not None]
    return min(known) if known and len(known) == len(times) else None


def _time(article: Article) -> str:
    return article.published.isoformat() if article.published else ""

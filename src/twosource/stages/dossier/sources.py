"""List the articles of a story: who published each, and whether it is a report or a copy."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

from twosource.model.acquired import Article, Outlet
from twosource.model.dossier import SourceEntry
from twosource.model.identity import ArticleId, OutletId
from twosource.model.linked import Derivation, Lineage
from twosource.model.material import StoryMaterial
from twosource.stages.dossier.angles import Angle, angles_of
from twosource.stages.dossier.called import outlet_called
from twosource.stages.dossier.notices.meant import TakenBack, taken_back
from twosource.stages.dossier.versions import earlier_versions, origin_outlet, silently_changed
from twosource.stages.versions import corrects

Role = Literal["report", "copy", "earlier version"]
ORDER: dict[Role, int] = {"report": 0, "copy": 1, "earlier version": 2}


def list_sources(material: StoryMaterial) -> tuple[SourceEntry, ...]:
    """Return all articles, by independence and then time: reports, their copies, old versions."""
    outlets = {outlet.id: outlet for outlet in material.outlets}
    old, silent = earlier_versions(material), silently_changed(material)
    angles = angles_of(material)
    entries = [
        _entry(material.article(member), lineage, outlets, old, silent, angles, material)
        for lineage in material.lineages
        for member in lineage.members
    ]
    return tuple(
        sorted(
            entries,
            key=lambda each: (
                ORDER[each.role],
                each.published.isoformat() if each.published else "",
                each.article,
            ),
        )
    )


def _entry(
    article: Article,
    lineage: Lineage,
    outlets: dict[OutletId, Outlet],
    old: frozenset[ArticleId],
    silent: frozenset[ArticleId],
    angles: Mapping[ArticleId, Angle],
    material: StoryMaterial,
) -> SourceEntry:
    derivation = next((each for each in lineage.derivations if each.copy == article.id), None)
    role = _role(article, lineage, derivation, old, material)
    # What is an earlier version by its role says so already; a reprint does not.
    replaced = article.id in old and derivation is not None and derivation.kind != "update"
    angle = angles.get(article.id)
    outlet = outlets.get(article.outlet) or Outlet(id=article.outlet, name=article.outlet)
    return SourceEntry(
        article=article.id,
        outlet=outlet,
        url=article.url,
        headline=article.headline,
        byline=article.byline,
        published=article.published,
        kind=outlet.kind,
        genre=article.genre.name,
        angle=angle.name if angle else None,
        language=article.language,
        report=lineage.id,
        role=role,
        derivation=derivation.kind if derivation else None,
        of=_whose(derivation, lineage, outlets, material) if derivation or role == "copy" else "",
        of_article=derivation.original if derivation else None,
        overlap=derivation.overlap if derivation else 0.0,
        why=(*(derivation.why if derivation else ()), *((angle.why,) if angle else ())),
        notes=(
            *(
                f"has an item {'taken from' if each.directed else 'in common with'} "
                f"{_whose(each, lineage, outlets, material)}"
                for each in lineage.items
                if each.copy == article.id
            ),
            *_notes(article, old=replaced, silently=article.id in silent),
            *_notices(article, outlets, taken_back(material)),
        ),
        repeats=next((each for each in material.own_backgrounds if each.later == article.id), None),
    )


def _role(
    article: Article,
    lineage: Lineage,
    derivation: Derivation | None,
    old: frozenset[ArticleId],
    material: StoryMaterial,
) -> Role:
    if article.id in old:
        return "earlier version"
    if derivation is None:
        return "copy" if lineage.origin is None and lineage.outlet is not None else "report"
    # An outlet's own later version or next report is its report, not a copy of itself; but a
    # reprint that its outlet has updated stays one.
    whose = origin_outlet(lineage, material)
    return "report" if derivation.kind == "update" and whose in (None, article.outlet) else "copy"


def _whose(
    derivation: Derivation | None,
    lineage: Lineage,
    outlets: dict[OutletId, Outlet],
    material: StoryMaterial,
) -> str:
    outlet = lineage.outlet
    if derivation is not None:
        outlet = derivation.outlet or outlet
        if derivation.original is not None:
            outlet = material.article(derivation.original).outlet
    if outlet is None:
        return ""
    return outlet_called(outlet, outlets)


def _notes(article: Article, *, old: bool, silently: bool) -> list[str]:
    notes = {
        "a later version is here": old,
        "cut off": article.truncated,
        "behind a wall": article.walled,
        "corrected": corrects(article),
        "changed without notice": silently,
        "dated by its feed": "published" in article.told,
        article.kind: article.kind != "article",
    }
    return [note for note, holds in notes.items() if holds]


def _notices(
    article: Article, outlets: Mapping[OutletId, Outlet], notices: Sequence[TakenBack]
) -> Iterator[str]:
    """Yield what an article says of earlier reports, and what others say of what it carries."""
    for each in notices:
        teller, whose = outlet_called(each.outlet, outlets), outlet_called(each.whose, outlets)
        done = "withdrawn" if each.notice.withdraws else "corrected"
        does, of = "withdraws" if each.notice.withdraws else "corrects", "an earlier report"
        if not each.by_its_own:
            done = "called withdrawn" if each.notice.withdraws else "called wrong"
            does, of = done.replace("called", "calls"), f"a report of {whose}"
        if article.id == each.teller:
            yield f"{does} {of}{'' if each.carriers else ', which is not in this story'}"
        elif article.id == each.meant:
            yield f"{done} by {teller}, in another article"
        elif article.id in each.carriers:
            yield f"carries what {teller} has {done}, in another article"

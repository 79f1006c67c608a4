"""Say which report a passage belongs to: its lineage's, its own outlet's, or another's."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from twosource.model.acquired import Article, Outlet
from twosource.model.identity import ArticleId, LineageId, OutletId, Span
from twosource.model.linked import Derivation, Lineage, OwnBackground, Passage
from twosource.model.material import StoryMaterial
from twosource.outlets.names import (
    NameIndex,
    in_its_name,
    index_names,
    named,
    named_by_host,
    names_itself,
)
from twosource.stages.dossier.called import outlet_at_large, outlet_called
from twosource.stages.dossier.claims.independence import ELSEWHERE, Ground
from twosource.stages.dossier.reading import no_reports
from twosource.stages.dossier.telling.vocabulary import concepts_in

ALIGNED_SHARE = 0.5  # of a sentence: from here on it counts as taken over from the origin
SENTENCES_HELD = 20_000  # of which it is kept whom they credit: reprints have the same ones
TOLD_BEFORE = "its outlet told it in these words before, in another report"
SAME_WORDS = 0.6  # of a sentence's words of weight, when there is no alignment to go by

_NAME = r"(?P<who>(?:[Tt]he )?[A-Z][\w’'&.-]*(?: (?:(?:of|and|de|&) )?[A-Z][\w’'&-]*)*)"
_TOLD_TO = re.compile(
    r"\b(?:told|tells|telling|in an interview with|in interviews with|speaking to|spoke to|"
    r"speaks to|talking to|talked to|seen by|reviewed by|viewed by|obtained by|shown to|"
    r"confirmed to|in an e-?mail to|in a message to|in a statement to)\s+" + _NAME
)
_TOLD_US = re.compile(
    r"\b(?:told|tells|spoke to|speaking to|seen by|reviewed by|obtained by|shown to|"
    r"confirmed to)\s+"
    r"(?:this (?:newspaper|paper|website|news site|station|agency|magazine)|our (?:reporter|"
    r"correspondent|newspaper|paper)|us)\b"
    r"|\b[Oo]ur (?:own )?(?:reporters?|correspondents?) (?:saw|counted|heard|watched|visited)\b"
)
_REPORTED = re.compile(
    _NAME + r"(?: news agency| newspaper| news service)?,? (?:(?:has |had |also |first )?reported|"
    r"reports)\b|\b(?:[Aa]s (?:first )?reported by|[Cc]iting|[Aa]ccording to|report (?:by|from|in)|"
    r"quoted by) " + _NAME.replace("who", "by")
)
_OUR_EYES = re.compile(
    r"\b(?P<who>(?:[A-Z][\w’'-]* )+)(?:reporters?|correspondents?|journalists?|photographers?) "
    r"(?:at the scene |on the scene |there )?(?:saw|counted|heard|watched|visited|found)\b"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Belonging:
    """Which report a passage belongs to and what tells so."""

    report: LineageId
    why: str = ""
    own: bool = False  # own gathering, marked as such by the outlet's name or "told us"


ReportOf = Callable[[ArticleId, Span], Belonging]


def ground_of(material: StoryMaterial) -> Ground:
    """Return what is known of a story's outlets and reports beside the passages."""
    origins = {each.id: outlet for each in material.lineages if (outlet := _origin(each, material))}
    return Ground(
        outlets={outlet.id: outlet for outlet in material.outlets},
        origins=origins,
        unheld=frozenset(each.id for each in material.lineages if each.origin is None),
    )


def reporter(material: StoryMaterial) -> ReportOf:
    """Return the function that says to which report a stretch of an article belongs.

    That is the article's lineage. A stretch of a copy is the outlet's own only if it is not
    aligned with the origin *and* marked as own gathering ("told The Herald"). "Reuters reported"
    makes it Reuters' report, held or not. What an outlet repeats word for word of its own earlier
    report is told once, in that one. What an item of a digest tells is the report it was taken
    from.
    """
    articles = {each.article.id: each.article for each in material.articles}
    lineage_of = {member: lineage for lineage in material.lineages for member in lineage.members}
    derivations = _derivations(material)
    names = index_names(material.outlets)
    outlets = {each.id: each for each in material.outlets}
    here = {each.article.outlet for each in material.articles}
    sentences = {each.article.id: each.sentences for each in material.articles}
    again = _told_again(material, articles)

    def report_of(article_id: ArticleId, span: Span) -> Belonging:
        article, lineage = articles[article_id], lineage_of[article_id]
        words = article.words(span)
        told_us, credited = _credits(words)
        own = outlets.get(article.outlet)
        by_name = (_gathered_by(name, own, names, here) for name in credited)
        gathered = article.outlet if told_us else next(filter(None, by_name), None)
        if gathered not in (None, article.outlet):
            return _credited(material, lineage, gathered, articles)
        items = (each for each in lineage.items if each.copy == article_id)
        item = next((each for each in items if _told_in(each.passages, span)), None)
        if item is not None and item.original is not None:
            name = outlet_called(articles[item.original].outlet, outlets)
            way = "taken from" if item.directed else "in common with"
            why = f"it stands in an item {way} {name}"
            return Belonging(report=lineage_of[item.original].id, why=why)
        derivation, before = derivations.get(article_id), again.get(article_id)
        copied = derivation.passages if derivation is not None else ()
        if before and _told_in(before.passages, span) and not _told_in(copied, span):
            first = lineage_of[before.earlier].id
            return Belonging(report=first, why=TOLD_BEFORE, own=gathered is not None)
        if derivation is None:
            return Belonging(report=lineage.id, own=gathered is not None)
        if gathered is None or _taken_over(derivation, span, lineage, articles, sentences):
            return Belonging(report=lineage.id)
        return Belonging(
            report=LineageId(f"{lineage.id}:{article.outlet}"),
            why="own gathering inside a copy: it names the outlet and is not in what was copied",
            own=True,
        )

    return report_of


# ---- who gathered it ---------------------------------------------------------------------------


def _gathered_by(
    name: str, own: Outlet | None, names: NameIndex, here: set[OutletId]
) -> OutletId | None:
    """Return the outlet that a passage credits by a name; None where that names none.

    "The Mirror" is the Capital Mirror's word for itself, unless the other Mirror is in this story,
    too; a bare "Mirror" there may be either. An agency is meant wherever its name stands. In doubt
    there is one source less, which is the lesser error.
    """
    outlet = _outlet_called(name, names)
    certain = outlet is not None and (outlet.kind == "agency" or outlet.id in here)
    if own is not None and not certain:
        if names_itself(name, own):
            return own.id
        if in_its_name(name, own):
            return None
    return outlet.id if outlet is not None else None


@lru_cache(maxsize=SENTENCES_HELD)
def _credits(words: str) -> tuple[bool, tuple[str, ...]]:
    """Return whether a passage says that it was told "us", and whom else it names."""
    credits = (
        found.groupdict()
        for pattern in (_TOLD_TO, _OUR_EYES, _REPORTED)
        for found in pattern.finditer(words)
    )
    named = tuple((each.get("who") or each.get("by") or "").strip() for each in credits)
    return _TOLD_US.search(words) is not None, named


def _outlet_called(name: str, names: NameIndex) -> Outlet | None:
    bare = re.sub(r"['’]s?$", "", name)
    return named(bare, names) or outlet_at_large(bare) or named_by_host(bare, names)


def _credited(
    material: StoryMaterial,
    lineage: Lineage,
    outlet: OutletId,
    articles: dict[ArticleId, Article],
) -> Belonging:
    """Return the report of an outlet that a passage names; it may not be held."""
    name = outlet_called(outlet, {each.id: each for each in material.outlets})
    candidates = [lineage, *material.lineages]
    for each in candidates:
        if _origin(each, material) == outlet:
            return Belonging(report=each.id, why=f"the passage gives it as a report of {name}")
    return Belonging(
        report=LineageId(f"{ELSEWHERE}{outlet}"),
        why=f"the passage gives it as a report of {name}, which is not in this story",
    )


def _origin(lineage: Lineage, material: StoryMaterial) -> OutletId | None:
    if lineage.origin is not None:
        return material.article(lineage.origin).outlet
    return lineage.outlet


# ---- own passage or taken over -----------------------------------------------------------------


def _derivations(material: StoryMaterial) -> dict[ArticleId, Derivation]:
    """Return how each copy comes from its origin: no report, and none of its later versions."""
    made = [each for lineage in material.lineages for each in lineage.derivations]
    return {each.copy: each for each in reversed(made) if each.kind != "update"}


def _taken_over(
    derivation: Derivation,
    span: Span,
    lineage: Lineage,
    articles: dict[ArticleId, Article],
    sentences: dict[ArticleId, tuple[Span, ...]],
) -> bool:
    """Return whether a stretch of a copy stands in its origin too."""
    if derivation.original is not None:
        return _told_in(derivation.passages, span)
    # The origin is not held: what other copies have as well was in it.
    mine = set(concepts_in(articles[derivation.copy].words(span)))
    return any(
        len(mine & set(concepts_in(articles[member].words(other)))) >= SAME_WORDS * len(mine)
        for member in lineage.members
        if articles[member].outlet != articles[derivation.copy].outlet
        for other in sentences[member]
    )


def _told_again(
    material: StoryMaterial, articles: Mapping[ArticleId, Article]
) -> dict[ArticleId, OwnBackground]:
    """Return what articles repeat word for word of reports here: a "not" more makes it news."""
    silent = no_reports(material)
    return {
        each.later: replace(
            each,
            passages=tuple(
                passage
                for passage in each.passages
                if articles[each.later].words(passage.left).split()
                == articles[each.earlier].words(passage.right).split()
            ),
        )
        for each in material.own_backgrounds
        if each.earlier in articles and each.earlier not in silent
    }


def _told_in(passages: Sequence[Passage], span: Span) -> bool:
    """Return whether a stretch of the left article stands in the right one, by what both share."""
    shared = sum(_common(each.left, span) for each in passages)
    return shared >= ALIGNED_SHARE * len(span)


def _common(one: Span, other: Span) -> int:
    if one.part != other.part:
        return 0
    return max(0, min(one.end, other.end) - max(one.start, other.start))

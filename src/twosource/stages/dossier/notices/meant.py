"""Find the report that a notice means, and who carries it: the article itself and its copies."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from twosource.model.acquired import Article, Outlet
from twosource.model.annotated import Annotated
from twosource.model.identity import HEADLINE, ArticleId, LineageId, OutletId, Span
from twosource.model.linked import Lineage
from twosource.model.material import StoryMaterial
from twosource.outlets.names import NameIndex, index_names, named, named_by_host, names_itself
from twosource.stages.dossier.called import outlet_at_large
from twosource.stages.dossier.notices.cues import OWN
from twosource.stages.dossier.notices.told import Notice, notices_told
from twosource.stages.dossier.telling.vocabulary import weighed, without_numbers
from twosource.stages.once import once_per_story
from twosource.stages.versions import same_page

SAME_TITLE = 0.6  # of the words of weight of the one headline, in the other
SAME_MATTER = 0.4  # of the words of weight of a notice, in the report
LEAST_WORDS = 3  # that both have: fewer tell no matter
BESIDE_A_NUMBER = 2  # where the report gives the number that is called wrong
KIND_CALLED = {"agency": "agency", "newspaper": "newspaper", "paper": "newspaper"}
WITHDRAWN = "withdrawn at source"
A_DAY = timedelta(days=1)  # midnight falls at another hour for the reader of another country


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenBack:
    """A notice in a story, with the report that it speaks of."""

    notice: Notice
    teller: ArticleId
    outlet: OutletId  # that tells it
    whose: OutletId  # that told the report
    report: LineageId | None  # None where it is not in this story
    meant: ArticleId | None  # None where it is not held, be its copies here or not
    carriers: frozenset[ArticleId]  # that hold its words: itself and what was made of it

    @property
    def by_its_own(self) -> bool:
        """Return whether an outlet speaks of its own report."""
        return self.outlet == self.whose


@once_per_story
def taken_back(material: StoryMaterial) -> tuple[TakenBack, ...]:
    """Return the notices of a story's articles, each with the report it means.

    Notices of outlets that nobody knows by the name given are left out: they may be anybody's.
    """
    return tuple(_taken_back(material))


def _taken_back(material: StoryMaterial) -> Iterator[TakenBack]:
    told = [(each, notice) for each in material.articles for notice in notices_told(each)]
    if told:
        names = index_names(material.outlets)
        before: TakenBack | None = None
        for teller, notice in told:
            whose = _outlet_named(notice, teller, material.outlets, names)
            if whose is not None:
                found = _resolved(notice, teller, whose, material)
                if before is not None and not _says_again(found, before):
                    yield before
                before = found
        if before is not None:
            yield before


def set_aside(notices: Sequence[TakenBack]) -> frozenset[ArticleId]:
    """Return the articles that tell nothing any more: withdrawn ones, their copies, the notices."""
    whole = [each for each in notices if each.notice.withdraws and each.by_its_own]
    return frozenset(each.teller for each in whole).union(*(each.carriers for each in whole))


def why_unsaid(
    notices: Sequence[TakenBack], article: ArticleId, span: Span, report: LineageId
) -> str:
    """Return why words at a place count as nobody's saying; "" where no notice touches them.

    A notice is no saying of the matter, and a report that its outlet has withdrawn vouches for
    none.
    """
    for each in notices:
        if each.teller == article and each.notice.span.touches(span):
            return "a notice on an earlier report"
        withdrawn = each.notice.withdraws and each.by_its_own
        if withdrawn and article in each.carriers and report == each.report:
            return WITHDRAWN
    return ""


def _says_again(found: TakenBack, before: TakenBack) -> bool:
    """Return whether a notice goes on about what its headline withdraws."""
    headed = before.teller == found.teller and before.notice.span.part == HEADLINE
    return headed and found.notice.withdraws and found.meant == before.meant


def notices_on(
    report: Annotated, teller: Annotated, outlets: Sequence[Outlet]
) -> tuple[Notice, ...]:
    """Return the notices of an article that mean another."""
    told = notices_told(teller) if _may_be_meant(report.article, teller.article) else ()
    names = index_names(outlets)
    return tuple(
        notice
        for notice in told
        if _outlet_named(notice, teller, outlets, names) == report.article.outlet
        and meant_by(notice, [report]) is not None
    )


def _outlet_named(
    notice: Notice, teller: Annotated, outlets: Sequence[Outlet], names: NameIndex
) -> OutletId | None:
    """Return which outlet a notice names; None where that is no outlet, or may be another."""
    name, here = notice.whose, teller.article.outlet
    own = next((each for each in outlets if each.id == here), None)
    if name == OWN or (own is not None and names_itself(name, own)):
        found = None if _may_be_another(notice.called, own, teller, names) else here
    else:
        outlet = named(name, names) or named_by_host(name, names) or outlet_at_large(name)
        found = outlet.id if outlet is not None else None
    return None if found == here and notice.spoken else found


def _may_be_another(called: str, own: Outlet | None, teller: Annotated, names: NameIndex) -> bool:
    """Return whether "the agency" may be another than the outlet: that of medicines, or a rival."""
    if not called:
        return False
    if own is None or own.kind != KIND_CALLED[called.lower()]:
        return True
    told = {teller.article.words(m.span) for m in teller.mentions if m.kind == "organization"}
    return any(
        called.lower() in each.lower() or named(each, names) is not None
        for each in told
        if not names_itself(each, own)
    )


def _resolved(
    notice: Notice, teller: Annotated, whose: OutletId, material: StoryMaterial
) -> TakenBack:
    earlier = [
        each
        for each in material.articles
        if each.article.outlet == whose
        and _may_be_meant(each.article, teller.article)
        and not any(own.whose == OWN for own in notices_told(each))  # a notice is none itself
    ]
    report = meant_by(notice, earlier)
    lineage = _lineage_of(report, notice, whose, teller.article, material)
    return TakenBack(
        notice=notice,
        teller=teller.article.id,
        outlet=teller.article.outlet,
        whose=whose,
        report=lineage.id if lineage is not None else None,
        meant=report.article.id if report is not None else None,
        carriers=_carriers(lineage, whose, teller.article, material) if lineage else frozenset(),
    )


def meant_by(notice: Notice, earlier: Sequence[Annotated]) -> Annotated | None:
    """Return the report of an outlet that a notice means: by its headline, or its day and words."""
    fits = [(fit, -place) for place, each in enumerate(earlier) if (fit := _fit(notice, each))]
    return earlier[-max(fits)[1]] if fits else None


def _fit(notice: Notice, report: Annotated) -> tuple[float, float] | None:
    """Return how well a report fits what a notice says of it; None where it is another."""
    article = report.article
    headed = max((_headed(title, article.headline) for title in notice.titles), default=0.0)
    if headed >= SAME_TITLE:
        return headed, 0.0
    if not _of_that_day(notice, article):
        return None
    mine = without_numbers(weighed(notice.words))
    both = mine.keys() & weighed(f"{article.headline}\n{article.text}").keys()
    share = sum(mine[each] for each in both) / sum(mine.values()) if both else 0.0
    if notice.wrong:
        told = not notice.wrong.isdisjoint(each.value for each in report.figures)
        return (0.0, share) if told and len(both) >= BESIDE_A_NUMBER else None
    enough = share >= SAME_MATTER and len(both) >= LEAST_WORDS
    return (0.0, share) if enough else None


def _headed(title: str, headline: str) -> float:
    mine, theirs = weighed(title), weighed(headline)
    both = sum(mine[each] for each in mine.keys() & theirs.keys())
    return both / max(sum(mine.values()), sum(theirs.values()), 1.0)


def _of_that_day(notice: Notice, article: Article) -> bool:
    if not notice.days or article.published is None:
        return True
    at = article.published.date()
    return any(abs(date.fromisoformat(day) - at) <= A_DAY for day in notice.days)


def _may_be_meant(report: Article, teller: Article) -> bool:
    """Return whether an article came before another, and is no version of it."""
    if report.id == teller.id or same_page(report, teller):
        return False
    if report.published is None or teller.published is None:
        return True
    return report.published < teller.published


def _lineage_of(
    report: Annotated | None,
    notice: Notice,
    whose: OutletId,
    teller: Article,
    material: StoryMaterial,
) -> Lineage | None:
    """Return the lineage of a report; of one that is not held, that of the copies that fit."""
    if report is not None:
        return next(each for each in material.lineages if report.article.id in each.members)
    for lineage in material.lineages:
        if lineage.origin is None and lineage.outlet == whose:
            copies = [
                each
                for each in material.articles
                if each.article.id in lineage.members and _may_be_meant(each.article, teller)
            ]
            if meant_by(notice, copies) is not None:
                return lineage
    return None


def _carriers(
    lineage: Lineage, whose: OutletId, teller: Article, material: StoryMaterial
) -> frozenset[ArticleId]:
    """Return who holds the words of a report that was taken back.

    The outlet's own later articles are its new version, and so is what was made of them.
    """
    later = {
        each
        for each in lineage.members
        if material.article(each).outlet == whose
        and not _may_be_meant(material.article(each), teller)
    }
    made_of = {each.copy: each.original for each in lineage.derivations}
    for member in lineage.members:
        line = [member]
        while (parent := made_of.get(line[-1])) is not None and parent not in line:
            line.append(parent)
            if parent in later:
                later.add(member)
                break
    return frozenset(lineage.members) - later

"""Tell what a claim leans on of the articles that carry it, besides the sentences themselves."""

from __future__ import annotations

from twosource.model.identity import ArticleId, Span
from twosource.model.material import StoryMaterial
from twosource.stages.dossier.claims.carriages import unsupporting
from twosource.stages.dossier.claims.independence import is_held, origin_of
from twosource.stages.dossier.claims.reports import Belonging, ReportOf, ground_of, reporter
from twosource.stages.dossier.informants.passages import informants_of
from twosource.stages.once import kept_per_story, once_per_story

Kept = dict[tuple[ArticleId, Belonging], object]


class Standing:
    """How the passages of a story stand: whose they are, and whom their article knows from.

    Two passages of one article and one report stand alike. What equals how they stood in the last
    revision is the very same value, so that to compare it costs nothing.
    """

    def __init__(self, material: StoryMaterial, before: Kept) -> None:
        self.report_of: ReportOf = reporter(material)
        self.against = unsupporting(material)
        self.ground = ground_of(material)
        self.informants = informants_of(material)
        self.now: Kept = {}
        self._before = before

    def of(self, article: ArticleId, span: Span) -> object:
        """Return all that a passage's carriage follows from, but for its sentence."""
        key = article, self.report_of(article, span)
        known = self.now.get(key)
        if known is None:
            found, before = self._of(*key), self._before.get(key)
            known = self.now[key] = before if before == found else found
        return known

    def _of(self, article: ArticleId, belongs: Belonging) -> object:
        ground, informants = self.ground, self.informants
        whole = informants.articles[article].article
        origin = origin_of(belongs.report, ground)
        return (
            belongs,
            informants.passages(article),
            informants.issuers.of(whole),
            self.against.get(article),
            origin,
            is_held(belongs.report, ground),
            ground.outlets.get(whole.outlet),
            ground.outlets.get(origin) if origin is not None else None,
        )


class _Latest:
    standing: Kept

    def __init__(self) -> None:
        self.standing = {}


@kept_per_story
def _latest() -> _Latest:
    return _Latest()


@once_per_story
def standing_of(material: StoryMaterial) -> Standing:
    """Return how the passages of a story stand."""
    latest = _latest(material.story.id)
    standing = Standing(material, latest.standing)
    latest.standing = standing.now
    return standing

"""Tell what a claim leans on of the articles that carry it, besides the sentences themselves."""

from __future__ import annotations

from dataclasses import dataclass

from twosource.model.claimed import Informant
from twosource.model.identity import ArticleId, LineageId, Span
from twosource.model.material import StoryMaterial
from twosource.stages.dossier.claims.carriages import unsupporting
from twosource.stages.dossier.claims.independence import is_held, origin_of
from twosource.stages.dossier.claims.reports import Belonging, ReportOf, ground_of, reporter
from twosource.stages.dossier.informants.passages import informants_of
from twosource.stages.dossier.informants.read_before import Passages
from twosource.stages.dossier.reading import sentence_of
from twosource.stages.once import kept_per_story, once_per_story


@dataclass(frozen=True, slots=True, kw_only=True)
class Stands:
    """All that a passage's carriage follows from, but for its sentence."""

    belongs: Belonging
    passages: Passages
    issuer: Informant
    against: str | None  # why nothing in its article supports a claim; None where it may
    ground: tuple[object, ...]  # whose its report is, whether that is held, and the outlets


Kept = dict[tuple[ArticleId, Belonging], Stands]


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

    def of(self, article: ArticleId, span: Span) -> Stands:
        """Return how a passage stands."""
        key = article, self.report_of(article, span)
        known = self.now.get(key)
        if known is None:
            found, before = self._of(*key), self._before.get(key)
            known = self.now[key] = before if before == found else found
        return known

    def report_of_words(self, article: ArticleId, span: Span) -> LineageId:
        """Return whose report somebody's words stand in: their sentence tells who heard them."""
        sentence = sentence_of(self.informants.articles[article], span)
        return self.report_of(article, sentence).report

    def _of(self, article: ArticleId, belongs: Belonging) -> Stands:
        ground, informants = self.ground, self.informants
        whole = informants.articles[article].article
        origin = origin_of(belongs.report, ground)
        return Stands(
            belongs=belongs,
            passages=informants.passages(article),
            issuer=informants.issuers.of(whole),
            against=self.against.get(article),
            ground=(
                origin,
                is_held(belongs.report, ground),
                ground.outlets.get(whole.outlet),
                ground.outlets.get(origin) if origin is not None else None,
            ),
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

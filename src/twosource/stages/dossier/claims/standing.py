"""Tell how a story's passages stand: whose report each is of, known from whom, worth what."""

from __future__ import annotations

from dataclasses import dataclass

from twosource.model.claimed import Carriage, Informant, Stance
from twosource.model.identity import ArticleId, LineageId, Span
from twosource.model.material import StoryMaterial
from twosource.stages.dossier.cite import citer
from twosource.stages.dossier.claims.independence import is_held, origin_of
from twosource.stages.dossier.claims.reports import Belonging, ReportOf, ground_of, reporter
from twosource.stages.dossier.informants.passages import informants_of
from twosource.stages.dossier.informants.read_before import Passages
from twosource.stages.dossier.reading import no_reports, sentence_of
from twosource.stages.dossier.versions import earlier_versions
from twosource.stages.once import once_per_story


@dataclass(frozen=True, slots=True, kw_only=True)
class Stands:
    """All that a passage's carriage follows from, but for its sentence."""

    belongs: Belonging
    passages: Passages
    issuer: Informant
    against: str | None  # why nothing in its article supports a claim; None where it may
    ground: tuple[object, ...]  # whose its report is, whether that is held, and the outlets


class Standing:
    """How the passages of a story stand: whose they are, and whom their article knows from.

    Two passages of one article and one report stand alike.
    """

    def __init__(self, material: StoryMaterial) -> None:
        self.cite = citer(material)
        self.report_of: ReportOf = reporter(material)
        self.against = _unsupporting(material)
        self.ground = ground_of(material)
        self.informants = informants_of(material)
        self._known: dict[tuple[ArticleId, Belonging], Stands] = {}

    def of(self, article: ArticleId, span: Span) -> Stands:
        """Return how a passage stands."""
        key = article, self.report_of(article, span)
        if key not in self._known:
            self._known[key] = self._of(*key)
        return self._known[key]

    def carriage(
        self, article: ArticleId, span: Span, informant: Informant, stance: Stance
    ) -> Carriage:
        """Return a passage as it carries a claim: known from whom, and told how."""
        citation, against = self.cite(article, span), self.against.get(article, "")
        belongs = self.report_of(article, span)
        return Carriage(
            citation=citation,
            outlet=citation.outlet,
            report=belongs.report,
            informant=informant,
            stance=stance,
            supports=not against,
            why=against or belongs.why,
        )

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


@once_per_story
def standing_of(material: StoryMaterial) -> Standing:
    """Return how the passages of a story stand."""
    return Standing(material)


def _unsupporting(material: StoryMaterial) -> dict[ArticleId, str]:
    """Return the articles in which nothing supports a claim, each with the reason."""
    replaced = "a later version of this article is here"
    return no_reports(material) | dict.fromkeys(earlier_versions(material), replaced)

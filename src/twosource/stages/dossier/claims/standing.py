"""Tell what a claim leans on besides its sentences, and keep it while all of that is as it was."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from twosource.model.claimed import Informant
from twosource.model.identity import ArticleId, LineageId, Span
from twosource.model.material import StoryMaterial
from twosource.stages.dossier.claims.carriages import Carried, unsupporting
from twosource.stages.dossier.claims.headings import Found
from twosource.stages.dossier.claims.independence import is_held, origin_of
from twosource.stages.dossier.claims.reports import Belonging, ReportOf, ground_of, reporter
from twosource.stages.dossier.claims.withdrawn import Correction, copies_of, may_be_lowered
from twosource.stages.dossier.informants.passages import informants_of
from twosource.stages.dossier.informants.read_before import Passages
from twosource.stages.dossier.notices.meant import TakenBack
from twosource.stages.dossier.reading import sentence_of
from twosource.stages.dossier.telling.told import Told
from twosource.stages.dossier.versions import versions_in
from twosource.stages.once import Known, kept_per_story, once_per_story


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


class MadeBefore:
    """The claims that a story's carriages make, handed from one revision to the next.

    Carriages tell a claim, with whose outlets and reports they are; what was corrected anywhere in
    the story, or is judged by a person, may take any of them back.
    """

    def __init__(self) -> None:
        self._carried = Known[tuple[Carried, ...]]()
        self._claims = Known[Found | None]()
        self._taken_back: object = None
        self._lowered: object = None

    def anew(
        self,
        material: StoryMaterial,
        corrections: Sequence[Correction],
        notices: Sequence[TakenBack],
    ) -> None:
        """Begin another revision."""
        self._carried.anew()
        self._claims.anew()
        versions = versions_in(material)
        copies = [copies_of(old, material) for old, _ in versions]
        # What equals the value before is left as that one: to compare it with itself costs nothing.
        now = (corrections, notices, material.informant_verdicts)
        self._taken_back = _as_before(self._taken_back, now)
        self._lowered = _as_before(self._lowered, (versions, copies))

    def carried(
        self,
        make: Callable[[], tuple[Carried, ...]],
        told: Sequence[Told],
        origins: Mapping[int, int],
        stand: Sequence[Stands],
    ) -> tuple[Carried, ...]:
        """Return the carriages of what was told, which `make` answers: the same while they are.

        They lean on how these passages stand, and on which was made from which.
        """
        return self._carried.of(make, *told, given=(origins, stand))

    def of(
        self,
        make: Callable[[], Found | None],
        carried: tuple[Carried, ...],
        denying: Sequence[Carried],
        stand: Sequence[Stands],
    ) -> Found | None:
        """Return the claim that carriages make, and those that deny it, which `make` answers.

        It leans on how all these passages stand, too: carriages name reports, not whose they are.
        """
        lowered = self._lowered if any(may_be_lowered(each.told) for each in carried) else None
        given = (self._taken_back, lowered, denying, [each.ground for each in stand])
        return self._claims.of(make, carried, given=given)


def _as_before(before: object, now: object) -> object:
    return before if before == now else now


@kept_per_story
def made_before() -> MadeBefore:
    """Return the claims that a story's last revision made."""
    return MadeBefore()

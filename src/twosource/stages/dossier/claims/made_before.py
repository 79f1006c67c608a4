"""Keep the claims of a story while all that tells them, and how well they stand, is as it was."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from twosource.model.material import StoryMaterial
from twosource.stages.dossier.claims.carriages import Carried
from twosource.stages.dossier.claims.headings import Found
from twosource.stages.dossier.claims.independence import Ground, is_held, origin_of
from twosource.stages.dossier.claims.withdrawn import Correction, copies_of, may_be_lowered
from twosource.stages.dossier.telling.told import Told
from twosource.stages.dossier.versions import versions_in
from twosource.stages.once import Known, kept_per_story


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

    def anew(self, material: StoryMaterial, corrections: Sequence[Correction]) -> None:
        """Begin another revision."""
        self._carried.anew()
        self._claims.anew()
        versions = versions_in(material)
        copies = [copies_of(old, material) for old, _ in versions]
        # What equals the value before is left as that one: to compare it with itself costs nothing.
        self._taken_back = _as_before(self._taken_back, (corrections, material.informant_verdicts))
        self._lowered = _as_before(self._lowered, (versions, copies))

    def carried(
        self, make: Callable[[], tuple[Carried, ...]], told: Sequence[Told], given: object
    ) -> tuple[Carried, ...]:
        """Return the carriages of what was told, which `make` answers.

        They lean on how these passages stand, and on which was made from which, which is given.
        """
        return self._carried.of(make, *told, given=given)

    def of(
        self, make: Callable[[], Found | None], carried: Sequence[Carried], ground: Ground
    ) -> Found | None:
        """Return the claim that carriages make, which `make` answers."""
        told = (each.told for each in carried)
        citations = (each.carriage.citation for each in carried)
        lowered = self._lowered if any(may_be_lowered(each.told) for each in carried) else None
        given = (self._taken_back, lowered, [_leaning(each, ground) for each in carried])
        return self._claims.of(make, *told, *citations, given=given)


def _as_before(before: object, now: object) -> object:
    return before if before == now else now


def _leaning(each: Carried, ground: Ground) -> object:
    """Return what a claim leans on of a carriage, besides its sentence."""
    carriage = each.carriage
    origin = origin_of(carriage.report, ground)
    return (
        carriage.informant,
        carriage.report,
        carriage.stance,
        carriage.supports,
        carriage.why,
        each.dropped,
        origin,
        is_held(carriage.report, ground),
        ground.outlets.get(carriage.outlet),
        ground.outlets.get(origin) if origin is not None else None,
    )


@kept_per_story
def made_before() -> MadeBefore:
    """Return the claims that a story's last revision made."""
    return MadeBefore()

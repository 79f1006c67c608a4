"""Keep the claims of a story while all that tells them, and how well they stand, is as it was."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from twosource.model.material import StoryMaterial
from twosource.stages.dossier.claims.carriages import Carried
from twosource.stages.dossier.claims.headings import Found
from twosource.stages.dossier.claims.standing import Stands
from twosource.stages.dossier.claims.withdrawn import Correction, copies_of, may_be_lowered
from twosource.stages.dossier.notices.meant import TakenBack
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

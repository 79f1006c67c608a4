"""Make the claims of a story out of the sentences that tell them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial

from twosource.canonical import digest
from twosource.model.cited import Flag
from twosource.model.claimed import Carriage, Claim, InformantVerdict
from twosource.model.identity import ClaimId, StoryId
from twosource.model.material import StoryMaterial
from twosource.stages.dossier.cite import cited_text
from twosource.stages.dossier.claims.carriages import Carried, carriages_of, denying
from twosource.stages.dossier.claims.compared import compared
from twosource.stages.dossier.claims.headings import LEAD_SENTENCES, Found, heads_of, sentences_of
from twosource.stages.dossier.claims.independence import on_every_dial, spread
from twosource.stages.dossier.claims.positions import (
    Side,
    at_odds,
    positions_of,
    ranked,
    sides_of,
    unlike,
)
from twosource.stages.dossier.claims.reasons import reasons_of
from twosource.stages.dossier.claims.standing import standing_of
from twosource.stages.dossier.claims.taken_back import called_wrong, told_of, with_notices
from twosource.stages.dossier.claims.withdrawn import (
    copies_of,
    corrections_in,
    may_be_lowered,
    with_withdrawals,
)
from twosource.stages.dossier.notices.meant import TakenBack, taken_back
from twosource.stages.dossier.telling.stood_for import Denial
from twosource.stages.dossier.telling.told import Told
from twosource.stages.dossier.telling.values import telling
from twosource.stages.dossier.versions import versions_in
from twosource.stages.once import KnownOf, known_per_story

_carried_before: KnownOf[tuple[Carried, ...]] = known_per_story()
_made_before: KnownOf[Found | None] = known_per_story()


class Claims:
    """What makes a story's claims, and takes those of its last revision while nothing changed.

    Carriages tell a claim, with whose outlets and reports they are; what was corrected anywhere in
    the story, or is judged by a person, may take any of them back.
    """

    def __init__(self, material: StoryMaterial) -> None:
        self._material, self._standing = material, standing_of(material)
        self._carried, self._claims = _carried_before(material), _made_before(material)
        self._corrections, self._notices = corrections_in(material), taken_back(material)
        self._versions = [(*pair, copies_of(pair[0], material)) for pair in versions_in(material)]

    def of(
        self, told: Sequence[Told], origins: Mapping[int, int], denials: Sequence[Denial]
    ) -> Found | None:
        """Return the claim that sentences make, None where nobody but opinion or guesswork does.

        `origins` says of which of them others are copies, `denials` who denies what they tell.
        """
        standing = self._standing
        stand = [standing.of(each.article, each.span) for each in told]
        carry = partial(carriages_of, told, origins, standing)
        carried = self._carried.of(carry, *told, given=(origins, stand))
        denied = [denying(each, told[0], standing) for each in denials]
        # Carriages name reports, not whose they are.
        stand += [standing.of(each.article, each.span) for each in denials]
        given = (
            (self._corrections, self._notices, self._material.informant_verdicts),
            self._versions if any(may_be_lowered(each.told) for each in carried) else (),
            (denied, [each.ground for each in stand]),
        )
        make = partial(self._made, (*carried, *denied))
        return self._claims.of(make, carried, given=given)

    def _made(self, carried: Sequence[Carried]) -> Found | None:
        asserting = [each for each in carried if each.carriage.stance == "asserts"]
        if not asserting:
            return None
        material, notices = self._material, self._notices
        claim_id = _id(asserting[0], material.story.id)
        ground = replace(
            self._standing.ground,
            verdicts=_verdicts(claim_id, asserting, material),
            unlike=unlike(asserting, compared(material.story.id)),
        )
        corrected = with_withdrawals(sides_of(asserting), self._corrections, material)
        by_rank = ranked(with_notices(corrected, notices, ground.outlets), ground)
        sides = [side for side, _ in by_rank]
        label = by_rank[0][1]
        if not label.reports:
            return None
        beside = [each for each in carried if each.carriage.stance != "asserts"]
        denials = [each for each in beside if _denies(each.carriage)]
        heads = heads_of(sides[0], ground)
        told = told_of(sides, notices, ground.outlets)
        claim = Claim(
            id=claim_id,
            text=cited_text(heads[0].carriage.citation, label=label),
            kind="so",
            positions=positions_of(by_rank, beside),
            label=label,
            independent=on_every_dial(sides[0].telling, ground),
            flags=tuple(_flags(sides, denials, notices)),
            denied_by=tuple(dict.fromkeys(each.carriage.informant.name for each in denials)),
            reasons=(*reasons_of(sides, beside, label, ground), *told),
        )
        place, sentences = _place(claim, carried), sentences_of(claim)
        return Found(claim=claim, place=place, heads=heads, sentences=sentences)


def _denies(carriage: Carriage) -> bool:
    """Return whether somebody whom the passage names denies it: nobody does by inheritance."""
    known = carriage.informant
    return carriage.stance == "denies" and known.kind != "unstated" and not known.inherited


def _flags(
    sides: Sequence[Side], denials: Sequence[Carried], notices: Sequence[TakenBack]
) -> Iterator[Flag]:
    # Who denies a claim holds the opposite position.
    if denials or any(at_odds(one, other) for i, one in enumerate(sides) for other in sides[:i]):
        yield "disputed"
    if denials:
        yield "denied"
    if any(each.withdrawn for side in sides for each in side.carried):
        yield "withdrawn at source"
    if called_wrong(sides, notices):
        yield "called wrong"
    if any(each.dropped and each.carriage.supports for each in sides[0].carried):
        yield "attribution dropped"


def _id(first: Carried, story: StoryId) -> ClaimId:
    """Return an id that stays while the first passage that told the claim stays in the story."""
    told = first.told
    figure = told.figure.span.start if told.figure else -1
    return ClaimId(digest((story, told.article, told.span, figure)))


def _verdicts(
    own: ClaimId, carried: Sequence[Carried], material: StoryMaterial
) -> tuple[InformantVerdict, ...]:
    """Return what a person has judged of a claim, the last what he said of it as it stands now.

    It was known by another id while another of its passages was the first, in a story that was
    merged into this one, or while the page of its first passage was read otherwise. Within its
    story it is known by its words where those stand now.
    """
    if not material.informant_verdicts:
        return ()
    stories = (material.story.id, *material.story.merged_from)
    ids = {_id(each, story) for each in carried for story in stories}
    words = {each.carriage.citation.words for each in carried}
    found = [
        each
        for each in material.informant_verdicts
        if each.claim in ids or (each.story in stories and each.told in words)
    ]
    return tuple(sorted(found, key=lambda each: each.claim == own))


def _place(claim: Claim, carried: Sequence[Carried]) -> tuple[float, ...]:
    """Return the rank of a claim: by reports of different outlets, N, how early, what figure."""
    best: Mapping[str, int] = dict(claim.independent)
    early = min(each.told.place for each in carried)
    values = [each.told.figure.value for each in carried if each.told.figure is not None]
    tells = max(((telling(value), value) for value in values), default=(0.0, 0.0))
    reports = spread([each.carriage for each in carried])
    return (
        -reports,
        not claim.flags,
        -best["normal"],
        early >= LEAD_SENTENCES,
        -claim.label.outlets,
        early,
        -tells[0],
        -tells[1],
        int(claim.id[:12], 16),
    )

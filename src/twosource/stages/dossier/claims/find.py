"""Find what is claimed in a story, who carries each claim, and how well it is borne out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from itertools import chain

from twosource.canonical import digest
from twosource.model.cited import Flag
from twosource.model.claimed import Carriage, Claim, InformantVerdict
from twosource.model.identity import ClaimId, StoryId
from twosource.model.material import StoryMaterial
from twosource.stages.dossier.cite import Cite, cited_text
from twosource.stages.dossier.claims.carriages import (
    Carried,
    Readers,
    carriages_of,
    denying,
)
from twosource.stages.dossier.claims.common_words import less_common
from twosource.stages.dossier.claims.compared import compared
from twosource.stages.dossier.claims.copied import copied_from
from twosource.stages.dossier.claims.groups import same_claims
from twosource.stages.dossier.claims.headings import Found, heads_of, in_order, sentences_of
from twosource.stages.dossier.claims.independence import Ground, on_every_dial, supporting
from twosource.stages.dossier.claims.laid_beside import in_their_units, laid_beside, said_beside
from twosource.stages.dossier.claims.positions import (
    Side,
    at_odds,
    positions_of,
    ranked,
    sides_of,
    unlike,
)
from twosource.stages.dossier.claims.reasons import reasons_of
from twosource.stages.dossier.claims.standing import made_before, standing_of
from twosource.stages.dossier.claims.taken_back import called_wrong, told_of, with_notices
from twosource.stages.dossier.claims.withdrawn import Correction, corrections_in, with_withdrawals
from twosource.stages.dossier.informants.passages import Informants
from twosource.stages.dossier.notices.meant import TakenBack, taken_back
from twosource.stages.dossier.reading import reading_of
from twosource.stages.dossier.statements.group import every_statement
from twosource.stages.dossier.telling.sentences import read_told
from twosource.stages.dossier.telling.stood_for import Denial, denials_in
from twosource.stages.dossier.telling.told import Told
from twosource.stages.dossier.telling.values import telling

LEAD_SENTENCES = 3  # of a report: what stands there is claimed even if nobody else tells it


def find_claims(material: StoryMaterial, cite: Cite) -> tuple[Claim, ...]:
    """Return what is reported to be so, best borne out first.

    Claims are what sentences assert: figures of the matter and happenings. What is only said, a
    wish or a judgement, is no claim that it is so: see `said.said_claims`.
    """
    bare, told, copied = _told_in(material)
    standing = standing_of(material)
    readers = Readers(
        cite=cite,
        report_of=standing.report_of,
        informants=standing.informants,
        against=standing.against,
    )
    beside = {**laid_beside(told, material), **said_beside(told, every_statement(material))}
    groups = same_claims(told, copied, beside, compared(material.story.id))
    denials = _denied_groups(denials_in(material.articles, told), told, groups)
    ground, corrections = standing.ground, corrections_in(material)
    notices = taken_back(material)
    made = made_before(material.story.id)
    made.anew(material, corrections, notices)
    found = []
    for number, group in enumerate(groups):
        # By itself a sentence makes the same claim, whatever its words weigh among all.
        members = [(told if len(group) > 1 else bare)[index] for index in group]
        if number not in denials and not _is_claimed(members):
            continue
        stand = [standing.of(each.article, each.span) for each in members]
        origins = _origins(group, copied)
        carry = partial(carriages_of, members, origins, readers)
        carried = made.carried(carry, members, origins, stand)
        denied = denials.get(number, ())
        denies = [denying(each, members[0], readers) for each in denied]
        stand = [*stand, *(standing.of(each.article, each.span) for each in denied)]
        make = partial(_claim, (*carried, *denies), material, ground, corrections, notices)
        claim = made.of(make, carried, denies, stand)
        if claim is not None:
            behind = number not in denials and not _stands_out(members, readers.informants)
            found.append(replace(claim, place=(behind, *claim.place)))
    return in_order(found)


def _told_in(
    material: StoryMaterial,
) -> tuple[tuple[Told, ...], tuple[Told, ...], Mapping[int, int]]:
    """Return all that the articles tell, as it weighs anywhere and as it weighs in the story, and
    of which other each was copied, by their places.
    """
    name_of = reading_of(material).meant
    read = in_their_units([read_told(each, name_of) for each in material.articles], material)
    weighed = less_common(material.story.id)(read)
    bare, told = (tuple(chain.from_iterable(each)) for each in (read, weighed))
    return bare, told, copied_from(material.story.id)(weighed, material)


def _origins(group: Sequence[int], copied: Mapping[int, int]) -> dict[int, int]:
    """Return of a group's copies which other member each was made from, by places in the group."""
    inside = {index: place for place, index in enumerate(group)}
    return {inside[i]: inside[copied[i]] for i in group if copied.get(i) in inside}


def _denied_groups(
    denials: Sequence[Denial], told: Sequence[Told], groups: Sequence[Sequence[int]]
) -> dict[int, list[Denial]]:
    """Return the denials by the number of the group they speak of: the nearest that can be meant.

    That is no quotation in full ("It went off every night"), but what somebody is said to claim.
    Where that is a denial or a guess itself, nothing that stands further up is meant.
    """
    number_of = {index: number for number, group in enumerate(groups) for index in group}
    found: dict[int, list[Denial]] = {}
    for denial in denials:
        for index in denial.of:
            quote = told[index].quote
            if quote is not None and quote.kind == "direct":
                continue
            if told[index].stance == "asserts":
                found.setdefault(number_of[index], []).append(denial)
            break
    return found


def _is_claimed(members: Sequence[Told]) -> bool:
    """Return whether sentences that tell one thing make a claim: that something is so.

    Captions and labels alone make none, nor do wishes and what people feel.
    """
    return any(each.whole for each in members) and any(
        each.fact or _counts(each) for each in members
    )


def _stands_out(members: Sequence[Told], informants: Informants) -> bool:
    """Return whether a claim is among those that a dossier shows first.

    It has a figure, several articles tell it, it opens a report, somebody denies it, or it can be
    read by itself and names whom it is known from.
    """
    if any(_counts(each) for each in members):
        return True
    own = [each for each in members if each.own]
    if not own:
        return False
    articles = {each.article for each in members}
    if len(articles) > 1 or any(each.place < LEAD_SENTENCES for each in own):
        return True
    if any(each.stance == "denies" for each in own):
        return True
    return any(each.reported and informants.of(each).kind != "unstated" for each in own)


def _counts(told: Told) -> bool:
    """Return whether a figure makes a claim: in quoted words only one that is no figure of speech.

    "A fence needs two pairs of hands" counts nothing.
    """
    if told.quantity is None:
        return False
    telling_one = bool(told.quantity.outcome) or telling(told.quantity.figure.value) > 0
    return told.own or telling_one


def _claim(
    carried: Sequence[Carried],
    material: StoryMaterial,
    ground: Ground,
    corrections: Sequence[Correction],
    notices: Sequence[TakenBack],
) -> Found | None:
    """Return the claim that carriages make; None where nobody but opinion or guesswork tells it."""
    asserting = [each for each in carried if each.carriage.stance == "asserts"]
    if not asserting:
        return None
    claim_id = _id(asserting[0], material.story.id)
    differ = unlike(asserting, compared(material.story.id))
    ground = replace(ground, verdicts=_verdicts(claim_id, asserting, material), unlike=differ)
    corrected = with_withdrawals(sides_of(asserting), corrections, material)
    sides = with_notices(corrected, notices, ground.outlets)
    by_rank = ranked(sides, ground)
    first, label = by_rank[0]
    if not label.reports:
        return None
    beside = [each for each in carried if each.carriage.stance != "asserts"]
    denials = [each for each in beside if _denies(each.carriage)]
    heads = heads_of(first, ground)
    claim = Claim(
        id=claim_id,
        text=cited_text(heads[0].carriage.citation, label=label),
        kind="so",
        positions=positions_of(by_rank, beside),
        label=label,
        independent=on_every_dial(first.telling, ground),
        flags=tuple(_flags([side for side, _ in by_rank], denials, notices)),
        denied_by=_denied_by(denials),
        reasons=(
            *reasons_of([side for side, _ in by_rank], beside, label, ground),
            *told_of(sides, notices, ground.outlets),
        ),
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


def _denied_by(denials: Sequence[Carried]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each.carriage.informant.name for each in denials))


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
        _stable(claim),
    )


def reports_carrying(claim: Claim) -> int:
    """Return how many reports carry a claim, whichever value they give it."""
    return spread([c for position in claim.positions for c in position.carriages])


def spread(carriages: Sequence[Carriage]) -> int:
    """Return how many reports support a claim, those of one outlet counting once."""
    standing = supporting(carriages)
    reports = {carriage.report for carriage in standing}
    return min(len(reports), len({carriage.outlet for carriage in standing}))


def _stable(claim: Claim) -> float:
    return int(claim.id[:12], 16)

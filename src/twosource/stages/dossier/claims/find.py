"""Find what is claimed in a story, who carries each claim, and how well it is borne out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import chain

from twosource.model.claimed import Claim
from twosource.model.material import StoryMaterial
from twosource.stages.dossier.claims.common_words import less_common
from twosource.stages.dossier.claims.compared import compared
from twosource.stages.dossier.claims.copied import copied_from
from twosource.stages.dossier.claims.groups import same_claims
from twosource.stages.dossier.claims.headings import LEAD_SENTENCES, in_order
from twosource.stages.dossier.claims.laid_beside import in_their_units, laid_beside, said_beside
from twosource.stages.dossier.claims.made import Claims
from twosource.stages.dossier.informants.passages import Informants, informants_of
from twosource.stages.dossier.reading import reading_of
from twosource.stages.dossier.statements.group import every_statement
from twosource.stages.dossier.telling.sentences import read_told
from twosource.stages.dossier.telling.stood_for import Denial, denials_in
from twosource.stages.dossier.telling.told import Told
from twosource.stages.dossier.telling.values import telling


def find_claims(material: StoryMaterial) -> tuple[Claim, ...]:
    """Return what is reported to be so, best borne out first.

    Claims are what sentences assert: figures of the matter and happenings. What is only said, a
    wish or a judgement, is no claim that it is so: see `said.said_claims`.
    """
    bare, told, copied = _told_in(material)
    beside = {**laid_beside(told, material), **said_beside(told, every_statement(material))}
    groups = same_claims(told, copied, beside, compared(material.story.id))
    denials = _denied_groups(denials_in(material.articles, told), told, groups)
    claims, found = Claims(material), []
    for number, group in enumerate(groups):
        # By itself a sentence makes the same claim, whatever its words weigh among all.
        members = [(told if len(group) > 1 else bare)[index] for index in group]
        denied = denials.get(number, ())
        if not denied and not _is_claimed(members):
            continue
        claim = claims.of(members, _origins(group, copied), denied)
        if claim is not None:
            behind = not denied and not _stands_out(members, informants_of(material))
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
    weighed = less_common(read, material)
    bare, told = (tuple(chain.from_iterable(each)) for each in (read, weighed))
    return bare, told, copied_from(weighed, material)


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

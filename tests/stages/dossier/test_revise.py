"""A revision is kept only when something that a reader could act on changed, and says what."""

from __future__ import annotations

from dataclasses import replace

from tests.stages.dossier.stories import Report, material_of
from tests.stages.dossier.test_compose import POST, dossier_of, herald, story
from twosource.canonical import to_bytes, to_bytes_by_block
from twosource.model.dossier import Dossier, Revision
from twosource.model.identity import Digest
from twosource.stages.dossier import revise


def first(dossier: Dossier) -> Revision:
    """Return the first revision of a story."""
    revision = revise(dossier, None)
    assert revision is not None
    return revision


def test_the_first_dossier_is_revision_one() -> None:
    revision = first(dossier_of(story()))
    assert (revision.number, revision.because) == (1, ("first dossier of the story",))
    assert revision.dossier.changes == ()


def test_a_revision_written_block_by_block_has_the_bytes_that_it_has_as_one_value() -> None:
    before = first(dossier_of(material_of(herald())))
    after = revise(dossier_of(story()), before)
    for each in (before, after, after and after.dossier):
        assert to_bytes_by_block(each) == to_bytes(each)


def test_the_same_dossier_again_is_no_revision() -> None:
    assert revise(dossier_of(story()), first(dossier_of(story()))) is None


def test_other_scores_and_counts_alone_are_noise() -> None:
    dossier = dossier_of(story())
    sources = (*dossier.sources[:-1], replace(dossier.sources[-1], overlap=0.123456))
    assert revise(replace(dossier, sources=sources), first(dossier)) is None


def test_a_new_article_is_told_by_its_outlet() -> None:
    before = first(dossier_of(material_of(herald(), POST)))
    more = Report(outlet="harbour-post", text="The ferry Marit is afloat again, it seems.", after=9)
    after = revise(dossier_of(material_of(herald(), POST, more)), before)
    assert after is not None
    assert after.number == 2
    assert "1 article added: Harbour Post" in after.because
    assert after.dossier.changes == after.because
    assert after.dossier.number == 2


def test_a_changed_toll_is_told_with_both_values() -> None:
    old = dossier_of(material_of(herald(14)))
    toll = next(claim for claim in old.claims if claim.positions[0].value == "14")
    position = replace(toll.positions[0], value="19")
    newer = tuple(replace(c, positions=(position,)) if c.id == toll.id else c for c in old.claims)
    after = revise(replace(old, claims=newer), first(old))
    assert after is not None
    assert any(reason.endswith(": 14 → 19") for reason in after.because)


def test_a_better_label_is_a_reason() -> None:
    before = first(dossier_of(material_of(herald())))
    after = revise(dossier_of(material_of(herald(), POST)), before)
    assert after is not None
    told = "one report → corroborated: 2 reports, 2 informants"
    assert any(reason.endswith(told) for reason in after.because)


def test_another_recipe_makes_a_revision() -> None:
    dossier = dossier_of(story())
    after = revise(replace(dossier, recipe=Digest("other")), first(dossier))
    assert after is not None
    assert after.because == ("made by another version or other settings",)


def test_another_reason_alone_is_told_and_one_beside_other_changes_is_not() -> None:
    old = dossier_of(material_of(herald()))
    told = "A person judged the police and the ministry to be one informant."
    judged = tuple(replace(each, reasons=(told,)) for each in old.claims[:1])
    new = replace(old, claims=(*judged, *old.claims[1:]))
    after = revise(new, first(old))
    assert after is not None
    assert any(reason.endswith(f": {told}") for reason in after.because)
    flagged = replace(judged[0], flags=("disputed",))
    beside = revise(replace(new, claims=(flagged, *old.claims[1:])), first(old))
    assert beside is not None
    assert [reason.endswith(": disputed") for reason in beside.because] == [True]

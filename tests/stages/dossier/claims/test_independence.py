"""N counts passages that share no outlet, report or informant, and nothing unknown adds to it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.factories import outlet
from tests.stages.dossier.carriages import UNSTATED, carriage, informant
from twosource.model.claimed import Carriage, Informant, InformantVerdict
from twosource.model.identity import ClaimId, CountryCode, LineageId, OutletId
from twosource.stages.dossier.claims.independence import Ground, independent
from twosource.stages.dossier.informants.one_informant import may_be_one

MINISTRY = informant("body:ministry of transport", country="NO")
COAST_GUARD = informant("body:coast guard", country="NO")
STATE_NO = informant("state:NO", "unnamed", country="NO")
UNNAMED = informant("unnamed", "unnamed")
HANSEN = informant("person:ola hansen", "person")


def test_two_papers_with_the_same_ministry_are_one() -> None:
    assert independent([carriage("herald", "r1", MINISTRY), carriage("post", "r2", MINISTRY)]) == 1


def test_two_reports_with_two_informants_are_two() -> None:
    assert independent([carriage("herald", "r1", MINISTRY), carriage("post", "r2", HANSEN)]) == 2


def test_a_copy_with_another_name_in_it_is_still_the_report_it_copies() -> None:
    assert independent([carriage("herald", "r1", MINISTRY), carriage("post", "r1", HANSEN)]) == 1


def test_two_reports_of_one_outlet_are_one() -> None:
    assert independent([carriage("herald", "r1", MINISTRY), carriage("herald", "r2", HANSEN)]) == 1


def test_a_copy_elsewhere_of_an_agency_does_not_stand_beside_the_agency() -> None:
    passages = [carriage("herald", "r1", MINISTRY), carriage("norda", "r2", HANSEN)]
    agency = Ground(origins={LineageId("r1"): OutletId("norda")})
    assert independent(passages) == 2
    assert independent(passages, "normal", agency) == 1


def test_unstated_informants_never_count() -> None:
    bare = [carriage(name, name) for name in ("herald", "post", "times")]
    assert independent(bare) == 0
    assert independent([*bare, carriage("norda", "r1", MINISTRY)]) == 1


def test_an_official_of_a_state_may_be_any_of_its_bodies() -> None:
    assert independent([carriage("herald", "r1", STATE_NO), carriage("post", "r2", MINISTRY)]) == 1
    bodies = [carriage("herald", "r1", COAST_GUARD), carriage("post", "r2", MINISTRY)]
    assert independent([*bodies, carriage("times", "r3", STATE_NO)]) == 2


def test_an_unplaced_source_counts_only_where_there_is_no_other() -> None:
    unnamed = [carriage("herald", "r1", UNNAMED), carriage("post", "r2", UNNAMED)]
    assert independent(unnamed) == 1
    assert independent([*unnamed, carriage("times", "r3", HANSEN)]) == 1


@pytest.mark.parametrize("name", ["Lisbon-based regulator", "agency's safety committee"])
def test_a_body_told_by_its_town_or_of_some_agency_may_be_any_body(name: str) -> None:
    told = informant(f"body:{name.lower()}", name=name)
    assert may_be_one(told, informant("body:medicines board"))


def test_the_police_and_the_police_of_the_town_may_be_one_and_a_hospital_is_another() -> None:
    police = informant("body:police")
    bergen = informant("body:bergen police", country="NO")
    oslo = informant("body:oslo police", country="NO")
    hospital = informant("body:bergen hospital", country="NO")
    assert independent([carriage("herald", "r1", police), carriage("post", "r2", bergen)]) == 1
    assert independent([carriage("herald", "r1", oslo), carriage("post", "r2", bergen)]) == 1
    assert independent([carriage("herald", "r1", oslo), carriage("post", "r2", hospital)]) == 2


def test_an_informant_that_only_another_sentence_names_adds_no_independence() -> None:
    inherited = replace(HANSEN, inherited=True)
    passages = [carriage("herald", "r1", MINISTRY), carriage("post", "r2", inherited)]
    assert independent(passages) == 1


def test_a_body_and_its_initials_are_one_though_a_word_is_left_out() -> None:
    force = informant("body:new york police", country="US", name="New York Police")
    short = informant("body:nypd", country="US")
    assert independent([carriage("herald", "r1", force), carriage("post", "r2", short)]) == 1


def test_authorities_of_nobody_knows_where_may_be_the_officer_that_another_names() -> None:
    authorities = informant("state:", "unnamed")
    passages = [carriage("herald", "r1", authorities), carriage("post", "r2", HANSEN)]
    assert independent(passages) == 1
    assert independent([carriage("herald", "r1", STATE_NO), carriage("post", "r2", HANSEN)]) == 2


def test_who_is_told_too_vaguely_to_be_known_again_may_be_anybody() -> None:
    unsure = informant("unsure:tessier", "person")
    assert independent([carriage("herald", "r1", unsure), carriage("post", "r2", MINISTRY)]) == 1


def test_one_run_of_words_in_two_passages_has_one_text_behind_it() -> None:
    def says(outlet: str, words: str, by: Informant) -> Carriage:
        made = carriage(outlet, outlet, by)
        return replace(made, citation=replace(made.citation, words=words))

    same = "The crew became aware that one passenger had boarded the wrong flight"
    assert independent([says("herald", same, MINISTRY), says("post", same, HANSEN)]) == 1
    other = "A man sat in the wrong plane and the cabin staff found out"
    assert independent([says("herald", same, MINISTRY), says("post", other, HANSEN)]) == 2


def test_denials_questions_and_opinion_do_not_support() -> None:
    assert (
        independent(
            [
                carriage("herald", "r1", MINISTRY),
                carriage("post", "r2", HANSEN, stance="denies"),
                carriage("times", "r3", COAST_GUARD, supports=False),
            ]
        )
        == 1
    )


def test_strict_joins_outlets_of_one_owner_and_unknown_owners_join_nothing() -> None:
    passages = [carriage("herald", "r1", MINISTRY), carriage("post", "r2", HANSEN)]
    owned = Ground(
        outlets={
            OutletId("herald"): outlet("herald", owner="Norbel"),
            OutletId("post"): outlet("post", owner="Norbel"),
        }
    )
    unowned = Ground(outlets={OutletId(n): outlet(n) for n in ("herald", "post")})
    assert independent(passages, "normal", owned) == 2
    assert independent(passages, "strict", owned) == 1
    assert independent(passages, "strict", unowned) == 2


def test_strict_joins_a_state_with_its_bodies_and_its_media() -> None:
    state_paper = outlet("gazette", country="NO", state=True)
    ground = Ground(outlets={OutletId("gazette"): state_paper})
    bodies = [carriage("herald", "r1", MINISTRY), carriage("post", "r2", COAST_GUARD)]
    assert independent(bodies, "normal", ground) == 2
    assert independent(bodies, "strict", ground) == 1
    media = [carriage("gazette", "r1", HANSEN), carriage("post", "r2", MINISTRY)]
    assert independent(media, "normal", ground) == 2
    assert independent(media, "strict", ground) == 1


def test_a_person_may_judge_two_informants_to_be_one_or_two() -> None:
    def judged(left: Informant, right: Informant, verdict: str) -> Ground:
        word = InformantVerdict(
            claim=ClaimId("c"),
            left=left.key,
            right=right.key,
            verdict="same" if verdict == "same" else "different",
        )
        return Ground(verdicts=(word,))

    apart = [carriage("herald", "r1", MINISTRY), carriage("post", "r2", HANSEN)]
    assert independent(apart, "normal", judged(HANSEN, MINISTRY, "same")) == 1
    near = [carriage("herald", "r1", MINISTRY), carriage("post", "r2", STATE_NO)]
    assert independent(near, "normal", judged(MINISTRY, STATE_NO, "different")) == 2


# ---- laws --------------------------------------------------------------------------------------

INFORMANTS = (
    UNSTATED,
    MINISTRY,
    COAST_GUARD,
    STATE_NO,
    UNNAMED,
    HANSEN,
    informant("body:police"),
    informant("body:bergen police", country="NO"),
    informant("state:US", "unnamed", country="US"),
    informant("body:pentagon", country="US"),
)
OUTLETS = {
    OutletId(f"o{n}"): outlet(
        f"o{n}",
        owner=("", "Norbel", "Vestmedia")[n % 3],
        country=CountryCode("NO") if n % 2 else None,
        state=n == 5,
    )
    for n in range(12)
}
GROUND = Ground(
    outlets=OUTLETS, origins={LineageId("r0"): OutletId("o0"), LineageId("r1"): OutletId("o1")}
)


@st.composite
def some_carriages(draw: st.DrawFn, most: int = 14) -> list[Carriage]:
    numbers = st.tuples(
        st.integers(0, 11), st.integers(0, 8), st.sampled_from(INFORMANTS), st.booleans()
    )
    return [
        carriage(f"o{o}", f"r{r}", by, supports=supports)
        for o, r, by, supports in draw(st.lists(numbers, max_size=most))
    ]


@given(some_carriages(most=40))
def test_each_step_of_the_dial_only_joins(carriages: list[Carriage]) -> None:
    strict, normal, loose = (
        independent(carriages, dial, GROUND) for dial in ("strict", "normal", "loose")
    )
    assert strict <= normal <= loose


@given(some_carriages(), st.randoms())
def test_the_order_of_passages_does_not_count(carriages: list[Carriage], random: st.Random) -> None:  # type: ignore[name-defined]  # hypothesis' own Random
    shuffled = list(carriages)
    random.shuffle(shuffled)
    assert independent(carriages, "normal", GROUND) == independent(shuffled, "normal", GROUND)


@given(some_carriages())
def test_a_passage_more_never_lowers_n_and_adds_one_at_most(carriages: list[Carriage]) -> None:
    for end in range(len(carriages)):
        fewer = independent(carriages[:end], "normal", GROUND)
        more = independent(carriages[: end + 1], "normal", GROUND)
        assert fewer <= more <= fewer + 1


@given(some_carriages(most=9))
def test_n_is_what_trying_all_sets_finds(carriages: list[Carriage]) -> None:
    known = [c for c in carriages if c.supports and c.informant.kind != "unstated"]
    best = 0
    for chosen in range(1 << len(known)):
        some = [known[i] for i in range(len(known)) if chosen >> i & 1]
        apart = not any(
            independent((some[i], some[j]), "normal", GROUND) == 1
            for i in range(len(some))
            for j in range(i)
        )
        best = max(best, len(some) if apart else 0)
    assert independent(carriages, "normal", GROUND) == best

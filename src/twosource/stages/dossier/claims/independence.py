"""Count how many passages that say one thing are independent of each other.

Two passages are independent when they share no outlet, no report and no informant. What is not
known never adds independence. `docs/independence.md` says each rule in words.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from twosource.model.acquired import Outlet
from twosource.model.claimed import Carriage, Claim, Dial, Informant, InformantVerdict
from twosource.model.identity import ArticleId, CountryCode, LineageId, OutletId, Span
from twosource.stages.dossier.informants.one_informant import is_state_body, may_be_one
from twosource.text.normalize import read_words

ELSEWHERE = "outlet:"  # starts the id of a report of which nothing is held but who made it
RUN_WORDS = 7  # two hands seldom write seven words alike; who repeats a statement does
MOST_EXACT = 28  # carriages; beyond, the search could take seconds and greedy is nearly as good

Place = tuple[ArticleId, Span]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """What is known beside the passages: outlets, whose the reports are, what people judged."""

    outlets: Mapping[OutletId, Outlet] = field(default_factory=dict)
    origins: Mapping[LineageId, OutletId] = field(default_factory=dict)  # whose report it is
    unheld: frozenset[LineageId] = frozenset()  # reports of which only copies are here
    verdicts: tuple[InformantVerdict, ...] = ()  # of the claim in question
    unlike: frozenset[frozenset[Place]] = frozenset()  # pairs of its sentences that tell two things


NO_GROUND = Ground()


def independent(
    carriages: Sequence[Carriage], dial: Dial = "normal", ground: Ground = NO_GROUND
) -> int:
    """Return the largest number of supporting passages that are independent of each other.

    `loose` counts outlets, as others do. `normal` is N of the two-source rule; `strict` also
    joins outlets of one owner, and a state with its bodies and its media. Each step only joins,
    so strict <= normal <= loose. Passages whose informant is not stated count only at `loose`.
    Exact up to MOST_EXACT different passages, beyond that a greedy choice: it can only understate.
    """
    return dict(on_every_dial(carriages, ground))[dial]


def supporting(carriages: Iterable[Carriage]) -> tuple[Carriage, ...]:
    """Return the passages that assert the claim and may support it."""
    return tuple(each for each in carriages if each.supports and each.stance == "asserts")


def reports_carrying(claim: Claim) -> int:
    """Return how many reports carry a claim, whichever value they give it."""
    return spread([c for position in claim.positions for c in position.carriages])


def spread(carriages: Sequence[Carriage]) -> int:
    """Return how many reports support a claim, those of one outlet counting once."""
    standing = supporting(carriages)
    reports = {carriage.report for carriage in standing}
    return min(len(reports), len({carriage.outlet for carriage in standing}))


def on_every_dial(
    carriages: Sequence[Carriage], ground: Ground = NO_GROUND
) -> tuple[tuple[Dial, int], ...]:
    """Return N at strict, normal and loose."""
    standing = supporting(carriages)
    strict = _largest(standing, ground, strict=True)
    # What is independent under the stricter rule is so under this one: keeps greedy in order.
    normal = max(strict, _largest(standing, ground, strict=False))
    return (
        ("strict", strict),
        ("normal", normal),
        ("loose", len({each.outlet for each in standing})),
    )


def origin_of(report: LineageId, ground: Ground) -> OutletId | None:
    """Return whose report it is; None where nothing tells."""
    if report.startswith(ELSEWHERE):
        return OutletId(report.removeprefix(ELSEWHERE))
    return ground.origins.get(report)


def is_held(report: LineageId, ground: Ground) -> bool:
    """Return whether the report itself is here, and not only what was made of it."""
    return report not in ground.unheld and not report.startswith(ELSEWHERE)


def no_two(one: Carriage, other: Carriage, ground: Ground) -> str:
    """Return why two passages bear each other out in nothing whomever they name; "" if they may.

    They tell too little alike, and a third sentence has brought them together; or have a run of
    words in common, so that one text stands behind both.
    """
    if ground.unlike and frozenset((_place(one), _place(other))) in ground.unlike:
        return "tell too little alike to bear each other out"
    if not _runs(one.citation.words).isdisjoint(_runs(other.citation.words)):
        return f"have {RUN_WORDS} words in a row in common: one text may stand behind both"
    return ""


# ---- who hangs together ------------------------------------------------------------------------


def _share_a_source(one: Carriage, other: Carriage, ground: Ground) -> bool:
    """Return whether two passages have an informant in common, or are no two whomever they name."""
    if no_two(one, other, ground):
        return True
    return taken_for_one(one.informant, other.informant, ground)


def _ties(carriage: Carriage, ground: Ground, strict: bool) -> frozenset[str]:
    """Name everything two passages can have in common, besides informants that may be one."""
    outlets = {carriage.outlet}
    origin = origin_of(carriage.report, ground)
    if origin is not None:  # what a copy says, the outlet it copies says
        outlets.add(origin)
    ties = {f"report {carriage.report}", f"informant {carriage.informant.key}"}
    ties |= {f"outlet {outlet}" for outlet in outlets}
    if strict:
        known = [ground.outlets[outlet] for outlet in outlets if outlet in ground.outlets]
        ties |= {f"owner {outlet.owner}" for outlet in known if outlet.owner}
        ties |= {f"state {state}" for state in _states(carriage, known)}
    return frozenset(ties)


def _place(carriage: Carriage) -> Place:
    return (carriage.citation.article, carriage.citation.span)


@lru_cache(maxsize=4096)
def _runs(words: str) -> frozenset[tuple[str, ...]]:
    forms = read_words(words).forms
    return frozenset(forms[i : i + RUN_WORDS] for i in range(len(forms) - RUN_WORDS + 1))


def _states(carriage: Carriage, outlets: Iterable[Outlet]) -> set[CountryCode]:
    states = {each.country for each in outlets if each.state or each.kind == "government"}
    if is_state_body(carriage.informant):
        states.add(carriage.informant.country)
    return {state for state in states if state is not None}


def taken_for_one(one: Informant, other: Informant, ground: Ground) -> bool:
    """Return whether two informants count as one: as a person judged, else where they may be."""
    verdict = judged(one, other, ground)
    return may_be_one(one, other) if verdict is None else verdict


def judged(one: Informant, other: Informant, ground: Ground) -> bool | None:
    """Return whether a person has judged two informants to be one; None where nobody has.

    Two that are each the same as a third are one, unless the person has said otherwise of them.
    """
    said = {frozenset((each.left, each.right)): each.verdict for each in ground.verdicts}
    pair = frozenset((one.key, other.key))
    if pair in said:
        return said[pair] == "same"
    same = [ends for ends, verdict in said.items() if verdict == "same"]
    return True if _joined(pair, same) else None


def _joined(pair: frozenset[str], same: Sequence[frozenset[str]]) -> bool:
    """Return whether pairs that are one lead from one end of a pair to its other end."""
    reached = frozenset(sorted(pair)[:1])
    while len(pair) == 2 and (beside := [ends for ends in same if len(ends & reached) == 1]):
        reached = reached.union(*beside)
    return len(pair) == 2 and pair <= reached


# ---- the largest set ---------------------------------------------------------------------------


def _largest(carriages: Sequence[Carriage], ground: Ground, *, strict: bool) -> int:
    # An informant that another sentence of the article names is good for whom a claim is known
    # from, and too little to call two sources independent.
    known = _different(
        each
        for each in carriages
        if each.informant.kind != "unstated" and not each.informant.inherited
    )
    if len(known) < 2:  # as of nearly all claims
        return len(known)
    ties = [_ties(each, ground, strict) for each in known]
    hangs = [0] * len(known)  # bit sets of the passages that share a source with each
    for left in range(len(known)):
        for right in range(left):
            tied = not ties[left].isdisjoint(ties[right])
            if tied or _share_a_source(known[left], known[right], ground):
                hangs[left] |= 1 << right
                hangs[right] |= 1 << left
    everyone = (1 << len(known)) - 1
    if len(known) > MOST_EXACT:
        return _greedily(everyone, hangs)
    return _exactly(everyone, hangs)


def _different(carriages: Iterable[Carriage]) -> list[Carriage]:
    """Keep one of the passages that are alike in outlet, report and informant."""
    seen = {(each.outlet, each.report, each.informant.key): each for each in carriages}
    return [seen[key] for key in sorted(seen)]


def _exactly(left: int, hangs: Sequence[int]) -> int:
    """Return the size of the largest set without two that hang together (branch and bound).

    A passage with at most one tie left can always be taken; else the one with the most ties is
    once left out and once taken.
    """
    if not left:
        return 0
    fewest, most = _by_ties(left, hangs)
    if (hangs[fewest] & left).bit_count() <= 1:
        return 1 + _exactly(left & ~(hangs[fewest] | 1 << fewest), hangs)
    taken = 1 + _exactly(left & ~(hangs[most] | 1 << most), hangs)
    rest = left & ~(1 << most)
    return taken if taken >= rest.bit_count() else max(taken, _exactly(rest, hangs))


def _greedily(left: int, hangs: Sequence[int]) -> int:
    count = 0
    while left:
        fewest, _ = _by_ties(left, hangs)
        left &= ~(hangs[fewest] | 1 << fewest)
        count += 1
    return count


def _by_ties(left: int, hangs: Sequence[int]) -> tuple[int, int]:
    """Return which of those left has the fewest ties and which the most."""
    ties = [(hangs[index] & left).bit_count() for index in range(len(hangs)) if left >> index & 1]
    members = [index for index in range(len(hangs)) if left >> index & 1]
    return members[ties.index(min(ties))], members[ties.index(max(ties))]

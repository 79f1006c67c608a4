"""Tie stories to the others of their running matter as they come, and tell the others of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Literal

from twosource.model.dossier import Dossier
from twosource.model.identity import StoryId
from twosource.model.linked import StoryChange
from twosource.model.storyline import StoryProfile, StoryTie, TieVerdict
from twosource.pipeline.issue import issue
from twosource.protocols import Store
from twosource.settings import StorylineSettings
from twosource.stages import storylines

MOST_COMPARED = 200  # stories, those most alike in names: what a name of the year can cost

Pair = frozenset[StoryId]
"""Two stories, whichever began first."""


def tie_stories(
    fresh: Sequence[StoryProfile], store: Store, settings: StorylineSettings
) -> tuple[StoryId, ...]:
    """Tie stories anew with all they are known by now; return the others whose ties changed.

    Ties follow from the two profiles alone, so it is all the same which of the two came last. The
    ties of stories that were merged into these go with them. What stands between these and stories
    that are yet to be composed anew stays until those are.
    """
    for profile in fresh:
        store.put_profile(profile, storylines.block(profile))
    ids = {profile.story for profile in fresh}
    merged = {old: story for story in sorted(ids) for old in store.story(story).merged_from}
    judged, waiting = _judged(store), set(store.stale_stories()) - ids
    before = store.ties_of([*ids, *merged])
    found = {
        _pair(tie, merged): replace(
            tie,
            earlier=merged.get(tie.earlier, tie.earlier),
            later=merged.get(tie.later, tie.later),
        )
        for tie in before
        if {tie.earlier, tie.later} & waiting
    }
    for profile in fresh:
        for other in _candidates(profile, judged, store, settings):
            pair = frozenset((profile.story, other.story))
            tied = storylines.tie(profile, other, settings, judged.get(pair))
            if tied and other.story not in waiting:
                found[pair] = tied
    store.put_ties([*ids, *merged], list(found.values()))
    _announce(before, found, merged, store)
    held = {(tie.earlier, tie.later, tie.kind) for tie in before}
    now = {(tie.earlier, tie.later, tie.kind) for tie in found.values()}
    ends = {end for earlier, later, _ in held ^ now for end in (earlier, later)}
    return tuple(sorted(ends - ids - merged.keys()))


def with_storyline(dossier: Dossier, store: Store) -> Dossier:
    """Return the dossier with the other stories of its running matter, as the store ties them."""
    ties = store.ties_of([dossier.story])
    ends = [storylines.other_end(tie, dossier.story) for tie in ties]
    held = {each.story: each for each in store.profiles([dossier.story, *ends])}
    own = held.get(dossier.story)
    if own is None:
        return dossier
    return replace(dossier, storyline=storylines.over_time(own, ties, held))


def publish_ties(stories: Iterable[StoryId], store: Store) -> None:
    """Publish revisions of stories whose material is as it was and whose ties are new."""
    for story in stories:
        latest = store.revision(story)
        if latest is not None:
            issue(with_storyline(latest.dossier, store), store)


def explain_tie(
    one: StoryId, other: StoryId, store: Store, settings: StorylineSettings
) -> tuple[bool, tuple[str, ...]]:
    """Return whether two stories are tied, and by what one sees it; () where one is not read."""
    profiles = store.profiles([one, other])
    if len(profiles) < 2:
        return False, ()
    ends = {one, other}
    tied = next((tie for tie in store.ties_of([one]) if {tie.earlier, tie.later} == ends), None)
    return tied is not None, storylines.why(profiles[0], profiles[1], tied, settings)


def _candidates(
    profile: StoryProfile,
    judged: Mapping[Pair, TieVerdict],
    store: Store,
    settings: StorylineSettings,
) -> tuple[StoryProfile, ...]:
    """Return the stories that share keys with one and lie within its horizon, and the judged."""
    beside = [
        end
        for pair, verdict in judged.items()
        if profile.story in pair and verdict == "related"
        for end in pair - {profile.story}
    ]
    found = {each.story: each for each in store.profiles(beside)}
    if profile.first:
        near = store.profiles_near(
            storylines.block(profile),
            storylines.LEAST_NAMES,
            MOST_COMPARED,
            _shifted(profile.first, -settings.horizon_days),
            _shifted(profile.last, settings.horizon_days),
        )
        found |= {each.story: each for each in near}
    return tuple(found[story] for story in sorted(found.keys() - {profile.story}))


def _shifted(day: str, days: int) -> str:
    return (date.fromisoformat(day) + timedelta(days=days)).isoformat()


def _judged(store: Store) -> dict[Pair, TieVerdict]:
    """Return what persons have judged of stories, by the articles they named.

    So a verdict stays with its articles when stories merge or split. "Unrelated" outranks.
    """
    links = store.verdicts("storyline")
    ends = sorted({end for link in links for end in (link.left, link.right)})
    stands = {each: s.id for s in store.stories_of(ends) for each in s.articles} if ends else {}
    found: dict[Pair, TieVerdict] = {}
    for link in links:
        if link.left in stands and link.right in stands:
            pair = frozenset((stands[link.left], stands[link.right]))
            verdict: TieVerdict = "related" if link.verdict == "related" else "unrelated"
            found[pair] = "unrelated" if found.get(pair) == "unrelated" else verdict
    return found


def _announce(
    before: Sequence[StoryTie],
    found: Mapping[Pair, StoryTie],
    merged: Mapping[StoryId, StoryId],
    store: Store,
) -> None:
    """Keep as changes which stories were tied and which no longer are."""
    held = {_pair(tie, merged): tie for tie in before}
    new = [_change("tied", tie) for pair, tie in found.items() if pair not in held]
    gone = [pair for pair in held if pair not in found and len(pair) > 1]
    changes = [*new, *(_change("untied", held[pair]) for pair in gone)]
    if changes:
        changes.sort(key=lambda change: (change.story, change.other or "", change.kind))
        store.put_stories((), changes)


def _pair(tie: StoryTie, merged: Mapping[StoryId, StoryId]) -> Pair:
    return frozenset(merged.get(end, end) for end in (tie.earlier, tie.later))


def _change(kind: Literal["tied", "untied"], tie: StoryTie) -> StoryChange:
    told = (("both name", tie.names), ("both say", tie.words))
    why = tuple(f"{verb} {', '.join(what)}" for verb, what in told if what)
    return StoryChange(kind=kind, story=tie.later, other=tie.earlier, why=why)

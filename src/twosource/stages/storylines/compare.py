"""Say how likely it is that two stories tell of one running matter, and by what one sees it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from math import exp, fsum, sqrt

from twosource.model.storyline import StoryProfile, StoryTie, TieKind, TieVerdict, Trait
from twosource.settings import StorylineSettings

LEAST_SCORE = 0.5  # more likely one matter than two
MOST_SHOWN = 4  # names and words that are told of a tie
RUNS_ON = 4  # days by which a story that has another for a part is longer

# Logistic weights, chosen on quality/storylines/dev, on events-giveme5w1h cut where an event pauses
# for three days, and on the twin events of events-ecbplus as if six weeks had parted them
# (Cybulska and Vossen 2014, CC BY 3.0).
INTERCEPT = -3.65
NAMES = 3.4  # cosine of the names; less than the intercept: names alone tie nobody
BOTH = 9.0  # geometric mean of the cosines of names and words
# A lone article beside a story of the same days, known by some of its names, is often an angle that
# shares too few words to join it.
AT_ONCE, SAME_DAYS = 1.5, 2
SAME_AGAIN, TOO_ALIKE = -14.0, 0.45  # words liker than this tell the same kind of event again


def tie(
    one: StoryProfile,
    other: StoryProfile,
    settings: StorylineSettings,
    verdict: TieVerdict | None = None,
) -> StoryTie | None:
    """Return how two stories are tied, None where they are of two matters.

    A running matter keeps its names and some of its words while the words of the day change. So
    names without words in common are the same people in another matter, words without names the
    same kind of matter elsewhere, and almost the same words the same kind of event again. Stories
    without a day are tied to none, nor are those further apart than the horizon, so that this
    year's election is not tied to the last. A person's verdict outranks all this.
    """
    if verdict == "unrelated" or one.story == other.story:
        return None
    if verdict is None and not _in_reach(one, other, settings):
        return None
    score = 1.0 if verdict else _score(one, other)
    if score < LEAST_SCORE:
        return None
    earlier, later = sorted((one, other), key=lambda each: (each.first, each.story))
    return StoryTie(
        earlier=earlier.story,
        later=later.story,
        kind=_kind(earlier, later),
        score=score,
        names=_told(one.names, other.names),
        words=_told(one.words, other.words),
        verdict=verdict,
    )


def why(
    one: StoryProfile, other: StoryProfile, tied: StoryTie | None, settings: StorylineSettings
) -> tuple[str, ...]:
    """Return by what one sees that two stories are tied, or are not, each as a readable line."""
    names, words = _told(one.names, other.names), _told(one.words, other.words)
    found = [f"a person judged: {tied.verdict}"] if tied and tied.verdict else []
    found.append(f"both name {', '.join(names)}" if names else "no name in common")
    if words:
        found.append(f"both say {', '.join(words)}")
    elif names:
        found.append("no word in common: the same people may be in another matter")
    if not tied and _cosine(one.words, other.words) > TOO_ALIKE:
        found.append("almost the same words: the same kind of event again")
    if one.first and other.first:
        apart = _days_between(one, other)
        far = f", more than {settings.horizon_days}" if apart > settings.horizon_days else ""
        found.append(f"{apart} days apart{far}")
    else:
        found.append("one of them has no day")
    return tuple(found)


def _score(one: StoryProfile, other: StoryProfile) -> float:
    """Return the probability of one matter, to six decimals.

    That one may be an angle torn off the other can tie the two where they share a word at all, but
    leads no further.
    """
    names, words = _cosine(one.names, other.names), _cosine(one.words, other.words)
    score = probability(names, words)
    if score < LEAST_SCORE and words and _may_be_torn_off(one, other):
        return min(probability(names, words, AT_ONCE), LEAST_SCORE)
    return score


def probability(names: float, words: float, beside: float = 0.0) -> float:
    """Return the probability of one matter for the cosines of names and words, to six decimals.

    `beside` is what else speaks for it, in log-odds.
    """
    total = INTERCEPT + NAMES * names + BOTH * sqrt(names * words) + beside
    total += SAME_AGAIN * max(0.0, words - TOO_ALIKE)
    return round(1 / (1 + exp(-total)), 6)


def _cosine(one: Iterable[Trait], other: Iterable[Trait]) -> float:
    """Return the cosine of two vectors of length 1, at most 1 where rounding left them longer."""
    mine = {trait.term: trait.weight for trait in one}
    return min(1.0, fsum(mine[each.term] * each.weight for each in other if each.term in mine))


def _may_be_torn_off(one: StoryProfile, other: StoryProfile) -> bool:
    """Return whether a lone article lies in the days of a story that several tell."""
    fewer, more = sorted((one.articles, other.articles))
    return fewer == 1 < more and _days_between(one, other) <= SAME_DAYS


def _in_reach(one: StoryProfile, other: StoryProfile, settings: StorylineSettings) -> bool:
    """Return whether one story began within the horizon of the other's end; not without days."""
    if not (one.first and other.first):
        return False
    return _days_between(one, other) <= settings.horizon_days


def _days_between(one: StoryProfile, other: StoryProfile) -> int:
    """Return the days from the end of one story to the beginning of the other, at least 0."""
    return max(0, _days(min(one.last, other.last), max(one.first, other.first)))


def _kind(earlier: StoryProfile, later: StoryProfile) -> TieKind:
    """Return "part of" where the later story happened while the earlier ran, and far shorter."""
    inside = "" < earlier.first < later.first and later.last <= earlier.last
    return "part of" if inside and _length(earlier) >= _length(later) + RUNS_ON else "before"


def _length(known: StoryProfile) -> int:
    return _days(known.first, known.last)


def _days(begin: str, end: str) -> int:
    return (date.fromisoformat(end) - date.fromisoformat(begin)).days


def _told(one: Sequence[Trait], other: Sequence[Trait]) -> tuple[str, ...]:
    """Return what both have, as both write it, what tells most first.

    "Musk" is not told beside "Elon Musk".
    """
    mine = {trait.term: trait for trait in one}
    shared = [(mine[each.term].weight * each.weight, each) for each in other if each.term in mine]
    shared.sort(key=lambda pair: (-pair[0], pair[1].term))
    told: list[str] = []
    for _, trait in shared:
        form = _in_both(mine[trait.term].shown, trait.shown)
        parts = frozenset(form.split())
        if not any(parts <= frozenset(each.split()) for each in ("", *told)):
            told = [each for each in told if not frozenset(each.split()) <= parts] + [form]
    return tuple(told[:MOST_SHOWN])


def _in_both(one: str, other: str) -> str:
    """Return the words that two forms share, the longer form where they share none ("strikes").

    "" where one of them tells none. Of "Port of Tirsk" and "University of Tirsk" it is "Tirsk".
    """
    short, long = sorted((one, other), key=lambda form: (len(form), form))
    shared = [each for each in short.split() if each in long.split()]
    for end in (0, -1):
        while len(shared) > 1 and shared[end].islower():
            shared.pop(end)
    return " ".join(shared) or (short and long)

"""Say by what a story hangs together: what its reports share, and how each is held in it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from math import fsum

from twosource.model.annotated import Annotated
from twosource.model.identity import ArticleId
from twosource.model.linked import Link
from twosource.stages.cluster.block import Features, read
from twosource.stages.cluster.pointing import ATTACHED, LEADING
from twosource.stages.cluster.reasons import Spelling, day_told
from twosource.text.weights import weight

MOST_SHOWN = 10
MOST_WEIGHED = 48  # names and words looked at, of which some are parts of one name
LEAST_REPORTS = 2  # what one alone tells holds nothing together


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """Something that several reports of a story tell."""

    what: str
    reports: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """How a report is held in its story."""

    article: ArticleId
    nearest: ArticleId | None  # the report of the story most like it; None where it is like none
    score: float  # probability that the two tell of one event, 0 to 1; 0 for none
    copied: bool  # the one of the two was made from the other
    judged: bool  # a person said that they are of one event
    points_to: int = 0  # whose beginnings it tells, as a side angle does; 0 where it is like one


@dataclass(frozen=True, slots=True, kw_only=True)
class Bond:
    """What holds the reports of a story together."""

    names: tuple[Told, ...]  # what most reports tell first
    figures: tuple[Told, ...]  # what many tell and is rare first
    days: tuple[Told, ...]  # told by number; of a page with a date also its own
    words: tuple[Told, ...]
    held: tuple[Held, ...]  # the surest first, so that the story's edge comes last


def bond(articles: Sequence[Annotated], links: Sequence[Link]) -> Bond:
    """Return what the articles of a story share, and which of the others each is most like.

    Copies count like any other report. Of links those with both ends in the story count.
    """
    known = [read(each) for each in articles]
    spelling = [Spelling(each) for each in articles]
    return Bond(
        names=_names(known, spelling),
        figures=_figures(each.figures for each in known),
        days=_days(each.days.days for each in known),
        words=_words(known, spelling),
        held=tuple(sorted(_held([each.article for each in known], links), key=_surest)),
    )


def _figures(told: Iterable[frozenset[str]]) -> tuple[Told, ...]:
    """Return figures by how many reports give them and how rare they are: "515" before "6"."""
    ranked = sorted(_counted(told), key=lambda each: (-each.reports * weight(each.what), each.what))
    return tuple(ranked[:MOST_SHOWN])


def _days(told: Iterable[frozenset[str]]) -> tuple[Told, ...]:
    ranked = sorted(_counted(told), key=lambda each: (-each.reports, each.what))[:MOST_SHOWN]
    return tuple(Told(what=day_told(each.what), reports=each.reports) for each in ranked)


def _counted(told: Iterable[frozenset[str]]) -> list[Told]:
    counts = Counter(each for one in told for each in one)
    return [Told(what=what, reports=n) for what, n in counts.items() if n >= LEAST_REPORTS]


def _shared(fields: Sequence[Mapping[str, float]]) -> dict[str, int]:
    """Return how many fields hold a term, for those that several do, the weightiest first."""
    masses: defaultdict[str, list[float]] = defaultdict(list)
    for field in fields:
        for term, mass in field.items():
            if mass:  # a name may be a common word that only wears a capital
                masses[term].append(mass)
    shared = {term: own for term, own in masses.items() if len(own) >= LEAST_REPORTS}
    ranked = sorted(shared, key=lambda term: (-fsum(shared[term]), term))
    return {term: len(shared[term]) for term in ranked[:MOST_WEIGHED]}


def _names(known: Sequence[Features], spelling: Sequence[Spelling]) -> tuple[Told, ...]:
    """Return names as most reports write them, "Musk" not beside "Elon Musk"."""
    counts = _shared([each.names for each in known])
    written: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for each in spelling:
        for form, phrase in each.phrase_of(counts).items():
            written[form][phrase] += 1
    found: dict[frozenset[str], Told] = {}
    for form in sorted(written, key=lambda form: -counts[form]):
        phrase = min(written[form], key=lambda each: (-written[form][each], each))
        parts = frozenset(phrase.split())
        within = [other for other in found if parts <= other or other <= parts]
        if not within:
            found[parts] = Told(what=phrase, reports=counts[form])
    return tuple(found.values())[:MOST_SHOWN]


def _words(known: Sequence[Features], spelling: Sequence[Spelling]) -> tuple[Told, ...]:
    counts = _shared([each.body for each in known])
    written: dict[str, str] = {}
    for each in spelling:
        written = each.word_of(counts) | written
    told = [Told(what=written[term], reports=counts[term]) for term in counts if term in written]
    return tuple(sorted(told, key=lambda each: -each.reports)[:MOST_SHOWN])


def _held(articles: Sequence[ArticleId], links: Iterable[Link]) -> list[Held]:
    best = {each: Held(article=each, nearest=None, score=0.0, copied=False, judged=False)
            for each in articles}  # fmt: skip
    told = Counter[ArticleId]()
    for link in links:
        if link.left in best and link.right in best and link.verdict != "different":
            for one, other in ((link.left, link.right), (link.right, link.left)):
                found = Held(
                    article=one,
                    nearest=other,
                    score=link.score,
                    copied=link.derivation is not None,
                    judged=link.verdict == "same",
                )
                best[one] = min(best[one], found, key=_surest)
            ends = zip((link.left, link.right), link.points, strict=True)
            told.update(end for end, points in ends if points >= LEADING)
    return [
        replace(held, points_to=told[held.article]) if held.score < ATTACHED else held
        for held in best.values()
    ]


def _surest(held: Held) -> tuple[bool, bool, float, ArticleId, str]:
    return (not held.judged, not held.copied, -held.score, held.article, held.nearest or "")

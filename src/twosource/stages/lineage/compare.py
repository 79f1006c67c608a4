"""Say whether one of two articles was made from the other, how, and by which passages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta
from itertools import islice

from twosource.model.linked import DerivationKind, Link
from twosource.outlets import one_outlet
from twosource.settings import LineageSettings
from twosource.stages.lineage.again import own_background
from twosource.stages.lineage.amounts import rounded
from twosource.stages.lineage.beside import LEAST_SHARED_RUNS, Found, Pair, Shared, beside, of_two
from twosource.stages.lineage.facts import tell_the_same_facts
from twosource.stages.lineage.fingerprint import Fingerprint, words_of
from twosource.stages.lineage.items import printed
from twosource.stages.lineage.passages import passages
from twosource.stages.lineage.reasons import HALF, in_common
from twosource.stages.lineage.retold import retell, retell_without_names
from twosource.stages.lineage.score import (
    CLEAR_SCORE,
    Sides,
    probability,
    probability_of_version,
    tell_too_little,
)
from twosource.stages.lineage.traits import LITTLE_MASS, Taken
from twosource.stages.lineage.translated import translated
from twosource.text.frames import tell_of_two

MOST_NOTICE_RUNS = 100  # the longest notice that stood for a body in quality/stories had 69 words
LEAST_TOLD = 3  # words of a headline: with fewer ("Live") that its text has none says nothing
LEAST_SAME_MARKS = 2  # rare names and figures that a rewritten page still has
UNKNOWN = "und"  # a language not recognised may be any, so words are compared
LEAST_SCORE = 0.5
SAME_TEXT = 0.5  # of both articles' wording: the one is the other
AS_IT_STOOD = 0.5  # of what was taken: less is a rewording
ONE_PAGE = "they are one page, read at two times"
SAME_FACTS = "in one stretch at least, they name and count the same and hardly anything else"
RETOLD = "each tells most of the names and figures of the other, in other words"
WITHOUT_NAMES = "one tells what the other does in the same order, in other words and without names"
BY_FACTS_ALONE = frozenset({SAME_FACTS, RETOLD, WITHOUT_NAMES})
CREDIT_WEIGHT = 2.5  # log-odds: it names the other as its source
SHARED_CREDIT_WEIGHT = 1.5  # both name the same third
MOST_IN_ORDER, RECOUNTED = 0.6, 0.2  # of a text, and of its figures that stand in like sentences
ENOUGH_CLEAR = 12
LAID_AT_ONCE = 64  # articles with those beside them: some 10 MB of columns, of a large family 20


def compare(one: Fingerprint, other: Fingerprint, settings: LineageSettings) -> Link | None:
    """Return a link if one of the two was made from the other, with what they share and where.

    None for independent reports, also for those that quote the same speech or statement at length,
    for background that an outlet uses again, and for articles further apart than the horizon. Which
    of the two came first is left to `decide`. The score is the probability of copying, and the
    order of the two does not matter.
    """
    links = compare_all([(one, [other])], settings)
    return next((link for link in links if link.kind == "lineage"), None)


def compare_all(
    groups: Iterable[tuple[Fingerprint, Sequence[Fingerprint]]], settings: LineageSettings
) -> Iterator[Link]:
    """Yield the links of articles, each to others that stand in order of what they share with it.

    Such as `compare` finds, and those between two reports of an outlet that uses background again.
    Of a report that hundreds print, each page is set beside the dozen it has most of: what is
    clearly a copy of so many has its parent among them. So all are laid beside their first dozen,
    and those for which that was not enough beside the rest.
    """
    waiting = iter([(article, others) for article, others in groups if others])
    while some := [*islice(waiting, LAID_AT_ONCE)]:
        clear = [0] * len(some)
        for rank in (slice(ENOUGH_CLEAR), slice(ENOUGH_CLEAR, None)):
            asked = [
                (number, _in_order(article, other))
                for number, (article, others) in enumerate(some)
                if clear[number] < ENOUGH_CLEAR
                for other in others[rank]
                if not _too_far(article, other, settings)
            ]
            if not asked:
                continue
            pairs = [pair for _, pair in asked]
            found = beside(
                pairs, [_credit_each_other(*pair) or _share_a_page(*pair) for pair in pairs]
            )
            for (number, pair), each in zip(asked, found, strict=True):
                if clear[number] < ENOUGH_CLEAR and (link := _link(*pair, each)):
                    yield link
                    clear[number] += link.kind == "lineage" and link.score >= CLEAR_SCORE


def _in_order(one: Fingerprint, other: Fingerprint) -> Pair:
    return (one, other) if one.article <= other.article else (other, one)


def _link(one: Fingerprint, other: Fingerprint, found: Found) -> Link | None:
    return _copied(one, other, found) or own_background(one, other, found.shared)


def _copied(one: Fingerprint, other: Fingerprint, found: Found) -> Link | None:
    """Return a link of two, by what stands in both, if one was made from the other."""
    if one.language != other.language and UNKNOWN not in (one.language, other.language):
        return translated(one, other, credited=_credit_each_other(one, other))
    again = _same_page(one, other, found.shared)
    if not (found.worth or again or _credit_each_other(one, other)):
        return None
    updates = again or one_outlet(one.outlet, other.outlet)
    in_order = max(side.in_order for side in found.sides) >= MOST_IN_ORDER
    rounds = in_order and not updates and _tell_other_figures(found.sides)
    if rounds:
        found = of_two(one, other, rounded(one.numbers, other.numbers))
        rounds = not _tell_other_figures(found.sides)
    score, sides = _score(one, other, found.sides), found.sides
    item = None if updates else printed(one, other, sides, copied=score >= LEAST_SCORE)
    retold = () if score >= LEAST_SCORE or updates else _retold(one, other, found)
    if item:
        score, retold = LEAST_SCORE, (item.why,)
    elif again or retold:
        score = max(score, LEAST_SCORE)
    if score < LEAST_SCORE or (tells_of_neither(one, other) and not again):
        return None
    if not again and tell_of_two(one.filled, other.filled, by_figures=not rounds):
        return None
    ends = zip((one, other), sides, strict=True)
    (here, copy), (there, original) = sorted(ends, key=_more, reverse=True)
    return Link(
        kind="lineage",
        left=one.article,
        right=other.article,
        score=score,
        why=(*([ONE_PAGE] if again else ()), *in_common(here, there, copy), *retold),
        derivation="update" if updates else "item" if item else _kind(copy, original),
        passages=item.inside(passages(one, other)) if item else passages(one, other),
        wording=(round(sides[0].whole, 6), round(sides[1].whole, 6)),
    )


def _tell_other_figures(sides: Sides) -> bool:
    return min(side.recounted for side in sides) >= RECOUNTED


def _score(one: Fingerprint, other: Fingerprint, sides: Sides) -> float:
    """Return the probability of copying, for two articles of one outlet that of being versions.

    0 where too little is told alike, but for a text of one sentence, which has no more to share.
    """
    if one_outlet(one.outlet, other.outlet):
        same_headline = one.headline == other.headline != ""
        return probability_of_version(sides, same_headline)
    credit = _credit(one, other)
    shorter = min(one.told.mass, other.told.mass)
    if not credit and shorter >= LITTLE_MASS and tell_too_little(sides):
        return 0.0
    return probability(sides, credit)


def _retold(one: Fingerprint, other: Fingerprint, found: Found) -> tuple[str, ...]:
    """Return why one of two retells the other though hardly a sentence of it is like another's."""
    if tell_the_same_facts(one, other, found):
        return (SAME_FACTS,)
    if retell(one, other, found):
        return (RETOLD,)
    return (WITHOUT_NAMES,) if retell_without_names(one, other, found.sides) else ()


def _too_far(one: Fingerprint, other: Fingerprint, settings: LineageSettings) -> bool:
    if one.published is None or other.published is None:
        return False
    return abs(one.published - other.published) > timedelta(days=settings.horizon_days)


def _share_a_page(one: Fingerprint, other: Fingerprint) -> bool:
    return one.outlet == other.outlet and not one.addresses.isdisjoint(other.addresses)


def _same_page(one: Fingerprint, other: Fingerprint, shared: Shared) -> bool:
    """Return whether the two are one page at two times, however much of it was rewritten.

    Some addresses, of live pages and of fronts, are used for one matter after the other: the page
    must give the same date, or still speak of something it spoke of before.
    """
    if not _share_a_page(one, other):
        return False
    same_date = one.published is not None and one.published == other.published
    kept = shared.names >= LEAST_SAME_MARKS or shared.runs >= LEAST_SHARED_RUNS
    return same_date or kept


def tells_of_neither(one: Fingerprint, other: Fingerprint) -> bool:
    """Return whether two short texts say nothing of either's headline: a notice of the site.

    Pages of videos, and pages behind a wall, often hold a headline and an invitation to chat or to
    subscribe. A report has some word of its headline, and so has a copy of it.
    """
    if max(len(one.wording.runs), len(other.wording.runs)) > MOST_NOTICE_RUNS:
        return False
    (head, body), (other_head, other_body) = words_of(one), words_of(other)
    if min(len(head), len(other_head)) < LEAST_TOLD or head & other_head:
        return False
    return (head | other_head).isdisjoint(body | other_body)


def _more(end: tuple[Fingerprint, Taken]) -> tuple[float, str]:
    return end[1].wording + end[1].in_order, end[0].outlet


def _credit(one: Fingerprint, other: Fingerprint) -> float:
    if _credit_each_other(one, other):
        return CREDIT_WEIGHT
    return SHARED_CREDIT_WEIGHT if one.credited & other.credited else 0.0


def _credit_each_other(one: Fingerprint, other: Fingerprint) -> bool:
    return _credits(one, other) or _credits(other, one)


def _credits(copy: Fingerprint, original: Fingerprint) -> bool:
    return original.outlet in copy.credited or bool(copy.leads_to & original.addresses)


def _kind(copy: Taken, original: Taken) -> DerivationKind:
    if copy.wording < HALF and copy.as_it_stood < AS_IT_STOOD:
        return "rewrite"
    return "verbatim" if original.wording >= SAME_TEXT else "excerpt"

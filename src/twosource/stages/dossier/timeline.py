"""Lay out the dated happenings of a story, before, during and after its main day."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import replace
from datetime import date, timedelta
from typing import Literal

from twosource.model.acquired import Article
from twosource.model.annotated import Granularity
from twosource.model.dossier import Happening
from twosource.model.identity import Span
from twosource.model.material import StoryMaterial
from twosource.stages.dossier.cite import Cite, cited_text, folded
from twosource.stages.dossier.happenings import Dated, dated_in
from twosource.stages.dossier.reading import Reading, reading_of
from twosource.stages.dossier.sameness import content_words, likeness
from twosource.stages.dossier.telling.roots import roots

MOST_HAPPENINGS = 40
COMFORTABLE = 16
DAY = len("2026-03-03")
MOST_ALONE_OF_A_DAY = 6  # sentences that one report alone tells of it, in a long timeline
ALIKE = 0.42  # share of content words two sentences of one date must have in common to be one
ALIKE_FAR = 0.2  # the same for a day that is no day of the story
LEAD = 500  # code points that open a report
HEADLINE_SHARE = 0.3  # of the headlines that must hold a word which tells of the event
HEADLINE_WORDS = 2  # of them that a sentence must hold
FAR = 3  # days from the main day
NAMES = 0.12  # what it adds when all names of the shorter sentence stand in the other, too
DATED_ALIKE = 0.2  # the same for a word that both have beside the date: "Sunday's crash"

Era = Literal["before", "during", "after"]


def lay_timeline(material: StoryMaterial, cite: Cite) -> tuple[Happening, ...]:
    """Return the happenings in the order of their dates, one entry for all who tell the same.

    A happening is a body sentence with a date resolved to a day, month or year. Two sentences of
    one date tell the same happening when they are alike in words and names; the fullest of the
    earliest report is shown and all are cited. The main day is the one most outlets name, among
    days within a week of the first report: earlier dates are before it, later ones after.
    """
    reading = reading_of(material)
    dated = [
        each
        for annotated in reading.standing
        if reading.supports(annotated.article.id)
        for each in dated_in(annotated, reading)
    ]
    main = _main_day(dated, reading)
    dated = _hearts(dated, main, reading)
    groups = _same_happenings(dated, main, reading)
    ordered = sorted(
        groups,
        key=lambda group: (group[0].when, reading.place(group[0].article), group[0].sentence),
    )
    kept = _most_told(ordered, reading)
    return tuple(_happening(group, main, reading, cite) for group in kept)


def _same_happenings(dated: list[Dated], main: str, reading: Reading) -> list[list[Dated]]:
    of_date: dict[str, list[list[Dated]]] = defaultdict(list)
    for each in sorted(dated, key=lambda d: (d.when, reading.place(d.article), d.sentence)):
        groups, least = of_date[each.when], _least_alike(each.when, main)
        for group in groups:
            if any(_alike(each, other, least) for other in group):
                group.append(each)
                break
        else:
            groups.append([each])
    return [group for groups in of_date.values() for group in groups]


def _alike(one: Dated, other: Dated, least: float) -> bool:
    """Return whether two sentences of one date, at `least` so much alike, tell one happening."""
    if one.article == other.article:
        return one.words == other.words  # a caption that a page prints twice
    if one.heart and other.heart:
        return True
    shared_names = len(one.names & other.names) / max(1, min(len(one.names), len(other.names)))
    alike = likeness(one.words, other.words) + NAMES * shared_names
    return alike + DATED_ALIKE * bool(one.beside & other.beside) >= least


def _least_alike(when: str, main: str) -> float:
    """Return how much alike two sentences of a date must be to tell one happening.

    Much happens on the story's own days; a date far from them that two reports give is mostly
    given for one thing ("until 2 June").
    """
    far = len(when) == len(main) == DAY and abs(_days(when, date.fromisoformat(main))) > FAR
    return ALIKE_FAR if far else ALIKE


def _hearts(dated: list[Dated], main: str, reading: Reading) -> list[Dated]:
    """Mark the sentences that tell the event itself: on its day, early, in the headlines' words.

    Every report tells it in words of its own; what they share is what the headlines share. Who
    "perished in Sunday's crash" tells of it too, wherever that stands.
    """
    in_headlines = Counter(
        word for each in reading.articles for word in roots(content_words(each.article.headline))
    )
    heart = {w for w, n in in_headlines.items() if n >= HEADLINE_SHARE * len(reading.articles)}
    return [
        replace(
            each,
            heart=each.when == main
            and (
                bool(heart & each.owned)
                or (each.sentence.start < LEAD and len(heart & each.words) >= HEADLINE_WORDS)
            ),
        )
        for each in dated
    ]


def _main_day(dated: list[Dated], reading: Reading) -> str:
    """Return the day that most outlets name, near the first report; "" without a dated report."""
    published = [a.article.published for a in reading.articles if a.article.published]
    if not published:
        return ""
    first = min(published).date()
    pairs = {
        (each.when, reading.outlet_of[each.article])
        for each in dated
        if len(each.when) == DAY and abs(_days(each.when, first)) <= timedelta(days=7).days
    }
    votes = Counter(when for when, _ in pairs)
    if not votes:
        return first.isoformat()
    return max(votes, key=lambda when: (votes[when], -abs(_days(when, first)), when))


def _days(when: str, other: date) -> int:
    try:
        return (date.fromisoformat(when) - other).days
    except ValueError:  # "2026-02-31": a slip of the source
        return 10_000


def _era(when: str, main: str) -> Era:
    if not main or main.startswith(when):
        return "during"
    return "before" if when < main else "after"


def _most_told(groups: list[list[Dated]], reading: Reading) -> list[list[Dated]]:
    """Keep what fits: what most reports tell, days before mere months and years.

    Past COMFORTABLE entries a month or year that one report alone mentions is left out: it is
    background there ("since 1950"), not a happening of the story.
    """
    groups = _not_too_much_of_a_day(groups, reading) if len(groups) > COMFORTABLE else groups
    reports = [len({reading.report(each.article) for each in group}) for group in groups]
    days = [len(group[0].when) == DAY for group in groups]
    if len(groups) > COMFORTABLE:
        ranked = [k for k in range(len(groups)) if days[k] or reports[k] > 1]
    else:
        ranked = list(range(len(groups)))
    ranked.sort(key=lambda k: (-reports[k], not days[k], k))
    return [groups[k] for k in sorted(ranked[:MOST_HAPPENINGS])]


def _not_too_much_of_a_day(groups: list[list[Dated]], reading: Reading) -> list[list[Dated]]:
    """Return the groups without what one report alone tells of a day late in its text.

    Of the day itself every report tells much, most of it no happening: who wept, what was said.
    """
    told: Counter[str] = Counter()
    kept: set[int] = set()
    begins = [min(each.sentence.start for each in group) for group in groups]
    for place in sorted(range(len(groups)), key=begins.__getitem__):
        group = groups[place]
        alone = len({reading.report(each.article) for each in group}) == 1
        told[group[0].when] += alone
        if not alone or told[group[0].when] <= MOST_ALONE_OF_A_DAY:
            kept.add(place)
    return [groups[place] for place in sorted(kept)]


def _happening(group: list[Dated], main: str, reading: Reading, cite: Cite) -> Happening:
    shown = group[0]
    citations = [cite(each.article, each.sentence) for each in group]
    article = next(a.article for a in reading.standing if a.article.id == shown.article)
    told = _with_bound(article, shown.time.span) + article.words(shown.time.span)
    return Happening(
        when=shown.when,
        granularity=_granularity(shown.when),
        era=_era(shown.when, main),
        as_told=folded(told),
        text=cited_text(*citations),
        outlets=reading.outlets_in_order(each.article for each in group),
    )


_BOUND = re.compile(r"\b(?:until|till|by|before|after|since) (?:the )?$")


def _with_bound(article: Article, time: Span) -> str:
    """Return the word before a date by which nothing happened on it: "until" Sunday."""
    begin = max(0, time.start - len("before the "))
    found = _BOUND.search(article.part_text(time.part), begin, time.start)
    return found.group() if found else ""


def _granularity(when: str) -> Granularity:
    by_length: dict[int, Granularity] = {4: "year", 7: "month"}
    return by_length.get(len(when), "day")

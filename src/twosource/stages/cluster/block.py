"""Read from an article what tells its event, and the few keys under which others can find it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import compress
from math import log, sqrt

from twosource.model.annotated import Annotated
from twosource.model.identity import ArticleId, LanguageCode, OutletId
from twosource.stages.cluster.days import Days, days_told
from twosource.stages.cluster.figures import figures_in, spelled_figures
from twosource.stages.cluster.running import running
from twosource.stages.cluster.scene import Scene, scene_of
from twosource.text.cut import cut_up
from twosource.text.frames import Filled, filled_in
from twosource.text.hashes import as_key
from twosource.text.named import named_in
from twosource.text.names import headline_names
from twosource.text.normalize import read_words, stem
from twosource.text.weights import weight

Field = Mapping[str, float]

LEAD_WORDS = 80  # of the body: what happened, to whom and where stands before that
LEAD_BOOST = 2.0
BEGIN_WORDS = 60  # of the body: with the headline what a report begins with, and angles tell of
COMMON = 4.0  # weight of a word that one article in fifty has: so much of each tells no event
HEADLINE_WORDS = 6  # of the lead stand for a headline where a page has none
MOST_BODY_WORDS = 1500  # beyond it a long read is background, not the event
MOST_TERMS = 160  # heaviest terms kept per field; more cost memory and moved no figure
KEY_TERMS = 24  # of body and names, that serve as keys
LEAST_NAME_WEIGHT = 2.5  # names the table knows too well ("Trump") still name somebody


@dataclass(frozen=True, slots=True, kw_only=True)
class Features:
    """What two articles are compared by. Fields are unit vectors over stems or folded names."""

    article: ArticleId
    outlet: OutletId
    published: datetime | None  # UTC; None where the page does not say
    title: Field
    body: Field
    pairs: Field  # of neighbouring words
    names: Field
    begins: Field  # what words of the beginning that are no names weigh beyond common ones
    lead_names: Field  # weights of the names in headline and lead, not normed
    vocabulary: frozenset[str]  # every stem and name of headline and body
    headed: bool  # whether a headline says anything; else the lead's heaviest words are the title
    figures: frozenset[str]
    lead_figures: frozenset[str]
    days: Days
    scene: Scene
    filled: Filled  # what fills the slots of its frame
    words: int


def read(annotated: Annotated) -> Features:
    """Return the features of an article, from headline, deck and body alone.

    Names are found by their capitals, so that a language without a model fares like one with.
    """
    article = running(annotated)
    text = f"{article.deck}\n\n{article.text}" if article.deck else article.text
    language = article.language
    cut, title = cut_up(text, language), read_words(article.headline)
    words, are_names = cut.read(), named_in(cut)
    names = frozenset(compress(words.forms, are_names.tolist()))
    in_title = headline_names(article.headline, title, names)
    stems = [stem(form) for form in words.forms[:MOST_BODY_WORDS]]
    title_stems = [stem(form) for form in title.forms]
    weights = [weight(form, language) for form in words.forms[:MOST_BODY_WORDS]]
    title_weights = [weight(form, language) for form in title.forms]
    named = [form for form in words.forms[:MOST_BODY_WORDS] if form in names]
    lead_named = {form for form in words.forms[:LEAD_WORDS] if form in names} | in_title
    spelled = list(spelled_figures(text, words))
    lead_spelled = {figure for place, figure in spelled if place < LEAD_WORDS}
    lead_spelled |= {figure for _, figure in spelled_figures(article.headline, title)}
    lead_end = words.ends[min(LEAD_WORDS, len(words)) - 1] if len(words) else 0
    body = _body_field(title_stems, title_weights, stems, weights)
    headline = _title_field(title_stems, title_weights)  # none of "What has it been?"
    return Features(
        article=article.id,
        outlet=article.outlet,
        published=article.published,
        title=unit(headline or _stand_in(body, stems, weights)),
        body=unit(body),
        pairs=unit(_pair_field(title_stems, title_weights, stems, weights)),
        names=unit(_name_field(in_title, named, lead_named, language)),
        begins={
            term: mass - COMMON
            for forms, terms, masses in (
                (title.forms, title_stems, title_weights),
                (words.forms[:BEGIN_WORDS], stems, weights),
            )
            for form, term, mass in zip(forms, terms, masses, strict=False)
            if mass > COMMON and form not in names and form not in in_title
        },
        lead_names=_lead_names(lead_named, language),
        headed=bool(headline),
        vocabulary=frozenset(stems) | frozenset(title_stems) | names | in_title,
        figures=figures_in(text) | {figure for _, figure in spelled},
        lead_figures=figures_in(f"{text[:lead_end]}\n{article.headline}") | lead_spelled,
        days=days_told(annotated, lead_end - (len(text) - len(article.text))),
        scene=scene_of(article, title, text, words, names | in_title, LEAD_WORDS),
        filled=filled_in(cut, are_names),
        words=len(words) + len(title),
    )


def _lead_names(named: Iterable[str], language: LanguageCode) -> dict[str, float]:
    masses = {form: name_weight(form, language) for form in sorted(named)}
    return {form: mass for form, mass in masses.items() if mass}


def name_weight(form: str, language: str) -> float:
    """Return a name's weight, at least 2.5; 0 for a common word that only wears a capital."""
    own = weight(form, language)
    return max(LEAST_NAME_WEIGHT, own) if own else 0.0


def _title_field(stems: Sequence[str], weights: Sequence[float]) -> dict[str, float]:
    return {term: mass for term, mass in zip(stems, weights, strict=True) if mass}


def _stand_in(body: Field, stems: Sequence[str], weights: Sequence[float]) -> dict[str, float]:
    """Return the words of the lead that the article comes back to most, as it were its headline."""
    lead = _title_field(stems[:LEAD_WORDS], weights[:LEAD_WORDS])
    ranked = sorted(lead, key=lambda term: (-body[term], term))
    return {term: lead[term] for term in ranked[:HEADLINE_WORDS]}


def _body_field(
    title: Sequence[str],
    title_weights: Sequence[float],
    stems: Sequence[str],
    weights: Sequence[float],
) -> dict[str, float]:
    counts: Counter[str] = Counter()
    mass: dict[str, float] = {}
    boost: dict[str, float] = {}
    told = zip((*title, *stems), (*title_weights, *weights), strict=True)
    for place, (term, own) in enumerate(told):
        if own:
            counts[term] += 1
            mass[term] = min(own, mass.get(term, own))
            if place < len(title) + LEAD_WORDS:
                boost[term] = LEAD_BOOST
    return {t: (1 + log(n)) * mass[t] * boost.get(t, 1.0) for t, n in counts.items()}


def _pair_field(
    title: Sequence[str],
    title_weights: Sequence[float],
    stems: Sequence[str],
    weights: Sequence[float],
) -> dict[str, float]:
    field: dict[str, float] = {}
    for terms, masses in ((title, title_weights), (stems, weights)):
        for place in range(len(terms) - 1):
            one, two = masses[place], masses[place + 1]
            if one and two:
                key = f"{terms[place]} {terms[place + 1]}"
                own = (one + two) * (LEAD_BOOST if place < LEAD_WORDS else 1.0)
                field[key] = max(own, field.get(key, 0.0))
    return field


def _name_field(
    in_title: frozenset[str], named: Sequence[str], lead: set[str], language: str
) -> dict[str, float]:
    counts = Counter(named) + Counter(in_title)
    return {
        form: (1 + log(n)) * name_weight(form, language) * (LEAD_BOOST if form in lead else 1.0)
        for form, n in counts.items()
    }


def unit(field: Mapping[str, float]) -> dict[str, float]:
    """Return the heaviest terms of a field as a vector of length 1, in sorted order."""
    heaviest = sorted(field.items(), key=lambda item: (-item[1], item[0]))[:MOST_TERMS]
    length = sqrt(sum(mass * mass for _, mass in heaviest))
    return {term: mass / length for term, mass in sorted(heaviest) if length}


def block(features: Features) -> tuple[int, ...]:
    """Return the keys under which articles of the same event can be found, sorted.

    The heaviest words of the body and the heaviest names. Articles of one event share several;
    which neighbours to compare is the store's choice of the most shared.
    """
    words = heaviest(features.body)
    names = heaviest(features.names)
    keys = {as_key(f"word {term}") for term in words} | {as_key(f"name {term}") for term in names}
    return tuple(sorted(keys))


def heaviest(field: Field) -> tuple[str, ...]:
    """Return the terms of a field that serve as keys, the heaviest first."""
    ranked = sorted(field.items(), key=lambda item: (-item[1], item[0]))
    return tuple(term for term, _ in ranked[:KEY_TERMS])

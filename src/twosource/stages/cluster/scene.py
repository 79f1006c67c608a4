"""Read where and on which weekday an article plays: what it begins with, and what it tells."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from twosource.model.acquired import Article
from twosource.model.identity import CountryCode
from twosource.places import all_country_forms, country_of, short_name
from twosource.text.calendar import WEEKDAYS
from twosource.text.normalize import Words, read_words

# The kinds of what two articles can both give: figures, and what is of their scene.
FIGURE, COUNTRY, WEEKDAY = 0, 1, 2

OF_WEEK = {name: name.capitalize() for name in WEEKDAYS}
MOST_WORDS = 3  # of a country's name that are looked at: "Bosnia and Herzegovina"
SPELLINGS = 10_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """Countries by their code, "FR", and weekdays by their name, "Thursday"."""

    first: frozenset[str]  # in headline or lead
    told: frozenset[str]  # anywhere


def scene_of(article: Article, title: Words, text: str, words: Words, lead_words: int) -> Scene:
    """Return the scene of an article whose headline and text have these words.

    "French" and "France" are one. A page that gives its date begins with the weekday on which it
    was written, whatever it tells of: weekdays count on the others alone.
    """
    told = [*_named(text, words)]
    in_title = [name for _, name in _named(article.headline, title)]
    first = {name for place, name in told if place < lead_words}.union(in_title)
    anywhere = {name for _, name in told}.union(in_title)
    aside = OF_WEEK.values() if article.published else ()
    return Scene(first=frozenset(first.difference(aside)), told=frozenset(anywhere))


def kind_of(told: str) -> int:
    """Return of which kind is what two articles both give."""
    if told[0].isdigit():
        return FIGURE
    return WEEKDAY if told.lower() in OF_WEEK else COUNTRY


def spelled_out(told: str) -> str:
    """Return what two articles both give as people write it: "France" for "FR"."""
    return short_name(CountryCode(told)) if kind_of(told) == COUNTRY else told


def _named(text: str, words: Words) -> Iterator[tuple[int, str]]:
    """Yield countries and weekdays with the place of their first word."""
    begins, end = _first_words(), 0
    for place, form in enumerate(words.forms):
        if place < end or form not in begins or not text[words.starts[place]].isupper():
            continue
        if form in OF_WEEK:
            yield place, OF_WEEK[form]
            continue
        for last in range(min(place + MOST_WORDS, len(words)) - 1, place - 1, -1):
            country = _country(text[words.starts[place] : words.ends[last]])
            if country:
                end = last + 1
                yield place, country
                break


@cache
def _first_words() -> frozenset[str]:
    of_countries = (read_words(form).forms[0] for form in all_country_forms())
    return frozenset(of_countries).union(OF_WEEK)


@lru_cache(maxsize=SPELLINGS)
def _country(words: str) -> str | None:
    return country_of(words)

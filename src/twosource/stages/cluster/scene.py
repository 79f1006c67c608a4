"""Read where and on which weekday an article plays: what it begins with, and what it tells."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from twosource.model.acquired import Article
from twosource.model.identity import CountryCode
from twosource.places import all_country_forms, country_of, demonym_of, short_name
from twosource.text.calendar import WEEKDAYS
from twosource.text.frames import sound_of
from twosource.text.lexicon import CALENDAR
from twosource.text.normalize import Words, read_words

# The kinds of what two articles can both give: figures, and what is of their scene.
FIGURE, COUNTRY, WEEKDAY, PLACE = 0, 1, 2, 3

WHERE = frozenset(("in", "near", "at", "outside", "off"))  # what stands before a place
OF_WEEK = {name: name.capitalize() for name in WEEKDAYS}
MOST_WORDS = 3  # of a country's name that are looked at: "Bosnia and Herzegovina"
SPELLINGS = 10_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """Countries by their code, "FR", weekdays by their name, "Thursday", places by their sound.

    An article begins with a place where it says that something was in it, or near; of what else
    it tells any name may be the place of another.
    """

    first: frozenset[str]  # in headline or lead
    told: frozenset[str]  # anywhere


def scene_of(
    article: Article,
    title: Words,
    text: str,
    words: Words,
    names: frozenset[str],
    lead_words: int,
) -> Scene:
    """Return the scene of an article whose headline and text have these words and names.

    "French" and "France" are one. A page that gives its date begins with the weekday on which it
    was written, whatever it tells of: weekdays count on the others alone.
    """
    told = [*_named(text, words, names)]
    in_title = [name for _, name in _named(article.headline, title, names)]
    first = {name for place, name in told if place < lead_words}.union(in_title)
    anywhere = {name for _, name in told}.union(in_title)
    aside = OF_WEEK.values() if article.published else ()
    places = {*_places(text, words, lead_words), *_places(article.headline, title, len(title))}
    first = first.difference(aside).union(map(sound_of, places & names))
    return Scene(first=frozenset(first), told=frozenset(map(sound_of, names)).union(anywhere))


def kind_of(told: str) -> int:
    """Return of which kind is what two articles both give."""
    if told[0].isdigit():
        return FIGURE
    if told.isupper():
        return COUNTRY
    return WEEKDAY if told.lower() in OF_WEEK else PLACE


def spelled_out(told: str) -> str:
    """Return what two articles both give as people write it: "France" for "FR"."""
    return short_name(CountryCode(told)) if kind_of(told) == COUNTRY else told


def _named(text: str, words: Words, names: frozenset[str]) -> Iterator[tuple[int, str]]:
    """Yield countries and weekdays with the place of their first word.

    A country's own name within a longer one is none: New Mexico, Jordan Henderson, Air France.
    """
    begins, end = _first_words(), 0
    for place, form in enumerate(words.forms):
        if place < end or form not in begins or not text[words.starts[place]].isupper():
            continue
        if form in OF_WEEK:
            yield place, OF_WEEK[form]
            continue
        for last in range(min(place + MOST_WORDS, len(words)) - 1, place - 1, -1):
            said = text[words.starts[place] : words.ends[last]]
            country = _country(said)
            if country:
                end = last + 1
                longer = _one_name(text, words, place, names) or _one_name(text, words, end, names)
                if not longer or demonym_of(said):
                    yield place, country
                break


def _one_name(text: str, words: Words, place: int, names: frozenset[str]) -> bool:
    """Return whether a word and the one before it can be of one name."""
    if not 0 < place < len(words) or not _goes_on(text, words, place):
        return False
    before = words.starts[place - 1]
    return text[before].isupper() and names.issuperset(words.forms[place - 1 : place + 1])


def _places(text: str, words: Words, most: int) -> Iterator[str]:
    """Yield the last word of each name behind "in" or "near", among so many words; no country's."""
    for place, form in enumerate(words.forms[:most]):
        first = place + 1
        if form not in WHERE or first == len(words) or not text[words.starts[first]].isupper():
            continue
        last = first
        while last + 1 < len(words) and _goes_on(text, words, last + 1):
            last += 1
        said = [text[words.starts[each] : words.ends[last]] for each in (first, last)]
        if words.forms[last] not in CALENDAR and not any(map(_country, said)):
            yield words.forms[last]


def _goes_on(text: str, words: Words, place: int) -> bool:
    """Return whether a word with a capital stands right behind the one before it."""
    between = text[words.ends[place - 1] : words.starts[place]]
    return between in (" ", "-") and text[words.starts[place]].isupper()


@cache
def _first_words() -> frozenset[str]:
    of_countries = (read_words(form).forms[0] for form in all_country_forms())
    return frozenset(of_countries).union(OF_WEEK)


@lru_cache(maxsize=SPELLINGS)
def _country(words: str) -> str | None:
    return country_of(words)

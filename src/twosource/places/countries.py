"""Say which country a name, an adjective or a word for its people stands for."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import cache

from twosource.model.identity import CountryCode
from twosource.places.spelling import folded, is_abbreviation, is_capitalised, without_possessive
from twosource.places.tables import (
    EUROPEAN_UNION,
    alias_forms,
    demonym_table,
    iso_forms,
    iso_names,
    namesakes,
    shared_demonyms,
    short_names,
)


def country_of(words: str, company: Collection[str] = ()) -> CountryCode | None:
    """Return the country that `words` as a whole name, or None.

    Names, aliases, adjectives and words for the people are known, with or without "the" and "'s".
    Never a city, a state of a federation or a region: Moscow, California and New England are None,
    and so is every longer name that holds a country's: Georgia Tech, Indiana, Jordan Peterson. A
    word without a capital is None (turkey, china, us, polish), and abbreviations must be in
    capitals.

    Names that a country shares need `company`, the other names of the same text: Georgia (the
    US state), Congo and Congolese (two countries), Korea and Korean (two), Jersey (New Jersey),
    Dominican. The meaning with more of its words in the company wins; none or a tie is None.
    Jordan, Chad, Guinea and Turkey are the countries: that "Jordan" is a person's name here is for
    the caller to know, who sees the words before it. "Indian" is of India.

    England, Scotland, Wales and Northern Ireland answer GB. Taiwan, Palestine and Hong Kong have
    codes of their own, as ISO 3166 has it; Kosovo, which it lacks, answers XK. That takes no side
    on anybody's status. The European Union is an organization and answers None.
    """
    shared = _shared(folded(words))
    if shared:
        return _decided(shared, company) if is_capitalised(words) else None
    spelt = without_possessive(words)
    bare = spelt[4:] if spelt[:4].casefold() == "the " else spelt
    if bare.replace(".", "") in _letter_by_letter():
        return _letter_by_letter()[bare.replace(".", "")]
    return _names().get(folded(spelt)) if is_capitalised(bare) else None


def demonym_of(words: str) -> CountryCode | None:
    """Return the country whose adjective or people `words` name ("Dutch", "Poles"), or None.

    The same as `country_of` for these forms, and None for a country's own name.
    """
    return country_of(words) if folded(words) in _demonyms() else None


def iso_name(code: CountryCode) -> str:
    """Return the ISO 3166 English name: "Russian Federation", "Iran, Islamic Republic of".

    The wording is the standard's and no statement of ours, as in "Taiwan, Province of China".
    XK and EU answer Kosovo and European Union. An unknown code is answered as it is, since a
    dossier that was kept must stay readable when a list changes.
    """
    return iso_names().get(code, code)


def short_name(code: CountryCode) -> str:
    """Return the name that a headline would use: Russia, Iran, South Korea, US."""
    return short_names().get(code, code)


def is_country_code(code: str) -> bool:
    """Return whether `code` is the alpha-2 code of a country here: ISO 3166's, or XK."""
    return code in iso_names() and code != EUROPEAN_UNION


def all_country_forms() -> Mapping[str, CountryCode]:
    """Return every spelling that `country_of` knows without company, as texts write it."""
    return _forms()


def demonym_forms() -> Mapping[str, CountryCode]:
    """Return the adjectives and words for people that need no company, as texts write them."""
    return demonym_table()


@cache
def _forms() -> Mapping[str, CountryCode]:
    return {**iso_forms(), **alias_forms(), **demonym_forms()}


@cache
def _names() -> Mapping[str, CountryCode]:
    return {folded(form): code for form, code in _forms().items() if _is_name(form)}


def _is_name(form: str) -> bool:
    # "Réunion" must not answer for "Reunion", so its folded form is left out.
    return not is_abbreviation(form) and form != "Réunion"


@cache
def _letter_by_letter() -> Mapping[str, CountryCode]:
    """Forms that are matched in their own case, without their stops: US, UAE, Réunion."""
    return {form.replace(".", ""): code for form, code in _forms().items() if not _is_name(form)}


@cache
def _demonyms() -> frozenset[str]:
    """All demonyms, those that two countries share included."""
    return frozenset(folded(form) for form in (*demonym_table(), *shared_demonyms()))


@cache
def _shared(form: str) -> tuple[tuple[CountryCode | None, frozenset[str]], ...]:
    return tuple(
        (meaning.code, frozenset(map(folded, meaning.cues)))
        for meaning in namesakes()
        if folded(meaning.form) == form
    )


def _decided(
    meanings: tuple[tuple[CountryCode | None, frozenset[str]], ...], company: Collection[str]
) -> CountryCode | None:
    names = set(map(folded, company))
    votes = sorted(
        ((len(cues & names), code) for code, cues in meanings), key=lambda vote: -vote[0]
    )
    (most, code), (second, _) = votes[0], votes[1]
    return code if most > second else None

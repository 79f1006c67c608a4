"""Say whose government a city or building stands for when it acts: "Beijing said"."""

from __future__ import annotations

from functools import cache

from twosource.model.identity import CountryCode
from twosource.places.spelling import folded, is_capitalised
from twosource.places.tables import capital_table


def capital_of(words: str) -> CountryCode | None:
    """Return the country whose capital or seat of government `words` name, or None.

    This is a reading for what acts ("Moscow warned"), not an identity: the city stays a city, and
    only the caller sees whether it acts. Brussels answers EU, the European Union. Where the seat
    is elsewhere than the capital both are known (The Hague, Tel Aviv, La Paz). Jerusalem answers
    IL because Israel's government speaks from there; that is no word on the city's status. Names
    that are better known otherwise are left out: Hamilton, Victoria, St. John's, San Jose, Male.
    """
    if not is_capitalised(words):
        return None
    return _cities().get(folded(words)) or _seats().get(folded(words))


def is_seat(words: str) -> bool:
    """Return whether `words` are a building or quarter that is never meant as a town: Kremlin."""
    return is_capitalised(words) and folded(words) in _seats()


@cache
def _cities() -> dict[str, CountryCode]:
    return _folded("capital")


@cache
def _seats() -> dict[str, CountryCode]:
    return _folded("seat")


def _folded(kind: str) -> dict[str, CountryCode]:
    return {folded(form): code for form, code in capital_table(kind).items()}

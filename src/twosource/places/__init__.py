"""Which country a word stands for, and which government a capital speaks for."""

from twosource.places.capitals import capital_of, is_seat
from twosource.places.countries import (
    all_country_forms,
    country_of,
    demonym_forms,
    demonym_of,
    is_country_code,
    iso_name,
    short_name,
)
from twosource.places.tables import EUROPEAN_UNION, KOSOVO

__all__ = [
    "EUROPEAN_UNION",
    "KOSOVO",
    "all_country_forms",
    "capital_of",
    "country_of",
    "demonym_forms",
    "demonym_of",
    "is_country_code",
    "is_seat",
    "iso_name",
    "short_name",
]

"""Hold the country forms: every known form answers its country, no other name answers one."""

from __future__ import annotations

from pathlib import Path

import pycountry
import pytest

from twosource.model.identity import CountryCode
from twosource.places import (
    EUROPEAN_UNION,
    all_country_forms,
    country_of,
    demonym_forms,
    demonym_of,
    is_country_code,
    iso_name,
    short_name,
)

PROBE = [
    (code, form)
    for line in (Path(__file__).parent / "probe.tsv").read_text("utf-8").splitlines()[1:]
    for code, forms in [line.split("\t")]
    for form in forms.split(" | ")
]
FORMS = {form: code for code, form in PROBE if code != "-"}
NO_COUNTRY = [form for code, form in PROBE if code == "-"]


def test_the_probe_is_as_large_as_it_is_said_to_be() -> None:
    assert len(FORMS) >= 150
    assert len(set(NO_COUNTRY)) == len(NO_COUNTRY) >= 60


@pytest.mark.parametrize("form", FORMS)
def test_every_form_of_the_probe_names_its_country(form: str) -> None:
    assert country_of(form) == FORMS[form]


@pytest.mark.parametrize("words", NO_COUNTRY)
def test_no_city_state_region_body_or_person_is_taken_for_a_country(words: str) -> None:
    assert country_of(words) is None


def test_every_iso_country_is_known_by_its_own_name_unless_it_shares_it() -> None:
    lost = {c.alpha_2 for c in pycountry.countries if country_of(c.name) != c.alpha_2}
    assert lost == {"AQ", "CG", "GE", "JE"}


def test_every_form_handed_out_is_known_and_every_code_is_a_country() -> None:
    for form, code in all_country_forms().items():
        assert is_country_code(code), form
        assert country_of(form) == code, form


def test_every_republic_but_the_smallest_has_a_demonym() -> None:
    small = {"AD", "AG", "KI", "KN", "LI", "MC", "MH", "NR", "PW", "SM", "ST", "TV", "VA", "VU"}
    without = {
        code for code in all_country_forms().values() if code not in demonym_forms().values()
    }
    republics = {
        c.alpha_2 for c in pycountry.countries if "Republic" in getattr(c, "official_name", "")
    }
    shared = {"CD", "CG", "DO"}  # their demonym is one of several countries
    assert (without & republics) - small - shared == set()


@pytest.mark.parametrize(
    ("name", "company", "code"),
    [
        ("Georgia", ("Tbilisi", "Russia"), "GE"),
        ("Georgia", ("Atlanta", "Florida"), None),
        ("Georgia", ("Atlanta", "Russia"), None),
        ("Georgia", ("Paris",), None),
        ("Congo", ("Goma", "M23"), "CD"),
        ("Congo", ("Brazzaville",), "CG"),
        ("Korean", ("Seoul",), "KR"),
        ("Korea", ("Pyongyang",), "KP"),
        ("Korea", ("Seoul", "Pyongyang"), None),
        ("Dominican", ("Santo Domingo",), "DO"),
        ("Jersey", ("Newark",), None),
        ("georgia", ("Tbilisi",), None),
    ],
)
def test_a_shared_name_follows_its_company_and_a_tie_names_nothing(
    name: str, company: tuple[str, ...], code: str | None
) -> None:
    assert country_of(name, company) == code


def test_a_demonym_answers_its_country_and_a_name_of_a_country_is_no_demonym() -> None:
    assert demonym_of("Dutch") == demonym_of("the Dutch") == "NL"
    assert demonym_of("Korean") is None
    assert demonym_of("Netherlands") is None
    assert demonym_of("polish") is None


def test_names_for_print_are_the_standards_and_those_for_headlines_are_short() -> None:
    assert iso_name(CountryCode("RU")) == "Russian Federation"
    assert iso_name(CountryCode("IR")) == "Iran, Islamic Republic of"
    assert iso_name(CountryCode("XK")) == "Kosovo"
    assert iso_name(EUROPEAN_UNION) == "European Union"
    assert iso_name(CountryCode("QZ")) == "QZ"
    assert short_name(CountryCode("KR")) == "South Korea"
    assert short_name(CountryCode("FR")) == "France"


def test_no_headline_name_keeps_a_comma_or_a_bracket() -> None:
    names = [short_name(CountryCode(c.alpha_2)) for c in pycountry.countries]
    odd = {name for name in names if "," in name or "(" in name}
    assert odd == set()

"""Read the tables of country names, demonyms, capitals and shared names beside this page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from twosource.model.identity import CountryCode

KOSOVO = CountryCode("XK")  # user-assigned: in no ISO 3166 list, used by the EU, the IMF and others
EUROPEAN_UNION = CountryCode("EU")  # reserved by ISO 3166 at its request; an organization

_NO_COUNTRY = frozenset({"AQ"})  # Antarctica has an ISO code and no people, government or state

# ISO names that need company (namesakes.tsv) or another spelling: "Reunion" opens a headline as a
# word, "Réunion" does not.
_UNSAFE = frozenset({"Georgia", "Congo", "Jersey", "Reunion"})

_INVERTED = ("of", "of the", "Republic of", "U.S.", "British")


@dataclass(frozen=True, slots=True, kw_only=True)
class Namesake:
    """One thing that a shared name may mean, and the words that speak for it."""

    form: str
    code: CountryCode | None  # None where it is no country: the US state of Georgia
    cues: tuple[str, ...]


@cache
def iso_forms() -> dict[str, CountryCode]:
    """Return every English name that ISO 3166 has, also turned round: "Republic of Korea"."""
    import pycountry  # loads its lists on first use; `import twosource` must not pay for them

    forms: dict[str, CountryCode] = {}
    for country in pycountry.countries:
        if country.alpha_2 in _NO_COUNTRY:
            continue
        for field in ("name", "common_name", "official_name"):
            for form in _turned(getattr(country, field, "")):
                if form and form not in _UNSAFE:
                    forms.setdefault(form, CountryCode(country.alpha_2))
    return forms


@cache
def iso_names() -> dict[CountryCode, str]:
    """Return code to ISO 3166 English name, with Kosovo and the European Union added."""
    import pycountry

    names = {CountryCode(country.alpha_2): str(country.name) for country in pycountry.countries}
    return names | {KOSOVO: "Kosovo", EUROPEAN_UNION: "European Union"}


@cache
def short_names() -> dict[CountryCode, str]:
    """Return code to the name a headline would use: Russia, Iran, South Korea."""
    rows = {CountryCode(code): form for form, code in _rows("short.tsv")}
    return {
        code: rows.get(code, name.partition(",")[0].partition(" (")[0])
        for code, name in iso_names().items()
    }


@cache
def alias_forms() -> dict[str, CountryCode]:
    """Return form to country for what texts say beside the ISO names: Britain, UAE, Burma."""
    return {form: CountryCode(code) for form, code in _rows("aliases.tsv")}


@cache
def demonym_table() -> dict[str, CountryCode]:
    """Return form to country for the adjectives and words for people of one: Dutch, Poles."""
    return {form: CountryCode(code) for form, code, kind in _rows("demonyms.tsv") if kind == "word"}


@cache
def shared_demonyms() -> frozenset[str]:
    """Return the adjectives and words for people of several countries: Korean, Dominicans."""
    return frozenset(form for form, _, kind in _rows("demonyms.tsv") if kind == "shared")


@cache
def capital_table(kind: str) -> dict[str, CountryCode]:
    """Return form to country: "capital" (Beijing), or "seat" (Kremlin)."""
    return {form: CountryCode(code) for form, code, kept in _rows("capitals.tsv") if kept == kind}


@cache
def namesakes() -> tuple[Namesake, ...]:
    """Return every meaning of every shared name, in the order of the table."""
    return tuple(
        Namesake(
            form=form,
            code=CountryCode(code) if code != "-" else None,
            cues=tuple(cues.split(";")),
        )
        for form, code, cues in _rows("namesakes.tsv")
    )


def _turned(form: str) -> tuple[str, ...]:
    head, comma, tail = form.partition(", ")
    turned = comma and tail.endswith(_INVERTED)
    return (form, f"{tail} {head}") if turned else (form,)


def _rows(name: str) -> Iterator[tuple[str, ...]]:
    text = files(__package__).joinpath(name).read_text("utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            yield tuple(line.split("\t"))

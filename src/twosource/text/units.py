"""Know units and currencies by the words and signs that stand around a number."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from twosource.text.tabled import table

PLAIN_DOLLAR = "USD"
TIME = "second"  # the base of all lengths of time
# A paper that writes "$" means its own country's; one that means another's says so ("US$").
DOLLARS_BY_COUNTRY = {
    currency[:2].lower(): currency
    for currency in "AUD CAD NZD HKD SGD TWD JMD MXN ARS CLP COP".split()
}
_COUNTED = frozenset({"co"})  # also a company's ending: ".co.uk" is no Colombian address


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitFound:
    """A unit and where its words stand in the text at hand."""

    unit: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Units:
    """The tables, ready for looking up."""

    behind: re.Pattern[str]  # a unit behind a number
    behind_glued: re.Pattern[str]  # symbols that may stand without a blank: "37m", "64GB"
    before: re.Pattern[str]  # a currency in front of a number, ending at it
    names: Mapping[str, str]  # lower-cased word -> unit
    symbols: Mapping[str, str]
    currencies: Mapping[str, str]  # sign -> code, as they stand
    bases: Mapping[str, tuple[str, float, float]]


def unit_behind(text: str, at: int, digits: bool) -> UnitFound | None:
    """Return the unit whose words begin at or right behind an offset, None where none does.

    The longest form wins. Symbols of one or two letters count only behind digits. Hyphens join
    ("26.2-mile"), as do blanks.
    """
    units = english_units()
    found = (units.behind_glued if digits else units.behind).match(text, at)
    if found is None:
        return None
    words = found["unit"]
    unit = units.symbols.get(words) or units.names.get(_folded(words))
    if unit is None:
        return None
    return UnitFound(unit=unit, start=found.start("unit"), end=found.end("unit"))


def currency_before(text: str, at: int) -> UnitFound | None:
    """Return the currency whose sign ends at or right before an offset: "US$" in "US$ 58.24"."""
    units = english_units()
    reach = max(0, at - 8)
    found = units.before.search(text[reach:at])
    if found is None:
        return None
    start = reach + found.start("sign")
    return UnitFound(
        unit=units.currencies[found["sign"]], start=start, end=start + len(found["sign"])
    )


def dollar_of(address: str) -> str:
    """Return the currency that a plain "$" means on a page of this address."""
    host = re.match(r"\w+://([^/:?#]+)", address)
    labels = host[1].lower().split(".") if host else []
    if not labels or labels[-1] in _COUNTED:
        return PLAIN_DOLLAR
    return DOLLARS_BY_COUNTRY.get(labels[-1], PLAIN_DOLLAR)


def money_here(address: str, text: str) -> Mapping[str, str]:
    """Return the currency that each shared word for money means in a text of this address.

    "dollar" by the address, "krone", "crown", "peso", "dinar" and "rupee" by the country that the
    text names most often; a word is left out where the text names none of its countries.
    """
    meant = {"dollar": dollar_of(address)}
    lowered = text.lower()
    for word, row in table("currencies-shared.toml").items():
        if word in lowered:
            named = re.findall(r"[a-z]+(?:['’]s)?", lowered.replace("’", "'"))
            counts = {
                code: sum(each in places for each in named)
                for code, places in row.items()
                if code != "words"
            }
            most = max(counts.values())
            if most:
                meant[word] = next(code for code, count in counts.items() if count == most)
    return meant


def one_of_each(units: Iterable[str | None]) -> dict[str, str]:
    """Return what a word for money of several countries means among such units.

    "krone" is the Danish one where DKK is among them and no other crown; else it stays open.
    """
    named = {unit for unit in units if unit is not None}
    shared = table("currencies-shared.toml")
    held = {
        word: (shared[word].keys() - {"words"}) & named for word in sorted(named & shared.keys())
    }
    return {word: min(codes) for word, codes in held.items() if len(codes) == 1}


def is_currency(unit: str) -> bool:
    """Return whether a unit is money, "USD/barrel" and crowns of no told country included."""
    return unit.partition("/")[0] in _money()


def is_convertible(unit: str) -> bool:
    """Return whether one amount may be told in another unit: a length, a weight, a sum of money."""
    return is_currency(unit) or not _measures().isdisjoint((unit, unit.partition("/")[0]))


@cache
def _measures() -> frozenset[str]:
    bases = english_units().bases
    return frozenset(bases) | {base for base, _, _ in bases.values()}


def dollars_for(unit: str) -> tuple[float, float] | None:
    """Return the least and the most US dollars that one of a currency was worth since 2000.

    Of a word that several countries share, those of all; None for money no rate is known of.
    """
    named = unit.partition("/")[0]
    shared = table("currencies-shared.toml").get(named, {})
    rows = table("currencies.toml")
    codes = (shared.keys() - {"words"}) or {named}
    known = [rows[code]["dollars"] for code in sorted(codes) if "dollars" in rows.get(code, {})]
    if not known:
        return None
    return min(least for least, _ in known), max(most for _, most in known)


@cache
def _money() -> frozenset[str]:
    return frozenset(english_units().currencies.values()) | frozenset(
        table("currencies-shared.toml")
    )


def to_base(value: float, unit: str) -> tuple[float, str]:
    """Return the value in the base unit of its quantity: 7 miles are 11265.4 m.

    A unit without another of its kind comes back as it is; so do currencies, whose rates change. A
    rate is turned above and below the stroke ("foot/day" to "m/second"), but for money by the time:
    an hour's pay is no part of a month's.
    """
    bases = english_units().bases
    top, stroke, below = unit.partition("/")
    of, parts, _ = bases.get(below, (below, 1.0, 0.0))
    if not stroke or unit in bases or (is_currency(top) and of == TIME):
        base, factor, offset = bases.get(unit, (unit, 1.0, 0.0))
        return value * factor + offset, base
    base, factor, _ = bases.get(top, (top, 1.0, 0.0))
    return value * factor / parts, f"{base}/{of}"


@cache
def english_units() -> Units:
    """Return the units that English news uses, with symbols that all languages share."""
    units = table("units.toml")
    currencies = table("currencies.toml")
    names: dict[str, str] = {}
    symbols: dict[str, str] = {}
    for unit, row in units.items():
        names |= {_folded(word): unit for word in row.get("words", ())}
        symbols |= dict.fromkeys(row.get("symbols", ()), unit)
    signs = {"$": PLAIN_DOLLAR}
    for code, row in currencies.items():
        names |= {_folded(word): code for word in (*row.get("words", ()), code)}
        names |= dict.fromkeys(row.get("minor", ()), f"{code} cent")
        symbols |= dict.fromkeys(row.get("after", ()), code)
        signs |= dict.fromkeys((*row.get("before", ()), code), code)
    names |= {"dollars": "dollar", "dollar": "dollar", "bucks": "dollar"}
    names |= {"cents": "cent", "cent": "cent", "pence": "pence", "penny": "pence"}
    for word, row in table("currencies-shared.toml").items():
        names |= dict.fromkeys(row["words"], word)
    symbols |= {"$": "dollar", "p": "pence", "¢": "cent"}
    return Units(
        behind=_behind(names, ()),
        behind_glued=_behind(names, symbols),
        before=_before(signs),
        names=names,
        symbols=symbols,
        currencies=signs,
        bases={
            unit: (row["base"], float(row["factor"]), float(row.get("offset", 0)))
            for unit, row in units.items()
            if "base" in row
        },
    )


def _folded(words: str) -> str:
    return re.sub(r"\s+", " ", words.lower())


def _behind(names: Iterable[str], symbols: Iterable[str]) -> re.Pattern[str]:
    words = "|".join(_flexible(word) for word in sorted(names, key=len, reverse=True))
    signs = "|".join(re.escape(sign) for sign in sorted(symbols, key=len, reverse=True))
    either = rf"(?i:{words})" + (f"|{signs}" if signs else "")
    return re.compile(
        rf"[ \t\u00a0\u202f]?[-\u2010\u2011]?(?P<unit>{either})(?![A-Za-z0-9²³&]|[-/][A-Z]\d)"
    )


def _flexible(word: str) -> str:
    return re.sub(r"\\ |\\-", lambda found: r"[ \u00a0-]", re.escape(word))


def _before(signs: Iterable[str]) -> re.Pattern[str]:
    either = "|".join(re.escape(sign) for sign in sorted(signs, key=len, reverse=True))
    return re.compile(rf"(?<![A-Za-z$£€])(?<![A-Za-z]-)(?P<sign>{either})=?[ \u00a0]?[-\u2212]?$")

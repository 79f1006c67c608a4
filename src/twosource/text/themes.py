"""Hold the standing themes of world news that a story may belong to, and what each asks for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any, Literal, cast, get_args

from twosource.errors import InvalidValueError
from twosource.model.identity import CountryCode
from twosource.places import EUROPEAN_UNION, is_country_code, short_name
from twosource.text.rows import Row, read_rows

ThemeKind = Literal[
    "relation",
    "war",
    "conflict",
    "era",
    "policy",
    "economy",
    "hazard",
    "justice",
    "health",
    "society",
    "science",
    "sport",
]

TABLE = "themes.toml"
ENOUGH = 1.0  # what the weights of the distinct cues of a theme must add up to

_FIELDS = ("name", "kind", "countries", "any_country", "least_countries", "eras", "cues")
_PATTERN = "{one}-{other} relations"


@dataclass(frozen=True, slots=True, kw_only=True)
class Era:
    """Days on which a theme may stand, the first and the last included."""

    since: date
    until: date | None = None  # None where the end is not known or not come

    def __post_init__(self) -> None:
        if self.until is not None and self.until < self.since:
            raise InvalidValueError(
                "Era", "until", self.until.isoformat(), f"a day from {self.since} on"
            )

    def holds(self, day: date) -> bool:
        """Return whether `day` lies in this era."""
        return self.since <= day and (self.until is None or day <= self.until)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """Words that speak for a theme. Found as whole words, however often: it counts once."""

    words: str
    weight: float  # above 0, at most 1; 1 is enough alone
    stem: bool = False  # whether words that go on after it count too: "protest" in "protesters"

    def __post_init__(self) -> None:
        if not 0 < self.weight <= 1:
            raise InvalidValueError("Cue", "weight", str(self.weight), "above 0, at most 1")

    @property
    def is_name(self) -> bool:
        """Whether it is a name, to be found as it is spelt; other cues come in any case."""
        return self.words != self.words.lower()


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """A standing theme and the evidence it needs.

    A story belongs to it when all of `countries`, at least one of `any_country` (if any are
    listed) and at least `least_countries` countries in all are in the story, the weights of its
    distinct cues reach `ENOUGH`, and the story's day lies in one of its eras.
    """

    name: str
    kind: ThemeKind
    countries: tuple[CountryCode, ...] = ()
    any_country: tuple[CountryCode, ...] = ()
    least_countries: int = 0
    eras: tuple[Era, ...] = ()  # () is always
    cues: tuple[Cue, ...] = ()

    def stands_on(self, day: date | None) -> bool:
        """Return whether the theme may stand on the day of a story.

        A story without a day belongs to no theme that has eras by that alone: of what time it is
        of, nothing is known, and a theme of another era is worse than none; see `stands_since`.
        """
        return not self.eras or (day is not None and any(era.holds(day) for era in self.eras))

    def stands_since(self, named: date | None) -> bool:
        """Return whether the theme may stand on a story without a day, that names this one as its
        latest: only if an era had begun by then that has not ended. When it was written, such a
        text does not say.
        """
        return named is not None and any(
            era.since <= named and era.until is None for era in self.eras
        )


@cache
def load_themes() -> tuple[Theme, ...]:
    """Return the bundled themes in the order of their table, without the relations of countries."""
    return tuple(theme for theme in _bundled() if theme.name != _PATTERN)


def every_cue() -> tuple[Cue, ...]:
    """Return the cues of all bundled themes, those of the relations of countries too, each once."""
    return tuple(dict.fromkeys(cue for theme in _bundled() for cue in theme.cues))


def read_themes(table: str, text: str) -> tuple[Theme, ...]:
    """Return the themes of a TOML text, in order; `table` is how an error names it.

    Raises BadTableError naming row and field: an unknown field or kind, a name that stands twice,
    a country that is none, an era that ends before it begins, a weight outside 0 to 1, cues that
    cannot reach `ENOUGH` together.
    """
    return tuple(_theme(row) for row in read_rows(table, text, kind="theme", key="name"))


def relation_theme(one: CountryCode, other: CountryCode) -> Theme:
    """Return the theme of two countries that act together, as "China-Russia relations".

    The short names in alphabetical order, whichever is given first. EU stands for the Union.
    """
    names = sorted((short_name(code), code) for code in (one, other))
    (first, first_code), (second, second_code) = names
    return replace(
        _relation_pattern(),
        name=_PATTERN.format(one=first, other=second),
        countries=(first_code, second_code),
    )


@cache
def _bundled() -> tuple[Theme, ...]:
    path = files("twosource.text").joinpath("tables", TABLE)
    return read_themes(TABLE, path.read_text("utf-8"))


@cache
def _relation_pattern() -> Theme:
    return next(theme for theme in _bundled() if theme.name == _PATTERN)


def _theme(row: Row) -> Theme:
    row.only(_FIELDS)
    least = row.fields.get("least_countries", 0)
    if type(least) is not int or least < 0:
        raise row.wrong("least_countries", least, "a count")
    return Theme(
        name=row.text("name"),
        kind=_kind(row),
        countries=_countries(row, "countries"),
        any_country=_countries(row, "any_country"),
        least_countries=least,
        eras=_eras(row),
        cues=_cues(row),
    )


def _kind(row: Row) -> ThemeKind:
    kind = row.text("kind")
    if kind not in get_args(ThemeKind):
        raise row.wrong("kind", kind, f"one of {', '.join(get_args(ThemeKind))}")
    return cast(ThemeKind, kind)


def _countries(row: Row, field: str) -> tuple[CountryCode, ...]:
    codes = row.texts(field)
    for code in codes:
        if not is_country_code(code) and code != EUROPEAN_UNION:
            raise row.wrong(field, code, "ISO 3166 alpha-2 codes in capitals")
    return tuple(CountryCode(code) for code in codes)


def _eras(row: Row) -> tuple[Era, ...]:
    wanted = "a list such as [ { since = 2022-02-24 } ], until on or after since"
    found: list[Era] = []
    for era in _list(row, "eras", wanted):
        try:
            found.append(_era(era))
        except (TypeError, InvalidValueError) as error:
            raise row.wrong("eras", era, wanted) from error
    return tuple(found)


def _era(era: Any) -> Era:
    if not isinstance(era, dict) or not all(type(day) is date for day in era.values()):
        raise TypeError
    return Era(**era)


def _cues(row: Row) -> tuple[Cue, ...]:
    cues = row.fields.get("cues")
    if not isinstance(cues, Mapping) or not cues:
        raise row.wrong("cues", cues, "a table of words and weights")
    found = tuple(_cue(row, words, weight) for words, weight in cues.items())
    if sum(cue.weight for cue in found) < ENOUGH:
        raise row.wrong("cues", dict(cues), f"weights that add up to {ENOUGH} or more")
    return found


def _cue(row: Row, words: str, weight: object) -> Cue:
    if isinstance(weight, bool) or not isinstance(weight, int | float) or not 0 < weight <= 1:
        raise row.wrong("cues", {words: weight}, "weights above 0, at most 1")
    return Cue(words=words.removesuffix("*"), weight=float(weight), stem=words.endswith("*"))


def _list(row: Row, field: str, wanted: str) -> list[Any]:
    value = row.fields.get(field, [])
    if not isinstance(value, list):
        raise row.wrong(field, value, wanted)
    return value

"""Hold the standing themes of world news that a story may belong to, and what each asks for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import Any, Literal

from twosource.model.identity import CountryCode
from twosource.places import short_name
from twosource.text.tabled import table

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

ENOUGH = 1.0  # what the weights of the distinct cues of a theme must add up to

_PATTERN = "{one}-{other} relations"


@dataclass(frozen=True, slots=True, kw_only=True)
class Era:
    """Days on which a theme may stand, the first and the last included."""

    since: date
    until: date | None = None  # None where the end is not known or not come

    def holds(self, day: date) -> bool:
        """Return whether `day` lies in this era."""
        return self.since <= day and (self.until is None or day <= self.until)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """Words that speak for a theme. Found as whole words, however often: it counts once."""

    words: str
    weight: float  # above 0, at most 1; 1 is enough alone
    stem: bool = False  # whether words that go on after it count too: "protest" in "protesters"

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
    return tuple(map(_theme, table("themes.toml")["theme"]))


@cache
def _relation_pattern() -> Theme:
    return next(theme for theme in _bundled() if theme.name == _PATTERN)


def _theme(row: Mapping[str, Any]) -> Theme:
    fields: dict[str, Any] = {
        field: tuple(each) if isinstance(each, list) else each for field, each in row.items()
    }
    fields["eras"] = tuple(Era(**era) for era in row.get("eras", ()))
    fields["cues"] = tuple(_cue(words, weight) for words, weight in row["cues"].items())
    return Theme(**fields)


def _cue(words: str, weight: float) -> Cue:
    return Cue(words=words.removesuffix("*"), weight=weight, stem=words.endswith("*"))

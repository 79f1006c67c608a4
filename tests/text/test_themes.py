"""Hold the standing themes: what each asks for, and that none stands in another era."""

from __future__ import annotations

from collections import Counter
from datetime import date
from itertools import pairwise
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.model.identity import CountryCode
from twosource.places import EUROPEAN_UNION, country_of, is_country_code
from twosource.text.themes import ENOUGH, Era, ThemeKind, load_themes, relation_theme

THEMES = {theme.name: theme for theme in load_themes()}
CHINA, RUSSIA, US, EU = map(CountryCode, ("CN", "RU", "US", "EU"))


def test_at_least_120_themes_of_every_kind_are_bundled() -> None:
    kinds = Counter(theme.kind for theme in load_themes())
    assert len(THEMES) >= 120
    assert kinds.keys() == set(get_args(ThemeKind))


@pytest.mark.parametrize(
    ("name", "day", "stands"),
    [
        ("US under Donald Trump", date(2017, 1, 19), False),
        ("US under Donald Trump", date(2017, 1, 20), True),
        ("US under Donald Trump", date(2024, 5, 16), False),
        ("US under Donald Trump", date(2025, 1, 20), True),
        ("US under Joe Biden", date(2024, 5, 16), True),
        ("Russia-Ukraine War", date(2013, 6, 1), False),
        ("Russia-Ukraine War", date(2024, 5, 16), True),
        ("COVID-19 pandemic", date(2018, 3, 1), False),
        ("China under Xi Jinping", date(2024, 5, 16), True),
        ("China under Xi Jinping", date(2008, 8, 8), False),
        ("Maritime safety", date(1912, 4, 15), True),
    ],
)
def test_a_theme_stands_only_in_its_own_era(name: str, day: date, stands: bool) -> None:
    assert THEMES[name].stands_on(day) is stands


def test_an_undated_story_belongs_to_no_theme_that_has_eras() -> None:
    assert not THEMES["US under Donald Trump"].stands_on(None)
    assert THEMES["Maritime safety"].stands_on(None)


def test_no_country_is_under_two_leaders_for_more_than_the_day_of_the_change() -> None:
    reigns = sorted(
        (theme.countries[0], era.since, era.until or date.max, theme.name)
        for theme in load_themes()
        if " under " in theme.name and theme.kind == "era"
        for era in theme.eras
    )
    overlaps = [
        (one[3], other[3])
        for one, other in pairwise(reigns)
        if one[0] == other[0] and other[1] < one[2]
    ]
    assert overlaps == []


def test_every_theme_asks_for_more_than_one_short_word() -> None:
    for theme in load_themes():
        alone = [cue.words for cue in theme.cues if cue.weight >= ENOUGH and len(cue.words) < 3]
        assert not alone, theme.name


def test_no_cue_of_a_theme_is_a_country_that_it_asks_for_anyway() -> None:
    for theme in load_themes():
        for cue in theme.cues:
            assert country_of(cue.words) not in theme.countries, (theme.name, cue.words)


def test_no_cue_counts_twice_because_it_is_listed_in_two_cases() -> None:
    for theme in load_themes():
        in_any_case = {cue.words for cue in theme.cues if not cue.is_name}
        twice = [c.words for c in theme.cues if c.is_name and c.words.lower() in in_any_case]
        assert not twice, theme.name


def test_relations_are_named_alphabetically_whoever_comes_first() -> None:
    theme = relation_theme(RUSSIA, CHINA)
    assert theme == relation_theme(CHINA, RUSSIA)
    assert theme.name == "China-Russia relations"
    assert theme.countries == (CHINA, RUSSIA)
    assert theme.kind == "relation"
    assert relation_theme(US, EU).name == "EU-US relations"


def test_the_pattern_of_relations_is_no_theme_itself() -> None:
    assert not [name for name in THEMES if "{" in name]


def test_a_cue_with_a_capital_is_a_name_and_a_star_opens_a_stem() -> None:
    cues = {cue.words: cue for cue in THEMES["Gaza war"].cues}
    assert cues["Hamas"].is_name
    assert not cues["hostage"].is_name
    assert cues["hostage"].stem
    assert not cues["ceasefire"].stem


@given(st.dates(), st.dates(), st.dates())
def test_an_era_holds_its_first_and_last_day_and_none_outside(a: date, b: date, day: date) -> None:
    era = Era(since=min(a, b), until=max(a, b))
    assert era.holds(a)
    assert era.holds(b)
    assert era.holds(day) == (sorted((a, b, day))[1] == day)


def test_every_theme_of_the_table_is_whole() -> None:
    assert len(load_themes()) == len(THEMES)
    for theme in load_themes():
        assert theme.least_countries >= 0, theme.name
        assert all(map(_is_known, (*theme.countries, *theme.any_country))), theme.name
        assert all(era.since <= (era.until or date.max) for era in theme.eras), theme.name
        assert all(0 < cue.weight <= 1 for cue in theme.cues), theme.name
        assert sum(cue.weight for cue in theme.cues) >= ENOUGH, theme.name


def _is_known(code: CountryCode) -> bool:
    return is_country_code(code) or code == EUROPEAN_UNION

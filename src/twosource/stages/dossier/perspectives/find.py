"""Find the standing themes that a story belongs to, each with the sentences that say so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import combinations

from twosource.model.dossier import Perspective
from twosource.model.identity import CountryCode
from twosource.model.material import StoryMaterial
from twosource.stages.dossier.cite import Cite, cited_text
from twosource.stages.dossier.perspectives.theme_lines import Line, ThemeLines
from twosource.stages.dossier.reading import reading_of
from twosource.text.themes import ENOUGH, Cue, Theme, load_themes, relation_theme

MOST_PERSPECTIVES = 8
MOST_EVIDENCE = 3  # sentences, from as many reports
QUARTER = 0.25  # of the reports that must name a theme's two or more countries
HALF = 0.5  # of the reports that must use its cues, or name its one country
THIRD = 0.33  # of the reports that must use its cues where it names countries
MOST_COUNTRIES = 6  # of a story, whose relations are looked at
TOGETHER = 2  # sentences in which two countries stand together, for a relation
EARLY = 0.5  # what it is worth that half of the reports open with both: as much as a strong cue
COUNTRY_NAMED = 0.2  # what a country of the theme adds to a sentence's weight as evidence


def find_perspectives(material: StoryMaterial, cite: Cite) -> tuple[Perspective, ...]:
    """Return the themes a story belongs to, the best borne out first.

    A theme is taken when its countries are in the story (named three times, in a quarter of the
    reports; a single one in half of them, and early in a third), its era holds the story's day,
    its cues add up to what it asks for, and enough reports use some of them: a third where its
    countries are there, else half. Copies count with their report; opinion and satire do not
    count. Rather too few than a wrong one. `relate` adds the related stories.
    """
    told = ThemeLines(reading_of(material))
    several = told.countries(QUARTER)
    main = [code for code in told.countries(HALF) if told.opened_with(code) >= THIRD]
    day = told.day()
    found = []
    for theme in (*load_themes(), *_relations(told, several)):
        present = several if len(theme.countries) > 1 else main
        stands = theme.stands_on(day) or (day is None and theme.stands_since(told.latest_named()))
        if not stands or not _has_countries(theme, present):
            continue
        cues = _cues_found(theme, told)
        if not theme.countries and not _several_or_exact(cues):
            continue
        score = sum(cues.values()) + _together_early(theme, told)
        if score < ENOUGH:
            continue
        weights = _weights(theme, cues, told)
        borne = told.told_by(weights)
        if borne >= (THIRD if theme.countries else HALF) * told.reports:
            found.append((-round(min(score, 3.0), 6), -borne, theme.name, weights))
    found.sort(key=lambda each: each[:3])
    return tuple(
        Perspective(
            name=name,
            evidence=tuple(
                cited_text(cite(line.article, line.span)) for line in _evidence(weights, told)
            ),
        )
        for _, _, name, weights in found[:MOST_PERSPECTIVES]
    )


def _relations(told: ThemeLines, countries: list[CountryCode]) -> Iterable[Theme]:
    """Return the themes of two countries that stand in sentences together in enough reports."""
    for one, other in combinations(countries[:MOST_COUNTRIES], 2):
        both = [k for k, line in enumerate(told.lines) if {one, other} <= line.countries]
        if len(both) >= TOGETHER and told.told_by(both) >= max(
            min(2, told.reports), THIRD * told.reports
        ):
            yield relation_theme(one, other)


def _has_countries(theme: Theme, countries: list[CountryCode]) -> bool:
    present = set(countries)
    return (
        set(theme.countries) <= present
        and (not theme.any_country or bool(present & set(theme.any_country)))
        and len(present) >= theme.least_countries
    )


def _cues_found(theme: Theme, told: ThemeLines) -> dict[Cue, float]:
    """Return the cues in the story with what each is worth there.

    A cue that only one of several reports uses counts half, in full where the theme names two
    countries or more. A cue of a relation must stand in a sentence with one of the two.
    """
    wanted = set(theme.countries)
    relation = theme.kind == "relation"
    alone = 1.0 if told.reports < 2 or (len(wanted) > 1 and not relation) else 0.5
    found = {}
    for cue in theme.cues:
        places = told.holding(cue)
        if relation:
            places = frozenset(k for k in places if wanted & told.lines[k].countries)
        using = told.told_by(places)
        if using:
            found[cue] = cue.weight * (alone if using == 1 else 1.0)
    return found


def _several_or_exact(cues: Iterable[Cue]) -> bool:
    """Return whether cues are more than one common word: a "drought" may be one of victories."""
    found = list(cues)
    return len(found) > 1 or any(" " in cue.words or "-" in cue.words for cue in found)


def _together_early(theme: Theme, told: ThemeLines) -> float:
    """Return what it is worth that half of the reports open with both countries of a relation."""
    if theme.kind != "relation":
        return 0.0
    wanted = set(theme.countries)
    both = [k for k, line in enumerate(told.lines) if line.opens and wanted <= line.countries]
    return EARLY if told.told_by(both) >= HALF * told.reports else 0.0


def _weights(theme: Theme, cues: Mapping[Cue, float], told: ThemeLines) -> dict[int, float]:
    """Return what each sentence with a cue says for a theme: cues, and the countries it names.

    For a relation only sentences with both countries say anything.
    """
    wanted = set(theme.countries)
    weights: dict[int, float] = defaultdict(float)
    for cue in cues:
        for place in told.holding(cue):
            if theme.kind != "relation" or wanted <= told.lines[place].countries:
                weights[place] += cue.weight
    return {
        place: round(weight + COUNTRY_NAMED * len(wanted & told.lines[place].countries), 6)
        for place, weight in weights.items()
    }


def _evidence(weights: Mapping[int, float], told: ThemeLines) -> list[Line]:
    """Return the sentences that say most for a theme, of different reports."""
    kept: dict[int, Line] = {}
    for place in sorted(weights, key=lambda each: (-weights[each], each)):
        kept.setdefault(told.lines[place].report, told.lines[place])
    return list(kept.values())[:MOST_EVIDENCE]

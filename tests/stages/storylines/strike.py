"""A made-up strike in stories over four weeks, and stories that are like it and not of it."""

from __future__ import annotations

from datetime import datetime, timedelta

from tests.factories import NOON, annotated, article
from twosource.languages import open_language
from twosource.model.acquired import Article
from twosource.model.annotated import Mention
from twosource.model.identity import StoryId
from twosource.model.storyline import StoryProfile
from twosource.settings import AnnotateSettings
from twosource.stages import storylines
from twosource.stages.annotate.mentions import find_mentions
from twosource.stages.annotate.parts import passages_of


def told(headline: str, text: str, day: float, outlet: str = "harbour-post") -> Article:
    """Return a report of that many days after the first."""
    return article(text, headline=headline, published=moment(day), outlet=outlet)


def moment(day: float) -> datetime:
    """Return noon of that many days after the first."""
    return NOON + timedelta(days=day)


def known(name: str, *articles: Article) -> StoryProfile:
    """Return what a story of these reports is known by."""
    reports = [annotated(each, mentions=_marked(each)) for each in articles]
    return storylines.profile(StoryId(name), articles[0].headline, reports)


def _marked(of: Article) -> tuple[Mention, ...]:
    language = open_language(of.language, AnnotateSettings())
    return find_mentions(passages_of(of, language), (), language)


WALKOUT = told(
    "Bakers walk out at Larsmo over night shifts",
    "Ovens went cold at Larsmo on Monday when 400 bakers of Brodverk walked out over night "
    "shifts. “We bake, we don't haunt,” said Hella Mork, who leads their union.",
    0,
)
SHORTAGE = told(
    "Bread runs short as Larsmo bakers stay out",
    "Shops around Larsmo sold their last loaves on Thursday. The bakers of Brodverk have been "
    "out for ten days over night shifts, and Hella Mork said that they would not go back.",
    10,
)
DEAL = told(
    "Brodverk settles with bakers",
    "The bakers of Larsmo go back to their ovens. The firm of Brodverk will pay double for "
    "night shifts, and Hella Mork called it a deal with a crust.",
    24,
)
OTHER_STRIKE = told(
    "Bakers strike in Oppdal over flour dust",
    "Ovens went cold in Oppdal, where 90 bakers walked out because of flour dust. Their steward, "
    "Jon Aas, said that nobody had cleaned the filters.",
    9,
)
SAME_PEOPLE = told(
    "Brodverk opens museum in Larsmo",
    "A museum of spoons opened in Larsmo on Friday. Its roof was paid for by Brodverk, and "
    "Hella Mork gave a spoon of her grandmother's.",
    17,
)
NEXT_YEAR = told(
    "Bakers walk out at Larsmo over Sunday shifts",
    "Ovens went cold at Larsmo when bakers of Brodverk walked out over Sunday shifts, "
    "said Hella Mork, who leads their union.",
    365,
)

"""Under a theme stand the other stories of that theme, the newest first."""

from __future__ import annotations

from dataclasses import replace

from tests.exports.sample import sample
from twosource.model.dossier import Perspective
from twosource.model.identity import StoryId
from twosource.model.storyline import RelatedStory, StorySketch
from twosource.stages.dossier.perspectives.relate import relate, sketch


def other(
    name: str, when: str, theme: str = "Rail safety", names: tuple[str, ...] = ()
) -> StorySketch:
    return StorySketch(story=StoryId(name), headline=name, when=when, themes=(theme,), names=names)


def told_beside(*others: StorySketch) -> tuple[RelatedStory, ...]:
    told = replace(sample(), perspectives=(Perspective(name="Rail safety", evidence=()),))
    (found,) = relate(told, (*others, sketch(told))).perspectives
    return found.related


def related_to(*others: StorySketch) -> list[str]:
    return [each.headline for each in told_beside(*others)]


def test_related_stories_share_the_theme_and_come_newest_first() -> None:
    assert related_to(
        other("older", "2026-01-04"),
        other("newer", "2026-02-09"),
        other("elsewhere", "2026-02-10", theme="Harbours"),
    ) == ["newer", "older"]


def test_a_story_is_not_related_to_itself() -> None:
    assert related_to() == []


def test_a_story_of_the_same_running_matter_stands_in_the_storyline_and_not_under_a_theme() -> None:
    matter, theme = other("matter", "2026-01-04"), other("theme", "2026-02-09")
    in_line = RelatedStory(story=matter.story, headline="matter", when=matter.when)
    told = replace(
        sample(),
        perspectives=(Perspective(name="Rail safety", evidence=()),),
        storyline=(in_line,),
    )
    (found,) = relate(told, (matter, theme)).perspectives
    assert [each.story for each in found.related] == [theme.story]


def test_a_related_story_says_whether_it_came_before_and_whom_both_name() -> None:
    own = sketch(sample())
    later, earlier, undated = told_beside(
        other("later", "2099-01-01"),
        other("earlier", "1999-01-01", names=(*own.names[:2], "Nobody Else")),
        other("undated", ""),
    )
    assert (earlier.order, earlier.shared) == ("before", own.names[:2])
    assert (later.order, later.shared) == ("after", ())
    assert undated.order is None

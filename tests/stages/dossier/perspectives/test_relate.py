"""Under a theme stand the other stories of that theme, the newest first."""

from __future__ import annotations

from dataclasses import replace

from tests.exports.sample import sample
from twosource.model.dossier import Perspective, StorySketch
from twosource.model.identity import StoryId
from twosource.stages.dossier.perspectives.relate import relate, sketch


def other(name: str, when: str, theme: str = "Rail safety") -> StorySketch:
    return StorySketch(story=StoryId(name), headline=name, when=when, themes=(theme,), names=())


def related_to(*others: StorySketch) -> list[str]:
    told = replace(sample(), perspectives=(Perspective(name="Rail safety", evidence=()),))
    (found,) = relate(told, (*others, sketch(told))).perspectives
    return [each.headline for each in found.related]


def test_related_stories_share_the_theme_and_come_newest_first() -> None:
    assert related_to(
        other("older", "2026-01-04"),
        other("newer", "2026-02-09"),
        other("elsewhere", "2026-02-10", theme="Harbours"),
    ) == ["newer", "older"]


def test_a_story_is_not_related_to_itself() -> None:
    assert related_to() == []

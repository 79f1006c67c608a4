"""The words a dossier is shown in: headings, names of relations, and what empty blocks say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from twosource.model.annotated import Sense
from twosource.model.cited import Flag
from twosource.model.dossier import CellState, FigureRelation, WordingKind
from twosource.model.linked import DerivationKind

BlockName = Literal[
    "summary",
    "statements",
    "claims",
    "figures",
    "timeline",
    "storyline",
    "names",
    "left_out",
    "sources",
    "perspectives",
    "countries",
    "organizations",
    "persons",
    "revision",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A block's title, what it shows in one sentence, and what it says when it has nothing."""

    title: str
    about: str
    empty: str


STORY_SHOWN = 8  # digits of a story's id: enough to name it

HEADINGS: Mapping[BlockName, Heading] = MappingProxyType(
    {
        "summary": Heading(
            title="Summary",
            about="Sentences of the sources, as they stand there.",
            empty="No sentence of the sources could be taken without its context.",
        ),
        "statements": Heading(
            title="Who said what",
            about="Each utterance once, with every wording that differs.",
            empty="No source says who said anything.",
        ),
        "claims": Heading(
            title="What is reported",
            about="How many reports carry it, and whom they know it from.",
            empty="No claim is told in a way that can be compared.",
        ),
        "figures": Heading(
            title="Figures compared",
            about="The same quantity as each source gives it.",
            empty="No figure is told by more than one source.",
        ),
        "timeline": Heading(
            title="Timeline",
            about="What is dated, with the day as the text gives it and as it was resolved.",
            empty="Nothing is told with a day of its own.",
        ),
        "storyline": Heading(
            title="The matter over time",
            about="Other stories of the same running matter, and what ties each to this one.",
            empty="No other story that is held is of the same running matter.",
        ),
        "names": Heading(
            title="Who is called what",
            about="How each outlet calls the same person, body or place.",
            empty="No two outlets name the same person, body or place differently.",
        ),
        "left_out": Heading(
            title="Told and not told",
            about="Which report carries which claim. Not found in a report does not mean hidden.",
            empty="There is no claim or no second report to compare.",
        ),
        "sources": Heading(
            title="Sources",
            about="Reports of their own first, each with the copies made of it.",
            empty="No source is held.",
        ),
        "perspectives": Heading(
            title="Part of",
            about="Standing themes the story belongs to, with what says so.",
            empty="The story belongs to no standing theme.",
        ),
        "countries": Heading(
            title="Countries", about="In the order of their codes.", empty="No country is named."
        ),
        "organizations": Heading(
            title="Organizations", about="Most prominent first.", empty="No organization is named."
        ),
        "persons": Heading(
            title="Persons", about="Most prominent first.", empty="No person is named."
        ),
        "revision": Heading(
            title="Revision",
            about="What changed since the revision before.",
            empty="This is the first revision.",
        ),
    }
)

# The three lists of names stand together where there is room for columns.
NAMED = Heading(
    title="Who and where", about="Everybody and every place that is named, once each.", empty=""
)

# What has no entry stands together, so that nobody scrolls past one empty block after another.
NOTHING = Heading(title="Nothing to show", about="What this dossier has no entry for.", empty="")

OF_HEADLINE = "Headline"
ONE_ALONE = (
    "One report alone: this shows what it tells and from whom it knows it, "
    "not whether another report bears it out or differs."
)
PROMISE = "The words stand in the captured text. This says nothing of whether they are true."
INHERITED = (
    "“Inherited”: the passage names no informant; its article, or the report it copies, does."
)
WHY_NOT = "Why not corroborated"
WHY_NOT_MORE = "Why not more independent"

FIGURES: Mapping[FigureRelation, str] = MappingProxyType(
    {
        "same": "same figure",
        "rounding": "rounded",
        "unit": "other unit",
        "update": "update in time",
        "scope": "other scope",
        "conflict": "figures conflict",
        "single": "one outlet only",
    }
)
FULLEST = "fullest wording"
WORDINGS: Mapping[WordingKind, str] = MappingProxyType(
    {
        "verbatim": "the same words",
        "trimmed": "trimmed",
        "altered": "words changed inside the quotation marks",
        "translations differ": "translations differ",
        "paraphrase": "paraphrase",
    }
)
COPIES: Mapping[DerivationKind, str] = MappingProxyType(
    {
        "verbatim": "reprint",
        "excerpt": "excerpt",
        "rewrite": "reworded copy",
        "translation": "translation",
        "update": "updated copy",
        "item": "item",
    }
)
# Senses and flags that have other words than their names.
SENSES: Mapping[Sense, str] = MappingProxyType({"unsaid": "left open"})
FLAGS: Mapping[Flag, str] = MappingProxyType(
    {
        "called wrong": "called wrong or withdrawn by another outlet",
        "attribution dropped": "attribution dropped in a copy",
    }
)
STATES: tuple[CellState, ...] = ("carries", "contradicts", "not found", "not comparable")
STATE_MARKS: Mapping[CellState, str] = MappingProxyType(
    {"carries": "●", "contradicts": "✕", "not found": "–", "not comparable": "?"}
)


def more_claims(count: int, story: str) -> str:
    """Return how many claims a dossier does not list, and the command that does; "" for none."""
    told = f"The reports make {counted(count, 'more claim')}, nearly all told by one report alone"
    return f"{told}: twosource claims {story[:STORY_SHOWN]} lists them." if count > 0 else ""


def more_statements(count: int) -> str:
    """Return how many statements a dossier does not list; "" for none."""
    return f"The reports tell {counted(count, 'more statement')}." if count > 0 else ""


def counted(count: int, one: str, many: str = "") -> str:
    """Return a count with its noun: "1 copy", "2 copies"; the plural adds an s by default."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def listed(names: tuple[str, ...]) -> str:
    """Return names as a reader would say them: "A, B and C"."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"


def quoted(words: str) -> str:
    """Return words in quotation marks, unless they bring their own."""
    return words if words[:1] in '“"„«' and words else f"“{words}”"

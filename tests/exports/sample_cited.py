"""The words of the made-up story that are cited, and the labels they get."""

from __future__ import annotations

from twosource.canonical import digest_of_text
from twosource.model.acquired import Article
from twosource.model.cited import Citation, CitedText, Label, LabelKind
from twosource.model.identity import (
    LineageId,
    PartName,
    Span,
)
from twosource.stages.dossier.cite import citation_of, cited_text

REPORTS = {
    "norda": LineageId("r-norda"),
    "harbour-post": LineageId("r-norda"),
    "meridian-times": LineageId("r-norda"),
    "pelican-daily": LineageId("r-norda"),
    "fjordavisa": LineageId("r-fjord"),
    "eastern-lantern": LineageId("r-lantern"),
    "gazette": LineageId("r-coastline"),
}


def cite(article: Article, words: str, part: str = "body") -> Citation:
    """Return the citation of words where they first stand in a part."""
    text = article.part_text(PartName(part))
    start = text.index(words)
    span = Span(part=PartName(part), start=start, end=start + len(words))
    return citation_of(article, span, digest_of_text(text))


def told(*places: tuple[Article, str], label: Label | None = None) -> CitedText:
    """Return a sentence with the stretches that carry it; the first gives its words."""
    return cited_text(*(cite(article, words) for article, words in places), label=label)


def label(
    kind: LabelKind,
    reports: int,
    informants: int,
    text: str,
    *,
    copies: int = 0,
    informant: str | None = None,
) -> Label:
    """Return a label; it counts as many outlets as reports and copies together."""
    return Label(
        kind=kind,
        reports=reports,
        informants=informants,
        copies=copies,
        outlets=reports + copies,
        informant=informant,
        text=text,
    )


TWO = label("corroborated", 2, 2, "corroborated: 2 reports, 2 informants", copies=3)
ONE_BODY = label(
    "one informant",
    3,
    1,
    "3 reports, one known informant: Norwegian Railway Directorate",
    copies=2,
    informant="Norwegian Railway Directorate",
)
UNSTATED = label("informant not stated", 2, 0, "2 reports, informant not stated")
COPIED = label("one report", 1, 1, "one report, 2 copies", copies=2)
ALONE = label("one report", 1, 0, "one report")
ON_RECORD = label("one informant", 2, 1, "on record, 2 reports", informant="Sigrun Haldorsen")


CLOSED = "A rockfall closed the Halsen rail tunnel on Tuesday and stranded 214 passengers"
CLOSED_HARBOUR = f"{CLOSED}, the Norwegian Railway Directorate said."
BLOCKED = "Boulders blocked the Halsen tunnel on Tuesday morning while two trains were inside."
BRAKED = "Train driver Odd Brekke told Fjordavisa that he braked when he saw dust in the beam."
OPERATOR = "The operator, Nordbanen, counted 219 people on the two trains."
COSTS = "Repairs will cost about 1.2 billion kroner, the directorate said."
COSTS_LANTERN = "The work is put at 1.18 billion kroner."
BOLTS = (
    "“We will not reopen the line before every bolt has been checked,” said director Sigrun "
    "Haldorsen."
)
TESTED = "“We will not reopen the line until each bolt has been tested,” Ms. Haldorsen said."
DENIED = "Nordbanen denied that the trains had been warned."
FORMULA = "=HYPERLINK | *stars* [link](javascript:alert(1)) `code`"
WARNED = (
    "The trains had been warned twenty minutes earlier, an official who asked not to be named said."
)

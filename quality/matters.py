"""Measure stories of one running matter in a thin stream: are events told apart, day by day?

A strike of five weeks and a trial, of some two reports a day and about the same people and sums in
each (`quality/matters`, the second only measured); the stories of `quality.storylines` with all
their reports; and real articles of ten months of one campaign, of which pairs are labelled, by a
digest of their ids: those linked by .2 and more, less those on which a reader would hesitate. Of
every other week's pairs none was looked at again.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache, partial
from pathlib import Path

from quality.events import Labelled, article_of
from quality.measure import Measure
from quality.partitions import bcubed
from quality.storylines import Labels, in_folder
from quality.streams import stories_in
from quality.texts import rows
from twosource.canonical import digest_of_text
from twosource.model.identity import ArticleId

CAMPAIGN = "quotes-polnear-train.jsonl.gz"
OWN = Path(__file__).parent
PAIRS = OWN / "matters/campaign.tsv"
DIGITS = 12  # of an id's digest


def of_own(folder: str, _data: Path) -> Mapping[str, float]:
    """Answer B-cubed F1 of the reports of a folder as a stream."""
    articles = [*_reports(in_folder(OWN / folder))]
    truth = {str(each.article.article.id): each.event for each in articles}
    return {"bcubed_f1": bcubed(truth, stories_in(articles))[2]}


def _reports(labels: Labels) -> Iterator[Labelled]:
    for story, articles in labels.stories.items():
        for article in articles:
            yield Labelled(article=article, event=story, topic=labels.matters[story])


def of_campaign(half: str, data: Path) -> Mapping[str, float]:
    """Answer which of a half's pairs are rightly in one story and in two, and F1 of the former."""
    found = _campaign(data / CAMPAIGN)
    labels = [line.split("\t") for line in PAIRS.read_text(encoding="utf-8").splitlines()]
    judged = [
        (verdict == "one", found[one] == found[other])
        for part, verdict, one, other in labels
        if part == half
    ]
    both = sum(one and joined for one, joined in judged)
    events, joined = sum(one for one, _ in judged), sum(joined for _, joined in judged)
    apart = sum(not one and not joined for one, joined in judged) / (len(judged) - events)
    return {"f1": 2 * both / (events + joined), "right": (both / events + apart) / 2}


@cache
def _campaign(path: Path) -> Mapping[str, int]:
    """Return each article's story, by its id's digest; what a text repeats of its title is cut."""
    articles = []
    for row in rows(path):
        text = row["text"].removeprefix(row["headline"]).lstrip(". \n")
        article = article_of({**row, "text": text})
        articles.append(Labelled(article=article, event="", topic=""))
    return {_digest(article): story for article, story in stories_in(articles).items()}


def _digest(article: ArticleId | str) -> str:
    return digest_of_text(article)[:DIGITS]


MEASURES = (
    *(
        Measure(name=f"matters.{name}", corpora=(), run=partial(of_own, folder))
        for name, folder in (
            ("dev", "matters/dev"),
            ("held_out", "matters/held_out"),
            ("storylines_dev", "storylines/dev"),
            ("storylines_held_out", "storylines/held_out"),
        )
    ),
    *(
        Measure(
            name=f"matters.campaign_{half}", corpora=(CAMPAIGN,), run=partial(of_campaign, half)
        )
        for half in ("read", "held_out")
    ),
)

"""Measure lineage: are copies found, whatever was done to them, and independent reports left alone?

Three questions: the pairs of articles known to share half their wording; families of two news
days against their mechanical reference; and copies made here out of real articles (see
`quality.rewording`) among pairs of reports that are independent, also where these share
quotations, a press release or the outlet's own background. All figures are shares found or
rightly left alone.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from functools import partial
from itertools import combinations
from pathlib import Path
from random import Random

from quality.blocked import candidate_pairs
from quality.events import article_of, labelled, undated
from quality.measure import Measure
from quality.pairs import (
    PER_KIND,
    Pair,
    as_article,
    by_event,
    independent_pairs,
    linked,
    repeats,
    sentences_of,
    set_in,
    strewn,
)
from quality.partitions import adjusted_rand
from quality.rewording import KINDS, new_headline, paragraphs
from quality.texts import rows
from twosource.model.annotated import Annotated
from twosource.model.linked import Lineage, Link
from twosource.outlets import load_outlets
from twosource.settings import LineageSettings
from twosource.stages import lineage
from twosource.stages.linking import components

SETTINGS = LineageSettings()
SEED = 20261121
RELEASE_SENTENCES = 4
HALF = 0.5  # of a page's wording: from it on the reference calls two pages copies
QUOTATION = re.compile(r"[\"“][^\"“”]{60,250}[\"”]")


def links_of(articles: Sequence[Annotated]) -> list[Link]:
    """Return the links of articles that came as one batch."""
    prints = {each.article.id: lineage.read(each) for each in articles}
    keys = {article: lineage.block(found).tolist() for article, found in prints.items()}
    return [
        link
        for one, other in candidate_pairs(keys, least=2)
        if (link := lineage.compare(prints[one], prints[other], SETTINGS))
    ]


def lineages_of(articles: Sequence[Annotated]) -> tuple[Lineage, ...]:
    """Return the lineages of articles linked as one batch, with all that goes into it."""
    return _decided(articles, links_of(articles))


def _decided(articles: Sequence[Annotated], links: Sequence[Link]) -> tuple[Lineage, ...]:
    by_id = {each.article.id: each for each in articles}
    outlets = load_outlets()
    found: list[Lineage] = []
    for part in components(by_id, ((link.left, link.right) for link in links)):
        inside = [link for link in links if link.left in part]
        found += lineage.decide([by_id[a] for a in part], inside, outlets)
    return tuple(found)


def known_pairs(data: Path) -> Mapping[str, float]:
    """Answer the share of the known pairs that are found, and of those that are one report.

    Two of the 128 are of one outlet, which ends its next report on the last one: found is that it
    uses own background again, which makes no copy.
    """
    articles = {each.article.id: each for each in _undated(data / ECB)}
    report = _reports(lineages_of([*articles.values()]))
    lines = (data / PAIRS).read_text(encoding="utf-8").splitlines()
    pairs = [(pair["a"], pair["b"]) for pair in map(json.loads, lines)]
    apart = [(a, b) for a, b in pairs if report[a] != report[b]]
    named = sum(repeats(articles[a], articles[b]) for a, b in apart)
    one_report = len(pairs) - len(apart)
    return {"found": (one_report + named) / len(pairs), "one_report": one_report / len(pairs)}


def _undated(path: Path) -> list[Annotated]:
    return [undated(row.article) for row in labelled(path)]


def known_families(data: Path) -> Mapping[str, float]:
    """Answer the pairs found of two news days, and ARI of the families, all and by wording alone.

    The reference joins what shares half its wording and nothing else, so rewordings that are
    found lower the second figure. The third is of the links that say of one page that half of its
    wording stands in the other: the reference's families as they are told apart from rewordings.
    """
    figures: dict[str, float] = {}
    for day in ("census", "spotify"):
        records = [row for row in rows(data / FAMILIES) if row["set"] == day]
        articles = [_of_family(row) for row in records]
        links = links_of(articles)
        report = _reports(_decided(articles, links))
        truth = {row["id"]: str(row["families"]) for row in records}
        pairs = [(a, b) for a, b in combinations(truth, 2) if truth[a] == truth[b]]
        figures[f"{day}_pairs"] = sum(report[a] == report[b] for a, b in pairs) / len(pairs)
        figures[f"{day}_ari"] = adjusted_rand(truth, report)
        worded = [link for link in links if max(link.wording) >= HALF]
        figures[f"{day}_worded_ari"] = adjusted_rand(truth, _reports(_decided(articles, worded)))
    return figures


def remade(name: str, data: Path) -> Mapping[str, float]:
    """Answer the share of copies found by kind, and of independent pairs left alone by kind."""
    figures: dict[str, float] = {}
    for kind, pairs in made_pairs(data / name).items():
        found = [linked(one, other) for one, other in pairs]
        wanted = not kind.startswith("independent")
        figures[kind] = sum(each == wanted for each in found) / len(found)
    alone = [share for kind, share in figures.items() if kind.startswith("independent")]
    figures["independent_mean"] = sum(alone) / len(alone)
    return figures


def made_pairs(path: Path) -> dict[str, list[Pair]]:
    """Return pairs by kind: copies made of a set's articles, and independent reports."""
    chance = Random(SEED)
    events = by_event(labelled(path))
    articles = [each for event in events.values() for each in event]
    pairs: dict[str, list[Pair]] = {kind: [] for kind in KINDS}
    for kind in KINDS:
        for article in chance.sample(articles, min(PER_KIND, len(articles))):
            pairs[kind].append((article, _copied(article, kind, articles, chance)))
    independent = list(independent_pairs(events, chance))
    pairs["independent"] = independent
    pairs |= _sharing(independent[:PER_KIND], articles, chance)
    return pairs


def _copied(
    article: Annotated, kind: str, articles: Sequence[Annotated], chance: Random
) -> Annotated:
    foreign = chance.choice(articles)
    text = KINDS[kind](sentences_of(article), chance, sentences_of(foreign))
    headline = new_headline(
        article.article.headline, kind, chance, chance.choice(articles).article.headline
    )
    return as_article(article, paragraphs(text, chance), "copier", headline)


def _sharing(
    pairs: Sequence[Pair], articles: Sequence[Annotated], chance: Random
) -> dict[str, list[Pair]]:
    """Return independent pairs to which the same quotations, release or background were added."""
    spoken = [words for each in articles for words in QUOTATION.findall(each.article.text)]
    quoting, releasing, reusing = [], [], []
    for one, other in pairs:
        quotations = [f"{words} the minister said." for words in chance.sample(spoken, 3)]
        quoting.append((strewn(one, quotations, chance), strewn(other, quotations, chance)))
        release = sentences_of(chance.choice(articles))[:RELEASE_SENTENCES]
        releasing.append((set_in(one, release, chance), set_in(other, release, chance)))
        background = "\n\n".join(sentences_of(one)[-3:])
        later = as_article(other, f"{other.article.text}\n\n{background}", one.article.outlet)
        reusing.append((one, later))
    return {
        "independent_same_quotations": quoting,
        "independent_same_release": releasing,
        "independent_own_background": reusing,
    }


def _of_family(row: Mapping[str, str]) -> Annotated:
    text = row["text"].replace(" ### ", "\n\n")
    return article_of({"id": row["id"], "outlet": row["publisher"], "text": text})


def _reports(lineages: Sequence[Lineage]) -> dict[str, str]:
    return {member: each.id for each in lineages for member in each.members}


ECB, GIVEME = "events-ecbplus.jsonl.gz", "events-giveme5w1h.jsonl.gz"
PAIRS, FAMILIES = "copies-ecbplus.jsonl", "copies-census-spotify.jsonl.gz"

MEASURES = (
    Measure(name="copies.ecbplus", corpora=(ECB, PAIRS), run=known_pairs),
    Measure(name="copies.two_days", corpora=(FAMILIES,), run=known_families),
    Measure(name="copies.remade_ecbplus", corpora=(ECB,), run=partial(remade, ECB)),
    Measure(name="copies.remade_giveme5w1h", corpora=(GIVEME,), run=partial(remade, GIVEME)),
)

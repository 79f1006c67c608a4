"""Measure lineage where a report is one thing among others, and where two print one record.

Copies: a newsletter's digest of five stories with one taken, an entry of a live page, a side box in
an own report, a preview cut off by a counter, a page of print with its lines broken. Beside them
two reports that end on one court list, one curriculum vitae or one section of a law, which nobody
has from the other. Events fall into halves, of which one was not read.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from hashlib import blake2b
from pathlib import Path
from random import Random
from textwrap import wrap

from quality.copies import ECB, GIVEME
from quality.events import labelled
from quality.handling import in_other_words
from quality.kin import with_figures
from quality.measure import Measure
from quality.pairs import Pair, as_article, by_event, independent_pairs, right_by_kind, sentences_of
from quality.rewording import paragraphs
from twosource.model.annotated import Annotated

SEED = 20261125
PER_KIND = 50
Sentences = list[str]
Setting = Callable[[Sentences, Sequence[Sentences], Random], str]
"""Make a copy's text of a report, its own and others' sentences at hand."""

LIST = (
    "Courtroom 2, 9:15 a.m.: Henk Darrow, 41, theft of a motor boat, plea hearing.",
    "Courtroom 2, 10:40 a.m.: Silvia Marn, 29, forged prescriptions, third day of trial.",
    "Courtroom 5, 11:00 a.m.: Odd Lisle, 66, arson of a barn in Vessby, sentencing.",
    "Courtroom 5, 1:30 p.m.: Tarek Holm and Joris Holm, 33 and 35, assault, appeal.",
)
CAREER = (
    "Born in Vessby in 1941, Anker Rolf studied law in Uppsala and joined the customs in 1966.",
    "He was elected to the council in 1974, became its chairman in 1983 and left it in 1999.",
    "From 2001 to 2009 he headed the harbour board, which named its tug after him.",
    "He wrote four books on navigation and received the silver oar of the pilots' guild in 2011.",
)
SECTION = (
    "Whoever moors a vessel of more than 12 metres outside a marked berth for longer than six "
    "hours commits an infringement and is liable to a fine of up to 4,000 crowns.",
    "The same applies to an owner who allowed the mooring, unless he could not have known of it.",
    "The authority may have the vessel removed at its owner's cost after a notice of 48 hours.",
)


def _digest(report: Sentences, others: Sequence[Sentences], chance: Random) -> str:
    items = ["\n\n".join(each[:3]) for each in others[:4]]
    items.insert(chance.randrange(1, 4), "\n\n".join(in_other_words(report[:6], chance)))
    return "\n\n".join(["Good morning, here is what you need to know today.", *items])


def _live_entry(report: Sentences, others: Sequence[Sentences], chance: Random) -> str:
    entries = [" ".join(each[4:7]) for each in others[:6]]
    entries.insert(chance.randrange(1, 5), " ".join(report[:5]))
    return "\n\n".join(f"{9 + hour}:{15 + hour}\n\n{told}" for hour, told in enumerate(entries))


def _side_box(report: Sentences, others: Sequence[Sentences], _chance: Random) -> str:
    own = others[0]
    half = len(own) // 2
    return "\n\n".join([*own[:half], "In brief", *report[: max(8, half)], *own[half:]])


def _preview(report: Sentences, _others: Sequence[Sentences], chance: Random) -> str:
    text = " ".join(report)
    return f"{text[:260]}… [+{chance.randrange(1200, 6000)} chars]"


def _in_print(report: Sentences, _others: Sequence[Sentences], _chance: Random) -> str:
    lines = wrap(" ".join(report), 38)
    return "\n".join(
        f"{line[:-2]}-\n{line[-2:]}" if len(line) == 38 and line[-3:].isalpha() else line
        for line in lines
    )


COPIES: Mapping[str, Setting] = {
    "digest": _digest,
    "live_entry": _live_entry,
    "side_box": _side_box,
    "preview": _preview,
    "in_print": _in_print,
}
RECORDS = {
    "independent_court_list": LIST,
    "independent_career": CAREER,
    "independent_section": SECTION,
}


def pairs_by_kind(path: Path, half: int) -> dict[str, list[Pair]]:
    """Return copies by how they are set, and independent pairs by the record both print."""
    chance = Random(SEED)
    events = {
        event: articles
        for event, articles in by_event(labelled(path)).items()
        if blake2b(event.encode()).digest()[2] % 2 == half
    }
    articles = [each for event in events.values() for each in event]
    pairs: dict[str, list[Pair]] = {}
    for kind, setting in COPIES.items():
        chosen = chance.sample(articles, min(PER_KIND, len(articles)))
        pairs[kind] = [(each, _set(each, setting, articles, chance)) for each in chosen]
    independent = list(independent_pairs(events, chance))[:PER_KIND]
    for kind, record in RECORDS.items():
        pairs[kind] = [_both_print(pair, record, chance) for pair in independent]
    return pairs


def _set(
    article: Annotated, setting: Setting, articles: Sequence[Annotated], chance: Random
) -> Annotated:
    others = [sentences_of(each) for each in chance.sample(articles, 6)]
    text = setting(sentences_of(article), others, chance)
    return with_figures(as_article(article, text, "copier", "What we read this morning"))


def _both_print(pair: Pair, record: Sequence[str], chance: Random) -> Pair:
    one, other = (
        as_article(
            each,
            "\n\n".join((paragraphs(sentences_of(each), chance), *record)),
            each.article.outlet,
        )
        for each in pair
    )
    return one, other


def set_among(name: str, half: int, data: Path) -> Mapping[str, float]:
    """Answer the share of copies found by kind, and of independent pairs left alone by kind."""
    return right_by_kind(pairs_by_kind(data / name, half))


MEASURES = tuple(
    Measure(
        name=f"set_among.{name.split('-')[1].split('.')[0]}{part}",
        corpora=(name,),
        run=partial(set_among, name, half),
    )
    for name in (ECB, GIVEME)
    for half, part in ((0, ""), (1, "_held_out"))
)

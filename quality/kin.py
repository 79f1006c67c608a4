"""Measure lineage on our own texts: rewordings by hand, and reports that only look like copies.

`quality/kin/` holds reports of invented events. Beside each stand what other hands made of it, in
ways no generator here knows (a radio script, a literal translation, a tabloid's retelling, bullets,
a live page in the first person, captions), and reports that are no copies: another reporter at the
same press conference, the same statement with own calls, an anniversary, a twin event told alike.
In `turned` no sentence stays as it was, reports stand inside pages with matter of their own, and
digests and live pages print them among other things.

Whatever rule finds such retellings must join no real reports: so it is also asked of all pairs of
two outlets on one real event how many are held to be copies by their facts alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass, replace
from functools import partial
from itertools import combinations
from pathlib import Path

from quality.copies import SETTINGS, lineages_of
from quality.descent import ancestors, derived
from quality.events import article_of, labelled, undated
from quality.measure import Measure
from twosource.canonical import digest
from twosource.model.annotated import Annotated
from twosource.model.identity import ArticleId
from twosource.model.linked import Link
from twosource.outlets import one_outlet
from twosource.stages import lineage
from twosource.stages.annotate import find_figures
from twosource.stages.lineage.compare import BY_FACTS_ALONE

TEXTS = Path(__file__).with_name("kin")
MARK = "== "
DAY = "2026-03-05"  # of texts that give their hour
REAL = ("events-ecbplus.jsonl.gz", "events-giveme5w1h.jsonl.gz")


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """One text of an event's file, and what it is to the report that opens the file."""

    kin: str  # "report", "copy: how it was made", "copy of 2: how" or "apart: why it is none"
    article: Annotated

    @property
    def parent(self) -> int:
        """Return which text of the file, counted from 0, the copy was made from."""
        words = self.kin.partition(":")[0].split()
        return int(words[-1]) if "of" in words else 0


def texts_in(path: Path) -> Iterator[Text]:
    """Yield the texts of a file; each begins with "== kin | outlet | headline", some "| 14:20"."""
    for number, section in enumerate(path.read_text(encoding="utf-8").split(MARK)[1:]):
        head, _, text = section.partition("\n")
        kin, outlet, headline, *clock = (each.strip() for each in head.split("|"))
        row = {"id": f"{path.stem}-{number}", "outlet": outlet, "headline": headline}
        if clock:
            row |= {"id": digest(tuple(row.values())), "published": f"{DAY}T{clock[0]}:00+00:00"}
        yield Text(kin=kin, article=with_figures(article_of(row | {"text": text.strip()})))


def with_figures(page: Annotated) -> Annotated:
    """Return a page with its amounts: who writes for readers abroad converts them."""
    found = find_figures(page.article, page.sentences, page.times)
    return replace(page, figures=found)


def by_hand(texts: Path, _data: Path) -> Mapping[str, float]:
    """Answer the share of copies found, and of other texts left out of the report's lineage."""
    found: list[bool] = []
    alone: list[bool] = []
    for others, family, _ in _families(texts):
        for text in others:
            inside = text.article.article.id in family
            if text.kin.startswith("copy"):
                found.append(inside)
            else:
                alone.append(not inside)
    return {"found": sum(found) / len(found), "left_alone": sum(alone) / len(alone)}


def traced(texts: Path, _data: Path) -> Mapping[str, float]:
    """Answer the share of texts made of a report that are known to be, in whole or as an item.

    And the share of the others left alone. A page that prints a report among other things belongs
    into no family: all else there is its own.
    """
    found: list[bool] = []
    alone: list[bool] = []
    for others, family, pages in _families(texts):
        for text in others:
            page = text.article.article.id
            if text.kin.startswith(("copy", "item")):
                found.append(page in family | pages)
            if text.kin.startswith("item"):
                alone.append(page not in family)
            if text.kin.startswith("apart"):
                alone.append(page not in family | pages)
    return {"found": sum(found) / len(found), "left_alone": sum(alone) / len(alone)}


def _families(texts: Path) -> Iterator[tuple[list[Text], Set[ArticleId], Set[ArticleId]]]:
    """Yield the other texts of each report, its lineage, and the pages that have it as an item."""
    for path in sorted(texts.glob("*.txt")):
        report, *others = texts_in(path)
        lineages = lineages_of([each.article for each in (report, *others)])
        origin = report.article.article.id
        family = frozenset(next(each.members for each in lineages if origin in each.members))
        items = (item for one in lineages for item in one.items)
        yield others, family, {item.copy for item in items if item.original in family}


def descended(texts: Path, _data: Path) -> Mapping[str, float]:
    """Answer whose copy each copy that was found is held to be, of texts that give their hour.

    The share with the right parent, and with one further up its line. Where no text gives its
    hour, the share of derivations that call neither the copy: nothing tells. Ids are left to
    chance, as in `quality.descent`.
    """
    right: list[bool] = []
    above: list[bool] = []
    left_open: list[bool] = []
    for path in sorted(texts.glob("*.txt")):
        every = [*texts_in(path)]
        ids = [each.article.article.id for each in every]
        made = {ids[n]: ids[t.parent] for n, t in enumerate(every) if t.kin.startswith("copy")}
        found = derived([each.article for each in every])
        held = {each.copy: each.original for each in found}
        right += [held.get(copy) == parent for copy, parent in made.items() if copy in held]
        above += [held[copy] in ancestors(copy, made) for copy in made if copy in held]
        timeless = derived([undated(each.article) for each in every])
        left_open += [not each.directed for each in timeless]
    return {
        "parent": sum(right) / len(right),
        "ancestor": sum(above) / len(above),
        "undated_left_open": sum(left_open) / len(left_open),
    }


def real_pairs(data: Path) -> Mapping[str, float]:
    """Answer, of the pairs of real reports held to be copies, the share whose sentences show it.

    The others are copies by the names and figures that both tell, and nearly always reports of
    two reporters: one pair more lowers the figure by more than a floor allows.
    """
    links = [link for name in REAL for link in _links_of_events(data / name)]
    alone = sum(not BY_FACTS_ALONE.isdisjoint(link.why) for link in links)
    return {"by_their_sentences": 1 - alone / len(links)}


def _links_of_events(path: Path) -> Iterator[Link]:
    """Yield what links two outlets' articles on one event."""
    events: dict[str, list[lineage.Fingerprint]] = defaultdict(list)
    for row in labelled(path):
        events[row.event].append(lineage.read(with_figures(row.article)))
    for prints in events.values():
        for one, other in combinations(prints, 2):
            if not one_outlet(one.outlet, other.outlet):
                link = lineage.compare(one, other, SETTINGS)
                if link is not None:
                    yield link


MEASURES = (
    Measure(name="kin.by_hand", corpora=(), run=partial(by_hand, TEXTS)),
    Measure(name="kin.more", corpora=(), run=partial(by_hand, TEXTS / "more")),
    Measure(name="kin.again", corpora=(), run=partial(by_hand, TEXTS / "again")),
    Measure(name="kin.ways", corpora=(), run=partial(by_hand, TEXTS / "ways")),
    Measure(name="kin.ways_held_out", corpora=(), run=partial(by_hand, TEXTS / "ways_held_out")),
    Measure(name="kin.hands", corpora=(), run=partial(by_hand, TEXTS / "hands")),
    Measure(name="kin.hands_held_out", corpora=(), run=partial(by_hand, TEXTS / "hands_held_out")),
    Measure(name="kin.unlike", corpora=(), run=partial(by_hand, TEXTS / "unlike")),
    Measure(name="kin.unlike_again", corpora=(), run=partial(by_hand, TEXTS / "unlike_again")),
    Measure(
        name="kin.unlike_held_out", corpora=(), run=partial(by_hand, TEXTS / "unlike_held_out")
    ),
    Measure(name="kin.held_out", corpora=(), run=partial(by_hand, TEXTS / "held_out")),
    Measure(name="kin.far", corpora=(), run=partial(by_hand, TEXTS / "far")),
    Measure(name="kin.far_held_out", corpora=(), run=partial(by_hand, TEXTS / "far_held_out")),
    Measure(name="kin.desks", corpora=(), run=partial(by_hand, TEXTS / "desks")),
    Measure(name="kin.desks_held_out", corpora=(), run=partial(by_hand, TEXTS / "desks_held_out")),
    Measure(name="kin.desks_line", corpora=(), run=partial(descended, TEXTS / "desks")),
    Measure(
        name="kin.desks_line_held_out",
        corpora=(),
        run=partial(descended, TEXTS / "desks_held_out"),
    ),
    Measure(name="kin.turned", corpora=(), run=partial(traced, TEXTS / "turned")),
    Measure(name="kin.turned_held_out", corpora=(), run=partial(traced, TEXTS / "turned_held_out")),
    Measure(name="kin.real_pairs", corpora=REAL, run=real_pairs),
)

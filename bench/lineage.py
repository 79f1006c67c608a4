"""Set lineage beside the usual finders of near copies: what each finds, and how fast.

`python -m bench.lineage`. The pairs are those of `quality/copies.py`: copies made out of real
articles, and independent reports. MinHash-LSH (datasketch, 5-grams, Jaccard .5), simhash (64 bits,
3-grams, at most 8 differ), rapidfuzz (token_set_ratio at least 80) and exact 5-gram containment (at
least .5, and at least .2) get the body as it is. Figures are shares of copies found, and of
independent pairs left alone.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import replace
from random import Random

from datasketch import MinHash
from rapidfuzz import fuzz
from simhash import Simhash

from quality.blocked import candidate_pairs
from quality.copies import ECB, GIVEME, SEED, SETTINGS, made_pairs
from quality.events import labelled, undated, with_sentences
from quality.gate import DATA
from quality.pairs import Pair, containment, grams_of, sentences_of
from quality.rewording import KINDS, paragraphs
from twosource.edges.stores import open_store
from twosource.model.annotated import Annotated
from twosource.model.identity import ArticleId, OutletId
from twosource.outlets import load_outlets
from twosource.pipeline.link import decide_lineages
from twosource.pipeline.links import find_links, linkers
from twosource.settings import Settings
from twosource.stages import lineage
from twosource.text.normalize import read_words

FAMILIES = (50, 100, 200, 400)
OUTLETS = load_outlets()
SEEN_BY = {"minhash": 0.5, "simhash_bits": 8, "rapidfuzz": 80}


def main() -> None:
    """Print a table of shares for each set, then articles and pairs per CPU-second."""
    for name in (ECB, GIVEME):
        pairs = made_pairs(DATA / name)
        print(f"{name}\n{'':<32}" + "".join(f"{finder:>15}" for finder in FINDERS))
        for kind, of_kind in pairs.items():
            shares = (_right(finder, kind, of_kind) for finder in FINDERS.values())
            print(f"{kind:<32}" + "".join(f"{share:>15.3f}" for share in shares))
    _families(_report_of_middle_length())
    _speed([undated(row.article) for name in (ECB, GIVEME) for row in labelled(DATA / name)])


def by_twosource(one: Annotated, other: Annotated) -> bool:
    """Return what `lineage.compare` says."""
    return lineage.compare(lineage.read(one), lineage.read(other), SETTINGS) is not None


def by_containment(least: float) -> Callable[[Annotated, Annotated], bool]:
    """Return a finder by the share of the smaller article's 5-grams in the larger."""

    def find(one: Annotated, other: Annotated) -> bool:
        left, right = grams_of(one), grams_of(other)
        return max(containment(left, right), containment(right, left)) >= least

    return find


def by_minhash(one: Annotated, other: Annotated) -> bool:
    """Return whether the MinHash estimate of the Jaccard index reaches the threshold of the LSH."""
    left, right = MinHash(num_perm=128), MinHash(num_perm=128)
    for print_, article in ((left, one), (right, other)):
        print_.update_batch([gram.to_bytes(8) for gram in sorted(grams_of(article))])
    return bool(left.jaccard(right) >= SEEN_BY["minhash"])


def by_simhash(one: Annotated, other: Annotated) -> bool:
    """Return whether the fingerprints differ in few bits."""
    prints = [Simhash(_trigrams(article)) for article in (one, other)]
    return bool(prints[0].distance(prints[1]) <= SEEN_BY["simhash_bits"])


def by_rapidfuzz(one: Annotated, other: Annotated) -> bool:
    """Return whether the words in common make up most of the shorter text."""
    return bool(fuzz.token_set_ratio(one.article.text, other.article.text) >= SEEN_BY["rapidfuzz"])


FINDERS: dict[str, Callable[[Annotated, Annotated], bool]] = {
    "twosource": by_twosource,
    "containment .5": by_containment(0.5),
    "containment .2": by_containment(0.2),
    "minhash .5": by_minhash,
    "simhash 8": by_simhash,
    "rapidfuzz 80": by_rapidfuzz,
}


def _right(find: Callable[[Annotated, Annotated], bool], kind: str, pairs: Sequence[Pair]) -> float:
    wanted = not kind.startswith("independent")
    return sum(find(one, other) == wanted for one, other in pairs) / len(pairs)


def _trigrams(article: Annotated) -> list[str]:
    forms = read_words(article.article.text).forms
    return [" ".join(forms[place : place + 3]) for place in range(len(forms) - 2)]


def _report_of_middle_length() -> Annotated:
    """Return the report that half of the longer set's reports are longer than."""
    reports = [undated(row.article) for row in labelled(DATA / GIVEME)]
    return sorted(reports, key=lambda each: (len(each.article.text), each.article.id))[
        len(reports) // 2
    ]


def _families(report: Annotated) -> None:
    """Print what a report and its reprints cost, linked through a store as the pipeline does."""
    chance = Random(SEED)
    print(f"a report of {len(report.article.text):,} characters and its reprints:")
    for count in FAMILIES:
        family = [report] + [_reprint(report, number, chance) for number in range(1, count)]
        by_copying = linkers(Settings()).by_copying
        with closing(open_store("sqlite::memory:")) as store:
            start = time.process_time()
            with store.transaction():
                for each in family:
                    store.add_article(each)
                links = find_links(family, by_copying, store)
                store.add_links(links)
                decide_lineages([each.article.id for each in family], store, OUTLETS)
            held = len(store.lineages_of([each.article.id for each in family]))
        seconds = time.process_time() - start
        print(f"{count} reprints: {len(links)} links, {held} lineages, {seconds:.1f} CPU-s")


def _reprint(report: Annotated, number: int, chance: Random) -> Annotated:
    text = KINDS["reprint_with_junk"](sentences_of(report), chance, [])
    article = replace(
        report.article,
        id=ArticleId(f"{report.article.id} {number}"),
        outlet=OutletId(f"outlet {number}"),
        url=f"{report.article.url}{number}",
        canonical=f"{report.article.canonical}{number}",
        text=paragraphs(text, chance),
    )
    return with_sentences(article)


def _speed(articles: Sequence[Annotated]) -> None:
    start = time.process_time()
    prints = {each.article.id: lineage.read(each) for each in articles}
    read = time.process_time()
    keys = {article: lineage.block(found).tolist() for article, found in prints.items()}
    pairs = candidate_pairs(keys, least=2)
    blocked = time.process_time()
    links = [lineage.compare(prints[one], prints[other], SETTINGS) for one, other in pairs]
    compared = time.process_time()
    print(
        f"{len(articles)} articles, {len(pairs)} pairs, {sum(map(bool, links))} links; per CPU-s: "
        f"{len(articles) / (read - start):.0f} articles read, "
        f"{len(articles) / (blocked - read):.0f} blocked, "
        f"{len(pairs) / (compared - blocked):.0f} pairs compared"
    )


if __name__ == "__main__":
    main()

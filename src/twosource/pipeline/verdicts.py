"""Let what a person has judged of a page hold for all versions of that page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import product

from twosource.model.acquired import Article
from twosource.model.annotated import Annotated
from twosource.model.identity import ArticleId
from twosource.model.linked import Link, LinkKind
from twosource.protocols import Store
from twosource.stages.linking import PARTS, components
from twosource.stages.versions import same_page

KINDS: tuple[LinkKind, ...] = ("story", "lineage")


def keep_apart(new: Sequence[Annotated], store: Store) -> None:
    """Part the new versions of pages from all that a person has parted earlier ones from.

    Called when the copies among the new articles are known, which tell who is a version of whom. A
    verdict that joins needs no such care: a new version stands where the page it is made from does.
    """
    parted = [each for kind in KINDS for each in store.verdicts(kind) if each.verdict in PARTS]
    if not parted:
        return
    for each in new:
        own = versions(each.article, store)
        if len(own) > 1:
            store.add_links([link for verdict in parted for link in _carried(verdict, own, store)])


def _carried(verdict: Link, own: Sequence[ArticleId], store: Store) -> Iterator[Link]:
    """Yield a verdict on one of the versions of a page for all of them that have none yet."""
    if (verdict.left in own) == (verdict.right in own):
        return
    other = verdict.right if verdict.left in own else verdict.left
    judged = {(link.left, link.right) for link in store.verdicts(verdict.kind)}
    for pair in product(own, versions_of(other, store)):
        left, right = sorted(pair)
        if left != right and (left, right) not in judged:
            yield replace(verdict, left=left, right=right)


def as_judged(found: Sequence[Link], store: Store) -> list[Link]:
    """Return links of copying, with a person's word on those that he has called copies too.

    So what two articles share is shown, and counted as shared, however the link was found first.
    What an outlet uses again stays beside it: it holds again when the word is taken back.
    """
    verdicts = store.verdicts("lineage") if found else ()
    judged = {(each.left, each.right): each for each in verdicts if each.verdict == "copy"}
    copies = [
        judged_copy(judged[pair], link)
        for link in found
        if (pair := (link.left, link.right)) in judged
    ]
    return [*found, *copies]  # of one pair and kind a verdict stays


def judged_copy(verdict: Link, found: Link) -> Link:
    """Return a link that was found, as a person's word "copy" makes it."""
    return replace(
        verdict,
        why=(*verdict.why[:1], *found.why),
        derivation=found.derivation or verdict.derivation,
        passages=found.passages,
        wording=found.wording,
    )


def on_all_versions(verdict: Link, store: Store) -> list[Link]:
    """Return a verdict with what it means for the other versions of both pages.

    What parts two pages parts all their versions; what joins them takes back what parted those.
    """
    judged = {(link.left, link.right) for link in store.verdicts(verdict.kind)}
    both = (versions_of(verdict.left, store), versions_of(verdict.right, store))
    if verdict.right in both[0]:
        return [verdict]
    pairs = {(min(pair), max(pair)) for pair in product(*both)}
    meant = pairs if verdict.verdict in PARTS else pairs & judged
    others = sorted(meant - {(verdict.left, verdict.right)})
    return [verdict, *(replace(verdict, left=left, right=right) for left, right in others)]


def versions_of(article: ArticleId, store: Store) -> tuple[ArticleId, ...]:
    """Return all versions of an article's page that are held, and itself.

    A verdict outlives its articles: one that is no longer held stands for itself alone.
    """
    if article not in store.times([article]):
        return (article,)
    [found] = store.annotated([article])
    return versions(found.article, store)


def versions(article: Article, store: Store) -> tuple[ArticleId, ...]:
    """Return all versions of a page that are held, the given one among them.

    An address that is used for another matter makes no version, nor does what a person has parted.
    """
    ids = store.find_articles(article.url)
    if len(ids) < 2:
        return (article.id,)
    page = [one.article.id for one in store.annotated(ids) if same_page(one.article, article)]
    links = [link for link in store.links_of("lineage", page) if link.derivation == "update"]
    parted = {
        (each.left, each.right)
        for kind in KINDS
        for each in store.links_of(kind, page)
        if each.verdict in PARTS
    }
    ends = {(link.left, link.right) for link in links} - parted
    own = components({article.id, *page}, ends)
    return next(together for together in own if article.id in together)

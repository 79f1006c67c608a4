"""Say what holds two articles together or apart: one story, one report, or neither."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from twosource.errors import OneNotTwoError
from twosource.model.acquired import Article
from twosource.model.annotated import Annotated
from twosource.model.identity import ArticleId
from twosource.model.linked import DerivationKind, Lineage, Link, LinkKind, OwnBackground, Story
from twosource.outlets import Outlets, outlet_by_id, with_own_names
from twosource.pipeline.again import own_backgrounds
from twosource.pipeline.edits import notice_of
from twosource.pipeline.links import compared
from twosource.pipeline.press import Press
from twosource.pipeline.storylines import explain_tie
from twosource.protocols import Store
from twosource.stages import cluster, lineage
from twosource.stages.dossier.angles import Angle, angles_in
from twosource.stages.dossier.notices.meant import notices_on
from twosource.stages.lineage import OPEN
from twosource.stages.versions import other_words, same_page, written


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedPassage:
    """The same told by two articles, side by side."""

    one: str
    other: str
    overlap: float  # how alike both are, 0 to 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Why:
    """What is known of a pair of articles."""

    one: Article
    other: Article
    one_story: bool
    story_score: float  # probability that both tell of one event, 0 to 1
    story_why: tuple[str, ...]
    one_report: bool
    derivation: DerivationKind | None  # None where neither comes from the other
    report_why: tuple[str, ...]
    passages: tuple[SharedPassage, ...]
    repeats: OwnBackground | None  # what the later repeats of the earlier; None for one report
    tied: bool  # whether they stand in two stories of one running matter
    tied_why: tuple[str, ...]  # () where they stand in one story
    verdicts: tuple[str, ...]  # what persons have judged of this pair


@dataclass(frozen=True, slots=True, kw_only=True)
class WhyStory:
    """What is known of how a story hangs together."""

    story: Story
    articles: tuple[Article, ...]
    angles: dict[ArticleId, Angle]  # those beside its event
    repeats: tuple[OwnBackground, ...]  # of reports that repeat an earlier one of their outlet
    bond: cluster.Bond


def explain_story(story: Story, press: Press) -> WhyStory:
    """Return what the reports of a story share, and how each is held in it."""
    articles = press.store.annotated(story.articles)
    families = press.store.lineages_of(story.articles)
    return WhyStory(
        story=story,
        articles=tuple(each.article for each in articles),
        angles=angles_in(articles, families),
        repeats=own_backgrounds(articles, families, press.store),
        bond=cluster.bond(articles, press.store.alike_among(story.articles).links()),
    )


def explain(one: ArticleId, other: ArticleId, press: Press) -> Why:
    """Return why two articles stand together or apart; pairs never compared are compared now."""
    if one == other:
        raise OneNotTwoError("article", one)
    store = press.store
    first, second = store.annotated([one, other])
    held = _links_between(one, other, store)
    copied, again = _used(held, first, second, press)
    alike = joined = held.get("story")
    if alike is None or alike.verdict is None:  # of a copy the link may have no score of its own
        features = cluster.read(first), cluster.read(second)
        alike = cluster.compare(*features, press.settings.cluster)
    stories, family = store.stories_of([one, other]), store.lineages_of([one, other])
    repeats = lineage.used_again(again, first, second) if again and len(family) > 1 else None
    tied, tied_why = False, tuple[str, ...]()
    if len(stories) == 2:
        tied, tied_why = explain_tie(stories[0].id, stories[1].id, store, press.settings.storylines)
    return Why(
        one=first.article,
        other=second.article,
        one_story=len(stories) == 1,
        story_score=alike.score if alike else 0.0,
        story_why=(
            *cluster.reasons(first, second, press.settings.cluster),
            *cluster.beginnings_told(joined or alike, first, second),
            *_in_company(stories, press),
            *_between(first.article, second.article, stories, joined or alike, press),
        ),
        one_report=len(family) == 1,
        derivation=copied.derivation if copied else None,
        report_why=(
            *_edited(first.article, second.article),
            *_taken_back(first, second, press),
            *_origin(family, (one, other), press),
            *(again.why if again and not repeats else ()),
            *_wording(copied, first, second, family, press),
        ),
        passages=_passages(again or copied, first.article, second.article),
        repeats=repeats,
        tied=tied,
        tied_why=tied_why,
        verdicts=tuple(link.verdict for link in held.values() if link.verdict),
    )


def _links_between(one: ArticleId, other: ArticleId, store: Store) -> dict[LinkKind, Link]:
    kinds: tuple[LinkKind, ...] = ("lineage", "background", "story", "storyline")
    return {
        link.kind: link
        for kind in kinds
        for link in store.links_of(kind, [one])
        if {link.left, link.right} == {one, other}
    }


def _used(
    held: Mapping[LinkKind, Link], one: Annotated, other: Annotated, press: Press
) -> tuple[Link | None, Link | None]:
    """Return the link of a copy, and that of what an outlet has used again, as kept or found now.

    Two that a person has called independent may still repeat something.
    """
    copied = held.get("lineage")
    if copied and copied.verdict != "independent":
        return copied, None
    found = held.get("background") or compared(one, other, press.linkers, press.settings.lineage)
    if found and found.kind == "background":
        return copied, found
    return copied or found, None


def _wording(
    copied: Link | None, one: Annotated, other: Annotated, family: Sequence[Lineage], press: Press
) -> tuple[str, ...]:
    """Return what their wording says for or against one report; () where others hold them in it."""
    if copied:
        return lineage.why_linked(copied, one.article, other.article, press.outlets)
    if len(family) < 2:
        return ()
    prints = press.linkers.by_copying.prints
    called = with_own_names(press.outlets, (one.article, other.article))
    return lineage.why_apart(prints.of(one), prints.of(other), called)


def _origin(
    family: Sequence[Lineage], pair: tuple[ArticleId, ArticleId], press: Press
) -> tuple[str, ...]:
    """Return which of two articles of a family was made from the other, or whose both have."""
    if len(family) != 1:
        return ()
    [lineage] = family
    for made in lineage.derivations:
        if {made.copy, made.original} == set(pair):
            roles = ("first", "second") if made.copy == pair[0] else ("second", "first")
            return (f"the {roles[0]} was made from the {roles[1]}" if made.directed else OPEN,)
    if lineage.origin in pair:
        return ()
    if lineage.origin is None:
        name = (
            outlet_by_id(lineage.outlet, press.outlets).name if lineage.outlet else "a third page"
        )
        return (f"both go back to a report of {name} that is not here",)
    [origin] = press.store.annotated([lineage.origin])
    name = _outlet_name(origin.article, press.outlets)
    return (f"both go back to what {name} published: “{origin.article.headline}”",)


def _outlet_name(article: Article, outlets: Outlets) -> str:
    return outlet_by_id(article.outlet, with_own_names(outlets, (article,))).name


def _in_company(stories: Sequence[Story], press: Press) -> tuple[str, ...]:
    """Return how two stories compare as wholes; () for one story."""
    if len(stories) != 2:
        return ()
    one, other = (story.articles for story in stories)
    return cluster.company(one, other, press.store.links_of("story", (*one, *other)))


def _between(
    one: Article, other: Article, stories: Sequence[Story], joined: Link | None, press: Press
) -> tuple[str, ...]:
    """Return what holds two reports in their one story, where they are little alike."""
    if len(stories) != 1 or (joined and cluster.may_join(replace(joined, bodies=0.0))):
        return ()
    scores: list[dict[ArticleId, float]] = [
        {
            end: link.score
            for link in press.store.links_of("story", [own])
            for end in (link.left, link.right)
        }
        for own in (one.id, other.id)
    ]
    members = set(stories[0].articles) & scores[0].keys() & scores[1].keys() - {one.id, other.id}
    if not members and joined and cluster.may_join(joined):
        return (f"the bodies are alike by {joined.bodies:.2f}: enough for a report left alone",)
    if not members:
        return ("other reports of the story hold the two together",)
    best = max(sorted(members), key=lambda each: min(scores[0][each], scores[1][each]))
    [found] = press.store.annotated([best])
    name = _outlet_name(found.article, press.outlets)
    return (
        f"{name}, “{found.article.headline}”, is alike with the first with probability "
        f"{scores[0][best]:.2f}, with the second with {scores[1][best]:.2f}",
    )


def _edited(one: Article, other: Article) -> tuple[str, ...]:
    """Return for two versions of one page whether it says that it was changed."""
    if not (same_page(one, other) and other_words(one, other)):
        return ()
    return (notice_of(*sorted((one, other), key=written)),)


def _taken_back(one: Annotated, other: Annotated, press: Press) -> tuple[str, ...]:
    """Return in its words what either says of the other: that it is withdrawn, or was wrong."""
    named = with_own_names(press.outlets, (one.article, other.article))
    outlets = [outlet_by_id(each.article.outlet, named) for each in (one, other)]
    return tuple(
        f"{outlet_by_id(teller.article.outlet, named).name} says of it: “{notice.words}”"
        for teller, report in ((one, other), (other, one))
        for notice in notices_on(report, teller, outlets)
    )


def _passages(link: Link | None, one: Article, other: Article) -> tuple[SharedPassage, ...]:
    if link is None:
        return ()
    return tuple(
        SharedPassage(one=one.words(p.left), other=other.words(p.right), overlap=p.overlap)
        for p in lineage.seen_from(one.id, link)
    )

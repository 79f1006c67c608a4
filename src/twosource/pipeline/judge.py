"""Keep a person's verdicts, and decide anew what they touch."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from twosource.alike import alike_of
from twosource.errors import ContradictionError, NotHeldError, OneNotTwoError
from twosource.model.claimed import Claim, InformantVerdict
from twosource.model.identity import ArticleId
from twosource.model.linked import Link, LinkKind, Verdict
from twosource.model.outcome import RunReport
from twosource.pipeline.link import decide_lineages, decide_stories
from twosource.pipeline.links import alike_anew, compared, events_copied
from twosource.pipeline.named import claim_named
from twosource.pipeline.press import Press
from twosource.pipeline.run import publish_stale
from twosource.pipeline.verdicts import judged_copy, on_all_versions
from twosource.protocols import Store
from twosource.stages.linking import JOINS, chain, contradiction

KIND_OF: dict[Verdict, LinkKind] = {
    "same": "story",
    "different": "story",
    "copy": "lineage",
    "independent": "lineage",
    "related": "storyline",
    "unrelated": "storyline",
}


def judge_articles(verdict: Verdict, one: ArticleId, other: ArticleId, press: Press) -> RunReport:
    """Keep the verdict and publish what it changes.

    Raises ContradictionError when earlier verdicts say otherwise, by way of others too.
    """
    store, kind = press.store, KIND_OF[verdict]
    left, right = sorted((one, other))
    if left == right:
        if kind == "storyline":
            raise OneNotTwoError("story", store.stories_of([one])[0].id)
        raise OneNotTwoError("article", one)
    link = Link(
        kind=kind,
        left=left,
        right=right,
        score=1.0 if verdict in JOINS or verdict == "related" else 0.0,
        why=(f"a person judged: {verdict}",),
        derivation="rewrite" if verdict == "copy" else None,
        verdict=verdict,
    )
    meant = [link] if kind == "storyline" else on_all_versions(link, store)
    outlived = _beside_earlier(meant, store)
    if verdict == "copy":
        meant = [_with_what_is_shared(each, press) for each in meant]
    ends = sorted({end for each in meant for end in (each.left, each.right)})
    with store.transaction():
        store.drop_verdicts(outlived)
        store.add_links(meant)
        if kind == "lineage":
            _mark_events(meant, press)
            decide_lineages(ends, store, press.outlets)
        stories = () if kind == "storyline" else decide_stories(ends, store, press.settings)
        store.mark_stale([story.id for story in store.stories_of(ends)])
    return RunReport(stories=len(stories), revisions=publish_stale(press))


def _beside_earlier(meant: Sequence[Link], store: Store) -> list[Link]:
    """Return the earlier verdicts that end with a verdict, the first of these.

    Those are on articles that are gone: nobody can take them back any more. Raises
    ContradictionError where a verdict on articles that are held speaks against it.
    """
    link, pairs = meant[0], {(each.left, each.right) for each in meant}
    earlier = [v for v in store.verdicts(link.kind) if (v.left, v.right) not in pairs]
    held = store.times(list({end for each in earlier for end in (each.left, each.right)}))
    standing = [each for each in earlier if each.left in held and each.right in held]
    if (broken := contradiction([*standing, *meant])) is not None:
        around = chain([*standing, *meant], broken.left, broken.right)
        against = [each for each in (broken, *around) if each not in meant]
        raise ContradictionError(_told(link), " and ".join(map(_told, against)))
    if link.kind == "storyline":
        _hold_to_stories(link, earlier, store)
    return _outlived([each for each in earlier if each not in standing], [*standing, *meant])


def _outlived(gone: Sequence[Link], standing: Sequence[Link]) -> list[Link]:
    """Return verdicts on articles that are gone which do not hold beside those that stand."""
    left = list(gone)
    while (broken := contradiction([*left, *standing])) is not None:
        against = (broken, *chain([*left, *standing], broken.left, broken.right))
        left = [each for each in left if each not in against]
    return [each for each in gone if each not in left]


def _with_what_is_shared(verdict: Link, press: Press) -> Link:
    """Return a person's word "copy" with the passages that speak for it, where any do."""
    one, other = press.store.annotated([verdict.left, verdict.right])
    found = compared(one, other, press.linkers, press.settings.lineage)
    return judged_copy(verdict, found) if found else verdict


def _mark_events(meant: Sequence[Link], press: Press) -> None:
    """Say of reports of one event what was judged of their being copies.

    A link that stood for nothing but a copy goes: 0 would say that the two tell of two events.
    """
    store, pairs = press.store, {(each.left, each.right) for each in meant}
    found = store.alike_among(sorted({end for pair in pairs for end in pair})).links()
    own = [each for each in found if (each.left, each.right) in pairs and not each.verdict]
    bare = [(each.left, each.right) for each in own if each.derivation and not each.score]
    store.drop_alike(bare)
    unmarked = [replace(each, derivation=None) for each in own if each.score or not each.derivation]
    unmarked += [each for pair in bare for each in alike_anew(pair, press.linkers, store).links()]
    store.add_alike(events_copied(alike_of(unmarked), (), meant))


def _hold_to_stories(link: Link, earlier: Sequence[Link], store: Store) -> None:
    """Raise ContradictionError where a verdict on two stories is given on one, or was otherwise."""
    stories = store.stories_of([link.left, link.right])
    if len(stories) < 2:
        parts = "judge two of its articles different to part it"
        raise ContradictionError(_told(link), "their standing in one story", parts)
    one, other = (frozenset(story.articles) for story in stories)
    for each in earlier:
        ends = {each.left, each.right}
        if each.verdict != link.verdict and ends & one and ends & other:
            raise ContradictionError(_told(link), _told(each))


def _told(link: Link) -> str:
    return f"{link.verdict} {link.left[:8]} {link.right[:8]}"


def judge_informants(
    claim: str, verdict: Literal["same", "different"], one: str, other: str, press: Press
) -> RunReport:
    """Keep a person's word on two informants of a claim and publish the story it stands in.

    Raises OneNotTwoError where both names are of one.
    """
    store = press.store
    dossier, judged = claim_named(claim, store)
    left, right = sorted(_informant_key(words, judged) for words in (one, other))
    if left == right:
        raise OneNotTwoError("informant", one)
    with store.transaction():
        store.add_informant_verdict(
            InformantVerdict(
                claim=judged.id,
                left=left,
                right=right,
                verdict=verdict,
                told=judged.text.text,
                story=dossier.story,
            )
        )
        store.mark_stale([dossier.story])
    return RunReport(stories=1, revisions=publish_stale(press))


def _informant_key(words: str, claim: Claim) -> str:
    """Return the key of the claim's informant that the words give: the key itself, or the name.

    Two informants may be shown by one name; such a name gives neither.
    """
    carried = [each.informant for position in claim.positions for each in position.carriages]
    informants = {each.key: each for each in carried if each.kind != "unstated"}
    named = [key for key, each in informants.items() if each.name.casefold() == words.casefold()]
    found = [words] if words in informants else named
    if len(found) != 1:
        shown = Counter(each.name for each in informants.values())
        names = [each.name if shown[each.name] == 1 else key for key, each in informants.items()]
        hint = f"its informants are: {', '.join(sorted(names))}"
        raise NotHeldError("informant of that claim", words, hint)
    return found[0]

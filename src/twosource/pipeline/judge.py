"""Keep a person's verdicts, and decide anew what they touch."""

from __future__ import annotations

from typing import Literal

from twosource.errors import ContradictionError, NotHeldError
from twosource.model.claimed import InformantVerdict
from twosource.model.identity import ArticleId
from twosource.model.linked import Link, LinkKind, Verdict
from twosource.model.outcome import RunReport
from twosource.pipeline.claimed import claim_held
from twosource.pipeline.link import decide_lineages, decide_stories
from twosource.pipeline.run import Press, publish_stale
from twosource.stages.linking import JOINS, contradiction

KIND_OF: dict[Verdict, LinkKind] = {
    "same": "story",
    "different": "story",
    "copy": "lineage",
    "independent": "lineage",
}
JOINED_ALREADY = "of others, which join the two by a detour"


def judge_articles(verdict: Verdict, one: ArticleId, other: ArticleId, press: Press) -> RunReport:
    """Keep the verdict and publish what it changes.

    Raises ContradictionError when earlier verdicts say otherwise, by way of others too.
    """
    store, kind = press.store, KIND_OF[verdict]
    left, right = sorted((one, other))
    if left == right:
        raise ContradictionError(f"{verdict} {one} {other}", "that an article is itself")
    link = Link(
        kind=kind,
        left=left,
        right=right,
        score=1.0 if verdict in JOINS else 0.0,
        why=(f"a person judged: {verdict}",),
        derivation="rewrite" if verdict == "copy" else None,
        verdict=verdict,
    )
    earlier = [v for v in store.verdicts(kind) if (v.left, v.right) != (left, right)]
    if (broken := contradiction([*earlier, link])) is not None:
        raise ContradictionError(_told(link), _told(broken) if broken != link else JOINED_ALREADY)
    with store.transaction():
        store.add_links([link])
        if kind == "lineage":
            decide_lineages([left, right], store, press.outlets, press.settings)
        stories = decide_stories([left, right], store, press.settings)
        store.mark_stale([story.id for story in store.stories_of([left, right])])
    return RunReport(stories=len(stories), revisions=publish_stale(press))


def _told(link: Link) -> str:
    return f"{link.verdict} {link.left[:8]} {link.right[:8]}"


def judge_informants(
    claim: str, verdict: Literal["same", "different"], one: str, other: str, press: Press
) -> RunReport:
    """Keep a person's word on two informants of a claim and publish the story it stands in."""
    store = press.store
    dossier, judged = claim_held(claim, store)
    left, right = sorted((one, other))
    known = {c.informant.key for p in judged.positions for c in p.carriages}
    for key in (left, right):
        if key not in known:
            hint = f"its informants are: {', '.join(sorted(known))}"
            raise NotHeldError("informant of that claim", key, hint)
    with store.transaction():
        store.add_informant_verdict(
            InformantVerdict(claim=judged.id, left=left, right=right, verdict=verdict)
        )
        store.mark_stale([dossier.story])
    return RunReport(stories=1, revisions=publish_stale(press))

"""Choose for every claim the sentence that shows it, so that no sentence stands for two."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from twosource.model.claimed import Claim
from twosource.model.identity import ArticleId, Span
from twosource.stages.dossier.cite import cited_text
from twosource.stages.dossier.claims.carriages import Carried
from twosource.stages.dossier.claims.independence import Ground, origin_of
from twosource.stages.dossier.claims.positions import Side
from twosource.stages.dossier.prose import leans

Sentence = tuple[ArticleId, Span]
LEAD_SENTENCES = 3  # of a report: what stands there is claimed even if nobody else tells it
LONG = 240  # code points; a longer sentence tells more than the claim


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A claim with what decides its place among the others and the sentences that may show it."""

    claim: Claim
    place: tuple[float, ...]  # smaller comes first
    heads: tuple[Carried, ...]  # never empty; the clearest first
    sentences: frozenset[Sentence]  # all that tell it


def heads_of(side: Side, ground: Ground) -> tuple[Carried, ...]:
    """Return the sentences that may show a claim, by its first position, the clearest first.

    A whole sentence that leans on none before it, short, with the value and no other, not a
    time of day either, attributed, in the report's own text and not in a copy's.
    Opinion and what is replaced by a later version never shows a claim; what was taken back only
    where nothing else is left.
    """
    standing = [each for each in side.carried if each.carriage.supports]
    return tuple(
        sorted(
            standing or side.carried,
            key=lambda each: (
                bool(side.value) and each.told.figure is None,
                not each.told.whole,
                leans(each.carriage.citation.words),
                origin_of(each.carriage.report, ground) != each.carriage.outlet,
                each.told.quote is not None and each.told.quote.kind == "direct",
                len(each.told.numbers) + len(each.told.minutes) > 1,
                each.carriage.informant.inherited or each.carriage.informant.kind == "unstated",
                len(each.told.span) > LONG,
                each.told.place,
                each.carriage.citation.article,
                each.told.span.start,
            ),
        )
    )


def in_order(found: Iterable[Found]) -> tuple[Claim, ...]:
    """Return the claims in their order, each shown by a sentence that shows no claim before it.

    Of two claims that one sentence alone tells, the later one is left out: its reader has the
    sentence before him. So it is where several sentences tell both: "a 425 kg satellite, 60,000 km
    behind the moon" is one claim, and no two with the same passages.
    """
    return tuple(_headed(sorted(found, key=lambda each: each.place)))


def _headed(found: Sequence[Found]) -> Iterator[Claim]:
    taken: set[Sentence] = set()
    told: dict[Sentence, list[frozenset[Sentence]]] = defaultdict(list)
    for each in found:
        sentences = each.sentences
        if _is_plain(each.claim) and any(
            sentences <= others for others in told.get(next(iter(sentences)), ())
        ):
            continue  # its sentences all stand under one claim before it
        for head in each.heads:
            where = (head.told.article, head.told.span)
            if where not in taken:
                taken.add(where)
                for sentence in sentences:
                    told[sentence].append(sentences)
                text = cited_text(head.carriage.citation, label=each.claim.label)
                yield replace(each.claim, text=text)
                break


def _is_plain(claim: Claim) -> bool:
    """Return whether nothing disputes a claim and nothing corroborates it."""
    return len(claim.positions) == 1 and not claim.flags and claim.label.kind != "corroborated"


def sentences_of(claim: Claim) -> frozenset[Sentence]:
    """Return the sentences that tell a claim."""
    citations = (c.citation for position in claim.positions for c in position.carriages)
    return frozenset((each.article, each.span) for each in citations)
